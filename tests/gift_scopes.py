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
    ("goods that were collected", "温哥华华商会为食物银行募得罐头2吨。", "温哥华华商会"),
]
ONE = [
    ("goods that a chamber got together", "丹麦中国商会筹集口罩2万只捐给武汉。", "丹麦中国商会"),
    ("a federation", "浙江省工商业联合会捐款30万元。", "浙江省工商业联合会"),
    ("a family", "已故侨领吴亚九的家属捐款50万元。", "已故侨领吴亚九的家属"),
    ("a joint gift of two", "恒通集团、大洋公司联合捐款30万元。", "恒通集团、大洋公司"),
]
LISTED = [
    ("the rest of a list", "捐款名单\n王国庆 50万元\n其余会员合计 53万元", {"其余会员": True, "王国庆": False}),
    ("what was sold", "捐款芳名\n王國慶　伍拾萬元\n青年組街頭義賣　柒拾伍萬元", {"青年組街頭義賣": True, "王國慶": False}),
]
PARTS_OF_A_TOTAL = "三年來，該會共捐助善款八百萬元，當中四百萬元用於興建學校。"
