"""Names of media: newspapers, agencies, sites, broadcasters, told by how they end."""

from __future__ import annotations

import re

HAN = "㐀-鿿"
_END = r"(?:报社?|社|网站?|在线|频道|广播|电视台?|电台|卫视|新闻|通讯|[时商华侨晚]讯|周刊|月刊|杂志|期刊|院刊|会刊|客户端|公众号|微信|融媒体?|传媒|华文传媒|之声|观察|快讯|视界|新观|热线|中央台)"
_MEDIUM = re.compile(rf"[{HAN}A-Za-z·（）()]{{1,20}}?{_END}$")
# Bodies, kinds of media, and words that end alike.
_NONE = re.compile(
    r"(?:[日晚早周时]报|[周月季]刊|杂志|客户端|公众号|电视台|广播)$|.*(?:旅行社|合作社|供销社|出版社|公社|会社|社会|结社|商社|通报|简报|喜报|捷报|(?<!大)公报|(?<!文)汇报|海报|情报|举报|申报|上报|预报|(?<!欧)联网|官网|本网|本报|本社|本站网|(?:[侨华]社|侨团|社团|本埠|本地|地方|社会|港澳|国际|国内|财经|工商|会务|综合|图片)(?:新闻|要闻|快讯|通讯))$"
)
# Words that name no publisher: 来源：本站, 来源：网络.
NOBODY = re.compile(
    r"(?:admin|管理员|编辑|作者|本站|本网|本刊|本报|原创|网络|互联网|未知|综合|整理|转载|其他|不详|https?|www|(?:秘书处|办公室|本会)$)"
)
# The longest name of a medium at the head of what stands before a dateline's day, and the place.
_AND_PLACE = re.compile(
    rf"(?P<medium>[{HAN}]{{1,12}}(?:社|网|报(?!道)|在线|广播|电视台|电台|卫视|新闻|客户端|周刊|传媒))(?P<place>[{HAN}·]{{0,9}})$"
)


def names_medium(name: str) -> bool:
    """Whether the folded name is a medium's: 海峡侨报, 中新社, 国际在线; not 供销社 or 互联网."""
    return bool(_MEDIUM.match(name)) and not _NONE.match(name)


def medium_before(text: str) -> str | None:
    """The medium in 新华社北京, 南洋商报吉隆坡, 央广网; None in 吉隆坡 and in 本报."""
    m = _AND_PLACE.match(text)
    if not m or text[0] in "本我据" or _NONE.match(m["medium"]):
        return None
    return m["medium"]
