"""The JSON Schema (draft-07) of a plan's file, made from the model: for editors and validators.

Our reader takes every scalar as the text that stands there; an editor takes `9` for a number and
`true` for a truth value. The schema accepts both.
"""

import json
from collections.abc import Callable
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from statusnote.plan import field_types, model, scalars, statuses

DRAFT_7 = "http://json-schema.org/draft-07/schema#"


def as_json() -> str:
    """The schema as the text of a file."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=2) + "\n"


def plan_schema() -> dict[str, object]:
    """The schema of a whole plan."""
    made = model.Plan.model_json_schema(
        ref_template="#/definitions/{model}", schema_generator=_Generator
    )
    definitions = made.pop("$defs")
    for name, each in made["properties"].items():
        made["properties"][name] = _beside_reference(each)
    return {
        "$schema": DRAFT_7,
        "title": "Handlingsplan",
        "description": "En handlingsplan, som et statusnotat dannes af.",
        **made,
        "definitions": definitions,
    }


def _beside_reference(made: JsonSchemaValue) -> JsonSchemaValue:
    """The same, where draft-07 sees nothing beside a reference."""
    if "$ref" not in made:
        return made
    return {"allOf": [{"$ref": made["$ref"]}], **{k: v for k, v in made.items() if k != "$ref"}}


class _Generator(GenerateJsonSchema):
    """Writes down what the file may say, where pydantic would write down what the model holds."""

    schema_dialect = DRAFT_7

    def function_plain_schema(
        self, schema: core_schema.PlainValidatorFunctionSchema
    ) -> JsonSchemaValue:
        return dict(SCALARS[schema["function"]["function"]])

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> JsonSchemaValue:
        made = super().function_before_schema(schema)
        function = schema["function"]["function"]
        if function is field_types.SOME.func:
            return {**made, "minProperties" if made["type"] == "object" else "minItems": 1}
        if function is field_types.LISTED.func:
            return {"anyOf": [made["items"], made]}
        return made

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        keys, values = map(self.generate_inner, (schema["keys_schema"], schema["values_schema"]))
        return _keys(keys, values)

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        del made["title"], made["description"]  # they are the class's, and English
        form = FORMS.get(schema["cls"])
        return form(made) if form else made

    # What may be left out may not be empty, and its default is nothing that one would write.

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def _grant(made: JsonSchemaValue) -> JsonSchemaValue:
    recipient, amount = made["properties"].values()
    return _pair(recipient, amount)


def _milestone(made: JsonSchemaValue) -> JsonSchemaValue:
    required, properties = made["required"], made["properties"]
    # An editor offers the keys that stand here; `then` and `else` say what holds of them.
    described = {key: {"description": each["description"]} for key, each in properties.items()}
    return {
        "type": "object",
        "properties": described,
        "if": {"anyOf": [{"required": [key]} for key in required]},
        "then": made,
        "else": _pair(*(properties[key] for key in required)),
    }


def _part(made: JsonSchemaValue) -> JsonSchemaValue:
    _offer_no_status(made)
    title, status = (made["properties"][key] for key in ("title", "status"))
    return {
        "type": "object",
        "properties": {
            key: {"description": each["description"]} for key, each in made["properties"].items()
        },
        "if": {"anyOf": [{"required": [key]} for key in made["properties"]]},
        "then": made,
        "else": _pair(title, status),
    }


def _pair(key: JsonSchemaValue, value: JsonSchemaValue) -> JsonSchemaValue:
    return {**_keys(key, value), "minProperties": 1, "maxProperties": 1}


def _keys(key: JsonSchemaValue, value: JsonSchemaValue) -> JsonSchemaValue:
    names = {**key, "type": "string"}  # a key is never anything else
    return {"type": "object", "propertyNames": names, "additionalProperties": value}


def _initiative(made: JsonSchemaValue) -> JsonSchemaValue:
    _offer_no_status(made)
    return _with_parties(made)


def _offer_no_status(made: JsonSchemaValue) -> None:
    """An editor would offer the examples of a status also where a plan has statuses of its own."""
    del made["properties"]["status"]["examples"]


def _terms(made: JsonSchemaValue) -> JsonSchemaValue:
    forms = model.FORMS_OF_INITIATIVE
    return {**made, "dependencies": {form: [*forms] for form in forms}}


def _indicator(made: JsonSchemaValue) -> JsonSchemaValue:
    return {**made, "dependencies": {"latest": ["measured"], "measured": ["latest"]}}


def _declared_status(made: JsonSchemaValue) -> JsonSchemaValue:
    means, *_ = made["properties"].values()
    return {"anyOf": [means, made]}


def _plan(made: JsonSchemaValue) -> JsonSchemaValue:
    """A plan's statuses are those that it declares, which no schema can name, or the usual ones."""
    of_section = _listed(model.Section, "initiatives", {"status": _status()})
    described = {
        **_listed(model.Plan, "sections", of_section),
        **_listed(model.Plan, "initiatives", {"status": _status()}),
    }
    return {
        **_with_parties(made),
        "oneOf": [{"required": [holder]} for holder in model.HOLDERS],
        "if": {"required": ["statuses"]},
        "else": {"properties": described},
    }


def _with_parties(made: JsonSchemaValue) -> JsonSchemaValue:
    """The same, where `parties` may stand instead of `ministries`."""
    names = (model.MINISTRIES, model.PARTIES)
    described = dict.fromkeys(names, made["properties"][model.MINISTRIES])
    return {
        **made,
        "properties": made["properties"] | described,
        "required": [key for key in made["required"] if key not in names],
        "allOf": [{"oneOf": [{"required": [name]} for name in names]}],
    }


def _listed(part: type[BaseModel], key: str, items: JsonSchemaValue) -> JsonSchemaValue:
    """The list under the *key* of a *part*, of whose items some keys are described."""
    description = part.model_fields[key].description
    return {key: {"items": {"properties": items}, "description": description}}


def _block(made: JsonSchemaValue) -> JsonSchemaValue:
    paragraph = made["properties"].pop("paragraph")
    return {"anyOf": [paragraph, {**made, "minProperties": 1, "maxProperties": 1}]}


# The models that the file has a short form of.
FORMS: dict[type[BaseModel], Callable[[JsonSchemaValue], JsonSchemaValue]] = {
    model.Grant: _grant,
    model.Milestone: _milestone,
    model.Part: _part,
    model.Indicator: _indicator,
    model.Block: _block,
    model.DeclaredStatus: _declared_status,
    model.Initiative: _initiative,
    model.Terms: _terms,
    model.Plan: _plan,
}


def _text(pattern: str, **more: object) -> JsonSchemaValue:
    """A text of *pattern*, and what else holds of it.

    Any space in it may be several, or a no-break one, and a letter and its accent may be two.
    """
    spaced = pattern.replace(" ", rf"[{_SPACES}]+").replace("å", "(?:å|a\u030a)")
    return {"type": "string", "pattern": rf"^[{_SPACES}\r\n]*(?:{spaced})[{_SPACES}\r\n]*$", **more}


_SPACES = r" \t\u00a0\u202f"


def _status() -> JsonSchemaValue:
    """The usual phrases without a year one by one, for an editor to offer; and all of them."""
    yearly = [kind for kind in statuses.STATUSES if kind.takes is statuses.Takes.YEAR]
    fixed = [kind.phrase for kind in statuses.STATUSES if kind not in yearly]
    dated = "|".join(kind.phrase for kind in yearly)
    pattern = f"{'|'.join(fixed)}|(?:{dated}) i {scalars.YEAR}"
    examples = [kind.example for kind in yearly]
    return {
        "anyOf": [{"enum": fixed}, _text(pattern, examples=examples)],
        "description": model.Initiative.model_fields["status"].description,
    }


_ANY = {"type": ["string", "number", "boolean"]}
_LINE = r"[^\x20\t\r\n][^\r\n]*"
_UNBRACED = r"[^{}\r\n]*"
# What a text in the file may be, by the type in the model that it is read as.
TYPES = {
    field_types.LineText: _text(_LINE, **_ANY),
    field_types.Code: _text(_LINE, **_ANY),
    field_types.ParagraphText: _text(_LINE, **_ANY, maxLength=field_types.LONGEST_PARAGRAPH),
    field_types.InitiativeNumber: _text(
        scalars.NUMBER,
        type=["number", "string"],
        minimum=1,
        maximum=999_999,
    ),
    field_types.FormatNumber: _text(
        "|".join(map(str, scalars.FORMATS)),
        type=["integer", "string"],
        minimum=scalars.FORMATS[0],
        maximum=scalars.FORMATS[-1],
    ),
    field_types.Truth: _text("true|false", type=["boolean", "string"]),
    field_types.Required: {"anyOf": [{"enum": [scalars.REQUIRED]}, _text(scalars.REQUIRED)]},
    field_types.Day: _text(scalars.ANY_DAY),
    field_types.Due: _text(
        scalars.ANY_DUE,
        type=["string", "integer"],
        minimum=1900,
        maximum=2199,
    ),
    field_types.Kroner: _text(
        f"{scalars.KRONER}|{scalars.IN_UNITS}",
        type=["string", "number"],
        minimum=1,
        maximum=999_999_999_999_999,
    ),
    field_types.StatusPhrase: _text(_LINE, **_ANY),
    field_types.Phrase: _text(_LINE, **_ANY),
    field_types.MeaningWord: {
        "anyOf": [{"enum": [*statuses.Meaning]}, _text("|".join(statuses.Meaning))]
    },
    field_types.Sentence: _text(rf"(?=\S){_UNBRACED}(?:\{{\}}{_UNBRACED})?", **_ANY),
    field_types.Sign: _text(statuses.SIGN, **_ANY),
    field_types.Measure: _text(scalars.FIGURE, type=["number", "string"]),
    field_types.Year: _text(scalars.YEAR, type=["integer", "string"], minimum=1900, maximum=2199),
    field_types.Years: _text(scalars.PERIOD),
}
SCALARS = {get_args(kind)[1].func: form for kind, form in TYPES.items()}
