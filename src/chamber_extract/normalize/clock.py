"""The hour that follows a day: 11时, 下午3时30分, 晚9时, 14:30."""

from __future__ import annotations

import re

from chamber_extract.normalize.calendar_words import AFTERNOON, HAN, TO, S, number

# What English pages print behind an hour: 06:30 PM.
HALF_DAY = r"(?:[ ]?(?P<noon>[AaPp]\.?[Mm]\b\.?))?"
_TIME = re.compile(
    rf"[,，]?{S}(?P<part>凌晨|清晨|早上|早晨|上午|中午|午后|下午|傍晚|晚上|晚间|深夜|夜间|夜里|早|晚|夜)?{S}"
    rf"(?P<h>[0-9]{{1,2}}|[{HAN}]{{1,3}}){S}"
    rf"(?:(?:时(?![间代期候效差段装髦])|点(?![建意要体措共希认思启原内看论]))(?:(?P<half>半)|整|钟|{S}(?P<m>[0-9]{{1,2}}|[{HAN}]{{1,3}})分(?![钟之])(?:[0-9]{{1,2}}秒)?|(?P<m2>[0-5][0-9])(?![0-9]))?"
    rf"|[:：](?P<mm>[0-5][0-9])(?:[:：][0-5][0-9])?(?![0-9:]){HALF_DAY})"
)
# An hour that begins a span of hours gives no time; one that begins a span of days does.
_TO_HOUR = re.compile(
    rf"{TO}(?:次日|翌日)?(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚间|晚)?{S}(?:[0-9]{{1,2}}|[{HAN}]{{1,3}})(?:[时点:：])"
)


def read_time(text: str, position: int, daypart: str = "") -> tuple[str, int] | None:
    """The hour at the position as HH:MM, and its end. `daypart` is a word such as 今晚 that stood before."""
    m = _TIME.match(text, position)
    if m is None or _TO_HOUR.match(text, m.end()):
        return None
    if m[0][0] in ",，" and not m["part"]:
        return None
    hour = number(m["h"])
    minute = 30 if m["half"] else number(m["m"] or m["m2"] or m["mm"] or "0")
    if hour is None or minute is None or hour > 24 or minute > 59:
        return None
    part = m["part"] or daypart
    if m["noon"] and hour <= 12:
        hour = hour % 12 + 12 * (m["noon"][0] in "Pp")
    elif (part in AFTERNOON and hour < 12) or (part == "中午" and hour < 3):
        hour += 12
    elif part == "凌晨" and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}", m.end()
