"""What kind of line a paragraph is, told by its words alone."""

from __future__ import annotations

import re
from typing import Literal

from chamber_extract.gazetteer.bylines import words_of
from chamber_extract.segment.appeared import appeared, appeared_at_end
from chamber_extract.segment.datelines import dateline
from chamber_extract.segment.days import CLOCK, DAY_PART

Kind = Literal[
    "meta", "row", "entry", "date", "source", "byline", "deck", "label", "field", "heading", "item", "link", "line", "prose"
]  # fmt: skip

# Lines that tell of an article what its text does not.
ABOUT: frozenset[Kind] = frozenset({"date", "source", "byline", "deck"})

_HAN = "㐀-鿿"
_NAME = rf"(?:[{_HAN}]{{2,5}}|[{_HAN}]{{1,2}} [{_HAN}]{{1,2}}(?![{_HAN}])|[{_HAN}]{{1,6}}(?:·[{_HAN}]{{1,6}}){{1,3}})"
_NAMES = rf"{_NAME}(?:\s?[ 、，/]\s?{_NAME}){{0,8}}"
_REPORTER = rf"(?:[{_HAN}]{{0,6}}[报刊网社台]|驻[{_HAN}]{{2,4}})?(?:特约|特派|实习|见习|首席|全媒体|参与)?(?:记者|通讯员|评论员)"
_WRITER = rf"(?:(?:责任|执行|美术|新媒体|值班|本期|总|主|副主|副总)*编辑?|文、图|{words_of('writer', 'editor', 'image', 'check')}|文|图|口述|监制|策划)"
_SIGN = r"[:/|丨│︱]"
_WHEN = r"(?:发布|发表|最[新后近]更新|更新|张贴|见报|新闻|出刊|成文|出版|印发|签署|登载|发稿|刊登|上传|录入)?(?:时间|日期|于)?"
_ORIGIN = (
    r"(?:文章|信息|稿件|新闻|本文|资料|内容|消息)?(?:来源|出处|转自|转载自|稿源|发布(?:机构|单位|者|方))"
)

# What pages of the web carry around a text.
WEB_NOISE = re.compile(
    r"""
    [\U0001f000-\U0001faff\u2190-\u21ff\u2600-\u27bf\ufe0f\s]*+
    (?: (?:分享(?:到|至)|责任编辑|责编|编辑|作者|来源|相关(?:链接|新闻|阅读|文章|报道)|延伸阅读|推荐阅读|热门推荐|猜你喜欢|更多精彩|标签)\s?:?$
  | (?:[【\[]?(?:打印|列印|关闭|返回|收藏|分享|纠错|举报|推荐|评论|我要(?:纠错|评论)|打印(?:本[页文]|此[页文])|关闭(?:本页|窗口)|返回(?:顶部|首页|上一?页|列表)|加入收藏)[】\]]?(?:[\s|/]+|(?=[【\[])|$)){1,6}$
  | [【\[(]?(?:字号|字体|字体大小|文字大小)\s?[:|]?\s?[【\[]?\s?[大中小特A]
  | (?!.*。)(?:请?(?:长按|微信)?(?:扫一?扫|扫描|识别)(?:[上下]方)?|长按)[^。]{0,10}(?:二维码|关注|码|加入|，|$)
  | (?:收录于|END$|The[ ]End|全文完|[(]?完[)]?$|\#\S{2,10}[ ]) | 点击[“”‘’]?(?:上方|下方|右上角)?[^，。]{0,20}(?:关注|订阅|阅读原文|查看)
  | (?:阅读原文|设为首页|加入收藏|网站地图|关于我们|联系我们|免责声明|版权声明|技术支持|没有了|举报/反馈|返回列表|展开全文|点击查看原文|首页)(?:$|[\s|:/])
  | [京沪津渝粤浙苏闽鲁豫皖赣湘鄂川黔滇桂琼陕甘青宁新藏蒙晋冀辽吉黑港澳台]?(?:ICP[备证]|公网安备)
  | (?:网站)?首页(?:\s+[㐀-鿿]{2,6}){2} | (?=.*(?:要闻|财经|娱乐|分类广告))[㐀-鿿]{2,4}(?:\s+[㐀-鿿]{2,4}){4,}$ | [^，。；]{0,40}(?:设为首页|加入收藏|RSS订阅|手机版|All[ ]Rights[ ]Reserved|法律声明)
  | (?:[【\[]\s?(?:字号|字体|打印|列印|收藏|关闭|分享)[^【】\[\]]{0,14}[】\]]\s*){2,}$
  | [^|，。:]{2,16}(?:\s*\|\s*[㐀-鿿]{2,6}){3,}$ | [【\[]新闻稿[】\]]\s*(?:请?即(?:时|刻)?发[放布])?$
  | [【\[(]?(?:图片?|配图|视频)[】\])]$ | [^。]{0,12}无法(?:正常)?(?:浏览|显示|阅读)
  | (?:阅读|浏览|点击|访问)(?:次数|量|数)?\s?[:：]?\s?\d+ | 微信(?:公众)?号?[:：]
    )
    """,
    re.VERBOSE,
)
# What a page of the web offers below its article, with texts and days of their own.
OFFERED = re.compile(
    "(?:(?:相关|延伸|推荐|更多|热门|往期)(?:阅读|文章|新闻|报道|链接|资讯|内容|推荐|回顾)|(?:网友|最新|精彩|全部|读者|发表)(?:评论|留言)|评论区|猜你喜欢)[:>]?$"
)
_REPORTS = rf"(?:摄影报道|综合报道|报道|报导|文/摄|摄/文|文/图|摄|文|(?:发自|[自从于])[{_HAN}]{{2,8}}?(?:报道|报导|电)?(?![{_HAN}]))"
_DATED = rf"(?:{DAY_PART}\s?)?《[^《》]{{2,14}}》[^，。；]{{0,30}}$"

# 2015/9/23 8:45:17 	作者:梁淑仪 	来源:佛山陶业网: particulars set apart by tabs are no row of a table.
_PARTICULARS_ROW = re.compile(
    rf"{DAY_PART}{CLOCK}[^，。]{{0,60}}?\t\s*(?:文章)?(?:来源|作者|编辑|责编)\s?:\s?\S"
)

_AMOUNT = r"(?:\d[\d,.]*[余多]?[千万亿]?|[一二两三四五六七八九十百千万零]+)(?:[美欧港日澳]?元|[只个套箱件吨瓶双副台份桶袋斤盒])"

# A particular of a text: a day, a labelled word or number, a reporter, the signs between them.
_FIELD = (
    rf"{DAY_PART}{CLOCK}|\d{{1,2}}月\d{{1,2}}日|{_REPORTER}\s?{_NAME}(?![{_HAN}])"
    rf"|(?:发布|来源|作者|供稿|时间|日期|点击|浏览|阅读|评论|栏目|分类)[{_HAN}]{{0,2}}\s?(?:[:/]\s?|\s(?=\d))[^\s|/，:]{{1,16}}|[\s|/·,，()【】\[\]]"
)
# What stands behind a day in a line about the text, not in a chronicle: a label, a medium, a body, a page.
_PARTICULARS = (
    r"[^，。；]{0,60}?(?:来源|作者|记者|编辑|浏览|阅读|点击|字号|发布|责任|发表于|访问|分享|文章|(?:报|网|社|电视台|电台|刊|在线|新闻|传媒|频道|客户端|周刊"
    r"|[商协学总]会|联合会|工商联|秘书处|办公室|[局厅委部府院]|中心|版)(?:[\s|)）]|$)|\b[A-Z]\d{1,2}\b)"
)

# The first that matches names the kind; the number is the longest line that can be of it.
_KINDS: tuple[tuple[Kind, int, re.Pattern[str]], ...] = (
    # 2020-01-30; (2019年11月5日，上海); 发布时间：2021-08-18 10:30
    (
        "date",
        60,
        re.compile(
            rf"[(（【\[◇◆■●▲☆★—-]*\s*(?:{_WHEN}\s*:?\s*|[{_HAN}]{{2,8}}，\s?)(?:中华)?{DAY_PART}(?:制表?|出刊|出版|印发?|发布|刊登|稿)?{CLOCK}(?:[ ，·]?(?!通过|修[订正]|成立|开始|截止)[{_HAN}]{{2,8}})?\s*[)）】\]◇◆■●▲☆★—-]*$|(?:[(【\[◇◆■●▲☆★—-]+\s?|日期\s?:\s?)?\d{{1,2}}月\d{{1,2}}日\s?[)】\]◇◆■●▲☆★—-]*$"
        ),
    ),
    # 来源：某报 时间：2021-08-18; （文章来源：某报）; 2019-06-18 10:30 来源：某网; 某办公室  2022年8月31日; (2024年5月20日 濠江晚报)
    (
        "source",
        100,
        re.compile(
            rf"[(（【\[—]*\s*{_ORIGIN}\s*(?:{_SIGN}|(?=[《【]))|{_WHEN}\s*:\s*(?:19|20)\d\d"
            rf"|[(（—]*\s*(?:原载|原刊|载自?|刊于|摘自|选自|转自|转载自|引自)\s?[于自]?\s?:?\s?{_DATED}"
            rf"|[(（【\[]?\s*{DAY_PART}{CLOCK}[\])）】]?[\s|·]+(?={_PARTICULARS})(?:[^，。；]|(?<=\d)，(?=\d)){{2,80}}$"
            rf"|(?:(?!{_AMOUNT})[^\s，。:]{{1,30}}[\s|]+){{1,4}}{DAY_PART}{CLOCK}(?:印发)?[)]?(?:$|[\s|])"
            rf"|[(（]?(?:供稿|撰稿|来稿)\s?:?\s?[^，。]{{2,20}}\s{DAY_PART}[)）]?$"
            rf"|[{_HAN}]{{2,8}}报?\s[A-Z]\d{{1,2}}\s\|[^。]{{2,60}}\|\s{DAY_PART}$"
        ),
    ),
    # ■丁宽宝 张明亮; 本报记者 王勇; 作者：张三 编辑：李四; 文/王五; （图文/商会秘书处 编辑：赵六）
    (
        "byline",
        80,
        re.compile(
            rf"[■□▲△●○◆◇◎]\s?(?:{_NAME}[ 、])*{_REPORTER}|[■□]\s?(?:{_NAME}[ 、])*{_NAME}(?:$|[ 、](?!\S{{6}}))"
            rf"|[(（【\[]?(?:[{_HAN}]{{2,8}}[报网社]\s)?{_REPORTER}\s*+{_SIGN}?\s*+{_NAMES}(?:\s*{_REPORTS}|\s?[/ ]\s?[{_HAN}]{{2,6}}报[道导])?[)）】\]]?$"
            rf"|[(（【\[]{_REPORTER}\s?:?\s?{_NAME}[^，。；:]{{0,50}}[)）】\]]$"
            rf"|[(（【\[]?(?:{_WRITER}\s?{_SIGN}\s?{_NAMES}\s*)+[)）】\]]?$|[(]?(?:本文作者|作者|供稿)\s?:\s?[^，。]{{2,30}}(?:，[^，。]{{2,30}}[)])?$|[(]?{_NAMES}\s文\s?[/、]?\s?[图摄][)]?$"
            rf"|(?:《[^《》]{{2,12}}》|本[刊报会])?(?:编辑部|秘书处)(?:综合|整理|供稿)?(?:\s+{DAY_PART}|\s+\d{{1,2}}月\d{{1,2}}日)?$"
            rf"|本[刊报会][{_HAN}]{{2,6}}[部组室处]$"
            rf"|[(（【\[]?(?:(?!记者|图片?[:/]|签[发审]|审核|校对|摄影|监制|策划|文:){_WRITER})\s?{_SIGN}\s?[{_HAN}·]{{1,14}}(?:\s[^，。；？！]{{0,60}})?[)）】\]]?$"
        ),
    ),
    # 发布：秘书处 | 2014-09-16 | 阅读 235; 本刊记者 林国强　9月16日: nothing but particulars, a day among them
    ("source", 100, re.compile(rf"(?=.{{0,60}}?(?:{DAY_PART}|\d{{1,2}}月\d{{1,2}}日))(?:{_FIELD})++$")),
    ("field", 100, WEB_NOISE),
    ("link", 2000, re.compile(r"(?:[^。]{0,12}:)?\s*https?://\S+$")),
    # 发文单位：商务部; 地址：…; 注：…; 国发〔2012〕14号; 首页 > 新闻 > 正文; 上一篇：…; - 12 -
    (
        "field",
        100,
        re.compile(
            r"(?:发文|印发|发布|成文|实施|施行|主办|承办|协办|联系|举办|召开|主管|编印|出版)?(?:单位|机关|部门|时间|日期|字号|文号|地址|地点"
            r"|电话|传真|邮箱|邮编|网址|网站|信箱|联系人|联系方式|关键词|主题词|摘要|注|备注|说明|标签|分类|浏览|阅读|点击|字号|分享|附件|抄送|主送"
            r"|扫码|微信|账号|账户|户名|开户行|主办|承办|协办|[总]?顾问|编委会?(?:主任|成员)?|策划|监制|印数|准印证|[报送发呈]|[报呈分]送|发至)(?:次数|量|号)?\s?\d?:"
            r"|索\s?引\s?号\s?:|(?:您?(?:现在|当前|所在)的?位置|您的位置|(?:网站)?首页)\s?[:>»›]|[^>，。:]{1,12}\s?>{1,2}\s?(?:正文|详情|内容)$|[^>，。:]{1,30}\s>{1,2}\s[^>，。:]{2,6}$|[^>，。]{1,12}>{1,2}[^>，。]{1,12}>|原标题:|[【\[]?[上下]一[篇页条则][】\]]?\s?[:：]?|Copyright|©|版权所有|(?:阅读|浏览|点赞)\s?\d"
            r"|[-–—·\s]*第?\s?\d{1,6}\s?页?[-–—·\s]*$|[^，。:]{2,30}\s[-–—]\s?\d{1,4}\s?[-–—]$|-{3,4}$|[(](?:[余馀].{0,4}略|[上下][接转].{0,12}|待续|未完.{0,6}|略)[)]$|[^。]{4,40}(?:[日号]出[版刊]|非卖品)(?:\s[^。]*)?$"
            rf"|[{_HAN}]{{1,12}}[〔\[(（【]\s?(?:19|20)\d\d\s?[〕\])）】]\s?第?\d+号$"
        ),
    ),
    # 甲公司 50万元、矿泉水20箱: a line of a list
    (
        "item",
        100,
        re.compile(
            rf"[^\d，。]{{2,40}}(?:[ \u3000]{_AMOUNT}|[:…—]+{_AMOUNT}(?:$|[、，;])|[.·…]{{2,}} ?\d[\d,]{{3,}})"
        ),
    ),
    # 【专题报道】; ◎综合性政策; ■来信照登■; —— 会员圈 ——; 最新消息 / 会务活动
    (
        "label",
        24,
        re.compile(
            r"[【〖〔][^【】〖〗〔〕]{1,12}[】〗〕]$|\[[^\[\]]{1,12}\]$|[◎◇◆]\s?[^，。]{2,12}$|(?P<sign>[■□●○▲△★☆※·•|~])\s?[^，。·]{2,8}\s?(?P=sign)$"
            rf"|[—–-]++\s?[^—–，。\d-][^—–，。-]{{1,10}}\s?[—–-]+$|[{_HAN}]{{2,6}} [/>] [{_HAN}]{{2,10}}$"
        ),
    ),
    ("deck", 80, re.compile(r"(?:——|--|—\s?—|―)\s*\S")),
    # A contents entry: a page number before or behind a title.
    (
        "entry",
        90,
        re.compile(
            r"\d{1,3}[ \u3000]+(?=[^\d\s])\S.{2,80}$|\S.{3,80}?[ \u3000]*(?:[.·…]{2,}|[ \u3000])[ \u3000]*[(（P]?\d{1,3}[)）]?$"
        ),
    ),
    # （一）…; 1.《…》; 第一章 …; ● …
    (
        "item",
        200,
        re.compile(
            rf"{DAY_PART}{CLOCK}[ \u3000:]+[^\s\d]|"
            r"[（(【\[][一二三四五六七八九十\d]{1,3}[）)】\]]|(?:[一二三四五六七八九十]{1,3}|\d{1,3})[、．]|\d{1,2}[.]\s?\D|[①-⑳]"
            r"|[·*•◆◎★☆●▪►-]\s?\S|第[一二三四五六七八九十\d]{1,3}[章节条]|附件?[:\d一二三]|附录|《[^《》]{4,}》(?:[(（][^()（）]*[)）])?$"
        ),
    ),
    # Salutations, thanks and questions of an interview are no headings.
    (
        "prose",
        60,
        re.compile(
            r"(?:谢谢|各位|女士们|同志们|先生们|尊敬的|亲爱的|此致|敬礼)[^。]*$|(?:记者|问|答|主持人|本刊|编者按?)\s?:"
        ),
    ),
)
_SENTENCE = re.compile(r"[。；]|[，、;,…:][”’」』）)》】\"']*$")
# A label spread over a column: 主　办：, 编 辑：.
_SPREAD_LABEL = re.compile(rf"^([(（]?[{_HAN}])[ \u3000]{{1,3}}([{_HAN}])(?=\s?[:\t])")

_NO_TITLE = re.compile(r"[。！？:]|记者|通讯员|作者|报[道导]")
_SOME_TITLE = 10  # characters: fewer before a paper and its day are people
_QUESTION = re.compile(r"[?？!！][”’」』]*$")
_LONGEST_QUESTION = 30  # characters of one that is a headline
LONGEST_HEADING = 60  # characters: two lines of a newspaper


def closed_label(text: str) -> str:
    """The line with the label before its colon closed up: 主　办：甲 is 主办：甲."""
    return _SPREAD_LABEL.sub(r"\1\2", text)


def kind_of(text: str) -> Kind:
    """The kind of a line of folded text."""
    if "\t" in text:
        return "source" if _PARTICULARS_ROW.match(text) else "row"
    if len(text) > 200:
        return "prose"
    if appeared(text):
        return "source"
    behind = appeared_at_end(text)
    if behind and behind.start >= _SOME_TITLE and not _NO_TITLE.search(text, 0, behind.start):
        return "heading"
    bare = closed_label(text)
    for kind, longest, pattern in _KINDS:
        if len(bare) <= longest and pattern.match(bare):
            return kind
    longest = _LONGEST_QUESTION if _QUESTION.search(text) else LONGEST_HEADING
    opening = dateline(text)
    if len(text) > longest or _SENTENCE.search(text) or (opening and opening.text != text):  # not 本会简讯
        return "prose"
    return "heading" if len(text) >= 4 else "line"
