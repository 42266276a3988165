"""What is wrong with the data, a template or an output file: where, what, and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem weighs: an error stops the note, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, with its place. *line* and *column* count from 1.

    A line of 0 means that the whole file is meant.
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    hint: str
    severity: Severity = Severity.ERROR


class ProblemsFound(Exception):  # noqa: N818 - it carries problems, it is not one
    """Raised where a command cannot go on. Carries all problems found so far."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(problem.message for problem in self.problems))


def problem(code: str, file: str, line: int = 0, column: int = 0, /, **details: object) -> Problem:
    """The problem *code* at a place, worded from the catalogue with *details*."""
    message, hint = CATALOGUE[code]
    return Problem(
        file, line, column, code, message.format(**details), hint.format(**details).rstrip()
    )


def as_text(problem: Problem) -> str:
    """A problem for a person to read: the place and the message, then the hint, if it has one."""
    place = f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file
    text = f"{place}: {LABELS[problem.severity]} {problem.code}: {problem.message}"
    return "\n    ".join(map(_visible, filter(None, (text, problem.hint))))


def _visible(text: str) -> str:
    """*text*, in which what a terminal doesn't print, or obeys, is written out."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


LABELS = {Severity.ERROR: "fejl", Severity.WARNING: "advarsel"}

# Code: (what is wrong, what to do). E1 files, E2 YAML, E3 the shape of the data, E4 across fields,
# E5 templates, E6 output.
CATALOGUE: dict[str, tuple[str, str]] = {
    "E101": ("Filen findes ikke.", "Kontrollér navnet, eller kør kommandoen fra projektets mappe."),
    "E102": ("Det er en mappe og ikke en fil.", "Angiv selve filen, fx data/initiatives.yaml."),
    "E103": ("Filen kan ikke læses: {reason}.", "Kontrollér, at du har adgang til den."),
    "E104": (
        "Filen er ikke gemt som UTF-8; det første tegn, der ikke kan læses, står her "
        "(byte 0x{byte:02x}).",
        "Vælg »Gem som« i dit program, og vælg tegnkodningen UTF-8.",
    ),
    "E105": ("Filen er tom.", "Hent den seneste udgave af filen frem igen."),
    "E106": ("Filen fylder mere end {limit} MB.", "Kontrollér, at det er den rigtige fil."),
    "E107": (
        "Her står et usynligt tegn, U+{number:04X}, som ikke må stå i filen.",
        "Slet tegnet, eller skriv linjen forfra.",
    ),
    "E201": (
        "Filen kan ikke læses som YAML herfra ({detail}).",
        "Se på linjen her og den lige over: indrykning, kolon, anførselstegn og parenteser. "
        "Begynder en tekst med [, {{, * eller et anførselstegn, så sæt hele teksten i "
        "anførselstegn.",
    ),
    "E202": (
        "Nøglen »{key}« står to gange; den første står på linje {first}.",
        "Slet den ene, eller saml de to.",
    ),
    "E203": (
        "Teksten begynder med & eller * (»{name}«), og det læses som en henvisning.",
        "Sæt hele teksten i anførselstegn. Henvisninger bruges ikke i denne fil.",
    ),
    "E204": (
        "YAML-mærket »{tag}« bruges ikke i denne fil.",
        "Slet det. Skal en tekst begynde med !, så sæt den i anførselstegn.",
    ),
    "E205": (
        "Filen rummer to planer efter hinanden; den anden begynder her (»---«).",
        "Behold kun den ene.",
    ),
    "E206": ("Der er flere end {limit} niveauer inden i hinanden.", "Kontrollér parenteserne."),
    "E207": ("Filen har flere end {limit:,} værdier.", "Kontrollér, at det er den rigtige fil."),
    "E208": (
        "Her skal der stå en nøgle, men der står noget i parentes eller en liste.",
        "Begynder en tekst med [ eller {{, så sæt hele teksten i anførselstegn.",
    ),
    "E209": (
        "Teksten fra # og resten af linjen ville gå tabt; teksten »{value}« slutter her.",
        "Sæt hele teksten i anførselstegn, eller flyt bemærkningen til en linje for sig.",
    ),
    "E210": (
        "Punktet her er rykket for langt ind og læses som en del af teksten over det.",
        "Ret bindestregen ind under bindestregerne over den.",
    ),
    "E301": ("Nøglen »{key}« kendes ikke her.", "{suggestion}Mulige nøgler: {known}."),
    "E302": ("Nøglen »{key}« mangler her.", "Tilføj en linje, der begynder med »{key}:«."),
    "E303": ("Her skal der stå {expected}.", ""),
    "E304": (
        "»{value}« er ikke en status.",
        "{suggestion}Skriv én af disse: gennemført, delvist gennemført, igangværende, "
        "forløber planmæssigt, afsluttes i 2025, ikke gennemført i 2024 (med det rette "
        "årstal).",
    ),
    "E305": (
        "»{value}« er ikke en dato, der kan læses.",
        "Skriv fx 2026-12-31, 2025-07, 2025, primo, medio eller ultimo 2026, 1. kvartal 2026, "
        "efteråret 2025, slutningen af 2025 eller inden sommerferien 2025.",
    ),
    "E306": (
        "»{value}« er ikke et beløb, der kan læses.",
        "Skriv hele kroner, 2830850 eller 2.830.850, eller 4,5 mio. – uden »kr.«.",
    ),
    "E307": (
        "Der står ikke noget her.",
        "Skriv en værdi. Er nøglen ikke nødvendig, så slet linjen.",
    ),
    "E308": (
        "Linket fører til »{url}«, som ikke er en hel adresse på nettet.",
        "Skriv hele adressen, så den begynder med https://, http:// eller mailto:.",
    ),
    "E309": (
        "Teksten er delt af en tom linje eller et linjeskift, som ville gå tabt.",
        "Skriv teksten uden tom linje. Et nyt afsnit får sin egen bindestreg.",
    ),
    "E310": (
        "Her læses »{key}« som en nøgle, fordi der står et kolon med mellemrum efter.",
        "Sæt hele afsnittet i anførselstegn, eller omskriv det uden kolon. "
        "En liste med tilskud skrives »- grants:«.",
    ),
    "E311": (
        "»{value}« er ikke et nummer.",
        "Skriv et helt tal fra 1 og op, uden nul foran.",
    ),
    "E312": ("»{value}« er hverken true eller false.", "Skriv true, eller slet linjen."),
    "E313": (
        "»{value}« er ikke en periode.",
        "Skriv det første og det sidste år, fx 2023-2026.",
    ),
    "E314": (
        "»{value}« er ikke en dag.",
        "Skriv år, måned og dag, fx 2025-04-10.",
    ),
    "E315": (
        "Et link er skrevet, så noget ville gå tabt: »{lost}«.",
        "Skriv linket som [tekst](https://adressen), uden mellemrum mellem ] og (.",
    ),
    "E316": (
        "Tilskuddet til »{key}« står ikke under »grants:«.",
        "Skriv »- grants:« på linjen over tilskuddene, og ryk dem ind under den.",
    ),
    "E401": (
        "Nummeret {number} bruges to gange; første gang på linje {first}.",
        "Giv det ene initiativ et andet nummer.",
    ),
    "E402": (
        "Ministeriet »{code}« er ikke nævnt under »ministries« øverst i filen.",
        "{suggestion}Kendte forkortelser: {known}. Flere ministerier skrives [SUM, UIM].",
    ),
    "E403": (
        "»{placeholder}« bliver ikke til noget i indledningen.",
        "Den eneste pladsholder, der udfyldes, er {{antal}}, antallet af initiativer.",
    ),
    "E404": (
        "Antallet af initiativer er skrevet direkte i teksten: »{written}«.",
        "Skriv {{antal}} i stedet for tallet, så passer det altid.",
    ),
    "E405": ("Ministeriet »{code}« er nævnt to gange i initiativet.", "Slet det ene."),
    "E406": (
        "Her bliver {{antal}} ikke til et tal; det gør det kun i indledningen.",
        "Skriv teksten uden {{antal}}.",
    ),
    "E501": ("Skabelonen bruger noget, der ikke findes: {detail}.", ""),
    "E502": ("Skabelonen kan ikke læses: {detail}.", ""),
    "E503": ("Skabelonen gør noget, som skabeloner ikke må: {detail}.", ""),
    "E504": ("Skabelonen kan ikke udfyldes: {detail}.", ""),
    "E505": (
        "»{url}« må ikke hentes.",
        "En skabelon kan kun bruge de skrifttyper, der følger med: {known}.",
    ),
    "E506": ("Layoutet indeholder noget, som programmet ikke forstår: {detail}.", ""),
    "E507": (
        "Skrifttyperne i layoutet har ikke tegnet »{characters}«, som står i teksten.",
        "Skriv det på en anden måde i data.",
    ),
    "E601": (
        "Filen kunne ikke skrives: {reason}.",
        "En tidligere udgave er urørt. Ret fejlen, og kør kommandoen igen.",
    ),
    "E602": (
        "PDF-filen kan ikke dannes, fordi et systembibliotek mangler: {detail}.",
        "Skriv »make note«, som installerer det, eller installér Pango, fx med »apt-get install "
        "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0« eller »brew install pango«.",
    ),
    "E603": (
        "Notatet ville overskrive {input}, som det dannes af.",
        "Angiv en anden fil efter --output.",
    ),
}
