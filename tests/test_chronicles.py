"""Days of a chronicle below the heading of their month or year."""

from __future__ import annotations

import pytest

from chamber_extract import extract_text


def days(text: str) -> list[tuple[str, str]]:
    """Each day or part of a month with its first day."""
    found = extract_text(text).dates
    return [(d.text, d.start.isoformat()) for d in found if d.precision not in ("year", "month")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "安徽省温州商会2016年大事记\n\n一月\n8日，商会召开会长办公会议。\n21日，商会慰问会员。\n\n三月\n16日至18日，会长率团考察。\n",
            [("8日", "2016-01-08"), ("21日", "2016-01-21"), ("16日至18日", "2016-03-16")],
        ),
        (
            "商会大事记\n2019年8月\n13日　台风成灾，会员3日内筹集救灾款36.8万元，16日送交红十字会。\n20日　召开会议，25日至27日考察，30日内答复，2日后再议。\n",
            [
                ("13日", "2019-08-13"),
                ("16日", "2019-08-16"),
                ("20日", "2019-08-20"),
                ("25日至27日", "2019-08-25"),
            ],
        ),
        (
            "2016年大事记\n■3月\n△5日 商会举办踏青活动。\n△中旬 走访会员企业。\n【4月】\n△2日、3日 召开会议。\n",
            [("5日", "2016-03-05"), ("中旬", "2016-03-11"), ("2日", "2016-04-02"), ("3日", "2016-04-03")],
        ),
        (
            "二〇〇九年會務紀要\n五月份\n六日　會董會議通過撥款賑災。\n十九日　訪京團啟程。\n",
            [("六日", "2009-05-06"), ("十九日", "2009-05-19")],
        ),
        (
            "商会大事记\n2015年\n3.5 举办踏青活动。\n3.16 率团赴河南考察。\n2016年\n1.8 召开会长会议。\n12.25 举行年会。\n",
            [("3.5", "2015-03-05"), ("3.16", "2015-03-16"), ("1.8", "2016-01-08"), ("12.25", "2016-12-25")],
        ),
        (
            "商会历程\n2008年\n5月12日 商会捐款50万元。\n2010年\n8月15日 商会换届。\n",
            [("5月12日", "2008-05-12"), ("8月15日", "2010-08-15")],
        ),
        (
            "商会2019年大事记\n4月\n▲18日至22日　赴越南考察。\n7月\n▲12日　发出倡议书。至22日，共收到捐款26万元。\n12月\n▲3日　年会。\n",
            [
                ("18日至22日", "2019-04-18"),
                ("12日", "2019-07-12"),
                ("22日", "2019-07-22"),
                ("3日", "2019-12-03"),
            ],
        ),
    ],
    ids=[
        "month-lines",
        "days-within-an-entry",
        "marks-and-thirds",
        "traditional",
        "numbers-below-years",
        "written-out-below-years",
        "days-from-and-to",
    ],
)
def test_a_day_takes_month_and_year_from_the_heading_above(text: str, wanted: list[tuple[str, str]]) -> None:
    assert days(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "2015年\n1.1 总则\n1.2 会员\n2.1 会费\n2.2 理事会\n",  # chapters
        "2015年\n3.5%的会员退会。\n3.5万元捐给学校。\n",
        "商会2016年工作总结\n三月\n30日内报名。\n5日本商会来访。\n",
        "一月\n8日，商会召开会议。\n",  # no year anywhere
    ],
    ids=["chapters", "figures", "lengths", "no-year"],
)
def test_numbers_that_are_no_days_stay_out(text: str) -> None:
    assert days(text) == []
