"""The schemas: of the data that are read, and of each JSON that is printed (draft 2020-12).

The latter are made of the types of what is printed. Beside the type of a key stands, in
`Annotated`, what it says, and maybe pairs of a keyword of JSON Schema and its value.
"""

import json
from collections.abc import Callable
from dataclasses import is_dataclass
from enum import Enum
from inspect import cleandoc
from itertools import chain
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from statusnote.approvals.shown import ApprovalsJson
from statusnote.changes.formats import TOLD, fields_told
from statusnote.changes.keys import DESCRIBED, Described
from statusnote.changes.model import Changes, Counts
from statusnote.deadlines import DueJson
from statusnote.diagnostics.reporters import ProblemJson
from statusnote.history.files import HistoryJson
from statusnote.plan.schema import plan_schema
from statusnote.portfolio.dues import DuesJson
from statusnote.portfolio.summaries import SummariesJson
from statusnote.render.note_json import NoteJson
from statusnote.summary import SummaryJson

Schema = dict[str, Any]
DRAFT_2020_12 = "https://json-schema.org/draft/2020-12/schema"
SCALARS: dict[type, str] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    NoneType: "null",
}
# What is printed for a value of a type, as a type.
TOLD_AS = {kind: get_type_hints(told, include_extras=True)["return"] for kind, told in TOLD.items()}


def as_json(name: str) -> str:
    """The schema of that *name*, one of SCHEMAS, as the text of a file."""
    return json.dumps(SCHEMAS[name](), ensure_ascii=False, indent=2) + "\n"


def schema_of(kind: Any, title: str) -> Schema:
    """The schema of what is printed from a value of a type, with a *title*.

    Raises LookupError where a key in it is not described.
    """
    derivation = _Derivation()
    return derivation.whole(title, derivation.of(kind))


def _of_problems() -> Schema:
    said = (
        "All that is wrong with the data: what `validate --format json` prints, and each line of "
        "`json-lines`."
    )
    return schema_of(Annotated[list[ProblemJson], said], "Problems")


def _of_changes() -> Schema:
    """That of what formats.as_json makes of changes: their fields, and the counts before them."""
    derivation = _Derivation()
    made = derivation.object_of(Changes)
    counts = Annotated[Counts, "how many initiatives something happened to, each once"]
    properties = {"counts": derivation.of(counts), **made["properties"]}
    described = {
        **made,
        "description": "What differs between two versions: what `diff --format json` prints.",
        "properties": properties,
        "required": [*properties],
    }
    return derivation.whole("Changes", described)


# By the names that `--of` takes.
SCHEMAS: dict[str, Callable[[], Schema]] = {
    "plan": plan_schema,
    "note": lambda: schema_of(NoteJson, "Note"),
    "summary": lambda: schema_of(SummaryJson, "Summary"),
    "summaries": lambda: schema_of(SummariesJson, "Summaries"),
    "due": lambda: schema_of(DueJson, "Milestones"),
    "dues": lambda: schema_of(DuesJson, "Milestones of several plans"),
    "diff": _of_changes,
    "history": lambda: schema_of(HistoryJson, "History"),
    "approvals": lambda: schema_of(ApprovalsJson, "Approvals"),
    "problems": _of_problems,
}


class _Derivation:
    """Types → schemas, which refer to *definitions* of the classes in them by their names."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def whole(self, title: str, made: Schema) -> Schema:
        """The schema that was *made*, as one that stands by itself."""
        if "$ref" in made:
            made = self.definitions.pop(made["$ref"].removeprefix(DEFINITIONS))
        return {"$schema": DRAFT_2020_12, "title": title, **made, "$defs": self.definitions}

    def of(self, kind: Any) -> Schema:
        """What holds of a value of a type, as it is printed."""
        origin, arguments = get_origin(kind), get_args(kind)
        if origin is Annotated:
            return self._annotated(*arguments)
        if origin in (Union, UnionType):
            return _either([self.of(each) for each in arguments])
        if origin in (list, tuple):
            return {"type": "array", "items": self.of(arguments[0])}
        if origin is dict:
            return {"type": "object", "additionalProperties": self.of(arguments[1])}
        if origin is not None:
            return self.object_of(kind)
        return {"type": SCALARS[kind]} if kind in SCALARS else self._of_class(kind)

    def _annotated(self, kind: Any, *beside: object) -> Schema:
        said = [each for each in beside if isinstance(each, str)]
        keywords: Schema = dict(each for each in beside if isinstance(each, tuple))
        made = {**self.of(kind), **keywords}
        return _described(said[-1], made) if said else made

    def _of_class(self, kind: type) -> Schema:
        for each, printed in TOLD_AS.items():
            if issubclass(kind, each):
                return self.of(printed)
        if issubclass(kind, Enum):
            return {"type": "string", "enum": [each.value for each in kind]}
        name = kind.__name__.removesuffix("Json")
        if name not in self.definitions:
            self.definitions[name] = {}  # it stands before what stands in it
            self.definitions[name] = self.object_of(kind)
        return {"$ref": f"{DEFINITIONS}{name}"}

    def object_of(self, kind: Any) -> Schema:
        """The schema of a TypedDict, of a dataclass, which may be generic, or of a model."""
        origin: type = get_origin(kind) or kind
        first_line = cleandoc(origin.__doc__ or "").split("\n")[0]
        part, keys = DESCRIBED.get(origin, Described(first_line, {}))
        hints, bound = get_type_hints(origin, include_extras=True), _bound(kind)
        properties = {}
        for name in _keys(origin):
            made = self.of(_with(hints[name], bound))
            properties[name] = _described(keys[name], made) if name in keys else made
            if "description" not in properties[name]:
                raise LookupError(
                    f"Say what the key {name} of {part!r} says: beside its type, or in "
                    "changes/keys.py."
                )
        return {
            "description": part,
            "type": "object",
            "properties": properties,
            "required": [*properties],
            "additionalProperties": False,
        }


DEFINITIONS = "#/$defs/"


def _either(schemas: list[Schema]) -> Schema:
    if any(each.keys() != {"type"} for each in schemas):
        return {"anyOf": schemas}
    types = [each["type"] for each in schemas]
    return {"type": [*chain.from_iterable([it] if isinstance(it, str) else it for it in types)]}


def _described(text: str, made: Schema) -> Schema:
    """What was *made*, with this *text* as what is said of it."""
    return {"description": text} | made | {"description": text}


def _keys(kind: Any) -> list[str]:
    if is_dataclass(kind):
        return fields_told(kind)
    return [*(kind.model_fields if issubclass(kind, BaseModel) else kind.__annotations__)]


def _bound(kind: Any) -> dict[TypeVar, Any]:
    """What stands for each type variable in *kind*: in itself, or in what it is a subclass of."""
    generics = (kind, *getattr(kind, "__orig_bases__", ()))
    return {
        variable: argument
        for generic in generics
        for variable, argument in zip(
            getattr(get_origin(generic), "__parameters__", ()), get_args(generic), strict=False
        )
    }


def _with(hint: Any, bound: dict[TypeVar, Any]) -> Any:
    """*hint*, with what is *bound* to the type variables in it."""
    variables = getattr(hint, "__parameters__", ())
    return hint[tuple(bound[each] for each in variables)] if variables else hint
