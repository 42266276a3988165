"""What can be wrong with a note that carries its data: E8."""

from statusnote.diagnostics.language import Wording
from statusnote.diagnostics.messages.message import ERROR, PLAIN, Message

MESSAGES: dict[str, Message] = {
    "E801": Message(
        ERROR,
        PLAIN,
        Wording(
            "Filen er hverken en PDF eller en webside.",
            "The file is neither a PDF nor a web page.",
        ),
        Wording(
            "Angiv notatet som PDF eller webside.",
            "Name the note as PDF or web page.",
        ),
    ),
    "E802": Message(
        ERROR,
        PLAIN,
        Wording(
            "Filen er ikke et notat fra statusnote, eller den er gemt på ny af et program, der "
            "har fjernet, hvad den var dannet af.",
            "The file is no note of statusnote's, or was saved anew by a program that took out "
            "what it was made of.",
        ),
        Wording(
            "Angiv notatet, som statusnote dannede det.",
            "Name the note as statusnote made it.",
        ),
    ),
    "E803": Message(
        ERROR,
        PLAIN,
        Wording(
            "Notatet kan ikke læses. Det er beskadiget eller ikke helt, eller det indeholder "
            "mere, end et notat gør.",
            "The note cannot be read. It is damaged or not complete, or holds more than a note "
            "does.",
        ),
        Wording(
            "Hent det igen fra den, der dannede det.",
            "Get it again from whoever made it.",
        ),
    ),
    "E804": Message(
        ERROR,
        PLAIN,
        Wording(
            "PDF-filen er beskyttet med en adgangskode.",
            "The PDF is protected by a password.",
        ),
        Wording(
            "Angiv notatet, som statusnote dannede det, uden adgangskode.",
            "Name the note as statusnote made it, without a password.",
        ),
    ),
    "E805": Message(
        ERROR,
        PLAIN,
        Wording(
            "Notatet har ikke de data med, som det er dannet af.",
            "The note does not carry the data that it was made of.",
        ),
        Wording(
            "Brug den datafil, som notatet er dannet af, eller et notat, der er dannet med "
            "--source eller publish_source.",
            "Use the data file that the note was made of, or a note that was made with --source or "
            "publish_source.",
        ),
    ),
    "E806": Message(
        ERROR,
        PLAIN,
        Wording(
            "De data, som notatet har med, er ændret, siden det blev dannet.",
            "The data that the note carries were changed after the note was made.",
        ),
        Wording(
            "Brug dem ikke. Hent notatet igen fra den, der dannede det.",
            "Do not use them. Get the note again from whoever made it.",
        ),
    ),
}
