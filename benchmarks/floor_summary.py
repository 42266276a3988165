"""The least that a summary takes: the same imports, the file read, and one table printed."""

from importlib import import_module
from pathlib import Path

import typer
import yaml
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

ALSO_IMPORTED = (
    "markdown_it",
    "pydantic.config",
    "pydantic.fields",
    "pydantic.functional_validators",
    "pydantic.main",
    "pydantic_core",
)
ROWS = 26

for name in ALSO_IMPORTED:
    import_module(name)

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)


@app.command()
def summary(data: Path) -> None:
    """Read the YAML file *data* and print a table that has nothing to do with it."""
    yaml.compose(data.read_text("utf-8"), Loader=yaml.CSafeLoader)
    Console().print(Group(Text("Initiativer"), table()))


def table() -> Table:
    """A table of the summary's size."""
    rows = Table("Nr.", "", "Initiativ", "Min.", "Status", box=None)
    for number in range(1, ROWS + 1):
        rows.add_row(str(number), "*", "Et initiativ med en titel", "SBM", "✓ gennemført")
    return rows


if __name__ == "__main__":
    app()
