"""A plan that is wrong and one that is odd, and what is reported of them."""

from textwrap import fill

from support.project import SMALL_PLAN

from statusnote.plan.model import KNOWN_KEYS

# A plan with an error in line 2, one with a warning in line 7, and what is reported of them.
WRONG = SMALL_PLAN.replace("as_of", "asof")
ODD = SMALL_PLAN.replace("  SBM", "  JM: Justitsministeriet\n  SBM")
HINT = (
    f"Mente du »as_of«? Ret eller flyt nøglen. De mulige nøgler her er {', '.join(KNOWN_KEYS[''])}."
)
ERROR = f"""\
plan.yaml:2:1: fejl E301: Nøglen »asof« kendes ikke her.
    2 | asof: 2025-04-10
      | ^^^^
{fill(HINT, 80, initial_indent="    ", subsequent_indent="    ")}
"""
WARNING = """\
plan.yaml:7:3: advarsel W402: Intet initiativ nævner »JM«.
    7 |   JM: Justitsministeriet
      |   ^^
    Slet linjen, hvis »JM« ikke længere har nogen.
"""
WARNING_IN_ENGLISH = """\
plan.yaml:7:3: warning W402: No initiative names “JM”.
    7 |   JM: Justitsministeriet
      |   ^^
    Delete the line, if “JM” has none any more.
"""


def of(name: str, report: str) -> str:
    """*report*, of the file *name*."""
    return report.replace("plan.yaml", name)


ON_GITHUB = (
    "::error file=wrong.yaml,line=2,col=1,endColumn=5,title=fejl E301::"
    f"Nøglen »asof« kendes ikke her.%0A{HINT}\n"
    "::warning file=odd.yaml,line=7,col=3,endColumn=5,title=advarsel W402::"
    "Intet initiativ nævner »JM«.%0ASlet linjen, hvis »JM« ikke længere har "
    "nogen.\n"
    "1 fejl og 1 advarsel.\n"
)
NUMBER = "1 advarsel. De ses med »statusnote validate odd.yaml«.\n"
