"""Layouts of lists of givers as pages have them: each with who gave what, `-` for a sum of the list.

A gift is `giver amount currency` or `giver quantity unit item`; what gives no currency has `-`.
"""

from __future__ import annotations

TWO = ["张国强 5000 CNY", "李秀英 3000 CNY"]
THREE = [*TWO, "王建国 2000 CNY"]
SIX = [*THREE, "赵敏 1000 CNY", "孙立 500 CNY", "周涛 500 CNY"]
GROUPS = ["张国强 10000 CNY", "李秀英 10000 CNY", "王建国 10000 CNY", "赵敏 5000 CNY", "孙立 5000 CNY"]

# fmt: off
LAYOUTS = [
    # a name and a sum on each line
    ("dots", "爱心捐款名单\n张国强……5000元\n李秀英…………3000元", TWO),
    ("dots, unit in the caption", "爱心捐款名单（单位：元）\n张国强……5000\n李秀英…………3000", TWO),
    ("ascii dots", "捐款芳名榜（人民币）\n张国强......5,000元\n李秀英......3,000元", TWO),
    ("colons", "捐款名单：\n张国强：5000元\n李秀英：3000元", TWO),
    ("commas", "捐款名单如下：\n张国强，5000元\n李秀英，3000元", TWO),
    ("dashes", "捐款名单\n张国强—5000元\n李秀英--3000元\n王建国-2000元", THREE),
    ("slashes", "捐款名单\n张国强/5000元\n李秀英/3000元", TWO),
    ("numbered", "捐款名单\n1.张国强 5000元\n2.李秀英 3000元", TWO),
    ("numbered in brackets", "捐款名单\n（1）张国强5000元\n（2）李秀英3000元", TWO),
    ("numbered cells", "捐款名单\n1\t张国强\t5000元\n2\t李秀英\t3000元", TWO),
    ("below an appeal", "8月3日地震发生后，商会于次日发出倡议，会员响应。现将捐赠公示如下：\n张国强\t5000元\n李秀英\t3000元", TWO),
    ("numbered chain", "爱心接龙\n1. 张国强 5000\n2. 李秀英 3000", TWO),
    ("bullets", "捐款名单\n● 张国强 5000元\n● 李秀英 3000元", TWO),
    ("a verb", "捐款情况公示\n张国强 捐 5000元\n李秀英捐款3000元", TWO),
    ("currency in front", "捐款名单\n张国强 人民币5000元\n李秀英 ￥3000.00", TWO),
    ("spread names", "捐款名单\n张  国  强   5000元\n李 秀 英   3000元", TWO),
    ("office behind", "捐款名单\n张国强（会长） 5000元\n李秀英（副会长）3000元", TWO),
    ("day in front", "捐款公示\n5月12日 张国强 5000元\n5月13日 李秀英 3000元", TWO),
    ("day behind", "捐款公示\n张国强 5000元 5月12日\n李秀英 3000元 5月13日", TWO),
    ("a remark between", "捐款名单\n张国强 5000元\n（匿名捐款已单列）\n李秀英 3000元", TWO),
    ("two batches", "第一批捐款名单\n张国强 5000元\n第二批捐款名单\n李秀英 3000元", TWO),
    ("sum first", "捐款名单\n5000元 张国强\n3000元 李秀英", TWO),
    ("capital numerals", "捐款芳名\n陳國明　港幣伍萬元正\n香港福建商會　港幣拾萬元正", ["陳國明 50000 HKD", "香港福建商會 100000 HKD"]),
    ("currency in the caption", "樂捐芳名（美元）\n陳國明 500\n林美玲 300", ["陳國明 500 USD", "林美玲 300 USD"]),
    ("ringgit", "樂捐芳名\n陳國明 RM5,000\n林美玲 RM3,000", ["陳國明 5000 MYR", "林美玲 3000 MYR"]),
    ("baht", "樂捐芳名\n陳國明 50,000銖\n林美玲 30,000銖", ["陳國明 50000 THB", "林美玲 30000 THB"]),
    ("ten thousands in the caption", "捐款名单（单位：万元）\n宏图集团 50\n张国强 0.5", ["宏图集团 500000 CNY", "张国强 5000 CNY"]),
    ("firms in brackets", "捐款名单\n宏图（福建）集团有限公司 5000元\n上海大洋公司（张国强） 3000元", ["宏图（福建）集团有限公司 5000 CNY", "上海大洋公司 3000 CNY"]),
    ("nobody's name", "捐款名单\n无名氏 500元\n爱心人士 200元", ["无名氏 500 CNY", "爱心人士 200 CNY"]),
    ("couples", "捐款名单\n张国强、李秀英伉俪 5000元\n王建国夫妇 3000元", ["张国强、李秀英伉俪 5000 CNY", "王建国夫妇 3000 CNY"]),
    # several on a line
    ("pairs on a line", "爱心捐款名单（排名不分先后）\n张国强 5000元 李秀英 3000元 王建国 2000元\n赵敏 1000元 孙立 500元 周涛 500元", SIX),
    ("bare pairs on a line", "爱心捐款名单（单位：元）\n张国强 5000 李秀英 3000 王建国 2000\n赵敏 1000 孙立 500 周涛 500", SIX),
    ("on the line of the caption", "捐款名单如下：张国强5000元；李秀英3000元；王建国2000元。", THREE),
    ("sums in brackets", "捐款名单：张国强（5000元）、李秀英（3000元）、王建国（2000元）", THREE),
    ("of each and of one", "捐款名单\n张国强、李秀英各5000元；王建国2000元\n赵敏 1000元", ["张国强 5000 CNY", "李秀英 5000 CNY", "王建国 2000 CNY", "赵敏 1000 CNY"]),
    ("of each, the unit in the caption", "會館購置基金樂捐芳名（第三批）\n（單位：歐元，排名不分先後）\n會長　池長青　5,000\n名譽會長　戴國華、林文田　各3,000\n本批合計　11,000\n連前兩批累計　187,650", ["池長青 5000 EUR", "戴國華 3000 EUR", "林文田 3000 EUR", "- 11000 EUR", "- 187650 EUR"]),
    # names of one sum together
    ("sum before its names", "捐款芳名（人民币）\n壹万元：张国强 李秀英 王建国\n伍仟元：赵敏 孙立", GROUPS),
    ("sum over its names", "捐款名单\n10000元\n张国强 李秀英 王建国\n5000元\n赵敏 孙立", GROUPS),
    ("boxed sum over its names", "捐款名单\n【10000元】\n张国强 李秀英 王建国\n【5000元】\n赵敏 孙立", GROUPS),
    ("sum of each over its names", "捐款名单\n以下各捐10000元：\n张国强 李秀英 王建国\n以下各捐5000元：\n赵敏 孙立", GROUPS),
    ("sum behind its names", "捐款名单\n张国强　李秀英　王建国　以上各捐10000元\n赵敏　孙立　以上各捐5000元", GROUPS),
    ("a title over sums over names", "捐款名单\n爱心人士\n10000元\n张国强\n5000元\n李秀英", ["张国强 10000 CNY", "李秀英 5000 CNY"]),
    # cells
    ("columns of blanks", "爱心捐款名单\n姓名      金额(元)     姓名      金额(元)\n张国强    5000        李秀英    3000\n王建国    2000        赵敏      1000", [*THREE, "赵敏 1000 CNY"]),
    ("marks of Markdown", "捐款明细\n|序号|捐款人|金额（元）|\n|---|---|---|\n|1|张国强|5000|\n|2|李秀英|3000|", TWO),
    ("cells one below another", "捐款明细\n序号\n姓名\n金额（元）\n1\n张国强\n5000\n2\n李秀英\n3000\n特此公示。", TWO),
    ("names and sums by turns", "捐款名单\n宏图集团有限公司\n50000元\n大洋公司\n20000元", ["宏图集团有限公司 50000 CNY", "大洋公司 20000 CNY"]),
    ("goods one below another", "捐赠物资明细\n捐赠单位\n物资名称\n数量\n宏图集团\n口罩\n5000只\n大洋公司\n矿泉水\n300箱", ["宏图集团 5000 只 口罩", "大洋公司 300 箱 矿泉水"]),
    ("money and goods side by side", "捐赠明细表\n捐赠单位\t捐款（元）\t捐物\n宏图集团\t50000\t口罩5000只\n大洋公司\t20000\t", ["宏图集团 50000 CNY", "宏图集团 5000 只 口罩", "大洋公司 20000 CNY"]),
    ("worth in brackets in a cell", "捐赠明细表\n捐赠单位\t捐赠内容\n宏图集团\t床垫600张（价值36万元）\n大洋公司\t现金3万元", ["宏图集团 360000 CNY", "大洋公司 30000 CNY"]),
    # goods
    ("goods", "捐赠物资清单\n宏图集团 口罩5000只\n大洋公司：方便面200箱、矿泉水300箱", ["宏图集团 5000 只 口罩", "大洋公司 200 箱 方便面", "大洋公司 300 箱 矿泉水"]),
    ("money with goods", "捐款名单\n黄山建材：5万元、84消毒液200桶\n李秀英 3000元+大米20袋", ["黄山建材 50000 CNY", "黄山建材 200 桶 84消毒液", "李秀英 3000 CNY", "李秀英 20 袋 大米"]),
    ("goods below their own head", "善款芳名（泰铢）\n张国强 5000铢\n实物：\n广源米业　　白米300包\n南星塑胶厂　蓄水桶400个", ["张国强 5000 THB", "广源米业 300 包 白米", "南星塑胶厂 400 个 蓄水桶"]),
    # sums
    ("subtotals", "捐款名单\n一、企业\n宏图集团 50000元\n大洋公司 20000元\n小计：70000元\n二、个人\n张国强 500元\n合计：70500元", ["宏图集团 50000 CNY", "大洋公司 20000 CNY", "- 70000 CNY", "张国强 500 CNY", "- 70500 CNY"]),
    ("many at the end", "捐款名单\n张国强等20人 5000元\n其他会员 2000元", ["张国强等20人 5000 CNY", "其他会员 2000 CNY"]),
    # what announces them
    ("thanks", "感谢以下爱心人士的捐款：\n张国强 5000元\n李秀英 3000元", TWO),
    ("a sentence that announces nothing", "商会发出倡议后，会员纷纷解囊捐款。\n张国强 5000元\n李秀英 3000元", TWO),
    ("a dash", "会长说：“有力出力。”群里随即开始接龙捐赠——\n副会长郑文彬：棉帐篷60顶\n副会长黄秀英：方便面500箱、火腿肠200件", ["副会长郑文彬 60 顶 棉帐篷", "副会长黄秀英 500 箱 方便面", "副会长黄秀英 200 件 火腿肠"]),
    ("printed in the newspaper", "敝会自十月起劝募，荷蒙各界善长解囊。兹将芳名登报，以昭征信。\n张国强　5000元\n李秀英　3000元", TWO),
]

NO_LISTS = [
    ("dues", "会费缴纳名单\n张国强 5000元\n李秀英 3000元"),
    ("dues one below another", "会费缴纳明细\n姓名\n金额\n张国强\n5000元\n李秀英\n3000元"),
    ("prizes", "抽奖获奖名单\n张国强 5000元\n李秀英 3000元"),
    ("prices", "产品价格表\n口罩 5元\n手套 3元"),
    ("spending", "善款支出明细\n购买口罩 5000元\n运输费 3000元"),
    ("loans", "贷款名单\n宏图集团 50000元\n大洋公司 20000元"),
    ("what each office should give", "捐款标准\n会长单位 50000元\n副会长单位 20000元"),
    ("pay", "慈善基金会工资表\n张国强 5000元\n李秀英 3000元"),
    ("who was helped", "发放助学金名单\n张国强 5000元\n李秀英 3000元"),
    ("sentences", "去年会员积极捐款捐物。\n助医方面，由商会牵头，会费收入5000元。\n助老方面，全年开支3000元。"),
    ("one line below a sentence", "商会去年捐款踊跃。\n门票收入 5000元\n请会员准时出席。"),
]
