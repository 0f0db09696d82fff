"""Who gave: whom references stand for, who is carried over, and that no piece of a sentence is taken for a name."""

from __future__ import annotations

import pytest

from chamber_extract.relate.chambers import aliases
from chamber_extract.relate.gifts import drafts
from chamber_extract.relate.gifts.parties.bounds import is_credible
from chamber_extract.relate.gifts.parties.givers import TRUST, Givers, told
from chamber_extract.relate.gifts.parties.names import PartyNames
from chamber_extract.relate.gifts.view import ASIDE, CHAMBER, COUNT, PERSON, look
from tests import giver_cases, ranking, weigh_givers
from tests.gift_reading import gifts, reading

CASES = [case for cases in giver_cases.ALL for case in cases]
GAPS = giver_cases.KNOWN_GAPS


def givers(text: str, wanted: list[str]) -> list[str]:
    """The giver of each gift in the text, `?` for none and `*` where the case does not judge."""
    found = [gift.donor or "?" for gift in gifts(text)]
    return ["*" if w == "*" else f for f, w in zip(found, wanted, strict=False)] + found[len(wanted) :]


@pytest.mark.parametrize(("text", "wanted"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_givers(text: str, wanted: list[str]) -> None:
    assert givers(text, wanted) == wanted


@pytest.mark.xfail(strict=True, reason="the words that would tell are not understood")
@pytest.mark.parametrize(("text", "wanted"), [c[1:] for c in GAPS], ids=[c[0] for c in GAPS])
def test_givers_not_understood(text: str, wanted: list[str]) -> None:
    assert givers(text, wanted) == wanted


def weighed(text: str) -> list[str]:
    """What the text says of the gifts whose givers are weighed."""
    read = reading(text)
    chambers = aliases.resolve(read)
    found = drafts(read, chambers, look(read, chambers))
    return [read.text.folded[d.lot.figure.start : d.lot.figure.end] for d in told(found)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("侨社赈灾\n泰国湖南商会捐款10万铢，恒通集团捐款5万铢。", ["10万铢", "5万铢"]),
        ("侨社赈灾\n恒通集团、大同公司各捐款5万铢。泰国湖南商会捐款10万铢。", ["10万铢"]),
        ("侨社赈灾\n恒通集团和大同公司分别捐款5万铢、3万铢。", []),
        ("侨社赈灾\n商会送去大米20吨、棉被500床，其中棉被由恒通集团捐赠。", ["20吨"]),
    ],
    ids=["two", "each", "respectively", "by whom"],
)
def test_who_gave_is_not_weighed_where_the_text_says_it_outright(text: str, wanted: list[str]) -> None:
    assert weighed(text) == wanted


def test_nobody_is_always_among_those_who_may_have_given() -> None:
    read = reading("侨社赈灾\n泰国湖南商会会长李明说，会员捐款10万铢。")
    chambers = aliases.resolve(read)
    view = look(read, chambers)
    (draft,) = drafts(read, chambers, view)
    candidates = Givers(read, view, PartyNames(read, chambers, view)).candidates(draft, None)
    assert [c.party is None for c in candidates] == [False] * (len(candidates) - 1) + [True]
    spoken = {read.text.folded[c.party.start : c.party.end] for c in candidates if c.party}
    assert {"泰国湖南商会", "李明", "会员"} <= spoken


def test_learning_tells_who_gives() -> None:
    def telling(n: int) -> weigh_givers.Telling:
        seen = [(("ahead 0", "chamber"), True), (("ahead 3", "chamber"), False)]
        return weigh_givers.Telling(f"{n}.txt", False, seen, False, lambda _: False)

    weights = ranking.learn([telling(n) for n in range(20)])
    assert weights["ahead 0"] > 0 > weights["ahead 3"]
    assert weights == ranking.learn([telling(n) for n in range(20)])


def test_the_reading_stands_unless_another_is_far_likelier() -> None:
    read = reading("侨社赈灾\n泰国湖南商会会长李明说，会员捐款10万铢。")
    chambers = aliases.resolve(read)
    view = look(read, chambers)
    givers = Givers(read, view, PartyNames(read, chambers, view))
    (draft,) = drafts(read, chambers, view)
    candidates = givers.candidates(draft, None)
    (chamber,) = [c for c in candidates if c.party and "chamber" in c.features]
    only = min(set(chamber.features) - {f for c in candidates if c is not chamber for f in c.features})
    assert givers.likeliest(draft, candidates, {}) is draft.donor
    assert givers.likeliest(draft, candidates, {only: TRUST - 0.1}) is draft.donor
    assert givers.likeliest(draft, candidates, {only: TRUST + 3.0}) == chamber.party


def view(words: str) -> str:
    """`C` stands for a letter of a chamber, `P` for one of a person, `#` of a count, `~` of an aside."""
    for letter, private in (("C", CHAMBER), ("P", PERSON), ("#", COUNT), ("~", ASIDE)):
        words = words.replace(letter, private)
    return words


NAMES = [
    "CCCC",
    "会长PPP",
    "CCCC会长PPP",
    "恒通公司",
    "华为",
    "###会员企业",
    "一位不愿透露姓名的侨胞",
    "中国银行巴黎分行",
    "CCC、CCC和恒通公司",
    "他经营的家具批发公司",
    "其夫人",
    "参与企业",
    "社会各界",
    "华人社会",
    "使馆",
    "中建八局",
    "在日中国企业",
    "希望小学师生",
    "退休牙医Gordon Mah夫妇",
    "将军澳商户",
    "安卡拉的中国留学生",
    "随行的爱心人士",
    "无名氏",
    "与会嘉宾",
    "出席来宾",
]
PIECES = [
    ("half-a-quotation", "“但比起卫辉的乡亲"),
    ("what-it-includes", "上述款项包括CC"),
    ("how-long", "一连"),
    ("ends-in-an-adverb", "德浙联累"),
    ("verb-and-object", "服务会员"),
    ("verb-and-object-2", "履行社会"),
    ("verb-and-object-3", "启动用协会部分会费"),
    ("a-clause", "副会长德吉是藏族女商人"),
    ("place", "在礼堂"),
    ("day-and-place", "五日晚假海城宴会厅"),
    ("at-first", "最初##会员"),
    ("way", "经中联办"),
    ("going", "往广州火车站"),
    ("entrusted", "受CC"),
    ("with-something", "随支票"),
    ("conjunction", "但会员企业"),
    ("adverbs", "积极寻找海内外"),
    ("invited", "函请各会员"),
    ("purpose", "抗疫"),
    ("purposes", "公益慈善"),
    ("moved", "合会随车"),
    ("need", "要回报社会"),
    ("said", "会长表示会员"),
    ("punctuation", "甲公司，乙"),
    ("nothing", "~~"),
]


@pytest.mark.parametrize("words", NAMES)
def test_names_are_credible(words: str) -> None:
    assert is_credible(view(words), 0, len(words))


@pytest.mark.parametrize("words", [c[1] for c in PIECES], ids=[c[0] for c in PIECES])
def test_pieces_of_sentences_are_not(words: str) -> None:
    assert not is_credible(view(words), 0, len(words))


def test_a_known_name_is_not_cut() -> None:
    whole = view("向CCCC商会")
    assert is_credible(whole, 1, 5)
    assert not is_credible(whole, 1, 4)
    assert not is_credible(whole, 2, 5)
