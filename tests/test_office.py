"""Word documents, books and rich text: what their text is, and what they are refused for."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from chamber_extract.errors import ReadError
from chamber_extract.readers import Source, read
from chamber_extract.segment import segment

DOCUMENTS = Path(__file__).parent / "documents"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def archive(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return out.getvalue()


def word(body: str, **parts: str) -> bytes:
    named = {f"word/{name}.xml": data for name, data in parts.items()}
    return archive({"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>", **named})


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


RESTART, DOUBLE = '<w:vMerge w:val="restart"/>', '<w:gridSpan w:val="2"/>'
BODIES = {
    "runs of one word": ("<w:p><w:r><w:t>商</w:t></w:r><w:r><w:rPr/><w:t>会</w:t></w:r></w:p>", "商会"),
    "paragraphs": (p("商会捐款。") + p("会长致谢。"), "商会捐款。\n会长致谢。"),
    "table": (
        f"<w:tbl><w:tr>{cell('甲商会')}{cell('5万元')}</w:tr><w:tr>{cell('乙商会')}{cell('3万元')}</w:tr></w:tbl>",
        "甲商会\t5万元\n乙商会\t3万元",
    ),
    "merged down": (
        f"<w:tbl><w:tr>{cell('甲', RESTART)}{cell('口罩')}{cell('5只')}</w:tr>"
        f"<w:tr>{cell('甲', '<w:vMerge/>')}{cell('手套')}{cell('6双')}</w:tr></w:tbl>",
        "甲\t口罩\t5只\n\t手套\t6双",
    ),
    "merged across": (
        f"<w:tbl><w:tr>{cell('名单', DOUBLE)}{cell('金额')}</w:tr></w:tbl>",
        "名单\t\t金额",
    ),
    "text box, once": (
        "<w:p><w:r><w:t>正文</w:t></w:r><w:r><AlternateContent><Choice><w:txbxContent>"
        + p("框中")
        + "</w:txbxContent></Choice><Fallback><w:txbxContent>"
        + p("框中")
        + "</w:txbxContent></Fallback></AlternateContent></w:r></w:p>",
        "正文\n框中",
    ),
    "deleted and hidden": (
        "<w:p><w:r><w:t>捐款</w:t></w:r><w:del><w:r><w:delText>9</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>1</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>8</w:t></w:r><w:r><w:t>万元</w:t></w:r></w:p>",
        "捐款1万元",
    ),
    "fields": (
        "<w:p><w:r><w:instrText>PAGE 100万元</w:instrText></w:r><w:hyperlink><w:r><w:t>商会</w:t></w:r></w:hyperlink></w:p>",
        "商会",
    ),
    "content control": (f"<w:sdt><w:sdtContent>{p('商会')}</w:sdtContent></w:sdt>", "商会"),
    "table of the layout": (
        f"<w:tbl><w:tr>{cell('很长的正文。' * 60)}{cell('侧栏')}</w:tr></w:tbl>",
        "很长的正文。" * 60 + "\n侧栏",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "shown"), BODIES.values(), ids=BODIES)
def test_word(body: str, shown: str) -> None:
    loaded = read(Source("a.docx", word(body)))
    assert loaded.text.clean == shown
    assert loaded.media_type.endswith("wordprocessingml.document")


def test_notes_are_read_and_headers_are_not() -> None:
    notes = f'<w:footnotes {W}><w:footnote w:type="separator">{p("--")}</w:footnote><w:footnote>{p("会长致谢。")}</w:footnote></w:footnotes>'
    data = word(p("商会捐款。"), footnotes=notes, header1=f"<w:hdr {W}>{p('内部资料')}</w:hdr>")
    assert read(Source("a.docx", data)).text.clean == "商会捐款。\n会长致谢。"


def test_styles_tell_headings() -> None:
    styles = f'<w:styles {W}><w:style w:styleId="2a"><w:name w:val="heading 1"/></w:style></w:styles>'
    data = word(
        p("商会2020年大事记", '<w:pStyle w:val="2a"/>') + p("商会捐款20万元，会员踊跃。"), styles=styles
    )
    loaded = read(Source("a.docx", data))
    assert segment(loaded.text).title == "商会2020年大事记"
    assert [(m.start, m.level) for m in loaded.text.marks] == [(0, 1)]


def test_told_by_content_whatever_its_name() -> None:
    assert read(Source("a.txt", word(p("商会捐款。")))).text.clean == "商会捐款。"


REFUSED = {
    "truncated": (word(p("商会"))[:-30], "damaged"),
    "no XML": (archive({"word/document.xml": "<w:document"}), "damaged"),
    "entities": (
        archive({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
        "damaged",
    ),
    "empty": (word(p(" ")), "unreadable"),
    "book without contents": (archive({"META-INF/container.xml": "<container/>"}), "damaged"),
    "book of a missing part": (
        archive({"META-INF/container.xml": '<c><rootfile full-path="a.opf"/></c>'}),
        "damaged",
    ),
}


@pytest.mark.parametrize(("data", "code"), REFUSED.values(), ids=REFUSED)
def test_refused_with_a_named_problem(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as error:
        read(Source("a.docx", data))
    assert error.value.code == code
    assert "\n" not in str(error.value)


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chamber_extract.readers.package.LARGEST", 1000)
    with pytest.raises(ReadError) as error:
        read(Source("a.docx", word(p("商会" * 1000))))
    assert error.value.code == "too_large"


class TestBooks:
    def test_chapters_in_the_order_of_reading_without_the_contents(self) -> None:
        loaded = read(Source("a.epub", (DOCUMENTS / "epub/report.epub").read_bytes()))
        assert loaded.media_type == "application/epub+zip"
        assert loaded.text.clean.startswith("滨江市工商业联合会2022年工作报告\n2023年1月12日，")
        assert "2016年1月1日" not in loaded.text.clean

    def test_what_the_book_states(self) -> None:
        loaded = read(Source("a.epub", (DOCUMENTS / "epub/report.epub").read_bytes()))
        own = segment(loaded.text, loaded.stated)
        assert (str(own.published), own.published_from, own.publisher) == (
            "2023-01-12",
            "metadata",
            "滨江出版社",
        )


class TestRichText:
    @pytest.mark.parametrize(
        ("data", "shown"),
        [
            (rb"{\rtf1\ansi\ansicpg936 \'c9\'cc\'bb\'e1\'be\'e8\'bf\'ee\par}", "商会捐款"),
            (rb"{\rtf1\ansi\ansicpg950 \'b0\'d3\'b7\'7c\par}", "商會"),
            (rb"{\rtf1\ansi\ansicpg936\uc1 \u21830?\u20250?\par \u25424?\u27454?}", "商会\n捐款"),
            (rb"{\rtf1\ansi\ansicpg936{\fonttbl{\f0 \'cb\'ce\'cc\'e5;}}\f0 \'c9\'cc\'bb\'e1}", "商会"),
            (
                rb"{\rtf1\ansi\ansicpg936\trowd \intbl \'bc\'d7\cell 5\'cd\'f2\'d4\'aa\cell\row \intbl \'d2\'d2\cell 3\'cd\'f2\'d4\'aa\cell\row}",
                "甲\t5万元\n乙\t3万元",
            ),
        ],
        ids=["simplified", "traditional", "code points", "fonts", "table"],
    )  # fmt: skip
    def test_text(self, data: bytes, shown: str) -> None:
        assert read(Source("a.rtf", data)).text.clean == shown


class TestFrontMatter:
    def test_states_title_day_author_and_publisher(self) -> None:
        loaded = read(Source("a.md", (DOCUMENTS / "markdown/report.md").read_bytes()))
        own = segment(loaded.text, loaded.stated)
        assert (own.title, str(own.published), own.published_from, own.publisher, own.authors) == (
            "滨江市工商业联合会2022年工作报告",
            "2023-01-12",
            "metadata",
            "滨江工商",
            ("何晓峰",),
        )

    @pytest.mark.parametrize(
        "lines",
        ["authors: [王明, 李强]", "author:\n  - 王明\n  - 李强", "作者: 王明、李强", "author: 王明, 李强"],
        ids=["list on the line", "list below", "Chinese key", "commas"],
    )
    def test_several_authors(self, lines: str) -> None:
        data = f"---\ntitle: 商会捐款\n{lines}\ndate: 2020-03-05\n---\n\n南非中国商会捐款20万元，会长致谢。\n"
        loaded = read(Source("a.md", data.encode()))
        own = segment(loaded.text, loaded.stated)
        assert (own.authors, str(own.published)) == (("王明", "李强"), "2020-03-05")
