"""A plan, and the one before it → the note that is made of them."""

from statusnote import note
from statusnote.note import Note
from statusnote.plan.model import Plan


def note_on(plan: Plan, before: Plan | None, *, draft: bool) -> Note:
    """The note on *plan*; with the plan *before* it, it says what has changed since then."""
    made = note.derive(plan)
    if before:
        from statusnote import changes  # which a note can mostly do without

        made = changes.with_news(made, changes.compare(before, plan))
    return note.as_draft(made) if draft else made
