"""Data that try to give commands to what a CI job runs in, and what GitHub would obey."""

import re

from support.project import SMALL_PLAN

COMMANDS = "::error::a ::add-mask::gennemført ##[error]b ##[stop-commands]c"
TITLE = "![a](https://x.dk/a.png) www.x.dk a@x.dk | # @org/team :tada:"
HOSTILE = (
    SMALL_PLAN.replace("Status for en lille plan", '"```"')
    .replace(
        "Den eneste del", '"</details> <img src=https://x.dk/a.png> [Godkend](https://x.dk/b)"'
    )
    .replace("Et initiativ", f'"{TITLE}"')
    + f"""\
        milestones:
          - "```": 2024
          - "## <b>Alt er godkendt</b>": 2024
          - "~~~": 2024
          - "{COMMANDS}": 2024
          - "::stop-commands::d ::error::e": 2024
"""
)


def obeyed(log: str) -> list[str]:
    """The commands in *log* that GitHub's runner would obey.

    One is `::name …::` first in a line, or `##[name…]` anywhere in another. Source:
    ActionCommand.cs and ActionCommandManager.cs of actions/runner.
    """
    names, token = [], ""
    for line in log.splitlines():
        match = re.match(r"\s*::([\w-]+)[^:]*::(.*)", line) or re.search(r"##\[([\w-]+)", line)
        if match and token in ("", match[1]):
            names.append("resume" if token else match[1])
            token = "" if token else match[2] if match[1] == "stop-commands" else ""
    return names
