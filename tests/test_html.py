"""Web pages: what shows of them, as which lines and rows, what stands aside, what they state of themselves."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chamber_extract.errors import ReadError
from chamber_extract.models import Dataset
from chamber_extract.pipeline import extract_sources
from chamber_extract.readers import Loaded, Source, read
from chamber_extract.segment import segment


def page(body: str, head: str = "") -> Loaded:
    return read(
        Source("a.html", f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode())
    )


def text(body: str) -> str:
    return page(body).text.clean


class TestVisibleText:
    @pytest.mark.parametrize(
        ("body", "shown"),
        [
            ("<p>商会捐款<b>20</b>万元。<p>会长致谢。", "商会捐款20万元。\n会长致谢。"),
            ("<p>中国出口\n  信用保险公司</p>", "中国出口信用保险公司"),
            ("<p>捐款 20 万元</p>", "捐款 20万元"),
            ("<p>China Chamber\nof Commerce</p>", "China Chamber of Commerce"),
            ("<p>第一行<br>第二行</p>", "第一行\n第二行"),
            ("<p>A&amp;B公司&nbsp;捐&#x6B3E;</p>", "A&B公司 捐款"),
            ("<p>&lt;p&gt;是段落标签</p>", "<p>是段落标签"),
            ("<p>前</p><script>document.write('<p>捐100万元</p>')</script><p>后</p>", "前\n后"),
            ("<p>前</p><!-- <p>捐100万元</p> --><p>后</p>", "前\n后"),
            ("<p>前</p><div style='display: none'>捐100万元</div><p hidden>捐2元</p><p>后</p>", "前\n后"),
            ("<p>捐款<del>999</del>100万元</p>", "捐款100万元"),
            ("<p>商\u200b会\ufeff捐\u00ad款</p>", "商会捐款"),
            ("<ul><li>口罩6万只<li>防护服300套</ul>", "口罩6万只\n防护服300套"),
            ("<div>甲<div>乙</div>丙</div>", "甲\n乙\n丙"),
            ("<pre>一\n二</pre>", "一\n二"),
            ("<select><option>香港<option>澳门</select><p>正文</p>", "正文"),
            ("<p>未完<div>另一段<p>再一段", "未完\n另一段\n再一段"),
            ("<div><span>来源：侨声报</span><span>作者：王明</span></div>", "来源：侨声报 作者：王明"),
            ("<p>他对<b>记者</b>说</p>", "他对记者说"),
        ],
        ids=[
            "unclosed paragraphs", "line break of the file", "space beside a number", "Latin words", "br", "entities",
            "tags shown as text", "script", "comment", "hidden", "deleted", "zero width", "list", "nested blocks", "pre",
            "choices", "unclosed everything", "labels side by side", "a label's word in a sentence",
        ],
    )  # fmt: skip
    def test_text(self, body: str, shown: str) -> None:
        assert text(body) == shown

    @pytest.mark.parametrize(
        ("body", "shown"),
        [
            ("<pre>单位\t金额\n甲商会\t5万元</pre>", "单位\t金额\n甲商会\t5万元"),
            ("<pre>单位    金额    日期\n甲商会  5万元  3月</pre>", "单位\t金额\t日期\n甲商会\t5万元\t3月"),
            ("<pre>\t商会捐款</pre>", "商会捐款"),
            ("<p>单位\t金额\t日期</p><p>甲商会\t5万元\t3月</p>", "单位\t金额\t日期\n甲商会\t5万元\t3月"),
            ("<p>商会向灾区\t捐款5万元。</p><p>会员\t捐款6万元。</p>", "商会向灾区 捐款5万元。\n会员 捐款6万元。"),
            ("<p>\t\t商会捐款</p>", "商会捐款"),
            ("<p>商会\n\t\t捐款</p>", "商会捐款"),
        ],
        ids=[
            "preformatted", "preformatted with blanks", "an indent", "paragraphs of an office program",
            "sentences", "an indent of the file", "a line of the file",
        ],
    )  # fmt: skip
    def test_tabs(self, body: str, shown: str) -> None:
        assert text(body) == shown

    def test_marks_of_markdown_that_the_page_shows(self) -> None:
        assert text("<p>**一要狠抓落实。**见&lt;http://a.cn/b&gt;</p>") == "一要狠抓落实。见http://a.cn/b"
        assert text("<p>王*明捐款，李*华捐物</p>") == "王*明捐款，李*华捐物"

    def test_lines_of_a_typewriter_are_joined(self) -> None:
        lines = "近日，江苏省工商联与中国出口信\n用保险公司在南京签署合作协议，\n双方将在风险防范等方面展开合\n作。省工商联党组书记出席会议并\n讲话，他说合作对企业十分有利。"
        assert text("<p>" + lines.replace("\n", "<br>") + "</p>") == lines.replace("\n", "")

    def test_offsets_count_the_text_that_was_extracted(self) -> None:
        loaded = page("<h1>公告</h1><p>南非&nbsp;中国商会<b>捐款</b>20万元</p>")
        start = loaded.text.clean.index("捐款20万元")
        assert loaded.text.quote(start, start + 6) == "捐款20万元"
        assert loaded.text.source == "公告\n\n南非 中国商会捐款20万元"

    def test_a_page_without_text_is_refused(self) -> None:
        with pytest.raises(ReadError, match="no text"):
            page("<img src=a.png><script>1</script>")

    def test_headings_have_their_level(self) -> None:
        loaded = page("<h1>商会年报</h1><h2>一、捐赠</h2><p>全年捐款20万元，会员踊跃参加。</p>")
        assert segment(loaded.text, loaded.stated).title == "商会年报"


class TestTables:
    @pytest.mark.parametrize(
        ("body", "shown"),
        [
            ("<table><tr><td>甲商会</td><td>5万元</td></tr></table>", "甲商会\t5万元"),
            ("<table><tr><td>甲商会<td>5万元<tr><td>乙商会<td>3万元</table>", "甲商会\t5万元\n乙商会\t3万元"),
            ("<table><tr><td><p>甲</p><p>商会</p><td>\n 5万元\n</table>", "甲 商会\t5万元"),
            ("<table><tr><th colspan=2>名单<th>金额<tr><td>1<td>甲<td>5</table>", "名单\t\t金额\n1\t甲\t5"),
            (
                "<table><tr><td rowspan=2>甲商会<td>口罩<td>5只<tr><td>手套<td>6双</table>",
                "甲商会\t口罩\t5只\n\t手套\t6双",
            ),
            (
                "<table><tr><td>栏目<td><table><tr><td>甲商会<td>5万元</table></table>",
                "栏目\n甲商会\t5万元",
            ),
            (f"<table><tr><td>{'很长的正文。' * 60}<td>侧栏</table>", f"{'很长的正文。' * 60}\n侧栏"),
        ],
        ids=["one row", "unclosed", "blocks in a cell", "colspan", "rowspan", "layout around data", "layout of text"],
    )  # fmt: skip
    def test_rows(self, body: str, shown: str) -> None:
        assert text(body) == shown


NEWS = "<p>南非中国商会3月5日向湖北捐款20万元，口罩6万只，会长陈建国表示感谢，并呼吁更多会员伸出援手。</p>"
ASIDES = {
    "nav": "<nav><a href=1>泰国中华总商会</a></nav>",
    "footer": "<footer>主办：泰国中华总商会</footer>",
    "role": "<div role=navigation><a href=1>泰国中华总商会</a></div>",
    "class": '<div class="left side-bar sidebar">泰国中华总商会</div>',
    "camel case": '<div id="hotNews">泰国中华总商会</div>',
    "links under a heading": "<h3>相关阅读</h3><div><a href=1>泰国中华总商会</a></div>",
    "list of links": "<ul><li><a href=1>泰国中华总商会</a><li><a href=2>二</a><li><a href=3>三</a></ul>",
    "traditional heading": "<p>相關新聞</p><ul><li><a href=1>泰国中华总商会</a></ul>",
}
NO_ASIDES = {
    "paragraph": "<p>泰国中华总商会</p>",
    "digest of policies": "<ul><li><a href=1>《甲办法》</a> 泰国中华总商会<li><a href=2>《乙办法》</a><li><a href=3>《丙办法》</a></ul>",
    "list of goods": "<ul><li>泰国中华总商会：口罩<li>乙：手套<li>丙：帽子</ul>",
    "a word in a name": '<div class="shared-content">泰国中华总商会</div>',
    "two links": "<ul><li><a href=1>泰国中华总商会</a><li><a href=2>二</a></ul>",
}


class TestAsides:
    @pytest.mark.parametrize("around", ASIDES.values(), ids=ASIDES)
    def test_stand_apart(self, around: str) -> None:
        loaded = page(NEWS + around)
        assert "泰国" not in loaded.text.clean
        assert loaded.asides is not None
        assert "泰国中华总商会" in loaded.asides.clean

    @pytest.mark.parametrize("within", NO_ASIDES.values(), ids=NO_ASIDES)
    def test_look_alikes(self, within: str) -> None:
        assert "泰国中华总商会" in page(NEWS + within).text.clean

    def test_the_text_is_never_aside_whatever_its_name(self) -> None:
        loaded = page(f'<div class="sidebar">{NEWS}</div><footer>完</footer>')
        assert "南非中国商会" in loaded.text.clean

    def test_a_page_of_nothing_but_links_is_its_text(self) -> None:
        assert text("<nav><a href=1>南非中国商会</a></nav>") == "南非中国商会"

    def found(self, main_only: bool) -> Dataset:
        body = f"<h1>侨讯</h1>{NEWS}<h3>相关新闻</h3><ul><li><a href=1>泰国中华总商会捐款30万元</a></ul>"
        data = f"<!DOCTYPE html><html><body>{body}</body></html>".encode()
        return extract_sources([Source("a.html", data, main_only=main_only)])

    def test_finds_in_them_are_marked(self) -> None:
        found = self.found(main_only=False)
        assert {(d.amount, d.aside) for d in found.donations if d.amount} == {(200000, False), (300000, True)}
        assert {(c.name, m.aside) for c in found.chambers for m in c.mentions} == {
            ("南非中国商会", False),
            ("泰国中华总商会", True),
        }

    def test_and_left_out_on_demand_with_nothing_else_changed(self) -> None:
        with_asides, without = self.found(main_only=False), self.found(main_only=True)
        assert without.donations == [d for d in with_asides.donations if not d.aside]
        assert [c.name for c in without.chambers] == ["南非中国商会"]


STATED = {
    "meta": ('<meta name="PubDate" content="2020-03-07 10:00">', "2020-03-07", "metadata"),
    "open graph": ('<meta property="article:published_time" content="2020-03-07T10:00:00Z">', "2020-03-07", "metadata"),
    "linked data": (
        '<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"datePublished":"2020-03-07"}]}</script>',
        "2020-03-07",
        "metadata",
    ),
    "damaged linked data": ('<script type="application/ld+json">{"@type":</script>', None, None),
    "of something else": (
        '<script type="application/ld+json">{"@type":"Product","datePublished":"2020-03-07"}</script>',
        None,
        None,
    ),
}  # fmt: skip


class TestStated:
    @pytest.mark.parametrize(("head", "day", "origin"), STATED.values(), ids=STATED)
    def test_day(self, head: str, day: str | None, origin: str | None) -> None:
        loaded = page(NEWS, head)
        own = segment(loaded.text, loaded.stated)
        assert (own.published and own.published.isoformat(), own.published_from) == (day, origin)

    def test_title_publisher_author_and_address(self) -> None:
        head = (
            "<title>南非中国商会向湖北捐款_侨讯网</title><link rel=canonical href=https://example.org/1>"
            '<meta name="source" content="侨声报"><meta name="author" content="王明">'
        )
        loaded = page(NEWS, head)
        own = segment(loaded.text, loaded.stated)
        assert (own.title, own.publisher, own.url) == (
            "南非中国商会向湖北捐款",
            "侨声报",
            "https://example.org/1",
        )
        assert own.authors == ("王明",)

    def test_the_day_of_a_page_resolves_its_dates(self) -> None:
        head = '<meta name="PubDate" content="2020-03-07">'
        data = f"<!DOCTYPE html><html><head>{head}</head><body>{NEWS}</body></html>".encode()
        (day,) = extract_sources([Source("a.html", data)]).dates
        assert (day.edtf, day.reference and day.reference.isoformat()) == ("2020-03-05", "2020-03-07")


CHARSETS = {
    "GBK labelled gb2312": ("gbk", "gb2312", "gb18030"),
    "GB18030 without a label": ("gb18030", None, "gb18030"),
    "UTF-8 labelled gb2312": ("utf-8", "gb2312", "utf-8"),
    "Big5": ("big5hkscs", "big5", "big5hkscs"),
    "UTF-16": ("utf-16", "utf-8", "utf-16-le"),
}


@pytest.mark.parametrize(("written", "label", "expected"), CHARSETS.values(), ids=CHARSETS)
def test_charset(written: str, label: str | None, expected: str) -> None:
    words = "香港中華總商會舉行會員大會，選舉新一屆會長及副會長。會議通過向災區捐贈的決議。"
    meta = f'<meta charset="{label}">' if label else ""
    loaded = read(
        Source("a.html", f"<html><head>{meta}</head><body><p>{words}</p></body></html>".encode(written))
    )
    assert (loaded.text.clean, loaded.encoding) == (words, expected)


def test_the_server_s_label_is_believed_if_it_is_true() -> None:
    words = "<p>鎔基商會</p>"
    assert read(Source("a.html", words.encode("big5"), charset="big5")).encoding == "big5hkscs"
    assert read(Source("a.html", words.encode(), charset="gb2312")).encoding == "utf-8"


def test_a_saved_page_is_read_and_keeps_its_address() -> None:
    data = (
        b"Snapshot-Content-Location: https://example.org/1\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="x"\r\n\r\n'
        b"--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n"
        b"--x\r\nContent-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n<p>"
        + "商会捐款二十万元，会长致谢。".encode("gbk")
        + b"</p>\r\n--x--\r\n"
    )
    loaded = read(Source("a.mht", data))
    assert (loaded.text.clean.strip(), loaded.media_type) == (
        "商会捐款二十万元，会长致谢。",
        "multipart/related",
    )
    assert segment(loaded.text, loaded.stated).url == "https://example.org/1"


def test_a_saved_page_without_the_page() -> None:
    data = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: image/png\r\n\r\n\r\n--x--\r\n'
    with pytest.raises(ReadError, match="saved web page") as error:
        read(Source("a.mhtml", data))
    assert error.value.code == "damaged"


HOSTILE = {
    "deep": "<div>" * 100_000 + "商会捐款",
    "fonts left open": "".join(f"<font id={i}>" for i in range(3000)) + "<p>商会" * 3000,
    "tables in tables": "<table><tr><td>" * 3000 + "商会捐款",
    "one word again and again": '<div class="nav">商会</div>' * 20_000,
    "links": "<a href=1>商会</a>" * 50_000,
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_hostile_pages_are_read_in_time(body: str) -> None:
    start = time.process_time()
    assert "商会" in text(body)
    assert time.process_time() - start < 10  # seconds; building the tree of the first took a minute


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "<p> </p> <td> <tr> <table> </table> <div> </div> <br> <b> </i> <nav> </nav> <li> <h1> <pre> <!-- --> <script> & &# &nbsp; < > 商会 捐款 20万元 \n \x00 \x1e".split(
                " "
            )
        ),
        max_size=60,
    )
)
def test_any_soup_is_read_with_its_offsets(pieces: list[str]) -> None:
    try:
        loaded = read(Source("a.html", ("<html>" + "".join(pieces)).encode()))
    except ReadError:
        return
    for view in (loaded.text, loaded.asides):
        if view is not None:
            starts = list(view.starts)
            assert starts == sorted(set(starts))
            for i, char in enumerate(view.clean):
                assert char in "\n\t " or view.quote(i, i + 1) == char
