"""Acts of issuing: what their verbs are, whose they are, and whether their day is that of issue. Folded text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chamber_extract.gazetteer.issuers import Body

GAZETTE = r"《[^《》\n]{0,16}公报》"
PUBLISHED = r"印发|签署|发布(?!会)|公布|颁布|颁行|出台|下发|签发|发出|发文|成文(?=[于时日，,]|$)|刊宪|刊登宪报|(?<=[宪公]报)刊登|(?<=报》)刊登|(?<=[一二三四]组)刊登|御准|刊登(?=第?\d)"
IN_GAZETTE = r"刊[登载](?=[于在]?[^，。；;\n]{0,24}公报)"
MADE = r"制定|制订|颁发|修订|起草|编制|批准|通过|研拟|(?<![事员大])会签(?!署)|订立|拟订|拟定|订定|核定"
ISSUE = re.compile(
    rf"{PUBLISHED}|{MADE}|转发|推出|作出|做出|提出|发了|下达|出具|发表|实施|推行|更新|出了个?|(?<=联合)下文"
)
# Before another such verb: 研究制定并|, 联合发文，|, 发布公告，|, 发布2018年第21号公告，|
_CHAINED = re.compile(
    rf"(?:{ISSUE.pattern})(?:[^，,。；;\n《》]{{0,30}}(?:公告|通告|通知|号))?(?:并|和|、|了|[，,])*$"
)
_N, _ROC = r"[\d〇○零一二三四五六七八九十百廿卅]", "(?:(?:中华)?民国)"
# The time: 111年7月29日, 今年9月10日, 同日上午.
TIME = (
    rf"(?:[于在](?=[今去前本同当上]|{_N})|{_ROC}?{_N}{{1,6}}年|{_N}{{1,3}}[月日]|[今去前本同当上]年|[本上当同]月|年?[初底中末](?<=[年月].)"
    rf"|(?<=日)[和、及](?=\d)|(?:19|20)\d\d[-./]\d{{1,2}}[-./]\d{{1,2}}|\((?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日\)|[今昨前][天日]|今(?!年)|[同当次][日天]|[上下]午)"
)
# The time and the manner: what stands between the body and its verb.
UNIT = (
    rf"(?:{TIME}|"
    r"以[^，,。;；！？\n《》]{2,24}(?:号(?:文件?|[\u4e00-\u9fff]{0,8}(?:公告|令))?|形式)|[于在]?《[^《》\n]{0,16}公报》(?:第[一二三四]组)?|[于在](?:[\u4e00-\u9fff]{0,4}[公宪]报上?)|[向对][^，。；;\n《》的]{2,12}|(?:公告|通告|令)(?:\d{4}年)?第\d+号|\d{4}年第\d+号(?:公告|通告|令)|联合|共同|专门|正式|再次|先后|相继|陆续|分别|最近|近日|日前|刚刚?|统一|及时|紧急|迅速|随即|随后|研究|牵头|首次|会同|"
    rf"第[一二三四五六七]次|一起|组织|依法|重新|最新|新近|对外|公开|会衔|三读|二读|一致|据此|为此|审议|表决|讨论|审核|修改|起草|修[订正]|订定|制定|批准|{PUBLISHED}|(?:官方|门户)?网站|官网|在京|即将|正在|将|拟|又|还|也|亦|则|才|终于|曾|就|均|都|并|已经?|配套|相应|接连|率先|(?:召开|举行)(?:新闻)?发布会[，,]|同步|同时|其后|后来|之后|另行?|所|新)"
)
ADVERB = re.compile(rf"{UNIT}+$")
# Behind a day: something comes into force, is amended or ends on it.
IN_FORCE = re.compile(
    r"[ \t]*(?:起|开始)?(?:正式)?(?:施行|实施|生效|执行|起|修(?:[订正]|改)(?!通过|公布|发布|印发|出台|下发)|废止|至|到|—|(?:以|之)?前)"
)
# Whose vote is not yet the act: of a cabinet's regulation and a foreign assembly's law the gazette gives the day.
_VOTED = re.compile(
    r"(?:常务会议|办公会|部务会|局务会|国常会|党组会?|政治局|立法[会院议]|议会|议院|参议|众议|内阁)[^。；;\n]*通过|三读"
)
_ISSUED = re.compile(f"{PUBLISHED}|刊[登载]|通过|作出|[核订]定|会签|制定$")


@dataclass(frozen=True, slots=True)
class Act:
    """What is said of a policy's issue: the bodies that are named, if any, the verbs (empty where bodies or a day stand
    alone), and the words `start:end` among which its day stands."""

    bodies: tuple[Body, ...]
    verbs: str
    start: int
    end: int

    @property
    def publishes(self) -> bool:
        """Whether the act makes its policy public, rather than drafts it or votes on it."""
        return re.search(f"{PUBLISHED}|刊[登载]", self.verbs) is not None

    def gives_day(self, folded: str) -> bool:
        """Whether its day is that of issue: no vote before another publishes; words without a verb may hold the day."""
        if self.verbs and not _ISSUED.search(self.verbs):
            return False
        words = folded[self.start : self.end]
        voted = _VOTED.search(words)
        return voted is None or re.search(PUBLISHED, words[voted.end() :]) is not None


def subject_end(text: str, low: int, verb: int) -> tuple[int, int]:
    """Where the chain of verbs begins that goes on at `verb`, and where its subject ends, time and manner between."""
    while m := _CHAINED.search(text, max(low, verb - 40), verb):
        verb -= len(m[0])
    adverb = ADVERB.search(text[low:verb])
    return verb, low + adverb.start() if adverb else verb


def first_named(acts: Sequence[Act]) -> tuple[Body, ...]:
    """The bodies of the act that makes the policy public, else of the first that names any."""
    ranked = sorted((a for a in acts if a.bodies), key=lambda a: not a.publishes)
    return ranked[0].bodies if ranked else ()


def sentence_start(text: str, mark: int) -> int:
    """Where the sentence of a mark begins, or where the look-back ends."""
    low = max(0, mark - 160)
    return low + max(text.rfind(c, low, mark) - low + 1 for c in "。！？;\n")
