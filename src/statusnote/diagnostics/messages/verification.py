"""What is said of a note, as PDF or as a web page, that is verified."""

from enum import Enum

from statusnote.diagnostics.language import Wording

SIGNS = YES, PARTLY, NO = "✓", "~", "✗"  # from the best to the worst


class Outcome(Enum):
    """What can be found of a note: its sign, and its words."""

    INTACT = (
        YES,
        Wording(
            "De vedhæftede data er dem, notatet blev dannet af.",
            "The attached data are those that the note was made of.",
        ),
    )
    CHANGED = (
        NO,
        Wording(
            "Det, notatet har med, er ændret, siden det blev dannet: {files}.",
            "What the note carries was changed after it was made: {files}.",
        ),
    )
    OTHER_FILES = (
        NO,
        Wording(
            "Notatet har andre filer med end dem, det blev dannet med: {files}.",
            "The note carries other files than those that it was made with: {files}.",
        ),
    )
    NO_DATA = (
        NO,
        Wording(
            "Notatet har ikke sine data med. Skriv »statusnote verify {note} DATA« med den "
            "datafil, det er dannet af, i stedet for DATA.",
            "The note does not carry its data. Type “statusnote verify {note} DATA” with the data "
            "file that it was made of in place of DATA.",
        ),
    )
    NO_OLDER_DATA = (
        NO,
        Wording(
            "Om notatet viser, hvad dets data siger, kan ikke afgøres: Det har ikke de tidligere "
            "data med, som det er sammenlignet med.",
            "Whether the note shows what its data say cannot be judged: it does not carry the "
            "older data that it was compared with.",
        ),
    )
    OTHER_VERSION = (
        NO,
        Wording(
            "Om notatet viser, hvad dets data siger, kan ikke afgøres: Det er dannet af "
            "statusnote {theirs}, og dette er {ours}. Brug statusnote {theirs}.",
            "Whether the note shows what its data say cannot be judged: it was made by statusnote "
            "{theirs}, and this is {ours}. Use statusnote {theirs}.",
        ),
    )
    MADE_BY_OTHER_VERSION = (
        PARTLY,
        Wording(
            "Notatet er dannet af statusnote {theirs} og er her dannet igen af {ours}. Hvad det "
            "har med ud over sine data, er ikke sammenlignet.",
            "The note was made by statusnote {theirs}, and made anew here by {ours}. What it "
            "carries beside its data has not been compared.",
        ),
    )
    OTHER_TEMPLATES = (
        NO,
        Wording(
            "Om notatet viser, hvad dets data siger, kan ikke afgøres: Det er dannet med andre "
            "skabeloner. Angiv deres mappe efter --templates.",
            "Whether the note shows what its data say cannot be judged: it was made with other "
            "templates. Name their folder after --templates.",
        ),
    )
    EXHAUSTED = (
        NO,
        Wording(
            "Om notatet viser, hvad dets data siger, kan ikke afgøres: Det tager for lang tid "
            "eller for meget hukommelse.",
            "Whether the note shows what its data say cannot be judged: it takes too long or too "
            "much memory.",
        ),
    )
    SAME_BYTES = (
        YES,
        Wording(
            "Notatet viser, hvad dets data siger: Dannet igen bliver notatet præcis det samme, "
            "byte for byte.",
            "The note shows what its data say: made anew, it is the same, byte for byte.",
        ),
    )
    SAME_OBJECTS = (
        YES,
        Wording(
            "Notatet viser, hvad dets data siger: Dannet igen bliver det det samme i alle dele. "
            "Et andet program har gemt filen.",
            "The note shows what its data say: made anew, it is the same in all its parts. "
            "Another program has saved it.",
        ),
    )
    AMBIGUOUS = (
        PARTLY,
        Wording(
            "Som filen læses her, viser notatet, hvad dets data siger. Men den er bygget, så andre "
            "programmer kan vise noget andet.",
            "As the file is read here, the note shows what its data say. But it is built so that "
            "other programs can show something else.",
        ),
    )
    SAME_TEXT = (
        PARTLY,
        Wording(
            "Teksten er den, dets data giver, side for side, og det er linkenes adresser og "
            "bogmærkernes titler også. Resten af filen er en anden og er ikke sammenlignet: "
            "Udseendet, hvad der er dækket til, hvilken tekst et link står på, hvor det fører hen "
            "i notatet, hvad der læses op, og metadata kan være ændret, og andre programmer kan "
            "vise noget andet.",
            "The text is what its data give, page by page, and so are the addresses of the links "
            "and the titles of the bookmarks. The rest of the file is another and has not been "
            "compared: its look, what is covered, on which text a link stands, where it leads in "
            "the note, what is read aloud, and its metadata could have been changed, and other "
            "programs can show something else.",
        ),
    )
    SAME_WORDS = (
        PARTLY,
        Wording(
            "Teksten er den, dets data giver. Resten af siden er en anden og er ikke sammenlignet: "
            "Udseendet, hvad der er dækket til, hvor links fører hen, og hvad der læses op, kan "
            "være ændret.",
            "The text is what its data give. The rest of the page is another and has not been "
            "compared: its look, what is covered, where links lead, and what is read aloud could "
            "have been changed.",
        ),
    )
    OTHER_WORDS = (
        NO,
        Wording(
            "Notatet viser ikke, hvad dets data siger: Der står »{theirs}«, hvor dets data giver "
            "»{ours}«.",
            "The note does not show what its data say: it has “{theirs}” where its data give "
            "“{ours}”.",
        ),
    )
    OTHER_PAGES = (
        NO,
        Wording(
            "Notatet viser ikke, hvad dets data siger: Sidetallet er {theirs}, og dets data "
            "giver {ours}.",
            "The note does not show what its data say: its number of pages is {theirs}, and its "
            "data give {ours}.",
        ),
    )
    OTHER_TEXT = (
        NO,
        Wording(
            "Notatet viser ikke, hvad dets data siger: Teksten på side {page} er en anden.",
            "The note does not show what its data say: the text of page {page} is another.",
        ),
    )
    OTHER_OBJECTS = (
        NO,
        Wording(
            "Notatet viser ikke, hvad dets data siger: På side {page} er links, bemærkninger, "
            "billeder eller sidens mål ændret.",
            "The note does not show what its data say: on page {page}, links, annotations, "
            "pictures or the size of the page were changed.",
        ),
    )
    OTHER_PARTS = (
        NO,
        Wording(
            "Notatet viser ikke, hvad dets data siger: Det, filen har ved siden af siderne, er "
            "ændret: {parts}.",
            "The note does not show what its data say: what the file has beside its pages was "
            "changed: {parts}.",
        ),
    )
    OTHER_FIGURES = (
        NO,
        Wording(
            "{file} i notatet siger ikke det, dets data siger.",
            "{file} in the note does not say what its data say.",
        ),
    )
    HISTORY_AS_CARRIED = (
        PARTLY,
        Wording(
            "Udviklingen er den, notatet selv har med. De tidligere udgaver af dets data har det "
            "ikke med, så den er ikke sammenlignet med dem.",
            "The history is the one that the note itself carries. It does not carry the earlier "
            "versions of its data, so the history has not been compared with them.",
        ),
    )
    SAME_DATA = (
        YES,
        Wording(
            "Notatets data er {data}, byte for byte.",
            "The note's data are {data}, byte for byte.",
        ),
    )
    SAME_MEANING = (
        NO,
        Wording(
            "Notatets data er ikke {data} byte for byte, men siger det samme.",
            "The note's data are not {data} byte for byte, but say the same.",
        ),
    )
    OTHER_DATA = (
        NO,
        Wording(
            "Notatets data siger ikke det samme som {data}. Se forskellen med "
            "»statusnote diff {note} {data}«.",
            "The note's data do not say the same as {data}. See the difference with "
            "“statusnote diff {note} {data}”.",
        ),
    )
    OTHER_HASH = (
        NO,
        Wording(
            "Notatet er ikke dannet af {data}, som filen er nu.",
            "The note was not made of {data} as it is now.",
        ),
    )

    def __init__(self, sign: str, wording: Wording) -> None:
        self.sign = sign
        self.wording = wording


A_DRAFT = Wording("UDKAST! Det er ikke det endelige notat.", "A DRAFT! It is not final.")
FINAL = Wording("Endeligt notat.", "A final note.")

VERSION = Wording("dannet af", "made by")
TEMPLATES = Wording("skabeloner", "templates")
DATA = Wording("data", "data")
OLDER_DATA = Wording("tidligere data", "older data")
HISTORY = Wording("udvikling", "history")
