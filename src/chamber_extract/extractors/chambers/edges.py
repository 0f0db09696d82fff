"""Where a name begins: after the last word that cannot stand in one, with a place that opens it."""

from __future__ import annotations

import re

from chamber_extract.extractors.chambers.tokens import Token, is_generic
from chamber_extract.gazetteer.trades import holds_trade

# Nouns of bodies and people: what follows 和 after them is another party, not the rest of a name.
_PARTY = re.compile(
    "(?:政府|公司|集团|[^西东中内外北南]部|局|委|院|办|处|行|馆|所|中心|大学|机构|人士|代表|记者|侨胞|华侨|华人|同胞|会|队|团|联|单位|群众|市民)$"
)
# Words between two places of one name.
_NAMELIKE = re.compile("[地湾]区|企业|商|侨|华|国际|贸|科技|文化|经济|行业|青年|民间|海外|籍|人")
# What a body of the article's own city, province or county begins with: 市餐饮与住宿业商会.
LEVEL = re.compile("自治[区州县]|[市省区县州]")
# 联合 in 世界华商联合促进会, 各界 in 香港岛各界联合会, 都 in 香港隆都商会: before the head noun they belong to the name.
_JOINTS = {
    "联合": re.compile(f"{_NAMELIKE.pattern}|(?:业|国家)$"),
    "组织": _NAMELIKE,
    "代表": re.compile("[联协委]"),
    "各界": re.compile(""),
    "都": re.compile(""),
}
# 中资企业（新加坡）协会, 中资企业驻特立尼达和多巴哥商业协会: the place comes second.
_MEMBERS = re.compile(r"(?:中资企业|中资机构|中国企业|华人企业|华商企业|中国商会)(?:\(|驻)$")
# After a county's short form (永嘉), what makes it the beginning of a body's name.
_AFTER_SHORT = re.compile(
    r"(?:籍|人|中华|企业|民营|工商|青年|海外|异地|外来|投资|女|总|[台侨港外]商|台湾)?(?:企业家?)?$"
)
# Characters of foreign places that no table has (普拉托, 伊基克).
_TRANSLITERATED = re.compile(
    "[阿埃艾安奥巴班邦贝本比彼波伯博布查达丹道德得登迪底蒂丁顿多俄厄恩尔发法菲费弗佛夫福盖甘冈高戈格根贡古瓜圭哈汉豪赫亨洪胡霍基吉加嘉伽贾杰金津卡喀凯坎"
    "康考科可克肯孔库奎昆拉莱赖兰朗劳勒雷黎里立利莲列林隆卢鲁路伦罗洛马玛迈麦曼毛梅美蒙孟米密摩莫墨姆木慕穆拿那纳娜内尼宁纽努诺欧帕潘庞佩彭皮匹平坡普奇齐契"
    "钱乔切琼瑞若萨塞赛桑沙圣什史士舒斯松苏索塔泰坦汤唐陶特腾提廷图土托瓦威韦维温沃乌吾武西希锡夏辛休许雅亚延扬耶叶伊以意因英尤约扎泽詹赞珍兹佐]{3,8}(?:州|省|邦|地区)?"
)

# 索法拉中资企业(协会): Chinese business in a place abroad that no table has.
ABROAD_UNLISTED = re.compile(f"(?:{_TRANSLITERATED.pattern})(?:中资|中国|华[人侨商]|中华|台[商湾])")


def after_breaks(folded: str, tokens: list[Token]) -> int:
    """Index of the first token after the last one that cannot be inside a name."""
    cut = 0
    for i, token in enumerate(tokens):
        inside = True
        if token.kind in ("break", "plural"):
            inside = i == len(tokens) - 1 and _is_joint(folded, tokens[cut:i], token)
        elif token.kind == "and":
            inside = _joins(folded, token, tokens[cut:i], tokens[i + 1 :])
        if not inside:
            cut = i + 1
    return cut


def _is_joint(folded: str, tokens: list[Token], word: Token) -> bool:
    """Whether 联合, 组织 or 各界 before the head noun belongs to the name (世界华商联合促进会)."""
    needed = _JOINTS.get(folded[word.start : word.end])
    if needed is None or not tokens or tokens[0].kind != "place":
        return False
    return needed.search(folded, tokens[0].start, word.start) is not None


def _joins(folded: str, conjunction: Token, left: list[Token], right: list[Token]) -> bool:
    """Whether 和, 与 stands inside one name (物流与采购) rather than between two parties."""
    if not left or not right:
        return False
    if not LEVEL.match(folded, left[0].start) and not any(t.kind == "place" for t in left):
        return False
    if right[0].kind == "place":
        return left[-1].kind == "place" and folded[conjunction.start] == "暨"
    if left[-1].kind == "plain" and (len(left) == 1 or left[-2].kind == "place"):
        return True  # 元和街道
    before, after = folded[left[0].start : left[-1].end], folded[right[0].start : right[-1].end]
    return not _PARTY.search(before) and not is_generic(after)


def find_anchor(folded: str, rest: list[Token], end: int) -> int | None:
    """Index of the token with which the name begins, or None where no place opens it.

    It is the first place, unless words that are no part of a name stand between it and a later one.
    """
    chosen: int | None = None
    latest = 0
    for i, token in enumerate(rest):
        if token.kind != "place":
            continue
        if chosen is None:
            chosen, latest = _opening(folded, rest, i, end), i
        else:
            if _parts(folded, rest[latest], token, end):
                chosen = i
            latest = i
    return chosen


def _opening(folded: str, rest: list[Token], i: int, end: int) -> int | None:
    """Index of the token with which a name begins whose first place is token `i`, None where it opens none."""
    token = rest[i]
    assert token.place is not None
    kind, prefix = token.place.kind, folded[rest[0].start : token.start]
    if members := _MEMBERS.search(prefix):
        return next(j for j, t in enumerate(rest) if t.start >= rest[0].start + members.start())
    behind = folded[token.end : end]
    if kind == "short" and (prefix or not (_AFTER_SHORT.match(behind) or holds_trade(behind))):
        return None
    unknown = kind not in ("area", "zone") and _TRANSLITERATED.fullmatch(prefix)
    chinese = kind == "area" and re.match("中[国资企]|华[人侨商]|台[湾商]", behind)
    if prefix and not unknown and not token.place.strong and not chinese:
        return None
    return 0 if unknown and kind in ("nation", "merchants") else i


def _parts(folded: str, earlier: Token, later: Token, end: int) -> bool:
    """Whether the words between two places part them, so that the name begins with the later one."""
    assert earlier.place is not None and later.place is not None
    gap = folded[earlier.end : later.start]
    if later.place.kind == "nation" and not gap and earlier.place.home and earlier.place.strong:
        # 在北京|中国钢铁工业协会; but 德州中国商会 and 余姚中国裘皮城商会 are whole.
        rest = folded[later.end : end]
        return later.place.name == "全国" or (bool(rest) and re.search(r"城$|城(?=企|商)", rest) is None)
    if earlier.place.abroad and later.place.kind == "nation" and (len(gap) <= 4 or gap.endswith("直辖区")):
        return False  # 汶萊馬來奕中華商會: a town that no table has
    if not gap.strip("()—-驻在和与暨") or _TRANSLITERATED.fullmatch(gap) or _NAMELIKE.search(gap):
        return False
    return later.place.strong and later.place.kind != "division"
