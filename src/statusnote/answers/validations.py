"""What is shown when something is written into a cell, and what can be chosen there."""

from typing import NamedTuple

from openpyxl.worksheet.datavalidation import DataValidation

from statusnote.answers.accounts import BULLET
from statusnote.answers.questions import DROPPED, RECORD, Recorded
from statusnote.answers.request import Request
from statusnote.plan.statuses import Takes

LONGEST = 255  # characters that a prompt or a message can have (ECMA-376-1, 18.3.1.32)
# What can be written in some columns, by their keys. A date and an amount are as precise as what is
# known, so that nothing is refused.
DAY = "31. december {year} eller 31/12-{year}"
DUE = (
    "Så præcist, som det kendes: 31. december {year}, juli {year}, 1. kvartal {year}, "
    "ultimo {year}, {year} eller løbende."
)
AMOUNT = "Hele kroner (3.628.580), tusinder (500 t.kr.), millioner (4,5 mio.) eller milliarder."
PROMPTS = {
    "account": f"Alt+Enter giver en ny linje. Lav en tom linje mellem to afsnit, og begynd hvert "
    f"punkt i en liste med »{BULLET}«.",
    "met": f"Dagen, det skete: {DAY}. Skriv »{DROPPED}«, hvis det ikke længere er lovet.",
    "moved_to": DUE,
    "what": "Noget nyt, der er lovet, med få ord: Vejledningen er udsendt.",
    "due": DUE,
    "recipient": "En ny modtager.",
    "amount": f"{AMOUNT} Skriv »{DROPPED}«, hvis det ikke længere er givet.",
    "latest": "Tallet alene, uden enhed: 42, 12,5 eller 1.200.",
    "measured": DUE,
}


class Choice(NamedTuple):
    """What a list of values to choose from asks for, and what is said of another value."""

    prompt: str
    error: str


def _number(request: Request) -> Choice:
    terms = request.plan.terms
    return Choice(
        f"Nummeret på {terms.the_initiative}, som det nye hører til.",
        f"Det er ikke nummeret på nogen af de {terms.initiatives}, der spørges til her.",
    )


def of(key: str, heading: str, request: Request, record: list[tuple[str, str]]) -> DataValidation:
    """What is asked of the cells in the column of this *key*; *record* holds what can be chosen."""
    choices = {
        "status": (Recorded.STATUS, _status(request)),
        "number": (Recorded.NUMBER, _number(request)),
    }
    if key in choices:
        recorded, choice = choices[key]
        return _list(heading, choice, _range(recorded, record))
    year = request.plan.as_of.year
    return _prompting(DataValidation(), heading, PROMPTS[key].format(year=year))


def _status(request: Request) -> Choice:
    dated = (
        f"Et tidspunkt skrives efter »{kind.phrase}«, fx »{kind.example}«. "
        for kind in request.plan.known_statuses.kinds
        if kind.takes is Takes.DATE
    )
    return Choice(
        f"Vælg i listen. {next(dated, '')}Mangler det rette årstal, så skriv det selv.",
        "Det står ikke i listen. Er det en af planens statusser med et andet årstal eller "
        "tidspunkt, kan det godt bruges.",
    )


def _list(heading: str, choice: Choice, values: str) -> DataValidation:
    """A list to choose from, beside which another value can be written after a warning."""
    validation = DataValidation("list", values, allow_blank=True, showErrorMessage=True)
    validation.errorStyle = "warning"
    validation.errorTitle = heading
    validation.error = _shortened(choice.error)
    return _prompting(validation, heading, choice.prompt)


def _prompting(validation: DataValidation, heading: str, prompt: str) -> DataValidation:
    validation.showInputMessage = True
    validation.promptTitle = heading
    validation.prompt = _shortened(prompt)
    return validation


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _range(key: Recorded, record: list[tuple[str, str]]) -> str:
    rows = [row for row, (recorded, _) in enumerate(record, start=1) if recorded == key]
    return f"{RECORD}!$B${rows[0]}:$B${rows[-1]}"
