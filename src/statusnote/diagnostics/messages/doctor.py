"""What is said of the machine that statusnote runs on, each with what to do about it."""

from enum import Enum

from statusnote.diagnostics.language import Wording

FINE, DISPENSABLE, NEEDED = "✓", "~", "✗"
# The words that stand for a sign where the encoding lacks it.
IN_WORDS = {FINE: Wording("OK", "OK"), NEEDED: Wording("FEJL", "FAILS")}


class Condition(Enum):
    """How something is here: the sign of that, what is said of it, and what to do."""

    PYTHON = FINE, Wording("Python {version}", "Python {version}"), None
    PANGO = FINE, Wording("Pango {version}", "Pango {version}"), None
    NO_PANGO = (
        NEEDED,
        Wording(
            "Pango mangler, så notatet kan ikke dannes som PDF: {detail}.",
            "Pango is missing, so that the note cannot be made as PDF: {detail}.",
        ),
        Wording(
            "{cure} De andre former kan dannes uden.",
            "{cure} The other forms can be made without it.",
        ),
    )
    HARFBUZZ_SUBSET = FINE, Wording("harfbuzz-subset", "harfbuzz-subset"), None
    NO_HARFBUZZ_SUBSET = (
        DISPENSABLE,
        Wording(
            "harfbuzz-subset mangler: En PDF tager længere tid og får andre bytes.",
            "harfbuzz-subset is missing: a PDF takes longer, and has other bytes.",
        ),
        Wording(
            "Installér det, fx med »apt-get install libharfbuzz-subset0« eller »brew install "
            "harfbuzz«.",
            "Install it, for example with “apt-get install libharfbuzz-subset0” or “brew install "
            "harfbuzz”.",
        ),
    )
    GIT = FINE, Wording("{version}", "{version}"), None
    NO_GIT = (
        DISPENSABLE,
        Wording(
            "git mangler: Tidligere udgaver af data kan ikke findes frem.",
            "git is missing: earlier versions of the data cannot be found.",
        ),
        Wording(
            "Installér git, hvis notatet skal sige, hvad der er nyt siden sidst.",
            "Install git, if the note is to say what is new since the last.",
        ),
    )
    TEMPLATES = (
        FINE,
        Wording("Skabelonerne er statusnotes egne.", "The templates are those of statusnote."),
        None,
    )
    OWN_TEMPLATES = (
        FINE,
        Wording("Egne skabeloner: {files}", "Templates of your own: {files}"),
        None,
    )
    TERMINAL = (
        FINE,
        Wording("{width} kolonner, {encoding}", "{width} columns, {encoding}"),
        None,
    )
    NARROW = (
        DISPENSABLE,
        Wording(
            "Terminalen har {width} kolonner, så linjer brydes tit.",
            "The terminal has {width} columns, so that lines break often.",
        ),
        Wording("Gør vinduet bredere.", "Make the window wider."),
    )
    WITHOUT_SIGNS = (
        DISPENSABLE,
        Wording(
            "Tegnkodningen {encoding} har ikke alle tegn; i stedet for dem står ord eller intet.",
            "The encoding {encoding} lacks some signs; in their place are words, or nothing.",
        ),
        Wording("Sæt PYTHONUTF8=1.", "Set PYTHONUTF8=1."),
    )
    SAME_NOTE = (
        FINE,
        Wording(
            "{note} bliver det samme her, byte for byte.",
            "{note} is the same here, byte for byte.",
        ),
        None,
    )
    OTHER_NOTE = (
        DISPENSABLE,
        Wording(
            "{note} bliver ikke det samme her, byte for byte.",
            "{note} is not the same here, byte for byte.",
        ),
        Wording("»{command}« siger, om det er i orden.", "“{command}” says whether it is right."),
    )

    def __init__(self, sign: str, state: Wording, cure: Wording | None) -> None:
        self.sign, self.state, self.cure = sign, state, cure
