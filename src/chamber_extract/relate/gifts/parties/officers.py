"""For whom officers give: the body where they hand over, lead others or tell what a meeting has decided, else themselves."""

from __future__ import annotations

import re

from chamber_extract.relate.gifts.clauses import Act
from chamber_extract.relate.gifts.parties.clause_words import OF_FIRM
from chamber_extract.relate.gifts.parties.named import named
from chamber_extract.relate.gifts.parties.raisers import OFFICER, SECTION_OF
from chamber_extract.relate.gifts.parties.roles import COMMISSION, GOES_WITH, last
from chamber_extract.relate.gifts.parties.wording import Party
from chamber_extract.relate.gifts.setting import Setting, State
from chamber_extract.relate.gifts.view import CHAMBER, PERSON

TAKE = re.compile(r"[将把以携带着被]|拿出|献出|出资|自费|自筹|移[^，交]{0,3}[礼仪]")
_OWN = re.compile(f"{CHAMBER}+")
_HANDED = re.compile(r"(?:[移转递送面]|\ue003)交|递[到给上]|交(?:给|予|到|至|付|与)|致送|送交|送到")
_TO_ITSELF = re.compile(
    r"[到至入进给](?:商会|协会|[本该]会|会里|联谊会)[^，。]{0,6}(?:[账帐][户号]|专户|基金|募捐箱)|[投放塞][入进到][^，。]{0,8}箱"
)
# 把自己的车马补贴, 把女儿婚宴节省下来的30万铢, 当选收到的贺仪: what he hands over is his
HIS_OWN = re.compile("自己|本人|自家|家里|积蓄|压岁|女儿|儿子|太太|妻子|[婚寿丧]宴|贺[仪礼]|退休金|养老金")
_ANNOUNCED = re.compile(r"宣[布告]|表示|透露|公布")


def for_body(setting: Setting, state: State, act: Act, donor: Party | None) -> Party | None:
    """The chamber spoken of, where its officers only hand over: 商会举行仪式，会长甲将善款移交红十字会."""
    text, body = setting.text, state.body or setting.headed
    if entrusted := COMMISSION.search(text, setting.sentence.start, act.start):
        return named(text, *entrusted.span("who")) or donor
    led = donor and GOES_WITH.search(setting.folded, donor.end, max(donor.end, act.start))
    if donor and led and (section := SECTION_OF.match(setting.folded, donor.start, donor.end)):
        return Party(*section.span("body"))  # 女企业家分会会长甲带队
    own = donor and _OWN.match(text, donor.start, donor.end)  # 商会会长甲
    if own and donor:
        body = Party(*own.span())
    if body and not state.gathered and _of_meeting(setting, act, donor):
        return body
    if not donor or not body or CHAMBER in text[own.end() if own else donor.start : donor.end]:
        return donor
    officer = is_officer(setting, own.end() if own else donor.start, donor.end)
    if not officer and not (led and text[donor.start] == PERSON):
        return donor
    called = setting.folded[donor.start : donor.end + len("个人")]
    if (
        "个人" in called or _OWNS.match(called) or OF_FIRM.search(called)
    ):  # 副会长甲的公司; 副会长、恒越公司董事长甲
        return donor
    end = clause_end(text, act.end, setting.sentence.end)
    if _TO_ITSELF.search(setting.folded, act.end, end) or HIS_OWN.search(
        setting.folded, donor.end, act.start
    ):
        return donor
    handed = TAKE.search(text, donor.end, act.start) and _HANDED.search(text, act.start, end)
    granted = "拨" in act.form and _ANNOUNCED.search(text, donor.end, act.start)
    return body if act.action == "deliver" or handed or led or granted else donor


_OWNS = re.compile("[^和及与]*的")


def _of_meeting(setting: Setting, act: Act, donor: Party | None) -> bool:
    """Whether a meeting has decided, or money of the body is spent, and nobody is named since: 会议议定，从商会基金中列支."""
    decided = last(_MEETING_DECIDED, setting.folded, setting.sentence.start, act.start)
    decided = decided or last(_OWN_PURSE, setting.folded, setting.sentence.start, act.start)
    if not decided or not donor:
        return decided is not None
    of_some = donor.plural and "会" in decided.group()  # 有理事提议，会议议定
    meets = setting.folded.endswith(("事会", "会议", "大会"), donor.start, donor.end)
    sits = of_some or meets or is_officer(setting, donor.start, donor.end)
    return sits and donor.start < decided.end()


_MEETING_DECIDED = re.compile(
    r"(?:会议|大会|[理董监]事会|会董会|全体(?:理|董|会)[事董]|会上)[^，。；]{0,6}(?:[议表]决|决[议定]|议定|商定|通过)"
    r"|(?:^|(?<=[，。]))(?:[会当][上场中日天晚])?(?:一致[同通]|(?:一致)?[议表]决|(?:一致)?决议)"
)
_OWN_PURSE = re.compile(
    r"(?:从|自|由|动用)(?:[本该]?会|[商协总公]会)?[^，。；从自由]{0,4}(?:会费|会务|经费|公益金|公积金|福利金|储备金?|准备金|基金)[^，。；]{0,6}(?:[中内里]|项下|拨|列支|提取)"
)


def is_officer(setting: Setting, start: int, end: int) -> bool:
    """Whether a name is that of an officer: 会长甲, 甲会长."""
    name = OFFICER.match(setting.folded, start, end)
    return name is not None or (
        setting.text.startswith(PERSON, start) and OFFICER.search(setting.folded, end - 3, end) is not None
    )


def clause_end(text: str, start: int, end: int) -> int:
    """Where the clause that holds `start` ends."""
    return next((i for i in range(start, end) if text[i] in "，。；、！"), end)
