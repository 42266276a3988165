"""Every key of what is printed as JSON, as the schemas have it: a section of docs/reference.md."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from statusnote import schemas

HEADING = "Det, programmet skriver som JSON"
BEGINNING = f"""\
## {HEADING}

Det er for andre programmer, og derfor på engelsk. Ordene er dem, der står i de skemaer, som
`statusnote schema --of NAVN` skriver, og [json.md](json.md) siger, hvor hvert stykke JSON kommer
fra. Alle nøgler står der altid, og der står ingen andre.
"""
WORDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "null": "null",
}


def section() -> str:
    """The whole section."""
    names = (name for name in schemas.SCHEMAS if name != "plan")
    return "\n".join((BEGINNING, *(part for name in names for part in _parts(name))))


def _parts(name: str) -> Iterator[str]:
    """What there is to say of the schema of that *name*, and of each definition in it."""
    schema = schemas.SCHEMAS[name]()
    yield f"### {name}\n\n{schema['description']}\n"
    if "properties" in schema:
        yield _table(schema, name)
    else:
        yield f"It is a {in_words(schema, name)}.\n"
    for definition, each in schema["$defs"].items():
        yield f"#### {name}: {definition}\n\n{each['description']}\n\n{_table(each, name)}"


def _table(schema: schemas.Schema, name: str) -> str:
    rows = (
        f"| `{key}` | {in_words(each, name)} | {each['description']} |"
        for key, each in schema["properties"].items()
    )
    return "\n".join(("| key | value | says |", "| --- | --- | --- |", *rows, ""))


def in_words(schema: schemas.Schema, name: str) -> str:
    """`list of text`: what a value may be by a *schema* that stands in the one of that *name*."""
    match schema:
        case {"$ref": str(reference)}:
            definition = reference.rsplit("/", 1)[-1]
            return f"[{definition}](#{name}-{definition.lower()})"
        case {"anyOf": kinds}:
            return _either(in_words(each, name) for each in kinds)
        case {"enum": values}:
            return _either(f"`{value}`" for value in values)
        case {"items": items}:
            return f"list of {in_words(items, name)}"
        case {"properties": keys}:
            return _with_keys({key: in_words(each, name) for key, each in keys.items()})
        case {"additionalProperties": values}:
            return f"object, with {in_words(values, name)} behind each key"
        case {"format": "date"}:
            return "day"
        case {"type": [*types]}:
            return _either(WORDS[each] for each in types)
    return WORDS[schema["type"]]


def _either(words: Iterable[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last


def _with_keys(values: dict[str, str]) -> str:
    """`{old, new: text}`: keys, each with what stands behind it, which several may share."""
    groups = (
        f"{', '.join(f'`{key}`' for key in keys)}: {value}"
        for value, keys in groupby(values, values.__getitem__)
    )
    return f"{{{'; '.join(groups)}}}"
