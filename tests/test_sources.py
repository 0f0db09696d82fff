"""From paths to inputs: what is walked, how it is named, what counts once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from chamber_extract.containers import Refusal
from chamber_extract.errors import UsageError
from chamber_extract.readers import Source
from chamber_extract.sources import find


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with documents beside the working directory `here`, which has some too."""
    for name in ("here/a.txt", "here/docs/b.md", "here/docs/B.TXT", "here/docs/deep/c.text", "here/docs/.d.txt",
                 "here/docs/.git/e.txt", "here/docs/README.md", "here/docs/f.exe", "here/docs/g", "there/a.txt", "there/sub/a.txt",
                 "else/a.txt", "else/sub/a.txt"):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path


def names(*arguments: object) -> list[str]:
    return [i.name for i in find([str(a) for a in arguments])]


class TestNames:
    def test_folders_are_walked_for_documents_hidden_ones_and_readmes_left_out(self, tree: Path) -> None:
        assert names("docs") == ["docs/B.TXT", "docs/b.md", "docs/deep/c.text"]

    @pytest.mark.parametrize("way", ["docs", "docs/", "./docs", "../here/docs", "docs/../docs"])
    def test_the_way_to_a_folder_does_not_show(self, tree: Path, way: str) -> None:
        assert names(way) == names("docs") == names(tree / "here" / "docs")

    def test_a_file_named_by_itself_is_read_whatever_it_is_called(self, tree: Path) -> None:
        assert names("docs/g", "docs/.d.txt", "docs/README.md") == ["docs/.d.txt", "docs/README.md", "docs/g"]

    def test_outside_a_file_is_named_by_itself(self, tree: Path) -> None:
        assert names("../there/sub/a.txt") == ["a.txt"]

    def test_outside_a_folder_gives_its_name(self, tree: Path) -> None:
        assert names("../there") == names(f"{tree}/there/") == ["there/a.txt", "there/sub/a.txt"]

    def test_the_working_directory_itself(self, tree: Path) -> None:
        assert names(".") == ["a.txt", "docs/B.TXT", "docs/b.md", "docs/deep/c.text"]

    def test_the_folder_above(self, tree: Path) -> None:
        assert f"{tree.name}/there/a.txt" in names("..")
        assert "a.txt" in names("..")

    def test_two_files_never_share_a_name(self, tree: Path) -> None:
        assert names("a.txt", "../there/a.txt", "../else/a.txt") == ["a.txt", "else/a.txt", "there/a.txt"]
        assert names("../there/sub/a.txt", "../else/sub/a.txt") == ["else/sub/a.txt", "there/sub/a.txt"]

    def test_more_of_the_way_tells_nested_namesakes_apart(self, tree: Path) -> None:
        (tree / "here" / "there").mkdir()
        (tree / "here" / "there" / "a.txt").touch()
        assert names("there", "../there/a.txt") == sorted(["there/a.txt", "a.txt"])
        assert names("there", "../there", "a.txt") == sorted(
            ["a.txt", "there/a.txt", f"{tree.name}/there/a.txt", "there/sub/a.txt"]
        )

    def test_standard_input(self, tree: Path) -> None:
        assert names("-", "a.txt", "-") == ["-", "a.txt"]

    @pytest.mark.skipif(os.name == "nt", reason="names are text there")
    def test_names_that_are_no_utf8_can_be_written(self, tree: Path) -> None:
        Path(os.fsdecode("名.txt".encode("gbk"))).touch()
        assert "\\xc3\\xfb.txt" in [name.encode("utf-8").decode() for name in names(".")]


class TestOnce:
    def test_a_file_named_twice(self, tree: Path) -> None:
        assert names("docs", "docs/b.md", "./docs/../docs/b.md", tree / "here/docs/b.md") == names("docs")

    def test_a_file_and_a_link_to_it(self, tree: Path) -> None:
        os.symlink("docs/b.md", "link.md")
        assert names("docs/b.md", "link.md") == names("link.md", "docs/b.md")
        assert len(names("docs/b.md", "link.md")) == 1

    def test_outside_the_folder_names_it_better_than_the_file(self, tree: Path) -> None:
        assert (
            names("../there/sub/a.txt", "../there") == names("../there") == names("../there", "../there/sub")
        )

    def test_two_files_alike_are_two(self, tree: Path) -> None:
        Path("copy.txt").write_text(Path("a.txt").read_text())
        assert names("a.txt", "copy.txt") == ["a.txt", "copy.txt"]


class TestTrouble:
    def test_a_path_to_nothing_stands_beside_the_others(self, tree: Path) -> None:
        (good,), (bad,) = (list(i.sources()) for i in find(["missing.txt", "a.txt"]))
        assert isinstance(good, Source)
        assert good.data == b"here/a.txt"
        assert bad == Refusal("missing.txt", "no such file or folder")

    def test_a_folder_without_documents(self, tree: Path) -> None:
        Path("empty").mkdir()
        with pytest.raises(UsageError, match=r"empty: folder without documents \(looked for .*\.txt"):
            find(["empty"])

    def test_nothing_but_paths_to_nothing_is_refused(self, tree: Path) -> None:
        with pytest.raises(UsageError) as refused:
            find(["x", "y"])
        assert str(refused.value).splitlines() == ["x: no such file or folder", "y: no such file or folder"]

    def test_a_link_to_nothing_cannot_be_read(self, tree: Path) -> None:
        os.symlink("nowhere", "link.txt")
        (link,) = find(["link.txt"])
        (refused,) = link.sources()
        assert refused == Refusal("link.txt", "cannot be read: No such file or directory")

    def test_links_in_a_circle_end(self, tree: Path) -> None:
        os.symlink("..", "docs/up")
        assert names("docs") == ["docs/B.TXT", "docs/b.md", "docs/deep/c.text"]
