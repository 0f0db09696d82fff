"""Pages of daily newspapers: heads and feet in many forms, whose day is that of every article; and single articles."""

from __future__ import annotations

from datetime import date

import pytest

from chamber_extract.readers.plain import tidy
from chamber_extract.segment import segment
from tests.imprint_reading import BODY

PAGE = (
    "北京市温州商会换届\n■本报记者 陈立新\n\n近日，北京市温州商会召开第六届会员大会，选举产生新一届理事会，李国强\n当选会长。大会审议通过了上届理事会工作报告和财务报告，并对章程作出了修\n改。\n\n"
    "湖南省工商联调研长沙异地商会\n■通讯员 周敏\n\n8月7日，湖南省工商联副主席刘伟一行到长沙市浙江商会调研，了解会员企业生\n产经营情况。刘伟希望商会发挥桥梁作用，引导会员企业扎根湖南。\n\n"
    "云南民企捐资助学\n本报讯（记者 杨丽）云南省江西商会日前向怒江州捐赠助学金60万元，资助\n120名困难学生完成学业。\n"
)
TITLES = ["北京市温州商会换届", "湖南省工商联调研长沙异地商会", "云南民企捐资助学"]
HEADS = {
    "paper, day, part and editor on lines": ("中华工商时报\n2023年8月9日 星期三\n03 商会\n责任编辑：王芳", "中华工商时报"),
    "all on one line": ("2023年8月9日　星期三　A3版　商会天地　责编：王芳　美编：李丽", None),
    "telephone, part below": ("□ 2023.8.9 星期三 □ 责编 王芳 □ 电话 010-88886666\n商会·组织", None),
    "page and part before the paper": ("第03版：商会\n中华工商时报 2023-08-09", "中华工商时报"),
    "a line each, the moon's day and a telephone": ("要闻\n2023年8月9日\n星期三\n农历癸卯年六月廿三\n2版\n新闻热线：0571-85310000", None),
    "traditional, page first": ("A08 僑社\n世界日報\n2023年8月9日 星期三", "世界日報"),
    "day in characters": ("南洋商報\n二○二三年八月九日　星期三\n國內　A12", "南洋商報"),
    "number of the page in a label": ("澳門日報\n2023年8月9日\n星期三\n第B05版：澳聞", "澳門日報"),
    "name in Latin letters beside it": ("歐華時報 EUROPEAN CHINESE\n2023.8.9\n星期三\n僑團動態\n第11版", "歐華時報"),
    "name without a word of the trade": ("濠江商讯　2023年8月9日　第3版", "濠江商讯"),
    "strokes in the day": ("温州商报 2023/8/9 周三 04版·民企", "温州商报"),
    "book marks": ("《聯合晨報》二零二三年八月九日（星期三）第十二版", "聯合晨報"),
    "the paper below its number": ("国内统一刊号CN33-0012 第8321期\n2023年8月9日 星期三 癸卯年六月廿三 今日8版\n温州晚报", "温州晚报"),
    "in English": ("Wednesday, August 9, 2023\n星島日報 A6 社區新聞", "星島日報"),
    "year of the Republic": ("台灣時報　中華民國一一二年八月九日　星期三　第三版　工商", "台灣時報"),
    "people on a line": ("2版 综合\n2023年8月9日 星期三\nE-mail:wzrb@163.com\n责任编辑：王 芳  美术编辑：李 丽  责任校对：周 敏", None),
    "editor with a padded name": ("山城晚报　2023年8月9日　星期三　第6版　责编 汪 洋", "山城晚报"),
}  # fmt: skip
# Without the page's number or its editors it is how a text is signed.
FEET = [name for name in HEADS if name != "traditional, page first"]


@pytest.mark.parametrize("name", HEADS)
def test_the_head_gives_its_day_and_paper_to_every_article(name: str) -> None:
    head, paper = HEADS[name]
    found = segment(tidy(f"{head}\n\n{PAGE}"))
    assert [(s.title, s.published, s.outlet) for s in found.sections] == [
        (title, date(2023, 8, 9), paper) for title in TITLES
    ]
    assert (found.title, found.published, found.publisher) == (None, date(2023, 8, 9), paper)


@pytest.mark.parametrize("name", FEET)
def test_the_foot_does_as_the_head(name: str) -> None:
    foot, paper = HEADS[name]
    found = segment(tidy(f"{PAGE}\n{foot}\n"))
    assert [(s.title, s.published, s.outlet) for s in found.sections] == [
        (title, date(2023, 8, 9), paper) for title in TITLES
    ]


def test_a_day_and_weekday_at_the_end_sign_the_last_article_only() -> None:
    found = segment(tidy(f"{PAGE}\n2023年8月9日 星期三\n"))
    assert [s.published for s in found.sections] == [None, None, date(2023, 8, 9)]


@pytest.mark.parametrize(
    "head", ["工商联简报 2023年第8期 2023年8月9日 星期三", "温州商会会讯\n第45期\n2023年8月9日 星期三"]
)
def test_the_day_of_a_newsletter_is_not_that_of_its_items(head: str) -> None:
    found = segment(tidy(f"{head}\n\n【商会举行换届大会】\n{BODY}\n\n【商会开展助学活动】\n{BODY}\n"))
    assert [s.published for s in found.sections] == [None, None]
    assert found.published == date(2023, 8, 9)


SINGLE = {
    "an article under a head, with subheads": f"東華晨報\n2012年6月7日　星期四\n第9版\n\n華商百年：一個商會的故事\n本報記者 何文\n\n{BODY}\n\n篳路藍縷創業艱\n\n{BODY}\n\n熱心公益澤桑梓\n\n{BODY}\n",
    "who speaks under each subhead": f"共话民营经济发展\n2023-07-20 来源：山城晚报\n\n{BODY}\n\n坚定信心谋发展\n——市温州商会会长 王强\n\n{BODY}\n\n深耕主业强实力\n——市福建商会秘书长 林勇\n\n{BODY}\n",
    "other texts offered below": f"商会捐款赈灾\n2021-07-25 来源：海峡侨网\n\n{BODY}\n\n推荐阅读\n\n商会召开理事会议\n2021-07-20\n商会近日召开理事会议，审议年度工作报告。\n\n商会走访会员企业\n2021-07-18\n商会近日走访会员企业，了解企业困难。\n",
    "readers' remarks below": f"商會捐款賑災\n2021-07-25\n\n{BODY}\n\n網友評論\n\n熱心網友\n2021-07-26\n為商會點讚，愛心企業越來越多，社會越來越好，支持支持。\n\n海外遊子\n2021-07-27\n感謝商會的善舉，祝福災區人民早日渡過難關。\n",
    "a short headline over its day": f"商会抗疫\n2022年3月4日（星期五）\n\n{BODY}\n\n鞋业商会赠药\n\n{BODY}\n\n茶业协会捐款\n\n{BODY}\n",
    "a letter's day above it": f"2023年8月9日\n星期三\n\n致各会员商号书\n\n{BODY}\n\n会费缴纳\n\n{BODY}\n",
    "a diary": f"2023年8月9日 星期三 晴\n\n商会义工队出发\n\n{BODY}\n\n商会车队抵达\n\n{BODY}\n",
    "a page of a paper under its headline": f"商会百年庆典隆重举行\n海峡日报 2023年8月9日 星期三 A5版\n\n{BODY}\n\n商会历史展开幕\n\n{BODY}\n",
    "a telephone and a day that sign": f"商会赈灾倡议书\n\n{BODY}\n\n捐款方式\n\n{BODY}\n\n联系电话：0571-88886666\n2023年8月9日 星期三\n",
    "questions under subheads": f"对话会长：商会如何服务企业\n本报记者 孙晓\n\n记者：商会成立十年来最大的变化是什么？\n\n{BODY}\n\n服务是立会之本\n\n记者：商会怎样为会员服务？\n\n{BODY}\n",
    "a survey by bodies": f"全国商会系统驰援灾区综述\n新华社北京8月2日电（记者 周立）{BODY}\n\n河南省商会：第一时间行动\n\n{BODY}\n\n浙江省商会：千里送物资\n\n{BODY}\n",
    "a chronicle with headings and days": f"商会五年记\n\n{BODY}\n\n成立大会\n2018年3月6日\n\n{BODY}\n\n首次捐款\n2019年8月12日\n\n{BODY}\n",
    "captions between": f"我会向灾区捐赠物资\n\n{BODY}\n\n图为捐赠仪式现场 张丽摄\n\n{BODY}\n\n会员装运物资\n摄影：张丽\n\n{BODY}\n",
    "a notice with its points and its day below": f"关于召开会员大会的通知\n\n各会员单位：\n\n{BODY}\n\n会议时间\n\n2022年3月20日上午9时，会期半天。\n\n参会人员\n\n全体会员单位代表，每单位限一至两人参加。\n\n市五金商会秘书处\n2022年3月1日 星期二\n",
}  # fmt: skip


@pytest.mark.parametrize("name", SINGLE)
def test_a_single_article_has_no_sections(name: str) -> None:
    assert segment(tidy(SINGLE[name])).sections == ()


HEAD = "赣江工商时报　2021年11月3日　星期三　第5版　商会\n\n"
OPENED = (
    "南昌市广东商会换届\n\n本报讯（记者 李瑶）10月31日，南昌市广东商会召开会员大会，选举陈伟雄为会长。\n\n"
)
PLAIN = "抚州蔬菜协会培训菜农\n\n抚州市蔬菜协会近日组织一百八十名菜农到寿光学习大棚管理，还将办五期。\n\n"
FEATURE = (
    "洪水来袭 商会在行动\n\n本报记者 万敏\n\n连日来，长江水位持续上涨，各异地商会闻讯而动，捐款捐物支援抗洪一线。\n\n"
    "浙商：连夜调运编织袋\n\n7月4日凌晨，九江市浙江商会从义乌调来编织袋八万条，直接送到永安大堤。\n\n"
    "闽商：姜汤送上堤\n\n九江市福建商会会长林志明带着会员家属，在堤上熬姜汤，每天供应六百人。\n\n"
)
ARTICLES_OF_PAGES = {
    "news in brief": (
        f"{OPENED}简讯\n\n▲吉安市浙江商会10月29日向遂川中学捐赠奖学金15万元。\n\n▲赣州家具协会组团参加第48届家博会。\n（本报综合）\n",
        ["南昌市广东商会换届", "简讯"],
    ),
    "brief without marks": (
        f"{OPENED}{PLAIN}短讯\n\n源城　区工商联为困难学生募集学费12万元。\n\n和平　县钟表商会成立，黄少强当选会长。\n",
        ["南昌市广东商会换届", "抚州蔬菜协会培训菜农", "短讯"],
    ),
    "traditional, in brief": (
        "電鍍業商會春茗\n\n香港電鍍業商會前晚假會展中心舉行春茗聯歡，筵開五十席，場面熱鬧。\n\n簡訊\n\n●旺角街坊會下月五日舉行敬老宴。\n●玩具廠商會明日舉辦新例講座。\n",
        ["電鍍業商會春茗", "簡訊"],
    ),
    "subheads under a reporter's name": (f"{FEATURE}{OPENED}", ["洪水来袭 商会在行动", "南昌市广东商会换届"]),
    "an article without a sign of its own": (
        f"从摆地摊到上市\n\n本报记者 周静\n\n宋立群1998年离开枣庄时，口袋里只有三百元，如今公司在新三板挂牌。\n\n{PLAIN}{OPENED}",
        ["从摆地摊到上市", "抚州蔬菜协会培训菜农", "南昌市广东商会换届"],
    ),
    "a box beside an article": (
        f"{OPENED}相关链接\n\n商会换届有新规\n\n2020年起，商会换届须在届满前三个月报送方案，由业务主管单位审核。\n\n{PLAIN}",
        ["南昌市广东商会换届", "抚州蔬菜协会培训菜农"],
    ),
    "a photograph": (
        f"图片新闻\n6月15日，安庆市湖北商会志愿者在高考考点外为考生送水。　通讯员 丁宁 摄\n\n{OPENED}{PLAIN}",
        ["南昌市广东商会换届", "抚州蔬菜协会培训菜农"],
    ),
    "a commentator": (
        f"降费要降到“最后一公里”\n本报评论员 韩冰\n\n近日，某市通报了三家协会违规收费案例，减负政策要落到实处，必须打通末梢。\n\n{OPENED}",
        ["降费要降到“最后一公里”", "南昌市广东商会换届"],
    ),
    "most headlines tell what a body did": (
        "美里中總促檢討人頭稅\n\n美里中華商會昨日發表文告，促請政府檢討外勞人頭稅，以免加重中小企業負擔。\n\n福州公會贈輪椅\n\n美里福州公會昨贈送輪椅五張予中央醫院，由院長接領。\n\n來論：朝令不能夕改\n\n朝令夕改，商家無所適從，筆者以為，政策須有緩衝期，更須事先諮詢。\n",
        ["美里中總促檢討人頭稅", "福州公會贈輪椅", "來論：朝令不能夕改"],
    ),
    "bodies that send their news": (
        "會所粉刷一新\n\n旅菲濟陽柯蔡宗親總會訊：本總會耗資五十萬元粉刷門面，來賓讚譽有加，鄉親稱便。\n\n蔡文聰喪禮從儉捐善款\n\n旅菲晉江商會訊：理事蔡文聰節約喪費二十萬元獻捐災區，仁風可嘉。\n",
        ["會所粉刷一新", "蔡文聰喪禮從儉捐善款"],
    ),
}  # fmt: skip


# News of one sentence each, under headlines that show nothing of their own, are not likely enough.
NOT_LIKELY = {"traditional, in brief", "most headlines tell what a body did"}


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(
            name, marks=pytest.mark.xfail(strict=True, reason="known gap") if name in NOT_LIKELY else ()
        )
        for name in ARTICLES_OF_PAGES
    ],
)
def test_the_articles_of_a_page(name: str) -> None:
    page, titles = ARTICLES_OF_PAGES[name]
    sections = segment(tidy(HEAD + page)).sections
    assert [(s.title, s.published) for s in sections] == [(title, date(2021, 11, 3)) for title in titles]
