"""Lines that tell where and when a text appeared, in any order and dress, and lines that tell something else."""

from __future__ import annotations

import pytest

from chamber_extract.normalize.script import fold
from chamber_extract.readers.plain import tidy
from chamber_extract.segment import segment
from chamber_extract.segment.particulars import closing, particulars
from chamber_extract.segment.who_wrote import writer


@pytest.mark.parametrize(
    ("line", "medium", "when"),
    [
        ("《甬江晚报》2020年4月24日　记者 林 蔚　通讯员 胡静芬", "甬江晚报", "2020年4月24日"),
        ("秘华商报（2018年3月30日）　特派普诺记者 阮小川", "秘华商报", "2018年3月30日"),
        ("北海商情网／2022-09-03／欧阳晴", "北海商情网", "2022-09-03"),
        ("8月27日　《湄南侨声报》驻曼谷记者 贺子轩", "湄南侨声报", "8月27日"),
        ("（據《東非華人周刊》2022年9月3日報道）", "东非华人周刊", "2022年9月3日"),
        ("文：沈一苇（达卡华声报，2022年9月14日）", "达卡华声报", "2022年9月14日"),
        ("新华社马拉博 2021年3月12日", "新华社", "2021年3月12日"),
        ("据江淮新风2022年9月9日", "江淮新风", "2022年9月9日"),
        ("微信公众号“农商视界”　7月18日", "农商视界", "7月18日"),
        ("报道媒体：拉美侨报　报道日期：2022/09/14", "拉美侨报", "2022/09/14"),
        ("供稿：岳 明　2022年9月3日", "", "2022年9月3日"),
    ],
)
def test_what_a_line_says(line: str, medium: str, when: str) -> None:
    said = particulars(fold(line))
    assert said is not None
    assert (said.medium, said.when) == (medium, when)


@pytest.mark.parametrize(
    "line",
    [
        "2016年5月11日《西非统一商报》：侨商修桥助学",
        "赞比亚华商资助孤儿院 —— 赞比亚时报，2012年10月8日",
        "会长：黎世雄",
        "9月9日至11日，三国商会在曼谷会晤",
        "2022年9月3日至9月5日",
        "香港九龙总商会理事长陈永昌，2022年9月3日晚宴请来宾",
        "（截至2024年3月15日）",
    ],
)
def test_what_is_no_such_line(line: str) -> None:
    assert particulars(fold(line)) is None


@pytest.mark.parametrize(
    ("paragraph", "medium"),
    [
        ("会员企业缩短工时。（9月3日《秘华商报》，记者 林 蔚）", "秘华商报"),
        ("会员企业缩短工时。——泉南商讯2022年9月3日", "泉南商讯"),
        ("会员企业缩短工时（见表二）", None),
        ("会员企业缩短工时。（完）", None),
    ],
)
def test_what_closes_a_paragraph(paragraph: str, medium: str | None) -> None:
    said = closing(fold(paragraph))
    assert (said.medium if said else None) == medium


def test_one_plain_paper_tells_the_others_of_its_place() -> None:
    text = """侨商文摘
2022年第9期　2022年9月30日

订单多了 利润薄了
柬中时评　9月3日
会员企业上半年出口额同比增长一成二，但运费上涨吃掉了大半利润。

老茶厂有了新主人
甬江晚报　9月14日
商会会长把停产三年的茶厂盘了下来，请回十一名老师傅。
"""
    assert [(s.outlet, str(s.published)) for s in segment(tidy(text)).sections] == [
        ("柬中时评", "2022-09-03"),
        ("甬江晚报", "2022-09-14"),
    ]


def test_the_place_of_a_meeting_is_no_paper() -> None:
    text = """商会会讯
2022年第9期

会员餐叙
2022年9月3日　东海酒家
四十名会员围坐四桌，从海运费聊到涨价函，尽兴而归。

理事会例会
2022年9月14日　本会礼堂
会议听取了会务与财务报告，通过新会员三名。
"""
    assert [s.outlet for s in segment(tidy(text)).sections] == [None, None]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("曹云飞　李 桃", "曹云飞"),
        ("陆 川", "陆川"),
        ("区商务局　何倩", "何倩"),
        ("县税务局　尤建章　林 岚", "尤建章"),
        ("丁明全（区汽摩维修协会会员）", "丁明全"),
        ("省工商联党组书记　洪景山", "洪景山"),
        ("贵阳　老水手", "老水手"),
        ("·老三·", "老三"),
        ("本院课题组", ""),
        ("本报评论员", ""),
    ],
)
def test_who_wrote(line: str, name: str) -> None:
    said = writer(fold(line).replace("\u3000", " "))
    assert said is not None
    assert said.name == name


@pytest.mark.parametrize(
    "line",
    [
        "情系汶川　共渡难关",
        "商会换届　陈永和连任会长",
        "王强　李明当选",
        "石材商会　会员大会",
        "林业局　商务局",
        "温州商会",
        "本市出口增长",
        "老字号开新店",
        "陆川",
        "钟表业",
        "谢启",
        "（单位：元）",
        "（数据来源：协会）",
    ],
)
def test_who_did_not_write(line: str) -> None:
    assert writer(fold(line).replace("\u3000", " ")) is None
