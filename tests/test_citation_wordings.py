"""Policies cited in every common way, with every bracket about the year: the same title, number, issuer and day."""

from __future__ import annotations

import pytest

from chamber_extract import extract_text

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
