"""How running prose tells of several gifts: members counted up, sums without their money, what each sale brings.

The cases of `PROSE` stand below `gift_families.HEAD`. The notation is that of `gift_cases`.
"""

from __future__ import annotations

# fmt: off
PROSE = [
    ("of-whom", "会员单位踊跃捐款，其中华刚矿业2万美元、中水电1.5万美元、中兴1万美元。", ["华刚矿业 -> - : 20000 USD", "中水电 -> - : 15000 USD", "中兴 -> - : 10000 USD"]),
    ("of-whom-each", "各会员企业纷纷解囊，其中甲公司20万元，乙公司、丙公司各10万元。", ["甲公司 -> - : 200000 CNY", "乙公司 -> - : 100000 CNY", "丙公司 -> - : 100000 CNY"]),
    ("of-whom-countries", "各國台商合捐12萬歐元，其中德國3萬、荷蘭2萬5千，餘由其他國家分攤。", ["各國台商 -> - : 120000 EUR agg", "德國 -> - : 30000 EUR", "荷蘭 -> - : 25000 EUR"]),
    ("no-money-named", "他說：「我帶頭捐兩萬。」副會長陳大文捐獻10萬元，理事合捐五萬，全晚共得港幣三十二萬元。", ["* -> - : 20000 HKD", "副會長陳大文 -> - : 100000 HKD", "理事 -> - : 50000 HKD agg", "* -> - : 320000 HKD agg cum"]),
    ("no-money-named-after", "即席籌得港幣一百一十六萬元，連同早前會員認捐之二百零五萬，共三百二十一萬元。", ["? -> - : 1160000 HKD agg raise", "* -> - : 2050000 HKD", "* -> - : 3210000 HKD"]),
    ("each-sale-sum", "会员企业每售出一箱苹果捐一元，两个月共捐款8.6万元。", ["会员企业 -> - : 86000 CNY agg cum"]),
    ("each-sale-sum-trad", "商戶每賣一碗麵撥捐兩元，首日得款六千四百元。", ["商戶 -> - : 6400 - agg"]),
    ("each-sale-later", "该会由会费项下拨100万铢赈灾，并自下月起，会员每售胶片一吨，另捐五铢。", ["该会 -> - : 1000000 THB"]),
]

NO_PROSE = [
    ("spent-so-much", "“满88元，商家替您捐1元”的海报随处可见。"),
    ("each-sale", "每售出一件，商家捐赠1元。"),
    ("each-ton", "會員每售膠片一噸，另捐五銖，為期三個月。"),
    ("of-whom-members", "商会现有会员326家，其中常务理事单位20家、理事单位45家。"),
    ("of-whom-dues", "会员踊跃缴纳会费，其中副会长单位2万元、理事单位5000元。"),
]
# fmt: on
