"""What can be wrong with a template: E5."""

from statusnote.diagnostics.language import Wording
from statusnote.diagnostics.messages.message import ERROR, PLAIN, Message

MESSAGES: dict[str, Message] = {
    "E501": Message(
        ERROR,
        PLAIN,
        Wording(
            "Skabelonen bruger noget, der ikke findes: {detail}.",
            "The template uses what does not exist: {detail}.",
        ),
        Wording(
            "Kontrollér skabelonen her.",
            "Check the template here.",
        ),
    ),
    "E502": Message(
        ERROR,
        PLAIN,
        Wording(
            "Skabelonen kan ikke læses: {detail}.",
            "The template cannot be read: {detail}.",
        ),
        Wording(
            "Kontrollér skabelonen her.",
            "Check the template here.",
        ),
    ),
    "E503": Message(
        ERROR,
        PLAIN,
        Wording(
            "Skabelonen gør noget, som skabeloner ikke må: {detail}.",
            "The template does what templates may not: {detail}.",
        ),
        Wording(
            "Skriv skabelonen uden det.",
            "Do without it.",
        ),
    ),
    "E504": Message(
        ERROR,
        PLAIN,
        Wording(
            "Skabelonen kan ikke udfyldes: {detail}.",
            "The template cannot be filled in: {detail}.",
        ),
        Wording(
            "Kontrollér skabelonen her.",
            "Check the template here.",
        ),
    ),
    "E505": Message(
        ERROR,
        PLAIN,
        Wording(
            "»{url}« må ikke hentes.",
            "“{url}” may not be fetched.",
        ),
        Wording(
            "En skabelon kan kun bruge de skrifttyper, der følger med: {known}.",
            "A template can use only the fonts that come with the program: {known}.",
        ),
    ),
    "E506": Message(
        ERROR,
        PLAIN,
        Wording(
            "Layoutet indeholder noget, som programmet ikke forstår: {detail}.",
            "The layout holds something that the program does not understand: {detail}.",
        ),
        Wording(
            "Ret eller slet det.",
            "Correct or delete it.",
        ),
    ),
    "E507": Message(
        ERROR,
        PLAIN,
        Wording(
            "Notatets skrifttyper har ikke »{characters}«, som derfor ikke kan vises i PDF-filen.",
            "The note's fonts do not have “{characters}”, which the PDF therefore cannot show.",
        ),
        Wording(
            "Skriv det med bogstaver og tegn, som de har, fx et navn med latinske bogstaver; en "
            "emoji kan udelades.",
            "Write it with letters and signs that they have, for example a name in Latin letters; "
            "an emoji can be left out.",
        ),
    ),
    "E508": Message(
        ERROR,
        PLAIN,
        Wording(
            "Med denne skabelon tager notatet for lang tid eller for meget hukommelse: mere end "
            "{seconds} sekunder eller {megabytes} MB.",
            "With this template, the note takes too long or too much memory: more than {seconds} "
            "seconds or {megabytes} MB.",
        ),
        Wording(
            "Se efter løkker i skabelonen. Er den rigtig, så sæt STATUSNOTE_TEMPLATE_SECONDS eller "
            "STATUSNOTE_TEMPLATE_MB op.",
            "Look for loops in the template. If it is right, raise STATUSNOTE_TEMPLATE_SECONDS or "
            "STATUSNOTE_TEMPLATE_MB.",
        ),
    ),
    "E509": Message(
        ERROR,
        PLAIN,
        Wording(
            "Skabelonen kan ikke bruges til notatet i Word: {detail}.",
            "The template can't be used for the note in Word: {detail}.",
        ),
        Wording(
            "Åbn den i Word, og gem den som »Word-dokument (.docx)«, uden makroer og med få "
            "billeder.",
            "Open it in Word, and save it as “Word Document (.docx)”, without macros and with few "
            "pictures.",
        ),
    ),
}
