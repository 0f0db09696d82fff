"""Names of bodies that leave something out: 省工商联, 华联总."""

from __future__ import annotations

import re

from chamber_extract.normalize.script import fold

_ELLIPSIS = re.compile(
    r"(省|市|区|县|州|镇)(?=委|工商联|政协|人大|政府|纪委|总商会|侨|商务|贸促|统战|民|财政|发改|经|外|公安|司法|教育|卫|文|市场|妇联|团委|总工会|红十字|慈善|工商业|税务|市场监|住|应急|自然资|农|审计|统计|人社|人力|发展|国资|科技|工信|检察|法院|人民|残联|文联|科协|青|个私|个体)"
)
_HEADS = frozenset(("总商会", "工商联", "联合会", "促进会", "联谊会"))

_OF_PARTY = frozenset(("统战部", "组织部", "宣传部", "政法委"))


def expand(organization: str, before: str | None) -> str:
    """省工商联 after 江苏省委统战部 is 江苏省工商联, 统战部 after 杭州市委 is 杭州市委统战部."""
    if fold(organization) in _OF_PARTY and before and before.endswith("委"):
        return before + organization
    m = _ELLIPSIS.match(fold(organization))
    if not m or not before:
        return organization
    stop = before.find(m[1])
    return before[:stop] + organization if stop > 0 else organization


def home(organization: str, full: str) -> str | None:
    """The place that the chamber's full name gives the organisation: 江苏 for 省工商联, from 江苏省工商业联合会."""
    m = _ELLIPSIS.match(fold(organization))
    stop = full.find(m[1]) if m else -1
    return full[:stop] if stop > 0 else None


def elliptical(organization: str) -> bool:
    """Whether the organisation's name leaves its place out, or is no name at all."""
    return bool(_ELLIPSIS.match(organization)) or len(organization) <= 2 or organization in _HEADS
