"""What personal names and the offices around them are made of, loaded once. All keys are simplified characters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from chamber_extract.gazetteer import table
from chamber_extract.gazetteer.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Names:
    """The tables of the subject.

    `surnames` maps a surname to its level: `common`, `rare`, `word` (oftener a word than a surname:
    于 任 时), `compound`, `japanese`. `given` maps a character, or two that together are one (致远), to how far it marks a given name.
    `words` are ordinary words that begin with a surname, verbs that can follow a name, words that end in a surname (`tail`: 有关, 双方), or
    (`famed`) figures of history and founders of brands who are spoken of but take no part;
    `followers` what stands right after a name in news (`speech` or `action`); `places` names of
    countries, provinces, cities and counties (`minor`: the short name of a county). `titles` maps to the title's kind: `office`,
    `leader`, `honorific`, `byline`, `label` (a byline only before a colon), `weak` (oftener a common noun: 代表, 店主) or `person` (a word for
    people that is no office: 居民, 妻子). `callings` are
    titles that follow a bare surname (毛经理), `abroad` offices that foreigners hold in the news.
    `common` maps the words of two characters that every text uses to `verb`, `grammar` (adverbs,
    prepositions, pronouns) or `noun`: where one stands, no name begins or ends within it; `acts` are the nouns among them that are verbs as well (支援). `native` are
    the words that Tibetan, Mongolian, Uyghur, Kazakh and Malay names are made of: 扎西, 次仁. `statesmen` maps
    who led the country to the offices that are the state's where their names stand beside them.
    """

    surnames: dict[str, str]
    given: dict[str, str]
    translit: frozenset[str]
    words: Lexicon
    followers: Lexicon
    places: Lexicon
    titles: Lexicon
    modifiers: Lexicon
    callings: frozenset[str]
    abroad: frozenset[str]
    common: dict[str, str]
    acts: frozenset[str]
    native: Lexicon
    statesmen: dict[str, frozenset[str]]


@cache
def names() -> Names:
    """The tables, read on first use."""
    return Names(
        surnames={r["surname"]: r["level"] for r in table("surnames")},
        given={r["characters"]: r["strength"] for r in table("given_names")},
        translit=frozenset(r["character"] for r in table("transliteration")),
        words=Lexicon((r["word"], r["class"]) for r in table("people_words")),
        followers=Lexicon((r["word"], r["class"]) for r in table("name_followers")),
        places=Lexicon(_places().items()),
        titles=Lexicon(
            [
                *((r["title"], r["kind"]) for r in table("titles")),
                *((r["word"], "byline" if r["bare"] else "label") for r in table("bylines")),
            ]
        ),
        callings=frozenset(r["title"] for r in table("titles") if r["calling"]),
        abroad=frozenset(r["title"] for r in table("titles") if r["abroad"]),
        common={r["word"]: "noun" if r["class"] == "act" else r["class"] for r in table("common_words")},
        acts=frozenset(r["word"] for r in table("common_words") if r["class"] == "act"),
        native=Lexicon((r["part"], "part") for r in table("native_names")),
        statesmen={r["name"]: frozenset(r["offices"].split(";")) for r in table("statesmen")},
        modifiers=Lexicon((r["modifier"], "modifier") for r in table("title_modifiers")),
    )


def _places() -> dict[str, str]:
    """Place names of two characters and more; `minor` for the short name of a county."""
    found: dict[str, str] = {"中国": "place"}
    for row in table("divisions"):
        if row["short"]:
            found[row["short"]] = "minor" if row["level"] == "county" else "place"
    for row in (*table("divisions"), *table("countries"), *table("places_abroad")):
        found[row["name"]] = "place"
    return {name: kind for name, kind in found.items() if len(name) > 1}
