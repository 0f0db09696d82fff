"""Texts as LibreOffice prints and saves them: the seeds as they are, the texts of `documents/text` in several layouts."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.reading import DOCUMENTS, EVERY

SEEDS = Path(__file__).parents[1] / "seeds"
FORMATS = ("pdf", "docx", "html")
_PROSE = 30  # characters: a longer line is a paragraph, indented where paragraphs are


@dataclass(frozen=True, slots=True)
class Layout:
    """Of a page of paragraphs; lengths as in CSS, sizes in points."""

    width: str
    height: str
    margin: str
    size: float
    leading: str
    align: str = "justify"
    indent: int = 0  # characters
    columns: int = 1
    numbered: bool = False


LAYOUTS = {
    "small": Layout("14.8cm", "21cm", "1.8cm", 9, "130%"),
    "word": Layout("21cm", "29.7cm", "3.18cm", 12, "150%", indent=2),
    "official": Layout("21cm", "29.7cm", "2.7cm", 16, "28pt", indent=2, numbered=True),
    "columns": Layout("29.7cm", "21cm", "2cm", 10.5, "100%", align="left", columns=2),
    "letter": Layout("21.59cm", "27.94cm", "2.54cm", 11, "115%", align="left"),
}


def converted(folder: Path) -> Iterator[tuple[str, Path, Path]]:
    """A name, the text and the document made from it, of everything; nothing where there is no LibreOffice Writer."""
    soffice = shutil.which("soffice")
    if soffice is None:
        return
    seeds = sorted(SEEDS.glob("*.txt"))
    pages = {}
    for text in EVERY:
        words = (DOCUMENTS / "text" / f"{text}.txt").read_text("utf-8")
        for name, layout in LAYOUTS.items():
            pages[f"{text}, {name}"] = page = folder / f"{text}-{name}.fodt"
            page.write_text(document(words, layout), "utf-8")
    for form in FORMATS:
        _convert(soffice, form, [*seeds, *(pages.values() if form == "pdf" else ())], folder)
    for form in FORMATS:
        for seed in seeds:
            yield f"{seed.stem[:3]}.{form}", seed, folder / f"{seed.stem}.{form}"
    for name, page in pages.items():
        yield name, DOCUMENTS / "text" / f"{name.split(',')[0]}.txt", page.with_suffix(".pdf")


def _convert(soffice: str, form: str, paths: Iterable[Path], folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", form, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True)


def document(words: str, layout: Layout) -> str:
    """The words as a flat OpenDocument text, a paragraph for each line."""
    body = "".join(_paragraph(line, layout) for line in words.splitlines())
    columns = f'<style:columns fo:column-count="{layout.columns}" fo:column-gap="0.6cm"/>'
    page = (
        f'fo:page-width="{layout.width}" fo:page-height="{layout.height}" fo:margin-left="{layout.margin}"'
        f' fo:margin-right="{layout.margin}" fo:margin-top="2cm" fo:margin-bottom="2cm"'
    )
    number = '<style:footer><text:p text:style-name="T">- <text:page-number/> -</text:p></style:footer>'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_NAMESPACES} office:version="1.3"'
        ' office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>'
        f"{_style('T', layout, 0)}{_style('B', layout, layout.indent)}"
        f'<style:page-layout style:name="P"><style:page-layout-properties {page}>{columns}'
        "</style:page-layout-properties></style:page-layout></office:automatic-styles><office:master-styles>"
        f'<style:master-page style:name="Standard" style:page-layout-name="P">{number if layout.numbered else ""}'
        f"</style:master-page></office:master-styles><office:body><office:text>{body}</office:text></office:body></office:document>"
    )


_NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)


def _style(name: str, layout: Layout, indent: int) -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties'
        f' fo:text-align="{layout.align}" fo:text-indent="{indent * layout.size}pt" fo:line-height="{layout.leading}"/>'
        f'<style:text-properties fo:font-size="{layout.size}pt" style:font-size-asian="{layout.size}pt"'
        ' style:language-asian="zh" style:country-asian="CN"/></style:style>'
    )


def _paragraph(line: str, layout: Layout) -> str:
    words, style = line, "T"
    if layout.indent and (len(line.strip()) > _PROSE or line.startswith("\u3000")):
        words, style = line.strip(" \u3000"), "B"
    words = re.sub(r" {2,}|^ ", lambda m: f'<text:s text:c="{len(m[0])}"/>', html.escape(words))
    return f'<text:p text:style-name="{style}">{words.replace(chr(9), "<text:tab/>")}</text:p>'
