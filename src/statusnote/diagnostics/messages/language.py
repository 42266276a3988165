"""What can be wrong with the language of a plan: W7."""

from statusnote.diagnostics.language import Wording
from statusnote.diagnostics.messages.message import SILENCEABLE, WARNING, Message

MESSAGES: dict[str, Message] = {
    "W701": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "»{written}« har intet punktum, men andre tal i filen har.",
            "“{written}” has no full stop, but other numbers in the file have.",
        ),
        Wording(
            "Skriv »{better}«. Er det ikke en mængde eller et beløb, så skriv foran, hvad tallet "
            "er, fx »nr.« eller »telefon«.",
            "Write “{better}”. If it is not a quantity or an amount, write in front of it what it "
            "is, such as “nr.” or “telefon”.",
        ),
    ),
    "W702": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "Forkortelsen »kr.« mangler sit punktum.",
            "The abbreviation “kr.” lacks its full stop.",
        ),
        Wording(
            "Skriv »kr.« eller »kroner«.",
            "Write “kr.” or “kroner”.",
        ),
    ),
    "W703": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "»{written}« har et punktum for meget og læses som et ordenstal.",
            "“{written}” has a full stop too many and reads as an ordinal.",
        ),
        Wording(
            "Skriv »{better}«.",
            "Write “{better}”.",
        ),
    ),
    "W704": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "»{written}« er et tegn for meget eller har et mellemrum foran.",
            "“{written}” is a mark too many or has a space before it.",
        ),
        Wording(
            "Skriv ét punktum eller komma lige efter ordet; en udeladelse skrives »…«.",
            "Write one full stop or comma right after the word; an omission is written “…”.",
        ),
    ),
    "W705": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "Afsnittet slutter med »{ending}« uden punktum.",
            "The paragraph ends with “{ending}” and no full stop.",
        ),
        Wording(
            "Sæt et punktum, eller skriv resten, hvis noget mangler.",
            "Put a full stop, or write the rest if something is missing.",
        ),
    ),
    "W706": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "Her står mere end ét mellemrum.",
            "There is more than one space here.",
        ),
        Wording(
            "Slet alle på nær ét.",
            "Delete all but one.",
        ),
    ),
    "W707": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "Tegnet »{written}« er lige, men filen har også typografiske tegn som ’ og »«.",
            "The mark “{written}” is straight, but the file has typographic ones such as ’ and “” "
            "too.",
        ),
        Wording(
            "Brug samme slags anførselstegn og apostroffer i hele filen.",
            "Use one kind of quotation marks and apostrophes in all of the file.",
        ),
    ),
    "W708": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "»{written}« er skrevet på en anden måde et andet sted i filen.",
            "“{written}” is written in another way elsewhere in the file.",
        ),
        Wording(
            "Skriv »{better}« alle steder, eller ret det andet sted.",
            "Write “{better}” everywhere, or change the other place.",
        ),
    ),
    "W709": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "»{written}« ser ud til at vente på at blive udfyldt.",
            "“{written}” seems to be waiting to be filled in.",
        ),
        Wording(
            "Skriv det, der skal stå, eller slet det.",
            "Write what is to stand there, or delete it.",
        ),
    ),
    "W710": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "»{written}« er HTML og trykkes, som det står.",
            "“{written}” is HTML and is printed as it stands.",
        ),
        Wording(
            "Slet det; et nyt afsnit er et nyt punkt i listen, og kursiv skrives med stjerner: "
            "*sådan*.",
            "Delete it; a new paragraph is a new item of the list, and italics are written with "
            "asterisks: *like this*.",
        ),
        Wording(
            "Slet det; et nyt afsnit begynder efter en tom linje, og kursiv skrives med "
            "stjerner: *sådan*.",
            "Delete it; a new paragraph begins behind an empty line, and italics are written "
            "with asterisks: *like this*.",
        ),
    ),
    "W711": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "Forkortelsen »{written}« mangler sit punktum.",
            "The abbreviation “{written}” lacks its full stop.",
        ),
        Wording(
            "Skriv »{better}«.",
            "Write “{better}”.",
        ),
    ),
    "W712": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "»{written}« er et tegn, der er gået i stykker, fordi filen har været åbnet med en "
            "forkert tegnkodning.",
            "“{written}” is a character that broke when the file was opened with a wrong encoding.",
        ),
        Wording(
            "Skriv det rigtige tegn, fx æ, ø eller å, og gem filen som UTF-8.",
            "Write the right character, such as æ, ø or å, and save the file as UTF-8.",
        ),
        Wording(
            "Skriv det rigtige tegn, fx æ, ø eller å.",
            "Write the right character, such as æ, ø or å.",
        ),
    ),
    "W713": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "Stjernen åbner kursiv, som ikke lukkes, og trykkes, som den står.",
            "The asterisk opens italics that nothing closes, and is printed as it stands.",
        ),
        Wording(
            "Sæt en stjerne lige efter det sidste ord: *sådan*. Skal stjernen stå der, så skriv "
            "\\*.",
            "Put an asterisk right behind the last word: *like this*. If the asterisk is meant, "
            "write \\*.",
        ),
    ),
    "W714": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "»{written}« ser ud til at være ét ord, der blev delt ved en linjes slutning.",
            "“{written}” seems to be one word that was divided at the end of a line.",
        ),
        Wording(
            "Skriv »{better}«.",
            "Write “{better}”.",
        ),
    ),
    "W715": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "»{written}« har et punktum, hvor decimaler på dansk har et komma.",
            "“{written}” has a point, where decimals have a comma in Danish.",
        ),
        Wording(
            "Skriv »{better}«.",
            "Write “{better}”.",
        ),
    ),
}
