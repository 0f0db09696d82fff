"""PDF files: the committed documents, pages of mentions, what is damaged, locked or without text."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chamber_extract.errors import ReadError
from chamber_extract.models import Dataset
from chamber_extract.pipeline import extract_sources
from chamber_extract.readers import Loaded, Source, ocr, read
from tests.pdf_drawing import Line, Words, column, pdf
from tests.reading import DOCUMENTS, SCANNED, SHOWN, records, records_of

TYPESET = sorted(name for name in SHOWN if name.startswith("pdf/") and name not in SCANNED)
HEADED = (DOCUMENTS / "pdf" / "headed.pdf").read_bytes()


def loaded(name: str) -> Loaded:
    return read(Source(name, (DOCUMENTS / name).read_bytes()))


def extracted(data: bytes) -> Dataset:
    return extract_sources([Source("a.pdf", data)])


@pytest.fixture
def no_engine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine without any OCR engine."""
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    monkeypatch.setenv("PATH", "")
    ocr.engine.cache_clear()
    yield
    ocr.engine.cache_clear()


@pytest.mark.parametrize("name", TYPESET)
def test_records_are_those_of_the_same_words_as_text(name: str) -> None:
    expected = records_of(SHOWN[name])
    found = records(Source(name, (DOCUMENTS / name).read_bytes()))
    assert expected.total() > 20
    assert 100 * (expected & found).total() >= 99 * expected.total(), expected - found


@pytest.mark.parametrize("name", TYPESET)
def test_every_mention_quotes_the_text(name: str) -> None:
    text = loaded(name).text.source
    data = (DOCUMENTS / name).read_bytes()
    dataset = extracted(data)
    mentions = [
        m for table in (dataset.chambers, dataset.people, dataset.policies) for r in table for m in r.mentions
    ]
    mentions += [*dataset.dates, *dataset.donations, *dataset.figures]
    assert mentions
    assert all(text[m.start_char : m.end_char] == m.text for m in mentions)


def test_no_file_is_large() -> None:
    assert all(p.stat().st_size <= 200_000 for p in DOCUMENTS.rglob("*") if p.is_file())


class TestPages:
    def test_each_begins_somewhere(self) -> None:
        found = loaded("pdf/headed.pdf")
        assert [p.number for p in found.pages] == [1, 2, 3]
        assert found.pages[0].start_char == 0
        for page in found.pages:
            assert found.text.source.startswith("滨江市工商业联合会2022年工作报告", page.start_char)
            assert not page.ocr
            assert page.confidence is None

    def test_mentions_are_on_the_page_that_they_begin_on(self) -> None:
        dataset = extracted(HEADED)
        pages = {c.name: {m.page for m in c.mentions} for c in dataset.chambers}
        assert pages["新加坡中华总商会"] == {2}
        text = loaded("pdf/headed.pdf").text.source
        starts = [p.start_char for p in dataset.documents[0].pages]
        for m in [*dataset.dates, *dataset.figures, *dataset.donations]:
            assert m.page == sum(start <= m.start_char for start in starts)
        assert {text[m.start_char - 1] for m in dataset.figures if m.page}  # offsets are those of the text

    def test_one_that_crosses_pages_is_on_the_first(self) -> None:
        pages = [
            column(40, 500, ["\u3000\u3000二〇二一年三月，我们访问泰", "国江"]),
            column(40, 500, ["苏商会。"]),
        ]
        pages[0][1] = Words(40, 485, "问新加坡国会和议会之后回到泰国江")
        pages[0][0] = Words(60, 500, "二〇二一年三月十日我们访")
        (chamber,) = extracted(pdf(*pages)).chambers
        assert [(m.page, m.text) for m in chamber.mentions] == [(1, "泰国江\n苏商会")]

    def test_an_empty_page_has_its_number(self) -> None:
        pages = [column(40, 500, ["泰国江苏商会成立。"]), [], column(40, 500, ["缅甸四川商会成立。"])]
        found = extracted(pdf(*pages))
        assert {c.name: [m.page for m in c.mentions] for c in found.chambers} == {
            "泰国江苏商会": [1],
            "缅甸四川商会": [3],
        }
        assert [p.number for p in found.documents[0].pages] == [1, 2, 3]

    def test_text_files_have_none(self) -> None:
        found = extract_sources([Source("a.txt", "泰国江苏商会成立。".encode())])
        assert found.documents[0].pages == []
        assert found.chambers[0].mentions[0].page is None


def problems(data: bytes) -> list[str]:
    return [p.code for p in extracted(data).documents[0].problems]


GOOD = pdf(column(40, 500, ["泰国江苏商会捐款五十万元。"]), column(40, 500, ["缅甸四川商会捐款十万元。"]))


class TestDamage:
    def test_a_good_file_has_no_problem(self) -> None:
        assert problems(GOOD) == problems(HEADED) == problems(b"\n\n" + GOOD) == []

    def test_a_password(self) -> None:
        assert problems((DOCUMENTS / "pdf" / "locked.pdf").read_bytes()) == ["password"]

    def test_a_broken_cross_reference_table(self) -> None:
        broken = re.sub(rb"startxref\n\d+", b"startxref\n99999", GOOD)
        found = extracted(broken)
        assert problems(broken) == ["broken_xref"]
        assert len(found.donations) == 2

    def test_offsets_in_the_table_that_are_wrong(self) -> None:
        """As after a transfer as text: pdfium searches the file, and all is found."""
        assert len(extracted(GOOD.replace(b"\n", b"\r\n")).donations) == 2

    def test_a_truncated_file(self) -> None:
        cut = GOOD[: GOOD.index(b"startxref")]
        assert problems(cut) == ["truncated"]
        assert len(extracted(cut).donations) == 2

    def test_half_a_file(self) -> None:
        half = GOOD[: GOOD.index(b"9 0 obj") + 20]
        assert problems(half) == ["truncated", "damaged_pages"]
        assert [d.donor for d in extracted(half).donations] == ["泰国江苏商会"]

    @pytest.mark.parametrize("kept", [0, 9, 100])
    def test_nothing_left_to_read(self, kept: int) -> None:
        assert problems(b"%PDF-1.7\n" + GOOD[9 : 9 + kept]) == ["truncated"]

    def test_a_page_that_is_missing_costs_that_page(self) -> None:
        lost = GOOD.replace(b"9 0 obj", b"9 0 xyz")
        assert problems(lost) == ["damaged_pages"]
        assert [d.donor for d in extracted(lost).donations] == ["泰国江苏商会"]

    def test_other_files_are_still_read(self, cli: Callable, here: Path) -> None:
        Path("locked.pdf").write_bytes((DOCUMENTS / "pdf" / "locked.pdf").read_bytes())
        Path("good.pdf").write_bytes(GOOD)
        run = cli("locked.pdf", "good.pdf", "--format", "jsonl", "--table", "donations")
        assert run.status == 1
        assert len(run.out.splitlines()) == 2
        assert run.err == "extract: locked.pdf: the PDF is locked by a password: save a copy without one\n"

    def test_a_file_without_any_text(self) -> None:
        assert problems(pdf([Line(0, 0, 100, 100)])) == ["no_text_layer"]

    def test_characters_without_a_meaning(self) -> None:
        words = "泰国江苏商会捐款五十万元。" * 3 + "\ue000\ue001"
        assert problems(pdf([Words(40, 500, words, 5)])) == ["unmapped_characters"]


@pytest.mark.usefixtures("no_engine")
class TestWithoutEngine:
    def test_a_page_that_is_an_image(self) -> None:
        document = extracted((DOCUMENTS / "pdf" / "mixed.pdf").read_bytes()).documents[0]
        (problem,) = document.problems
        assert (problem.code, document.characters) == ("no_text_layer", 22)
        assert problem.message.startswith("page 2 is an image")
        assert "chamber-extract[ocr]" in problem.message

    def test_nothing_but_images(self) -> None:
        assert problems((DOCUMENTS / "pdf" / "scan.pdf").read_bytes()) == ["no_text_layer"]

    @pytest.mark.parametrize("name", ["scan.png", "scan.tif", "skewed.jpg"])
    def test_an_image(self, name: str) -> None:
        with pytest.raises(ReadError, match="chamber-extract\\[ocr\\]") as error:
            loaded(f"image/{name}")
        assert error.value.code == "no_text_layer"


@given(st.binary(max_size=400))
@settings(max_examples=60, deadline=None)
def test_arbitrary_bytes_never_crash(data: bytes) -> None:
    try:
        read(Source("a.pdf", b"%PDF-1.7\n" + data))
    except ReadError as error:
        assert error.code in ("damaged", "truncated", "password", "no_text_layer")


def test_text_in_size_nothing() -> None:
    changed = bytearray(GOOD)
    changed[660] = 0
    assert "failed" not in {p.code for p in extracted(bytes(changed)).documents[0].problems}


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.large_base_example])
def test_a_file_with_some_bytes_changed_never_crashes(data: st.DataObject) -> None:
    changed = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 20))):
        changed[data.draw(st.integers(9, len(GOOD) - 1))] = data.draw(st.integers(0, 255))
    codes = {
        "damaged",
        "broken_xref",
        "truncated",
        "damaged_pages",
        "no_text_layer",
        "unmapped_characters",
        "password",
        "no_font",
    }
    found = extracted(bytes(changed)).documents[0]
    assert {p.code for p in found.problems} <= codes | {"unreadable", "currency_unknown"}


MARKS = st.one_of(
    st.builds(
        Words,
        x=st.floats(-50, 450),
        y=st.floats(-50, 650),
        text=st.text("商会捐款五十万元，。（12 ", min_size=1, max_size=12),
        size=st.sampled_from([1.0, 8.0, 10.0, 40.0]),
        matrix=st.sampled_from([(1, 0, 0, 1), (0, 1, -1, 0), (0.5, 0.5, -0.5, 0.5), (1, 0, 0, -1)]),
    ),
    st.builds(Line, st.floats(0, 400), st.floats(0, 600), st.floats(0, 400), st.floats(0, 600)),
)


@given(st.lists(st.lists(MARKS, max_size=25), min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_whatever_stands_on_the_pages_the_text_is_aligned(pages: list) -> None:
    try:
        found = read(Source("a.pdf", pdf(*pages)))
    except ReadError as error:
        assert error.code in ("no_text_layer", "unreadable", "no_font")
        return
    text, starts = found.text, [p.start_char for p in found.pages]
    assert starts == sorted(starts)
    assert len(starts) == len(pages)
    assert all(0 <= a < b <= len(text.source) for a, b in zip(text.starts, text.ends, strict=True))
    assert all(c in (text.source[a], "\n", "\t", " ") for c, a in zip(text.clean, text.starts, strict=True))


def test_a_page_of_many_rules_and_words_takes_no_time() -> None:
    marks = [Line(i % 400, 0, i % 400, 600) for i in range(3000)] + [
        Line(0, i % 600, 400, i % 600) for i in range(3000)
    ]
    words = [Words(7.0 * (i % 57), 590 - 4.0 * (i // 57), "商", 3) for i in range(8000)]
    assert len(read(Source("a.pdf", pdf([*marks, *words]))).text.clean) >= 8000


def test_nothing_is_said_on_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    for name in TYPESET:
        loaded(name)
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("pdfminer").level == logging.ERROR


class TestText:
    """`extract text`."""

    def test_it_is_what_offsets_count(self, cli: Callable, here: Path) -> None:
        Path("a.pdf").write_bytes(HEADED)
        run = cli("text", "a.pdf")
        assert (run.status, run.err) == (0, "")
        figures = extracted(HEADED).figures
        assert all(run.out[f.start_char : f.end_char] == f.text for f in figures)

    def test_a_text_file_comes_out_as_it_is(self, cli: Callable, here: Path) -> None:
        Path("a.txt").write_bytes("一\r\n二\n".encode())
        assert cli("text", "a.txt").out == "一\r\n二\n"

    def test_what_cannot_be_read(self, cli: Callable, here: Path) -> None:
        Path("a.pdf").write_bytes(b"%PDF-1.7\n%%EOF\n")
        run = cli("text", "a.pdf")
        assert (run.status, run.out) == (1, "")
        assert "damaged" in run.err

    def test_one_of_several(self, cli: Callable, here: Path) -> None:
        Path("docs").mkdir()
        Path("docs/a.txt").write_text("一", "utf-8")
        Path("docs/b.txt").write_text("二", "utf-8")
        assert cli("text", "docs").status == 2
        assert cli("text", "docs", "--document", "docs/b.txt").out == "二"
        assert cli("text", "docs", "--document", "docs/c.txt").status == 2
