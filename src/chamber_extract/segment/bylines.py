"""Who wrote: the names in bylines, news openings, closing brackets and mastheads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from chamber_extract.gazetteer.bylines import words_of
from chamber_extract.gazetteer.names import names as vocabulary
from chamber_extract.gazetteer.places import places
from chamber_extract.normalize.script import fold
from chamber_extract.segment.kinds import closed_label
from chamber_extract.segment.media import names_medium
from chamber_extract.segment.paragraphs import Paragraph
from chamber_extract.segment.spans import Span

_SIGN = r"[:/|丨│︱]"
_WRITER = rf"{words_of('writer')}|(?<![㐀-鿿])文(?=\s*[:/|丨│︱、和])|报道(?=\s*[:|丨])"
_EDITOR = rf"{words_of('editor')}|[总主副]编"
_MODIFIER = (
    r"(?:[㐀-鿿]{2,6}[报刊社网台](?=[特实见首]|记者|通讯员)|本报|本刊|本网|本台|本文|参与|特约|特派|实习(?!生)|见习|首席|全媒体|驻[㐀-鿿]{2,4}|新华社|中新社"
    r"|责任|执行|美术|副|常务|新媒体|值班|本期|文字(?=编))"
)
_ROLE = re.compile(
    rf"{_MODIFIER}{{0,4}}(?:(?P<writer>{_WRITER})|(?P<editor>{_EDITOR}))\s*(?:{_SIGN}|、(?=图))?"
)
# Other labels: 摄影：, 审核：, 电话/; the names behind them did not write.
_OTHER = re.compile(
    rf"(?:{words_of('image', 'check')}|图|摄|来源|美术|监制|电话)\s*{_SIGN}|(?<![㐀-鿿])[㐀-鿿]{{2,5}}(?:\s*:|[|丨](?=\S))"
)
_MARK = re.compile(rf"{_ROLE.pattern}|(?P<other>{_OTHER.pattern})")
# 林海燕/文 周涛/图: the names come first.
_SIGNED = re.compile(
    rf"(?P<names>[㐀-鿿·]{{2,4}}(?:[ 、][㐀-鿿·]{{2,4}}){{0,3}})\s?{_SIGN}\s?(?P<did>图文|文图|文|图|摄影|摄|供稿)(?![:/㐀-鿿])"
)

_BULLET = re.compile(r"\s*[■□▲△●○◆◇◎]\s*(?=[㐀-鿿])")
_OPENING = re.compile(
    rf"\s*(?P<bracket>[【\[(〔]?)\s*(?=(?:[㐀-鿿]{{2,6}}[报网社台])?(?:本报|本刊|本网|特约|特派|实习|见习)*(?:记者|通讯员)|(?:责任|实习)?(?:作者|文字?|撰文|撰稿|采写|编辑|责编|整理|供稿|[总主]编)\s?{_SIGN})"
)
_NAMES_BEHIND = re.compile(r"\s*[(](?P<names>[㐀-鿿·]{2,4}(?:[ 、][㐀-鿿·]{2,4}){0,3})[)]")
_CLOSING = re.compile(r"[。！？”…]\s*[(【\[]\s*(?P<inside>[^()。【】\[\]]{2,60})\s*[)】\]]\s*$")
_ALONE = re.compile(r"[(]\s*(?P<inside>[^()。【】\[\]]{2,60})\s*[)]\s*$")
_REPORTS = re.compile(r"(?P<place>[㐀-鿿]{0,4}?)(?:摄影报道|综合报道|报道|报导|摄影|(?<=..)(?:摄|专?电|讯))$")
_SENT_FROM = re.compile(r"发自.*$")
_SPLIT = re.compile(r"[\s、,，;；:/／|()（）\[\]【】]+")
_NAME = re.compile(r"[㐀-鿿]{2,4}$|[㐀-鿿]{1,6}·[㐀-鿿·]{1,10}$")
_NO_NAMES = re.compile(
    r"报道|综合|整理|编辑|记者|作者|来源|下转|上接|待续|摘编|本报|本刊|图片|新华|中新|删节|编者|供稿|佚名|小编|全文|未完|完$|近日|日前|昨日|今日|今天|昨天|获悉|报导|于是|时间|商会|协会|编辑部|秘书|办公|资料"
)
_NAMES_ONLY = re.compile(r"[㐀-鿿·]{1,4}(?:[ 、][㐀-鿿·]{1,4}){0,4}$")
_TOLD = frozenset({"prose", "item"})
# Nothing but names stands behind these in brackets and bylines.
_SURE = frozenset({"记者", "通讯员", "实习生"})


class Credit(NamedTuple):
    """A name, and whether the words around it tell that it is one, whatever its surname."""

    name: str
    sure: bool = False


def signed(parts: Sequence[Paragraph]) -> Iterator[Span]:
    """Where the names stand of those who wrote or edited, the spaces that pad them included."""
    for i, p in enumerate(parts):
        for credit in (*_of(p), *_closing(p, i > 0 and parts[i - 1].kind in _TOLD)):
            spread = re.search(r"\s*".join(map(re.escape, credit.name)), p.text)
            if spread and (credit.sure or surnamed(credit.name)):
                yield Span(p.start + spread.start(), p.start + spread.end())


def _of(p: Paragraph) -> Iterator[Credit]:
    if p.kind == "byline":
        yield from credits(p.text)
    elif p.kind == "row":
        yield from _masthead(p.text)
    elif p.kind == "prose":
        yield from _opening(p)
    elif p.kind == "source":
        marks = list(_MARK.finditer(p.text))
        if any(m["writer"] or m["editor"] for m in marks):
            yield from (c for c in credits(p.text[marks[0].start() :]))


def _closing(p: Paragraph, told: bool) -> Iterator[Credit]:
    """The names in the bracket that closes what is told, or stands on a line of its own below."""
    m = _CLOSING.search(p.text, max(0, len(p.text) - 70)) if p.kind in _TOLD else None
    m = m or (_ALONE.match(p.text) if told and p.kind != "byline" else None)
    if m and _NAMES_ONLY.match(m["inside"]):
        yield from _bare(m["inside"])
    elif m and _ROLE.match(m["inside"]):
        yield from credits(m["inside"])


def _bare(inside: str) -> Iterator[Credit]:
    """The names in brackets without a role, none where no more than words and places stand there: （单位）, （吉隆坡）."""
    found = list(credits(inside))
    titled = any(c.name in vocabulary().titles for c in found)  # （司库 章怀德）
    if all(surnamed(c.name) for c in found) and not titled and not all(_is_word(c.name) for c in found):
        yield from found


def _is_word(name: str) -> bool:
    return name in places() or name in vocabulary().words or name in vocabulary().common


def _masthead(row: str) -> Iterator[Credit]:
    """The names in 主编\\t陈刚, and in the cells of 责任编辑/韩梅\\t版式/周蓓."""
    label, *cells = row.split("\t")
    m = _ROLE.fullmatch(label.replace(" ", ""))
    if m:
        for cell in cells:
            yield from map(Credit, names_in(cell))
        return
    for cell in (label, *cells):
        if (m := _ROLE.match(cell)) and re.search(_SIGN, m[0]):
            yield from credits(cell)


def _opening(p: Paragraph) -> Iterator[Credit]:
    """The names at the head of a news item, inside its opening or in the bracket behind."""
    opening = p.dateline
    skipped = 0
    if opening:
        skipped = len(opening.text)
        if "记者" in opening.text:
            yield from credits(opening.text.strip("【】[]()〔〕 :"))
    head = p.text[skipped : skipped + 80]
    if m := _BULLET.match(head):
        yield from credits(head[m.end() :])
    elif m := _OPENING.match(head):
        end = re.search(r"[)】\]〕]", head) if m["bracket"] else None
        found = credits(head[m.end() : end.start() if end else 60])
        yield from found if end else (c._replace(sure=False) for c in found)
    elif opening and (m := _NAMES_BEHIND.match(head)):
        found = list(names_in(m["names"]))
        sure = any(map(surnamed, found)) and not any(_is_word(name) for name in found)
        yield from (Credit(name, sure) for name in found if opening.medium or sure)


def credits(byline: str) -> Iterator[Credit]:
    """The names of a folded byline: 本报记者 王勇 通讯员李 明 编辑：赵敏; running text behind them ends it."""
    text = closed_label(_BULLET.sub("", byline, count=1)).strip("【】[]()〔〕 ")
    signed = list(_SIGNED.finditer(text))
    if signed and signed[0].start() == 0:
        for m in signed:
            if "文" in m["did"] or m["did"] == "供稿":
                yield from map(Credit, names_in(m["names"]))
        return
    writing, behind, position = True, "", 0
    for m in [*_MARK.finditer(text), None]:
        between = text[position : m.start() if m else len(text)]
        if writing:
            found = list(names_in(between))
            sure = behind in _SURE and "".join(found) == "".join(_SPLIT.split(between))
            yield from (Credit(name, sure) for name in found)
        if m:
            behind = m["writer"] or ""
            # 文/图：: who made the pictures too wrote.
            together = writing and position and not between.strip(" 、/")
            writing = not m["other"] or bool(together)
            position = m.end()


def names_in(text: str) -> Iterator[str]:
    """The names that the text begins with."""
    tokens = [t for t in _SPLIT.split(re.split(r"\d", text, maxsplit=1)[0]) if t]
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if len(token) == 1 and i + 1 < len(tokens) and len(tokens[i + 1]) <= 2:
            token, i = token + tokens[i + 1], i + 1
        name = _without_place(token)
        if _NO_NAMES.search(name) or not _NAME.match(name) or (name != token and name in places()):
            return
        yield name
        if name != token:
            return
        i += 1


def _without_place(token: str) -> str:
    """The name before 大连报道, 布达佩斯报道, 发自河内; where the place is unknown by the usual length of names."""
    token = _SENT_FROM.sub("", token)
    m = _REPORTS.search(token)
    whole = token[: m.start()] + m["place"] if m else token
    for length in (3, 2, 4):
        if len(whole) > length + 1 and whole[length:] in places():
            return whole[:length]
    return whole[: {4: 2, 5: 3, 6: 3, 7: 3}.get(len(whole), len(whole))] if m else token


def surnamed(name: str) -> bool:
    """Whether the name begins with a Chinese surname or is a foreign one, and no paper's: 海峡日报."""
    known = vocabulary().surnames
    return "·" in name or ((name[0] in known or name[:2] in known) and not names_medium(fold(name)))
