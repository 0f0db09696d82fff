"""Dates in English as bilingual pages print them: March 5, 2020; 5 Mar. 2020; Jan 2020. None without a year."""

from __future__ import annotations

import re

from chamber_extract.normalize.calendar_words import N, number
from chamber_extract.normalize.stretch import Stretch, make_day, of_day, of_month

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<m>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_YEAR = r"(?P<y>(?:19|20)[0-9]{2})(?![0-9A-Za-z-])"
_DAY = r"(?P<d>[0-3]?[0-9])(?:st|nd|rd|th)?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_MONTH} {_DAY}[,，]? ?{_YEAR}",
        rf"{_DAY}[ -](?:of )?{_MONTH}[,， -] ?{_YEAR}",
        rf"{_MONTH}[,，]? {_YEAR}",
        # What programs for web pages make of them: 8 月 10, 2009; 10 八月 2009.
        rf"(?P<n>{N}) ?月 ?{_DAY}[,，] ?{_YEAR}",
        rf"{_DAY} ?(?P<n>{N})月[,，]? ?{_YEAR}",
    )
)


def read_english(text: str, position: int) -> tuple[Stretch, int] | None:
    """The English date at the position of folded text, and its end."""
    before = text[max(0, position - 1) : position]
    if before.isascii() and before.isalnum():
        return None
    for form in _FORMS:
        m = form.match(text, position)
        if m is None:
            continue
        parts = m.groupdict()
        month = (number(m["n"]) or 0) if "n" in parts else _MONTHS.index(m["m"][:3].lower()) + 1
        if "d" in parts:
            found = of_day(make_day(int(m["y"]), month, int(m["d"])))
        else:
            found = of_month(int(m["y"]), month)
        return (found, m.end()) if found else None
    return None
