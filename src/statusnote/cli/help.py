"""The help of the whole: the commands by what one wants to do, each in all its words."""

import inspect
from collections.abc import Mapping
from itertools import groupby
from typing import Any, ClassVar

from typer.core import TyperGroup


class Grouped(TyperGroup):
    """Commands that are listed under their help panels, in the order of *panels*.

    Behind them stands the *ending*: lists by their headings. typer itself lists panels only where
    rich draws boxes, and cuts what doesn't fit a line.
    """

    panels: ClassVar[tuple[str, ...]] = ()
    ending: ClassVar[Mapping[str, Mapping[str, str]]] = {}

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands under their panels; those of another panel, or of none, stand last."""
        for panel, names in groupby(sorted(self.commands, key=self._place), key=self._panel):
            rows = [(name, _first_paragraph(self.commands[name].help)) for name in names]
            with formatter.section(panel):
                formatter.write_dl(rows)

    def _place(self, name: str) -> int:
        panel = self._panel(name)
        return self.panels.index(panel) if panel in self.panels else len(self.panels)

    def _panel(self, name: str) -> str:
        panel = getattr(self.commands[name], "rich_help_panel", None)
        return panel if panel in self.panels else "More commands"

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write the ending."""
        for heading, rows in self.ending.items():
            with formatter.section(heading):
                formatter.write_dl([*rows.items()])


def _first_paragraph(text: str | None) -> str:
    return " ".join(inspect.cleandoc(text or "").partition("\n\n")[0].split())
