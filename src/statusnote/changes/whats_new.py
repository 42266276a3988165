"""A plan, and the one before it → the note that is made of them, which says what is new in it."""

from statusnote.note import Note, as_draft, derive
from statusnote.plan.model import Plan


def note_on(plan: Plan, before: Plan | None, *, draft: bool) -> Note:
    """The note on *plan*; with the plan *before* it, it says what has changed since then."""
    note = derive(plan)
    if before:
        from statusnote.changes.news import with_news  # compares, which most notes can do without

        note = with_news(note, before, plan)
    return as_draft(note) if draft else note
