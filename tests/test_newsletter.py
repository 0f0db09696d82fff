"""The items of newsletters, in the makes that editors give them, and single articles that look alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from chamber_extract.readers.plain import tidy
from chamber_extract.segment import segment

ITEMS = (
    (
        "会长一行走访会员企业",
        "6月4日，商会会长陈志强一行赴东营走访会员企业，详细了解生产经营情况。走访中，陈志强表示，商会将继续发挥桥梁作用，帮助会员企业解决困难。",
    ),
    (
        "助学金发放仪式在沂水举行",
        "6月12日上午，助学金发放仪式在沂水县第三中学举行，商会捐赠助学金10万元。副会长李建国出席仪式并讲话，勉励受助学生努力学习，早日成才。",
    ),
    (
        "关于取消部分会费的通知",
        "根据有关规定，自7月1日起，商会取消小微企业会员的会费，请各会员单位知悉。会费减免的具体办法由秘书处另行通知，有疑问的会员可与秘书处联系。",
    ),
)
HEADS = {
    "issue on its own line": "山东省五金商会会讯\n2015年第3期（总第45期）\n2015年6月30日\n\n",
    "issue beside the name": "《商会通讯》第12期\n\n",
    "issue in brackets, editor and day": "工作动态\n（第六期）\n山东省五金商会办公室编　2015年6月30日\n\n",
    "season": "南洋商讯 2015年夏季号\n\n",
    "month": "会员通讯\n2015年6月\n山东省五金商会秘书处编\n\n",
    "traditional": "澳門中區商會會訊\n總第88期\n2015年6月30日\n\n",
    "a name of its own": "同心汇\n江阳市工商业联合会主办　2015年第9期（总第112期）　内部资料·免费交流\n\n",
    "volume": "Newsletter 商会快讯 Vol.12\n\n",
    "electronic": "中區商會電子報\n總第88期　發行日期：2015年6月30日\n\n",
    "number in English": "旅日華商會報　NO.125　2015.6.30\n\n",
    "a week": "一周要闻（6月8日—14日）\n山东省五金商会办公室编\n2015年6月15日\n\n",
}
MAKES: dict[str, Callable[[int, str, str], str]] = {
    "plain": lambda i, title, text: f"{title}\n\n{text}",
    "boxed": lambda i, title, text: f"【{title}】\n{text}",
    "boxed in the text": lambda i, title, text: f"【{title}】{text}",
    "counted 一": lambda i, title, text: f"{'一二三'[i]}、{title}\n{text}",
    "counted （一）": lambda i, title, text: f"（{'一二三'[i]}）{title}\n{text}",
    "counted 1": lambda i, title, text: f"{i + 1}. {title}\n{text}",
    "counted 【1】": lambda i, title, text: f"【{i + 1}】{title}\n{text}",
    "square": lambda i, title, text: f"■ {title}\n　　{text}",
    "stars around": lambda i, title, text: f"★★★ {title} ★★★\n{text}",
    "bar": lambda i, title, text: f"▍{title}\n\n{text}",
    "counted 01": lambda i, title, text: f"0{i + 1} {title}\n{text}",
    "counted departments": lambda i, title, text: f"【会务{'一二三'[i]}】{title}\n{text}",
    "corner brackets": lambda i, title, text: f"「{title}」\n{text}",
    "white brackets": lambda i, title, text: f"〖{title}〗\n{text}",
    "counted 壹": lambda i, title, text: f"{'壹贰叁'[i]}、{title}\n{text}",
    "counted 1)": lambda i, title, text: f"{i + 1}）{title}\n{text}",
    "counted #1": lambda i, title, text: f"#{i + 1} {title}\n{text}",
    "counted 第一则": lambda i, title, text: f"第{'一二三'[i]}则：{title}\n{text}",
    "counted between strokes": lambda i, title, text: f"— 0{i + 1} —\n{title}\n\n{text}",
    "counted before a bar": lambda i, title, text: f"0{i + 1} | {title}\n\n{text}",
    "asterisk": lambda i, title, text: f"* {title}\n{text}",
    "bell": lambda i, title, text: f"🔔 {title}\n{text}",
    "a picture under it": lambda i, title, text: f"{title}\n\n[图片]\n\n{text}\n\n▲活动现场",
    "dashes between": lambda i, title, text: f"{title}\n\n{text}\n——————————",
    "second level": lambda i, title, text: f"## {title}\n\n{text}",
    "under a department": lambda i, title, text: f"【商会动态】\n{title}\n{text}",
    "behind a department": lambda i, title, text: f"【动态】{title}\n{text}",
    "line between": lambda i, title, text: f"{title}\n{text}\n----------",
}


def titles(source: str) -> list[str]:
    return [section.title for section in segment(tidy(source)).sections]


@pytest.mark.parametrize("make", MAKES)
@pytest.mark.parametrize("head", HEADS)
def test_items(head: str, make: str) -> None:
    source = HEADS[head] + "\n\n".join(MAKES[make](i, *item) for i, item in enumerate(ITEMS)) + "\n"
    assert titles(source) == [title for title, _ in ITEMS]


def test_contents_page_whose_entries_are_counted() -> None:
    listed = "\n".join(f"{i + 1}. {title}……{i + 1}" for i, (title, _) in enumerate(ITEMS))
    source = f"会讯 第3期\n\n本期目录\n{listed}\n\n" + "\n\n".join(f"{t}\n\n{text}" for t, text in ITEMS)
    assert titles(source) == [title for title, _ in ITEMS]


def test_contents_page_that_files_its_entries() -> None:
    listed = "\n".join(
        f"{part} / {title}" for part, (title, _) in zip(("要闻", "公益", "通知"), ITEMS, strict=True)
    )
    source = f"会刊\n2011年第2期\n\n目 录\n{listed}\n\n" + "\n\n".join(f"{t}\n\n{text}" for t, text in ITEMS)
    assert titles(source) == [title for title, _ in ITEMS]


def test_an_item_has_the_day_and_the_medium_of_its_source() -> None:
    days = ("2015年6月5日", "2015年6月13日", "2015年6月20日")
    papers = ("齐鲁商报", "沂蒙晚报", "大众商报")
    items = (
        f"{title}\n{text}\n（来源：{paper} {day}）"
        for (title, text), paper, day in zip(ITEMS, papers, days, strict=True)
    )
    sections = segment(tidy(HEADS["issue on its own line"] + "\n\n".join(items))).sections
    assert [s.outlet for s in sections] == list(papers)
    assert [str(s.published) for s in sections] == ["2015-06-05", "2015-06-13", "2015-06-20"]


def test_the_day_of_the_issue_is_not_that_of_its_items() -> None:
    items = "\n\n".join(f"◆{title}◆\n{text}" for title, text in ITEMS)
    sections = segment(tidy(HEADS["issue in brackets, editor and day"] + items)).sections
    assert [(s.title, s.published) for s in sections] == [(title, None) for title, _ in ITEMS]


@pytest.mark.parametrize(
    ("head", "close", "day"),
    [
        ("a name of its own", "（摘自《齐鲁商报》6月18日二版　作者：晏平）", "2015-06-18"),
        ("issue in brackets, editor and day", "（秘书處 6月13日）", "2015-06-13"),
        ("issue in brackets, editor and day", "（摘自《大眾商報》12月28日）", "2014-12-28"),
        ("a name of its own", "（商会将于9月30日开会）", None),
        ("issue beside the name", "（摘自《齐鲁商报》6月18日）", None),
    ],
)
def test_an_item_closes_with_a_day_of_the_issue_s_year(head: str, close: str, day: str | None) -> None:
    (a, text), *others = ITEMS
    source = HEADS[head] + "\n\n".join([f"■ {a}\n{text}\n{close}", *(f"■ {t}\n{x}" for t, x in others)])
    first, *rest = segment(tidy(source)).sections
    assert first.published == (date.fromisoformat(day) if day else None)
    assert {s.published for s in rest} == {None}


# Cuttings: each item says which paper brought it and when, the year stands at the head of the page alone.
CUTTINGS = (
    ("泰國中華總商會捐三百萬銖賑災", "泰國中華總商會主席率常務會董前往大使館，將善款三百萬銖支票面交參贊。參贊稱，僑胞雪中送炭，災區人民永誌不忘。", "星暹日報", 16),
    ("美東閩商總會籌款助重建", "福建南平等地遭洪水重創，美東閩商總會在法拉盛舉行籌款餐會，席開卅二桌，當場籌得善款四萬二千美元。", "世界日報", 19),
    ("華商兩會攜手救助匈國災民", "匈牙利華商總會、匈牙利溫州商會聯合驅車三百公里，向埃代萊尼鎮災民捐贈二百萬福林，並送去瓶裝水五千瓶。", "歐洲時報", 20),
)  # fmt: skip
CUTTING_HEADS = {
    "issue and its day": "海華通訊　第四十七期\n二〇一〇年八月二十七日出版　非賣品　歡迎轉載\n\n",
    "day in brackets behind the number": "海華通訊\n2010年第8期（8月27日出版）\n\n",
    "issue of a year": "僑訊剪報\n2010年第8期（總第112期）\n\n",
    "month": "商會會刊 2010年8月號\n\n",
    "page of a paper": "華商文摘　2010年8月27日　星期五　第3版\n\n",
    "week": "一周剪報（2010年8月16日—22日）\n商會秘書處編\n\n",
    "month in brackets": "媒體報道選編\n（2010年8月）\n\n",
}
HAN_DAYS = {16: "八月十六日", 19: "八月十九日", 20: "八月二十日"}
CREDITS: dict[str, Callable[[str, str, str, int], str]] = {
    "behind the headline": lambda t, x, o, d: f"{t}　{o}　{HAN_DAYS[d]}\n\n{x}",
    "behind the headline, in full": lambda t, x, o, d: f"{t}　{o}　2010年8月{d}日\n\n{x}",
    "behind the headline in brackets": lambda t, x, o, d: f"{t}（{o} 8月{d}日）\n\n{x}",
    "above it": lambda t, x, o, d: f"{o}　{HAN_DAYS[d]}\n{t}\n\n{x}",
    "above it by itself": lambda t, x, o, d: f"《{o}》8月{d}日\n\n{t}\n\n{x}",
    "boxed before it": lambda t, x, o, d: f"【{o}8月{d}日】{t}\n\n{x}",
    "before it with a colon": lambda t, x, o, d: f"{o}（8月{d}日）：{t}\n\n{x}",
    "before it, the day first": lambda t, x, o, d: f"8月{d}日《{o}》：{t}\n\n{x}",
    "under it in brackets": lambda t, x, o, d: f"{t}\n（{o} {HAN_DAYS[d]}）\n\n{x}",
    "under it": lambda t, x, o, d: f"{t}\n{o}　8月{d}日\n\n{x}",
    "under it, the day first": lambda t, x, o, d: f"{t}\n8月{d}日　{o}\n\n{x}",
    "under it with strokes": lambda t, x, o, d: f"{t}\n{o}／8月{d}日／記者王平\n\n{x}",
    "under it with the reporter": lambda t, x, o, d: f"{t}\n【{o} 8月{d}日 記者王平】\n\n{x}",
    "under it, in full": lambda t, x, o, d: f"{t}\n2010-08-{d}　{o}\n\n{x}",
    "labels": lambda t, x, o, d: f"{t}\n來源：{o}　時間：8月{d}日\n\n{x}",
    "labels line by line": lambda t, x, o, d: f"標題：{t}\n來源：{o}\n日期：8月{d}日\n{x}",
    "paper before the headline": lambda t, x, o, d: f"{o}：{t}\n（8月{d}日）\n\n{x}",
    "opening in brackets": lambda t, x, o, d: f"{t}\n\n【{o}{HAN_DAYS[d]}訊】{x}",
    "opening": lambda t, x, o, d: f"{t}\n\n{o}曼谷8月{d}日電 {x}",
    "behind the text": lambda t, x, o, d: f"{t}\n\n{x}（{o}{HAN_DAYS[d]}）",
    "behind the text, the day first": lambda t, x, o, d: f"■ {t}\n{x}（8月{d}日《{o}》）",
    "below the text": lambda t, x, o, d: f"{t}\n\n{x}\n——《{o}》8月{d}日",
    "below the text in brackets": lambda t, x, o, d: f"{t}\n\n{x}\n（摘自《{o}》8月{d}日）",
    "below the text with what was done to it": lambda t, x, o, d: (
        f"{t}\n\n{x}\n——原載8月{d}日泰國《{o}》，有刪節"
    ),
    "under it with points": lambda t, x, o, d: f"{t}\n8月{d}日．{o}．記者王平\n\n{x}",
    "told after": lambda t, x, o, d: f"{t}\n\n據海外《{o}》8月{d}日報導，{x}",
    "below the text with a point": lambda t, x, o, d: f"{t}\n\n{x}\n（{o}．2010.08.{d}）",
}


@pytest.mark.parametrize("credit", CREDITS)
@pytest.mark.parametrize("head", CUTTING_HEADS)
def test_cuttings_say_the_paper_and_the_day(head: str, credit: str) -> None:
    source = CUTTING_HEADS[head] + "\n\n".join(CREDITS[credit](*cutting) for cutting in CUTTINGS)
    found = [(s.title, s.outlet, str(s.published)) for s in segment(tidy(source)).sections]
    assert found == [(title, outlet, f"2010-08-{day}") for title, _, outlet, day in CUTTINGS]


CLOSES = {
    "label": "\n\n來源：{0}　時間：2010-08-{1}",
    "taken from": "\n\n（原載《{0}》2010年8月{1}日）",
    "glued": "（{0}2010年8月{1}日）",
    "with the page": "\n《{0}》2010年8月{1}日第3版",
}
COLLECTIONS = {
    "no head": "",
    "collection": "首頁 > 新聞中心\n2010年媒體報道匯編\n\n",
    "week": "【商會周報】8月第四週新聞回顧\n2010-08-25 商會秘書處\n\n",
}


@pytest.mark.parametrize("close", CLOSES)
@pytest.mark.parametrize("head", COLLECTIONS)
def test_articles_that_end_with_their_source(head: str, close: str) -> None:
    source = COLLECTIONS[head] + "\n\n".join(
        f"{title}\n\n{text}\n\n會後，來賓合影留念。{CLOSES[close].format(outlet, day)}"
        for title, text, outlet, day in CUTTINGS
    )
    found = [(s.title, s.outlet, str(s.published)) for s in segment(tidy(source)).sections]
    assert found == [(title, outlet, f"2010-08-{day}") for title, _, outlet, day in CUTTINGS]


ONE_ARTICLE = {
    "a briefing of one report, with its subheads": "工作简报\n第12期\n山东省五金商会　2015年6月30日\n\n商会召开半年工作会议\n\n6月30日，商会在济南召开半年工作会议，会长陈志强主持会议并讲话。\n\n一、总结上半年工作\n上半年，商会共走访会员企业五十余家，协调解决困难三十余项。\n\n二、部署下半年任务\n下半年，商会将继续开展走访活动，办好第二届产品展览会。",
    "counted subheads right under the headline": "情况通报\n第3期\n\n关于防汛救灾捐款使用情况的报告\n\n一、捐款募集情况\n截至6月30日，商会共收到会员捐款三十五万元，全部存入专户。\n二、捐款使用情况\n捐款已全部用于购买救灾物资，由商会统一运往灾区发放。",
    "a page of a site under its department": "商会动态\n\n会长一行走访会员企业\n2015年6月4日\n\n6月4日，会长陈志强一行赴东营走访会员企业，了解生产经营情况。\n\n走访东营华昌公司\n\n陈志强在东营华昌公司考察了生产线，听取了公司情况介绍。\n\n走访东营宏达公司\n\n陈志强在东营宏达公司参加座谈会，回答了企业提出的问题。",
    "a notice with a number": "关于做好会费收缴工作的通知\n鲁五金商〔2015〕3号\n\n一、收缴标准\n会长单位每年六万元，副会长单位每年三万元，理事单位每年一万元。\n二、收缴时间\n请各会员单位于每年三月底之前将会费汇入商会账户。",
    "two letters on one page": "感谢信（两则）\n\n其一\n斐济中国企业商会：\n    贵会克服海运停航等困难，于1月30日将物资送达灾区，谨致谢忱，并请转达慰问之意。\n    驻汤加使馆经商处\n    2022年2月21日\n\n其二\n尊敬的麦永杰会长：\n    贵会捐赠的电饭煲六百只已于上月二十四日运抵，并全部分发给受灾同胞，特此鸣谢。\n    汤加中华商会\n    2022年3月1日",
    "two sources in one report": "商会捐款\n\n商会日前捐款十万元，会长陈志强出席仪式并讲话。（《齐鲁商报》2015年6月4日）\n\n会员企业另捐款二十万元，由秘书处转交灾区。（《大众商报》2015年6月5日）",
    "a report on the third issue of bonds": "商会组团参观\n\n6月4日，商会组织会员参观了2015年第3期培训班的成果展览，会长陈志强出席。\n\n一、参观展览\n会员们参观了培训班学员制作的产品，给予了很高的评价。\n二、座谈交流\n会员们与学员代表座谈，交流了从业的经验和体会。",
}


@pytest.mark.parametrize("name", ONE_ARTICLE)
def test_one_article_has_no_sections(name: str) -> None:
    assert titles(ONE_ARTICLE[name]) == []


PAGE_OF_ARTICLES = (
    ("莊前輝伉儷捐商總農村校舍", "菲華商聯總會訊：本總會副理事長莊前輝伉儷，節約宴費，捐獻農村校舍一座，計菲幣八十萬元。"),
    ("部分會館粉刷一新\n鄉親稱便", "本報訊　旅菲會館耗資五十萬元粉刷門面，理事長於三月九日主持剪綵，來賓讚譽有加。"),
    ("李榮祖獻捐永寧同鄉會", "旅菲永寧同鄉會暨商會執事先生稱：本會常務理事李榮祖守制期間，特獻捐文教基金菲幣五萬元。"),
)  # fmt: skip
PAGE_HEADS = {
    "day at the end": "商報　華社新聞　第七版　二〇一四年三月十二日　星期三",
    "page before the day": "商報 A4 2014年3月12日",
    "day before the weekday": "岷市商報　2014年3月12日　星期三",
}


def _page(head: str) -> str:
    articles = "\n\n".join(f"{title}\n\n{text}" for title, text in PAGE_OF_ARTICLES)
    return f"{PAGE_HEADS[head]}\n\n{articles}\n"


@pytest.mark.parametrize("head", PAGE_HEADS)
def test_the_articles_of_a_page_stand_alike_and_have_its_day(head: str) -> None:
    sections = segment(tidy(_page(head))).sections
    assert [(s.title, s.published) for s in sections] == [
        (title.replace("\n", " "), date(2014, 3, 12)) for title, _ in PAGE_OF_ARTICLES
    ]


def test_minutes_lists_and_letters_are_items_of_a_guild_s_newsletter() -> None:
    source = (
        "台北市建材公會會訊　第212期\n中華民國105年3月15日出刊\n\n第八次理事會議紀錄\n時間：105年2月24日\n地點：本會會議室\n"
        "主席：游政達\n一、主席致詞：春節期間本會已派員南下慰問，並提供工具三百組，謹致謝忱。\n\n震災捐款芳名錄\n（單位：元）\n"
        "100,000　游政達\n50,000　賴慶堂\n\n謝函\n台北市公會公鑒：\n本會會員逢此巨變，承蒙惠賜慰問金，銘感五內。\n"
    )
    assert titles(source) == ["第八次理事會議紀錄", "震災捐款芳名錄", "謝函"]


def test_an_item_has_the_day_in_the_bracket_before_its_text() -> None:
    items = "\n\n".join(
        f"{title}\n（2015年6月{4 + n}日）6月3日，{text}" for n, (title, text) in enumerate(ITEMS)
    )
    sections = segment(tidy(HEADS["issue in brackets, editor and day"] + items)).sections
    assert [s.published for s in sections] == [date(2015, 6, 4 + n) for n in range(len(ITEMS))]


KEYS = {
    "titles": (
        "国务院办公厅关于推动外贸保稳提质的意见\n国办发〔2022〕18号\n2022年5月26日\n加强外贸企业生产经营保障，促进货物运输畅通。",
        "关于进一步加大出口退税支持力度的通知\n税总货劳发〔2022〕36号\n2022年4月20日\n税务总局等十部门联合印发，推出十五条措施。",
        "关于稳定外贸产业链的公告\n商务部公告2022年第9号\n2022年5月11日\n商务部会同有关部门发布，自公布之日起施行。",
    ),
    "counted titles": (
        "1. 国务院办公厅关于推动外贸保稳提质的意见\n国办发〔2022〕18号\n2022年5月26日\n加强外贸企业生产经营保障，促进货物运输畅通。",
        "2. 关于进一步加大出口退税支持力度的通知\n税总货劳发〔2022〕36号\n2022年4月20日\n税务总局等十部门联合印发，推出十五条措施。",
    ),
    "issuers": (
        "商务部：推广服务外包创新经验\n商务部等12部门印发通知，将20条经验和案例在全国推广，涉及创新体制机制等六个方面。",
        "海关总署：9710、9810全国复制\n海关总署发布公告，自7月1日起在全国海关复制推广跨境电商B2B出口监管试点。",
    ),
    "boxed issuers": (
        "【工信部】开展优质中小企业梯度培育\n工业和信息化部印发《优质中小企业梯度培育管理暂行办法》，自8月1日起实施。",
        "【人社部】延长失业保险补贴\n人力资源社会保障部等三部门发文，将失业保险留工补助扩围，企业免申即享。",
    ),
    "questions": (
        "1. 疫情期间员工工资怎么发？\n停工在一个工资支付周期内的，按劳动合同规定的标准支付，超过的发放生活费。",
        "2. 社保费可以缓缴吗？\n可以。中小微企业2月至6月免征，严重困难企业可申请缓缴，期限不超过六个月。",
    ),
    "months": (
        "2014年1月\n1月11日，商会年会在长沙举行，会员及嘉宾四百人出席，会长李正文作工作报告。",
        "2014年3月\n3月5日，青年企业家联谊会看望福利院儿童，送去价值一万八千元的用品。",
    ),
    "fields": (
        "## 财税\n\n创业投资企业个人合伙人所得税政策执行至2027年12月31日，企业可咨询主管税务机关。",
        "## 通关\n\n海关在全国推广“联动接卸”模式，企业可节省物流时间两天左右，具体见当地海关通知。",
    ),
}  # fmt: skip


@pytest.mark.parametrize("head", ["稳外贸信息摘编\n2022年第6期\n中国轻工工艺品进出口商会编\n\n", "政策汇编\n商会秘书处 2022-06-20\n\n"])  # fmt: skip
@pytest.mark.parametrize("kind", KEYS)
def test_the_keys_of_a_list_are_no_headlines(kind: str, head: str) -> None:
    assert titles(head + "\n\n".join(KEYS[kind]) + "\n") == []


def test_an_item_that_the_secretariat_is_the_subject_of_and_the_news_in_brief() -> None:
    text = ITEMS[0][1]
    source = f"{HEADS['issue on its own line']}秘书处走访邢台会员\n\n{text}\n\n商会举行换届大会\n\n{text}\n\n◆一句话新闻\n会员企业获评省级守合同重信用企业。\n商会足球队获联赛第三名。\n"
    assert titles(source) == ["秘书处走访邢台会员", "商会举行换届大会", "一句话新闻"]


# Where the articles of a collection may have their day, with the year or as one of the issue's.
DAY_PLACES: dict[str, Callable[[str, str, int], str]] = {
    "closing bracket, the office": lambda t, x, d: f"{t}\n\n{x}（秘书处供稿 9月{d}日）",
    "closing bracket on its line": lambda t, x, d: f"{t}\n\n{x}\n\n（9月{d}日）",
    "closing bracket, the writer": lambda t, x, d: f"{t}\n\n{x}\n\n（本刊通讯员 林国强 9月{d}日）",
    "closing line, taken from": lambda t, x, d: f"{t}\n\n{x}\n\n——摘自2014年9月{d}日《欧洲侨报》A3版",
    "closing line, first printed in": lambda t, x, d: f"{t}\n\n{x}\n\n原文刊于：欧洲侨报 2014年9月{d}日 A5版",
    "closing line, the day alone": lambda t, x, d: f"{t}\n\n{x}\n\n　　　　　　　　2014年9月{d}日",
    "closing line, a label": lambda t, x, d: f"{t}\n\n{x}\n\n发布日期：2014-09-{d}",
    "closing line, the writer": lambda t, x, d: f"{t}\n\n{x}\n\n文/林国强　2014.9.{d}",
    "under it, strokes and readers": lambda t, x, d: f"{t}\n发布：秘书处 | 2014-09-{d} | 阅读 235\n\n{x}",
    "under it, labels": lambda t, x, d: f"{t}\n来源/欧洲侨报　日期/2014.09.{d}\n\n{x}",
    "under it, in brackets": lambda t, x, d: f"{t}\n\n[9月{d}日]\n\n{x}",
    "under it, the weekday": lambda t, x, d: f"{t}\n2014年9月{d}日，星期二\n{x}",
    "under it, who posted it": lambda t, x, d: f"{t}\n发表于 2014年9月{d}日 由 秘书处\n{x}",
    "under it, English": lambda t, x, d: f"{t}\nSeptember {d}, 2014\n{x}",
    "under it, the year last": lambda t, x, d: f"{t}\nPosted on {d}/09/2014\n{x}",
    "under it, the reporter": lambda t, x, d: f"{t}\n本刊记者 林国强　9月{d}日\n\n{x}",
    "opening of the body": lambda t, x, d: f"{t}\n\n【本会9月{d}日讯】{x}",
    "opening, the place": lambda t, x, d: f"{t}\n\n（布加勒斯特{d}日讯）{x}",
    "opening, a wire": lambda t, x, d: f"{t}\n\n布加勒斯特9月{d}日电　{x}",
    "opening, a colon": lambda t, x, d: f"{t}\n\n布加勒斯特（9月{d}日）：{x}",
    "opening, a bracket": lambda t, x, d: f"{t}\n\n（9月{d}日）{x}",
    "opening, a dash": lambda t, x, d: f"{t}\n\n9月{d}日——{x}",
    "before it, boxed": lambda t, x, d: f"【9月{d}日】{t}\n{x}",
    "before it, a stroke": lambda t, x, d: f"9/{d} {t}\n{x}",
    "before it, in full": lambda t, x, d: f"2014-09-{d} {t}\n{x}",
    "behind it": lambda t, x, d: f"{t}（9月{d}日）\n{x}",
    "behind it, a bar": lambda t, x, d: f"{t} | 2014-09-{d}\n{x}",
    "behind it, a stroke": lambda t, x, d: f"{t} / 2014.09.{d}\n{x}",
    "above it": lambda t, x, d: f"9月{d}日\n{t}\n{x}",
    "above it, the place": lambda t, x, d: f"布加勒斯特，2014年9月{d}日\n{t}\n{x}",
    "above it, signs": lambda t, x, d: f"◇ 9月{d}日 ◇\n{t}\n{x}",
    "closing bracket under a sign": lambda t, x, d: f"◆ {t}\n{x}（9月{d}日）",
    "behind its box": lambda t, x, d: f"【{t}】（9月{d}日）\n{x}",
    "closing bracket behind a title in the text": lambda t, x, d: f"【{t}】{x}（9月{d}日）",
}
DATED = (
    ("罗马尼亚华商会慰问孤儿院", "罗马尼亚华商会会长一行来到第四孤儿院，送去玩具、牛奶和冬衣，价值约两万列伊，院长对华商的善举表示感谢。", 16),
    ("商会与警方座谈市场治安", "在红龙市场的会议室里，商会代表与警方座谈，反映近期盗抢案件增多，警方答应增派夜间巡逻警力。", 19),
    ("福清籍侨胞集资修桥", "旅罗福清籍侨胞为家乡海口镇集资修桥，首批善款四十二万元人民币已汇往村委会账户，预计明年春天竣工。", 20),
)  # fmt: skip
DATED_HEADS = {
    "issue and its day": "罗马尼亚华商会会讯\n2014年第9期（总第31期）\n2014年9月25日\n\n",
    "month": "华商会电子月报 2014年9月\n\n",
    "no paper": "罗马尼亚华商会新闻选登\n2014年9月\n\n",
}


@pytest.mark.parametrize("place", DAY_PLACES)
@pytest.mark.parametrize("head", DATED_HEADS)
def test_articles_have_their_day_in_the_same_place(head: str, place: str) -> None:
    source = DATED_HEADS[head] + "\n\n".join(DAY_PLACES[place](*item) for item in DATED) + "\n"
    found = [(s.title, str(s.published)) for s in segment(tidy(source)).sections]
    assert found == [(title, f"2014-09-{day}") for title, _, day in DATED]


SUBHEADS = (
    (
        "从一间铺面起步",
        "1998年，林海来到利马，在唐人街盘下一间二十平方米的铺面，白天卖五金，晚上跑码头提货。",
    ),
    (
        "把工厂建在安第斯山下",
        "2006年，他在万卡约建起第一座塑胶厂，雇用当地工人一百二十名，产品卖到玻利维亚。",
    ),
    ("商会是大家的家", "担任商会副会长后，他牵头成立互助基金，三年里帮助二十多位遇到困难的同胞。"),
)
ABOVE_SUBHEADS = {
    "a report of a day": "从店小二到实业家\n2017-08-16 09:00　来源：南美侨报\n\n在利马的唐人街，提起林海没有人不知道。二十多年风雨兼程，他终成一方实业。\n\n",
    "a piece of a magazine": "安第斯华商　2017年第8期\n\n从店小二到实业家\n——记商会副会长林海\n\n本刊记者 何志强\n\n在利马的唐人街，提起林海没有人不知道。二十多年风雨兼程，他终成一方实业。\n\n",
    "a piece of a page": "侨声日报　2016年8月15日　星期一　A8版　社团\n\n从店小二到实业家\n\n本报记者 何志强\n\n在利马的唐人街，提起林海没有人不知道。二十多年风雨兼程，他终成一方实业。\n\n",
}
# Makes that no subheads have.
OF_ARTICLES = {"counted departments", "under a department", "behind a department", "boxed in the text", "dashes between", "line between"}  # fmt: skip


@pytest.mark.parametrize("make", sorted(MAKES.keys() - OF_ARTICLES))  # fmt: skip
@pytest.mark.parametrize("head", ABOVE_SUBHEADS)
def test_subheads_of_every_make_are_no_articles(head: str, make: str) -> None:
    source = ABOVE_SUBHEADS[head] + "\n\n".join(MAKES[make](i, *item) for i, item in enumerate(SUBHEADS))
    assert titles(source + "\n") == []


PLAIN_MAKES = ("plain", "counted 1", "square")
NAMES_OF_COLLECTIONS = [
    "罗马尼亚华商会\n三月工作动态\n", "【商会动态】2019年3月\n", "侨商之窗 2019.03\n", "罗马尼亚华商会会员月刊　三月号\n", "羅馬尼亞華商會　會訊　民國108年3月\n",
    "工作信息\n（12）\n市工商联办公室　2019年3月5日\n", "罗马尼亚华商会电子期刊 2019 Spring\n", "罗马尼亚华商会资讯周报 | 2019年第9周\n", "【罗马尼亚华商会】每周资讯 20190304\n",
    "商会速递 | 3月第一周\n", "罗马尼亚华商会3月份会务活动集锦\n", "罗马尼亚华商会通讯\n2019年3月5日\n", "罗马尼亚华商会新闻速递（第15期）\n原创 罗马尼亚华商会 2019-03-05 18:20\n",
    "侨界要闻\n2019/03\n", "罗马尼亚华商会\nRomanian Chinese Chamber of Commerce\nNewsletter March 2019\n", "华商通讯 第3/2019期\n", "华商快讯 019期\n", "华商会工作月报（3月）\n",
]  # fmt: skip


def documents() -> Iterator[tuple[str, str, list[str]]]:
    """The name and text of documents without a newspaper's or newsletter's head, and the titles of their articles."""
    for credit, written in CREDITS.items():
        source = CUTTING_HEADS["page of a paper"] + "\n\n".join(written(*cutting) for cutting in CUTTINGS)
        yield credit, source, [title for title, *_ in CUTTINGS]
    for head in PAGE_HEADS:
        yield head, _page(head), [title for title, _ in PAGE_OF_ARTICLES]
    for place, dated in DAY_PLACES.items():
        source = DATED_HEADS["no paper"] + "\n\n".join(dated(*item) for item in DATED)
        yield place, source, [title for title, *_ in DATED]
    for head in NAMES_OF_COLLECTIONS:
        for make in PLAIN_MAKES:
            collection, report = _under_name(head, make)
            yield f"{make}, {head}", collection, [title for title, *_ in DATED]
            yield f"subheads, {make}, {head}", report, []


def _under_name(head: str, make: str) -> tuple[str, str]:
    """A collection and a report with subheads under the name of a collection."""
    news = "\n\n".join(MAKES[make](i, title, text) for i, (title, text, _) in enumerate(DATED))
    subheads = "\n\n".join(MAKES[make](i, *item) for i, item in enumerate(SUBHEADS))
    return f"{head}\n{news}\n", f"{head}\n{ABOVE_SUBHEADS['a report of a day']}{subheads}\n"


@pytest.mark.parametrize("make", PLAIN_MAKES)
@pytest.mark.parametrize("head", NAMES_OF_COLLECTIONS)
def test_a_collection_is_known_by_its_name_and_its_month_or_number(head: str, make: str) -> None:
    collection, report = _under_name(head, make)
    assert titles(collection) == [title for title, _, _ in DATED]
    assert titles(report) == []
