"""Who counts as one giver and who as many, in the notation of `gift_cases`: `agg` for many."""

from __future__ import annotations

# fmt: off
MANY = [
    ("members and others", "协会账户共收到会员单位和个人捐来的6.13万美元。", "会员单位和个人"),
    ("directors", "晚宴上，理事当场认捐共200万元。", "理事"),
    ("the rest", "名譽會長曾志明捐一百萬元，其餘會董合共捐款一百六十萬元。", "其餘會董"),
    ("fellows", "商会理事会同仁现场捐款11万元。", "商会理事会同仁"),
    ("a firm's staff", "一家餐馆的员工捐出小费两万元。", "一家餐馆的员工"),
    ("out of what was raised", "善款中的80万元由总商会汇给红十字会。", "总商会"),
    ("a chamber and its members", "总商会及会员捐款30万元。", "总商会及会员"),
    ("the first part of a drive", "肯尼亚湖北商会日前发起募捐。昨日，该会将首批善款80万先令交给红十字会。", "肯尼亚湖北商会"),
    ("the first part of a drive, by an officer", "菲律賓粵僑商會響應籌款，昨日由會長林志明將首筆捐款五十萬披索交予災民代表。", "菲律賓粵僑商會"),
    ("the sum of what is above", "泰國閩商會捐款名單如上。以上第二批合計二十萬銖，連同首批三十萬銖，總共五十萬銖，已送交紅十字會。", "泰國閩商會"),
    ("what a drive has come to", "杭州市江西商会连日收到捐款。至此，捐款总额增至120万元。", "杭州市江西商会"),
    ("put together", "泗水福建商会隔日便开了会，凑了3200万盾交给红十字会。", "泗水福建商会"),
    ("a president and the board", "香港溫商總會會長李仲文及全體會董合捐260萬港元。", "香港溫商總會會長李仲文及全體會董"),
    ("heads of a chamber", "香港蜀商聯合會一眾首長即席認捐八十萬港元。", "香港蜀商聯合會一眾首長"),
    ("guests", "与会嘉宾现场捐款18万元。", "与会嘉宾"),
    ("all vice presidents", "會長認捐五十萬銖，眾副會長熱烈響應，即席認捐三百萬銖。", "眾副會長"),
    ("a group and its spirit", "在摩中资企业和华侨华人发扬“一方有难、八方支援”精神，捐赠口罩20万只。", "在摩中资企业和华侨华人"),
    ("those who joined", "会长在群里倡议，当晚即有96户响应，捐款8.6万元。", "96户"),
    ("fellows one by one", "本会同仁踊跃捐款30万元。", "本会同仁"),
    ("what a chamber came to", "截至昨日，保定市莆田商会捐赠款物总计突破百万元。", "保定市莆田商会"),
    ("out of what was raised, by its verb", "日本中华总商会将首批募得的2560万日元分送三县。", "日本中华总商会"),
    ("out of a sale", "威省小販公會把義賣會籌得的8888令吉悉數獻出。", "威省小販公會"),
    ("members and families", "商會會員及家屬捐款二十萬銖。", "商會會員及家屬"),
    ("every member body", "商總各會員公會已捐出新台幣1520萬元。", "商總各會員公會"),
    ("goods got together from many", "芬兰中国商会筹集口罩2万只捐给武汉。", "芬兰中国商会"),
    ("goods that were collected", "温哥华华商会为食物银行募得罐头2吨。", "温哥华华商会"),
]
ONE = [
    ("goods that a chamber got together", "芬兰中国商会筹措口罩2万只捐给武汉。", "芬兰中国商会"),
    ("goods got together that are on their way", "芬兰中国商会筹集的2000套防护服将通过航班运回国，捐给武汉。", "芬兰中国商会"),
    ("a federation", "浙江省工商业联合会捐款30万元。", "浙江省工商业联合会"),
    ("a family", "已故侨领吴亚九的家属捐款50万元。", "已故侨领吴亚九的家属"),
    ("first goods", "坦桑尼亚浙江商会向灾区移交首批物资，包括大米20吨。", "坦桑尼亚浙江商会"),
    ("first sum without a drive", "坦桑尼亚浙江商会向灾区移交首批善款500万先令。", "坦桑尼亚浙江商会"),
    ("all one has given so far", "連同此前捐出的20萬令吉，怡保福建商會累計捐款50萬令吉。", "怡保福建商會"),
    ("its own total", "香港甘肅商會捐款追加至五百萬元，使其捐款總額達到八百萬元。", "香港甘肅商會"),
    ("a place named like about", "开普敦华商刘旭东、约翰内斯堡华商陈建军各捐出10万兰特。", "约翰内斯堡华商陈建军"),
    ("sold one's own", "書法家葉可風即席揮毫，作品拍得2600元，悉數捐出。", "書法家葉可風"),
    ("a firm's own", "鮮果商號顧客盈門，東興果業有限公司送出櫻桃二百箱義賣，得款四萬六千元。", "東興果業有限公司"),
    ("put together by one", "会长梁安凑足5万元捐给两家院舍。", "会长梁安"),
    ("one who is not to be named", "一把二胡由不愿留名的老侨胞捐赠，不愿留名的老侨胞还捐款2万元。", "不愿留名的老侨胞"),
    ("one who left no name", "另有爱心人士不留名捐出2万澳元。", "爱心人士"),
    ("a firm that is a member", "会员单位和记食品捐款5万元。", "会员单位和记食品"),
    ("a body under the name of its fellows", "铁岭商会年会。本会同仁向灾民派发白米500包。", "铁岭商会"),
    ("the kinds of one gift", "尼泊尔中资企业协会向灾区捐赠款物共计1350万卢比。", "尼泊尔中资企业协会"),
    ("the kinds of one gift, trad.", "上海市河南商會捐款捐物共計2800萬元。", "上海市河南商會"),
    ("one and a family", "副主席黃光及其家屬合捐一百二十萬銖。", "副主席黃光及其家屬"),
    ("the first goods of a drive", "重庆温州商会发出募捐倡议，首批捐赠价值35万元的药品。", "重庆温州商会"),
    ("what it had raised is handed over", "总商会将募集的8000万基普捐赠给灾区。", "总商会"),
    ("one of those who work somewhere", "一位不愿留名的退休职工捐出2000元。", "一位不愿留名的退休职工"),
    ("a joint gift of two", "恒通集团、大洋公司联合捐款30万元。", "恒通集团、大洋公司"),
]
LISTED = [
    ("the rest of a list", "捐款名单\n王国庆 50万元\n其余会员合计 53万元", {"其余会员": True, "王国庆": False}),
    ("what was sold", "捐款芳名\n王國慶　伍拾萬元\n青年組街頭義賣　柒拾伍萬元", {"青年組街頭義賣": True, "王國慶": False}),
]
PARTS_OF_A_TOTAL = "三年來，該會共捐助善款八百萬元，當中四百萬元用於興建學校。"
