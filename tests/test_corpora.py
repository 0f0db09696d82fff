"""Corpora and crawls: a document for each row or page, with what the row states of it, read as they stream."""

from __future__ import annotations

import gzip
import io
import json
import tracemalloc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from chamber_extract.containers import Options, Refusal, unpack
from chamber_extract.containers.compression import bare_suffix
from chamber_extract.containers.stream import Stream, buffered
from chamber_extract.models import Document
from chamber_extract.pipeline import extract_inputs
from chamber_extract.readers import Source
from chamber_extract.sources import find

DOCUMENTS = Path(__file__).parent / "documents"
TEXT = "南非中国商会3月5日捐款20万元，会长致谢。"


def opened(name: str, data: bytes, options: Options = Options()) -> list[Source | Refusal]:  # noqa: B008
    return list(unpack(Stream(name, bare_suffix(name), buffered(io.BytesIO(data))), options))


def texts(name: str, data: bytes, options: Options = Options()) -> list[str]:  # noqa: B008
    """The texts of the documents, and the problems' codes."""
    return [one.data.decode() if isinstance(one, Source) else one.code for one in opened(name, data, options)]


def lines(*rows: object) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def documents(tmp_path: Path, name: str, data: bytes, options: Options | None = None) -> list[Document]:
    (tmp_path / name).write_bytes(data)
    return [r.document for r in extract_inputs(find([str(tmp_path / name)]), options)]


class TestJsonLines:
    @pytest.mark.parametrize("column", ["text", "content", "body", "Text", "正文", "内容"])
    def test_the_column_of_the_text(self, column: str) -> None:
        assert texts("a.jsonl", lines({"id": 1, column: TEXT})) == [TEXT]

    @pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json", "a"])
    def test_told_by_content(self, name: str) -> None:
        assert texts(name, lines({"text": TEXT}, {"text": "二"})) == [TEXT, "二"]

    def test_a_text_file_stays_a_text_file(self) -> None:
        data = lines({"text": TEXT})
        assert texts("a.txt", data) == [data.decode()]

    def test_another_column_by_name(self) -> None:
        data = lines({"text": "摘要", "article_text": TEXT})
        assert texts("a.jsonl", data, Options(text_field="article_text")) == [TEXT]
        assert texts("a.jsonl", data, Options(text_field="none")) == ["no_text_field"]

    @pytest.mark.parametrize(
        ("line", "code"),
        [
            (b"{bad", "no_json"),
            (b"[1, 2]", "no_json"),
            (b'{"url": "x"}', "no_text_field"),
            (b'{"text": 5}', "no_text_field"),
            (b"[" * 100_000, "no_json"),
        ],
        ids=["damaged", "list", "no text", "number", "deep"],
    )  # fmt: skip
    def test_a_bad_line_does_not_stop_the_rest(self, line: bytes, code: str) -> None:
        data = lines({"text": TEXT}) + line + b"\n\n" + lines({"text": "二"})
        assert texts("a.jsonl", data) == [TEXT, code, "二"]

    def test_documents_are_named_by_their_line(self) -> None:
        data = lines({"text": TEXT}) + b"\n" + lines({"text": "二"})
        assert [s.path for s in opened("a.jsonl.gz", gzip.compress(data)) if isinstance(s, Source)] == [
            "a.jsonl.gz#1",
            "a.jsonl.gz#3",
        ]

    def test_other_encodings_and_a_mark(self) -> None:
        data = "\n".join(json.dumps({"text": TEXT}, ensure_ascii=False) for _ in range(2))
        assert texts("a.jsonl", data.encode("gb18030")) == [TEXT] * 2
        assert texts("a.jsonl", data.encode("utf-8-sig")) == [TEXT] * 2

    def test_web_pages_in_rows(self, tmp_path: Path) -> None:
        page = f"<!DOCTYPE html><html><body><p>{TEXT}</p></body></html>"
        (document,) = documents(tmp_path, "a.jsonl", lines({"content": page}))
        assert document.media_type == "text/html"

    def test_a_line_that_is_too_long(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("chamber_extract.containers.rows.LARGEST", 200)
        assert texts("a.jsonl", lines({"text": "一"}, {"text": "二" * 200})) == ["一", "too_large"]


class TestJson:
    @pytest.mark.parametrize("indent", [None, 2], ids=["one line", "indented"])
    def test_a_list_of_objects(self, indent: int | None) -> None:
        data = json.dumps([{"text": TEXT}, 5, {"text": "二"}], ensure_ascii=False, indent=indent).encode()
        assert texts("a.json", data) == [TEXT, "no_json", "二"]
        assert opened("a.json", data)[0].path == "a.json#1"  # type: ignore[union-attr]

    def test_an_object_over_several_lines(self) -> None:
        data = json.dumps({"text": TEXT, "title": "题"}, ensure_ascii=False, indent=1).encode()
        assert [s.path for s in opened("a.json", data) if isinstance(s, Source)] == ["a.json"]

    def test_damage(self) -> None:
        assert texts("a.json", b'[{"text": ') == ["no_json"]

    def test_a_text_in_brackets_is_none(self) -> None:
        assert texts("a", "[本报讯] 商会捐款。".encode()) == ["[本报讯] 商会捐款。"]


class TestTables:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
    @pytest.mark.parametrize("delimiter", [",", "\t", ";"], ids=["comma", "tab", "semicolon"])
    def test_rows(self, encoding: str, delimiter: str) -> None:
        rows = [["编号", "标题", "正文"], ["1", "捐款", f'"{TEXT}\n第二段""引""。"'], ["2", "会议", "二"]]
        data = "\r\n".join(delimiter.join(row) for row in rows).encode(encoding)
        assert texts("a.csv", data) == [f'{TEXT}\n第二段"引"。', "二"]

    def test_a_table_without_texts_is_a_document(self) -> None:
        data = "单位,金额\n南非中国商会,20万元\n".encode()
        assert texts("a.csv", data) == [data.decode()]

    def test_the_program_s_own_tables_are_no_corpus(self) -> None:
        data = "id,text,start_char,end_char\nfig-1,20万元,0,4\n".encode()
        assert texts("a.csv", data) == [data.decode()]

    def test_a_short_row_has_no_text(self) -> None:
        assert texts("a.csv", "url,text\nx,一\ny\n".encode()) == ["一", "no_text_field"]


STATED = {
    "row": ({"date": "2020-03-07"}, None, "2020-03-07", "row"),
    "time of day": ({"published": "2020-03-07T08:00:00+08:00"}, None, "2020-03-07", "row"),
    "within metadata": ({"meta": {"publish_date": "2020年3月7日"}}, None, "2020-03-07", "row"),
    "option": ({}, "2020-03-08", "2020-03-08", "option"),
    "row before option": ({"date": "2020-03-07"}, "2020-03-08", "2020-03-07", "row"),
    "no day": ({"date": "yesterday"}, None, None, None),
    "when it was crawled": ({"timestamp": "2024-05-01T00:00:00Z"}, None, None, None),
}


class TestStated:
    @pytest.mark.parametrize(("row", "option", "day", "origin"), STATED.values(), ids=STATED)
    def test_day(
        self, tmp_path: Path, row: dict[str, object], option: str | None, day: str | None, origin: str | None
    ) -> None:
        data = lines({"text": TEXT, **row})
        (document,) = documents(tmp_path, "a.jsonl", data, Options(published=option))
        assert (document.published and document.published.isoformat(), document.published_from) == (
            day,
            origin,
        )

    def test_the_text_s_own_day_comes_first(self, tmp_path: Path) -> None:
        text = f"南非中国商会捐款\n2020-03-06 来源：侨声报\n\n{TEXT}\n"
        row = {"text": text, "date": "2024-01-01", "source": "某数据集", "url": "https://example.org/1"}
        (document,) = documents(tmp_path, "a.jsonl", lines(row), Options(published="2025-01-01"))
        assert (document.published, document.published_from) == (date(2020, 3, 6), "text")
        assert (document.publisher, document.url) == ("侨声报", "https://example.org/1")

    def test_title_publisher_and_author_of_the_row(self, tmp_path: Path) -> None:
        row = {"text": TEXT, "title": "南非中国商会捐款", "publisher": "侨声报", "author": ["王明", "李强"]}
        (document,) = documents(tmp_path, "a.jsonl", lines(row))
        assert (document.title, document.publisher, document.authors) == (
            "南非中国商会捐款",
            "侨声报",
            ["王明", "李强"],
        )

    def test_the_day_resolves_dates_of_the_text(self, tmp_path: Path) -> None:
        (tmp_path / "a.jsonl").write_bytes(lines({"text": TEXT, "date": "2020-03-07"}))
        (records,) = extract_inputs(find([str(tmp_path / "a.jsonl")]))
        assert [(d.edtf, str(d.reference)) for d in records.dates] == [("2020-03-05", "2020-03-07")]

    def test_the_option_is_for_files_of_every_kind(self, tmp_path: Path) -> None:
        (document,) = documents(tmp_path, "a.txt", TEXT.encode(), Options(published="2020-03-07"))
        assert (str(document.published), document.published_from) == ("2020-03-07", "option")


class TestCrawls:
    def test_the_pages_that_were_answered(self) -> None:
        data = (DOCUMENTS / "corpora/crawl.warc.gz").read_bytes()
        found = [s for s in opened("c.warc.gz", data) if isinstance(s, Source)]
        assert [(s.path, s.suffix, s.charset) for s in found] == [
            ("c.warc.gz#3", ".html", "gb2312"),
            ("c.warc.gz#6", ".html", None),
            ("c.warc.gz#7", ".txt", None),
        ]
        assert found[0].stated[0].fields == {"url": "https://example.org/3"}

    def test_damage_is_named_after_what_was_read(self) -> None:
        data = gzip.decompress((DOCUMENTS / "corpora/crawl.warc.gz").read_bytes())
        *found, last = opened("c.warc", data.replace(b"WARC/1.0\r\nWARC-Type: conversion", b"WRONG" * 9))
        assert [s.path for s in found if isinstance(s, Source)] == ["c.warc#3", "c.warc#6"]
        assert isinstance(last, Refusal)
        assert last.code == "damaged"

    def test_the_kind_is_told_by_content(self) -> None:
        data = (DOCUMENTS / "corpora/crawl.warc.gz").read_bytes()
        assert len(opened("crawl", data)) == 3


def test_reading_takes_no_more_memory_for_more_rows() -> None:
    class Endless(io.RawIOBase):
        """So many rows of JSON Lines, made as they are read."""

        def __init__(self, rows: int) -> None:
            self.rows: Iterator[bytes] = (row for _ in range(rows))
            self.rest = b""

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            while len(self.rest) < len(buffer) and (more := next(self.rows, b"")):
                self.rest += more
            n = min(len(buffer), len(self.rest))
            buffer[:n], self.rest = self.rest[:n], self.rest[n:]
            return n

    row = lines({"text": TEXT * 20})

    def peak(rows: int) -> int:
        tracemalloc.start()
        source = Stream("a.jsonl", ".jsonl", buffered(Endless(rows)))  # type: ignore[arg-type]
        assert sum(1 for _ in unpack(source, Options())) == rows
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(8000) < peak(400) + (1 << 16)


class TestCommand:
    """The options of the command line that say how inputs are taken."""

    def test_the_column_of_the_text(self, cli, here: Path) -> None:
        Path("a.jsonl").write_bytes(lines({"text": "摘要", "article": TEXT}))
        run = cli("a.jsonl", "--text-field", "article", "--published", "2020-03-07")
        found = json.loads(run.out)
        assert [d["published"] for d in found["documents"]] == ["2020-03-07"]
        assert [d["amount"] for d in found["donations"]] == [200000]

    def test_what_stands_aside(self, cli, here: Path) -> None:
        page = f"<html><body><p>{TEXT}</p><p>{TEXT}</p><nav>泰国中华总商会</nav></body></html>"
        Path("a.html").write_text(page, "utf-8")
        assert {c["name"] for c in json.loads(cli("a.html").out)["chambers"]} == {
            "南非中国商会",
            "泰国中华总商会",
        }
        (chamber,) = json.loads(cli("a.html", "--main-only").out)["chambers"]
        assert chamber["name"] == "南非中国商会"

    def test_no_date(self, cli, here: Path) -> None:
        Path("a.txt").write_text(TEXT, "utf-8")
        run = cli("a.txt", "--published", "March")
        assert (run.status, run.out) == (2, "")
        assert "'March' is no date" in run.err

    def test_bad_rows_are_named_and_the_rest_is_written(self, cli, here: Path) -> None:
        Path("a.jsonl").write_bytes(lines({"text": TEXT}) + b"{bad\n")
        run = cli("a.jsonl")
        assert run.status == 1
        assert "a.jsonl#2: this line is no JSON" in run.err
        assert len(json.loads(run.out)["donations"]) == 1

    def test_folders_are_walked_for_every_kind(self, cli, here: Path) -> None:
        for name in ("a.html", "b.txt.gz", "c.jsonl", "d.csv", "e.png", "f.json"):
            data = TEXT.encode() if name != "c.jsonl" else lines({"text": TEXT})
            Path(name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
        assert [d["path"] for d in json.loads(cli(".").out)["documents"]] == [
            "a.html",
            "b.txt.gz",
            "c.jsonl#1",
        ]
