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
SUMS = [("人民币10万元", 100000), ("10余万美元", 100000)]


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("giver", GIVERS)
def test_a_gift_in_every_usual_wording(giver: str, verb: str) -> None:
    """The sums take turns: each is seen with every giver and verb, and with every adverb and verb."""
    name, scope = GIVERS[giver]
    turn = [*GIVERS].index(giver) + VERBS.index(verb)
    for i, adverb in enumerate(ADVERBS, turn):
        words, amount = SUMS[i % len(SUMS)]
        text = f"商会支援灾区\n\n6月3日，{giver}{adverb}{verb}{words}，用于抗震救灾。"
        found = [(d.donor, d.amount, d.scope) for d in extract_text(text).donations]
        (gift,) = found or [None]
        assert gift, text
        assert name in (gift[0] or "") and len(gift[0] or "") <= len(giver), text
        assert gift[1:] == (Decimal(amount), scope), text


# What stands in front of a giver without a comma, as news write it, and givers of every kind.
OPENINGS = (
    "地震隔天 地震次日 震后第三天 灾情发生后 台风过境后 洪水退去后 疫情期间 抗疫关键时刻 危难时刻 春节前夕 开学前夕 新春伊始 翌晨 翌日 当日下午 三日后 两天后"
    " 3月5日上午 早在2月初 截至昨晚八时 直至6月底 短短三日内 半个月来 多年来 一直以来 长期以来 连日来 去年底 今夏 开年以来 自去年起 会前 席间 会议间隙 活动尾声"
    " 晚宴席间 捐赠现场 仪式上 随即 旋即 嗣后 继而 与此同时 无独有偶 除此之外 不仅如此 同样 事实上 据悉 另悉 初步统计 再一次 又一次 历时半月 几经周折 有鉴于此 因此 故 遂"
    " 仍是 并由 幸有 尚有 更难得的是 令人感动的是 闻讯的 心系家乡的 历史悠久的 素有善名的 前来参加的 身处灾区的 北京时间2月1日"
).split()
BEHIND = ["智利浙江商会", "该会", "34家会员企业", "恒通集团", "三江会馆", "一位老华侨", "昌隆贸易公司"]


@pytest.mark.parametrize("opening", OPENINGS)
def test_what_opens_a_clause_is_no_part_of_a_name(opening: str) -> None:
    for giver in BEHIND:
        text = f"智利浙江商会日前召开会议。\n\n{opening}{giver}向灾区捐款10万元。"
        (gift,) = extract_text(text).donations
        name = "智利浙江商会" if giver == "该会" else giver
        counted = opening.endswith("的") and giver[0] in "3一"  # of so many, what is told of them stays
        described = opening + giver if counted else name
        assert gift.donor in (name, described, None), text


@pytest.mark.parametrize("before", ["走访", "慰问", "托", "拜访", "感恩", "面对", "支援"])
def test_whom_a_verb_governs_gives_nothing(before: str) -> None:
    for name in ("智利浙江商会", "恒通集团"):
        gifts = extract_text(f"旅智侨胞关心灾民。\n\n{before}{name}捐款10万元。").donations
        assert all(before not in (g.donor or "") for g in gifts)
