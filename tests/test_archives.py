"""Archives and compressed files: the documents in them by name, in order, within limits, never on disk."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from chamber_extract.containers import Options, Refusal, archives, stream, unpack
from chamber_extract.containers.compression import bare_suffix, zstd
from chamber_extract.containers.stream import Stream, buffered
from chamber_extract.pipeline import extract_inputs
from chamber_extract.readers import Source, read
from chamber_extract.sources import find

TEXT = "柬埔寨中国商会捐款10万美元。\n".encode()
DOCUMENTS = Path(__file__).parent / "documents"


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return out.getvalue()


def taped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as made:
        for name, data in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            made.addfile(member, io.BytesIO(data))
    return out.getvalue()


def opened(name: str, data: bytes) -> list[Source | Refusal]:
    return list(unpack(Stream(name, bare_suffix(name), buffered(io.BytesIO(data))), Options()))


def names(name: str, data: bytes) -> list[str]:
    return [one.path if isinstance(one, Source) else f"{one.name}: {one.code}" for one in opened(name, data)]


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstd.compress,
}


class TestCompression:
    @pytest.mark.parametrize("suffix", PACKERS)
    @pytest.mark.parametrize("named", [True, False], ids=["by name", "by content"])
    def test_a_document_keeps_its_name_and_kind(self, suffix: str, named: bool) -> None:
        name = f"a.md.{suffix}" if named else "a"
        (source,) = opened(name, PACKERS[suffix](TEXT))
        assert isinstance(source, Source)
        assert (source.path, source.data) == (name, TEXT)
        assert read(source).media_type == ("text/markdown" if named else "text/plain")

    @pytest.mark.parametrize("suffix", PACKERS)
    def test_several_streams_one_after_another(self, suffix: str) -> None:
        (source,) = opened(f"a.txt.{suffix}", PACKERS[suffix](TEXT) + PACKERS[suffix](TEXT))
        assert isinstance(source, Source)
        assert source.data == TEXT * 2

    @pytest.mark.parametrize("suffix", PACKERS)
    def test_what_ends_too_early_is_damaged(self, suffix: str) -> None:
        noise = bytes(i * i % 251 for i in range(9000))
        assert names(f"a.txt.{suffix}", PACKERS[suffix](noise)[:-40]) == [f"a.txt.{suffix}: damaged"]

    @pytest.mark.parametrize(
        ("name", "suffix"),
        [("a.txt", ".txt"), ("a.txt.gz", ".txt"), ("A.TAR.XZ", ".tar"), ("a.tgz", ".tar"), ("a.gz", ""), ("a", "")],
    )  # fmt: skip
    def test_suffix(self, name: str, suffix: str) -> None:
        assert bare_suffix(name) == suffix


MEMBERS = {
    "b.txt": TEXT,
    "a/": b"",
    "a/c.md": TEXT,
    "a/.d.txt": TEXT,
    ".git/e.txt": TEXT,
    "README.md": TEXT,
    "photo.png": b"\x89PNG",
    "__MACOSX/b.txt": b"\0",
}


class TestArchives:
    @pytest.mark.parametrize("pack", [zipped, taped])
    def test_members_are_chosen_as_in_a_folder(self, pack: Callable[[dict[str, bytes]], bytes]) -> None:
        members = {n: d for n, d in MEMBERS.items() if pack is zipped or d}
        assert names("x", pack(members)) == ["x/b.txt", "x/a/c.md"]

    def test_a_tape_made_of_the_folder_itself(self) -> None:
        assert names("x.tar", taped({"./a.txt": TEXT})) == ["x.tar/a.txt"]

    def test_archives_inside_one_another(self) -> None:
        inner = zipped({"a.txt": TEXT, "b.txt.gz": gzip.compress(TEXT)})
        tape = gzip.compress(taped({"in.zip": inner}))
        assert names("x.zip", zipped({"t.tar.gz": tape})) == [
            "x.zip/t.tar.gz/in.zip/a.txt",
            "x.zip/t.tar.gz/in.zip/b.txt.gz",
        ]

    def test_but_not_without_end(self) -> None:
        data = TEXT
        for _ in range(8):
            data = zipped({"a.zip" if data != TEXT else "a.txt": data})
        assert names("x.zip", data) == [f"x.zip{'/a.zip' * 6}: too_deep"]

    def test_members_of_one_name_are_numbered(self) -> None:
        with pytest.warns(UserWarning, match="Duplicate"):
            out = io.BytesIO()
            with zipfile.ZipFile(out, "w") as made:
                made.writestr("a.txt", TEXT)
                made.writestr("a.txt", TEXT)
        assert names("x.zip", out.getvalue()) == ["x.zip/a.txt", "x.zip#2/a.txt"]

    @pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
    def test_names_without_the_mark_of_their_encoding(self, encoding: str) -> None:
        written = "商会名单.txt".encode(encoding)
        plain = b"n" * (len(written) - 4) + b".txt"
        data = zipped({plain.decode(): TEXT}).replace(plain, written)
        assert names("x.zip", data) == ["x.zip/商会名单.txt"]

    def test_an_office_document_is_one_document(self) -> None:
        data = (DOCUMENTS / "docx/report.docx").read_bytes()
        assert names("report", data) == ["report"]
        assert names("x.zip", zipped({"a.docx": data})) == ["x.zip/a.docx"]

    def test_nothing_is_written(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr("tempfile.mkstemp", None)
        assert names("x.zip", zipped({"../../a.txt": TEXT, "/b.txt": TEXT})) == ["x.zip//b.txt"]
        assert list(tmp_path.iterdir()) == []


class TestLimits:
    def test_what_packs_too_well(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(archives, "SMALL", 1 << 16)
        assert names("x.zip", zipped({"a.txt": TEXT, "b.txt": b" " * (1 << 21)})) == [
            "x.zip/a.txt",
            "x.zip: bomb",
        ]

    def test_size_of_a_document(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(stream, "LARGEST", 1000)
        found = names("x.zip", zipped({"a.txt": TEXT * 100, "b.txt": TEXT}))
        assert found == ["x.zip/a.txt: too_large", "x.zip/b.txt"]

    def test_number_of_members(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(archives, "MOST", 2)
        members = {f"{i}.txt": TEXT for i in range(3)}
        assert names("x.zip", zipped(members)) == ["x.zip: too_many"]
        assert names("x.tar", taped(members)) == ["x.tar/0.txt", "x.tar/1.txt", "x.tar: too_many"]


REFUSED = {
    "nothing in it": (zipped({"photo.png": b"1"}), "no_documents"),
    "cut off": (zipped({"a.txt": TEXT})[:-10], "damaged"),
    "tape cut off": (taped({"a.txt": TEXT * 600})[:700], "damaged"),
}


@pytest.mark.parametrize(("data", "code"), REFUSED.values(), ids=REFUSED)
def test_refused_with_a_named_problem(data: bytes, code: str) -> None:
    assert {one.code for one in opened("x.zip", data) if isinstance(one, Refusal)} == {code}


def test_an_encrypted_member_is_named_and_the_others_read() -> None:
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT}))
    data[data.index(b"PK\x01\x02") + 8] |= 1  # the flag in the list of members
    assert names("x.zip", bytes(data)) == ["x.zip/a.txt: encrypted", "x.zip/b.txt"]


def test_problems_are_documents_of_the_dataset(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(zipped({"a.txt": TEXT, "b.txt": b"\0\1\2" * 99}))
    records = list(extract_inputs(find([str(path)])))
    assert [(r.document.path, [p.code for p in r.document.problems]) for r in records] == [
        ("x.zip/a.txt", []),
        ("x.zip/b.txt", ["unreadable"]),
    ]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Piped:
        buffer = io.BufferedReader(io.BytesIO(zipped({"a.txt": TEXT})))

    monkeypatch.setattr(sys, "stdin", Piped)
    (given,) = find(["-"])
    assert [s.path for s in given.sources() if isinstance(s, Source)] == ["-/a.txt"]
