"""A note, as PDF or as a web page → what it carries: its data, and the record of what made it."""

from statusnote.diagnostics.problem import ProblemsFound, problem
from statusnote.files import PDF, is_note
from statusnote.render.record import DATA_NAME
from statusnote.verify import page_attachments, pdf_attachments
from statusnote.verify.carried import Attachments


def data_in(content: bytes, file: str) -> bytes:
    """The data file that the note *content* was made of, byte for byte.

    *file* is what problems are reported under. Raises ProblemsFound where it is no note of ours,
    cannot be read, carries no data, or carries data that were changed.
    """
    attachments = read(content, file)
    if DATA_NAME in attachments.changed:
        raise ProblemsFound([problem("E806", file)])
    if DATA_NAME not in attachments.files:
        raise ProblemsFound([problem("E805", file)])
    return attachments.files[DATA_NAME]


def read(content: bytes, file: str) -> Attachments:
    """All that the note *content* carries. Raises ProblemsFound, reported under *file*."""
    if not is_note(content):
        raise ProblemsFound([problem("E801", file)])
    if content.startswith(PDF):
        return pdf_attachments.read(content, file)
    return page_attachments.read(content, file)
