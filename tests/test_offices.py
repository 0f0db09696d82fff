"""Who holds which office where: chains, organisations, ellipses, context, and people told apart."""

from __future__ import annotations

import pytest

from chamber_extract.pipeline import extract_document
from chamber_extract.readers.source import Source
from chamber_extract.relate.entities import PersonEntity


def people(text: str) -> dict[str, PersonEntity]:
    result = extract_document(Source(path="case.txt", data=text.encode()))
    assert result.relations is not None
    return {p.name: p for p in result.relations.people}


def told(person: PersonEntity) -> str:
    """The offices as `title@organisation`, `title` alone where no organisation is known."""
    return " ".join(f"{o.title}@{o.organization}" if o.organization else o.title for o in person.offices)


def tabulate(rows: str) -> list:
    """Rows of `text → name: offices; name: offices`."""
    cases = []
    for row in filter(None, rows.splitlines()):
        text, _, expected = row.partition(" → ")
        cases.append(pytest.param(text.replace("⏎", "\n"), expected, id=text[:24]))
    return cases


CHAINS = """
江苏省委统战部副部长、省工商联党组书记顾万峰出席会议。 → 顾万峰: 副部长@江苏省委统战部 党组书记@江苏省工商联
中山区委常委、区委统战部部长矫丽华主持会议。 → 矫丽华: 常委@中山区委 部长@中山区委统战部
商务部党组书记、部长钟山作报告。 → 钟山: 党组书记@商务部 部长@商务部
大连市委统战部副部长，市工商联党组书记、常务副主席李范忠授予牌匾。 → 李范忠: 副部长@大连市委统战部 党组书记@大连市工商联 常务副主席@大连市工商联
德阳市商会名誉会长、某某集团有限公司董事长兼总经理胡立江捐款。 → 胡立江: 名誉会长@德阳市商会 董事长@某某集团有限公司 总经理@某某集团有限公司
河北省委统战部副部长、省工商联党组书记王文，省工商联副主席李伟出席。 → 王文: 副部长@河北省委统战部 党组书记@河北省工商联; 李伟: 副主席@河北省工商联
国务院总理李克强、副总理胡春华出席。 → 李克强: 总理@国务院; 胡春华: 副总理@国务院
"""

SPLIT = """
机电商会行业发展部总监高士旺介绍情况。 → 高士旺: 行业发展部总监@机电商会
中国技术进出口集团有限公司经营中心总经理于春晓说，困难很多。 → 于春晓: 经营中心总经理@中国技术进出口集团有限公司
中国驻巴基斯坦大使馆党务参赞李元凌会后赞扬道。 → 李元凌: 党务参赞@中国驻巴基斯坦大使馆
武汉国际合作商会办公室主任唐凌云说。 → 唐凌云: 办公室主任@武汉国际合作商会
北京天达共和（武汉）律师事务所合伙人郭佳丽认为，机会很大。 → 郭佳丽: 合伙人@北京天达共和（武汉）律师事务所
20台机器被新加坡万和国际集团董事长穆立国带到了机场。 → 穆立国: 董事长@新加坡万和国际集团
中山区常务副区长王昕巍等作了介绍。 → 王昕巍: 常务副区长@中山区
Great Advanced Technology Co.,LTD总经理陈先念在缅采购口罩。 → 陈先念: 总经理@Great Advanced Technology Co.,LTD
落实习近平主席的重要讲话。 → 习近平: 主席
同样面临挑战的还有江苏常熟市龙腾特种钢有限公司，副总经理徐胜介绍，公司产品用于出口。 → 徐胜: 副总经理@江苏常熟市龙腾特种钢有限公司
会议由俄罗斯中国总商会会长周立群主持，印尼中国商会总会会长宫本才宣读倡议。 → 周立群: 会长@俄罗斯中国总商会; 宫本才: 会长@印尼中国商会总会
徐辰，美国中国总商会会长 → 徐辰: 会长@美国中国总商会
张三丰（丰达实业有限公司董事长）捐款。会长张三丰致辞。 → 张三丰: 董事长@丰达实业有限公司 会长
尼日利亚中国总商会会长叶水金同时也是中地海外尼日利亚有限公司的总经理。 → 叶水金: 会长@尼日利亚中国总商会 总经理@中地海外尼日利亚有限公司
京东物流副总裁曹冬梅发言。 → 曹冬梅: 副总裁@京东物流
图为周惠（右一）与阿里巴巴副总裁方建生签约。 → 方建生: 副总裁@阿里巴巴
国家主席习近平同法国总统马克龙通电话。 → 马克龙: 总统@法国
三民华小董事长郭文华、校长曾美芳出席。 → 郭文华: 董事长@三民华小; 曾美芳: 校长@三民华小
新西兰中国商会成立疫情小组，会长王磊任组长。 → 王磊: 会长@新西兰中国商会 组长
"""

CONTEXT = """
柬埔寨中国商会昨日举行捐赠仪式。会长高华、副会长李伟致辞。 → 高华: 会长@柬埔寨中国商会; 李伟: 副会长@柬埔寨中国商会
馬來西亞中華總商會今日宣佈捐款。署理總會長盧成全致詞。 → 盧成全: 署理總會長@馬來西亞中華總商會
浙江省温州商会选举王晓东为会长，刘强、李明为副会长。 → 王晓东: 会长@浙江省温州商会; 刘强: 副会长@浙江省温州商会; 李明: 副会长@浙江省温州商会
□本报记者刘叶琳⏎近日商会举行会议。（文章来源：国际商报） → 刘叶琳: 记者@国际商报
新华社利隆圭3月29日电 （记者 柳江）飓风过境。 → 柳江: 记者@新华社
来源：商会 作者：龙晓霜 → 龙晓霜: -
海峡导报记者蔡文婷报道。 → 蔡文婷: 记者@海峡导报
"""

POSTS = """
中国驻秘鲁大使贾桂德出席。 → 贾桂德: 大使@中国驻秘鲁
日本駐港總領事岡田健一出席。 → 岡田健一: 總領事@日本駐港
驻赤几使馆经商处与商会举行会议。经商参赞苏建国表示支持。 → 苏建国: 经商参赞@驻赤几使馆经商处
海关总署副署长王令浚表示。 → 王令浚: 副署长@海关总署
马来西亚交通部长魏家祥到场。 → 魏家祥: 交通部长@马来西亚
韩国产业通商资源部通商政策局长金正一致辞。 → 金正一: 通商政策局长@韩国产业通商资源部
政务司司长陈国基、联合国秘书长古特雷斯。 → 陈国基: 司长@政务司; 古特雷斯: 秘书长@联合国
籌委會主席施子健說。 → 施子健: 主席@籌委會
省民政厅社会组织管理局四级调研员曲颖指导。 → 曲颖: 四级调研员@省民政厅社会组织管理局
《中国水泥》杂志主编成希弼主持。 → 成希弼: 主编@《中国水泥》杂志
马华总会长魏家祥、民政党主席刘华才致谢。 → 魏家祥: 总会长@马华; 刘华才: 主席@民政党
闽商联会长陈大文致辞。 → 陈大文: 会长@闽商联
该校离不开老会长冷杉的帮助。 → 冷杉: 会长
全国工商联贯彻落实习近平主席重要讲话。 → 习近平: 主席
深入学习习近平总书记重要讲话。 → 习近平: 总书记
商会感谢江辉会长的支持。 → 江辉: 会长
全国工商联会员部部长高莉、经济部部长谭林、办公厅副主任李建参加。 → 高莉: 会员部部长@全国工商联; 谭林: 经济部部长@全国工商联; 李建: 办公厅副主任@全国工商联
郑州市南阳商会会长（中原华贸集团董事长）牛建勋说。 → 牛建勋: 会长@郑州市南阳商会 董事长@中原华贸集团
柬埔寨中国商会会长高华致辞。商会会员与广东省工商联座谈。高华会长感谢各界。 → 高华: 会长@柬埔寨中国商会
"""

GOVERNING = """
台北市進出口商業同業公會理事長黃振進表示支持。秘書長黃文榮指出，會員響應熱烈。 → 黃文榮: 秘書長@台北市進出口商業同業公會
出席者尚有怡保東區國會議員李存孝、州議員楊祖強。 → 楊祖強: 州議員
时间：2023年11月8日 10:05   来源：桂岭工商时报   记者：贺兰⏎⏎省工商联召开会议。 → 贺兰: 记者@桂岭工商时报
来源：中国贸易报　作者：李勇⏎⏎近日商会举行会议。 → 李勇: -
来源：海南日报 记者 王小燕⏎⏎近日商会举行会议。 → 王小燕: 记者@海南日报
來源：星島日報　記者：陳嘉欣⏎⏎商會舉行春茗。 → 陳嘉欣: 記者@星島日報
企业家骆闻笛获得奖金20万元。 → 骆闻笛: -
一行訪問屏東縣，向泰武國小致贈新台幣十萬元圖書費。校長伍聖馬感謝該會不忘舊情。 → 伍聖馬: 校長@泰武國小
商会向城南中学捐赠图书。校长李国华致谢。 → 李国华: 校长@城南中学
治喪委員會主任委員　雷美儀⏎副主任委員　李孟堅　余潔芳⏎羅省華商促進會 → 雷美儀: 主任委員@治喪委員會; 李孟堅: 副主任委員@治喪委員會; 余潔芳: 副主任委員@治喪委員會
立法會議員林健鋒致辭。 → 林健鋒: 議員@立法會
立法會議員（工業界）麥錦濤促請當局加碼。 → 麥錦濤: 議員@立法會
香港立法會議員梁美芬出席。 → 梁美芬: 議員@香港立法會
全國政協委員陳國基出席。 → 陳國基: 委員@全國政協
全国人大代表王建国出席。 → 王建国: 代表@全国人大
市政协委员、青山区商会会长刘强捐款。 → 刘强: 委员@市政协 会长@青山区商会
日本贸易振兴机构北京代表处所长高岛龙祐在场。 → 高岛龙祐: 所长@日本贸易振兴机构北京代表处
韩国贸易协会驻京代表朴永锡在场。 → 朴永锡: 驻京代表@韩国贸易协会
香港贸发局北京办事处主任钟永喜致辞。 → 钟永喜: 主任@香港贸发局北京办事处
澳門閩台工商聯會日前向濠江中學捐款。理監事會成員蔡文政、吳福來、許健康等出席。會長蔡文政致辭時稱，該會成立十五年。 → 蔡文政: 會長@澳門閩台工商聯會
广西壮族自治区湖南商会第五届会员大会在南宁召开。广西壮族自治区工商联副主席蒙启鹏出席会议。会上，刘建新连任会长。 → 刘建新: 会长@广西壮族自治区湖南商会
泰国潮州会馆举行换届典礼。泰国中华总商会主席林楚钦到贺。会上，陈汉明当选主席。 → 陈汉明: 主席@泰国潮州会馆
浙江省四川商会第三届会员大会召开。省工商联副主席王敏到会。大会选举李建军为会长。 → 李建军: 会长@浙江省四川商会
花溪区工商业联合会（总商会）第八次会员代表大会召开。⏎⏎大会选举产生花溪区工商联第八届领导班子：⏎⏎主　席　石大勇⏎常务副主席　田 静（女，苗族）⏎秘书长　田 静（兼） → 石大勇: 主席@花溪区工商联; 田静: 常务副主席@花溪区工商联 秘书长@花溪区工商联
赵一鸣连任会长，钱伟当选副会长。 → 赵一鸣: 会长; 钱伟: 副会长
会长 Peter Lin(林培德)代表总会捐款。 → 林培德: 会长
阿布都热合曼·买买提是新疆某边贸协会的负责人，他说 → 阿布都热合曼·买买提: 负责人@新疆某边贸协会
商会主席彦辞（Jens Eskelund）表示，会员企业对华信心有待提振。 → 彦辞: 主席
由香港公益金董事陳家樂接受。 → 陳家樂: 董事@香港公益金
河北银梭丝网制造有限公司(总经理 : 滕 玉山 ) 10 万元 ; → 滕玉山: 总经理@河北银梭丝网制造有限公司
永昌实业有限公司（董事长：陈永昌）捐款。 → 陈永昌: 董事长@永昌实业有限公司
柬埔寨中国商会（会长：高华）捐款。 → 高华: 会长@柬埔寨中国商会
香港玩具廠商協會捐款。一名無名氏透過香港湘籍工商聯會轉贈禮券。該會秘書長容靄文指，捐贈者不願留名。 → 容靄文: 秘書長@香港湘籍工商聯會
青岩区工商业联合会（总商会）第八次会员代表大会召开。⏎⏎大会选举产生青岩区工商联第八届领导班子：⏎⏎主　席　石大勇⏎常务副主席　田 静（女，苗族） → 石大勇: 主席@青岩区工商联; 田静: 常务副主席@青岩区工商联
"""

# Bodies written in other ways: where somebody is posted, in quotes, in a bracket, departments, short forms.
BODIES = """
驻刚果（金）大使孙维国致辞。 → 孙维国: 大使@驻刚果（金）
中國駐特立尼達和多巴哥大使方建出席。 → 方建: 大使@中國駐特立尼達和多巴哥
“老李饺子”老板张宝林每周四到灾区。 → 张宝林: 老板@“老李饺子”
「阿婆茶室」創辦人林美玉捐款。 → 林美玉: 創辦人@「阿婆茶室」
“希望之家”孤儿院院长李国华致谢。 → 李国华: 院长@“希望之家”孤儿院
落实“一带一路”倡议，会长李国华致辞。 → 李国华: 会长
《多瑙之声》社社长金岳山逝世。 → 金岳山: 社长@《多瑙之声》社
由商会抗疫专班（负责人：周建国）整理。 → 周建国: 负责人@商会抗疫专班
仙台市社会福祉课长高桥诚收下清单。 → 高桥诚: 社会福祉课长@仙台市
中资企业协会北部片区联络人陈国强说，先拿出储备粮。 → 陈国强: 北部片区联络人@中资企业协会
报名请洽联络人陈国强。 → 陈国强: -
典礼由澳门中华总商会副会长吴桂贤、中联办经济部处长林明主礼。 → 吴桂贤: 副会长@澳门中华总商会; 林明: 处长@中联办经济部
省工商联副主席李建、统战部部长王明出席。 → 李建: 副主席@省工商联; 王明: 部长@统战部
全國政協委員宋柏年、中聯辦協調部副部長梁超群蒞臨。 → 梁超群: 副部長@中聯辦協調部
兼任香港鐘表商協會主席的公司董事溫子健說。 → 溫子健: 主席@香港鐘表商協會
馬來西亞華人總商會（馬華總）捐款。馬華總總會長盧成金致詞。 → 盧成金: 總會長@馬來西亞華人總商會
菲律賓華商聯合總會（下稱「華聯總」）發動募捐。華聯總理事長莊文燦率團。 → 莊文燦: 理事長@菲律賓華商聯合總會
南非潮州商會職員表⏎會長：蔡南生⏎副會長兼外事主任：辜丹妮 → 辜丹妮: 副會長@南非潮州商會 外事主任@南非潮州商會
"""

# Whose office it is that stands alone: what is pointed back to, who acts, what the article is about.
SPOKEN_OF = """
財政陳錦坤說，麻坡木材商協會捐3萬令吉，該會主席劉亞發另捐1萬令吉。 → 劉亞發: 主席@麻坡木材商協會
南非福建同乡总会向灾区捐款。该会会长吴少康表示将继续支持。 → 吴少康: 会长@南非福建同乡总会
旅菲潮州會館捐款。該會理事長許明良致詞。 → 許明良: 理事長@旅菲潮州會館
泰國廣西總會慶祝成立七十週年⏎⏎泰國中華總商會主席黎家勝蒞臨。⏎⏎總會主席盧景南致辭。 → 盧景南: 主席@泰國廣西總會; 黎家勝: 主席@泰國中華總商會
西澳华商会募捐汇总⏎⏎悉尼温州商会捐床垫。布里斯班华商会送来水泵，会长吴启文押车。 → 吴启文: 会长@布里斯班华商会
西澳华商会月报⏎⏎晚宴筹得善款。会员与悉尼温州商会加强联系。秘书长何启文介绍了计划。 → 何启文: 秘书长@西澳华商会
西澳华商会月报⏎⏎商会购置水泵。同日，悉尼温州商会捐床垫。会长何启文到场。 → 何启文: 会长@西澳华商会
▶ 西澳华商会抗疫纪实⏎⏎2月5日，物资经浙江省侨商会协调运抵温州。⏎⏎2月12日，悉尼温州商会会长陈伟东送来支票；监事长厉小军捐手套。 → 厉小军: 监事长@西澳华商会; 陈伟东: 会长@悉尼温州商会
新山中華公會90週年⏎⏎出席者有柔佛州中華總商會總會長林奕欽、馬來西亞中小企業商會柔州分會主席陳偉倫、署理會長葉秀蘭、總務蘇慶豐等。 → 葉秀蘭: 署理會長@新山中華公會; 蘇慶豐: 總務@新山中華公會
棉被由大阪華商會代為採購，理事長李淑芬親自押車。神戶中華總商會會員隨行。 → 李淑芬: 理事長@大阪華商會
台灣木工機械同業公會與台中市精密機械發展協會聯手參展。代表團與義大利木工機械協會簽約。⏎⏎協會理事長蕭美惠說，出口下滑。 → 蕭美惠: 理事長@台中市精密機械發展協會
多倫多華商會（Toronto Chinese Business Association）宣佈捐款。會長鄧煒雄表示感謝。 → 鄧煒雄: 會長@多倫多華商會
浙江省湖南商会会长王涛宣布捐款，秘书长李英主持。 → 王涛: 会长@浙江省湖南商会; 李英: 秘书长@浙江省湖南商会
广东省江西商会换届⏎⏎广东省江西商会换届大会举行。福建省江西商会会长赵明到贺，会长周宏致辞。 → 周宏: 会长@广东省江西商会
商会与多家企业座谈。院长马文强出席。 → 马文强: 院长
各地商会踊跃捐款。会长马文强出席。 → 马文强: 会长
"""


@pytest.mark.parametrize(
    ("text", "expected"), tabulate(CHAINS + SPLIT + CONTEXT + POSTS + GOVERNING + BODIES + SPOKEN_OF)
)
def test_offices(text: str, expected: str) -> None:
    found = people(text)
    for entry in expected.split("; "):
        name, offices = entry.split(": ")
        if offices == "-":
            assert not found[name].offices
            continue
        assert set(offices.split(" ") if "Great" not in offices else [offices]) <= _parts(found[name])


def _parts(person: PersonEntity) -> set[str]:
    return {f"{o.title}@{o.organization}" if o.organization else o.title for o in person.offices}


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        pytest.param("会长江辉致辞。江辉说，很好。与会者感谢江辉。", "江辉", 3, id="later mentions join"),
        pytest.param("会长江辉致辞。江会长表示感谢。", "江辉", 2, id="surname and office"),
        pytest.param("部长钟山讲话。" + "商会工作有序开展。" * 60 + "来自喀山的钟先生捐款。", "钟先生", 1, id="another Zhong far away"),
        pytest.param("会长张伟、秘书长张强致辞。张先生捐款。", "张先生", 1, id="two Zhangs"),
    ],
)  # fmt: skip
def test_one_entity_per_person(text: str, name: str, count: int) -> None:
    assert len(people(text)[name].mentions) == count


@pytest.mark.parametrize(
    ("text", "name", "roles"),
    [
        pytest.param("会长江辉表示，商会将努力。", "江辉", {"speaker"}, id="said"),
        pytest.param("会长江辉出席会议并指出，商会将努力。", "江辉", {"speaker"}, id="attended and said"),
        pytest.param("记者：请问？\n江辉：很好。\n会长江辉离开。", "江辉", {"speaker"}, id="interview"),
        pytest.param("本报记者刘叶琳报道", "刘叶琳", {"author"}, id="byline"),
        pytest.param("会长江辉陪同考察。", "江辉", set(), id="neither"),
        pytest.param("会长江辉出席开幕式并讲话。", "江辉", set(), id="a speech without a word of it"),
        pytest.param("会长江辉主持会议，副会长李伟介绍了情况。", "江辉", set(), id="another one says it"),
        pytest.param("会长江辉听说有人捐款。", "江辉", set(), id="heard"),
        pytest.param("会长江辉带队。他说，一切顺利。", "江辉", {"speaker"}, id="he said"),
        pytest.param("会长江辉宣布，商会捐款八十万元。", "江辉", {"speaker"}, id="announced"),
        pytest.param("會長江輝宣佈捐出八十萬元。", "江輝", {"speaker"}, id="announced, traditional"),
        pytest.param("会长江辉宣布开幕，秘书长李伟主持。", "江辉", set(), id="opens a meeting"),
        pytest.param("副秘书长江辉分析，订单正在回流。", "江辉", {"speaker"}, id="analysed"),
        pytest.param("會長江輝指個人最大一筆善款來自會員。", "江輝", {"speaker"}, id="Hong Kong's word for saying"),
        pytest.param("会长江辉指导会员填写表格。", "江辉", set(), id="guided"),
        pytest.param("財政江輝報告，本年收支相抵。", "江輝", {"speaker"}, id="reported"),
        pytest.param("会长江辉所作的工作报告、财务报告，均获通过。", "江辉", set(), id="reports that were passed"),
        pytest.param("听取了主席江辉所作的工作报告。报告指出，会员增加。", "江辉", {"speaker"}, id="what the report says"),
        pytest.param("校长江辉感谢商会雪中送炭。", "江辉", {"speaker"}, id="thanked"),
        pytest.param("会长江辉接过感谢状。", "江辉", set(), id="a letter of thanks"),
        pytest.param("会长江辉则承诺，年底前建成。", "江辉", {"speaker"}, id="promised"),
        pytest.param("会长江辉在群里发出第一条消息：“动起来！”", "江辉", {"speaker"}, id="wrote"),
        pytest.param("会长江辉移交支票给四个单位，其中学校得15万元。\n\n他透露，善款来自晚宴。", "江辉", {"speaker"}, id="he disclosed, in the next paragraph"),
        pytest.param("市长李伟为江辉会长颁奖。他说，感谢商会。", "江辉", set(), id="the other one said"),
        pytest.param("江辉会长被称为实干家。", "江辉", set(), id="what he is called"),
        pytest.param("会长江辉称，该会将继续支持。", "江辉", {"speaker"}, id="stated"),
        pytest.param("2020年5月9日　早版　黎丽婷　报道", "黎丽婷", {"author"}, id="a byline with wide spaces"),
        pytest.param("审核：江辉", "江辉", set(), id="who checks does not write"),
        pytest.param("主编：江辉", "江辉", {"author"}, id="who edits signs"),
    ],
)  # fmt: skip
def test_roles(text: str, name: str, roles: set[str]) -> None:
    assert people(text)[name].roles == roles


def test_a_surname_after_a_full_name_with_dots_is_the_same_person() -> None:
    found = people("总统萨米娅·哈桑会见代表团。哈桑表示，欢迎投资。")
    assert [len(p.mentions) for p in found.values()] == [2]


@pytest.mark.parametrize(
    ("text", "other", "shared"),
    [
        pytest.param("习近平总书记作出指示。", "国家主席习近平致电。", True, id="who leads the state"),
        pytest.param("李强总理出席。", "某某公司董事长李强出席。", False, id="a namesake"),
        pytest.param("张伟会长致辞。", "会长张伟致辞。", False, id="an office alone"),
    ],
)
def test_keys_across_documents(text: str, other: str, shared: bool) -> None:
    (one,), (two,) = people(text).values(), people(other).values()
    assert bool(one.keys & two.keys) is shared


def test_offices_of_chambers_refer_to_the_chamber() -> None:
    (office,) = people("柬埔寨中国商会会长高华致辞。")["高华"].offices
    assert office.chamber is not None
    assert office.chamber.name == "柬埔寨中国商会"
