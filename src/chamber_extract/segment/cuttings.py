"""Articles cut from papers, told apart by the lines that give the paper and its day: above each, or at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chamber_extract.segment.appeared import appeared, appeared_at_end
from chamber_extract.segment.days import first_day
from chamber_extract.segment.paragraphs import Paragraph


@dataclass(frozen=True, slots=True)
class Start:
    """Where an article begins: its headline is `parts[first:last]`, chosen lines of it `lines`.

    `listed` is the title's wording on the contents page, or before the text in its own paragraph.
    """

    first: int
    last: int
    lines: tuple[int, ...]
    listed: str = ""


def under_source(parts: Sequence[Paragraph]) -> list[Start]:
    """Articles that have the paper and its day above the headline; none where such a line stands elsewhere too."""
    found: list[Start] = []
    for i in (i for i, p in enumerate(parts) if appeared(p.text)):
        if not found and i + 1 < len(parts) and appeared(parts[i + 1].text):
            continue  # the head of the page
        body = next((j for j in range(i + 1, min(i + 4, len(parts))) if parts[j].kind != "heading"), i + 1)
        if (
            body == i + 1
            or parts[body].kind != "prose"
            or (not found and any(p.kind == "prose" for p in parts[:i]))
        ):
            return []
        found.append(Start(i, body, tuple(range(i + 1, body))))
    return found if len(found) > 1 else []


def closed_by_source(parts: Sequence[Paragraph]) -> list[Start]:
    """Articles that each end with the paper and its day: headlines behind the close of the one before, and prose under them."""
    found: list[Start] = []
    begin = 0
    for i, p in enumerate(parts):
        if not _closes(p):
            continue
        body = next((j for j in range(begin, i + 1) if parts[j].kind == "prose"), None)
        if body and body > begin and parts[body - 1].kind in ("heading", "item"):
            found.append(Start(body - 1, body, (body - 1,)))
        elif found:
            return []
        begin = i + 1
    return found if len(found) > 1 else []


def _closes(p: Paragraph) -> bool:
    """Whether the paragraph gives the paper and its day, as a line of its own or behind its last sentence."""
    if p.kind == "prose":
        return appeared_at_end(p.text) is not None
    return p.kind == "source" and bool(appeared(p.text) or first_day(p.text))
