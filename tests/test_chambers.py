"""Names of chambers in running text: where they begin, where they end, and what is no name.

In the cases ⟦ ⟧ stand around what must be found as a full name, and nowhere else.
"""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamber_extract.extractors.chambers import HEAD, find
from chamber_extract.mention import Mention
from chamber_extract.normalize.script import fold
from chamber_extract.segment import Segments, Span
from chamber_extract.text import Text
from tests.chamber_cases import ABROAD, HOME, LOOKALIKES, TRADITIONAL


def text_of(clean: str) -> Text:
    from array import array

    return Text(
        clean, clean, fold(clean), array("q", range(len(clean))), array("q", range(1, len(clean) + 1))
    )


def read(clean: str) -> list[Mention]:
    return list(find(text_of(clean), Segments((Span(0, len(clean)),), (Span(0, len(clean)),))))


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The sentence without marks, and the spans that were marked."""
    spans, clean = [], ""
    for part in re.split("(⟦.*?⟧)", marked):
        if part.startswith("⟦"):
            spans.append((len(clean), len(clean) + len(part) - 2))
            part = part[1:-1]
        clean += part
    return clean, spans


def check(marked: str) -> None:
    clean, spans = unmark(marked)
    found = [(m.start, m.end) for m in read(clean) if m.value.form == "full"]
    assert [clean[a:b] for a, b in found] == [clean[a:b] for a, b in spans]
    assert found == spans


def lines(block: str) -> list[str]:
    return [line for line in block.strip().splitlines() if line]


@pytest.mark.parametrize("marked", lines(ABROAD))
def test_bodies_abroad(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", lines(TRADITIONAL))
def test_traditional_script(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", lines(HOME))
def test_bodies_at_home(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("plain", lines(LOOKALIKES))
def test_lookalikes_are_no_names(plain: str) -> None:
    check(plain)


GAPS = [
    ("在北京⟦深圳市跨境电子商务协会⟧开会", "two places side by side could be one name"),
    ("⟦崖州湾科技城企业协会⟧会长", "a place that no table has, at home"),
]


@pytest.mark.parametrize(
    "marked", [pytest.param(m, marks=pytest.mark.xfail(reason=why, strict=True)) for m, why in GAPS]
)
def test_known_gaps(marked: str) -> None:
    check(marked)


FORMS = [
    ("机电商会党委立即成立突击队", "机电商会", "short"),
    ("五矿商会将人权管理列入标准", "五矿商会", "short"),
    ("由市工商联承办", "市工商联", "ellipsis"),
    ("武汉市司法局、市律师协会联合下发文件", "市律师协会", "ellipsis"),
    ("区工商联注重加强自身建设", "区工商联", "ellipsis"),
    ("省服装行业协会副会长", "省服装行业协会", "ellipsis"),
    ("商会第一时间发出倡议", "商会", "bare"),
    ("会上，总商会会长表示感谢", "总商会", "bare"),
    ("本會同仁感謝各界支持", "本會", "bare"),
    ("联席会议办公室与各成员单位沟通", "联席会议", "bare"),
    ("专程来访，省浙江商会接待", "省浙江商会", "ellipsis"),
    ("当选市温州商会会长", "市温州商会", "ellipsis"),
    ("推动县闽南商会建设", "县闽南商会", "ellipsis"),
    ("副主席、市餐饮与住宿业商会会长", "市餐饮与住宿业商会", "ellipsis"),
    ("省物流与采购联合会执行会长", "省物流与采购联合会", "ellipsis"),
]


@pytest.mark.parametrize(("plain", "written", "form"), FORMS, ids=[f[1] for f in FORMS])
def test_forms_without_a_place(plain: str, written: str, form: str) -> None:
    assert [(m.value.text, m.value.form) for m in read(plain)] == [(written, form)]


NESTED = [
    ("江苏省工商联服装业商会召开年会", "江苏省工商联服装业商会", "江苏省工商联"),
    ("柬埔寨中国商会西港分会会长", "柬埔寨中国商会西港分会", "柬埔寨中国商会"),
    ("中国国际商会北京分会", "中国国际商会北京分会", "中国国际商会"),
    ("广东省工商联青年商会", "广东省工商联青年商会", "广东省工商联"),
    ("中国国际商会浙江商会", "中国国际商会浙江商会", "中国国际商会"),
    ("上海市工商联国际物流商会", "上海市工商联国际物流商会", "上海市工商联"),
    ("全国工商联汽车经销商商会", "全国工商联汽车经销商商会", "全国工商联"),
]


@pytest.mark.parametrize(("plain", "whole", "parent"), NESTED, ids=[n[1] for n in NESTED])
def test_a_body_named_after_the_one_it_belongs_to(plain: str, whole: str, parent: str) -> None:
    (mention,) = read(plain)
    assert mention.value.text == whole
    assert mention.value.text[: mention.value.parent] == parent


def test_the_value_is_as_written_and_the_key_folded() -> None:
    (mention,) = read("香港中華總商會（中總）")
    assert (mention.value.text, mention.value.key, mention.value.head) == (
        "香港中華總商會",
        "香港中华总商会",
        "总商会",
    )


@given(st.text(alphabet="中国商会协联合工总（）()市省在日的和与、，。全海外促进盟分A1 \n\t", max_size=60))
def test_whatever_the_text_names_are_ordered_apart_and_end_in_a_head(clean: str) -> None:
    found = read(clean)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for m in found:
        assert 0 <= m.start < m.end <= len(clean)
        assert HEAD.search(m.value.key)
        assert "\n" not in m.value.text and "，" not in m.value.text


def test_time_grows_with_the_text_alone() -> None:
    import time

    def seconds(text: str) -> float:
        started = time.process_time()
        read(text)
        return time.process_time() - started

    hostile = "中国" * 500 + "(" * 500 + "商会" * 500
    assert seconds(hostile * 8) < 30 * max(seconds(hostile), 0.01)
