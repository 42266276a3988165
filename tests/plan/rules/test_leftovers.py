"""What was to be filled in, HTML, and broken characters."""

import pytest
from support.plan_texts import found


@pytest.mark.parametrize(
    "written",
    [
        *("xx", "XX", "xxxx", "xx.xx", "xx-xx", "TODO", "TBD", "FIXME", "N.N.", "???", "????"),
        *(
            "[indsæt tal]",
            "[indsæt www.sst.dk/a]",
            "[Indsæt tekst her]",
            "[tekst]",
            "[udfyldes]",
            "<indsæt navn>",
            "[dato]",
        ),
        *("Lorem ipsum", "lorem ipsum"),
    ],
)
def test_what_is_left_to_fill_in_is_found(written: str) -> None:
    assert found(f"Det sker {written} her.") == [("W709", written, {"written": written}, None)]


@pytest.mark.parametrize("written", ["~", "null", "-", "–", "?", "…", " null "])
def test_a_text_that_says_nothing_is_found(written: str) -> None:
    expected = [("W709", written, {"written": written.strip()}, None)]
    assert found(written) == found("Her.", title=written) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Se [tekst](https://sst.dk/xx) og [dato](mailto:xx@sst.dk) og [sic] og [den].",
        "Det er […] og [...] ikke.",
        "Se www.sst.dk/TODO, xx@sst.dk, sst.dk/xx og https://sst.dk/???a.",
        "En maxx, xxl, axx, METODO, TODOS, null og A.N.N. og én - streg?? {antal}.",
        "Der er [tekst](her) og 3 <5 og 5> 3 ~ x X.",
    ],
)
def test_what_is_filled_in_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "written",
    [
        *("<br>", "<br/>", "<br />", "</b>", "<B>", '<a href="https://sst.dk/a">', "<h2>", "<!--"),
        *("&nbsp;", "&amp;", "&#160;", "&#xA0;"),
    ],
)
def test_html_is_found(written: str) -> None:
    assert found(f"Det er {written} her.") == [("W710", written, {"written": written}, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Det er 3 < 5 og 5 > 3, <b og c> og <brev> og AT&T; og R&D.",
        "Se https://sst.dk/?a=1&amp;b=2 og <https://sst.dk/a>.",
    ],
)
def test_what_is_no_html_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("written", ["Ã¦", "Ã¸", "Ã¥", "Ã˜", "â€“", "â€™", "Â§", "\ufffd"])
def test_broken_characters_are_found(written: str) -> None:
    assert found(f"Det er s{written} her.") == [("W712", written, {"written": written}, None)]


@pytest.mark.parametrize("text", ["Skão, São Paulo og Ã.", "Â, Å og â.", "Et € og et ”citat“."])
def test_foreign_letters_are_left_alone(text: str) -> None:
    assert [each for each in found(text) if each[0] == "W712"] == []
