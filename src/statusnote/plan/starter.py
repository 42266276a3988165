"""What a new plan begins with: a small one that renders at once, to be made into one's own."""

from pathlib import Path

# Git is to keep the lines as they are, since a note carries its data byte for byte.
ATTRIBUTES = "*.yaml text eol=lf\n*.json text eol=lf\n"
# Where each service looks for what it is to do on a change, below the root of a repository.
JOBS = {
    "github": ".github/workflows/statusnote.yml",
    "gitlab": ".gitlab-ci.yml",
    "azure": "azure-pipelines.yml",
}


# Fuller plans to begin with: each is another kind of plan, and together they use all there is.
EXAMPLES = ("action-plan", "strategy", "climate")


def contents(service: str | None = None, example: str | None = None) -> dict[str, bytes]:
    """The files by their names below the folder of the plan.

    They are the data, of an *example* where one is named, the schema that the data's first line
    names, git's attributes of both, and, with a *service*, the job with which it renders the note
    on every change.
    """
    from statusnote.plan import schema  # loads what only it needs

    here = Path(__file__).parent
    job = {JOBS[service]: (here / "ci" / f"{service}.yml").read_bytes()} if service else {}
    plan = here / "examples" / f"{example}.yaml" if example else here / "starter.yaml"
    return {
        "data/initiatives.yaml": plan.read_bytes(),
        "data/plan.schema.json": schema.as_json().encode(),
        "data/.gitattributes": ATTRIBUTES.encode(),
        **job,
    }
