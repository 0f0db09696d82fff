"""Make the web pages, Word documents, books, archives and corpora of this folder from the texts in `text/`.

`python -m tests.documents.make_pages [FOLDER]` needs nothing but Python and, for the files named
`libreoffice`, LibreOffice; without it these stay as they are. The other bytes are the same in every run.
"""

from __future__ import annotations

import bz2
import csv
import gzip
import html
import io
import json
import lzma
import quopri
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

HERE = Path(__file__).parent
TEXTS = ("newspaper", "report", "donations", "traditional")


def lines_of(name: str) -> list[str]:
    return (HERE / "text" / f"{name}.txt").read_text("utf-8").splitlines()


# -- web pages

_MENU = '<div class="top-nav"><ul><li><a href="/">首页</a></li><li><a href="/n">商会动态</a></li></ul></div>'
_AROUND = """<h3>相关新闻</h3><ul class="list">
<li><a href="/1.html">越南广东商会向灾区捐款66万元</a><span>2019-08-15</span></li>
<li><a href="/2.html">会长林天成出席开幕式</a></li><li><a href="/3.html">更多</a></li></ul>
<footer>主办：侨讯网 版权所有 2018年1月1日</footer><script>var s = "<p>美国商会捐款900万元</p>";</script>"""


def body(lines: Iterable[str], title: int = 1) -> str:
    """The lines as paragraphs, those with tabs as the rows of a table, the first as a heading; no end tags."""
    parts: list[str] = []
    row = False
    for i, line in enumerate(lines):
        cells = line.split("\t")
        if row and len(cells) == 1:
            parts.append("</table>")
        if len(cells) > 1:
            parts += [] if row else ["<table border=1>"]
            parts.append("<tr>" + "".join(f"<td>{html.escape(c)}" for c in cells))
        else:
            text = html.escape(line)
            parts.append(f"<h1>{text}</h1>" if i + 1 == title else f"<p>{text}")
        row = len(cells) > 1
    return "\n".join(parts)


def page(name: str, title: int = 1, charset: str = "utf-8", head: str = "") -> str:
    """A page of a news site: menu, text, other news, footer."""
    lines = lines_of(name)
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="{charset}"><title>{lines[title - 1]}_侨讯网</title>{head}</head>'
        f'<body>{_MENU}<div class="main"><div class="content">\n{body(lines, title)}\n</div></div>{_AROUND}</body></html>\n'
    )


def laid_out(name: str) -> str:
    """A page of the older kind: tables in tables for its columns, fonts, no end tags."""
    inner = body(lines_of(name), 0)
    return (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>公示</title></head><body>'
        '<table width=980><tr><td width=160 class="sidebar"><a href=/>首页</a><br><a href=/a>商会概况</a><td>'
        f"<table width=800><tr><td><font size=3>{inner}</font></table></table></body></html>"
    )


_LINKED = json.dumps(
    {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "侨商驰援灾区 商会连夜装车",
        "datePublished": "2021-07-28T08:00:00+08:00",
        "author": [{"@type": "Person", "name": "郑海明"}],
        "publisher": {"@type": "Organization", "name": "中原侨报"},
    },
    ensure_ascii=False,
)


def saved_page() -> bytes:
    """A page as a browser saves it: one file of several parts."""
    encoded = quopri.encodestring(page("report").encode()).decode("ascii")
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/2023/report.html\r\n"
        "Subject: =?utf-8?B?5bel5L2c5oql5ZGK?=\r\nDate: Mon, 1 Jan 2024 00:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----part"\r\n\r\n\r\n'
        "------part\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: https://example.org/2023/report.html\r\n\r\n{encoded}\r\n"
        "------part\r\nContent-Type: text/css\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        "Content-Location: cid:css-1@mhtml.blink\r\n\r\nbody { color: black }\r\n------part--\r\n"
    ).encode("ascii")


# -- ZIP archives that are documents

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zipped(parts: dict[str, str | bytes], first: str = "") -> bytes:
    """The parts as an archive without times; `first` is stored as it is, before the others."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(parts, key=lambda n: (n != first, n)):
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_STORED if name == first else zipfile.ZIP_DEFLATED
            data = parts[name]
            archive.writestr(member, data if isinstance(data, bytes) else data.encode())
    return out.getvalue()


_OPC = "http://schemas.openxmlformats.org/package/2006"


def _relations(head: str, folder: str, *parts: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="r{i}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{folder}{part}.xml"/>'
        for i, (part, kind) in enumerate(parts, 1)
    )
    return f'{head}<Relationships xmlns="{_OPC}/relationships">{listed}</Relationships>'


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{html.escape(text)}</w:t></w:r>'


def _paragraph(text: str, properties: str = "", more: str = "") -> str:
    """A paragraph in two runs, as Word cuts them for no reason that a reader sees."""
    half = len(text) // 2
    return f"<w:p><w:pPr>{properties}</w:pPr>{_run(text[:half])}{_run(text[half:])}{more}</w:p>"


_DELETED = '<w:del w:id="1" w:author="编者"><w:r><w:delText>捐款999万元</w:delText></w:r></w:del>'


def word(name: str, edited: bool = False) -> bytes:
    """A Word document with a heading, a table, a text box, a footnote, and a header that is not its text."""
    lines = lines_of(name)
    last = lines.pop()
    parts = [_paragraph(lines[0], '<w:pStyle w:val="1"/>')]
    rows: list[str] = []
    for line in [*lines[1:], ""]:
        if "\t" in line:
            cells = "".join(f"<w:tc><w:tcPr/>{_paragraph(c)}</w:tc>" for c in line.split("\t"))
            rows.append(f"<w:tr>{cells}</w:tr>")
            continue
        parts += [f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"] if rows else []
        rows = []
        parts.append(_paragraph(line))
    box = f"<w:txbxContent>{_paragraph('扫码关注本会')}</w:txbxContent>"
    parts[-1] = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        f'</mc:AlternateContent></w:r>{_DELETED if edited else ""}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    kinds = {"document": "document.main", "styles": "styles", "footnotes": "footnotes", "header1": "header"}
    types = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
        for part, kind in kinds.items()
    )
    return zipped(
        {
            "[Content_Types].xml": f'{head}<Types xmlns="{_OPC}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
            "_rels/.rels": _relations(head, "word/", ("document", "officeDocument")),
            "word/_rels/document.xml.rels": _relations(
                head, "", ("styles", "styles"), ("footnotes", "footnotes"), ("header1", "header")
            ),
            "word/document.xml": f"{head}<w:document {_W}><w:body>{''.join(parts)}</w:body></w:document>",
            "word/styles.xml": f'{head}<w:styles {_W}><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>',
            "word/footnotes.xml": f'{head}<w:footnotes {_W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">{_paragraph(last)}</w:footnote></w:footnotes>',
            "word/header1.xml": f"{head}<w:hdr {_W}>{_paragraph('内部资料 2017年12月31日')}</w:hdr>",
        },
        first="[Content_Types].xml",
    )


def book(name: str) -> bytes:
    """A book of two chapters and a table of contents."""
    lines = lines_of(name)
    middle = len(lines) // 2
    chapters = (body(lines[:middle]), body(lines[middle:], 0))
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    xhtml = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{}</body></html>'
    items = "".join(
        f'<item id="c{i}" href="text/{i}.xhtml" media-type="application/xhtml+xml"/>' for i in (1, 2)
    )
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": f'{head}<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>',
            "OEBPS/content.opf": f'{head}<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>{lines[0]}</dc:title><dc:publisher>滨江出版社</dc:publisher><dc:date>2023-01-12</dc:date></metadata><manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>{items}</manifest><spine><itemref idref="nav"/><itemref idref="c1"/><itemref idref="c2"/></spine></package>',
            "OEBPS/nav.xhtml": xhtml.format("<nav><ol><li>2016年1月1日</li></ol></nav>"),
            **{f"OEBPS/text/{i}.xhtml": head + xhtml.format(c) for i, c in enumerate(chapters, 1)},
        },
        first="mimetype",
    )


# -- containers


def rows() -> list[dict[str, str]]:
    """The texts as a corpus keeps them."""
    days = {"newspaper": "2021-07-28", "report": "2023-01-12", "donations": "", "traditional": ""}
    return [
        {
            "url": f"https://example.org/{name}",
            "title": lines_of(name)[0],
            "published": days[name],
            "publisher": "侨讯网",
            "content": "\n".join(lines_of(name)) + "\n",
        }
        for name in TEXTS
    ]


def json_lines() -> bytes:
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows())


def table() -> bytes:
    """The corpus as a spreadsheet program saves it on a Chinese machine."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows()[0]))
    writer.writeheader()
    writer.writerows(rows())
    return out.getvalue().encode("gb18030")


def crawl() -> bytes:
    """Pages as a crawler keeps them: the request, the answer, an answer that is none, a picture."""

    def record(kind: str, number: int, content: bytes, content_type: str) -> bytes:
        head = (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
            f"WARC-Date: 2024-05-01T00:00:00Z\r\nWARC-Target-URI: https://example.org/{number}\r\n"
            f"Content-Type: {content_type}\r\nContent-Length: {len(content)}\r\n\r\n"
        )
        return gzip.compress(head.encode() + content + b"\r\n\r\n", mtime=0)

    def answer(status: str, content_type: str, data: bytes) -> bytes:
        head = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {len(data)}\r\n\r\n"
        return head.encode() + data

    http = "application/http; msgtype=response"
    gbk = page("newspaper", 2, "gbk").replace('<meta charset="gbk">', "").encode("gb18030")
    return b"".join(
        (
            record("warcinfo", 1, b"software: none\r\n", "application/warc-fields"),
            record("request", 2, b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
            record("response", 3, answer("200 OK", "text/html; charset=gb2312", gbk), http),
            record("response", 4, answer("404 Not Found", "text/html", b"<html><p>404</p></html>"), http),
            record("response", 5, answer("200 OK", "image/png", b"\x89PNG"), http),
            record("response", 6, answer("200 OK", "text/html", page("report").encode()), http),
            record("conversion", 7, (HERE / "text" / "donations.txt").read_bytes(), "text/plain"),
        )
    )


def archive() -> bytes:
    """Documents in folders, one packed, one with a name in GBK; what is none beside them."""
    data = zipped(
        {
            "a/report.docx": word("report"),
            "a/page.html": page("newspaper", 2),
            "b/donations.txt.gz": gzip.compress((HERE / "text" / "donations.txt").read_bytes(), mtime=0),
            "b/inner.zip": zipped({"traditional.txt": (HERE / "text" / "traditional.txt").read_bytes()}),
            "b/NAME.txt": "柬埔寨某某商会捐款10万美元。\n",
            "photo.png": b"\x89PNG\r\n\x1a\n",
            "README.md": "# About\n",
            "__MACOSX/a/._report.docx": b"\0",
        }
    )
    return data.replace(b"b/NAME.txt", b"b/" + "公示".encode("gbk") + b".txt")


def tape() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as made:
        for name in TEXTS:
            data = (HERE / "text" / f"{name}.txt").read_bytes()
            member = tarfile.TarInfo(f"texts/{name}.txt")
            member.size = len(data)
            made.addfile(member, io.BytesIO(data))
    return lzma.compress(out.getvalue())


def front_matter() -> bytes:
    title, *rest = lines_of("report")
    marked = [re.sub(r"^([一二三四]、.*)$", r"## \1", line) for line in rest]
    head = (
        f'---\ntitle: "{title}"\ndate: 2023-01-12\nauthor: 何晓峰\npublisher: 滨江工商\ntags: [年报]\n---\n'
    )
    return (head + f"# {title}\n\n" + "\n\n".join(marked) + "\n").encode()


MADE: dict[str, Callable[[], bytes]] = {
    "html/news.html": lambda: page(
        "newspaper", 2, head=f'<script type="application/ld+json">{_LINKED}</script>'
    ).encode(),
    "html/report.html": lambda: page(
        "report", charset="gb2312", head='<meta name="PubDate" content="2023-01-12 09:30">'
    ).encode("gb18030"),
    "html/layout.html": lambda: laid_out("donations").encode("gb18030"),
    "html/traditional.html": lambda: page("traditional", charset="big5").encode(
        "big5hkscs", "xmlcharrefreplace"
    ),
    "mhtml/report.mhtml": saved_page,
    "docx/report.docx": lambda: word("report"),
    "docx/donations.docx": lambda: word("donations"),
    "docx/edited.docx": lambda: word("traditional", edited=True),
    "epub/report.epub": lambda: book("report"),
    "markdown/report.md": front_matter,
    "corpora/texts.jsonl": json_lines,
    "corpora/texts.jsonl.bz2": lambda: bz2.compress(json_lines()),
    "corpora/texts.csv": table,
    "corpora/crawl.warc.gz": crawl,
    "archives/mixed.zip": archive,
    "archives/texts.tar.xz": tape,
}
# By LibreOffice, from the document before.
CONVERTED = {
    "docx/libreoffice.docx": "text/donations.txt",
    "rtf/libreoffice.rtf": "docx/libreoffice.docx",
    "epub/libreoffice.epub": "docx/report.docx",
    "html/libreoffice.html": "docx/donations.docx",
}


def convert(folder: Path) -> None:
    for name, source in CONVERTED.items():
        with tempfile.TemporaryDirectory() as scratch:
            start = (HERE if source.startswith("text/") else folder) / source
            kind = Path(name).suffix[1:]
            command = ["soffice", "--headless", "--convert-to", kind, "--outdir", scratch, str(start)]
            subprocess.run(command, check=True, capture_output=True)
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(Path(scratch, start.stem + path.suffix), path)


def main(folder: Path) -> None:
    for name, make in MADE.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(make())
    if shutil.which("soffice"):
        convert(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
