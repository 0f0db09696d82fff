"""What is told twice: totals with parts, lots, repeats, in one document and across documents."""

from __future__ import annotations

from decimal import Decimal

import pytest
from conftest import ROOT

from chamber_extract.models import Dataset, Donation
from chamber_extract.pipeline import extract_sources
from chamber_extract.readers import Source
from chamber_extract.repeats import marked
from chamber_extract.writers.totals import left_out, totals
from tests.gift_reading import gifts


def links(text: str) -> list[str]:
    """For each gift in order: `-`, or what it is a part of or the same as, by number, with the reason."""
    found = gifts(text)
    out = []
    for g in found:
        linked = g.part_of or g.same_as
        kind = "part" if g.part_of else "same"
        out.append(f"{kind} {found.index(linked)} {g.link_reason}" if linked else "-")
    return out


OF_WHICH = [
    (
        "simplified",
        "商会会员企业共捐款100万元，其中甲明公司捐款60万元、乙光公司捐款40万元。",
        ["-", "part 0 of_which", "part 0 of_which"],
    ),
    (
        "traditional",
        "截至目前，商會會員共捐款港幣80萬元，其中會長陳大明捐款30萬元，副會長李國強捐款20萬元。",
        ["-", "part 0 of_which", "part 0 of_which"],
    ),
    (
        "the next sentence",
        "泰国中国企业总商会会员共捐款500万泰铢。其中，甲明公司捐款200万泰铢。",
        ["-", "part 0 of_which"],
    ),
    (
        "what else is given is no part",
        "商会会员共捐款100万元，其中甲明公司捐款60万元；此外，乙光公司捐款40万元。",
        ["-", "part 0 of_which", "-"],
    ),
    (
        "the words of Hong Kong",
        "商會籌得善款港幣100萬元，當中會長陳大明捐出20萬元，副會長李國強捐出10萬元。",
        ["-", "part 0 of_which", "part 0 of_which"],
    ),
    (
        "goods in a worth of both",
        "商会会员累计捐款捐物约22亿元，其中甲明公司捐赠口罩3万只。",
        ["-", "part 0 of_which"],
    ),
]
SUMS = [
    (
        "after the list",
        "甲明公司捐款30万元，乙光公司捐款20万元，两家企业共捐款50万元。",
        ["part 2 total", "part 2 total", "-"],
    ),
    (
        "before the list",
        "会员企业共捐款36万元。捐款名单如下：\n甲明公司 20万元\n乙光公司 10万元\n丙华公司 6万元\n",
        ["-", "part 0 total", "part 0 total", "part 0 total"],
    ),
    (
        "money and goods",
        "柬埔寨中国商会捐款100万元、捐赠价值50万元的口罩，共计150万元。",
        ["part 2 total", "part 2 total", "-"],
    ),
    (
        "each of several",
        "柬埔寨中国商会向甲明小学、乙光小学各捐款10万元，共捐款20万元。",
        ["part 1 total", "-"],
    ),
    (
        "in traditional characters",
        "陳大明捐款3萬元，李國強捐款2萬元，兩人合共捐款5萬元。",
        ["part 2 total", "part 2 total", "-"],
    ),
    (
        "the last row of a table",
        "捐款名单\n单位\t金额（元）\n甲明公司\t3000\n乙光公司\t2000\n合计\t5000\n",
        ["part 2 total", "part 2 total", "-"],
    ),
    (
        "worth of what was listed",
        "马来西亚中国总商会捐赠大米10吨、毛毯200条，物资总值约30万元。",
        ["part 2 total", "part 2 total", "-"],
    ),
]
AGAIN = [
    (
        "a headline",
        "# 柬埔寨中国商会向武汉捐款10万美元\n\n2020年2月3日，柬埔寨中国商会向武汉捐款10万美元。\n",
        ["same 1 said_again", "-"],
    ),
    (
        "these goods",
        "柬埔寨中国商会捐赠口罩5万只。这批口罩5万只已运抵武汉。",
        ["-", "same 0 said_again"],
    ),
    (
        "lead and detail",
        "柬埔寨中国商会日前向武汉捐款10万美元。\n\n2月3日，柬埔寨中国商会会长代表商会向武汉市红十字会捐款10万美元。\n",
        ["-", "same 0 said_again"],
    ),
    (
        "donor, receiver and day agree",
        "2月3日，柬埔寨中国商会向武汉市慈善总会捐款10万美元。\n\n商会会长说，商会在2月3日向武汉市慈善总会捐款10万美元，是会员的心意。\n",
        ["-", "same 0 said_again"],
    ),
]
FREE = [
    ("two receivers", "柬埔寨中国商会向武汉捐款10万元。该商会还向黄冈捐款10万元。"),
    ("once more", "2月3日，柬埔寨中国商会向武汉捐款10万元。同日，商会又向武汉捐款10万元。"),
    (
        "another year",
        "柬埔寨中国商会2019年2月3日向武汉捐款10万元。柬埔寨中国商会2020年2月3日向武汉捐款10万元。",
    ),
    ("其中 of people", "老挝中国总商会捐款10万元。会员50人到会，其中张大明捐款2万元。"),
    ("two givers", "甲明公司捐款10万元，乙光公司捐款10万元。"),
    ("equal rows of a list", "捐款名单：\n张大明 500元\n李国强 500元\n张大明 500元\n"),
    ("a sum that is not theirs", "甲明公司捐款30万元，乙光公司捐款20万元，丙华公司捐款60万元。"),
    ("more than the total", "商会捐款10万元，其中甲明公司捐款60万元。"),
    ("another currency", "商会会员捐款10万美元，其中甲明公司捐款6万欧元。"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [c[1:] for c in OF_WHICH + SUMS + AGAIN],
    ids=[c[0] for c in OF_WHICH + SUMS + AGAIN],
)
def test_is_linked(text: str, expected: list[str]) -> None:
    assert links(text) == expected


@pytest.mark.parametrize("text", [c[1] for c in FREE], ids=[c[0] for c in FREE])
def test_is_not_linked(text: str) -> None:
    found = links(text)
    assert len(found) > 1
    assert set(found) == {"-"}


def across(*texts: str) -> list[Donation]:
    return extract_sources(Source(f"{i}.txt", t.encode()) for i, t in enumerate(texts)).donations


class TestAcrossDocuments:
    FIRST = "2020年2月3日，柬埔寨中国商会向湖北省慈善总会捐款10万美元。"

    @pytest.mark.parametrize(
        "second",
        [
            "据报道，柬埔寨中国商会2020年2月3日向湖北慈善总会捐赠10万美元善款。",
            "金边消息：2020年2月3日，柬埔寨中国商会向湖北省慈善总会捐款10万美元。其他商会也在筹备。",
        ],
    )
    def test_the_second_tells_the_first_again(self, second: str) -> None:
        one, two = across(self.FIRST, second)
        assert (two.same_as, two.link_reason) == (one.id, "other_document")
        assert (one.additive, two.additive) == (True, False)

    @pytest.mark.parametrize(
        "second",
        [
            "2020年3月3日，柬埔寨中国商会向湖北省慈善总会捐款10万美元。",
            "2020年2月3日，柬埔寨中国商会向黄冈市慈善总会捐款10万美元。",
            "2020年2月3日，柬埔寨中国商会向湖北省慈善总会捐款10万元人民币。",
            "2020年2月3日，老挝中国总商会向湖北省慈善总会捐款10万美元。",
            "柬埔寨中国商会捐款10万美元。",
        ],
    )
    def test_what_may_be_another_gift_stays(self, second: str) -> None:
        assert all(g.same_as is None for g in across(self.FIRST, second))


def donation(identifier: str, **fields: object) -> Donation:
    base = {
        "id": identifier, "document": "doc-1", "start_char": 0, "end_char": 1, "text": "x", "scope": "individual",
        "kind": "cash", "amount": Decimal(5), "currency": "CNY", "approximation": "exact", "cumulative": False,
        "action": "donate", "rule": "r", "confidence": Decimal(1),
    }  # fmt: skip
    return Donation.model_validate(base | fields)


class TestAdditive:
    @pytest.mark.parametrize(
        ("total", "part", "expected"),
        [
            ({}, {"part_of": "t"}, (True, False)),
            ({"scope": "aggregate"}, {"part_of": "t"}, (False, True)),
            ({"cumulative": True, "donor": "甲"}, {"part_of": "t", "donor": "甲"}, (True, False)),
            ({"cumulative": True, "donor": "甲"}, {"donor": "甲"}, (False, True)),
            ({"cumulative": True, "donor": "甲"}, {"donor": "甲", "currency": "USD"}, (True, True)),
            (
                {"cumulative": True, "donor": "甲"},
                {"donor": "甲", "cumulative": True, "amount": Decimal(9)},
                (False, True),
            ),
            ({}, {"same_as": "t"}, (True, False)),
            ({"scope": "aggregate"}, {"same_as": "t"}, (False, False)),
            ({}, {"part_of": "gone"}, (True, True)),
            ({}, {}, (True, True)),
        ],
    )
    def test_of_a_total_and_its_part(self, total: dict, part: dict, expected: tuple[bool, bool]) -> None:
        marks = marked([donation("t", **total), donation("p", **part)])
        assert (marks[0].additive, marks[1].additive) == expected

    def test_a_part_of_a_part_counts_once(self) -> None:
        chain = [donation("t"), donation("p", part_of="t"), donation("q", part_of="p")]
        assert [g.additive for g in marked(chain)] == [True, False, False]


class TestSeeds:
    """The fourth seed, read by hand: who gave money in their own name, each once."""

    CASH = (
        # 老挝中国总商会再次将募集的8,000万基普……捐赠: handed over by the chamber
        ("老挝中国总商会", Decimal(80_000_000), "LAK"),
        # 商会（向十二个省区）捐款984150人民币
        ("越南中国商会", Decimal(984_150), "CNY"),
    )

    @pytest.fixture
    def fourth(self, dataset: Dataset) -> list[Donation]:
        (document,) = (d for d in dataset.documents if d.path.startswith("seeds/004"))
        return [g for g in dataset.donations if g.document == document.id]

    def test_individual_cash_gifts_are_these(self, fourth: list[Donation]) -> None:
        found = [(g.donor, g.amount, g.currency) for g in fourth if g.kind == "cash" and g.additive]
        assert sorted(found, key=str) == sorted(self.CASH, key=str)

    def test_a_consignment_with_its_worth_in_headline_and_text_counts_once(
        self, fourth: list[Donation]
    ) -> None:
        worth = [g for g in fourth if (g.amount, g.currency) == (Decimal(47_000), "USD")]
        assert [g.additive for g in worth].count(True) == 1

    def test_every_amount_is_in_the_totals_or_left_out_with_a_reason(self, dataset: Dataset) -> None:
        amounts = [g for g in dataset.donations if g.amount is not None and g.currency]
        counted = sum(t.gifts for t in totals(dataset))
        assert counted + sum(left_out(dataset).values()) == len(amounts)
        assert sum(t.amount for t in totals(dataset)) == sum(g.amount for g in amounts if g.additive)

    def test_the_document_says_the_figures(self) -> None:
        text = next((ROOT / "seeds").glob("004*.txt")).read_text("utf-8-sig")
        assert "8,000万基普" in text
        assert "984150人民币" in text
