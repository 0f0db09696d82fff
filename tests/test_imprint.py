"""What documents say of themselves: headers of crawlers, datelines of agencies, closing lines."""

from __future__ import annotations

import pytest

from tests.imprint_reading import BODY, BODY_T, Said, said

HEADERS = {
    "keys of a crawler": (
        f"url: https://www.example.cn/2023/06/15/a.html\ntitle: 省工商联召开座谈会\ndate: 2023-06-15 16:42:07\nsource: 甘肃省工商联\n\n{BODY}\n",
        Said("省工商联召开座谈会", "2023-06-15", "甘肃省工商联"),
    ),
    "keys in another order, body close below": (
        f"source: 贵州日报\npubtime：2019-08-02\nauthor: 龙小萍\ntitle：贵州商会助学\n{BODY}\n",
        Said("贵州商会助学", "2019-08-02", "贵州日报", ("龙小萍",)),
    ),
    "Chinese keys": (
        f"标题：河北商会捐资助学\n来源：燕赵商报\n作者：白建军\n发布日期：2018年9月1日\n\n{BODY}\n",
        Said("河北商会捐资助学", "2018-09-01", "燕赵商报", ("白建军",)),
    ),
    "traditional keys": (
        f"標題：澳門商會賑災\n來源：濠江日報\n發佈時間：2017-09-01 08:00\n作者：梁志明\n\n{BODY_T}\n",
        Said("澳門商會賑災", "2017-09-01", "濠江日報", ("梁志明",)),
    ),
    "title with commas and a long value": (
        f"title: 心系桑梓，情暖人间：旅菲各校友会、同乡总会与商会联合举办慈善晚会，筹得善款支援家乡教育事业发展\nurl: http://a.example/b\n{BODY}\n",
        Said(
            "心系桑梓，情暖人间：旅菲各校友会、同乡总会与商会联合举办慈善晚会，筹得善款支援家乡教育事业发展"
        ),
    ),
    "headline comes again": (
        f"url: http://a.example/c\ndate: 2021/07/25\n\n河南商会驰援灾区\n\n{BODY}\n",
        Said("河南商会驰援灾区", "2021-07-25"),
    ),
    "keys in brackets": (
        f"【标题】云南商会换届\n【来源】春城商报\n【日期】2016.05.04\n【作者】普文昌\n\n{BODY}\n",
        Said("云南商会换届", "2016-05-04", "春城商报", ("普文昌",)),
    ),
    "address for a source, no author named": (
        f"title: 商会募捐\nsource: https://www.example.com/\nauthor: admin\ndate: 2020-02-03T10:11:12Z\n\n{BODY}\n",
        Said("商会募捐", "2020-02-03"),
    ),
    "empty values": (
        f"title: 商会募捐\nauthor:\nsource:\ndate: 2020-02-03\n\n{BODY}\n",
        Said("商会募捐", "2020-02-03"),
    ),
    "time of the crawl is no date": (
        f"crawl_time: 2024-01-02 03:04:05\ntitle: 商会募捐\n\n{BODY}\n",
        Said("商会募捐"),
    ),
    "keys of government sites": (
        "索引号：000014348/2019-00123\n发文机关：陇右省工商联\n成文日期：2019年05月30日\n标题：关于表彰先进商会的决定\n发文字号：陇联发〔2019〕12号\n\n"
        f"关于表彰先进商会的决定\n\n{BODY}\n",
        Said("关于表彰先进商会的决定", "2019-05-30", "陇右省工商联"),
    ),
    "mail": (
        f"发件人：秘书处\n主题：关于征集捐赠信息的通知\n日期：2020年2月1日\n\n{BODY}\n",
        Said("关于征集捐赠信息的通知", "2020-02-01"),
    ),
    "pair of lines of a poster": (
        f"商会年会通知\n时间：2021年3月5日\n地点：商会会议室\n\n{BODY}\n",
        Said("商会年会通知"),
    ),
    "interview": (
        f"作者：你好，会长。\n会长：你好。\n{BODY}\n",
        Said(),
    ),
}


@pytest.mark.parametrize(("source", "expected"), HEADERS.values(), ids=HEADERS)
def test_headers_of_crawlers(source: str, expected: Said) -> None:
    assert said(source) == expected


DATELINES = {
    "agency with the year": ("欧洲侨声网 2020年2月14日电 （记者 博源）", "2020-02-14", "欧洲侨声网", ("博源",)),
    "agency and place": ("中新社新加坡3月18日电 （记者 夏晨光）", None, "中新社", ("夏晨光",)),
    "paper's site and place": ("人民海外网内罗毕5月9日电（记者 魏然）", None, "人民海外网", ("魏然",)),
    "place ending like a medium": ("新华社台北2015年5月9日电（记者 魏然）", "2015-05-09", "新华社", ("魏然",)),
    "agency with a subject": ("新华社北京1月5日电 题：商会搭台", None, "新华社", ()),
    "two agency reporters": ("新华社洛杉矶2月3日电（记者黄恒 谭晶晶）", None, "新华社", ("黄恒", "谭晶晶")),
    "own report in brackets": ("【本报讯】", None, None, ()),
    "reporter and trainee": ("本报讯（记者 欧阳晴 实习生 万里）", None, None, ("欧阳晴", "万里")),
    "reporters with correspondents": ("本报讯 （记者李玉兰 通讯员 张 宁 王芳芳）", None, None, ("李玉兰", "张宁", "王芳芳")),
    "town and day": ("（吉隆坡12日讯）", None, None, ()),
    "town alone": ("曼谷訊：", None, None, ()),
    "town in lenticular brackets": ("【马尼拉讯】", None, None, ()),
    "paper in lenticular brackets": ("【星暹日報訊】", None, "星暹日報", ()),
    "paper's reporter in brackets": ("【歐洲僑報記者孔帆布達佩斯報道】", None, "歐洲僑報", ("孔帆",)),
    "paper with a day": ("联合侨报5月6日讯（记者 陈爱薇）", None, "联合侨报", ("陈爱薇",)),
    "site": ("红枫网2月6日讯（通讯员 周岚 记者 何平）", None, "红枫网", ("周岚", "何平")),
    "site's reporter": ("南方侨网记者王佳妮6月5日报道：", None, "南方侨网", ("王佳妮",)),
    "online news": ("央广网北京2019年12月5日消息（记者 张棉棉）", "2019-12-05", "央广网", ("张棉棉",)),
    "chamber's own": ("商会秘书处讯 ", None, None, ()),
    "place behind the day": ("欧罗巴传媒5月6日罗马讯（记者 郑珂）", None, "欧罗巴传媒", ("郑珂",)),
    "correspondent named like a credit": ("本报福州8月24日讯 （记者 林丽明 通讯员 张文）", None, None, ("林丽明", "张文")),
    "paper's news": ("【濠江日報消息】", None, "濠江日報", ()),
    "agency's reporter in Taiwan": ("（中央社記者王承中台北18日電）", None, "中央社", ("王承中",)),
    "agency's reporter with the whole day": ("中央社記者王承中台北2020年2月18日電 ", "2020-02-18", "中央社", ("王承中",)),
    "reporter and town": ("〔記者李立群／台中報導〕", None, None, ("李立群",)),
    "reporter, day, town": ("【侨报记者李娜9月3日旧金山报道】", None, "侨报", ("李娜",)),
    "paper that ends like a report": ("文匯報訊（記者 張立文）", None, "文匯報", ("張立文",)),
    "book marks": ("《柬华日报》讯 ", None, "柬华日报", ()),
    "paper and its site": ("海峡商报/海峡商网（记者 李娜）", None, "海峡商报", ("李娜",)),
    "names alone behind the day": ("人民网北京9月3日电 （李娜）", None, "人民网", ("李娜",)),
    "reporters hear": ("本报讯 记者从市工商联了解到，", None, None, ()),
    "reporters hear again": ("记者近日从省工商联获悉，", None, None, ()),
    "citing": ("据新华社报道，", None, None, ()),
    "sent from": ("（本报特派记者 唐静 发自雅加达）", None, None, ("唐静",)),
    "square brackets": ("[本報訊]（記者 蔡文傑）", None, None, ("蔡文傑",)),
}  # fmt: skip


@pytest.mark.parametrize(("opening", "published", "publisher", "authors"), DATELINES.values(), ids=DATELINES)
def test_datelines(
    opening: str, published: str | None, publisher: str | None, authors: tuple[str, ...]
) -> None:
    expected = Said("旅外商会捐款赈灾", published, publisher, authors)
    assert said(f"旅外商会捐款赈灾\n\n{opening}{BODY}\n\n{BODY}\n") == expected


def test_a_day_without_year_takes_the_year_of_the_header() -> None:
    head = "url: https://www.example.cn/gn/2020/03-18/9123.shtml\ntitle: 商会捐款\n\n"
    assert said(f"{head}中新社新加坡3月18日电 （记者 夏晨光）{BODY}").published == "2020-03-18"
    assert said(f"{head}中新社新加坡9月18日电 （记者 夏晨光）{BODY}").published is None


CLOSINGS = {
    "day and paper in brackets": ("（2024年5月20日 濠江晚報）", "2024-05-20", "濠江晚報", ()),
    "contributed by an office of the body": ("江平市工商联　2022年8月17日", "2022-08-17", "江平市工商联", ()),
    "paper in book marks, day in brackets": (
        "《中华工商时报》（2016年07月13日 02 版）",
        "2016-07-13",
        "中华工商时报",
        (),
    ),
    "day in Han figures alone": ("二○一八年十二月廿八日", "2018-12-28", None, ()),
    "day in words and paper": ("二○二一年七月卅一日　蘇島時報", "2021-07-31", "蘇島時報", ()),
    "paper glued to the day": ("（台灣工商日報2018年9月12日）", "2018-09-12", "台灣工商日報", ()),
    "page of an issue": ("刊於2022年6月21日 A14版", "2022-06-21", None, ()),
    "day of an interview": ("（采访时间：2018年4月3日）", None, None, ()),
    "day of something told": ("（商会成立于2018年4月3日）", None, None, ()),
    "day and paper, glued": ("（2019年6月16日太平洋時報）", "2019-06-16", "太平洋時報", ()),
    "day and paper in a box": ("【2017-07-25 南馬日報】", "2017-07-25", "南馬日報", ()),
    "host behind its name": ("湖阳市工商业联合会主办　内部资料", None, "湖阳市工商业联合会", ()),
    "paper and day, no bracket": ("——《海峡侨报》2011.4.2", "2011-04-02", "海峡侨报", ()),
    "paper and day behind a comma": ("侨报，2011年4月2日A5版", "2011-04-02", "侨报", ()),
    "contributed": ("供稿：秘书处 2011年4月2日", "2011-04-02", None, ()),
    "numbers and paper": ("2008-06-12 南洋華報", "2008-06-12", "南洋華報", ()),
    "numbers and paper with dots": ("2008.06.12 南洋華報", "2008-06-12", "南洋華報", ()),
    "numbers and site": ("2023-10-31 大公網", "2023-10-31", "大公網", ()),
    "paper, day, page": ("2019年7月16日　南星日報　霹靂版", "2019-07-16", "南星日報", ()),
    "paper and day": ("《海峡侨报》 2011年4月2日 第3版", "2011-04-02", "海峡侨报", ()),
    "original": ("（原载《海峡侨报》2011年4月2日）", "2011-04-02", "海峡侨报", ()),
    "excerpt": ("（摘自《海峡侨报》）", None, "海峡侨报", ()),
    "time of publication": ("发布时间：2024-05-09", "2024-05-09", None, ()),
    "original behind dashes": ("——原刊於《世界僑報》2013年11月14日", "2013-11-14", "世界僑報", ()),
    "body that signs": ("海峡两岸茶业商会\n2013年4月22日", "2013-04-22", "海峡两岸茶业商会", ()),
    "body that signs with its seal": (
        "海峡两岸茶业商会（盖章）\n2013年4月22日制",
        "2013-04-22",
        "海峡两岸茶业商会",
        (),
    ),
    "body with regards": ("　　　羅省茶商公會　敬啟", None, "羅省茶商公會", ()),
    "two bodies sign": ("香港茶業商會\n香港糖業商會\n二〇一九年一月十五日", "2019-01-15", None, ()),
    "year of the republic": ("中華民國一一二年九月十九日出刊", "2023-09-19", None, ()),
    "checking in rounds": (
        "供稿：会员服务部\n编辑：林小洁\n初审：陈建平\n终审：黄志勇",
        None,
        None,
        ("林小洁",),
    ),
    "who took part": ("（参与记者：李立群、王芳芳）", None, None, ("李立群", "王芳芳")),
    "author and office": ("(本文作者：李娜，系商会秘书长)", None, None, ("李娜",)),
    "name before the credit": ("（李娜 文/图）", None, None, ("李娜",)),
    "photographer alone": ("（图/李娜）", None, None, ()),
    "taken over": ("本文转自《海峡侨报》", None, "海峡侨报", ()),
    "signed off": ("签发：王建国　编辑：李娜", None, None, ("李娜",)),
    "told and written": ("口述：王建国　整理：李娜", None, None, ("李娜",)),
    "source of figures": ("※ 资料来源：海关总署", None, None, ()),
    "to be continued": ("（未完待续）", None, None, ()),
    "office in brackets": ("（商会秘书处）", None, None, ()),
    "collected from the web": ("来源：综合自网络", None, None, ()),
    "town in brackets": ("（吉隆坡）", None, None, ()),
    "word in brackets": ("（单位）", None, None, ()),
    "words in brackets behind a stop": ("特此公布。（方案）", None, None, ()),
    "day alone in brackets": ("（2013年4月22日）", "2013-04-22", None, ()),
    "reporters": ("（记者 李娜 通讯员 郑好 摄影报道）", None, None, ("李娜", "郑好")),
    "offices and editor": ("（图文/商会秘书处 编辑：王小燕 审核：陈建平）", None, None, ("王小燕",)),
    "writer before the editor": ("（文/林海燕 图/周涛 责任编辑：赵敏）", None, None, ("林海燕", "赵敏")),
    "writer on a line of his own": ("撰稿：林海燕\n编辑：赵敏\n审核：马骏", None, None, ("林海燕", "赵敏")),
    "editor alone": ("（责任编辑：赵敏）", None, None, ("赵敏",)),
    "editor in square brackets": ("[责任编辑：赵敏]", None, None, ("赵敏",)),
    "duty editors": ("（责编：赵敏、李红）", None, None, ("赵敏", "李红")),
    "source and editor": ("来源：海峡侨网 编辑：赵敏", None, "海峡侨网", ("赵敏",)),
    "source with a bar": ("来源丨海峡侨网\n编辑丨赵敏", None, "海峡侨网", ("赵敏",)),
    "traditional credits": ("（文、圖／林海燕）", None, None, ("林海燕",)),
    "a name alone in brackets": ("（林海燕）", None, None, ("林海燕",)),
    "no name in brackets": ("（资料）", None, None, ()),
    "agency": ("（新华社雅加达2018年10月3日电）", "2018-10-03", "新华社", ()),
    "end mark": ("（完）", None, None, ()),
    "checkers only": ("校对：赵敏 审核：马骏", None, None, ()),
}


@pytest.mark.parametrize(("closing", "published", "publisher", "authors"), CLOSINGS.values(), ids=CLOSINGS)
def test_closing_lines(
    closing: str, published: str | None, publisher: str | None, authors: tuple[str, ...]
) -> None:
    assert said(f"旅外商会捐款赈灾\n\n{BODY}\n\n{BODY}\n\n{closing}\n") == Said(
        "旅外商会捐款赈灾", published, publisher, authors
    )


UNDER_HEADLINES = {
    "day and site": ("2023-10-31 大公網", "2023-10-31", "大公網", ()),
    "site and day": ("海峡侨网 2023-10-31 09:08", "2023-10-31", "海峡侨网", ()),
    "day and labelled source": ("2019年08月05日 09:30:12　来源：海峡侨网", "2019-08-05", "海峡侨网", ()),
    "source, day, author, size of letters": (
        "来源：海峡侨报 发布时间：2020-03-04 作者：林海燕 点击数：123 字号：【大 中 小】",
        "2020-03-04",
        "海峡侨报",
        ("林海燕",),
    ),
    "author first": (
        "作者：林海燕 来源：海峡侨报 日期：2020-03-04 浏览：35次",
        "2020-03-04",
        "海峡侨报",
        ("林海燕",),
    ),
    "account": ("原创 秘书处 茶商小站 2023-08-04 21:06 发表于福建", "2023-08-04", "茶商小站", ()),
    "body and its account": ("福建省茶业商会  茶商小站  2023-08-04", "2023-08-04", "福建省茶业商会", ()),
    "weekday in brackets and page": ("2022年3月4日（星期五）　港聞　A11", "2022-03-04", None, ()),
    "name that is a county's": (
        "时间：2023年11月8日 10:05   来源：海峡工商时报   记者：贺兰",
        "2023-11-08",
        "海峡工商时报",
        ("贺兰",),
    ),
    "button behind the source": (
        "2020年02月05日 16:18　来源：海峡新闻网参与互动",
        "2020-02-05",
        "海峡新闻网",
        (),
    ),
    "empty author": (
        "2020-02-05 16:18:37 来源：海峡新闻网 作者： 责任编辑：李明阳",
        "2020-02-05",
        "海峡新闻网",
        ("李明阳",),
    ),
    "Taiwanese paper": (
        "2020-02-05 10:20 海峽日報 記者張立文 / 台北即時報導",
        "2020-02-05",
        "海峽日報",
        ("張立文",),
    ),
    "Taiwanese byline": ("海峽日報 記者張立文／台北報導", None, "海峽日報", ("張立文",)),
    "day in square brackets": ("[2020-02-05] 来源：海峡侨网", "2020-02-05", "海峡侨网", ()),
    "poster": ("发布者：admin 发布时间：2020-02-05", "2020-02-05", None, ()),
    "slash behind the role": ("本刊记者/李娜", None, None, ("李娜",)),
    "upright bars": ("2020-03-04 | 海峡侨报 | 林海燕", "2020-03-04", "海峡侨报", ()),
    "publishing office": (
        "发布单位：商会秘书处 发布日期：2020-03-04 阅读：355",
        "2020-03-04",
        "商会秘书处",
        (),
    ),
    "traditional": (
        "發佈時間：2020-03-04　來源：南島時報　作者：林海燕",
        "2020-03-04",
        "南島時報",
        ("林海燕",),
    ),
    "day of sending": ("發稿時間：2015/11/05 18:42", "2015-11-05", None, ()),
    "particulars with tabs": (
        "2015/9/23 8:45:17\t作者:梁淑仪\t来源:佛山陶业网\t人气:5390",
        "2015-09-23",
        "佛山陶业网",
        ("梁淑仪",),
    ),
    "latest version": ("最新更新：2015/11/05 18:42", "2015-11-05", None, ()),
    "page of an archive of papers": ("大公報 A12 | 港聞 | 2014-08-06", "2014-08-06", "大公報", ()),
    "all in square brackets": (
        "[ 来源：海峡侨报 | 作者：林海燕 | 时间：2020-03-04 | 浏览：120次 ]",
        "2020-03-04",
        "海峡侨报",
        ("林海燕",),
    ),
    "reporter of a paper": ("海峡侨报记者 林海燕", None, "海峡侨报", ("林海燕",)),
    "channel of a site": ("来源：人民网－国际频道", None, "人民网", ()),
    "reporter of our own paper": ("本报记者 林海燕", None, None, ("林海燕",)),
    "reporter with a bar": ("文丨林海燕", None, None, ("林海燕",)),
}


@pytest.mark.parametrize(
    ("line", "published", "publisher", "authors"), UNDER_HEADLINES.values(), ids=UNDER_HEADLINES
)
def test_lines_under_the_headline(
    line: str, published: str | None, publisher: str | None, authors: tuple[str, ...]
) -> None:
    assert said(f"旅外商会捐款赈灾\n{line}\n\n{BODY}\n\n{BODY}\n") == Said(
        "旅外商会捐款赈灾", published, publisher, authors
    )


CITED = {
    "looked up": "详情可查阅《滨海日报》2022年5月6日第3版。",
    "summary of several": "（综合《经济日报》、新华社报道）",
    "told by a paper": "据《侨声报》2019年5月3日报道，该会已捐款50万元。",
    "reprinted by": "《侨声报》2019年5月3日曾刊登商会的倡议书。",
    "source of the money": "善款来源：会员捐款及商会结余。",
    "source of a figure": "数据来源于海关总署。",
    "traditional": "詳情請參閱《僑聲日報》2012年5月6日A3版。",
}


@pytest.mark.parametrize("line", CITED.values(), ids=CITED)
def test_a_cited_paper_is_no_publisher(line: str) -> None:
    for source in (f"旅外商会捐款赈灾\n\n{BODY}\n\n{line}\n", f"旅外商会捐款赈灾\n\n{line}\n\n{BODY}\n"):
        assert said(source) == Said("旅外商会捐款赈灾")


STAMPS = {
    "before the first sentence": (f"旅外商会捐款赈灾\n\n（2019-06-14）{BODY}\n\n{BODY}\n", "2019-06-14"),
    "place and day before it": (f"商會捐款賑災\n\n（香港，2025年12月2日）{BODY_T}\n", "2025-12-02"),
    "behind the last sentence": (
        f"旅外商会捐款赈灾\n\n{BODY}\n\n{BODY}（2023年3月2日《狮城早报》）\n",
        "2023-03-02",
    ),
    "in English": (
        f"旅外商会捐款赈灾\n记者胡志明／洛杉矶报导\nFebruary 28, 2011 06:00 AM\n\n{BODY}\n",
        "2011-02-28",
    ),
    "day and office above a notice that may be shown": (
        f"关于申报补助的通知\n\n{BODY}\n\n青岚市商务局　青岚市财政局\n2025年3月28日\n\n（此件公开发布。请转发会员。）\n",
        "2025-03-28",
    ),
    "of two labelled days that of publication": (
        f"成文日期：2023年10月16日　　发布日期：2023年10月17日\n关于印发若干措施的通知\n\n{BODY}\n",
        "2023-10-17",
    ),
    "day in a sentence": (f"旅外商会捐款赈灾\n\n{BODY}\n\n商会于2019年6月14日成立。\n", None),
    "day of a gift in a list": ("捐款名单\n\n2020年2月3日\t张三\t500元\n2020年2月4日\t李四\t800元\n", None),
}


@pytest.mark.parametrize(("source", "published"), STAMPS.values(), ids=STAMPS)
def test_day_on_the_text(source: str, published: str | None) -> None:
    assert said(source).published == published


# The day on a line under the headline, `None` for lines that say the day of something else.
UNDER_HEADLINE = {
    "發布日期：109-01-20": "2020-01-20",
    "張貼日期：109.01.20": "2020-01-20",
    "民國109.1.20": "2020-01-20",
    "中華民國一百零九年一月二十日": "2020-01-20",
    "2020年1月20日　农历己亥年十二月廿六": "2020-01-20",
    "2020年1月20日 (一)": "2020-01-20",
    "2020年1月20日 上午10:00": "2020-01-20",
    "2020.1.20 MON": "2020-01-20",
    "Monday, 20 January 2020": "2020-01-20",
    "20 Jan 2020 (Mon)": "2020-01-20",
    "8 月 10, 2009": "2009-08-10",
    "最近更新於 週一, 10 八月 2009 10:11": "2009-08-10",
    "20.01.2020": "2020-01-20",
    "來源：星島日報（2020年1月20日）": "2020-01-20",
    "《 人民日报 》（ 2020年01月20日   03 版）": "2020-01-20",
    "2020-01-20 19:31  来源：侨声网  浏览：1,208次": "2020-01-20",
    "見報日期：2020年1月20日": "2020-01-20",
    "下次会议：2020年1月20日": None,
    "有效期至2020年1月20日": None,
    "成立于2020年1月20日": None,
    "（2020年1月20日通过）": None,
    "聯合報/B1版/大台北/2020-01-20": "2020-01-20",
    "《南洋商報》，2020年1月20日，第A5版。": "2020-01-20",
    "商会新闻 / 2020-01-20 / by 王平": "2020-01-20",
    "生效：109-01-20": None,
}


@pytest.mark.parametrize("line", UNDER_HEADLINE)
def test_day_under_the_headline(line: str) -> None:
    assert said(f"商會捐款賑災\n\n{line}\n\n{BODY_T}\n").published == UNDER_HEADLINE[line]


OPENINGS_WITH_DAYS = {
    "place and day in a bracket": (f"（2020年1月20日，悉尼）{BODY}", "2020-01-20"),
    "place and day before a dash": (f"悉尼，2020年1月20日——{BODY}", "2020-01-20"),
    "a bracket behind the opening": (f"【本报讯】（2020年1月20日）{BODY}", "2020-01-20"),
    "day and hour before the agency": (f"2020/1/20 17:42（中央社记者林俊贤台北20日电）{BODY}", "2020-01-20"),
    "code of the agency": (f"（中央社記者林俊賢台北20日電）{BODY_T}（編輯：林惠君）1090120", "2020-01-20"),
    "code before the year 2011": (f"（中央社記者林俊賢台北20日電）{BODY_T}980820", "2009-08-20"),
    "paper and day with a point behind it": (f"{BODY_T}\n\n（星洲日報．2020.01.20）", "2020-01-20"),
    "a number that is no code": (f"（中央社記者林俊賢台北20日電）{BODY_T}電話：1090120", None),
    "a code of another day": (f"（中央社記者林俊賢台北20日電）{BODY_T}1090125", None),
    "days of what a page offers below": (
        f"{BODY}\n\n相关阅读\n商会团拜　2020-01-12\n商会年会 2020-01-20",
        None,
    ),
    "gifts with their days": (f"张三 1000元 2020年1月20日\n李四 2000元 2020年1月21日\n\n{BODY}", None),
    "what happened on the day": (f"2020年1月20日，悉尼商会举行晚宴。{BODY}", None),
}


@pytest.mark.parametrize(("text", "published"), OPENINGS_WITH_DAYS.values(), ids=OPENINGS_WITH_DAYS)
def test_day_at_the_opening_and_the_end(text: str, published: str | None) -> None:
    assert said(f"商會捐款賑災\n\n{text}\n").published == published


LETTERHEADS = {
    "circular": (f"香港家電業商會\n\n會員通告　第2024/18號\n\n致：各會員公司\n\n{BODY_T}\n", "會員通告 第2024/18號", "香港家電業商會"),
    "list": ("法國里昂華商促進會\n\n會館購置基金樂捐芳名（第三批）\n\n（單位：歐元）\n會長　池長青　5,000\n", "會館購置基金樂捐芳名（第三批）", "法國里昂華商促進會"),
    "letter with its number": (
        f"东岚省民政厅\n东岚省商务厅\n东岚民函〔2022〕86号\n关于组织自查自纠工作的通知\n\n各市：\n{BODY}\n",
        "关于组织自查自纠工作的通知",
        "东岚省民政厅",
    ),
    "what a body did": (f"福建商会走访温州商会\n关于加强合作的报告受好评\n\n{BODY}\n", "福建商会走访温州商会关于加强合作的报告受好评", None),
}  # fmt: skip


@pytest.mark.parametrize(("source", "title", "publisher"), LETTERHEADS.values(), ids=LETTERHEADS)
def test_body_over_its_paper(source: str, title: str, publisher: str | None) -> None:
    found = said(source)
    assert (found.title, found.publisher) == (title, publisher)


@pytest.mark.parametrize(
    ("opening", "publisher"),
    [
        ("【亞省華聞訊】", "亞省華聞"),
        ("【維港商訊】", "維港商訊"),
        ("西非统一商报拉各斯讯　", "西非统一商报"),
        ("【澳洲网苏小鸥1月20日悉尼报道】", "澳洲网"),
        ("《非洲时报》约堡8月14日讯（记者 卢意宁）", "非洲时报"),
        ("【吉隆坡訊】", None),
        ("【本報訊】", None),
        ("【最新消息】", None),
    ],
)
def test_paper_of_an_opening(opening: str, publisher: str | None) -> None:
    assert said(f"旅外商會捐款\n\n{opening}{BODY_T}\n\n{BODY_T}\n").publisher == publisher


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("感 谢 信", "感谢信"),
        ("讣　告", "讣告"),
        ("鳴　謝\n\n香港海味行商會\n\n敬老愛心宴", "鳴謝"),
        ("您的位置：首页 → 通知公告\n\n商会捐款公示", "商会捐款公示"),
        ("侨社 > 正文\n\n商会捐款公示", "商会捐款公示"),
        ("某市人民政府网站 | 政务公开 | 办事服务 | 互动交流\n\n商会捐款公示", "商会捐款公示"),
        ("[收藏] [打印] [ 字号: 大 中 小 ]\n商会捐款公示", "商会捐款公示"),
        ("【新聞稿】　請即發放\n\n商會捐款公示", "商會捐款公示"),
        ("海峡侨网\n首页　协会概况　协会动态　政策法规　下载中心\n\n商会捐款公示", "商会捐款公示"),
        ("要聞 國際 兩岸 財經 社區 娛樂\n\n商會捐款公示\n2014-02-09", "商會捐款公示"),
        ("港島五金商會月刊 二〇一五年一月號　會務報道\n\n商會捐款公示", "商會捐款公示"),
        ("島城工業會會訊　第二八七期　九十八年十月\n\n商會捐款公示", "商會捐款公示"),
        ("东岚省家居材料行业协会文件\n\n东家材协〔2018〕22号\n————————\n\n商会捐款公示", "商会捐款公示"),
        ("索引号：01/2023-00127　　发文机关：某市政府\n\n名　　称：商会捐款公示", "商会捐款公示"),
    ],
)
def test_title_among_lines_of_a_page(head: str, title: str) -> None:
    assert said(f"{head}\n\n{BODY}\n\n{BODY}\n").title == title
