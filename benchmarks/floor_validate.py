"""The least that validating takes: the same imports, the file read, and one line printed."""

from pathlib import Path

import floor_summary  # noqa: F401 - statusnote loads what its summary needs here too
import typer
import yaml

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)


@app.command()
def validate(data: Path) -> None:
    """Read the YAML file *data*, and find nothing wrong with it."""
    yaml.compose(data.read_text("utf-8"), Loader=yaml.CSafeLoader)
    typer.echo("Ingen fejl.")


if __name__ == "__main__":
    app()
