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
    "E940": Message(
        ERROR,
        PLAIN,
        Wording(
            "Der er allerede filer, som er andre end dem, der ville blive skrevet: {files}. De kan "
            "være udfyldt, så intet er skrevet.",
            "There are files already that are others than those that would be written: {files}. "
            "They may be filled in, so nothing has been written.",
        ),
        Wording(
            "Angiv en anden mappe efter --output, eller flyt eller slet filerne.",
            "Name another folder after --output, or move or delete the files.",
        ),
    ),
}
