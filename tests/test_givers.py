"""Who gave: whom references stand for, who is carried over, and that no piece of a sentence is taken for a name."""

from __future__ import annotations

import pytest

from chamber_extract.relate.gifts.parties.bounds import is_credible
from chamber_extract.relate.gifts.view import ASIDE, CHAMBER, COUNT, PERSON
from tests import giver_cases
from tests.gift_reading import gifts

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
