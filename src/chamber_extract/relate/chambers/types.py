"""What kind of body a chamber is, by its name."""

from __future__ import annotations

import re

from chamber_extract.extractors.chambers.edges import ABROAD_UNLISTED
from chamber_extract.extractors.chambers.unplaced import PEOPLES
from chamber_extract.gazetteer.places import UNLISTED, Host, find_places, places
from chamber_extract.gazetteer.trades import holds_trade
from chamber_extract.models import ChamberType

_ALLIANCE = re.compile("(?:联盟|联席会议?)$")
# 四川省异地商会联合会: at home a body of chambers; abroad and in Hong Kong one of a place like others.
_OF_CHAMBERS = re.compile("商会联合会$")
_FEDERATION = re.compile(r"(?:工商联|工商业联合会|工商联合会|全联)(?:\(.*\))?$")
# Who makes a body abroad one of Chinese business or of overseas Chinese.
_CHINESE = re.compile(
    "中国|中华|中资|中企|华夏|炎黄|亚裔|中餐|唐餐|华[人侨商裔助社资校团教文语]|侨|和平统一|一带一路|[日菲泰马印缅越美澳英法加德意柬寮韩荷葡西墨星新秘智匈欧亚非]华|中[意德法英美俄日韩葡西荷匈捷非]|经贸协会$|台[湾商美加澳日]|[港台]人|大高屏|香港|澳门|同乡|联谊会$|客[家属商]|潮|闽|广府|唐人|华埠|宗亲|乡亲|百家姓"
)
# 愛城華人工商協會, 索法拉中资企业协会: of Chinese in a place that no table has.
_CHINESE_UNLISTED = re.compile(
    f"{ABROAD_UNLISTED.pattern}|华埠|唐人街|中资(?:企业|机构)|[\u4e00-\u9fff]{{2,4}}(?:华人|华裔|华侨|华商)"
)
# Ties between two peoples, whose bodies are the host's own: 老挝—中国友好协会, 英中贸易协会.
_BILATERAL = re.compile("友好|友谊|双边|[—-]中国|对华|贸易协会$|商业理事会|合作委员会")
# 新加坡五金商联合会, 麻坡木材商公会: trades in which the Chinese of Singapore and Malaysia do business.
_TRADERS = frozenset(("SG", "MY"))
_OF_TRADERS = re.compile("^[^华侨]*[^工台闽华侨造业]商(?:联合会|公会|协会)$|业[公商]会$")
_FUNDED = re.compile("中国企业|中资|中企")
_IMPORT_EXPORT = re.compile("进出口商会(?:.*分会)?$")
# What is left of a regional chamber's name when places and head noun are taken away: no trade.
_GENERAL = re.compile(
    r"(?:总|籍|同乡会?|社团|中小型?企业|的?企业家?|民营企业家?|民营经济|女企业家|青年|青年企业家|新生代|国际|国际合作|海外|异地|在外|外来|民间|[侨台外港澳苏浙闽粤徽皖晋川楚鄂豫湘赣秦陕鲁桂滇黔渝甬温潮]商|"
    r"工商|工商业|商业|商贸|葡语国家|经贸|经济贸易|经济文化|文化经济|经济|经济发展|发展|经济合作|合作|投资|投资企业|外商投资企业|人|\w{0,6}(?:镇|街道|乡|村|社区|园区|园|市场|中心|大厦|广场|开发区|新区|新城|片区|路|桥|山|岛|港|湾|城|县|区|市))*"
)
_GENERAL_WORD = re.compile("工商|[商协]会|[侨台港人籍]$")
_TOWN = re.compile(r"\w{2,4}[镇乡]")
_ENTERPRISES = re.compile(
    "(?:[\u4e00-\u9fff]{0,2}[市县区])?(?:(?:民营|私营|中小型?|工商|新生代|青年|女|民营经济)*(?:企业家?|企业家?商会|光彩事业)(?:服务)?|工商[业界]?|各界|(?:(?:青年)?[侨台港外][资商]|同胞)(?:投资)?(?:企业)?)"
)
# 果菜行, 螺丝工业, 塑胶厂: a trade by how it ends, though no table has it. 工商业 and 企业 are none.
_TRADE_ENDS = re.compile(
    r"(?:[^\W工商企实农产兴创事行]业|[^\W工商]{2}工业|[^\W银]{2}行|^[药米鱼布菜果金木肉蛋纸花茶车]行|[^\W现]{1,4}产业|[^\W]{2}(?:厂|店)商?|[^\W客]{1,4}(?:器材|材料|制品|用品|机械|设备|食品|服务|制造|加工|零售|批发|贸易商|经销商|零件|配件|工程)商?|^工业)$"
)
# Trade as such is no trade: 工商業總會.
_ALL_TRADE = re.compile("(?:中华)?(?:工商业?|商业)")
# Of business whoever does it, though 妇女 alone names a profession's body.
_PEOPLE = re.compile("(?:妇女|女)工商(?:界|业)?|工商(?:界|业)?(?:妇女|女性)")
# Of those who do business at a place, not of what they do: 青年创业者联合会, 民营企业合规促进会.
_OF_PERSONS = re.compile(
    r"(?:[东南西北中]{0,2}部?)?(?:妇女|女|青年|新生代|民营企业|个体|私营|中小微?企)(?!联|医)"
)
_SIDE = re.compile("[东南西北中]{1,2}部?")  # 新界西北
_HEAD = re.compile(
    "(?:总?商会|(?<![台侨港澳外华浙苏闽粤工])商协会|商业会|协会|联合会|联谊会|促进会|工商总会|商总会|总会|分会|会馆|公会|同业公会|联会)$"
)


def classify(name: str, where: Host) -> ChamberType:
    """The type of a body from its folded full name and its host."""
    if _ALLIANCE.search(name):
        return "alliance"
    if _OF_CHAMBERS.search(name) and not where.countries and not where.abroad:
        return "alliance"
    if PEOPLES.match(name) and not where.places:
        return "foreign"
    if where.abroad and not set(where.countries) & {"HK", "MO", "TW"}:
        return _abroad(name, where)
    if _FEDERATION.search(name):
        # 香港工商業聯合會 is a chamber of its place; the federation has no branch there.
        return "regional" if where.countries else "federation"
    if _IMPORT_EXPORT.search(name) and not where.countries:
        return "import_export"
    if (
        _CHINESE_UNLISTED.match(name) and all(f.place.kind == "merchants" for f in where.places)
    ) or _is_unlisted(name, where):
        return "overseas"
    if where.countries and _FUNDED.search(name):
        return "overseas"
    if _is_guest(where):
        return "foreign"
    return "regional" if _is_regional(name, where) else "industry"


def _abroad(name: str, where: Host) -> ChamberType:
    rest = name
    for found in where.places:
        if found.place.codes:
            rest = rest.replace(found.place.name, "", 1)
    if set(where.countries) <= _TRADERS and _OF_TRADERS.search(rest):
        return "industry"
    if set(where.countries) <= _TRADERS and rest == "商会" and where.places[0].place.kind != "country":
        return "overseas"  # 加帛商会
    chinese_home = any(f.place.home and f.place.kind != "nation" for f in where.places)
    if (
        _BILATERAL.search(rest)
        and not re.search("华[人侨商裔]", rest)
        and "促进" not in rest
        and "中国经" not in rest
    ):
        return "foreign"
    return "overseas" if chinese_home or _CHINESE.search(name) or name[0] in "旅侨" else "foreign"


def _is_unlisted(name: str, where: Host) -> bool:
    """Whether 中华 stands after a place that no table has: 富山中华总商会."""
    return bool(where.places) and where.places[0].start > 0 and where.places[0].place.name == "中华"


def _is_guest(where: Host) -> bool:
    """Whether a place at home stands before one abroad: 中国欧盟商会, 上海美国商会, 香港美国商会."""
    spots = [f.place for f in where.places[:3]]
    own = set(where.countries) | {"HK", "MO", "TW"}
    return bool(spots) and any(set(p.codes) - own for p in spots[1:])


def _is_unlisted_trade(name: str, body: str) -> bool:
    """Whether what a chamber is named for is of three characters or more and neither a place's nor of business at large:
    合成革, 藤铁工艺."""
    long = name.endswith("商会") and len(body) > 2 and not _GENERAL_WORD.search(body)
    return long and not _GENERAL.fullmatch(body) and next(find_places(body), None) is None


def _is_regional(name: str, where: Host) -> bool:
    """Whether a body at home, in Hong Kong, Macao or Taiwan has a place and no trade in its name."""
    body = _HEAD.sub("", name)
    unlisted = UNLISTED.match(name)
    wide = bool(where.places) and where.places[0].place.kind in ("nation", "area", "zone") and not unlisted
    if (wide or name.startswith("中华民国")) and not where.province and where.countries in ((), ("TW",)):
        return False  # 全国商业总会 is one of the whole of its land, as 中国…协会
    if not where.places and not unlisted:
        town = _TOWN.match(body) and _GENERAL.fullmatch(body)  # 鹿港镇工商联谊会
        return bool(town) or (name.endswith(("商会", "企业家协会")) and not holds_trade(body))  # 虎门商会
    last = unlisted.end() if unlisted else where.places[0].end
    for found in where.places[1:]:
        if found.start <= last + 1:
            last = found.end
    body = re.sub(r"^\(.*?\)|^\)", "", body[last:])
    side = _SIDE.match(body)
    body = body[side.end() :] if side and _ALL_TRADE.fullmatch(body, side.end()) else body
    if _OF_PERSONS.match(body):
        return True
    traded = holds_trade(body) or _TRADE_ENDS.search(body) or _is_unlisted_trade(name, body)
    if traded and not any(p.fullmatch(body) for p in (_PEOPLE, _ALL_TRADE, _ENTERPRISES)):
        return False
    if any(body + level in places() for level in "区县市"):
        return True
    if name.endswith(("协会", "联合会", "促进会")) and not name.endswith(("商会联合会", "同乡会联合会")):
        # Associations are of trades and professions unless their members come from one place or are
        # the enterprises of the place, whatever they do.
        guests = any(f.place.home for f in where.places[1:])
        general = _GENERAL.fullmatch(body) and (guests or (body and not name.endswith("联合会")))
        return bool(_ENTERPRISES.fullmatch(body) or general)
    return name.endswith("会")
