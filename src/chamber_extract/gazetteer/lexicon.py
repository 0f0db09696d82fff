"""A set of words that can be looked up at a position of a text, in constant time."""

from __future__ import annotations

from collections.abc import Iterable


class Lexicon:
    """Words with a class each. Lookups try the lengths that the first (or last) character allows, longest first."""

    def __init__(self, words: Iterable[tuple[str, str]]) -> None:
        self.classes = dict(words)
        heads: dict[str, set[int]] = {}
        tails: dict[str, set[int]] = {}
        for word in self.classes:
            heads.setdefault(word[0], set()).add(len(word))
            tails.setdefault(word[-1], set()).add(len(word))
        self.heads = {c: sorted(lengths, reverse=True) for c, lengths in heads.items()}
        self._tails = {c: sorted(lengths, reverse=True) for c, lengths in tails.items()}

    def __contains__(self, word: str) -> bool:
        return word in self.classes

    def at(self, text: str, start: int, end: int | None = None) -> str | None:
        """The longest word that begins at `start` and ends by `end`, or None."""
        for length in self.heads.get(text[start : start + 1], ()):
            word = text[start : start + length]
            if word in self.classes and (end is None or start + length <= end):
                return word
        return None

    def before(self, text: str, end: int) -> str | None:
        """The longest word that ends at `end`, or None."""
        for length in self._tails.get(text[end - 1 : end], ()):
            word = text[max(0, end - length) : end]
            if word in self.classes:
                return word
        return None

    def class_at(self, text: str, start: int) -> str | None:
        """The class of the longest word that begins at `start`, or None."""
        word = self.at(text, start)
        return self.classes[word] if word else None
