"""The days of gifts: what the words around a gift say of when it was given, and what they do not."""

from __future__ import annotations

import pytest

from tests.gift_reading import gifts, reading

HEAD = "商会爱心捐赠简报\n发布时间：2021-08-20\n\n"


def days(text: str) -> list[str | None]:
    """The words of the date of each gift, in order of position."""
    clean = reading(HEAD + text).text.clean
    return [clean[g.date.start : g.date.end] if g.date else None for g in gifts(HEAD + text)]


IN_THE_SENTENCE = {
    "before the verb": ("8月3日，泰国江苏总商会向县医院捐款5万元。", ["8月3日"]),
    "after the giver": ("泰國江蘇總商會於八月三日向縣醫院捐款5萬元。", ["八月三日"]),
    "as of": ("截至8月3日，商会会员累计捐款15万元。", ["8月3日"]),
    "until": ("总商会自8月1日发起募捐，到8月9日止募得善款12万元。", ["8月9日"]),
    "a year with its disaster": ("2008年汶川地震，协会捐款30万元。", ["2008年"]),
    "as early as": ("早在2014年3月，协会就向该校捐款20万元。", ["2014年3月"]),
    "since, and summed up": ("自2015年以来，肯尼亚中国总商会累计向当地捐款80万元。", ["2015年"]),
    "weekday with its day": ("慈善晚宴周五（6日）举行，商会即席捐款8万元。", ["6日"]),
    "enumerated goods": ("8月5日，协会向灾区捐赠口罩3万只、帐篷20顶。", ["8月5日", "8月5日"]),
    "part behind a semicolon counts up to the same day": (
        "截至8月15日，专账收到捐款30万元；募集衣物5000件。",
        ["8月15日", "8月15日"],
    ),
    "counting goes on behind a semicolon": (
        "8月5日，协会向灾区捐赠口罩3万只，价值9万元；消毒液5吨，价值4万元。",
        ["8月5日", "8月5日"],
    ),
    "handed over behind": ("商会采购口罩5万只，已于8月6日运抵武汉，捐给市红十字会。", ["8月6日"]),
    "announced that evening": ("商会8月6日举行晚宴，会长宣布，当晚共募得41万元。", ["当晚"]),
    "resolved at a meeting of the day": ("昨日的理事會議議決，商會撥款10萬元賑災。", ["昨日"]),
    "of a charity match": ("商会今年7月的义赛筹得19万元。", ["今年7月"]),
    "since a drive began": ("自8月1日发起募捐以来，商会共收到认捐300万元。", ["8月1日"]),
    "announced on the day": ("中总昨日宣布，首批拨款一百万港元。", ["昨日"]),
    "at a gala": ("董事长在5月16日的赈灾晚会上捐款1000万元。", ["5月16日"]),
    "goods that came later than another's money": (
        "8月1日，会长捐款52万元，商会还购买口罩3万个，8月6日运抵云阳。",
        ["8月1日", "8月6日"],
    ),
    "goods of which a conference was told": (
        "会长8月4日在会上说，首批物资包括白米800包、矿泉水2000箱，已在8月3日运抵灾区。",
        ["8月3日", "8月3日"],
    ),
    "a part of what was raised that has been sent": (
        "会长昨日表示，筹款行动至今已筹得1280万元，首笔800万元已于8月17日拨往灾区。",
        [None, "8月17日"],
    ),
    "money paid in behind": ("会员共捐款18万元，8月7日汇入红十字会账户。", ["8月7日"]),
}

ABOVE = {
    "this batch": (
        "8月11日，商会在港口举行物资交接仪式。\n\n这批物资由会员集资采购，包括防护服600套、手套2万双。",
        ["8月11日", "8月11日"],
    ),
    "this lot, of the same noon": (
        "商会8月9日向受灾县交付一批物资。\n\n据介绍，此批物资包括玉米面20吨、毛毯2500条。",
        ["8月9日", "8月9日"],
    ),
    "after the ceremony, traditional": (
        "總會8月15日假小學舉行校舍移交典禮。\n\n禮成，代表團向學生分發書包六百個。",
        ["8月15日"],
    ),
    "who went along": (
        "总会8月16日组织义诊团前往灾区举行义诊活动。理事长率团同行，送去白米500包。",
        ["8月16日"],
    ),
    "a name in brackets before": (
        "8月9日，中资企业协会（简称“中企协会”）举行捐赠仪式，会长将一张32万元的支票交给县政府。",
        ["8月9日"],
    ),
    "at the event just told": (
        "8月1日晚，商会举行新春团拜会，改为抗疫募捐，300余名乡亲到场。\n\n会长李国强率先捐出2万美元，永盛公司捐款8000美元。",
        ["8月1日", "8月1日"],
    ),
    "at the event just told, traditional": (
        "八月十七日晚，商會舉行籌款餐會，席開卅二桌。會長李國強捐出五千美元。",
        ["八月十七日"],
    ),
    "on a visit": (
        "8月3日，商会走进县福利院慰问孤儿。\n\n孩子们收到了一份礼物：\n李国强先生送出书包30个",
        ["8月3日"],
    ),
    "the event, and what was done the day after": (
        "8月5日晚，商会举行募捐会，筹款8万元，次日送交红十字会。\n\n募捐会上，会长捐款3万元。",
        ["8月5日", "8月5日"],
    ),
    "this time, behind what was sent before": (
        "8月9日，商會舉行捐贈儀式。\n\n會長說，震後8月2日送去盒飯3000份；今次再向醫院捐款100萬元。",
        ["8月2日", "8月9日"],
    ),
    "someone adds to it": (
        "8月9日，商会举行助学仪式，捐款40万元。会长个人追加10万元。",
        ["8月9日", "8月9日"],
    ),
    "at the event": (
        "8月2日上午，协会组织会员赴孤儿院开展活动。会长出席。\n\n活动现场，协会向孤儿院捐赠大米2吨。",
        ["8月2日"],
    ),
    "on the spot": ("8月12日，商会举行换届大会。新任会长致辞。他当场宣布捐款30万元。", ["8月12日"]),
    "during the banquet": ("商會於八月九日晚舉行春茗聯歡。席間籌得善款港幣16萬元。", ["八月九日"]),
    "this journey": ("8月10日，商会慰问队前往灾区。\n\n此行共捐赠帐篷200顶。", ["8月10日"]),
    "the same day": (
        "8月4日，商会举行募捐仪式。会员踊跃捐款。当天共筹集善款9.8万元。",
        ["当天"],
    ),
    "an entry of a diary": (
        "8月4日　商会向灾区捐款8万元；会员另捐6万元。\n8月5日（周四）　会长捐款1万元。",
        ["8月4日", "8月4日", "8月5日"],
    ),
    "when the ceremony was over": (
        "8月4日，商会举行揭牌仪式。\n\n仪式结束后，会长向学校捐款1万元。",
        ["8月4日"],
    ),
    "the part of what was given": (
        "8月2日晚，商会理事认捐46万元。其中，会长捐款10万元。",
        ["8月2日", "8月2日"],
    ),
    "a month with its year opens the paragraph": (
        "2021年3月，两地疫情同时吃紧。商会向南安市捐款60万元。",
        ["2021年3月"],
    ),
    "who led the raising": (
        "8月4日晚，商会召开紧急会议，现场募集善款126.5万元。会长带头认捐50万元。",
        ["8月4日", "8月4日"],
    ),
    "an entry of a chronicle": (
        "二〇二一年\n二月　疫情爆發，本會購得口罩四萬個，分贈長者。",
        ["二月"],
    ),
    "at the ceremony of the paragraph": (
        "8月11日下午，捐赠仪式在县教育局举行。县长出席并讲话。会长代表商会捐赠图书5000册。",
        ["8月11日"],
    ),
    "a meeting for those who were struck": (
        "8月3日，会长来到省政府，把50万元支票交给省长，用于安置受灾村民。\n\n随支票一同移交的还有大米40吨。",
        ["8月3日", "8月3日"],
    ),
    "behind a semicolon of an event": (
        "8月6日，商会捐建的净水厨房正式启用；会长个人向学校捐款20万元。",
        ["8月6日"],
    ),
    "by whom it was received": (
        "2020年，协会会员捐款共计2417万元。从受赠方看，用于地震灾区906万元，用于教育466万元。",
        ["2020年", "2020年", "2020年"],
    ),
    "at the ground-breaking": (
        "女生宿舍於8月5日動土。動土禮上，福建商會會長向校方捐款五萬令吉。",
        ["8月5日"],
    ),
    "sent on the same day": (
        "8月14日，捐赠行动在宁川启动。\n\n首批捐赠的护理床80张当日送到福利中心。",
        ["当日"],
    ),
    "under a line that is a day": ("▶ 8月2日\n会长陈伟送来捐款1万元。", ["8月2日"]),
    "a line that breaks off": ("截至8月4日18时\n商会会员捐款总计200万元", ["8月4日18时"]),
}

OF_SOMETHING_ELSE = {
    "what was only told at an event": (
        "8月1日，商会举行捐赠仪式。会长介绍，会员永盛公司捐款8000元。",
        [None],
    ),
    "another body, below an event": ("8月1日，福建商会举行捐赠仪式。\n\n温州商会捐款8000元。", [None]),
    "before an event": ("8月1日，商会举行捐赠仪式。此前，永盛公司捐款8000元。", [None]),
    "leaders of a community, below a visit": (
        "八月二十七日，商會赴災區慰問災民。\n\n僑領方面，陳漢洲博士捐獻五十萬銖。",
        [None],
    ),
    "below a dateline": ("（古晋22日讯）商会昨晚举行义宴。其中李国强捐款10万令吉。", ["昨晚"]),
    "the disaster's day": ("7月20日郑州遭遇特大暴雨，商会紧急捐款10万元。", [None]),
    "the storm's day in the sentence before": (
        "颱風八月十三日正面吹襲本澳。商會撥款八十萬元捐予同善堂。",
        [None],
    ),
    "a plan": ("会员捐出羽绒服8600件，预计9月初运抵东北。", [None]),
    "a comparison": ("晚宴席数比去年少了三成，会员仍捐款11万元。", [None]),
    "two days of one act": ("会长于8月6日和10日两次进入灾区，捐赠罐头4200听。", [None]),
    "up to which another sum counts": (
        "陈汉洲捐献50万元，林楚雄捐30万元，至8月13日止，连前共收捐款387万元。",
        [None, None, "8月13日"],
    ),
    "behind, of another's gift": (
        "甲公司捐款2万元，乙公司则购买口罩1万只，8月7日送抵医院捐给医生。",
        [None, "8月7日"],
    ),
    "since, of the founding": ("该会自1998年设立慈善基金以来，累计捐出265万元。", [None]),
    "press day": ("新华社内罗毕8月17日电\n\n活动现场，肯尼亚中国总商会捐赠大米2吨。", [None]),
    "two events above": (
        "8月2日，商会举行晚宴。8月9日，商会举行义卖。\n\n活动现场，会员捐款3万元。",
        [None],
    ),
    "what was earned in a month": ("会员打来电话，把这个月运费8600元全捐了。", [None]),
    "last year's bonus": ("會長將去年獎金5萬元捐給學校。", [None]),
    "what a magazine's line says": ("2021年8月19日\n商会会员捐款总计200万元", [None]),
    "the part of what was given up to a day": (
        "截至8月3日，会员累计捐款86万元。其中，会长捐款10万元。",
        ["8月3日", None],
    ),
    "a page's own day": (
        "2021年8月19日　第三版\n\n商会召开紧急会议，商讨救灾事宜。\n\n理事长当场捐款100万元。",
        [None],
    ),
    "some day": ("8月2日，商会开会。\n\n商会近日举行募捐仪式。\n\n活动现场，会员捐款3万元。", [None]),
    "the month in which a flood broke out": ("7月河南洪灾发生后，商会捐款20万元。", [None]),
    "the eve of a feast": ("中秋节前夕，商会慰问老人，捐赠棉被100床。", [None]),
    "when it was told": ("会长昨日表示，该会至今已筹得善款1280万元。", [None]),
    "announced, what had been given": ("会长14日宣布，商会首批捐款5万元已汇往红十字会。", [None]),
    "a disaster told above": (
        "8月3日凌晨，甘北县发生地震。\n\n活动现场，会员捐款3万元。",
        [None],
    ),
    "when figures were published": ("据商会8月10日公布的数据，会员企业已捐款300万元。", [None]),
    "when a reporter heard": ("记者8月10日从商会获悉，会员企业日前捐款300万元。", [None]),
    "when the chamber was founded": ("商会成立于1998年8月8日，20多年来累计捐款5000万元。", [None]),
    "when the drive began": ("商会于8月1日发出倡议，短短10天内共收到捐款15.8万元。", [None]),
    "when the fund was set up": ("基金8月8日启动，首周就收到47万元。", [None]),
    "a giver among those summed up": (
        "截至8月6日，该会共收到捐款2417万元，其中申庆杰个人捐出300万元。",
        ["8月6日", None],
    ),
    "a kind among what is summed up": (
        "截至8月6日，商会会员捐款捐物共100万元，其中现金60万元。",
        ["8月6日", "8月6日"],
    ),
    "the gift of another body": (
        "8月8日，浙江商会捐款52万元。广东商会捐赠消毒液5吨。",
        ["8月8日", None],
    ),
    "another place of a round-up": (
        "在澳大利亚，商会15日晚举行募捐会，当场筹得18.6万澳元。\n\n在泰国，总商会主席率会董到使馆慰问，当场递交500万泰铢。",
        ["15日", None],
    ),
    "gone to the spot": ("商会昨日举行会议。\n\n会员曾到现场慰问，送去安全帽500顶。", [None]),
    "a page's own month": ("二、抗疫\n2021年3月\n\n商会向县医院捐款45万元。", [None]),
    "another's behind a semicolon": (
        "8月6日，福建商会向县城送去大米2吨；温州商会捐款60万元。",
        ["8月6日", None],
    ),
    "another body gave too": (
        "8月9日，協會將吐司五千條送進大豐國小。廣東商會亦捐贈抽水機20台。",
        ["8月9日", None],
    ),
    "this time": ("震后翌日同仁送去盒饭3000份，今次再向医院捐款100万元。", ["翌日", None]),
    "the third day": ("▶ 8月2日\n商会发出倡议。\n▶ 第三天\n会长陈伟送来捐款1万元。", [None]),
}


@pytest.mark.parametrize(("text", "found"), IN_THE_SENTENCE.values(), ids=IN_THE_SENTENCE)
def test_the_day_in_the_sentence(text: str, found: list[str | None]) -> None:
    assert days(text) == found


@pytest.mark.parametrize(("text", "found"), ABOVE.values(), ids=ABOVE)
def test_the_day_of_what_was_told_before(text: str, found: list[str | None]) -> None:
    assert days(text) == found


@pytest.mark.parametrize(("text", "found"), OF_SOMETHING_ELSE.values(), ids=OF_SOMETHING_ELSE)
def test_days_of_something_else_are_no_days_of_gifts(text: str, found: list[str | None]) -> None:
    assert days(text) == found


LISTS = {
    "a day on each line": (
        "捐款名单\n陈国庆 50000元 8月3日\n林海明 30000元 8月4日",
        ["8月3日", "8月4日"],
    ),
    "a column of days": (
        "捐款明细\n日期\t捐款人\t金额（元）\n8月3日\t陈国庆\t5000\n8月4日\t林海明\t3000",
        ["8月3日", "8月4日"],
    ),
    "a column of days behind the sums": (
        "捐款明细\n捐款人\t金额（元）\t日期\n陈国庆\t5000\t8月3日\n林海明\t3000\t8月4日",
        ["8月3日", "8月4日"],
    ),
    "that evening": (
        "8月8日晚，商会举办义演晚宴。\n\n当晚捐款芳名如下：\n永盛公司（5万元）；\n陈国庆（1万元）；\n林海明（5000元）。",
        ["当晚"] * 3,
    ),
    "on the evening that heads it": (
        "会场上有人举手。八月八日晚认捐名单如下：\n永盛公司　五万元\n陈国庆　一万元",
        ["八月八日"] * 2,
    ),
    "a list of another day": (
        "8月8日晚，商会举办晚宴。\n\n捐款名单如下：\n永盛公司　5万元\n陈国庆　1万元",
        [None, None],
    ),
    "on which the list came in": (
        "兹将八月十日续收善款芳名列后：\n陈国庆　五万元\n林海明　三万元",
        ["八月十日"] * 2,
    ),
    "yesterday's list, traditional": (
        "8月11日　星期二\n\n茲將昨日所收捐款芳名公佈如下：\n陳國慶　五萬元\n林海明　三萬元",
        ["昨日"] * 2,
    ),
    "within which the list came in": (
        "现将8月3日至8月9日收到的第三批捐款公示如下：\n陈国庆 50000元\n林海明 30000元",
        ["8月3日至8月9日"] * 2,
    ),
    "goods under the day of their arrival": (
        "8月8日清晨，商会首批救援物资运抵受灾乡：\n● 棉被1000床\n● 军大衣600件",
        ["8月8日"] * 2,
    ),
    "the day on which a list was put up": (
        "现将第二批捐款名单公布如下（8月12日公布）：\n陈国庆 50000元\n林海明 30000元",
        [None, None],
    ),
    "up to which the list counts": (
        "截至8月10日，共收到会员捐款8万元。现将名单公示如下：\n陈国庆 50000元\n林海明 30000元",
        ["8月10日", None, None],
    ),
}


@pytest.mark.parametrize(("text", "found"), LISTS.values(), ids=LISTS)
def test_days_in_lists(text: str, found: list[str | None]) -> None:
    assert days(text) == found
