"""What can be wrong with the file that holds the approvals: E96."""

from statusnote.diagnostics.language import Wording
from statusnote.diagnostics.messages.message import ERROR, PLAIN, Message

MESSAGES: dict[str, Message] = {
    "E960": Message(
        ERROR,
        PLAIN,
        Wording(
            "Planen har ingen ansvarlig med forkortelsen »{code}«.",
            "The plan has nobody responsible with the code “{code}”.",
        ),
        Wording(
            "Ret forkortelsen, eller slet den og linjerne under den. De ansvarlige er {known}.",
            "Correct the code, or delete it and the lines below it. Those responsible are {known}.",
        ),
    ),
    "E961": Message(
        ERROR,
        PLAIN,
        Wording(
            "Det er ikke en godkendelse, som statusnote har skrevet.",
            "This is no approval that statusnote has written.",
        ),
        Wording(
            "Slet det, der står efter den ansvarliges forkortelse, og godkend igen med »statusnote "
            "approve --party {code}«.",
            "Delete what stands behind the code of the party, and approve again with “statusnote "
            "approve --party {code}”.",
        ),
    ),
    "E962": Message(
        ERROR,
        PLAIN,
        Wording(
            "Filen er ikke en fil med godkendelser, som dette program kan læse.",
            "The file is no file of approvals that this program can read.",
        ),
        Wording(
            "Øverst skal der stå »format: {format}« og derunder »approvals:« med de ansvarlige. Er "
            "filen skrevet af et nyere statusnote, så hent det. Ellers slet den, og begynd den "
            "igen med »statusnote approve --begin«.",
            "At its top there must be “format: {format}”, and below it “approvals:” with the "
            "parties. If it was written by a newer statusnote, get that. Otherwise delete it, and "
            "begin it again with “statusnote approve --begin”.",
        ),
    ),
}
