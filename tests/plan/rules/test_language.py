"""Rules about the Danish of the note: what is found, and what is left alone."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from support.project import REAL

from statusnote.plan.rules.language import check
from statusnote.reading.nodes import Fragment, MappingNode, Node, ScalarNode, SequenceNode

Found = tuple[str, str, dict[str, object], str | None]


def plan(*paragraphs: str, title: str = "Status") -> MappingNode:
    return MappingNode(
        {
            ScalarNode("title"): ScalarNode(title),
            ScalarNode("introduction"): SequenceNode(map(ScalarNode, paragraphs)),
        }
    )


def shown(place: object) -> str:
    assert isinstance(place, Fragment)
    assert 0 <= place.start < place.end <= len(place.text)
    return place.text[place.start : place.end]


def found(*paragraphs: str, title: str = "Status") -> list[Found]:
    return [
        (code, shown(where), dict(details), shown(other) if other else None)
        for code, where, details, other in check(plan(*paragraphs, title=title))
    ]


def as_read(value: object) -> Node:
    if isinstance(value, dict):
        return MappingNode({ScalarNode(key): as_read(each) for key, each in value.items()})
    if isinstance(value, list):
        return SequenceNode(map(as_read, value))
    return ScalarNode(value)


def test_nothing_is_found_in_the_real_plan() -> None:
    text = REAL.read_text(encoding="utf-8")
    real = as_read(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506
    assert isinstance(real, MappingNode)
    assert list(check(real)) == []


def test_nothing_is_found_where_there_is_no_text() -> None:
    assert list(check(MappingNode())) == []


@pytest.mark.parametrize(
    ("text", "written", "better"),
    [
        ("Omkring 2500 læger.", "2500", "2.500"),
        ("De 12500 kom.", "12500", "12.500"),
        ("I 2500 tilfælde.", "2500", "2.500"),
        ("Der kom 2500.", "2500", "2.500"),
        ("Der kom i 2023 2500 personer.", "2500", "2.500"),
        ("Der kom 400. 2500 gik.", "2500", "2.500"),
        ("Der kom 2500, og 10 gik.", "2500", "2.500"),
        ("I alt (2500) kom.", "2500", "2.500"),
        ("PLO’s 2500 medlemmer.", "2500", "2.500"),
        ("Der er givet 2000 kr. til det.", "2000", "2.000"),
        ("Der er givet 2000 kroner.", "2000", "2.000"),
        ("Der er givet 2025,- til det.", "2025", "2.025"),
        ("Kurserne nåede 1950 deltagere.", "1950", "1.950"),
        ("Der er givet 12500000 kr. til det.", "12500000", "12.500.000"),
        ("Danskerne er 123456789.", "123456789", "123.456.789"),
    ],
)
def test_thousands_without_points_are_found(text: str, written: str, better: str) -> None:
    details = {"written": written, "better": better}
    assert found(text, "Der er uddelt 5.400 håndbøger.") == [("W701", written, details, "5.400")]


@pytest.mark.parametrize(
    "text",
    [
        "I 2025 kom de, og for 2025 er der 3; alt i 2025, december 2024.",
        "Grundloven er fra 1849, og loven før den fra 1789.",
        "Se nr. 1234 og 1235, §§ 1234, 1235 og 1236 og konto 12345 eller 12346.",
        "I 2023-2026, 2023–2026 og 2024/25 og i 2020'erne.",
        "Grundloven af 5. juni 1849 og året 1848.",
        "Det står på § 1234 og §§1234 og § 11.11.01.40.",
        "Se stk. 1234, spm. 1234, nr. 1234, lov nr. 1234, j.nr. 1234 og sagsnr. 12345.",
        "Se L 1234, BEK nr. 1234, sagsnummer: 12345 og CVR-nr.: 1234.",
        "Ring på 33929300, 33 92 93 00, 3392 9300, tlf. 12345, telefon: 12345 eller +4533929300.",
        "Hotlinen 1888 er åben. Ring til 1888, 116 111 eller 7020 3082.",
        "Kontoret ligger på Slotsholmsgade 10, 1216 København K, og i 8000 Aarhus C.",
        "Det har CVR 12345678, EAN 5798000362055, P 1234567890 og ISBN 9788712345678.",
        "Skriv til 2500@sum.dk eller a.2500@sum.dk, eller se serduvolden.dk/2500 og x.dk/a=2500.",
        "Se https://sst.dk/2500 og www.sst.dk/a,2500, og [her](https://sst.dk/en=2500).",
        "Den 2025-04-10, 10.04.2025, kl. 1430 og 3,1415 og 12.5000 og 2500.5.",
        "Sagerne AB-1234, 2024-1234, A1234, 1234a, #1234 og 1234567890123456.",
        "Koden er 0123, og konto 12345.",
    ],
)
def test_other_figures_are_left_alone(text: str) -> None:
    assert found(text, "Der er uddelt 5.400 håndbøger.") == []


def test_thousands_need_no_points_where_no_number_has_them() -> None:
    assert found("Omkring 2500 læger.", "Den 10.04.2025 kom §1.234, 2.500.1 og 12.5000.") == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Det koster 5.400,50 kr. her.", "5.400"),
        ("Omkring 20.000-30.000 kom.", "20.000"),
        ("Kun 1.234.567 kom.", "1.234.567"),
    ],
)
def test_the_first_number_with_points_is_shown(text: str, first: str) -> None:
    details = {"written": "2500", "better": "2.500"}
    assert found(text, "Kun 1.000 og 2500.") == [("W701", "2500", details, first)]


def test_labels_count() -> None:
    details = {"written": "2500", "better": "2.500"}
    assert found("Der kom 5.400.", title="De 2500") == [("W701", "2500", details, "5.400")]
    assert found("Der kom 2500.", title="De 5.400") == [("W701", "2500", details, "5.400")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der er givet 50.000 kr til det.", [("W702", "kr", {}, None)]),
        ("Der er givet 50.000kr, altså 4 mio. kr.", [("W702", "kr", {}, None)]),
        (
            "Der er givet 4 mio kr og 4,5 mia.",
            [
                ("W702", "kr", {}, None),
                ("W711", "mio", {"written": "mio", "better": "mio."}, None),
            ],
        ),
        (
            "Der er givet 4,5mia kroner.",
            [("W711", "mia", {"written": "mia", "better": "mia."}, None)],
        ),
        (
            "Der er givet 50.000. kr. til det.",
            [("W703", "50.000.", {"written": "50.000.", "better": "50.000"}, None)],
        ),
        (
            "4,5. mio. kroner og 5.kroner.",
            [
                ("W703", "4,5.", {"written": "4,5.", "better": "4,5"}, None),
                ("W703", "5.", {"written": "5.", "better": "5"}, None),
            ],
        ),
    ],
)
def test_points_of_amounts_are_found(text: str, expected: list[Found]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Der er givet 50.000 kr., 4 mio. kr. og 5 mia. kr. til 3 krav og 50 kroner.",
        "Det er kr og mio og mia, som hedder 4 millioner og 5 miaver.",
        "Det skete i 2025. Kroner er der ingen af, og det var den 2. krav.",
        "Se https://sst.dk/50.kr og [her](https://sst.dk/5.kr).",
    ],
)
def test_amounts_that_are_right_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Det er sket.. Nu er det slut.", ".."),
        ("Læger mv..", ".."),
        ("Læger,, og andre.", ",,"),
        ("Læger ,og andre.", " ,"),
        ("Læger , og andre.", " ,"),
        ("Det er sket .", " ."),
        ("Det er sket. . Nu er det slut.", " ."),
        ("Se www.sst.dk.. Den er ny.", ".."),
    ],
)
def test_stray_stops_are_found(text: str, written: str) -> None:
    assert found(text) == [("W704", written, {"written": written}, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Læger mv., sygeplejersker m.fl., og andre ...",
        "Det … og så ... og .... og ord…",
        "De fik en adresse på .dk og ,5 procent.",
        "Se https://sst.dk/a..b,,c og [her](https://sst.dk/a..b).",
    ],
)
def test_other_stops_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("Det er sket", "sket"),
        ("Det er sket,", "sket,"),
        ("Det er sket (se bilag)", "bilag"),
        ("Det kaldes (»vold«)", "vold"),
        ("Det hedder *Lov om x*", "x"),
        ("Det hedder _Lov_ *", "Lov"),
        ("Det er sket \\*", "sket"),
        ("Det ligger [i (mappen)](https://sst.dk)", "mappen"),
        ("Det ligger på https://sst.dk", "https://sst.dk"),
        ("Det ligger [her](på en hylde)", "hylde"),
        ("Det er sket\n", "sket"),
        ("Det er sket\u2003", "sket"),
        ("Tilskud", "Tilskud"),
    ],
)
def test_paragraphs_without_an_end_are_found(text: str, ending: str) -> None:
    assert found(text) == [("W705", ending, {"ending": ending}, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Der er givet tilskud til følgende projekter:",
        "Er det sket?",
        "Det er sket!",
        "Det er sket …",
        "Det ligger på [www](https://x.dk).",
        "Det ligger på [www.](https://x.dk)",
        "Det ligger på [www.](https://x.dk/a_(b))",
        "Det hedder *Lov om x*.",
        "Det hedder *Lov om x m.v.*",
        "Det er sket (se bilag).",
        "Det er sket. (Se bilag.)",
        "Hun sagde: »Det er sket.«",
        "Det er sket. *",
        "Det er sket. \\*",
        "Det er sket.\n",
        "*",
        "\u2003*",
    ],
)
def test_paragraphs_with_an_end_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "spaces"),
    [
        ("Det  er sket.", ["  "]),
        ("Det   er  sket.", ["   ", "  "]),
        ("Det \xa0er sket.", [" \xa0"]),
        ("Det\xa0 er sket.", ["\xa0 "]),
        ("Det\xa0\xa0er \xa0 sket.", [" \xa0 ", "\xa0\xa0"]),
    ],
)
def test_more_spaces_than_one_are_found(text: str, spaces: list[str]) -> None:
    assert found(text) == [("W706", each, {}, None) for each in spaces]


def test_spaces_at_the_ends_of_lines_are_left_alone() -> None:
    assert found("  Det er  \n  sket.\xa0 ", "  Her.  ", title="Et\xa0ord  ") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Det er ’vold’ og 'vold'.", [("W707", "'", {"written": "'"}, "’")] * 2),
        ('»Vold« er "vold".', [("W707", '"', {"written": '"'}, "»")] * 2),
        ("PLO's og PLO’s læger.", [("W707", "'", {"written": "'"}, "’")]),
        ('PLO\'s "læger".', []),
        ("PLO’s »læger«.", []),
        ("Se https://sst.dk/'a' og PLO’s læger.", []),
    ],
)
def test_quotes_of_two_kinds_are_found(text: str, expected: list[Found]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Det er fx her og f.eks. der.", [("f.eks.", "fx", "fx")]),
        ("Fx her. F.eks. der.", [("F.eks.", "Fx", "Fx")]),
        ("Læger mv. og andre m.v. eller m. v.", [("m.v.", "mv.", "mv."), ("m. v.", "mv.", "mv.")]),
        ("Læger m.fl. og andre mfl. her.", [("mfl.", "m.fl.", "m.fl.")]),
        (
            "Bl.a. her, bla. der, bl. a. og bl.\na.",
            [
                ("bla.", "bl.a.", "Bl.a."),
                ("bl. a.", "bl.a.", "Bl.a."),
                ("bl.\na.", "bl.a.", "Bl.a."),
            ],
        ),
        ("Ift. dem og i.f.t. os.", [("i.f.t.", "ift.", "Ift.")]),
        (
            "Dvs. her, d.v.s. der; osv. her, o.s.v. der.",
            [("d.v.s.", "dvs.", "Dvs."), ("o.s.v.", "osv.", "osv.")],
        ),
        (
            "Inkl. dem og incl. os; 4 mill. og 5 mio. mere.",
            [("incl.", "inkl.", "Inkl."), ("mio.", "mill.", "mill.")],
        ),
        (
            "Mht. dem, m.h.t. os, pga. dem, p.g.a. os, iht. dem, i.h.t. os.",
            [("m.h.t.", "mht.", "Mht."), ("p.g.a.", "pga.", "pga."), ("i.h.t.", "iht.", "iht.")],
        ),
    ],
)
def test_second_forms_of_abbreviations_are_found(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert found(text) == [
        ("W708", written, {"written": written, "better": better}, first)
        for written, better, first in expected
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Fx her og fx der, f.eksempel og feks; bl.a. her og bl.a. der, ift. dem og ca. os.",
        "Læger mv. efter *Lov om krisecentre m.v.* og *Lov (m.v.)* er her.",
        "Læger mv. på https://sst.dk/m.v. og fæm.v. og 3 m. vand.",
    ],
)
def test_one_form_of_an_abbreviation_is_left_alone(text: str) -> None:
    assert found(text) == []


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


def test_a_part_lies_in_the_text_that_it_is_of() -> None:
    where = [where for _, where, _, _ in check(plan("En.", "To..", "Tre.", title="Fire  fem"))]
    assert where == [Fragment(ScalarNode("To.."), 2, 4), Fragment(ScalarNode("Fire  fem"), 4, 6)]


PIECES = st.sampled_from(
    "2500 |5.400 |50.000. kr|mio |xx|[tekst]|](|https://|www.|@|.dk|f. eks.|fx|m.v.|mv.|*|\\|’|'|\""
    "|<b>|&amp;|..| ,|  |\xa0|\n|\u2003|\x00|\x01|(|)|[|]|null|~|æ|.|,|?".split("|")
)


@given(st.lists(st.one_of(st.text(), st.lists(PIECES).map("".join))), st.text())
def test_no_text_is_too_strange(paragraphs: list[str], title: str) -> None:
    assert all(code[:2] == "W7" for code, *_ in found(*paragraphs, title=title))
