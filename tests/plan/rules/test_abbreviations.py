"""Abbreviations of two forms, and of one."""

import pytest
from support.plan_texts import found


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
