"""Figures that the words around them show to be given, told in ways that no rule knows."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamber_extract import extract_text
from tests import weigh

DRIVE = (
    "南非中国商会为家乡灾区募捐\n1月28日，南非中国商会为家乡灾区发起募捐，会员踊跃捐款捐物，收到各界善款。\n"
)


def gifts(sentence: str) -> list[tuple[str | None, str, str]]:
    """Donor, amount or quantity, and rule of each gift that the sentence tells of within a drive."""
    return [(g.donor, str(g.amount or g.quantity), g.rule) for g in extract_text(DRIVE + sentence).donations]


@pytest.mark.parametrize(
    ("sentence", "donor", "amount"),
    [
        ("会长李强从口袋里摸出一沓钞票，数了数，整整5000兰特。", "会长李强", "5000"),
        ("理事张伟当场刷卡3万兰特。", "理事张伟", "30000"),
        ("福建同乡会也凑了份子，一共8万兰特。", "福建同乡会", "80000"),
    ],
    ids=["out of a pocket", "by card", "shares put together"],
)
def test_what_is_given_in_other_words(sentence: str, donor: str, amount: str) -> None:
    assert gifts(sentence) == [(donor, amount, "likely")]


@pytest.mark.parametrize(
    "sentence",
    [
        "餐厅租金4万元由会费支付。",
        "每席收费8000元。",
        "去年两国贸易额达120亿美元。",
        "该医院新楼总造价3000万元。",
        "商会目标是100万兰特。",
        "全市受灾房屋2.3万间，直接损失12亿元。",
        "会费每年2000兰特。",
        "商会现有会员380家，年营业额50亿兰特。",
        "一等奖奖金1万元。",
        "仪式共有嘉宾300人出席，设宴30席。",
        "晚宴酒水费约6万兰特。",
        "会上有人建议，捐一万兰特者可为病房命名。",
        "其中金鹰服装有限公司获得流动资金500万兰特。",
    ],
)
def test_other_figures_of_such_a_report_stay_out(sentence: str) -> None:
    assert gifts(sentence) == []


# Whole pages with figures of money and goods, whose words are now and then those of giving.
PAGES = [
    pytest.param(
        "市場監管局通報：愛心藥房借捐贈之名推銷口罩被罰\n\n【本報訊】澳門經濟及科技發展局昨日公布，一間連鎖藥房於二月宣稱“每售一盒口罩捐出兩元予慈善機構”，經查該店共售出4200盒，未向任何機構撥付款項，涉嫌虛假宣傳，科處罰款二萬五千元。澳門藥業商會理事長梁兆康表示，商會已去函提醒五十六間會員藥房，不得以慈善名義招徠，違者除名，並沒收保證金三千元。\n",
        id="a fine",
    ),
    pytest.param(
        "慈善拍卖现场：一幅《松鹤图》起拍价8万元 竞拍三轮流拍\n\n4月18日晚，由宁波市书画商会主办的春季拍卖会在南苑饭店举行。当晚共上拍字画86件，成交51件，总成交额1260万元，佣金按15%收取。其中原拟作为慈善专场的12件拍品因委托方撤回而取消。《松鹤图》起拍价8万元，最高出价9.5万元，未达保留价10万元而流拍。商会秘书长郑和平说，市场比去年冷，去年同场成交2100万元。\n",
        id="an auction",
    ),
    pytest.param(
        "倡议书\n\n各会员企业：\n8月27日以来，我省南部连降暴雨，永丰县12个乡镇受灾，倒塌房屋230间，农作物受灾面积4.6万亩，直接经济损失3.2亿元。灾区急需帐篷500顶、棉被2000床、饮用水3000箱。一方有难，八方支援。商会倡议全体会员企业伸出援手，有钱出钱，有力出力。捐款账户：江西省抚州商会，开户行建设银行南昌洪都支行，联系人吴秘书 0791-8612****。\n                 江西省抚州商会\n                2019年8月30日\n",
        id="an appeal",
    ),
    pytest.param(
        "善款退回 商会主席：账目须清楚\n\n【新山讯】新山中华工商总商会会长郑金城昨日指出，某贷款公司上月向该会教育基金移交一张50万令吉的模拟支票，惟理事会查明该公司并无合法执照后，已议决不予接受，支票从未兑现，并原封退还。他说，商会宁可少一笔款，也不能来路不明。该会现有五个小组，去年举办活动23项。\n",
        id="sent back",
    ),
    pytest.param(
        "柳州市红十字会救灾物资采购项目成交公告\n\n一、项目编号：LZZC2021-J1-990132\n二、项目名称：救灾帐篷、家庭箱采购\n三、成交信息：供应商名称：广西桂盾救援装备有限公司；成交金额：人民币壹佰叁拾捌万陆仟元整（¥1386000.00）\n四、主要标的：12平方米棉帐篷300顶，单价2860元；赈济家庭箱1200个，单价440元\n五、代理服务费：按桂价费〔2011〕55号收取，金额18500元\n六、公告期限：1个工作日。柳州市工商业联合会派员监督。\n",
        id="procurement",
    ),
    pytest.param(
        "《慈善捐助条例》修订 单笔现金超五千须留痕\n\n新加坡慈善总监署9月3日发布咨询文件，建议修订条例：慈善机构收取单笔超过5000新元的现金捐款，须登记捐款人身份；年收入低于5万新元的机构可获豁免；公开筹款的行政开支不得超过所筹善款的30%；违者可被罚款最高10000新元或监禁12个月。新加坡中华总商会会长表示欢迎，认为有助提升公信力，但建议把门槛提高到8000新元。公众可于10月2日前提交意见。\n",
        id="a bill",
    ),
    pytest.param(
        "临沂发放临时救助金 3.8万人次受益\n\n记者从临沂市民政局获悉，今年上半年全市共发放临时救助金2684万元，救助困难群众3.8万人次；发放孤儿基本生活费1430万元，每人每月1200元；为低保对象发放价格补贴612万元。市工商联、市慈善总会配合走访了32个社区。市民政局局长魏振海介绍，下半年将提高城市低保标准至每人每月786元，预计新增财政支出1800万元。\n",
        id="aid by the state",
    ),
    pytest.param(
        "关于拨付2021年度行业协会商会扶持资金的公示\n\n根据《苏州工业园区社会组织扶持办法》，经评审，拟给予下列单位补助：园区总商会30万元（承接职能奖励）；生物医药行业协会18万元；纳米产业商会15万元（含慈善公益项目奖补5万元）；异地商会联盟8万元。合计71万元。公示期为2021年11月8日至14日。如有异议，请以书面形式向园区民政部门反映。\n",
        id="subsidies",
    ),
    pytest.param(
        "侨批博物馆以68万元购回流失信札\n\n本报讯（记者 林希）广东省侨批文化研究会22日宣布，经过三轮竞价，汕头侨批文物馆以人民币68万元从新加坡一家拍卖行购回民国侨批216封。馆长说，卖家起初开价80万元。馆内现藏侨批12万余封，其中征集购买约3万封，年度征集经费150万元由市财政安排。同批上拍的银信局印章一枚以4.2万元由私人买家拍走。\n",
        id="a museum buys",
    ),
    pytest.param(
        "拟捐一亿剂？使馆澄清：系商业采购\n\n【雅加达20日电】针对当地社媒称“中国企业捐赠1亿剂疫苗”，印尼中国商会总会20日发文澄清：上述疫苗系印尼国营药厂向科兴公司采购的半成品，合同金额约20亿美元，首批1500万剂已于12日运抵，每剂价格依合同保密。商会指出，疫苗属政府免费接种，企业可通过“高登罗荣”计划自费为员工购买，每剂18.8万盾。\n",
        id="bought, not given",
    ),
    pytest.param(
        "匯市速報 披索兌美元收58.12\n\n菲律賓披索昨日收報58.12兌1美元，成交額11.2億美元。菲華商聯總會經濟委員會主任說，海外匯款11月達28.1億美元，按年增2.8%，颱風過後匯回救急的個人小額匯款尤多，平均每筆320美元。匯款公司對寄往災區的匯款免收手續費，每筆約省250披索。央行外匯儲備為1085億美元。\n",
        id="transfers",
    ),
    pytest.param(
        "新山水费调涨 首20立方公尺维持80仙\n\n柔佛州水务公司宣布，8月1日起非住宅用户水费调高25仙，由每立方公尺3令吉30仙增至3令吉55仙。住宅用户首20立方公尺维持80仙。宗教场所及福利机构的水费固定为1令吉60仙。南马中华工商总会会长说，一间中型餐馆每月水费将由1500令吉增至1620令吉，成本终会转嫁给顾客，政府应给予中小企业缓冲期。福利院院长则庆幸，该院每年可省下约800令吉。\n",
        id="a rate of water",
    ),
]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_that_tells_of_no_giving_has_no_gift(page: str) -> None:
    assert extract_text(page).donations == []


def test_a_page_that_tells_of_giving_keeps_what_is_told_less_clearly() -> None:
    page = "莫桑比克中国商会：向灾区捐款，为会员担保\n\n商会理事会5日开会，一致通过两件事：一是从会费结余中拿出20万梅蒂卡尔，捐给贝拉市立医院；二是为3家受灾会员向银行担保贷款1500万梅蒂卡尔，年息14%。会长肖启明说，捐款当天已经汇出。\n"
    assert [str(g.amount) for g in extract_text(page).donations] == ["200000"]


def test_without_giving_around_nothing_is_likely() -> None:
    found = extract_text("理事张伟当场刷卡3万兰特。福建同乡会也凑了份子，一共8万兰特。").donations
    assert "likely" not in {g.rule for g in found}


@given(st.text("捐款赠给商会长张三十万元兰特，。\n0123456789口罩只", max_size=80))
def test_any_text_is_weighed_without_a_fault(text: str) -> None:
    source = DRIVE + text
    for g in extract_text(source).donations:
        assert source[g.start_char : g.end_char] == g.text


def test_the_weights_are_sorted_and_each_stands_once() -> None:
    with (weigh.FOLDER / "gift_weights.csv").open(encoding="utf-8", newline="") as file:
        names = [row["feature"] for row in csv.DictReader(file)]
    assert names == sorted(set(names))
    assert len(names) <= weigh.KEPT + 1


def test_learning_tells_what_speaks_for_a_gift() -> None:
    seen = [
        weigh.Figure(f"{n}.txt", frozenset({"left 捐款" if n % 2 else "left 会费", "unit 元"}), bool(n % 2))
        for n in range(40)
    ]
    weights = weigh.learn(seen)
    assert weights["left 捐款"] > 0 > weights["left 会费"]
    assert weights == weigh.learn(seen)
