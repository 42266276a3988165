"""What can be wrong with what the parties are asked, and with what they answer: E9."""

from statusnote.diagnostics.language import Wording
from statusnote.diagnostics.messages.message import ERROR, PLAIN, Message

MESSAGES: dict[str, Message] = {
    "E901": Message(
        ERROR,
        PLAIN,
        Wording(
            "Programdelen til Word og Excel er ikke installeret.",
            "The part for Word and Excel is not installed.",
        ),
        Wording(
            "Skriv »pip install 'statusnote[office]'«, eller bed den om det, der har installeret "
            "statusnote.",
            "Type “pip install 'statusnote[office]'”, or ask whoever has installed statusnote to.",
        ),
    ),
    "E942": Message(
        ERROR,
        PLAIN,
        Wording(
            "Arket er dannet af data, som hverken er dem i {input} eller en udgave af dem i git: "
            "»{title}«, opgjort pr. {day}.",
            "The workbook was made of data that are neither those in {input} nor a version of "
            "them in git: “{title}”, as of {day}.",
        ),
        Wording(
            "Er det et svar på denne plan, så angiv de data, det er dannet af, med »--base FIL«. "
            "Ellers hører det til en anden plan.",
            "If it answers this plan, name the data that it was made of with “--base FILE”. Else "
            "it belongs to another plan.",
        ),
    ),
    "E943": Message(
        ERROR,
        PLAIN,
        Wording(
            "Filen er ændret, mens svarene blev læst, så intet er skrevet.",
            "The file has changed while the answers were read, so nothing has been written.",
        ),
        Wording("Kør kommandoen igen.", "Run the command again."),
    ),
    "E944": Message(
        ERROR,
        PLAIN,
        Wording(
            "Der er ingen regneark (.xlsx) i mappen.",
            "There are no workbooks (.xlsx) in the folder.",
        ),
        Wording(
            "Angiv den mappe, som svarene er gemt i.",
            "Name the folder in which the answers are saved.",
        ),
    ),
}
