"""The data in a file, which may be a note."""

from statusnote import files


def data_of(content: bytes, file: str) -> bytes:
    """The data in a file, which are those that it carries where it is a note.

    *file* is what problems are reported under. Raises ProblemsFound.
    """
    if files.is_note(content):
        from statusnote.verify import attachments  # which the data themselves can do without

        return attachments.data_in(content, file)
    return content
