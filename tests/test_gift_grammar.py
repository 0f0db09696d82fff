"""One gift said in every usual combination of giver, adverb, verb and sum."""

from __future__ import annotations

from decimal import Decimal

import pytest

from chamber_extract import extract_text

# How a giver is written, who it is, and whether it is many.
GIVERS = {
    "柬埔寨中国商会": ("柬埔寨中国商会", "individual"),
    "商会会长李建国": ("李建国", "individual"),
    "执行会长李建国个人": ("李建国", "individual"),
    "福建恒安集团": ("福建恒安集团", "individual"),
    "46家会员企业": ("46家会员企业", "aggregate"),
    "泰国潮州会馆": ("泰国潮州会馆", "individual"),
    "中国侨商联合会常务副会长、世纪金源集团董事长黄如论": ("黄如论", "individual"),
    "一位匿名华商": ("一位匿名华商", "individual"),
    "旅居金边的浙江商人陈志刚": ("陈志刚", "individual"),
    "副会长单位恒通公司": ("恒通公司", "individual"),
    "旅菲侨胞": ("旅菲侨胞", "aggregate"),
    "侨领林文镜": ("林文镜", "individual"),
}
ADVERBS = ["", "率先", "向灾区", "已", "一次性"]
VERBS = ["捐款", "捐出", "捐赠", "认捐", "捐了", "捐献", "捐助", "赞助"]
SUMS = {"人民币10万元": 100000, "10余万美元": 100000}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("giver", GIVERS)
def test_a_gift_in_every_usual_wording(giver: str, verb: str) -> None:
    name, scope = GIVERS[giver]
    for adverb in ADVERBS:
        for words, amount in SUMS.items():
            text = f"商会支援灾区\n\n6月3日，{giver}{adverb}{verb}{words}，用于抗震救灾。"
            found = [(d.donor, d.amount, d.scope) for d in extract_text(text).donations]
            (gift,) = found or [None]
            assert gift, text
            assert name in (gift[0] or "") and len(gift[0] or "") <= len(giver), text
            assert gift[1:] == (Decimal(amount), scope), text
