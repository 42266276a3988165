"""What a new plan begins with: a small one that renders at once, to be made into one's own."""

from pathlib import Path

from statusnote.plan import schema

# Git is to keep the lines as they are, since a note carries its data byte for byte.
ATTRIBUTES = "*.yaml text eol=lf\n*.json text eol=lf\n"


def contents() -> dict[str, bytes]:
    """The files by their names below the folder of the plan.

    They are the data, the schema that the data's first line names, and git's attributes of both.
    """
    return {
        "data/initiatives.yaml": Path(__file__).with_name("starter.yaml").read_bytes(),
        "data/plan.schema.json": schema.as_json().encode(),
        "data/.gitattributes": ATTRIBUTES.encode(),
    }
