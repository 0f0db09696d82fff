"""People with their offices in every usual place of a sentence, under names common and rare."""

from __future__ import annotations

import pytest

from chamber_extract import extract_text

NAMES = ["李国强", "严志", "张璧黛", "欧阳文轩", "曹荣", "谢杰磊", "武军香", "钟凡敏", "薛磊珊", "林文镜"]
OFFICES = {
    "柬埔寨中国商会": "常务副会长",
    "温州市工商联": "党组书记",
    "福建恒安集团": "董事局主席",
    "中国驻柬埔寨大使馆": "经济商务参赞",
    "浙江省商务厅": "副厅长",
    "清华大学经济管理学院": "院长",
    "金边市政府": "副市长",
    "柬埔寨商业部": "国务秘书",
    "香港中華總商會": "永遠名譽會長",
}
PLACES = [
    "{o}{t}{a}出席会议并致辞。",
    "{o}{t}{a}、{p}{u}{b}出席。",
    "{a}（{o}{t}）在会上指出。",
    "活动由{o}{t}{a}主持，{p}{u}{b}致欢迎辞。",
    "{o}{t}{a}先生和{p}{u}{b}女士共同揭幕。",
    "在{p}{u}{b}陪同下，{o}{t}{a}考察了园区。",
    "{o}{t}{a}会见了来访的{p}{u}{b}一行。",
]


@pytest.mark.parametrize(
    "place", PLACES, ids=["speaks", "two", "in-brackets", "presides", "called", "led", "met"]
)
@pytest.mark.parametrize("body", OFFICES)
def test_everyone_is_read_with_the_office(body: str, place: str) -> None:
    other = {"柬埔寨中国商会": "温州市工商联", "温州市工商联": "福建恒安集团"}.get(body, "柬埔寨中国商会")
    for i, name in enumerate(NAMES):
        second = NAMES[i - 3]
        words = place.format(o=body, t=OFFICES[body], a=name, p=other, u=OFFICES[other], b=second)
        people = extract_text(f"商会动态\n\n6月3日，{words}\n").people
        found = {p.name: [(x.title, x.organization) for x in p.positions] for p in people}
        wanted = {name: [(OFFICES[body], body)]}
        if "{b}" in place:
            wanted[second] = [(OFFICES[other], other)]
        assert found == wanted, words
