"""Lists of officers and of givers in every common layout: the same people and sums come out of each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from chamber_extract import extract_text

OFFICERS = {
    "会长": ["陈建明"],
    "常务副会长": ["李国庆", "王海波"],
    "副会长": ["丁志强", "马明", "王芳", "方晓", "欧阳文轩"],
    "秘书长": ["孙晓东"],
    "监事长": ["赵敏"],
}
LABELS: dict[str, Callable[[int, str], str]] = {
    "colon": lambda i, office: f"{office}：",
    "wide-blank": lambda i, office: f"{office}　",
    "blanks": lambda i, office: f"{office}  ",
    "brackets": lambda i, office: f"【{office}】",
    "numbered": lambda i, office: f"{'一二三四五'[i]}、{office}：",
    "counted": lambda i, office: f"{office}（若干名）：",
    "line": lambda i, office: f"{office}\n",
    "line-with-colon": lambda i, office: f"{office}：\n",
    "spread": lambda i, office: f"{' '.join(office)}：",
    "tab": lambda i, office: f"{office}\t",
}
BETWEEN = {
    "comma-of-lists": "、",
    "blank": " ",
    "blanks": "  ",
    "wide-blank": "　",
    "comma": "，",
    "lines": "\n",
}
BESIDE: dict[str, Callable[[str], str]] = {
    "name": lambda name: name,
    "sex": lambda name: f"{name}（女）" if name in ("王芳", "赵敏") else name,
    "firm": lambda name: f"{name}（恒通集团董事长）",
}


@pytest.mark.parametrize("beside", BESIDE)
@pytest.mark.parametrize("label", LABELS)
def test_officers_are_read_from_every_layout(label: str, beside: str) -> None:
    wanted = {name: (office, "深圳市温州商会") for office, names in OFFICERS.items() for name in names}
    for between in BETWEEN:
        if between == "lines" and label in ("wide-blank", "blanks", "tab", "spread"):
            continue  # only the first of the names would stand beside the label
        lines = [
            LABELS[label](i, office) + BETWEEN[between].join(map(BESIDE[beside], names))
            for i, (office, names) in enumerate(OFFICERS.items())
        ]
        text = "深圳市温州商会第三届理事会组成人员名单\n\n" + "\n".join(lines) + "\n"
        people = extract_text(text).people
        found = {p.name: (p.positions[0].title, p.positions[0].organization) for p in people if p.positions}
        assert found == wanted, between


GIVERS = {
    "陈国庆": 50000,
    "温州大华阀门厂": 80000,
    "王芳": 500,
    "浙江金鼎鞋业有限公司": 100000,
    "林海明": 3000,
    "李伟夫妇": 1200,
    "台州市温州商会": 20000,
}
IN_WORDS = {50000: "伍万", 80000: "捌万", 500: "伍佰", 100000: "壹拾万", 3000: "叁仟", 1200: "壹仟贰佰", 20000: "贰万"}  # fmt: skip
SUMS: dict[str, Callable[[int], str]] = {
    "yuan": lambda n: f"{n}元",
    "groups": lambda n: f"{n:,}元",
    "cents": lambda n: f"{n:.2f}",
    "bare": lambda n: f"{n}",
    "ten-thousands": lambda n: f"{n // 10000}万元" if n % 10000 == 0 else f"{n}元",
    "sign": lambda n: f"￥{n:,}",
    "words": lambda n: f"人民币{IN_WORDS[n]}元整",
    "verb": lambda n: f"捐款{n}元",
    "code": lambda n: f"RMB{n:,}",
}
APART = {"blank": " ", "blanks": "  ", "tab": "\t", "colon": "：", "dots": "………", "wide-blank": "　", "dash": "——", "comma": "，", "nothing": ""}  # fmt: skip
NUMBERS: dict[str, Callable[[int], str]] = {
    "unnumbered": lambda i: "",
    "point": lambda i: f"{i}.",
    "list-comma": lambda i: f"{i}、",
    "brackets": lambda i: f"（{i}）",
    "blank": lambda i: f"{i} ",
}


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("sum_", SUMS)
def test_givers_are_read_from_every_layout(sum_: str, number: str) -> None:
    for apart in APART:
        if sum_ in ("bare", "cents") and apart in ("dash", "comma", "nothing"):
            continue  # 陈国庆，50000 may be anything
        lines = [
            NUMBERS[number](i) + name + APART[apart] + SUMS[sum_](amount)
            for i, (name, amount) in enumerate(GIVERS.items(), 1)
        ]
        text = "温州市龙湾商会抗洪救灾捐款名单（单位：元）\n\n" + "\n".join(lines) + "\n"
        found = {d.donor: d.amount for d in extract_text(text).donations}
        assert found == GIVERS, apart
