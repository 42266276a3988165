"""Numbers without points, and amounts with points too few or too many."""

import pytest
from support.plan_texts import Found, found


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
            "3.5 pct., 12.25 % og 0.5 mia. kr.",
            [
                ("W715", "3.5", {"written": "3.5", "better": "3,5"}, None),
                ("W715", "12.25", {"written": "12.25", "better": "12,25"}, None),
                ("W715", "0.5", {"written": "0.5", "better": "0,5"}, None),
            ],
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
        "Af 1.500 mio. kr. gik 3,5 pct. til det, som afsnit 4.5 og udgave 2.11 nævner.",
        "Den 10.04.25 % og 1.500.50 pct. og 1,5.5 mio. er ingen af delene.",
    ],
)
def test_amounts_that_are_right_are_left_alone(text: str) -> None:
    assert found(text) == []
