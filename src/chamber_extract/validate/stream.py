"""One JSON object, read as it streams: its keys, and the items of its long lists one by one."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from typing import IO, Any

CHUNK = 1 << 16  # characters read at a time
LONGEST = 1 << 26  # characters of one item; a longer one is taken for damage, not kept in memory

_SPACE = re.compile(r"[ \t\n\r]*")
Entry = tuple[str, int | None, Any, str]


class Stream:
    """Takes a JSON object apart. A standard-library decoder reads each piece: ten times the speed of events."""

    def __init__(self, file: IO[str]) -> None:
        self.file, self.buffer, self.position, self.ended = file, "", 0, False
        self.decoder = json.JSONDecoder(parse_constant=_no_constant)

    def entries(self, lists: Collection[str]) -> Iterator[Entry]:
        """(key, None, value, its JSON), and for `lists` that are lists (key, index, item, its JSON).

        Where one is an empty list or begins, (key, None, [], "[]") comes first. Raises ValueError.
        """
        if self._peek() != "{":
            value, text = self._value()
            yield "", None, value, text
            self._end()
            return
        self._take("{")
        while self._peek() != "}":
            key, _ = self._value()
            if not isinstance(key, str):
                raise ValueError(f"a key should be text, found {json.dumps(key)}")
            self._take(":")
            if key in lists and self._peek() == "[":
                yield key, None, [], "[]"
                self._take("[")
                index = 0
                while self._peek() != "]":
                    yield key, index, *self._value()
                    index += 1
                    self._comma("]")
                self._take("]")
            else:
                yield key, None, *self._value()
            self._comma("}")
        self._take("}")
        self._end()

    def _value(self) -> tuple[Any, str]:
        """The next value and its JSON."""
        self._peek()
        while True:
            try:
                value, end = self.decoder.raw_decode(self.buffer, self.position)
            except json.JSONDecodeError:
                if not self._more():
                    raise
            else:
                text = self.buffer[self.position : end]
                # A number may go on in the next piece.
                if end < len(self.buffer) or not self._more():
                    self.position += len(text)
                    return value, text

    def _more(self) -> bool:
        """Reads on, twice as far each time: an item is decoded again only a few times."""
        waiting = len(self.buffer) - self.position
        if self.ended or waiting > LONGEST:
            return False
        piece = self.file.read(max(CHUNK, waiting))
        self.ended = not piece
        self.buffer, self.position = self.buffer[self.position :] + piece, 0
        return not self.ended

    def _peek(self) -> str:
        """The next character that is no space; empty at the end."""
        while True:
            self.position = _SPACE.match(self.buffer, self.position).end()  # type: ignore[union-attr]
            if self.position < len(self.buffer):
                return self.buffer[self.position]
            if not self._more():
                return ""

    def _take(self, character: str) -> None:
        if (found := self._peek()) != character:
            raise ValueError(f"expected {character!r}, found {found!r}")
        self.position += 1

    def _comma(self, closing: str) -> None:
        if self._peek() != closing:
            self._take(",")
            if self._peek() == closing:
                raise ValueError(f"expected a value, found {closing!r}")

    def _end(self) -> None:
        if found := self._peek():
            raise ValueError(f"expected the end, found {found!r}")


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON number")


def loads(text: str) -> Any:
    """One JSON value. Raises ValueError, also for NaN and its like."""
    return json.loads(text, parse_constant=_no_constant)
