"""The markup inside a paragraph: links and emphasis, and nothing else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statusnote.reading import inline
from statusnote.reading.inline import (
    MOST_ASTERISKS,
    Span,
    foreign_links,
    parse,
    plain,
    unclosed_emphasis,
)


def text(words: str, href: str = "") -> Span:
    return Span("text", words, "", href)


def link(href: str, *inside: Span) -> tuple[Span, ...]:
    within = (each._replace(href=href) for each in inside)
    return (Span("link_open", href=href), *within, Span("link_close", href=href))


def em(*inside: Span, markup: str = "*") -> tuple[Span, ...]:
    return (Span("em_open", markup=markup), *inside, Span("em_close", markup=markup))


def strong(*inside: Span) -> tuple[Span, ...]:
    return (Span("strong_open", markup="**"), *inside, Span("strong_close", markup="**"))


# Addresses, with what they lead to; and what may follow one, with its spans.
ADDRESSES = {
    "HTTPS://WWW.Sst.dk": "HTTPS://WWW.Sst.dk",
    "Http://sst.dk:8080/": "Http://sst.dk:8080/",
    "Www.sst.dk": "https://Www.sst.dk",
    "WWW.SST.DK/Vold": "https://WWW.SST.DK/Vold",
    "https://da.wikipedia.org/wiki/Vold_(jura)": "https://da.wikipedia.org/wiki/Vold_(jura)",
    "www.sst.dk?a=(1)&b=\\c|d": "https://www.sst.dk?a=(1)&b=%5Cc%7Cd",
    "bo.b+x@social-min.sm.dk": "mailto:bo.b+x@social-min.sm.dk",
}
RESTS = {
    rest: (text(rest),)
    for rest in (".", ", og", "!", ")", ").", "]", "-", "- og", "–nu", " – nu", "…", "’", "«")
} | {"": ()}


@pytest.mark.parametrize(
    ("paragraph", "spans"),
    [
        ("Ren tekst.", (text("Ren tekst."),)),
        (
            "Se www.sst.dk/vold, (https://a.dk/*b_c*?d=1#e) og *post@sm.dk*.",
            (
                text("Se "),
                *link("https://www.sst.dk/vold", text("www.sst.dk/vold")),
                text(", ("),
                *link("https://a.dk/*b_c*?d=1#e", text("https://a.dk/*b_c*?d=1#e")),
                text(") og "),
                *em(*link("mailto:post@sm.dk", text("post@sm.dk"))),
                text("."),
            ),
        ),
        (
            "[www.a.dk](https://b.dk) »http://a.dk«",
            (
                *link("https://b.dk", text("www.a.dk")),
                text(" »"),
                *link("http://a.dk", text("http://a.dk")),
                text("«"),
            ),
        ),
        (r"[a\]b](https://a.dk)", link("https://a.dk", text("a]b"))),
        (
            "<https://www.sst.dk>",
            (
                text("<"),
                *link("https://www.sst.dk", text("https://www.sst.dk")),
                text(">"),
            ),
        ),
        *(
            (f"Se {address}{rest}", (text("Se "), *link(href, text(address)), *rests))
            for address, href in ADDRESSES.items()
            for rest, rests in RESTS.items()
        ),
        *(
            (f"{address}-siden.", (*link(href, text(address)), text("-siden.")))
            for address, href in (("www.sst.dk", "https://www.sst.dk"), ("a@b.dk", "mailto:a@b.dk"))
        ),
        (
            "(se www.a.dk/Vold_(jura)/b(c).)",
            (
                text("(se "),
                *link("https://www.a.dk/Vold_(jura)/b(c)", text("www.a.dk/Vold_(jura)/b(c)")),
                text(".)"),
            ),
        ),
        (
            "[her](https://www.ærø.dk/på) som https://www.ærø.dk/på",
            (
                *link("https://www.xn--r-3fa9c.dk/p%C3%A5", text("her")),
                text(" som "),
                *link("https://www.xn--r-3fa9c.dk/p%C3%A5", text("https://www.ærø.dk/på")),
            ),
        ),
        *(
            (plain, (text(plain),))
            for plain in ("@org/team", "a@b", "www. og ://", "wwww.a.dk", "x@@y.dk", "ftp://a.dk")
        ),
        *(
            (plain, (text(plain),))
            for plain in ("a@b.c1", "https://a", "https://a/b.dk", ".a@b.dk")
        ),
        ("", ()),
        ("*Lov om social service*", em(text("Lov om social service"))),
        (
            '(*lov*), »*lov*« og "*lov*"',
            (
                *(text("("), *em(text("lov")), text("), »"), *em(text("lov")), text('« og "')),
                *(*em(text("lov")), text('"')),
            ),
        ),
        ("*Lov om »nære relationer«*.", (*em(text("Lov om »nære relationer«")), text("."))),
        (
            '*Lov (nr. 2)*, *Lov "3"*',
            (*(*em(text("Lov (nr. 2)")), text(", "), *em(text('Lov "3"'))),),
        ),
        ("**vigtigt**", strong(text("vigtigt"))),
        ("***begge dele***", em(*strong(text("begge dele")))),
        (
            "en *lille **og stor** forskel*",
            (text("en "), *em(text("lille "), *strong(text("og stor")), text(" forskel"))),
        ),
        ("[sst.dk](https://www.sst.dk/vold)", link("https://www.sst.dk/vold", text("sst.dk"))),
        ('[SST](https://sst.dk "Styrelsen")', link("https://sst.dk", text("SST"))),
        ("[SST](<https://sst.dk>)", link("https://sst.dk", text("SST"))),
        ("[*SST*](https://sst.dk) her", (*link("https://sst.dk", *em(text("SST"))), text(" her"))),
        (
            "[a](https://a.dk)[b](https://b.dk)",
            (*link("https://a.dk", text("a")), *link("https://b.dk", text("b"))),
        ),
        ("[skriv](mailto:post@sst.dk)", link("mailto:post@sst.dk", text("skriv"))),
        ("[her](øst.dk/på tværs)", (text("[her](øst.dk/på tværs)"),)),
        ("[her](https://sst.dk/på)", link("https://sst.dk/p%C3%A5", text("her"))),
        (
            "![billede](https://sst.dk/a.png)",
            (text("!"), *link("https://sst.dk/a.png", text("billede"))),
        ),
    ],
)
def test_links_and_emphasis_are_read(paragraph: str, spans: tuple[Span, ...]) -> None:
    assert parse(paragraph) == spans


@pytest.mark.parametrize(
    "paragraph",
    [
        "<b>fed</b> & <script>alert(1)</script>",
        "&lt; &amp; &#42;",
        "`kode` og ~~streget~~",
        "# ikke en overskrift",
        "1. ikke en liste",
        "> ikke et citat",
        "| ikke | en | tabel |",
        "markeret med *, er finansieret",
        "2 * 3 * 4",
        *("5_000_000", "_Lov_", "__init__", "fil_2025_endelig.pdf"),
        *("2*500.000 kr. og 3*250.000 kr.", "5**2 = 25 og 3**2 = 9", "»*« og »*«", "(*) og (*)"),
        *("elev*er og lærer*e", "Beløb* og tal*", "* og *", "*) foreløbig", "a *b", "*", "***"),
        *("- *", "børne*- og unge*", "100 kr.*/120 kr.*"),
        "[i klammer] og [uden](mål",
        "{antal} {{ titel }} {% for %}",
        "slutter med \\",
    ],
)
def test_everything_else_stays_the_text_that_it_is(paragraph: str) -> None:
    assert parse(paragraph) == (text(paragraph),)


@pytest.mark.parametrize(
    ("paragraph", "words"),
    [
        (r"\*ikke fremhævet\*", "*ikke fremhævet*"),
        (r"\[ikke et link\](sst.dk)", "[ikke et link](sst.dk)"),
        (r"\\fil01\sager\2025 \_ \# \( \æ \\", r"\\fil01\sager\2025 \_ \# \( \æ \\"),
        (r"\\*lov\\*", r"\*lov\*"),
    ],
)
def test_a_backslash_takes_the_markup_out_of_a_sign(paragraph: str, words: str) -> None:
    spans = parse(paragraph)
    assert ([span.kind for span in spans], plain(spans)) == (["text"], words)


def test_the_words_of_a_paragraph_are_without_its_markup() -> None:
    paragraph = r"Se *Vejledning om **løsladelse*** på [retsinformation.dk](https://r.dk) \*nu\*."
    assert plain(parse(paragraph)) == "Se Vejledning om løsladelse på retsinformation.dk *nu*."


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r*_[]\\")))
def test_text_without_markup_comes_back_as_it_is(words: str) -> None:
    assert plain(parse(words)) == words
    assert foreign_links(words) == []


@given(st.text('ab1 .*»«()"', max_size=40))
def test_no_asterisk_is_lost_but_those_that_are_markup(words: str) -> None:
    spans = parse(words)
    markup = "".join(span.markup for span in spans)
    assert set(markup) <= {"*"}
    assert plain(spans).count("*") + len(markup) == words.count("*")
    assert plain(spans).replace("*", "") == words.replace("*", "")


@pytest.mark.parametrize(
    ("paragraph", "places"),
    [
        ("Ingen.", []),
        ("*lov* og **lov**", []),
        ("2*3, (*) og tal*", []),
        ("Se *Lov om social service.", [3]),
        ("**Lov* og *lov", [0, 10]),
        ("*a* *b*c", [4]),
    ],
)
def test_emphasis_that_nothing_closes_is_found(paragraph: str, places: list[int]) -> None:
    assert unclosed_emphasis(paragraph) == places


LINK = " [](a)"  # which makes it look at the text as one with links, and is none


@given(st.text('ab1 *(»"\\[.-', max_size=MOST_ASTERISKS))
def test_emphasis_is_found_unclosed_by_the_same_rules_with_links_and_without(words: str) -> None:
    assert unclosed_emphasis(words) == unclosed_emphasis(words + LINK)


def test_more_asterisks_among_links_than_anyone_writes_are_not_looked_at() -> None:
    assert unclosed_emphasis(" *a" * MOST_ASTERISKS + LINK) == [*range(1, 3 * MOST_ASTERISKS, 3)]
    assert unclosed_emphasis(" *a" * (MOST_ASTERISKS + 1) + LINK) == []


@given(st.text("ab \u00e6*_[]()\\<>!:/", max_size=40))
def test_no_letter_is_lost_or_moved_by_markup(words: str) -> None:
    spans = parse(words)
    assert {span.kind for span in spans} <= {
        *("text", "em_open", "em_close", "strong_open", "strong_close", "link_open", "link_close")
    }
    kept = iter(words)
    assert all(sign in kept for sign in plain(spans))


@pytest.mark.parametrize(
    ("paragraph", "foreign"),
    [
        ("Ingen links.", []),
        ("[a](https://sst.dk) [b](http://sst.dk/a?b#c) [c](mailto:post@sst.dk)", []),
        ("[a](HTTPS://sst.dk) [b](Mailto:post@sst.dk)", []),
        ("[a](sst.dk) [b](/vold) [c](a.pdf) [d](#e)", ["sst.dk", "/vold", "a.pdf", "#e"]),
        ("[a](//sst.dk) [b](file:///a.pdf)", ["//sst.dk", "file:///a.pdf"]),
        ("[a](javascript:alert) [b](data:text/html,x)", ["javascript:alert", "data:text/html,x"]),
        ("[a]() [b](<>)", ["", ""]),
        ("[a](https://) [b](http:///a) [c](https:b.dk)", ["https://", "http:///a", "https:b.dk"]),
        ("[a](mailto:) [b](mailto:sst.dk)", ["mailto:", "mailto:sst.dk"]),
        ("[a](ærø.pdf) [b](<ærø og als.pdf>)", ["ærø.pdf", "ærø og als.pdf"]),
        ("[*a*](a.pdf) og [ikke et link](a b.pdf)", ["a.pdf"]),
    ],
)
def test_links_that_lead_to_no_whole_address_are_found_as_written(
    paragraph: str, foreign: list[str]
) -> None:
    assert foreign_links(paragraph) == foreign


@given(st.text("ab w.:/*[]()\\@\0\r\n<&_", max_size=20))
def test_what_is_taken_for_text_at_a_glance_is_text(words: str) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(inline, "_MAY_BE_MARKUP", re.compile(""))
        looked_at_closely = parse(words)
    assert parse(words) == looked_at_closely
