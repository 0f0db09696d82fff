"""Which parts of a web page stand around its text: menus, footers, lists of other articles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

# What they hold is no text of the page, or none that it shows.
UNSEEN = frozenset(
    "head script style template noscript svg math iframe object select datalist textarea rp rt del audio video canvas".split()
)
_TAGS = frozenset({"nav", "footer", "aside"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar"})
# Words in the names that pages give to their parts; a name's words are divided by - and _ or by capitals.
_WORDS = frozenset(
    "nav navbar navigation menu submenu topmenu mainmenu breadcrumb breadcrumbs crumb crumbs footer foot copyright"
    " sidebar aside related relate relatednews relevant recommend recommended hot hotnews rank ranking toplist share"
    " comment comments pager pagination paging prevnext prev next friendlink friendlinks links toolbar topbar"
    " login search advert ads subscribe".split()
)
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_CONTAINERS = frozenset("div section ul ol dl table td header p form".split())
# What heads a list of other articles.
_HEADS = re.compile(
    r"\W*(?:相[关關](?:新[闻聞]|[阅閱][读讀]|[报報][道導]|文章|[链鏈]接|推[荐薦]|[内內]容|[资資][讯訊]|稿件)|(?:推[荐薦]|延伸|更多|[热熱][门門]|精彩)(?:[阅閱][读讀]|新[闻聞]|文章|推[荐薦]|[资資][讯訊])"
    r"|[热熱][门門點点]?(?:新[闻聞]|文章|排行|推[荐薦]|[专專][题題])|(?:[点點][击擊]|新[闻聞]|[阅閱][读讀])?排行榜?|猜你喜[欢歡]|友情[链鏈]接|最新(?:新[闻聞]|文章|[资資][讯訊]|消息)|往期(?:回[顾顧]|推[荐薦]|文章)|上一篇|下一篇)"
)
_MAY_HEAD = frozenset("h2 h3 h4 h5 h6 p div strong span dt b".split())
_LONGEST_HEAD = 16  # characters
_LINKED = 0.8  # share of a list's text that is links: beyond, the list leads elsewhere
_FEWEST = 3  # links
_MOST = 0.4  # share of a page's unlinked text: what holds more of it is the text, whatever its name


@dataclass(slots=True)
class _Share:
    """What an element's text is made of: characters, those of links, links; whether it names an instrument."""

    text: int = 0
    linked: int = 0
    links: int = 0
    titled: bool = False

    def add(self, other: _Share) -> None:
        self.text += other.text
        self.linked += other.linked
        self.links += other.links
        self.titled = self.titled or other.titled

    @property
    def free(self) -> int:
        return self.text - self.linked


def asides(body: LexborNode) -> frozenset[int]:
    """The elements that stand aside, by their `mem_id`.

    Told by their tags and roles, by their names, by a heading such as 相关阅读, or as lists of little
    but links, unless these name instruments (《…》): a digest of policies is a text.
    """
    nodes = list(body.traverse(include_text=True))
    shares = _shares(nodes)
    most = _MOST * shares[body.mem_id].free
    found: set[int] = set()
    for node in nodes:
        if not node.is_element_node or node.mem_id == body.mem_id:
            continue
        share = shares[node.mem_id]
        if share.free <= most and (_is_named(node) or _is_list_of_links(node, share)):
            found.add(node.mem_id)
        elif 0 < share.text <= _LONGEST_HEAD and _is_head(node):
            found.update(n.mem_id for n in _headed(node, shares) if shares[n.mem_id].free <= most)
    return frozenset(found)


def _shares(nodes: list[LexborNode]) -> dict[int, _Share]:
    """What each element's text is made of, in one pass from the last to the first."""
    shares: dict[int, _Share] = defaultdict(_Share)
    for node in reversed(nodes):
        if node.is_text_node:
            text = (node.text_content or "").strip()
            share = _Share(len(text), titled="《" in text)
        elif node.is_element_node and node.tag not in UNSEEN:
            share = shares[node.mem_id]
            if node.tag == "a":
                share.linked, share.links = share.text, 1
        else:
            continue
        if node.parent is not None:
            shares[node.parent.mem_id].add(share)
    return shares


def _is_named(node: LexborNode) -> bool:
    if node.tag in _TAGS:
        return True
    said = node.attributes
    if (said.get("role") or "").lower() in _ROLES:
        return True
    if node.tag not in _CONTAINERS:
        return False
    names = f"{said.get('class') or ''} {said.get('id') or ''}"
    return any(part.lower() in _WORDS for part in _NAME_PARTS.findall(names))


def _is_list_of_links(node: LexborNode, share: _Share) -> bool:
    return (
        node.tag in ("ul", "ol", "dl")
        and share.links >= _FEWEST
        and not share.titled
        and share.linked >= _LINKED * share.text
    )


def _is_head(node: LexborNode) -> bool:
    return node.tag in _MAY_HEAD and _HEADS.match(node.text(strip=True)) is not None


def _headed(node: LexborNode, shares: Mapping[int, _Share]) -> Iterator[LexborNode]:
    """The heading of a list of other articles, and the list behind it."""
    yield node
    following = node.next
    while following is not None and not following.is_element_node:
        following = following.next
    if following is not None and shares[following.mem_id].links:
        yield following
