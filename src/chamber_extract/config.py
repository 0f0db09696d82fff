"""Settings of a project: `extract.toml`, or `[tool.extract]` in pyproject.toml. The command line wins over them."""

from __future__ import annotations

import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from chamber_extract.errors import UsageError

NAMES = ("extract.toml", "pyproject.toml")


class Settings(BaseModel):
    """What `extract` would be told on the command line, under the same names."""

    model_config = ConfigDict(
        extra="forbid", strict=True, alias_generator=lambda name: name.replace("_", "-")
    )

    format: str | None = None
    output: list[str] = Field(default_factory=list)
    table: str | None = None
    headers: str | None = None
    add_bom: bool | None = None
    encoding: str | None = None
    escape_formulas: bool | None = None
    gazetteer: list[str] = Field(default_factory=list)
    min_confidence: float | int | None = None
    text_field: str | None = None
    main_only: bool | None = None
    ner: bool | None = None


def load(path: Path | None = None, *, folder: Path = Path()) -> dict[str, Any]:
    """The settings that the file makes, by option; of the folder's own where none is named.

    Gazetteers are found from where the file is. Raises UsageError where it is missing or says what no
    option does.
    """
    if path is None:
        path = next((folder / name for name in NAMES if (folder / name).is_file()), None)
        if path is None:
            return {}
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: no TOML: {error}") from error
    if path.name == "pyproject.toml":
        content = content.get("tool", {}).get("extract", {})
    if isinstance(content.get("output"), str):
        content["output"] = [content["output"]]
    try:
        settings = Settings.model_validate(content)
    except ValidationError as error:
        raise UsageError("\n".join(f"{path}: {_said(e)}" for e in error.errors())) from error
    found = settings.model_dump(exclude_unset=True)
    if "gazetteer" in found:
        found["gazetteer"] = [str(path.parent / name) for name in found["gazetteer"]]
    return found


def _said(error: Any) -> str:
    name = ".".join(map(str, error["loc"]))
    if error["type"] != "extra_forbidden":
        return f"{name}: {error['msg'].removeprefix('Input ')}, found {error['input']!r}"
    known = [field.replace("_", "-") for field in Settings.model_fields]
    near = get_close_matches(name, known, n=1)
    return f"unknown setting {name!r}: " + (
        f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
    )
