"""Policies cited in every common way, with every bracket about the year: the same title, number, issuer and day."""

from __future__ import annotations

import pytest

from chamber_extract import extract_text
from tests.citation_reading import rows

TITLE = "关于进一步加强行业协会商会收费管理的通知"
ISSUERS = {"国务院办公厅": "国办发", "浙江省人民政府": "浙政发", "中共温州市委办公室": "温委办发", "深圳市民政局": "深民函"}  # fmt: skip
BRACKETS = ["〔2019〕", "[2019]", "【2019】", "（2019）", "(2019)", "﹝2019﹞", "〔 2019 〕", "［2019］"]

# Each with what it tells: the title, the issuer, the day.
CITATIONS: dict[str, tuple[str, bool, bool, bool]] = {
    "behind": ("根据《{title}》（{number}）精神，制定本方案。", True, False, False),
    "of-issuer": ("根据{issuer}《{title}》（{number}）要求，开展自查。", True, True, False),
    "issued": ("{issuer}印发《{title}》（{number}），明确了有关要求。", True, True, False),
    "issued-on": ("2019年3月5日，{issuer}印发《{title}》（{number}）。", True, True, True),
    "published-on": ("{issuer}于2019年3月5日发布《{title}》（{number}），自发布之日起施行。", True, True, True),
    "number-alone": ("按照{number}文件要求，全面清理收费。", False, False, False),
    "number-under-title": ("{title}\n{number}\n各市、县人民政府：\n为贯彻落实党中央决策部署，现通知如下。", False, False, False),
    "listed": ("1.《{title}》（{number}）\n2.《慈善法》\n", True, False, False),
    "repealed": ("《{issuer}关于印发〈章程〉的通知》（{number}）同时废止。", False, False, False),
    "with-day": ("一、{title}（{number}，2019年3月5日发布）", True, False, True),
    "day-in-bracket": ("《{title}》（{number}，2019年3月5日）明确提出要减轻企业负担。", True, False, True),
    "recently": ("{issuer}近日出台了《{title}》（{number}）。", True, True, False),
    "jointly": ("{issuer}联合财政部下发《{title}》（{number}）。", True, True, False),
    "row": ("《{title}》\t{number}\t{issuer}\t2019年3月5日", True, True, True),
}  # fmt: skip


@pytest.mark.parametrize("way", CITATIONS)
def test_a_citation_says_the_same_in_every_writing(way: str) -> None:
    words, titled, issued_by, dated = CITATIONS[way]
    for issuer, code in ISSUERS.items():
        for brackets in BRACKETS:
            text = words.format(title=TITLE, issuer=issuer, number=f"{code}{brackets}24号")
            found = extract_text(f"政策解读\n\n{text}\n").policies
            (policy,) = [p for p in found if p.document_number == f"{code}〔2019〕24号"] or [None]
            assert policy, text
            assert not titled or policy.title == TITLE, text
            assert not issued_by or issuer in policy.issuers, text
            assert (policy.issued.isoformat() if policy.issued else None) == (
                "2019-03-05" if dated else None
            ), text


# What is said of {a} and {b} around a title, to who issued it.
ACTS: dict[str, list[tuple[str, ...]]] = {
    "a": [
        ("{a}近日对外公布《{t}》", "{a}制定出台了《{t}》", "{a}公布新修订的《{t}》", "{a}刚刚印发的《{t}》"),
        ("{a}网站公布了《{t}》", "{a}官网昨日发布《{t}》", "{a}发布公告，公布《{t}》", "{a}日前下发通知，印发《{t}》"),
        ("经{b}同意，{a}印发了《{t}》", "{b}转发{a}《{t}》", "由{a}牵头起草的《{t}》", "“{a}《{t}》”", "【{a}】《{t}》"),
        ("去年底{a}下发《{t}》后", "今年6月，{a}出台的《{t}》明确", "{a}2021年印发的《{t}》", "会议学习了{a}最新下发的《{t}》"),
    ],
    "ab": [
        ("《{t}》由{a}、{b}联合印发", "{a}会同{b}研究制定了《{t}》", "{a}和{b}《{t}》", "《{t}》（{a}、{b}，2020年6月）"),
        ("近日，{a}、{b}联合发文，出台《{t}》", "{a}、{b}等部门日前联合出台《{t}》"),
    ],
    "": [
        ("在{a}指导下，协会学习《{t}》", "{a}副局长李明讲解《{t}》", "商会邀请{a}专家解读《{t}》"),
    ],
}  # fmt: skip
BODIES = [
    ("商务部", "财政部"),
    ("浙江省民政厅", "浙江省财政厅"),
    ("國家發展改革委", "海關總署"),
    ("县委", "县政府"),
]


@pytest.mark.parametrize(
    ("words", "who"), [(w, who) for who, groups in ACTS.items() for group in groups for w in group]
)
def test_who_issued_is_told_by_the_words_around(words: str, who: str) -> None:
    for a, b in BODIES:
        ((_, _, issuers),) = rows(words.format(a=a, b=b, t=TITLE))
        assert set(issuers) == {{"a": a, "b": b}[w] for w in who}
