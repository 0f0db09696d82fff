"""Dates of documents: what they are seen from, and what stays out."""

from __future__ import annotations

from array import array
from datetime import date

import pytest

from chamber_extract.extractors.dates import Reference, document_reference, find
from chamber_extract.mention import Mention
from chamber_extract.normalize.script import fold
from chamber_extract.readers.plain import tidy
from chamber_extract.segment import Section, Segments, Span, segment
from chamber_extract.text import Text


def text_of(content: str) -> Text:
    places = range(len(content))
    return Text(content, content, fold(content), array("Q", places), array("Q", (i + 1 for i in places)))


def segments_of(content: str, *sections: Section, published: date | None = None) -> Segments:
    spans, start = [], 0
    for line in content.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return Segments(tuple(spans), tuple(spans), sections=sections, published=published)


def found(content: str, *sections: Section, published: date | None = None) -> list[str]:
    mentions = find(text_of(content), segments_of(content, *sections, published=published))
    return [f"{content[m.start : m.end]}={m.value.edtf}" for m in mentions]


def articles(*parts: tuple[str, str | None]) -> tuple[str, tuple[Section, ...]]:
    """A document of articles, each its text and publication date."""
    content, sections = "", []
    for text, day in parts:
        start = len(content)
        content += text + "\n"
        published = date.fromisoformat(day) if day else None
        sections.append(Section(start, len(content), text.split("\n")[0], published=published))
    return content, tuple(sections)


def test_each_article_is_seen_from_its_own_day() -> None:
    content, sections = articles(
        ("防控疫情\n1月28日捐款，28日启运。", "2020-01-30"), ("大会召开\n11月5日开幕，去年", "2019-11-06")
    )
    assert found(content, *sections) == [
        "1月28日=2020-01-28",
        "28日=2020-01-28",
        "11月5日=2019-11-05",
        "去年=2018",
    ]


def test_an_article_does_not_hand_its_year_on() -> None:
    content, sections = articles(("一\n2015年3月成立。", "2020-01-30"), ("二\n5月召开会议", "2020-06-01"))
    assert found(content, *sections) == ["2015年3月=2015-03", "5月=2020-05"]


def test_an_undated_article_is_seen_from_the_documents_day() -> None:
    content, sections = articles(("一\n1月28日捐款", None))
    assert found(content, *sections, published=date(2020, 3, 31)) == ["1月28日=2020-01-28"]


def test_a_masthead_serves_where_nothing_is_dated() -> None:
    content = "工作通讯\n2020年第1季度 总第1期\n\n1月7日，会议召开。今年要全面收官。到2030年实现议程。"
    assert found(content) == [
        "2020年第1季度=2020-01-01/2020-03-31", "1月7日=2020-01-07", "今年=2020", "2030年=2030",
    ]  # fmt: skip


def test_a_headline_takes_the_year_that_its_text_gives_the_same_day() -> None:
    assert found("慈善法9月5日起施行\n全国人大常委会通过了决定，自2030年9月5日起施行。") == [
        "9月5日=2030-09-05",
        "2030年9月5日=2030-09-05",
    ]
    assert found("慈善法9月6日起施行\n全国人大常委会通过了决定，自2030年9月5日起施行。") == [
        "2030年9月5日=2030-09-05"
    ]


def test_a_masthead_of_a_quarter_knows_no_today() -> None:
    assert found("2020年第1季度\n今天，昨天，28日，本月，上周五") == ["2020年第1季度=2020-01-01/2020-03-31"]


def test_an_undated_article_of_a_quarterly_is_seen_from_its_dateline() -> None:
    content, sections = articles(
        ("2020年第1季度\n总第1期", None),
        ("联席会议成立\n9月11日，大会在京召开。今天成立的会议，今年第36个年头", None),
    )
    assert found(content, *sections)[1:] == ["9月11日=2019-09-11", "今天=2019-09-11", "今年=2019"]


def test_an_undated_article_of_a_quarterly_is_seen_from_the_day_it_counts_to() -> None:
    content, sections = articles(
        ("2020年第1季度\n总第1期", None),
        ("企业介绍\n成立于1970年，截至2019年11月，资产超千亿。今年参展", None),
    )
    assert found(content, *sections)[1:] == ["1970年=1970", "2019年11月=2019-11", "今年=2019"]


REFERENCES = [
    ("二○二三年度補助。中華民國一一二年九月十九日出刊", date(2023, 9, 19), "day"),
    ("2018年6月印发，2019年启动，截至2020年底", date(2020, 12, 31), "month"),
    ("2018年6月印发，到2025年实现翻番", date(2018, 6, 30), "month"),
    ("2018年6月印发，联合国2030年可持续发展议程", date(2018, 6, 30), "month"),
    ("2018年6月印发，聚焦2024年贸易额", date(2018, 6, 30), "month"),
    ("2020年初。联合开展2021护航企业行动", date(2021, 12, 31), "year"),
    ("2020年初，出口2035元", date(2020, 1, 31), "month"),
    ("2018年1月成立\n版权所有 ©2008-2023 某商会", date(2018, 1, 31), "month"),
    ("2018年1月成立\nCopyright 2023某商会", date(2018, 1, 31), "month"),
    ("2018年1月成立 http://a.cn/2023/05/06/x.html", date(2018, 1, 31), "month"),
    ("今年4月，近日", None, "day"),
    # A year that the text recalls is not its own.
    (
        "商会义演\n（怡保9日讯）商会週六举行晚宴。今年学生增至千人。会长说，自2001年设立奖励金以来，已颁发奖学金。",
        None,
        "day",
    ),
    (
        "侨报8月14日讯 就职典礼8月13日举行。他说，2021年7月骚乱期间，商会成立小组。今年是建交之年。",
        None,
        "day",
    ),
    ("4月20日，芦山发生地震。商会捐款50万元，会长说，2008年汶川地震时也曾捐款。", None, "day"),
    ("会长说，今年再捐一百万元。他生于1950年5月1日，从小家贫。", None, "day"),
    ("他是老会员。1998年，他来到南非。去年，他的货柜被扣。", None, "day"),
    ("1995年，商会成立。2008年5月13日，捐款百万。今年，商会迎来二十周年。", None, "day"),
    # One that heads it, opens what is told, or says up to when was counted may be.
    ("深圳市商会举行2022年助学金发放仪式\n今年共有30名学生受助。", date(2022, 12, 31), "year"),
    ("去年我们还在筹款。\n2020年9月1日开学那天，新校舍落成。", date(2020, 9, 1), "day"),
    ("今年我七十岁。\n（采访时间：2018年4月3日）", date(2018, 4, 3), "day"),
    ("今年会员增加。截至2018年6月30日，共有会员300家。", date(2018, 6, 30), "day"),
    ("2月11日，会长捐款。2020年3月，商会又捐口罩。", date(2020, 3, 31), "month"),
    ("2021年4月22日，协会召开大会。会议于4月23日闭幕。", date(2021, 4, 22), "day"),
]


@pytest.mark.parametrize(("content", "day", "known"), REFERENCES)
def test_what_a_text_without_a_date_is_seen_from(content: str, day: date | None, known: str) -> None:
    reference = document_reference(fold(content), segments_of(content))
    assert (reference.day, reference.known) == (day, known)


def test_the_publication_date_comes_first() -> None:
    content = "2020年第1季度\n2021年5月"
    assert document_reference(content, segments_of(content, published=date(2020, 4, 2))) == Reference(
        date(2020, 4, 2)
    )


def test_without_a_year_dates_without_a_year_stay_out() -> None:
    assert found("据民政部网站消息，2月21日下午，民政部召开会议。今年，去年底，次日") == []


def test_a_year_that_is_recalled_reaches_no_further_than_its_sentence() -> None:
    content = "会长1998年来到南非，2月开店。他说，今年是建交之年，8月22日将开会。\n10月，有人参展。"
    assert found(content) == ["1998年=1998", "2月=1998-02"]
    content = "5月20日，商会开会。会长回顾了2008年5月12日汶川地震。6月1日，商会将赴川。"
    assert found(content) == ["2008年5月12日=2008-05-12"]
    content = (
        "2月2日起，林火失控。\n5日，会长送去善款。市长说：“2022年底那场火，他们也来过。”\n6日，商会捐赠床垫。"
    )
    assert found(content) == ["2022年底=2022-12~"]


# What was said to last until a day, has begun, was asked for, or goes back in the year; the page is of 22 October 2020.
CONTINUED = [
    ("商会9月4日发出呼吁，至20日止，共有83家响应。", ["9月4日=2020-09-04", "20日=2020-09-20"]),
    ("商会9月28日开会，3日又到医院慰问。", ["9月28日=2020-09-28", "3日=2020-10-03"]),
    ("今年前三季度出口增长，9月为4月以来首次转负。", ["今年前三季度=2020-01/2020-09", "9月=2020-09", "4月=2020-04"]),
    ("12月以来，商会已募得善款。", ["12月=2019-12"]),
    ("今年7月高点时，运费比年初多出一倍。", ["今年7月=2020-07", "年初=2020-01~"]),
    ("利息补贴受理期至2月17日止。", ["2月17日=2021-02-17"]),
    ("他希望会员参加2月举行的赣商大会。", ["2月=2021-02"]),
    ("会员参加了2月举行的赣商大会。", ["2月=2020-02"]),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), CONTINUED)
def test_a_date_goes_on_or_back_from_the_one_before(content: str, expected: list[str]) -> None:
    assert found(content, published=date(2020, 10, 22)) == expected


def test_a_chronicle_goes_by_its_headings() -> None:
    content = "大事记\n2015年\n1月15日 召开会长会\n3月8日—10日 赴日考察\n2016年\n1月8日 理事会"
    assert found(content) == [
        "2015年=2015", "1月15日=2015-01-15", "3月8日—10日=2015-03-08/2015-03-10", "2016年=2016", "1月8日=2016-01-08",
    ]  # fmt: skip


# A title that looks back on a year, or ahead, and the page dated in the next.
TITLES = [
    ("宁波市江西商会2019年大事记\n1月19日 年会\n2月5日 捐款", ["1月19日=2019-01-19", "2月5日=2019-02-05"]),
    ("商会2019年度工作报告（摘要）\n1月8日，开会", ["1月8日=2019-01-08"]),
    ("二〇一九年會務回顧\n一月八日，團拜", ["一月八日=2019-01-08"]),
    ("大事记\n二〇一九年大事记\n一月\n6日 年会，18日 汇款", ["一月=2019-01", "6日=2019-01-06", "18日=2019-01-18"]),
    ("2019年工作总结\n7.2月，会员捐款\n五、2020年工作打算\n9月完成换届", ["2月=2019-02", "9月=2020-09"]),
    # A title that tells what was done with a report; a meeting that heard it; a line of prose.
    ("商会发布2019年社会责任报告\n1月8日，报告发布", ["1月8日=2020-01-08"]),
    ("商会召开2019年工作总结会\n1月8日，开会", ["1月8日=2020-01-08"]),
    ("在2019年年会上的讲话和报告\n1月8日，开会", ["1月8日=2020-01-08"]),
    ("会议审议了2019年工作总结\n1月8日，开会", ["1月8日=2020-01-08"]),
    ("《2019年工作要点》\n1月8日，开会", ["1月8日=2020-01-08"]),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), TITLES)
def test_a_title_that_names_a_year_governs_what_is_told_under_it(content: str, expected: list[str]) -> None:
    assert [
        one for one in found(content, published=date(2020, 1, 20)) if "年=" not in one and "年度=" not in one
    ] == expected


def test_a_line_with_its_own_year_ends_what_a_heading_governs() -> None:
    content = "大事记\n2008年\n5月13日捐款。8月8日，奥运会。\n2013年4月20日，地震，当日捐款。\n2020年1月23日至2月底捐赠，其中1月26日启运"
    assert found(content) == [
        "2008年=2008", "5月13日=2008-05-13", "8月8日=2008-08-08", "2013年4月20日=2013-04-20", "当日=2013-04-20",
        "2020年1月23日至2月底=2020-01-23/2020-02~", "1月26日=2020-01-26",
    ]  # fmt: skip


DOCUMENTS = {
    "report of the day after": (
        "中新社北京1月5日电 2020年1—11月对外投资增长。去年12月25日发布条例，自今年1月1日起施行。12月30日签署协议。11月5日至10日，进博会举行。",
        "2021-01-05",
        ["1月5日=2021-01-05", "2020年1—11月=2020-01/2020-11", "去年12月25日=2020-12-25", "今年1月1日=2021-01-01",
         "12月30日=2020-12-30", "11月5日至10日=2020-11-05/2020-11-10"],
    ),
    "traditional script": (
        "【本報訊】花蓮縣四月三日早上發生地震，澳門中華總商會於四日宣佈捐款。截至昨（五）日下午六時，民國八十八年亦曾捐款。",
        "2024-04-06",
        ["四月三日=2024-04-03", "四日=2024-04-04", "昨（五）日下午六時=2024-04-05", "民國八十八年=1999"],
    ),
    "election": (
        "选举产生新一届理事会，任期自2023年11月至2026年11月。会长林军，1968年3月生，2015年6月至2019年8月任经理，2019年9月至今任总经理。",
        "2023-11-18",
        ["2023年11月至2026年11月=2023-11/2026-11", "1968年3月=1968-03", "2015年6月至2019年8月=2015-06/2019-08", "2019年9月=2019-09"],
    ),
    "years of giving": (
        "自2015年以来连续5年捐助。2015年5月首次捐赠；2016年捐赠30万；2017年4月和9月捐赠图书；去年年底设立奖学金。",
        "2020-09-02",
        ["2015年=2015", "2015年5月=2015-05", "2016年=2016", "2017年4月=2017-04", "9月=2017-09", "去年年底=2019-12~"],
    ),
    "policy list": (
        "财税〔2019〕13号，2019年1月1日至2021年12月31日执行。财政部 税务总局公告2020年第8号自2020年3月1日起至2020年6月30日免征。每月10日前报送，自公布之日起30日内生效。",
        "2020-03-03",
        ["2019年1月1日至2021年12月31日=2019-01-01/2021-12-31", "2020年3月1日起至2020年6月30日=2020-03-01/2020-06-30"],
    ),
    "the year after next, and every year after": (
        "2020年3月1日签约，建成后年销售收入9亿元，投产后年产5万吨。将于后年扩建，后年再增一条线。",
        "2020-03-02",
        ["2020年3月1日=2020-03-01", "后年=2022", "后年=2022"],
    ),
    "a month of the year told before": (
        "2020年春节前后，景区关闭。\n\n商会没有忘。当年2月，会员捐款。\n\n谈起当年，他说不易。",
        "2023-05-06",
        ["2020年春节=2020-01-25", "当年2月=2020-02"],
    ),
    "looking back": (
        "庚子年初\n大江南北仿佛按下暂停键\n2月5日开通后\n不到24小时\n得知困境后\n机电商会当天形成报告",
        "2021-08-18",
        ["庚子年初=2020-01~", "2月5日=2020-02-05"],
    ),
    "a paragraph takes up the day of the one before": (
        "7月15日，商会一行送去矿泉水。\n当天，县委书记陪同慰问。\n次日，他当天返程。\n\n会议还有下文。\n\n同日本企业合作。",
        "2020-07-16",
        ["7月15日=2020-07-15", "当天=2020-07-15", "次日=2020-07-16", "当天=2020-07-16"],
    ),
    "a day told of paragraphs before is taken up where it is the only one": (
        "中新网7月20日电　7月18日，协会举行募捐。\n会长致辞。\n截至当日下午5时，共募得三万元。",
        "2020-07-21",
        ["7月20日=2020-07-20", "7月18日=2020-07-18", "当日下午5时=2020-07-18"],
    ),
    "of two days told of paragraphs before none is taken up": (
        "7月12日，协会成立。7月18日，协会举行募捐。\n会长致辞。\n截至当日下午5时，共募得三万元。",
        "2020-07-21",
        ["7月12日=2020-07-12", "7月18日=2020-07-18"],
    ),
    "a day in brackets and the day of the page are not taken up": (
        "发布时间：2020-07-16 15:22\n7月15日，市局公布决定书（2020年6月27日作出）。\n协会承认。\n水泥协会当日回应。副会长出席了当天的会议。",
        "2020-07-16",
        ["2020-07-16 15:22=2020-07-16", "7月15日=2020-07-15", "2020年6月27日=2020-06-27", "当日=2020-07-15", "当天=2020-07-15"],
    ),
    "the day of something else": (
        "7月15日，协会开会。地震当日有余震，义卖当天人多，开业当天打折。水井同日投入使用，两会与展会同日。当天气温高。",
        "2020-07-16",
        ["7月15日=2020-07-15", "同日=2020-07-15"],
    ),
    "an act of someone on the day told of": (
        "（巴生24日讯）商会7月23日召开会员大会。\n他说，自2015年4月1日消费税落实以来生意难做。\n余德发当日宣布报效5万令吉，地震当日宣布停课。",
        "2017-07-25",
        ["24日=2017-07-24", "7月23日=2017-07-23", "2015年4月1日=2015-04-01", "当日=2017-07-23"],
    ),
    "the day after an event whose day was told": (
        "3月28日下午缅甸強震，曼谷有震感。\n总商会同仁于地震發生翌日到场慰问，台风次日没有人来。",
        "2025-04-02",
        ["3月28日=2025-03-28", "翌日=2025-03-29"],
    ),
    "a body acts on the day after": (
        "5月12日地震发生，市工商联次日即发出倡议书，开幕次日闭馆。",
        "2008-05-20",
        ["5月12日=2008-05-12", "次日=2008-05-13"],
    ),
    "the only day of the minutes closes them": (
        "时间：2023年3月24日下午二时\n地点：会所\n一、报告\n二、选举\n三、讨论\n四、散会（同日下午四时三十分）",
        "2023-03-24",
        ["2023年3月24日下午二时=2023-03-24", "同日下午四时三十分=2023-03-24"],
    ),
    "a review of last year goes on with its quarters": (
        "2022年出口增长19%，去年自中国进口522亿欧元。第四季度增长3.1%。预计今年三季度投产，二季度将举办展会。",
        "2023-02-22",
        ["2022年=2022", "去年=2022", "第四季度=2022-10-01/2022-12-31", "今年三季度=2023-07-01/2023-09-30", "二季度=2023-04-01/2023-06-30"],
    ),
    "a term to come is not of the year named last": (
        "条例去年10月18日通过。违规者可被罚款。适应期至10月21日届满。他说，9月1日起施行的新法也有适应期。",
        "2024-04-20",
        ["去年10月18日=2023-10-18", "10月21日=2024-10-21", "9月1日=2024-09-01"],
    ),
    "what can be done is to come": (
        "公司去年底险些停产。这次拿到贷款后，新生产线9月可以开工，校舍12月就能启用。12月可谓多事。",
        "2013-08-08",
        ["去年底=2012-12~", "9月=2013-09", "12月=2013-12", "12月=2012-12"],
    ),
    "the day before the day told of": (
        "商总12日举行校舍移交仪式。\n大使出席。\n前一天，商总向警区移交巡逻车；同日向医院捐赠200万比索。放假前一天休市。",
        "2017-03-13",
        ["12日=2017-03-12", "前一天=2017-03-11", "同日=2017-03-11"],
    ),
    "an officer who was there on the day told of": (
        "仪式5月7日举行。\n工商会会长什雷斯塔当日也出席了仪式，颁奖当日参加者众。",
        "2015-05-08",
        ["5月7日=2015-05-07", "当日=2015-05-07"],
    ),
    "years of the Republic before a disaster": (
        "商總建請政府比照107年花蓮震災提供貸款，105年台南地震時亦然。108年老店及成立107年的公會也受災。",
        "2024-04-05",
        ["107年=2018", "105年=2016"],
    ),
    "a day counted to is not the day of what follows": (
        "商会昨（25）日移交善款。\n截至4月24日，已有86名会员认捐。\n同日，同乡会亦捐款。",
        "2013-04-26",
        ["昨（25）日=2013-04-25", "4月24日=2013-04-24"],
    ),
    "five paragraphs below something else is told": (
        "7月15日，协会开会。\n一。\n二。\n三。\n四。\n五。\n当日捐款。",
        "2020-07-16",
        ["7月15日=2020-07-15"],
    ),
    "old founding, new gift": (
        "商会成立于2015年1月。2月10日，商会捐款；12日，物资启运，次日抵达。",
        "2020-02-17",
        ["2015年1月=2015-01", "2月10日=2020-02-10", "12日=2020-02-12", "次日=2020-02-13"],
    ),
    "speech": (
        "今天，我们欢聚一堂。明天的香港将更加美好。今年是开局之年，明年是25周年。去年，我们捐款。上半年，会员增加。",
        "2021-11-29",
        ["今天=2021-11-29", "今年=2021", "明年=2022", "去年=2020", "上半年=2021-01-01/2021-06-30"],
    ),
    "notice of a meeting": (
        "经2024年12月26日会议审议，定于2025年1月18日召开大会。请于1月10日前报名。报到时间：1月17日14:00-20:00。2024年度会费请于12月31日前缴清。",
        "2024-12-27",
        ["2024年12月26日=2024-12-26", "2025年1月18日=2025-01-18", "1月10日=2025-01-10", "1月17日=2025-01-17", "2024年度=2024",
         "12月31日=2024-12-31"],
    ),
    "who is quoted speaks on the day of the event": (
        "中新网5月2日电 5月1日，商会运来发电机。主任说：“有了电，今晚就能手术。”\n会长说：“家里的水灾更难，今天先办这件事。”\n商会今天发布公告。",
        "2015-05-03",
        ["5月2日=2015-05-02", "5月1日=2015-05-01", "今晚=2015-05-01", "今天=2015-05-02"],
    ),
    "weekdays of a report": (
        "（怡保9日讯）商會週六晚設宴。會所每周六上午開放，周一至周五下午辦公。會長將於周二晚上致詞，週五（7日）晚試菜，周日晚休息。",
        "2009-08-10",
        ["9日=2009-08-09", "週六=2009-08-08", "週五（7日）=2009-08-07"],
    ),
    "what will be done goes on with a month to come": (
        "品牌去年海外展店万家，他将成立工作小组，10月组团赴印尼。去年新设部门，10月开会。",
        "2012-03-28",
        ["去年=2011", "10月=2012-10", "去年=2011", "10月=2011-10"],
    ),
    "a month to come of a report in autumn": (
        "昨天成立大会举行。2008年产值达230亿元，去年初开始筹建。\n他说，将组团参加11月在上海举行的展会。",
        "2009-09-21",
        ["昨天=2009-09-20", "2008年=2008", "去年初=2008-01~", "11月=2009-11"],
    ),
    "the day after it happened": (
        "他9月9日深夜遇害。\n联谊会在事发次日拨出会费。",
        "2014-09-18",
        ["9月9日=2014-09-09", "次日=2014-09-10"],
    ),
    "up to the hour of a report of that day": (
        "中新社5月19日电 19日下午二时，使馆默哀。\n商户18日募得善款。\n另有商户捐款。\n截至当日下午六时，共收到捐款四万元。",
        "2008-05-20",
        ["5月19日=2008-05-19", "19日下午二时=2008-05-19", "18日=2008-05-18", "当日下午六时=2008-05-19"],
    ),
    "who acts on the day told of": (
        "3月20日居民吃上热饭。餐饮业协会的14家会员店当天共送来盒饭1500份，义卖当天人多。",
        "2011-03-31",
        ["3月20日=2011-03-20", "当天=2011-03-20"],
    ),
    "words that look like parts of dates": (
        "父親1948年初到加國，1949年初至年底開店。土地入股，年底分紅。帳篷二百頂，明日空運災區，后天空气好。",
        "2016-05-23",
        ["1948年=1948", "1949年初至年底=1949-01~/1949-12~", "明日=2016-05-24"],
    ),
    "the day before the report, not of the month named before": (
        "【記者王平紐約十八日電】南平六月中旬遭水災，商會十七日晚籌款。",
        "2010-08-19",
        ["十八日=2010-08-18", "六月中旬=2010-06-11/2010-06-20", "十七日=2010-08-17"],
    ),
    "bare days told are over": (
        "鲁甸地震后，商会4日即发倡议，至18日共募款80万元，拟于28日赴鲁甸。走访商号，三日收得十万，响应一日捐。",
        "2014-08-20",
        ["4日=2014-08-04", "18日=2014-08-18", "28日=2014-08-28"],
    ),
    "halves of the year before": (
        "商会2020年捐款200万元，其中上半年150万元，下半年50万元。",
        "2021-01-15",
        ["2020年=2020", "上半年=2020-01-01/2020-06-30", "下半年=2020-07-01/2020-12-31"],
    ),
    "years of the Republic in words": (
        "會訊　九十八年十月\n颱風八月八日侵台，八月十四日至九月三十日收到會員捐款。光明日報同仁亦捐，九十八年老店歇業。",
        "2009-10-12",
        ["九十八年十月=2009-10", "八月八日=2009-08-08", "八月十四日至九月三十日=2009-08-14/2009-09-30"],
    ),
    "a report of January on the year before": (
        "一年来，商会捐款500万元。3月赴贵州，6月、9月赴甘肃。新的一年，3月将换届，5月组团参展。",
        "2017-01-12",
        ["3月=2016-03", "6月=2016-06", "9月=2016-09", "3月=2017-03", "5月=2017-05"],
    ),
    "the same day by two calendars": (
        "本會定於二〇一二年元月十五日（農曆十二月廿二日）星期日中午十二時舉行團拜。76天前的12月1日已通知，本會當日回應。",
        "2011-12-28",
        ["二〇一二年元月十五日=2012-01-15", "12月1日=2011-12-01", "當日=2011-12-01"],
    ),
    "thirds of a month just named": (
        "3月上旬、中旬各运一批。除夕（7日）送达。",
        "2016-04-08",
        ["3月上旬=2016-03-01/2016-03-10", "中旬=2016-03-11/2016-03-20", "除夕=2016-02-07", "7日=2016-02-07"],
    ),
    "the day before, of a report that opens with its day": (
        "中新社马尼拉3月12日电 商总12日移交校舍。\n大使出席。\n校长致谢。\n会长致辞。\n学生表演。\n前一天，商总移交巡逻车；同日捐赠200万比索。",
        "2017-03-13",
        ["3月12日=2017-03-12", "12日=2017-03-12", "前一天=2017-03-11", "同日=2017-03-11"],
    ),
    "disaster told later": (
        "2008年5月12日，汶川地震。5月15日，商会捐款。6月，组织重建。",
        "2018-05-20",
        ["2008年5月12日=2008-05-12", "5月15日=2008-05-15", "6月=2008-06"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents(name: str) -> None:
    content, published, expected = DOCUMENTS[name]
    assert found(content, published=date.fromisoformat(published)) == expected


@pytest.mark.parametrize(
    "content",
    [
        "http://www.mofcom.gov.cn/article/2020-02-05/a.html",
        "https://a.cn/2020/02/05",
        "www.ccpit.org/2020-02-05",
        "info2020-02-05@ccpit.org",
        "文件a_2020-02-05.pdf",
        "编号ZX-2020-02-05",
        "电话2020-02-051",
    ],
)
def test_addresses_and_codes_hold_no_dates(content: str) -> None:
    assert found(content, published=date(2020, 2, 17)) == []


@pytest.mark.parametrize(
    "content",
    [
        "海关总署公告2020年第17号",
        "财政部 税务总局公告2020年第8号、第9号",
        "商务部令2021年第3号",
        "负面清单（2021年版）",
    ],
)
def test_the_year_of_a_number_or_an_edition_is_part_of_its_name(content: str) -> None:
    assert found(content, published=date(2021, 2, 17)) == []


@pytest.mark.parametrize(
    "content", ["《关于做好2020年短期出口信用保险相关工作的通知》", "工商通讯 2020年第3期"]
)
def test_the_year_in_a_title_or_of_an_issue_is_a_date(content: str) -> None:
    assert found(content, published=date(2020, 2, 20)) == ["2020年=2020"]


def test_mentions_are_in_order_and_say_their_kind() -> None:
    content = "1月28日、2月5日，去年"
    mentions = list(find(text_of(content), segments_of(content, published=date(2020, 2, 17))))
    assert [m.kind for m in mentions] == ["date"] * 3
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)


def mentions(source: str) -> list[Mention]:
    """What is found in a text file of these words."""
    text = tidy(source)
    return sorted(find(text, segment(text)), key=lambda m: m.start)


TABLE = "捐款登记\n2020年1月19日\n\n日期\t姓名\t金额\n{}\t李小河\t300元\n{}\t赵敏\t50元\n"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("1/6", "1/18"), ["2020-01-06", "2020-01-18"]),
        (("12-30", "01-02"), ["2019-12-30", "2020-01-02"]),
        (("12.30", "1.2"), ["2019-12-30", "2020-01-02"]),
        (("1/6", "18/1"), []),
        (("1/6", "同上"), []),
        (("3/4", "7.5"), []),
        (("20191231", "20200106"), ["2019-12-31", "2020-01-06"]),
        (("1081231", "1090106"), ["2019-12-31", "2020-01-06"]),
        (("20201301", "20200106"), []),
        (("1234567", "1090106"), []),
        (("1/6", "合计"), ["2020-01-06"]),
    ],
    ids=[
        "slashes",
        "hyphens",
        "points",
        "day-first",
        "words",
        "two-signs",
        "figures",
        "republic",
        "no-month",
        "receipts",
        "total",
    ],
)
def test_a_column_of_days_without_a_year(cells: tuple[str, str], expected: list[str]) -> None:
    found = [m.value for m in mentions(TABLE.format(*cells)) if m.rule == "column"]
    assert [str(p.first) for p in found] == expected


def test_a_column_that_is_no_column_of_days_is_left_alone() -> None:
    assert not [
        m for m in mentions(TABLE.format("1/6", "1/18").replace("日期", "比分")) if m.rule == "column"
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("20 21年 1 月2日，商会捐款。", "2021-01-02"),
        ("二 0二二年三月一日，商会捐款。", "2022-03-01"),
        ("共有20 21年会员参加，2022年3月1日", "2022-03-01"),
        ("中華民國111年9月5日發文：依財政部111年7月29日函。", "2022-07-29"),
        ("民國一一二年三月，經費自一一三年一月一日起撥款。", "2024-01-01"),
        ("113/04/30 會員樂捐 500元", "2024-04-30"),
        ("107.2.6 花蓮地震，會員捐款", "2018-02-06"),
        ("110-11-05 收據 0012 號，國際商會", "2021-11-05"),
        ("中華民國九十八年八月徵信錄：98/8/20 陳大文", "2009-08-20"),
        ("112年3月會訊。理監事會111/9/5-9/6 舉行", "2022-09-05"),
    ],
    ids=[
        "spread-year",
        "spread-year-of-two-kinds",
        "two-numbers",
        "republic-understood",
        "republic-in-words",
        "republic-in-figures",
        "republic-with-points",
        "republic-with-hyphens",
        "republic-of-two-figures",
        "republic-in-a-range",
    ],
)
def test_the_last_day_of(words: str, expected: str) -> None:
    assert str([m.value for m in mentions(words)][-1].first) == expected


@pytest.mark.parametrize(
    "words",
    [
        "批号113/04/08，商会捐款",
        "條文113.4.8.2，商會",
        "規格98/8/20，會員",
        "113/13/08，會員",
        "電話113-04-0812，會員",
    ],
    ids=["simplified", "four-numbers", "two-figures-alone", "no-month", "telephone"],
)
def test_figures_that_are_no_days_of_the_republic(words: str) -> None:
    assert mentions(words) == []


@pytest.mark.parametrize(
    ("source", "published", "days"),
    [
        ("总商会拨款\n\n（诗巫9日讯）总商会今日拨出18万令吉。\n\n砂拉越华报 10/3/2025\n", "2025-03-10", ["2025-03-09", "2025-03-09", "2025-03-10"]),
        ("年捐调整\n\n（北海25日讯）商会今日召开大会，明年1月1日起生效。\n\n（槟州华报，26-4-2016）\n", "2016-04-26", ["2016-04-25", "2016-04-25", "2017-01-01", "2016-04-26"]),
        ("商会捐款\n\n侨报 04/25/2019\n\n商会昨日捐款三万元，支援灾区重建。\n", "2019-04-25", ["2019-04-25", "2019-04-24"]),
        ("商会捐款\n\n侨报 04/05/2019\n\n商会捐款三万元，支援灾区重建。\n", "None", []),
        ("版本说明\n\n软件 10-11-2019-33 号，商会捐款三万元，支援灾区。\n", "None", []),
    ],
    ids=["read-by-the-dateline", "day-first", "month-first", "two-ways", "a-code"],
)  # fmt: skip
def test_days_with_the_year_last(source: str, published: str, days: list[str]) -> None:
    assert str(segment(tidy(source)).published) == published
    assert [str(m.value.first) for m in mentions(source)] == days
