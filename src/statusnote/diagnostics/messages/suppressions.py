"""What can be wrong with the remarks that silence warnings, and is not silenced itself: W8."""

from statusnote.diagnostics.language import Wording
from statusnote.diagnostics.messages.message import PLAIN, WARNING, Message

MESSAGES: dict[str, Message] = {
    "W801": Message(
        WARNING,
        PLAIN._replace(waits_for_errors=True),  # what it silences may be found once they are gone
        Wording(
            "Bemærkningen slår ikke nogen advarsel fra: Der er ingen {code} ved det, der følger.",
            "This remark silences no warning: there is no {code} with what follows.",
        ),
        Wording(
            "Slet bemærkningen, eller flyt den hen lige over det, den gælder.",
            "Delete it, or move it to just above what it is about.",
        ),
    ),
    "W802": Message(
        WARNING,
        PLAIN,
        Wording(
            "Bemærkningen er skrevet, så den ikke slår nogen advarsel fra.",
            "This remark is written so that it silences no warning.",
        ),
        Wording(
            "Skriv den som »# statusnote: ignore W123« med advarslens kode i stedet for W123. Fejl "
            "kan ikke slås fra.",
            "Write it as “# statusnote: ignore W123” with the warning's code instead of W123. "
            "Errors cannot be silenced.",
        ),
    ),
}
