"""All codes, in their order: what each problem is called, what to do about it, and its traits."""

from statusnote.diagnostics.messages import (
    answers,
    approvals,
    fields,
    files,
    language,
    notes,
    revisions,
    shape,
    suppressions,
    templates,
    yaml_syntax,
)
from statusnote.diagnostics.messages.message import Message

KINDS = (
    *(files, yaml_syntax, shape, fields, templates, revisions, notes, answers, approvals),
    *(language, suppressions),
)
MESSAGES: dict[str, Message] = dict(sorted(row for kind in KINDS for row in kind.MESSAGES.items()))
