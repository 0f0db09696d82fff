"""Who is named in a stretch of the view: the name without what stands before and behind it."""

from __future__ import annotations

import re
from functools import lru_cache

from chamber_extract.gazetteer.names import names
from chamber_extract.normalize.items import head_kind
from chamber_extract.relate.gifts.parties.bounds import is_credible, says_who, trim
from chamber_extract.relate.gifts.parties.clause_words import (
    BY_KIN,
    MARK,
    NO_GIVEN,
    TITLE,
    each_word,
    head,
    mark_at,
    marks_in,
)
from chamber_extract.relate.gifts.parties.person_names import (
    PERSON_NAME,
    TRADES,
    by_trade,
    called,
    kin_of,
    trade_end,
)
from chamber_extract.relate.gifts.parties.wording import (
    LONGEST_PARTY,
    Party,
    is_party,
    is_plural,
    is_short_name,
    is_titled,
    party,
    split,
)
from chamber_extract.relate.gifts.view import ASIDE, CHAMBER, COUNT, FIGURE, PERSON

_PAIRED = re.compile(rf"[与和同](?!{CHAMBER}+结对)[^，]{{2,20}}(?:结成?对子?|结为)")
# 他, 她本人, 先生 and 我们 as subject, not 他的妻子, 他们, 我们公司.
_HE = re.compile(
    rf"我们(?!的|自己的|[这那和与厂店家全各几]|公司|[联会{CHAMBER}]|分会|集团|企业)"
    r"|(?:[他她](?!们|的|家|所|那|这|人|[妻夫父母兄弟姐妹姊儿女孙侄乡]|[^，]{2,8}的[^，]{0,8}(?:公司|企业|集团|厂|店|馆))|先生)(?:本人|个人|自己)?|其?本人"
)
# 商会率会员捐出1000万元: the body gives.
_LEADS = re.compile(rf"(?P<body>{CHAMBER}+)(?:率领?|偕同?|携同?)(?:全体|各)?(?:会员|理监?事|同人|同仁)")


# 会员代表走访, 今天由儿子陪同: who is sent or comes along gives nothing of his own
SENT = re.compile(
    r"(?:各?(?:会员|属会|分会|[理监会]事|员工|团员|成员|妇女|青年))?代表们?(?![团处队])(?=分?[赴到往访探走前来出看慰驱冒]|[^，]{0,4}(?:走访|前往|探访))|(?<=由)[^，]{1,14}(?:陪同|陪伴|搀扶|见证|主礼)$"
)


# 商会在各地的3200多名业主: they give
_ABROAD = re.compile(rf"[^，的{COUNT}]{{0,24}}[会馆{CHAMBER}]在[^，的]{{1,8}}的(?={COUNT}{{2}})")


@lru_cache(4096)  # every reader of a clause asks for the same spans
def named(view: str, start: int, end: int) -> Party | None:
    """The party that opens the span, before the first preposition."""
    start, _ = trim(view, start, end)
    if abroad := _ABROAD.match(view, start, end):
        start = abroad.end()
    if SENT.match(view, start, end):
        return None
    if _WHERE.match(view, start, end) and mark_at(view, start, end):
        return None
    prepositions = [m.start() for m in marks_in(view, start, end) if m.group() in PREPOSITIONS]
    stop = next((at for at in prepositions if at > start), end)
    if paired := _PAIRED.search(view, start + 1, stop):  # 10家会员企业与23户困难家庭结成对子
        stop = paired.start()
    if leads := _LEADS.match(view, start, stop):
        return Party(*leads.span("body"))
    if owned := _OWNED.match(view, start, end):
        after = next((at for at in prepositions if at > owned.end()), end)
        if firm := _firm(view, owned, after, end):
            return firm
    if kin := kin_of(view, start, stop):
        return kin
    if he := _HE.match(view, start, stop):
        return Party(*he.span())
    return (
        _joint(view, start, stop)
        or by_trade(view, start, stop)
        or _whole(view, start, stop)
        or described(view, start, end)
        or _longest(view, start, stop)
    )


# Whose a firm is: 会长甲任总经理的远海铀业, 王先生在中国的工厂, 甲自己的冠雄海产, 其公司乐家床品.
_OWNED = re.compile(
    rf"(?:[^，的]{{0,24}}?{PERSON}(?:先生|女士|[副名誉]*会长|主席|理事长|董事长|老板)?(?!{PERSON})|[他她其])"
    r"(?:(?:在[^，的]{1,8})?(?:所在|任职|供职|创[办立]|执掌|掌舵|经营|主[持理]|打理|领导|开[设办]?|旗下|麾下|名下|家族|自己|担?任)[^，的]{0,8}的?|在[^，的]{1,8}的|的)"
    r"|其(?=公司|企业|集团|工厂)"
)
_A_FIRM = re.compile(r"(?:家族)?(?:公司|企业|集团|单位|基金会?|工厂|商店|超市|餐馆|酒店)")


def _firm(view: str, owned: re.Match[str], stop: int, end: int) -> Party | None:
    """The firm of the one who is named: by its name, or by whose it is where it has none."""
    start, a_firm = owned.end(), _A_FIRM.match(view, owned.end(), end)
    if a_firm:
        by_name = _short_before_verb(view, a_firm.end(), stop, sure=False)
        return by_name or Party(owned.start(), a_firm.end())
    if TITLE.search(view, start, stop):
        return None
    run = owned.group().endswith("的") and not owned.group().endswith((f"{PERSON}的", "他的", "她的"))
    if says_who(view, start, stop, sure=run):
        return named(view, start, end)
    return None if head(view[start:stop]) else _short_before_verb(view, start, stop, run)


def _short_before_verb(view: str, start: int, end: int, sure: bool) -> Party | None:
    """A name of no known noun; unless it is `sure` that one is due it begins with no ordinary word: not 爱心带动."""
    found = short_name(view, start, end)
    ordinary = found and view[found.start : found.start + 2] in names().common
    return found if found and found.end - found.start > 2 and (sure or not ordinary) else None


def _whole(view: str, start: int, end: int) -> Party | None:
    """The span, where it is a name from its first to its last word."""
    found = party(view, start, end)
    if not found or any(marks_in(view, found.start + 1, found.end)):
        return None
    if not is_credible(view, found.start, found.end):
        return None
    ranked = _RANK_OF.fullmatch(view, found.start, found.end)  # 会长单位、均瑶集团
    return Party(*ranked.span("firm")) if ranked else found


def _longest(view: str, start: int, end: int) -> Party | None:
    """The longest name with which the span begins: 中国建设银行巴黎分行."""
    last, gap, ranked = None, 0, False
    for i in range(start + 1, min(end, start + LONGEST_PARTY) + 1):
        gap += view[i - 1] not in (ASIDE, COUNT, "及")
        longest = FIRM if ranked else OFFICE if last and view[last - 1] == CHAMBER else CHAIN
        if last and (gap > longest or mark_at(view, i - 1, end)):
            break
        if is_party(view[start:i]):
            last, gap = i if is_credible(view, start, i) else last, 0
            ranked = last == i and (_is_rank(view, start, i) or _holds_office(view, start, i))
    if not last:
        return None
    if by_name := _goes_by(view, start, last, end):
        return by_name
    return Party(start, last, is_plural(view[start:last]) and not _UNNAMED.match(view, last, end))


def _goes_by(view: str, start: int, last: int, end: int) -> Party | None:
    """The name that follows an office or a rank and is not known as one: 会长方侨生勋爵, 会员企业金盾塑料."""
    if view.endswith(("先生", "女士"), start, last):  # 甲先生荣任会长
        return None
    unlisted = view[last : last + 2] not in names().common and end - last == 3  # 会长望开慧
    nick = _NICKNAME.match(view, last, end)
    nicknamed = nick and nick[1] in names().surnames
    person = (TITLE.search(view, start, last) or view[last - 1] in TRADES) and (
        nicknamed or view[last : last + 1] in names().surnames or unlisted
    )
    ranked = _is_rank(view, start, last) and names().common.get(view[last : last + 2], "noun") == "noun"
    if not person and not ranked:
        return None
    mark = next((m.start() for m in marks_in(view, last, end)), end)
    if person and nick and nicknamed:
        return Party(start, nick.end())
    if person and (stop := called(view, last, end)):
        return Party(start, stop)
    if PERSON_NAME.fullmatch(view, last, mark) and not NO_GIVEN.search(view, last, mark):
        return Party(*trim(view, start, mark))
    return Party(last, mark) if ranked and _FIRMS.fullmatch(view, last, mark) else None


_UNNAMED = re.compile(
    r"[不未](?:愿|肯|便|欲|想)?(?:留名|具名|署名|透露姓名|留下?姓名)|匿名"
)  # 有爱心人士不留名捐2万元: one did
# 一位不愿具名的老华侨, 几位在利马开餐馆的侨胞: the name runs to its last noun.
_SOMEONE = re.compile(rf"[一-鿿]{{0,10}}?(?:{COUNT}{{2,}}|[几数多两某][位名家个])(?=.)")
_TURN = re.compile(
    rf"{BY_KIN}|亦|亲[自到]|来到|前来|专程|特地|[，,把将向给对：]|纷纷|悉数|率先|主动|现场(?!会)|(?<![华因成作认以])为(?![民首])"
)


# 刚回国的会长甲, 在杭州开面馆的吴兴旺, but not what a preposition governs: 向受灾的会员甲
_DESCRIBED = re.compile(
    rf"的(?:{CHAMBER}*[一-鿿]{{0,8}}?{PERSON}+(?![{PERSON}的、和与及暨])"
    rf"|(?P<bare>[一-鿿]{{2,9}}?)(?=[{FIGURE}{COUNT}以向给为把将则又还也就便]|$))"
)
_GOVERNS = frozenset("向给对把将被让与和同为由")
_CAME_FROM = re.compile("由[^的]{2,10}(?:赶|远道|过来|而来)")


def _governs(view: str, start: int, end: int) -> bool:
    """Whether a preposition of the span makes an object of what follows: 向受灾的会员甲, but not 在自由区开店的甲."""
    return any(
        view[word.start] in _GOVERNS and not _CAME_FROM.match(view, word.start, end)
        for word in each_word(view, start, end)
        if word.kind in ("preposition", "joint") and word.end - word.start == 1
    )


def described(view: str, start: int, end: int) -> Party | None:
    """Who is told of in a clause before the name: a noun stands behind what describes it."""
    if someone := _described_someone(view, start, end):
        return someone
    for m in reversed(list(_DESCRIBED.finditer(view, start, end))):
        clause = max(view.rfind(c, start, m.start()) + 1 for c in "、，") or start
        opens = _longest(view, clause, m.start())
        if _governs(view, clause, m.start()) or (m["bare"] and not _is_person_name(m["bare"])):
            continue
        if opens and (m["bare"] or (opens.end < m.start() and view[opens.end] != "在")):
            continue  # 商会走访生病的会员甲
        return Party(m.start() + 1, m.end())
    return None


def _is_person_name(words: str) -> bool:
    """Whether words are a person's name, alone or behind an origin or an office: 陕西人王建军, 会员黄阿财."""
    name = words.rpartition("人")[2]
    if len(name) == 2 and name[0] in "老小阿" and name[1] in names().surnames:  # 看门的老孙
        return True
    by_name = 1 < len(name) < 4 and name[0] in names().surnames and not NO_GIVEN.search(name)
    return (by_name and not head_kind(name) and name[:2] not in names().common) or is_titled(words)


def _described_someone(view: str, start: int, end: int) -> Party | None:
    someone = _SOMEONE.match(view, start, end)
    if not someone or MARK.search(view, start, someone.end() - 2):
        return None
    turn = _TURN.search(view, someone.end(), end)
    last = turn.start() if turn else end
    behind = max(view.rfind("的", someone.end(), last) + 1, someone.end())
    trade = trade_end(view, behind, trim(view, start, last)[1])
    if trade and is_credible(view, start, trade):
        return Party(start, trade, is_plural(view[start:behind] + "人") and is_plural(view[start:trade]))
    for stop in range(last, behind, -1):
        named_so = head(view[someone.end() : stop]) or view[stop - 1] == PERSON  # 83岁的老侨领梁冠军
        if named_so and is_party(view[start:stop]) and is_credible(view, start, stop):
            by_name = 1 < last - stop < 4 and view[stop] in names().surnames  # 来澳三十年的老华侨黄伯
            if by_name and TITLE.search(view, start, stop) and not NO_GIVEN.search(view, stop, last):
                return Party(start, last)
            trade = view[behind - 1] == "的" and names().common.get(view[stop:last]) == "noun"  # 餐馆小工
            stop = last if trade else stop
            return Party(start, stop, is_plural(view[start:stop]))
    last = trim(view, start, last)[1]
    whole = view[behind - 1] == "的" and _NOUN.fullmatch(view, behind, last)
    plural = is_plural(view[start:behind] + "人") and is_plural(view[start:last])  # not 6岁的某某
    return Party(start, last, plural) if whole and is_credible(view, behind, last) else None


_NOUN = re.compile(r"[一-鿿]{2,6}")


# 副会长单位丰泽粮机, 会员公司森特陶瓷, 协会会员天马电器
_RANK = re.compile(
    rf"(?:会长|理事|会员|秘书长|监事长?|主席)(?:单位|公司)$|(?:会员|理事|监事|执委|常委|骨干)(?:企业|厂商?|机构)$|(?:会|{CHAMBER})会员$|爱心(?:企业|人士)$"
)
_JOINS = re.compile("携手|联手|联合(?![会国总社])|会同|联同|偕同|与(?!会)")
# With whom, or through whom, a body gives what is its own.
_NO_PARTNER = re.compile(
    "红十字|慈善|医院|学校|[小中大]学|媒体|政府|会员|会友|理事|员工|属会|分会|支会|志愿|义工"
)


def _joint(view: str, start: int, end: int) -> Party | None:
    """Two who give together and are followed by when or how they do: 大使馆携手中资企业协会, 中华会馆与十多个侨团昨日联合…"""
    joint = _JOINS.search(view, start + 2, end)
    if not joint or not is_party(view[start : joint.start()]) or not is_credible(view, start, joint.start()):
        return None
    stop = next((m.start() for m in marks_in(view, joint.end() + 1, end)), end)
    other = party(view, joint.end(), stop)
    if not other or other.start != joint.end() or _NO_PARTNER.search(view, other.start, other.end):
        return None
    return Party(start, other.end, other.plural) if is_credible(view, start, other.end) else None


_RANK_OF = re.compile(
    rf"[^、{COUNT}]{{0,30}}(?:会长|理事|会员|秘书长|监事长|主席)单位、(?P<firm>[^、和及与]{{3,20}})(?<!单位)"
)


def _holds_office(view: str, start: int, end: int) -> bool:
    """Whether words end in an office and another office of the same follows: 副会长、世纪集团主席王大明."""
    return view.startswith("、", end) and TITLE.search(view, start, end) is not None


def _is_rank(view: str, start: int, end: int) -> bool:
    """Whether the words are what one firm is called before its name: 副会长单位, not 8家会员单位."""
    return _RANK.search(view, start, end) is not None and not _OF_MANY.search(view, start, end)


_OF_MANY = re.compile(f"{COUNT}|[各众]|全体|广大|[多数]家|所有")
_NICKNAME = re.compile("[小老阿]([一-鿿])(?![一-鿿]*[的公司店厂行])")  # 研究生小金
_FIRMS = re.compile(r"[一-鿿]{2,8}(?:[、和及与][一-鿿]{2,8})+")
PREPOSITIONS = frozenset("向 给 为 通过 透过 将 把 用 以 于 从 被 由 令 让 来自 在 到 经".split())
_WHERE = re.compile(rf"在(?!座)[^，的{CHAMBER}{PERSON}]+$")  # 在超市采购, but 在釜山打工的渔工
FIRM = 20  # characters of a firm's name behind its rank: 副会长单位东方水泥有限公司
OFFICE = 6  # of an office behind a chamber: 永远名誉会长
CHAIN = 6  # characters between two nouns of one name: 银行巴黎分行, 企业和个人


def short_name(view: str, start: int, end: int) -> Party | None:
    """A name without a known noun (华为, 中工国际) right before a preposition, an adverb or the verb."""
    mark = next((m for m in marks_in(view, start, end) if m.start() > start), None)
    stop = mark.start() if mark else end
    start, stop = trim(view, start, stop)
    if start >= stop or MARK.match(view, start, stop):
        return None
    found = Party(start, stop, is_plural(view[start:stop]))
    if view[start:stop] in names().places or not is_credible(view, start, stop):
        return None
    parts = split(view, found)  # 首钢秘铁、中铝秘鲁
    if all(is_short_name(view, p.start, p.end) or is_party(view[p.start : p.end]) for p in parts):
        return found
    return found if is_short_name(view, start, stop) else None
