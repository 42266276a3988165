"""What can be wrong with a note as PDF: E8."""

from statusnote.diagnostics.language import Wording
from statusnote.diagnostics.messages.message import ERROR, PLAIN, Message

MESSAGES: dict[str, Message] = {
    "E801": Message(
        ERROR,
        PLAIN,
        Wording(
            "Filen er ikke en PDF.",
            "The file is not a PDF.",
        ),
        Wording(
            "Angiv notatet som PDF.",
            "Name the note as PDF.",
        ),
    ),
    "E802": Message(
        ERROR,
        PLAIN,
        Wording(
            "PDF-filen er ikke et notat fra statusnote, eller den er gemt på ny af et program, der "
            "har fjernet, hvad den var dannet af.",
            "The PDF is no note of statusnote's, or was saved anew by a program that took out what "
            "it was made of.",
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
            "PDF-filen kan ikke læses. Den er beskadiget eller ikke hel, eller den indeholder "
            "mere, end et notat gør.",
            "The PDF cannot be read. It is damaged or not complete, or holds more than a note "
            "does.",
        ),
        Wording(
            "Hent den igen fra den, der dannede den.",
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
            "De data, som PDF-filen har med, er ændret, siden notatet blev dannet.",
            "The data that the PDF carries were changed after the note was made.",
        ),
        Wording(
            "Brug dem ikke. Hent notatet igen fra den, der dannede det.",
            "Do not use them. Get the note again from whoever made it.",
        ),
    ),
}
