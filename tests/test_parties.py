"""Who acts in a clause, and to whom it is given."""

from __future__ import annotations

import pytest

from chamber_extract.relate.gifts.parties.named import named, short_name
from chamber_extract.relate.gifts.parties.recipients import recipient_after, recipient_before
from chamber_extract.relate.gifts.parties.subject_phrases import nearest, subject
from chamber_extract.relate.gifts.parties.wording import Party, is_plural, members
from chamber_extract.relate.gifts.view import COUNT, DATE


def view(words: str) -> str:
    """`#` stands for a letter of a count, `@` for one of a date."""
    return words.replace("#", COUNT).replace("@", DATE)


def said(words: str, found: Party | None) -> str | None:
    return words[found.start : found.end] if found else None


SUBJECTS = [
    ("plain", "温州商会", "温州商会", None),
    ("before-preposition", "温州商会向灾区", "温州商会", None),
    ("before-adverb", "温州商会先后三次", "温州商会", None),
    ("date-first", "@@@@@温州商会", "温州商会", None),
    ("connective-first", "同时温州商会", "温州商会", None),
    ("under-the-lead-of", "在商会号召下会员企业", "会员企业", None),
    ("called-on", "商会号召会员企业", "会员企业", None),
    ("through", "浙江联谊会通过大使馆", "浙江联谊会", None),
    ("on-behalf-of", "会长代表商会", "商会", None),
    ("received-from", "红十字会收到恒通公司", "恒通公司", "红十字会"),
    ("received", "红十字会共收到", None, "红十字会"),
    ("by", "由恒通公司", "恒通公司", None),
    ("from", "善款来自恒通公司", "恒通公司", None),
    ("abroad", "在日中国企业", "在日中国企业", None),
    ("counted", "已有##会员企业", "##会员企业", None),
    ("two-named", "恒通公司和大洋集团", "恒通公司和大洋集团", None),
    ("nobody", "随后", None, None),
    ("adverbs", "先后累计", None, None),
    ("preposition", "通过各种渠道", None, None),
]


@pytest.mark.parametrize(("words", "donor", "taker"), [c[1:] for c in SUBJECTS], ids=[c[0] for c in SUBJECTS])
def test_subject(words: str, donor: str | None, taker: str | None) -> None:
    found, receiver, _ = subject(view(words), 0, len(words))
    assert (said(words, found), said(words, receiver)) == (donor, taker)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("中国建设银行巴黎分行迅速行动", "中国建设银行巴黎分行"),
        ("恒通公司发扬传统", "恒通公司"),
        ("会长林国栋积极", "会长林国栋"),
        ("组织会员单位做好工作", None),
        ("感谢恒通公司", None),
        ("邀得拿督林某", None),
        ("水灾造成损失", None),
    ],
    ids=["two-nouns", "unknown-verb", "office-and-name", "those-called-on", "thanked", "invited", "no-party"],
)
def test_named(words: str, name: str | None) -> None:
    assert said(words, named(words, 0, len(words))) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("同机运送的还有其他瑞士华人", "其他瑞士华人"),
        ("带着当地华侨", "当地华侨"),
        ("落实悉尼分会", "悉尼分会"),
        ("完成", None),
    ],
    ids=["also", "carrying", "arranged", "nobody"],
)
def test_the_giver_in_a_relative_clause_stands_nearest_to_the_verb(words: str, name: str | None) -> None:
    assert said(words, nearest(words, 0, len(words))) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [("华为向灾区", "华为"), ("阿里巴巴", "阿里巴巴"), ("现场", None), ("向灾区", None), ("慈善晚会", None)],
    ids=["company", "alone", "place", "preposition", "event"],
)
def test_short_name(words: str, name: str | None) -> None:
    assert said(words, short_name(words, 0, len(words))) == name


@pytest.mark.parametrize(
    ("words", "plural"),
    [
        ("会员企业", True),
        ("恒通公司", False),
        ("恒通公司和大洋集团", False),
        ("恒通公司等##企业", True),
        ("社会各界", True),
        ("全省各级商会", True),
        ("各级商会", True),
        ("温州商会会长", False),
        ("商会员工", True),
        ("商会、协会等商会", True),
    ],
)
def test_plural(words: str, plural: bool) -> None:
    assert is_plural(view(words)) is plural


def test_members_are_told_apart_only_where_each_is_named() -> None:
    words = "恒通公司、大洋集团和顺达公司"
    assert [said(words, p) for p in members(words, Party(0, len(words)))] == [
        "恒通公司",
        "大洋集团",
        "顺达公司",
    ]
    words = "口罩和恒通公司"
    assert members(words, Party(0, len(words))) == [Party(0, len(words))]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("商会向希望小学", "希望小学"),
        ("商会为湖北省慈善总会", "湖北省慈善总会"),
        ("向一线奋战的医护人员再次", "一线奋战的医护人员"),
        ("为支援抗疫", None),
        ("华为", None),
        ("认为", None),
    ],
    ids=["to", "for", "relative", "purpose", "company", "verb"],
)
def test_recipient_before(words: str, name: str | None) -> None:
    assert said(words, recipient_before(words, 0, len(words))) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("已运抵湖北省中医院。", "湖北省中医院"),
        ("全部捐给市福利院，", "市福利院"),
        ("运抵杭州，捐赠给浙江省人民医院。", "浙江省人民医院"),
        ("汇入湖北省慈善总会账户。", "湖北省慈善总会"),
        ("予花莲县政府。", "花莲县政府"),
        ("支援武汉抗击疫情。", "武汉"),
        ("运回国内。", None),
        ("用于防疫。", None),
        ("助力打赢防疫战。", None),
    ],
    ids=["arrived", "given", "end-receiver", "account", "directly", "place", "home", "use", "purpose"],
)
def test_recipient_after(words: str, name: str | None) -> None:
    assert said(words, recipient_after(words, 0, len(words))) == name
