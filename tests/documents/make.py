"""Make the documents of this folder from the texts in `text/`: `python -m tests.documents.make [FOLDER]`.

Needs reportlab, Pillow and pypdfium2, the fonts WenQuanYi Zen Hei and Noto CJK, LibreOffice, Chromium
and qpdf. What is made is committed: bytes differ from run to run of the foreign programs, words do not.
"""

from __future__ import annotations

import html
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table

HERE = Path(__file__).parent
EMBEDDED, NAMED = (
    "ZenHei",
    "STSong-Light",
)  # in the file (GPL with font exception); left to the reader's machine
A4 = (595.0, 842.0)
_NOT_FIRST = "，。、；：！？）》”’」』〕%"


def text_of(name: str) -> list[str]:
    """The paragraphs of one of the texts."""
    return (HERE / "text" / f"{name}.txt").read_text("utf-8").splitlines()


def wrapped(paragraph: str, font: str, size: float, width: float) -> Iterator[tuple[str, float, bool]]:
    """The lines of a paragraph: words, indent, and whether the line is to fill the width."""
    indent = 2 * size if paragraph.startswith("\u3000") else 0.0
    line, room = "", width - indent
    for char in paragraph.strip("\u3000"):
        if pdfmetrics.stringWidth(line + char, font, size) > room and char not in _NOT_FIRST:
            yield line, indent, True
            line, indent, room = "", 0.0, width
        line += char
    yield line, indent, False


def put(canvas: Canvas, x: float, y: float, words: str, font: str, size: float, fill: float = 0) -> None:
    """One line of text, spread to `fill` points where that is given."""
    text = canvas.beginText(x, y)
    text.setFont(font, size)
    spread = (
        (fill - pdfmetrics.stringWidth(words, font, size)) / (len(words) - 1)
        if fill and len(words) > 1
        else 0
    )
    text.setCharSpace(spread)
    text.textOut(words)
    canvas.drawText(text)


def newspaper(path: Path, across: bool) -> None:
    """A page of four columns under a masthead; `across` draws line by line over all columns, as some printers do."""
    canvas, size, leading = Canvas(str(path), pagesize=A4, invariant=1), 9.5, 14.0
    masthead, headline, byline, *body = text_of("newspaper")
    paper, day = masthead.split("  ")
    put(canvas, 50, 790, paper, EMBEDDED, 26)
    put(canvas, 360, 792, day, EMBEDDED, 9)
    canvas.line(50, 780, 545, 780)
    put(canvas, 50, 745, headline, EMBEDDED, 22)
    put(canvas, 50, 722, byline, EMBEDDED, 9)
    width, gutter, top = 110.0, 18.0, 695.0
    rows = [row for paragraph in body for row in wrapped(paragraph, EMBEDDED, size, width)]
    depth = -(-len(rows) // 4)
    places = [
        (i % depth, 50 + (i // depth) * (width + gutter), top - (i % depth) * leading, *row)
        for i, row in enumerate(rows)
    ]
    for _, x, y, words, indent, full in sorted(places) if across else places:
        put(canvas, x + indent, y, words, EMBEDDED, size, width - indent if full else 0)
    canvas.save()


def tables(path: Path, ruled: bool) -> None:
    """A notice with two tables, their cells ruled all round or not at all."""
    canvas, y = Canvas(str(path), pagesize=A4, invariant=1), 780.0
    rows: list[list[str]] = []
    for line in [*text_of("donations"), ""]:
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        if rows:
            grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if ruled else []
            table = Table(rows, style=[*grid, ("FONT", (0, 0), (-1, -1), NAMED, 10)])
            _, height = table.wrapOn(canvas, 480, 700)
            table.drawOn(canvas, 60, y - height + 10)
            y -= height + 14
            rows = []
        for words, indent, _ in wrapped(line, NAMED, 11, 475):
            put(canvas, 60 + indent, y, words, NAMED, 11)
            y -= 18
    canvas.save()


def headed(path: Path) -> None:
    """A report of several small pages with a running head, a running foot and page numbers."""
    canvas, size, leading = Canvas(str(path), pagesize=(420, 595), invariant=1), 11.0, 18.0
    rows = [row for paragraph in text_of("report") for row in wrapped(paragraph, NAMED, size, 320)]
    per_page = 24
    pages = -(-len(rows) // per_page)
    for page in range(pages):
        put(canvas, 50, 560, "滨江市工商业联合会2022年工作报告", NAMED, 8)
        put(canvas, 300, 560, "内部资料 注意保存", NAMED, 8)
        for i, (words, indent, full) in enumerate(rows[page * per_page : (page + 1) * per_page]):
            put(canvas, 50 + indent, 525 - i * leading, words, NAMED, size, 320 - indent if full else 0)
        put(canvas, 50, 40, "滨江市工商联办公室编印 印数500册", NAMED, 8)
        put(canvas, 195, 25, f"第 {page + 1} 页 共 {pages} 页", NAMED, 8)
        canvas.showPage()
    canvas.save()


def seed(path: Path) -> None:
    """The first page of one of the seeds as a book prints it."""
    canvas, size, y = Canvas(str(path), pagesize=A4, invariant=1), 11.0, 780.0
    for paragraph in text_of("seed"):
        for words, indent, full in wrapped(paragraph, EMBEDDED, size, 480):
            put(canvas, 57 + indent, y, words, EMBEDDED, size, 480 - indent if full else 0)
            y -= 17
    canvas.save()


def page_of_html(names: list[str], columns: int, font: str = "WenQuanYi Zen Hei") -> str:
    """The texts as one web page, paragraphs in columns, rows as tables."""
    body, rows = "", ""
    for name in names:
        for i, line in enumerate([*text_of(name), ""]):
            if "\t" in line:
                rows += "<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in line.split("\t")) + "</tr>"
                continue
            if rows:
                body, rows = f"{body}<table border=1>{rows}</table>", ""
            tag = "h1" if i == 0 else "p"
            body += f"<{tag}>{html.escape(line.strip(chr(0x3000)))}</{tag}>" if line else ""
    style = (
        f"body{{font:10.5pt '{font}'}}div{{column-count:{columns}}}h1{{font-size:15pt}}"
        "p{text-indent:2em;text-align:justify;margin:0}table{border-collapse:collapse}td{border:1px solid;padding:2px 6px}"
    )
    body = f"<div>{body}</div>" if columns > 1 else body
    return f"<!doctype html><html lang=zh><meta charset=utf-8><style>{style}</style>{body}</html>"


def by_chromium(path: Path, names: list[str], columns: int, font: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        page.write_text(page_of_html(names, columns, font), "utf-8")
        flags = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--no-pdf-header-footer",
        ]
        subprocess.run(
            ["chromium", *flags, f"--print-to-pdf={folder}/page.pdf", page.as_uri()],
            check=True,
            capture_output=True,
        )
        smaller = ["--object-streams=generate", "--recompress-flate", "--compression-level=9"]
        subprocess.run(["qpdf", *smaller, f"{folder}/page.pdf", str(path)], check=True)


def by_libreoffice(path: Path, names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, f"{path.stem}.html")
        page.write_text(page_of_html(names, 1), "utf-8")
        convert = [
            "soffice",
            "--headless",
            "--infilter=HTML (StarWriter)",
            "--convert-to",
            "pdf",
            "--outdir",
            str(path.parent),
            str(page),
        ]
        subprocess.run(convert, check=True, capture_output=True)


def picture(source: Path, dpi: int, skew: float = 0.0, page: int = 0) -> Image.Image:
    """A page as a grey picture, as from a scanner that it lay askew in by `skew` degrees."""
    with pypdfium2.PdfDocument(source) as document:
        image = document[page].render(scale=dpi / 72, grayscale=True).to_pil()
    return (
        image.rotate(skew, expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC) if skew else image
    )


def scans(folder: Path) -> None:
    """Pictures of pages: a PDF of nothing else, a PDF with text before it, and files of their own."""
    typed = Canvas(str(folder / "pdf" / "typed.pdf"), pagesize=(420, 500), invariant=1)
    y = 460.0
    for paragraph in text_of("traditional"):
        size = 14 if y == 460 else 11
        for words, indent, full in wrapped(paragraph, EMBEDDED, size, 340):
            put(typed, 40 + indent, y, words, EMBEDDED, size, 340 - indent if full else 0)
            y -= 20
    typed.save()
    image = picture(folder / "pdf" / "typed.pdf", 300)
    lines = image.point(lambda v: 255 if v > 140 else 0).convert("1")
    (folder / "image").mkdir(exist_ok=True)
    lines.save(folder / "image" / "scan.png", dpi=(300, 300), optimize=True)
    lines.save(folder / "image" / "scan.tif", dpi=(300, 300), compression="group4")
    picture(folder / "pdf" / "typed.pdf", 150, skew=1).save(
        folder / "image" / "skewed.jpg", dpi=(150, 150), quality=60
    )
    for name, first in (("scan", None), ("mixed", "以下为扫描件，共一页，原件存于商会秘书处。")):
        canvas = Canvas(str(folder / "pdf" / f"{name}.pdf"), pagesize=(420, 500), invariant=1)
        if first:
            put(canvas, 40, 440, first, EMBEDDED, 11)
            canvas.showPage()
        canvas.drawImage(ImageReader(lines), 0, 0, 420, 500)
        canvas.save()


def main(folder: Path) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont(NAMED))
    pdfmetrics.registerFont(TTFont(EMBEDDED, "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", subfontIndex=0))
    pdf = folder / "pdf"
    pdf.mkdir(parents=True, exist_ok=True)
    newspaper(pdf / "columns.pdf", across=False)
    newspaper(pdf / "across.pdf", across=True)
    tables(pdf / "ruled.pdf", ruled=True)
    tables(pdf / "unruled.pdf", ruled=False)
    headed(pdf / "headed.pdf")
    by_chromium(pdf / "chromium.pdf", ["newspaper"], 3, "WenQuanYi Zen Hei")
    by_chromium(pdf / "radicals.pdf", ["donations"], 3, "Noto Sans CJK SC")
    by_libreoffice(pdf / "libreoffice.pdf", ["report"])
    seed(pdf / "seed.pdf")
    scans(folder)
    subprocess.run(
        [
            "qpdf",
            "--encrypt",
            "geheim",
            "geheim",
            "256",
            "--",
            str(pdf / "typed.pdf"),
            str(pdf / "locked.pdf"),
        ],
        check=True,
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
