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


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("R√•dgivning, b√∏rn, √Üldre ‚Äì og ¬ß 3.", ["√•", "√∏", "√Ü", "‚Äì", "¬ß"]),
        ("b┬ørn, R├Ñdgivning, for├ªldre ÔÇô nu.", ["├Ñ", "├ª", "┬ø", "ÔÇô"]),
        ("bГёrn og sГ¦rlig.", ["Гё", "Г¦"]),
        ("b=C3=B8rn og r%C3%A5d.", ["=C3=B8", "%C3%A5"]),
        ("b°rn, sµrlig, RÕdgivning.", ["µ", "°", "Õ"]),
        ("b›rn, s‘rlig, R†dgivning.", ["‘", "›", "†"]),
        ("b¯rn, sÊrlig, RÂdgivning.", ["Ê", "¯", "Â"]),
        ("b¿rn, s¾rlig, RŒdgivning.", ["¾", "¿", "Œ"]),
        ("R?dgivning til b?rn og ?ldre. ?ben.", ["?", "?", "?", "?"]),
    ],
)
def test_letters_of_other_wrong_encodings_are_found(text: str, broken: list[str]) -> None:
    assert found(text) == [("W712", sign, {"written": sign}, None) for sign in broken]


@pytest.mark.parametrize(
    "text",
    [
        "Skão, São Paulo og Ã.",
        "Â, Å og â.",
        "Et € og et ”citat“.",
        "Er det 20 °C, 5 µg, ½ L og L’Œuvre? Ja. Hvad? og hvordan ? Se https://sst.dk/a?b=c.",
        "√2, ¬A, ‚citat‘, Ô, Гоголь, =C3, 5 %C og PLO’s († 1849).",
    ],
)
def test_foreign_letters_are_left_alone(text: str) -> None:
    assert [each for each in found(text) if each[0] == "W712"] == []
