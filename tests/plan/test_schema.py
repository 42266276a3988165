"""The JSON Schema of the data file: what it accepts, what it refuses, and what it can't express.

Every file is read twice: as text, as our program reads it, and as YAML 1.2, as an editor does.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import regress
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from jsonschema.exceptions import best_match
from pydantic import TypeAdapter, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from support.project import EXAMPLES, REAL, ROOT

from statusnote.diagnostics.messages import shape
from statusnote.diagnostics.problem import ProblemsFound
from statusnote.plan import field_types, loading, model, schema
from statusnote.reading.nodes import ScalarNode

VALIDATOR = Draft7Validator(schema.plan_schema())
VALID = sorted((EXAMPLES / "valid").glob("*.yaml"))

PLAN = """\
title: Status for en lille plan
stamp: Offentligt
as_of: 2025-04-10
period: 2023-2026
introduction:
  - Notatet handler om {antal} initiativ.
ministries:
  SBM: Socialministeriet
sections:
  - title: Den eneste del
    initiatives:
      - number: 1
        title: Et initiativ
        ministries: [SBM]
        reserve_financed: true
        status: igangværende
        account:
          - Et afsnit.
          - grants:
              - Danner: 500.000
        milestones:
          - Lovforslag: 2026-07
          - what: Rapporten foreligger
            due: ultimo 2024
            met: 2024-12-01
            moved_from: [2024-06]
"""
AS_OF = "as_of: 2025-04-10"
OWN = f"{AS_OF}\nstatuses: {{Afsluttet: done}}"


OWN_STATUS = "$.statuses['igangværende']"


def own(declared: str) -> str:
    """A plan's own status `igangværende`, as it is *declared* behind `as_of`."""
    return f"{AS_OF}\nstatuses:\n  igangværende: {declared}"


NUMBER_1 = "number: 1\n        "


def measured(said: str) -> str:
    """An indicator of which this is said beside its name."""
    return f"indicators: [{{name: Anmeldelser, {said}}}]\n        "


SECTION = "$.sections[0]"
INITIATIVE = f"{SECTION}.initiatives[0]"
BLOCKS = f"{INITIATIVE}.account"
GRANT = f"{BLOCKS}[1].grants[0]"
SHORT, LONG = f"{INITIATIVE}.milestones[0]", f"{INITIATIVE}.milestones[1]"

# What is wrong, the edit that makes it so, our code for it, and where a validator reports it.
Row = tuple[str, str, str, str, str]
REFUSED: list[Row] = [
    ("the file is a list", PLAN, "- a\n", "E318", "$"),
    ("the file is a text", PLAN, "a\n", "E318", "$"),
    # Unknown keys.
    ("unknown in the plan", "stamp:", "stamps:", "E301", "$"),
    ("unknown in a section", "    initiatives:", "    extra: a\n    initiatives:", "E301", SECTION),
    ("unknown in an initiative", "reserve_financed", "reserve", "E301", INITIATIVE),
    ("unknown in a milestone", "met:", "done:", "E301", LONG),
    ("unknown in a block", "- Et afsnit.", "- paragraph: a", "E310", f"{BLOCKS}[0]"),
    ("grants without grants:", "- Et afsnit.", "- Danner: 5", "E316", f"{BLOCKS}[0]"),
    ("two lists in a block", "- grants:", "- list: [a]\n            grants:", "E333",
     f"{BLOCKS}[1]"),
    ("list as a text", "- Et afsnit.", "- list: a", "E317", f"{BLOCKS}[0].list"),
    ("empty item", "- Et afsnit.", '- list: [""]', "E307", f"{BLOCKS}[0].list[0]"),
    ("no item", "- Et afsnit.", "- numbered_list: []", "E307", f"{BLOCKS}[0].numbered_list"),
    ("grants and another key", "- grants:", "- a: b\n            grants:", "E310", f"{BLOCKS}[1]"),
    # Missing keys.
    ("no title", "title: Status for en lille plan\n", "", "E302", "$"),
    ("no as_of", "as_of: 2025-04-10\n", "", "E302", "$"),
    ("no period", "period: 2023-2026\n", "", "E302", "$"),
    ("no introduction", "introduction:\n  - Notatet handler om {antal} initiativ.\n", "", "E302",
     "$"),
    ("no ministries", "ministries:\n  SBM: Socialministeriet\n", "", "E302", "$"),
    ("ministries and parties", AS_OF, f"{AS_OF}\nparties: {{SBM: Socialministeriet}}", "E339", "$"),
    ("no sections", PLAN[PLAN.index("sections:") :], "", "E302", "$"),
    ("no title of a section", "- title: Den eneste del\n    init", "- init", "E302", SECTION),
    ("no initiatives", PLAN[PLAN.index("    initiatives:") :], "", "E302", SECTION),
    ("no number", "- number: 1\n        title", "- title", "E302", INITIATIVE),
    ("no title of an initiative", "        title: Et initiativ\n", "", "E302", INITIATIVE),
    ("no ministries of one", "        ministries: [SBM]\n", "", "E302", INITIATIVE),
    ("no status", "        status: igangværende\n", "", "E302", INITIATIVE),
    ("neither ministries nor status", "        ministries: [SBM]\n        reserve_financed: true\n"
     "        status: igangværende\n", "", "E322", INITIATIVE),
    ("no what", "- what: Rapporten foreligger\n            due", "- due", "E302", LONG),
    ("no due", "            due: ultimo 2024\n", "", "E302", LONG),
    ("what alone", "Lovforslag: 2026-07", "what: 2026", "E302", SHORT),
    ("due alone", "Lovforslag: 2026-07", "due: 2026", "E302", SHORT),
    # Wrong kinds.
    ("title as a list", "Status for en lille plan", "[a]", "E303", "$.title"),
    ("title as keys", "Status for en lille plan", "{a: b}", "E303", "$.title"),
    ("stamp as a list", "Offentligt", "[a]", "E303", "$.stamp"),
    ("as_of as a list", "2025-04-10", "[2025-04-10]", "E303", "$.as_of"),
    ("period as keys", "2023-2026", "{from: 2023, to: 2026}", "E303", "$.period"),
    ("introduction as text", "\n  - Notatet", " Notatet", "E317", "$.introduction"),
    ("introduction of lists", "- Notatet", "-\n    - Notatet", "E303", "$.introduction[0]"),
    ("ministries as a list", "  SBM:", "  - SBM:", "E341", "$.ministries"),
    ("ministries as text", "\n  SBM: Socialministeriet", " SBM", "E318", "$.ministries"),
    ("ministry as a list", "Socialministeriet", "[a]", "E303", "$.ministries.SBM"),
    ("sections as keys", "  - title: Den", "    title: Den", "E325", "$.sections"),
    ("section as text", "  - title: Den", "  - Del\n  - title: Den", "E318", SECTION),
    ("section's title as keys", "Den eneste del", "{a: b}", "E303", f"{SECTION}.title"),
    ("initiatives as keys", "- number", "  number", "E325", f"{SECTION}.initiatives"),
    ("initiative as text", "- number", "- Nyt\n      - number", "E318", INITIATIVE),
    ("number as a list", "number: 1", "number: [1]", "E303", f"{INITIATIVE}.number"),
    ("initiative's title as a list", "Et initiativ", "[a]", "E303", f"{INITIATIVE}.title"),
    ("ministries of one as keys", "[SBM]", "{SBM: a}", "E317", f"{INITIATIVE}.ministries"),
    ("ministry of one as a list", "[SBM]", "[[SBM]]", "E303", f"{INITIATIVE}.ministries[0]"),
    ("reserve as a list", "true", "[true]", "E303", f"{INITIATIVE}.reserve_financed"),
    ("status as a list", "igangværende", "[igangværende]", "E303", f"{INITIATIVE}.status"),
    ("account as text", "\n          - Et afsnit.\n          - grants:\n              - Danner:"
     " 500.000", " Et afsnit.", "E317", BLOCKS),
    ("account as keys", "          - Et afsnit.\n          - ", "          ", "E317", BLOCKS),
    ("block as a list", "- Et afsnit.", "-\n            - a", "E303", f"{BLOCKS}[0]"),
    ("grants as keys", "    - Danner", "      Danner", "E317", f"{BLOCKS}[1].grants"),
    ("grants as text", "\n              - Danner: 500.000", " a", "E317", f"{BLOCKS}[1].grants"),
    ("grant as text", "- Danner: 500.000", "- Danner", "E319", GRANT),
    ("two keys in a grant", "500.000", "500.000\n                Dannes: 5", "E319", GRANT),
    ("amount as a list", "500.000", "[500.000]", "E303", f"{GRANT}.Danner"),
    ("milestones as keys", "- Lovforslag: 2026-07\n          - w", "  w", "E325",
     f"{INITIATIVE}.milestones"),
    ("milestone as text", "- Lovforslag: 2026-07", "- Loven", "E320", SHORT),
    ("milestone as a list", "- Lovforslag: 2026-07", "-\n            - a", "E320", SHORT),
    ("due of a short one as a list", "2026-07", "[2026]", "E303", f"{SHORT}.Lovforslag"),
    ("what as a list", "Rapporten foreligger", "[a]", "E303", f"{LONG}.what"),
    ("due as a list", "ultimo 2024", "[2024]", "E303", f"{LONG}.due"),
    ("met as a list", "2024-12-01", "[2024-12-01]", "E303", f"{LONG}.met"),
    ("moved_from as keys", "[2024-06]", "{a: 2024-06}", "E317", f"{LONG}.moved_from"),
    ("met of a short one", "2026-07", "2026-07\n            met: 2024-12-01", "E324", SHORT),
    # Nothing where something is needed.
    ("empty title", "Status for en lille plan", "", "E326", "$.title"),
    ("blank title", "Status for en lille plan", '" "', "E326", "$.title"),
    ("empty stamp", "Offentligt", "", "E307", "$.stamp"),
    ("empty as_of", " 2025-04-10", "", "E326", "$.as_of"),
    ("empty period", " 2023-2026", "", "E326", "$.period"),
    ("empty introduction", "\n  - Notatet handler om {antal} initiativ.", "", "E326",
     "$.introduction"),
    ("empty paragraph of it", " Notatet handler om {antal} initiativ.", "", "E307",
     "$.introduction[0]"),
    ("no keys in ministries", "\n  SBM: Socialministeriet", " {}", "E326", "$.ministries"),
    ("ministry without a code", "  SBM:", '  "":', "E307", "$.ministries"),
    ("ministry without a name", "Socialministeriet", "", "E307", "$.ministries.SBM"),
    ("empty list of sections", PLAN[PLAN.index("\n  - title") :], " []\n", "E326", "$.sections"),
    ("empty section", PLAN[PLAN.index(" title: Den eneste") :], "\n", "E307", SECTION),
    ("empty initiatives", PLAN[PLAN.index("\n      - number") :], "\n", "E326",
     f"{SECTION}.initiatives"),
    ("empty number", "number: 1", "number:", "E326", f"{INITIATIVE}.number"),
    ("empty list of ministries", "[SBM]", "[]", "E326", f"{INITIATIVE}.ministries"),
    ("empty ministry", "[SBM]", '[""]', "E307", f"{INITIATIVE}.ministries[0]"),
    ("empty ministries", " [SBM]", "", "E326", f"{INITIATIVE}.ministries"),
    ("empty reserve_financed", " true", "", "E307", f"{INITIATIVE}.reserve_financed"),
    ("empty status", " igangværende", "", "E326", f"{INITIATIVE}.status"),
    ("empty block", " Et afsnit.", "", "E307", f"{BLOCKS}[0]"),
    ("block without keys", "Et afsnit.", "{}", "E307", f"{BLOCKS}[0]"),
    ("empty list of grants", "\n              - Danner: 500.000", " []", "E307",
     f"{BLOCKS}[1].grants"),
    ("empty grants", "\n              - Danner: 500.000", "", "E307", f"{BLOCKS}[1].grants"),
    ("grant without a recipient", "Danner: 500", '"": 500', "E307", GRANT),
    ("grant without an amount", " 500.000", "", "E307", f"{GRANT}.Danner"),
    ("milestone without a date", " 2026-07", "", "E307", f"{SHORT}.Lovforslag"),
    ("milestone without words", "Lovforslag", '" "', "E307", SHORT),
    ("empty what", " Rapporten foreligger", "", "E326", f"{LONG}.what"),
    ("empty due", " ultimo 2024", "", "E326", f"{LONG}.due"),
    ("empty met", " 2024-12-01", "", "E307", f"{LONG}.met"),
    ("empty moved_from", " [2024-06]", "", "E307", f"{LONG}.moved_from"),
    ("empty in moved_from", "[2024-06]", '[""]', "E307", f"{LONG}.moved_from[0]"),
    # Texts of several lines, or too long.
    ("title on two lines", "Status for en lille plan", '"a\\nb"', "E309", "$.title"),
    ("paragraph with an empty line", "Et afsnit.", "Et\n\n            afsnit.", "E309",
     f"{BLOCKS}[0]"),
    ("recipient on two lines", "Danner: 500", '"a\\nb": 500', "E309", GRANT),
    ("paragraph that is too long", "Et afsnit.", "a" * (field_types.LONGEST_PARAGRAPH + 1), "E321",
     f"{BLOCKS}[0]"),
    # Statuses.
    ("misspelt status", "igangværende", "igangvaerende", "E304", f"{INITIATIVE}.status"),
    ("status as a sentence", "igangværende", "Initiativet er gennemført.", "E304",
     f"{INITIATIVE}.status"),
    ("capital letter in a status", "igangværende", "Gennemført", "E304", f"{INITIATIVE}.status"),
    ("status without its year", "igangværende", "afsluttes", "E304", f"{INITIATIVE}.status"),
    ("status without its year, too", "igangværende", "ikke gennemført", "E304",
     f"{INITIATIVE}.status"),
    ("status with a year", "igangværende", "gennemført i 2025", "E304", f"{INITIATIVE}.status"),
    ("status with half a year", "igangværende", "afsluttes i 25", "E304", f"{INITIATIVE}.status"),
    ("status with an early year", "igangværende", "afsluttes i 0025", "E304",
     f"{INITIATIVE}.status"),
    ("status as a year", "igangværende", "2025", "E304", f"{INITIATIVE}.status"),
    # Formats, numbers, and true or false.
    ("later format", AS_OF, f"format: 2\n{AS_OF}", "E340", "$.format"),
    ("format in words", AS_OF, f"format: nyeste\n{AS_OF}", "E340", "$.format"),
    ("approvals: true", AS_OF, f"approvals: true\n{AS_OF}", "E342", "$.approvals"),
    ("approvals in Danish", AS_OF, f"approvals: påkrævet\n{AS_OF}", "E342", "$.approvals"),
    ("number 0", "number: 1", "number: 0", "E311", f"{INITIATIVE}.number"),
    ("number below 0", "number: 1", "number: -1", "E311", f"{INITIATIVE}.number"),
    ("number that is too large", "number: 1", "number: 1000000", "E311", f"{INITIATIVE}.number"),
    ("number in words", "number: 1", "number: ét", "E311", f"{INITIATIVE}.number"),
    ("number with two letters", "number: 1", "number: 1ab", "E311", f"{INITIATIVE}.number"),
    ("number with an empty part", "number: 1", "number: 1..5", "E311", f"{INITIATIVE}.number"),
    ("number with a comma", "number: 1", "number: 1,5", "E311", f"{INITIATIVE}.number"),
    ("number of letters", "number: 1", "number: A", "E311", f"{INITIATIVE}.number"),
    ("reserve_financed: ja", "true", "ja", "E312", f"{INITIATIVE}.reserve_financed"),
    ("reserve_financed: 1", "true", "1", "E312", f"{INITIATIVE}.reserve_financed"),
    ("reserve_financed: yes", "true", "yes", "E312", f"{INITIATIVE}.reserve_financed"),
    # Days, dates and periods.
    ("as_of in month 13", "2025-04-10", "2025-13-01", "E314", "$.as_of"),
    ("as_of on day 32", "2025-04-10", "2025-01-32", "E314", "$.as_of"),
    ("as_of with few digits", "2025-04-10", "25-4-1", "E314", "$.as_of"),
    ("as_of as a month", "2025-04-10", "2025-04", "E314", "$.as_of"),
    ("as_of in English", "2025-04-10", "April 10, 2025", "E314", "$.as_of"),
    ("as_of of another century", "2025-04-10", "0225-04-10", "E314", "$.as_of"),
    ("met vaguely", "2024-12-01", "ultimo 2024", "E314", f"{LONG}.met"),
    ("met in a year", "2024-12-01", "2024", "E314", f"{LONG}.met"),
    ("due in month 13", "2026-07", "2026-13", "E305", f"{SHORT}.Lovforslag"),
    ("due with few digits", "2026-07", "2026-7", "E305", f"{SHORT}.Lovforslag"),
    ("due in a fifth quarter", "ultimo 2024", "5. kvartal 2024", "E305", f"{LONG}.due"),
    ("due in words", "ultimo 2024", "snart", "E305", f"{LONG}.due"),
    ("due in a part of no year", "ultimo 2024", "ultimo", "E305", f"{LONG}.due"),
    ("due in a year of two digits", "ultimo 2024", "24", "E305", f"{LONG}.due"),
    ("moved from no date", "[2024-06]", "[før]", "E305", f"{LONG}.moved_from[0]"),
    ("period of one year", "2023-2026", "2023", "E313", "$.period"),
    ("period with spaces", "2023-2026", "2023 - 2026", "E313", "$.period"),
    ("period with a short year", "2023-2026", "2023-26", "E313", "$.period"),
    # Amounts.
    ("amount 0", "500.000", "0", "E306", f"{GRANT}.Danner"),
    ("amount of 0 mio.", "500.000", "0,0 mio.", "E306", f"{GRANT}.Danner"),
    ("amount below 0", "500.000", "-500", "E306", f"{GRANT}.Danner"),
    ("amount with a comma", "500.000", "4,5", "E306", f"{GRANT}.Danner"),
    ("amount in euros", "500.000", "2830850 EUR", "E306", f"{GRANT}.Danner"),
    ("amount with misplaced points", "500.000", "2.83.850", "E306", f"{GRANT}.Danner"),
    ("amount in a unit of its own", "500.000", "4,5 mia. t.", "E306", f"{GRANT}.Danner"),
    ("amount that is too large", "500.000", "1000000000000000", "E306", f"{GRANT}.Danner"),
    ("mark of two signs", NUMBER_1, f"{NUMBER_1}marks: [††]\n        ", "E331",
     f"{INITIATIVE}.marks[0]"),
    ("mark of two signs that is declared", AS_OF, f"{AS_OF}\nmarks: {{††: To}}", "E331",
     "$.marks"),
    # Budgets, indicators and parts.
    ("indicator as a text", NUMBER_1, f"{NUMBER_1}indicators: [Antal]\n        ", "E318",
     f"{INITIATIVE}.indicators[0]"),
    ("figure with a unit", NUMBER_1, f"{NUMBER_1}{measured('baseline: 35 pct.')}", "E335",
     f"{INITIATIVE}.indicators[0].baseline"),
    ("figure in words", NUMBER_1, f"{NUMBER_1}{measured('target: flere')}", "E335",
     f"{INITIATIVE}.indicators[0].target"),
    ("latest without measured", NUMBER_1, f"{NUMBER_1}{measured('latest: 4')}", "E337",
     f"{INITIATIVE}.indicators[0]"),
    ("measured without latest", NUMBER_1, f"{NUMBER_1}{measured('measured: 2025')}", "E337",
     f"{INITIATIVE}.indicators[0]"),
    ("budget of no year", NUMBER_1, f"{NUMBER_1}budget: {{i alt: 5 mio.}}\n        ", "E336",
     f"{INITIATIVE}.budget"),
    ("budget of nothing", NUMBER_1, f"{NUMBER_1}budget: {{2025: intet}}\n        ", "E306",
     f"{INITIATIVE}.budget['2025']"),
    ("part without a status", NUMBER_1, f"{NUMBER_1}parts: [En del]\n        ", "E338",
     f"{INITIATIVE}.parts[0]"),
    ("two parts in one", NUMBER_1, f"{NUMBER_1}parts: [{{a: b, c: d}}]\n        ", "E338",
     f"{INITIATIVE}.parts[0]"),
    ("one form of a word", AS_OF, f"{AS_OF}\nterms: {{initiative: mål}}", "E334", "$.terms"),
    # The plan's own statuses.
    ("meaning that there isn't", AS_OF, own("ended"), "E327", OWN_STATUS),
    ("no meaning", AS_OF, own("{sign: ●}"), "E302", OWN_STATUS),
    ("two pairs of braces", AS_OF, own("{means: done, sentence: '{} {}'}"), "E328",
     f"{OWN_STATUS}.sentence"),
    ("other braces", AS_OF, own("{means: done, sentence: '{status}'}"), "E328",
     f"{OWN_STATUS}.sentence"),
    ("two signs", AS_OF, own("{means: done, sign: ●●}"), "E331", f"{OWN_STATUS}.sign"),
    ("no statuses", AS_OF, f"{AS_OF}\nstatuses: {{}}", "E307", "$.statuses"),
    ("amount in words", "500.000", "ti", "E306", f"{GRANT}.Danner"),
]  # fmt: skip

# What is wrong only in how it is written: an editor makes the same value of it as of a right one.
REFUSED_AS_TEXT: list[Row] = [
    ("number 010", "number: 1", "number: 010", "E311", f"{INITIATIVE}.number"),
    ("number 0x1F", "number: 1", "number: 0x1F", "E311", f"{INITIATIVE}.number"),
    ("reserve_financed: True", "true", "True", "E312", f"{INITIATIVE}.reserve_financed"),
    ("amount 2.83", "500.000", "2.83", "E306", f"{GRANT}.Danner"),
    ("amount 1e6", "500.000", "1e6", "E306", f"{GRANT}.Danner"),
    ("due 2024.0", "ultimo 2024", "2024.0", "E305", f"{LONG}.due"),
]

# What draft-07 has no words for, or far too many: what is wrong, the edit, our code, and why.
LINKS = "\n          - ".join(['"' + "[a](https://b.dk) " * 500 + '"'] * 5)
INEXPRESSIBLE: list[Row] = [
    (
        "as_of on February 30",
        "2025-04-10",
        "2025-02-30",
        "E343",
        "only a pattern that nobody reads",
    ),
    ("due on April 31", "2026-07", "2026-04-31", "E343", "only a pattern that nobody reads"),
    ("met on a leap day", "2024-12-01", "2025-02-29", "E343", "only a pattern that nobody reads"),
    ("period reversed", "2023-2026", "2026-2023", "E313", "nothing compares two numbers in a text"),
    (
        "a sentence without the date that it takes",
        AS_OF,
        own("{means: done, takes_date: true, sentence: Det er slut.}"),
        "E329",
        "nothing holds of a text because of another value",
    ),
    (
        "status that ends as a date",
        AS_OF,
        own("done").replace("ende:", "ende juli 2026:"),
        "E330",
        "only a pattern that nobody reads",
    ),
    ("status that is none of the plan's", AS_OF, OWN, "E332", "nothing holds of another value"),
    ("link to a file", "Et afsnit.", '"[a](b.html)"', "E308", "no Markdown"),
    ("more links than a file has", "Et afsnit.", LINKS, "E323", "no Markdown"),
    ("link with a title", "Et afsnit.", "'[a](https://b.dk \"c\")'", "E315", "no Markdown"),
]

# The two titles that mean nothing to an editor: YAML 1.2 reads them as it reads an empty line, and
# that an empty line is refused helps more people.
MEANS_NOTHING = {"odd-titles": ["null", "~"]}


def edited(old: str, new: str) -> str:
    assert PLAN.count(old) == 1
    return PLAN.replace(old, new)


def as_text(text: str) -> Any:
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - it makes nothing but text


def as_editor(text: str) -> Any:
    reader = YAML(typ="safe", pure=True)
    reader.Constructor = DaysAsText
    return json.loads(json.dumps(reader.load(text)))  # so that every key is a text


class DaysAsText(SafeConstructor):
    pass


DaysAsText.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def place(value: Any) -> str | None:
    """Where the schema refuses *value*, or None."""
    found = best_match(VALIDATOR.iter_errors(value))
    return found and str(found.json_path)


def codes(text: str) -> set[str]:
    with pytest.raises(ProblemsFound) as found:
        loading.read(text, "plan.yaml")
    return {problem.code for problem in found.value.problems}


def rows(table: list[Row]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        ("old", "new", "code", "where"), [row[1:] for row in table], ids=[row[0] for row in table]
    )


@pytest.mark.parametrize("reading", [as_text, as_editor])
def test_the_plan_that_is_edited_is_valid(reading: Callable[[str], Any]) -> None:
    loading.read(PLAN, "plan.yaml")
    assert place(reading(PLAN)) is None


@rows(REFUSED)
def test_a_shape_error_is_refused_at_its_place(old: str, new: str, code: str, where: str) -> None:
    text = edited(old, new)
    assert code in codes(text)
    assert (place(as_text(text)), place(as_editor(text))) == (where, where)


@rows(REFUSED_AS_TEXT)
def test_an_editor_does_not_see_how_a_value_is_written(
    old: str, new: str, code: str, where: str
) -> None:
    text = edited(old, new)
    assert code in codes(text)
    assert (place(as_text(text)), place(as_editor(text))) == (where, None)


@rows(INEXPRESSIBLE)
def test_what_the_schema_cannot_express_is_left_to_the_program(
    old: str, new: str, code: str, where: str
) -> None:
    text = edited(old, new)
    assert code in codes(text), where
    assert (place(as_text(text)), place(as_editor(text))) == (None, None)


def test_every_shape_error_stands_in_a_table() -> None:
    listed = {code for _, _, _, code, _ in REFUSED + REFUSED_AS_TEXT + INEXPRESSIBLE}
    assert listed == set(shape.MESSAGES)


@pytest.mark.parametrize("path", [REAL, *VALID], ids=lambda path: path.stem)
def test_a_valid_file_is_accepted(path: Path) -> None:
    text = path.read_text(encoding="utf-8-sig")
    assert place(as_text(text)) is None
    refused = [found.instance for found in VALIDATOR.iter_errors(as_editor(text))]
    assert refused == [None for _ in MEANS_NOTHING.get(path.stem, [])]


SCALARS = st.one_of(
    st.integers(-10, 10**16).map(str),
    st.integers(1800, 2300).map(str),
    st.decimals(0, 10**7, places=3).map(str),
    st.dates().map(str),
    st.from_regex(r"\A[0-9]{1,3}(\.[0-9]{3,4}){0,3}(,[0-9]{0,3})?( mio\.)?\Z"),
    st.from_regex(r"\A(ultimo |[0-9]\. kvartal |foråret )?(19|2)[0-9]{2,3}(-[0-9]{1,2}){0,2}\Z"),
    st.from_regex(r"\A(19|20|22)[0-9]{2}[-–](19|20|22)[0-9]{2}\Z"),
    st.sampled_from(["true", "false", "True", "igangværende", "afsluttes i 2025", " 7 "]),
)


@pytest.mark.parametrize("kind", schema.TYPES, ids=lambda kind: str(get_args(kind)[0]))
@given(written=SCALARS)
def test_the_schema_accepts_what_the_program_accepts(kind: Any, written: str) -> None:
    accepts = Draft7Validator(schema.TYPES[kind]).is_valid
    if program_reads(kind, written):
        assert (accepts(written), accepts(as_editor(written))) == (True, True)
    elif kind not in INEXPRESSIBLE_KINDS:
        assert not accepts(written)


# See INEXPRESSIBLE. Which statuses there are, the plan says.
INEXPRESSIBLE_KINDS = (
    field_types.Day,
    field_types.Due,
    field_types.Years,
    field_types.Phrase,
    field_types.StatusPhrase,
)


def program_reads(kind: Any, written: str) -> bool:
    try:
        TypeAdapter(kind).validate_python(ScalarNode(written))
    except ValidationError:
        return False
    return True


def test_it_is_a_draft_07_schema() -> None:
    Draft7Validator.check_schema(schema.plan_schema())
    assert schema.plan_schema()["$schema"] == "http://json-schema.org/draft-07/schema#"
    newer = {"$defs", "$anchor", "$dynamicRef", "$id", "prefixItems", "minContains",
             "dependentRequired", "dependentSchemas", "unevaluatedItems", "unevaluatedProperties",
             "deprecated"}  # fmt: skip
    assert [key for each in parts(schema.plan_schema()) for key in newer & each.keys()] == []


def test_nothing_stands_beside_a_reference_where_draft_07_would_not_see_it() -> None:
    assert {len(each) for each in parts(schema.plan_schema()) if "$ref" in each} == {1}


def test_every_pattern_is_one_in_javascript() -> None:
    for each in parts(schema.plan_schema()):
        if isinstance(pattern := each.get("pattern"), str):
            regress.Regex(pattern, "u")


def test_every_key_is_described_in_danish() -> None:
    found = [each.get("properties", {}) for each in parts(schema.plan_schema())]
    assert {key for properties in found for key in properties} == model.KEYS
    assert all(value["description"] for properties in found for value in properties.values())


def parts(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping in *value*, itself included."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value:
        if isinstance(each, dict | list):
            yield from parts(each)


def test_the_schema_in_the_project_is_this_one(golden: Callable[[str, str], None]) -> None:
    golden(str(ROOT / "schema" / "plan.schema.json"), schema.as_json())
