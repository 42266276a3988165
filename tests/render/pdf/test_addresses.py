"""Each address in a page stands by itself, and its text is what it was."""

from xml.etree.ElementTree import tostring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statusnote import danish
from statusnote.render.pdf.document import PackagedFonts, parsed

JOINER, SPACE = "\u2060", "\u200b"


def set_apart(inside: str) -> str:
    """What stands in the body of a page with *inside* in its."""
    body = parsed(f"<body>{inside}</body>", PackagedFonts()).etree_element.find("body")
    return tostring(body, encoding="unicode").removeprefix("<body>").removesuffix("</body>")


def span(text: str) -> str:
    return f'<span class="address">{text}</span>'


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("Se (www.a.dk), tak.", f"Se {span('(www.a.dk),')} tak."),
        ("a@b.dk  <b>c</b> Www.d.dk", f"{span('a@b.dk')}  <b>c</b> {span('Www.d.dk')}"),
        ("<b>c</b>@d <i>e</i> f", f"<b>c</b>{span('@d')} <i>e</i> f"),
        ("<p>a <a>ftp://b</a> c</p>", f"<p>a <a>{span(f'ftp://{JOINER}b')}</a> c</p>"),
        (
            "https://arbejdsmarked.dk/en.a@b/@c",
            span(f"https://{JOINER}arbejdsmarked.{SPACE}dk/{SPACE}en.{SPACE}a@{SPACE}b/@c"),
        ),
    ],
)
def test_an_address_stands_in_a_span(inside: str, expected: str) -> None:
    assert set_apart(inside) == expected


@pytest.mark.parametrize(
    "inside",
    [
        "Ingen <b>her</b>, bl.a. kl. 10:30.",
        "<!--a@b--> c",
        "<style>@page { margin: 0 }</style>",
        "<script>a@b</script>",
        '<b title="a@b">c</b>',
    ],
)
def test_all_else_stays_as_it_is(inside: str) -> None:
    assert set_apart(inside) == inside


def test_no_drawing_is_changed() -> None:
    assert span("a@b") not in set_apart("<svg><title>a@b</title></svg>")


@given(st.lists(st.sampled_from(["a@b", " ", "c", "<b>", "</b>", "www.d.dk/e/f.g", "\n", "://"])))
def test_the_text_is_what_it_was(pieces: list[str]) -> None:
    page = f"<body>{''.join(pieces)}</body>"
    body = parsed(page, PackagedFonts()).etree_element.find("body")
    shown = "".join(piece for piece in pieces if not piece.startswith("<"))
    assert danish.plain("".join(body.itertext())).strip() == shown.strip()
