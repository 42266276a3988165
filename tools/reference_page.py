"""Every key of the data, as the model has it, and of the JSON: the text of docs/reference.md."""

import re
from collections.abc import Iterable
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

import json_tables
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from statusnote.plan import field_types, model
from statusnote.plan.statuses import USUAL, Meaning

BEGINNING = """\
# Datafilens nøgler

<!-- Dannet af `make golden`. Ordene står i src/statusnote/plan/model.py, og de engelske ved typerne
af det, der skrives: i render/note_json.py, summary.py, deadlines.py, changes/ og diagnostics/. -->

Alt, hvad der kan stå i `data/initiatives.yaml`, del for del.
[vejledning.md](vejledning.md) siger, hvordan man retter i filen, og [problems.md](problems.md),
hvad der kan være galt med den.
[Den plan, som »statusnote init« begynder](../src/statusnote/plan/starter.yaml), har alle nøgler på
deres plads.

Under »udeladt« står, hvad der gælder, når nøglen ikke er der, hvis ikke den *skal* stå der, og
efter nøglerne, hvordan [det, der skrives](#det-der-skrives), kan se ud. Til sidst på siden står
nøglerne i [det, programmet skriver som JSON](#det-programmet-skriver-som-json).
"""
ENDING = """\
Et bogstav og dets accent læses som ét tegn, og i en status, en forkortelse, et nummer, et beløb og
et tidspunkt er et hårdt mellemrum et mellemrum.
"""


class Described(NamedTuple):
    """A part of the file: its *heading*, and where it stands.

    In *place*, the name of a field in braces becomes its first example.
    """

    heading: str
    place: str


PARTS: dict[type[BaseModel], Described] = {
    model.Plan: Described(
        "Planen", "Yderst i filen står disse nøgler, af de to sidste kun den ene."
    ),
    model.Head: Described("`head`", "Under planens `head:` står disse nøgler."),
    model.Terms: Described(
        "`terms`",
        "Under planens `terms:` står disse nøgler, de tre første alle sammen eller slet ikke.",
    ),
    model.DeclaredStatus: Described(
        "`statuses`",
        "Under planens `statuses:` er hver status en nøgle med sin betydning, "
        "`Afsluttet: {means}`, eller med disse nøgler under sig.",
    ),
    model.Section: Described(
        "`sections`", "Under planens `sections:` har hver del sin bindestreg og disse nøgler."
    ),
    model.Initiative: Described(
        "`initiatives`",
        "Under en dels `initiatives:` har hvert initiativ sin bindestreg og disse nøgler.",
    ),
    model.Block: Described(
        "`account`",
        "Under et initiativs `account:` har hvert afsnit og hver liste sin bindestreg. Et afsnit "
        "skrives uden nøgle, `- {paragraph}`, og en liste med én af de andre, `- list:`.",
    ),
    model.Grant: Described(
        "`grants`",
        "Under `- grants:` har hvert tilskud sin bindestreg og skrives uden de to nøgler, "
        "`- {recipient}: {amount}`. Er der fem eller flere i én liste, står deres sum under dem.",
    ),
    model.Part: Described(
        "`parts`",
        "Under et initiativs `parts:` har hver del af det sin bindestreg og skrives uden nøgler, "
        "`- {title}: {status}`, eller med disse.",
    ),
    model.Indicator: Described(
        "`indicators`",
        "Under et initiativs `indicators:` har hver indikator sin bindestreg og disse nøgler, de "
        "to sidste begge eller slet ikke.",
    ),
    model.Milestone: Described(
        "`milestones`",
        "Under et initiativs `milestones:` har hver milepæl sin bindestreg og skrives uden nøgler, "
        "`- {what}: {due}`, eller med disse.",
    ),
}


class Kind(NamedTuple):
    """What a text in the file may be: its *word*, and what can be *said* of it, with examples."""

    word: str
    said: str


def _either(words: Iterable[str]) -> str:
    *others, last = (f"`{word}`" for word in words)
    return f"{', '.join(others)} eller {last}"


# By the type in the model that it is read as. Between backticks stand examples, and nothing else.
KINDS = {
    field_types.LineText: Kind(
        "tekst",
        "Den må fylde flere linjer, når de følgende er rykket ind under den første, men der må "
        "ikke stå en tom linje i den.",
    ),
    field_types.ParagraphText: Kind(
        "afsnit",
        "En tekst, som må have links, `[www.sst.dk/vold](https://www.sst.dk/vold)`, kursiv, "
        "`*lovens titel*`, og fed skrift, `**ord**`. En adresse, `www.sst.dk` eller `post@sm.dk`, "
        "bliver selv til et link. Stjerner åbner foran et bogstav eller et tal, først i afsnittet "
        "eller efter et mellemrum, en parentes eller et anførselstegn, og lukker omvendt; med en "
        "omvendt skråstreg foran er en stjerne en stjerne, `\\*`. Alt andet, også HTML, vises, som "
        "det står.",
    ),
    field_types.Code: Kind("forkortelse", "Den, der står under planens ministries: `SBM`."),
    field_types.InitiativeNumber: Kind("nummer", "`9`, `1.1`, `1.2.3`, `1a`, `A.1` eller `A1`."),
    field_types.Truth: Kind("ja eller nej", "`true` eller `false`."),
    field_types.Required: Kind("krav", "`required`."),
    field_types.Day: Kind(
        "dag", "`2026-12-31`, `31. december 2026` eller `31/12-2026` med dagen først."
    ),
    field_types.Due: Kind(
        "tidspunkt",
        "En dag, en måned, `juli 2026` eller `2026-07`, et år, `2026`, eller en del af det: "
        "`foråret 2026`, `sommeren 2026`, `efteråret 2026`, `vinteren 2026`, `1. kvartal 2026`, "
        "`Q1 2026`, `2. halvår 2026`, `primo 2026`, `medio 2026`, `ultimo 2026`, "
        "`begyndelsen af 2026`, `midten af 2026`, `slutningen af 2026`, `i løbet af 2026`, "
        "`inden udgangen af 2026`, `ved udgangen af 2026` eller `inden sommerferien 2026`. Det, "
        "der ikke har nogen frist, er `løbende`. To måder at skrive ét tidspunkt på er ingen "
        "forskel.",
    ),
    field_types.Kroner: Kind(
        "beløb",
        "Hele kroner, `3.628.580` eller `3628580`, tusinder, `500 t.kr.`, millioner, `4,5 mio.`, "
        "eller milliarder, `1,2 mia.`; »kr.« efter dem gør ingen forskel, `4,5 mio. kr.`",
    ),
    field_types.Measure: Kind("tal", "`42`, `12,5`, `1.250` eller `-3`."),
    field_types.Year: Kind("årstal", "`2026`."),
    field_types.FormatNumber: Kind("format", "`1`."),
    field_types.StatusPhrase: Kind(
        "status",
        f"{_either(status.example for status in USUAL.listed)}, eller én af planens egne.",
    ),
    field_types.Phrase: Kind("vending", "Planens eget ord for en status: `Afsluttet`."),
    field_types.MeaningWord: Kind("betydning", f"{_either(Meaning)}."),
    field_types.Sentence: Kind(
        "sætning", "En tekst, hvori {} bliver til statussen, `Indsatsen {}.`, eller `none`."
    ),
    field_types.Sign: Kind("tegn", "Ét tegn: `◕`."),
    field_types.Years: Kind("to årstal", "`2023-2026`."),
}
# What is no key in the file.
WORDS = {
    (model.Block, "paragraph"): "afsnit",
    (model.Grant, "recipient"): "modtager",
    (model.Grant, "amount"): "beløb",
}


def page() -> str:
    """The whole page."""
    return "\n".join((BEGINNING, *map(_section, PARTS), _kinds(), json_tables.section()))


def _kinds() -> str:
    rows = (f"| {kind.word} | {kind.said} |" for kind in KINDS.values())
    table = ("| hvad | hvordan |", "| --- | --- |", *rows)
    return "\n".join(("## Det, der skrives\n", *table, "", ENDING))


def _section(part: type[BaseModel]) -> str:
    heading, place = PARTS[part]
    fields = part.model_fields
    first = {name: each.examples[0] for name, each in fields.items() if each.examples}
    head = "| nøgle | hvad der skrives | udeladt | betydning | eksempel |"
    rows = (_row(part, name) for name in fields)
    table = "\n".join((head, "| --- | --- | --- | --- | --- |", *rows))
    return f"## {heading}\n\n{place.format_map(first)}\n\n{table}\n"


def _row(part: type[BaseModel], name: str) -> str:
    field, kind = part.model_fields[name], kind_of(part, name)
    key = WORDS.get((part, name), f"`{name}`")
    examples = [
        f"`{line}`"
        for example in field.examples or ()
        for line in written(example, kind).splitlines()
    ]
    shown = "<br>".join(examples) or "se dér"
    meant = re.sub(r"[*\[\]_|]", r"\\\g<0>", str(field.description))
    return f"| {key} | {_in_words(kind)} | {_left_out(field)} | {meant} | {shown} |"


def kind_of(part: type[BaseModel], name: str) -> Any:
    """The type of a field of a *part*, as it is where it is given."""
    kind = get_type_hints(part, include_extras=True)[name]
    given = [each for each in get_args(kind) if each is not type(None)]
    return given[0] if type(None) in get_args(kind) else kind


def holds_a_part(kind: Any) -> bool:
    """Whether what is of this *kind* is a part of the file, or many, and explained as such."""
    return kind in PARTS or any(map(holds_a_part, get_args(kind)))


def written(example: Any, kind: Any) -> str:
    """An *example* of a *kind* as it stands in the file."""
    if isinstance(example, bool):
        return str(example).lower()
    if isinstance(example, dict):
        return "\n".join(f"{key}: {value}" for key, value in example.items())
    if isinstance(example, list) and field_types.LISTED in get_args(kind):
        return f"[{', '.join(example)}]"
    return "\n".join(f"- {item}" for item in example) if isinstance(example, list) else example


def _in_words(kind: Any) -> str:
    """`liste af afsnit`. Raises LookupError where a *kind* has no words here."""
    if kind in PARTS:
        heading = PARTS[kind].heading.strip("`")
        return f"[{heading}](#{heading})"
    if kind == field_types.More:
        return "nøgle: tekst, hver på sin linje"
    if kind in KINDS:
        return KINDS[kind].word
    first, *more = get_args(kind) or [None]
    if get_origin(kind) is Annotated:
        inner = _in_words(first)
        one = inner.removeprefix("liste af ")
        return f"{one}, eller en liste af dem" if field_types.LISTED in more else inner
    if get_origin(kind) is tuple:
        return f"liste af {_in_words(first)}"
    if get_origin(kind) is dict:
        return f"{_in_words(first)}: {_in_words(more[0])}, hver på sin linje"
    raise LookupError(f"Say in KINDS of tools/reference_page.py what {kind} is in Danish.")


def _left_out(field: FieldInfo) -> str:
    if field.is_required():
        return "skal stå der"
    if isinstance(field.default, bool | str):
        return f"`{written(field.default, None)}`"
    return "se dér" if field.default_factory else "intet"
