"""The words of which names are made or that stand around them: nouns for parties, offices."""

from __future__ import annotations

import re
from functools import cache

from chamber_extract.gazetteer import table


@cache
def heads() -> dict[str, bool]:
    """Nouns that end the name of a party: noun to whether it means several."""
    return {row["head"]: row["plural"] == "1" for row in table("party_heads")}


LONGEST_HEAD = 6


def head(text: str) -> str | None:
    """The longest party noun that ends the text, None without one."""
    return next(
        (text[i:] for i in range(max(0, len(text) - LONGEST_HEAD), len(text)) if text[i:] in heads()), None
    )


TITLE = re.compile(
    r"(?:会长|主席|理事长|董事长|总经理|秘书长|总裁|主任|书记|委员|理事|董事|创办人|创始人|会员|老板|议员|局绅|拿督|丹斯里|人士|企业家|侨领|侨商|商人|老人|校友|市民|村民|居民|个体户|女士|先生|成员|绅士|店主|店东|东主|业主|牙医|医生|医师|厨师|司机|(?:[小中大]|留)?学生|研究生|同学|华侨|侨胞|侨青|华商|乡贤|善长|网友|院士|教授|校长|老师|[部局团省市县区镇乡州]长|顾问|监事长?|司库|司理|财政|总务|值理|总干事|经理|青年|党员|干部|船长|小朋友)$"
)
# An officer of a chamber who is named by his firm as well gives for himself: 副会长、恒越公司董事长甲.
OF_FIRM = re.compile(
    r"、[^、]{2,}(?:公司|集团|企业|厂|行|店|控股|股份)[^、]{0,4}(?:董事长|总裁|总经理|经理|老板|东主)"
)
# What no name of a person holds behind an office.
NO_GIVEN = re.compile(
    r"[的了着过是和与及等此这那每我你他她们各把将被向给在于为捐赠筹募款个元万签，。]|华[人侨商]|[侨同]胞|单位|积极|踊跃|纷纷|带头|率先|慷慨|热烈|自愿|现场|共同|合计|公司|集团|协会|商会|企业|团体|先生|女士|小姐|伉俪|夫妇"
    r"|活动|仪式|大会|会议|晚宴|爱心|一行|代表|出席|参加|响应|联合|组织|启动|宣布|表示|介绍|透露|披露|指出|强调|致辞"
)
