"""From drafts to records, and from the records of many documents to one dataset."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest

from chamber_extract.dataset import merge
from chamber_extract.ids import identify
from chamber_extract.mention import Mention, Reading
from chamber_extract.models import Dataset
from chamber_extract.normalize.values import Period
from chamber_extract.readers import Loaded, Source
from chamber_extract.records import Result, build, failed
from chamber_extract.relate.entities import ChamberEntity, Citation, Gift, Office, PersonEntity, Relations
from chamber_extract.segment import Section, Segments, Span
from chamber_extract.text import Draft


def result(
    text: str,
    *,
    path: str = "a.txt",
    sections: tuple[Section, ...] = (),
    dates: tuple[Mention, ...] = (),
    **drafts: list,
) -> Result:
    """A document through to its relations, without reading or finding anything."""
    whole = (Span(0, len(text)),)
    aligned = Draft.of(text).finish()
    relations = {"chambers": [], "people": [], "gifts": [], "citations": [], **drafts}
    return Result(
        loaded=Loaded(Source(path, text.encode()), aligned, "text/plain", "utf-8", "0" * 64),
        reading=Reading(aligned, Segments(whole, whole, sections), {"date": dates}),
        relations=Relations(**relations),
    )


def dataset(*results: Result) -> Dataset:
    return merge(build(r) for r in results)


def chamber(name: str, *spans: tuple[int, int], **more: object) -> ChamberEntity:
    return ChamberEntity(name, "overseas", mentions=[Span(*s) for s in spans], **more)


def gift(start: int, end: int, **more: object) -> Gift:
    return Gift(start, end, "after-verb", "individual", "cash", "donate", "exact", **more)


def day(start: int, end: int, value: date) -> Mention:
    return Mention("date", start, end, Period(start, end, value, value, "day", value.isoformat()), "day")


TEXT = "柬埔寨中国商会捐款10万美元，柬埔寨中国商会捐款10万美元。"


class TestRecords:
    def test_spans_quote_the_source(self) -> None:
        found = dataset(result(TEXT, chambers=[chamber("柬埔寨中国商会", (15, 22), (0, 7))]))
        assert [(m.start_char, m.end_char, m.text) for m in found.chambers[0].mentions] == [
            (0, 7, "柬埔寨中国商会"),
            (15, 22, "柬埔寨中国商会"),
        ]

    def test_two_gifts_that_say_the_same_have_ids_of_their_own(self) -> None:
        same = {"donor": "柬埔寨中国商会", "amount": Decimal(100000), "currency": "USD"}
        found = dataset(result(TEXT, gifts=[gift(0, 14, **same), gift(0, 14, **same), gift(15, 29, **same)]))
        assert len({d.id for d in found.donations}) == 3

    def test_a_mention_is_in_the_section_around_it(self) -> None:
        sections = (Section(0, 15, "一"), Section(15, 30, "二"))
        found = dataset(
            result(TEXT, sections=sections, chambers=[chamber("柬埔寨中国商会", (0, 7), (15, 22))])
        )
        titles = {s.id: s.title for s in found.documents[0].sections}
        assert [titles[m.section] for m in found.chambers[0].mentions] == ["一", "二"]

    def test_a_gift_refers_to_its_date_and_donor(self) -> None:
        donor, when = chamber("柬埔寨中国商会", (0, 7)), day(0, 3, date(2020, 1, 28))
        one = result(
            TEXT, chambers=[donor], dates=(when,), gifts=[gift(0, 14, donor_chamber=donor, date=when)]
        )
        found = dataset(one)
        assert (found.chambers[0].id, found.dates[0].id) == (
            found.donations[0].donor_chamber,
            found.donations[0].date,
        )

    def test_a_date_that_did_not_stand_is_no_reference(self) -> None:
        found = dataset(result(TEXT, gifts=[gift(0, 14, date=day(0, 3, date(2020, 1, 28)))]))
        assert found.donations[0].date is None

    def test_a_parent_that_is_not_in_the_document_is_no_reference(self) -> None:
        found = dataset(result(TEXT, chambers=[chamber("西港分会", (0, 4), parent=chamber("某商会"))]))
        assert found.chambers[0].parent is None

    @pytest.mark.parametrize("data", [None, b"", b"\0"])
    def test_a_document_that_failed_keeps_its_name_and_reason(self, data: bytes | None) -> None:
        found = merge([failed("b.txt", "unreadable", "no such file", data)])
        (document,) = found.documents
        assert (document.path, document.problems[0].message) == ("b.txt", "no such file")
        assert (data is None) == (document.sha256 is None)


def with_person(path: str, *bodies: str) -> Result:
    """A document in which 王勇 is chairman of each body."""
    offices = [Office("会长", body) for body in bodies]
    return result(TEXT, path=path, people=[PersonEntity("王勇", offices=offices, mentions=[Span(0, 2)])])


class TestMerge:
    def test_a_chamber_of_two_documents_is_one_with_all_its_mentions(self) -> None:
        one = result(TEXT, path="b.txt", chambers=[chamber("柬埔寨中国商会", (0, 7), aliases={"柬商会"})])
        two = result(TEXT, path="a.txt", chambers=[chamber("柬埔寨中国商会", (15, 22), countries=("KH",))])
        (found,) = dataset(one, two).chambers
        assert (found.aliases, [m.start_char for m in found.mentions]) == (["柬商会"], [15, 0])
        assert identify("doc", "a.txt") == found.mentions[0].document

    def test_a_chamber_has_the_script_that_most_documents_write(self) -> None:
        names = ["全国工商联", "全國工商聯", "全国工商联"]
        parts = [result(TEXT, path=f"{i}.txt", chambers=[chamber(n, (0, 5))]) for i, n in enumerate(names)]
        assert [c.name for c in dataset(*parts).chambers] == ["全国工商联"]

    def test_what_one_document_leaves_open_another_fills(self) -> None:
        bare = Citation("关于某事的通知", "商综发〔2020〕30号", "notice", mentions=[Span(0, 3)])
        full = replace(bare, issuers=("商务部",), issued=date(2020, 2, 5), url=None)
        (found,) = dataset(
            result(TEXT, citations=[bare]), result(TEXT, path="b.txt", citations=[full])
        ).policies
        assert (["商务部"], date(2020, 2, 5), 2) == (found.issuers, found.issued, len(found.mentions))

    @pytest.mark.parametrize(
        ("told", "issuers"),
        [
            ([["人社部", "民政部"], ["人力资源社会保障部", "民政部"], ["人社部"]], ["人社部", "民政部"]),
            ([["國務院"], ["国务院"], ["国务院"]], ["国务院"]),
            ([["商务部"], ["商务部", "海关总署"], []], ["商务部", "海关总署"]),
            ([["商务部"], ["商务部", "新华社"], ["商务部"]], ["商务部"]),
            ([[], []], []),
        ],
        ids=["one-body-one-name", "script-of-most", "of-equals-the-fullest", "what-most-say", "none"],
    )
    def test_a_policy_has_the_issuers_that_most_documents_name(
        self, told: list[list[str]], issuers: list[str]
    ) -> None:
        cited = Citation("慈善法", None, "law", mentions=[Span(0, 3)])
        parts = [
            result(TEXT, path=f"{n}.txt", citations=[replace(cited, issuers=tuple(of_one))])
            for n, of_one in enumerate(told)
        ]
        (found,) = dataset(*parts).policies
        assert found.issuers == issuers

    def test_a_policy_has_the_fullest_of_titles(self) -> None:
        short = Citation("慈善法", None, "law", mentions=[Span(0, 3)])
        full = replace(short, title="中华人民共和国慈善法")
        (found,) = dataset(
            result(TEXT, citations=[short]), result(TEXT, path="b.txt", citations=[full])
        ).policies
        assert found.title == "中华人民共和国慈善法"

    def test_a_policy_has_the_title_that_most_documents_give_it(self) -> None:
        short = Citation("慈善法", None, "law", mentions=[Span(0, 3)])
        full = replace(short, title="中华人民共和国慈善法")
        untitled = Citation(None, "民发〔2020〕1号", "notice", mentions=[Span(0, 3)])
        parts = [
            result(TEXT, path=f"{n}.txt", citations=[one])
            for n, one in enumerate(
                [short, full, short, untitled, untitled, replace(untitled, title="通知甲")]
            )
        ]
        assert {p.title for p in dataset(*parts).policies} == {"慈善法", "通知甲"}

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            pytest.param(["甲商会"], ["甲商会"], 1, id="same name and organisation"),
            pytest.param(["甲商会"], ["乙公司"], 2, id="another organisation"),
            pytest.param(["甲商会"], [], 2, id="organisation not said"),
            pytest.param([], [], 2, id="a name alone"),
            pytest.param(["甲商会", "乙公司"], ["乙公司"], 1, id="one organisation in common"),
        ],
    )
    def test_people(self, one: list[str], other: list[str], expected: int) -> None:
        assert expected == len(dataset(with_person("a.txt", *one), with_person("b.txt", *other)).people)

    def test_names_in_either_script_are_one(self) -> None:
        def with_both(path: str, person: str, body: str) -> Result:
            chief = PersonEntity(person, offices=[Office("會長", body)], mentions=[Span(0, 3)])
            return result(TEXT, path=path, people=[chief], chambers=[chamber(body, (0, 7))])

        found = dataset(
            with_both("a.txt", "陳國強", "香港潮州商會"), with_both("b.txt", "陈国强", "香港潮州商会")
        )
        assert [(p.name, p.name_simplified) for p in found.people] == [("陳國強", "陈国强")]
        assert [c.name_simplified for c in found.chambers] == ["香港潮州商会"]

    def test_people_known_by_a_title_alone_stay_apart(self) -> None:
        def with_partial(path: str) -> Result:
            manager = PersonEntity(
                "毛经理", partial=True, offices=[Office("经理", "乙公司")], mentions=[Span(0, 3)]
            )
            return result(TEXT, path=path, people=[manager])

        assert len(dataset(with_partial("a.txt"), with_partial("b.txt")).people) == 2

    def test_documents_that_only_a_third_links_become_one_group(self) -> None:
        parts = [
            with_person("a.txt", "甲会"),
            with_person("b.txt", "乙会"),
            with_person("c.txt", "甲会", "乙会"),
        ]
        datasets = [dataset(*order) for order in permutations(parts)]
        assert len(datasets[0].people) == 1
        assert all(datasets[0] == other for other in datasets)

    def test_references_follow_their_chamber_into_the_dataset(self) -> None:
        def with_gift(path: str) -> Result:
            parent = chamber("柬埔寨中国商会", (0, 7))
            branch = chamber("柬埔寨中国商会西港分会", (15, 22), parent=parent)
            head = PersonEntity("高华", offices=[Office("会长", branch.name, branch)], mentions=[Span(0, 2)])
            return result(
                TEXT,
                path=path,
                chambers=[parent, branch],
                people=[head],
                gifts=[gift(0, 14, donor_chamber=branch)],
            )

        found = dataset(with_gift("a.txt"), with_gift("b.txt"))
        parent, branch = found.chambers
        assert parent.id == branch.parent
        assert [branch.id] == [p.chamber for person in found.people for p in person.positions]
        assert {branch.id} == {d.donor_chamber for d in found.donations}

    def test_two_documents_of_one_name_are_refused(self) -> None:
        with pytest.raises(ValueError, match=r"a\.txt"):
            dataset(result(TEXT), result("另一篇。"))


def references(found: Dataset) -> set[str]:
    mentions = [*found.dates, *found.donations, *found.figures]
    mentions += [
        m for table in (found.chambers, found.people, found.policies) for r in table for m in r.mentions
    ]
    named = {m.document for m in mentions} | {m.section for m in mentions}
    named |= {c.parent for c in found.chambers} | {
        p.chamber for person in found.people for p in person.positions
    }
    return (named | {d.donor_chamber for d in found.donations} | {d.date for d in found.donations}) - {None}


class TestSeeds:
    """What holds for every record of real documents."""

    def test_every_table_has_records(self, dataset: Dataset) -> None:
        tables = (
            dataset.chambers,
            dataset.people,
            dataset.dates,
            dataset.donations,
            dataset.policies,
            dataset.figures,
        )
        assert all(tables)

    def test_every_span_is_its_text(self, dataset: Dataset, texts: dict[str, str]) -> None:
        mentions = [*dataset.dates, *dataset.donations, *dataset.figures]
        mentions += [
            m
            for table in (dataset.chambers, dataset.people, dataset.policies)
            for r in table
            for m in r.mentions
        ]
        assert [m for m in mentions if texts[m.document][m.start_char : m.end_char] != m.text] == []

    def test_every_id_is_unique(self, dataset: Dataset) -> None:
        tables = (
            getattr(dataset, name)
            for name in type(dataset).model_fields
            if name not in ("schema_version", "generator")
        )
        ids = [r.id for table in tables for r in table] + [
            s.id for d in dataset.documents for s in d.sections
        ]
        assert len(set(ids)) == len(ids)

    def test_every_reference_leads_to_a_record(self, dataset: Dataset) -> None:
        known = {r.id for table in (dataset.documents, dataset.chambers, dataset.dates) for r in table}
        assert references(dataset) <= known | {s.id for d in dataset.documents for s in d.sections}

    def test_every_record_that_is_mentioned_is_mentioned_somewhere(self, dataset: Dataset) -> None:
        assert all(
            r.mentions for table in (dataset.chambers, dataset.people, dataset.policies) for r in table
        )
