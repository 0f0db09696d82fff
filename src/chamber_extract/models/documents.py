"""The documents, their articles and pages, and the places in them that ground every other record."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from chamber_extract.models.fields import Number, Refers


class Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_serialization_defaults_required=True)


class Mention(Record):
    """A place in a document: `text` is the document's text from `start_char` to `end_char`, verbatim."""

    document: Annotated[str, Refers("documents")] = Field(description="id of the document")
    section: Annotated[str | None, Refers("sections")] = Field(
        default=None, description="id of the section, null outside sections"
    )
    start_char: int = Field(ge=0, description="first code point of the document's text, from 0")
    end_char: int = Field(ge=0, description="code point after the last")
    text: str = Field(description="the document's text between them, verbatim")
    page: int | None = Field(default=None, description="page number from 1, null where there are no pages")
    aside: bool = Field(
        default=False,
        description="true where it stands around the text and is none of it: navigation, lists of other articles",
    )


class Identified(Record):
    """What has a name of its own in the dataset."""

    id: str = Field(description="unique in the dataset, made of content alone")


class Section(Identified):
    """One article inside a document."""

    title: str = Field(description="as its headline says")
    outlet: str | None = Field(default=None, description="the medium that published the article")
    published: date | None = Field(
        default=None, description="what year-less dates inside are resolved against"
    )
    start_char: int = Field(description="where it begins in the document's text")
    end_char: int = Field(description="where it ends")


class Page(Record):
    """One page of a document that has pages."""

    number: int = Field(ge=1, description="from 1, as the file counts, whatever is printed on the page")
    start_char: int = Field(ge=0, description="where its text begins in the document's text")
    ocr: bool = Field(description="true where the text was read from an image")
    confidence: Number | None = Field(
        default=None,
        description="0 to 1: what the OCR engine gives its reading of the page, by length of text",
    )


class Problem(Record):
    """Something about a document that a reader of the dataset should know."""

    code: str = Field(description="a short stable name, such as replaced_characters")
    message: str = Field(description="what is wrong, in a sentence")


class Document(Identified):
    """One input document."""

    path: str = Field(description="as it was given on the command line, or found in a folder or archive")
    media_type: str | None = Field(default=None, description="what it was read as, such as text/plain")
    encoding: str | None = Field(default=None, description="of its characters, such as gb18030")
    sha256: str | None = Field(default=None, description="of the file's bytes")
    characters: int | None = Field(default=None, description="code points of the document's text")
    title: str | None = Field(default=None, description="as the document says")
    published: date | None = Field(default=None, description="the day it came out, as the document says")
    published_from: Literal["metadata", "text", "row", "option"] | None = Field(
        default=None,
        description="what gave the day: the file's own header, its text, the row of the corpus, or the user",
    )
    publisher: str | None = Field(default=None, description="who brought it out, as the document says")
    url: str | None = Field(default=None, description="the address that the document or its row states")
    authors: list[str] = Field(
        default_factory=list, description="reporters and editors named by the document as a whole"
    )
    sections: list[Section] = Field(
        default_factory=list, description="its articles; empty where it is one article"
    )
    pages: list[Page] = Field(default_factory=list, description="empty where the format has no pages")
    problems: list[Problem] = Field(default_factory=list, description="what went wrong in reading it")
