"""What can be wrong with the shape of the data, its keys and what each may hold: E3."""

from statusnote.diagnostics.language import Wording
from statusnote.diagnostics.messages.message import ANY_KEY, ERROR, FILE_UNREAD, PLAIN, Message

ONE_OF_THE_STATUSES = PLAIN._replace(for_want_of=("statuses",))
KEY_MISSING = PLAIN._replace(for_want_of=(ANY_KEY,))

MESSAGES: dict[str, Message] = {
    "E301": Message(
        ERROR,
        PLAIN,
        Wording(
            "Nøglen »{key}« kendes ikke her.",
            "The key “{key}” is not known here.",
        ),
        Wording(
            "Ret eller flyt nøglen. De mulige nøgler her er {known}.",
            "Correct or move the key. The possible keys here are {known}.",
        ),
    ),
    "E302": Message(
        ERROR,
        KEY_MISSING,
        Wording(
            "Nøglen »{key}« mangler her.",
            "The key “{key}” is missing here.",
        ),
        Wording(
            "Tilføj en linje, der begynder med »{key}:«.",
            "Add a line that begins with “{key}:”.",
        ),
    ),
    "E303": Message(
        ERROR,
        PLAIN,
        Wording(
            "Her skal der stå tekst.",
            "A text is expected here.",
        ),
        Wording(
            "Skriv tekst i stedet for en liste eller nøgler. Begynder teksten med [ eller {{, så "
            'sæt hele teksten i lige anførselstegn (").',
            "Write a text instead of a list or keys. If it begins with [ or {{, put the whole text "
            'in straight quotation marks (").',
        ),
    ),
    "E304": Message(
        ERROR,
        ONE_OF_THE_STATUSES,
        Wording(
            "»{value}« er ikke en status.",
            "“{value}” is not a status.",
        ),
        Wording(
            "Skriv én af disse: {known} (med det rette årstal). Har planen andre statusser, så "
            "skriv »statuses:« øverst i filen og alle dens statusser under det, hver på sin linje, "
            "rykket ind, med sin betydning: »Afsluttet: done«, »Udgået: stopped«.",
            "Write one of these: {known} (with the right year). If the plan has other statuses, "
            "write “statuses:” at the top of the file and all its statuses under it, each on its "
            "line, indented, with its meaning: “Afsluttet: done”, “Udgået: stopped”.",
        ),
        Wording(
            "Skriv én af disse: {known} (med det rette årstal). Skal planen have andre, så skriv "
            "dem alle i datafilen først, under »statuses«.",
            "Write one of these: {known} (with the right year). If the plan is to have "
            "others, write them all in the data file first, under “statuses”.",
        ),
    ),
    "E305": Message(
        ERROR,
        PLAIN,
        Wording(
            "»{value}« er ikke en dato, der kan læses.",
            "“{value}” is not a date that can be read.",
        ),
        Wording(
            "Skriv fx 31. december 2026, 2026-12-31, juli 2025, 2025, primo, medio eller ultimo "
            "2026, 1. kvartal 2026, 2. halvår 2026, efteråret 2025, inden udgangen af 2025, inden "
            "sommerferien 2025 eller løbende.",
            "Write for example 31. december 2026, 2026-12-31, juli 2025, 2025, primo, medio or "
            "ultimo 2026, 1. kvartal 2026, 2. halvår 2026, efteråret 2025, inden udgangen af 2025, "
            "inden sommerferien 2025 or løbende.",
        ),
    ),
    "E306": Message(
        ERROR,
        PLAIN,
        Wording(
            "»{value}« er ikke et beløb, der kan læses.",
            "“{value}” is not an amount that can be read.",
        ),
        Wording(
            "Skriv hele kroner (2.830.850 eller 2830850), tusinder (500 t.kr.), millioner (4,5 "
            "mio.) eller milliarder (1,2 mia.).",
            "Write whole kroner (2.830.850 or 2830850), thousands (500 t.kr.), millions (4,5 mio.) "
            "or billions (1,2 mia.).",
        ),
    ),
    "E307": Message(
        ERROR,
        PLAIN,
        Wording(
            "Der står ikke noget her.",
            "There is nothing here.",
        ),
        Wording(
            "Skriv en værdi, eller slet linjen, hvis den ikke er nødvendig.",
            "Write a value, or delete the line if it is not needed.",
        ),
    ),
    "E308": Message(
        ERROR,
        PLAIN._replace(quotes="url"),
        Wording(
            "Linket fører til »{url}«, som ikke er en fuldstændig adresse.",
            "The link leads to “{url}”, which is not a complete address.",
        ),
        Wording(
            "Skriv hele adressen, så den begynder med https://, http:// eller mailto:.",
            "Write the whole address, beginning with https://, http:// or mailto:.",
        ),
    ),
    "E309": Message(
        ERROR,
        PLAIN,
        Wording(
            "Teksten er delt af en tom linje eller et linjeskift, som ville gå tabt.",
            "The text is divided by an empty line or a line break, which would be lost.",
        ),
        Wording(
            "Skriv teksten uden den tomme linje eller linjeskiftet. Et nyt afsnit får sin egen "
            "bindestreg.",
            "Write it without the empty line or the line break. A new paragraph has a hyphen of "
            "its own.",
        ),
    ),
    "E310": Message(
        ERROR,
        PLAIN,
        Wording(
            "Her læses »{key}« som en nøgle, fordi der står et kolon med mellemrum eller "
            "linjeskift efter.",
            "“{key}” is read as a key here, since a colon with a space or a line break follows it.",
        ),
        Wording(
            'Sæt hele afsnittet i lige anførselstegn ("), eller omskriv det uden kolon. '
            "En liste med tilskud skrives »- grants:«, en med punkter »- list:«.",
            'Put the whole paragraph in straight quotation marks ("), or reword it without the '
            "colon. A list of grants is written “- grants:”, one of items “- list:”.",
        ),
    ),
    "E311": Message(
        ERROR,
        PLAIN,
        Wording(
            "»{value}« er ikke et nummer, der kan læses.",
            "“{value}” is not a number that can be read.",
        ),
        Wording(
            "Skriv et helt tal fra 1 og op uden nul foran, eller fx 1.1, 1a eller A.1.",
            "Write a whole number from 1 up with no leading zero, or 1.1, 1a or A.1, for example.",
        ),
    ),
    "E312": Message(
        ERROR,
        PLAIN,
        Wording(
            "»{value}« er hverken true eller false.",
            "“{value}” is neither true nor false.",
        ),
        Wording(
            "Skriv true med små bogstaver, eller slet linjen.",
            "Write true in small letters, or delete the line.",
        ),
    ),
    "E313": Message(
        ERROR,
        PLAIN,
        Wording(
            "»{value}« er ikke en periode, der kan læses.",
            "“{value}” is not a period that can be read.",
        ),
        Wording(
            "Skriv det første og det sidste år, fx 2023-2026.",
            "Write the first and the last year, as in 2023-2026.",
        ),
    ),
    "E314": Message(
        ERROR,
        PLAIN,
        Wording(
            "»{value}« er ikke en dato, der kan læses.",
            "“{value}” is not a date that can be read.",
        ),
        Wording(
            "Skriv dag, måned og år, fx 10. april 2025 eller 2025-04-10.",
            "Write day, month and year, as in 10. april 2025 or 2025-04-10.",
        ),
        Wording(
            "Skriv dagen, som 10. april 2025 eller 10/4-2025.",
            "Write the day, as in 10. april 2025 or 10/4-2025.",
        ),
    ),
    "E315": Message(
        ERROR,
        PLAIN._replace(quotes="lost"),
        Wording(
            "Et link er skrevet, så noget ville gå tabt: »{lost}«.",
            "A link is written so that something would be lost: “{lost}”.",
        ),
        Wording(
            "Skriv linket som [tekst](https://adressen), uden mellemrum mellem ] og (.",
            "Write it as [text](https://address), without a space between ] and (.",
        ),
    ),
    "E316": Message(
        ERROR,
        PLAIN,
        Wording(
            "Tilskuddet til »{key}« står ikke under »grants:«.",
            "The grant to “{key}” is not under “grants:”.",
        ),
        Wording(
            "Skriv »- grants:« på linjen over tilskuddene, og ryk dem ind under den.",
            "Write “- grants:” on the line above the grants, and indent them under it.",
        ),
    ),
    "E317": Message(
        ERROR,
        PLAIN,
        Wording(
            "Her skal der stå en liste.",
            "A list is expected here.",
        ),
        Wording(
            "Skriv hvert punkt på en linje for sig, som begynder med bindestreg og mellemrum.",
            "Write each item on a line of its own that begins with a hyphen and a space.",
        ),
    ),
    "E318": Message(
        ERROR,
        PLAIN,
        Wording(
            "Her skal der stå nøgler med hver sin værdi.",
            "Keys are expected here, each with its value.",
        ),
        Wording(
            "Skriv »nøgle: værdi« på hver linje, med et mellemrum efter kolon.",
            "Write “key: value” on each line, with a space after the colon.",
        ),
    ),
    "E319": Message(
        ERROR,
        PLAIN,
        Wording(
            "Her skal der stå ét tilskud.",
            "One grant is expected here.",
        ),
        Wording(
            "Skriv »modtager: beløb«, hvert tilskud med sin egen bindestreg.",
            "Write “recipient: amount”, each grant with a hyphen of its own.",
        ),
    ),
    "E320": Message(
        ERROR,
        PLAIN,
        Wording(
            "Her skal der stå én milepæl.",
            "One milestone is expected here.",
        ),
        Wording(
            "Skriv »det lovede: dato«, hver med sin egen bindestreg, eller nøglerne what og due.",
            "Write “what is promised: date”, each with a hyphen of its own, or the keys what and "
            "due.",
        ),
    ),
    "E321": Message(
        ERROR,
        PLAIN,
        Wording(
            "Teksten er længere end {limit} tegn.",
            "The text is longer than {limit} characters.",
        ),
        Wording(
            "Del den i flere afsnit, hvert med sin egen bindestreg.",
            "Divide it into paragraphs, each with a hyphen of its own.",
        ),
        Wording(
            "Del den i flere afsnit, med en tom linje imellem.",
            "Divide it into paragraphs, with an empty line between them.",
        ),
    ),
    "E322": Message(
        ERROR,
        KEY_MISSING,
        Wording(
            "Disse nøgler mangler her: {keys}.",
            "These keys are missing here: {keys}.",
        ),
        Wording(
            "Tilføj en linje til hver. Er punktet kommet med ved en fejl, så slet det.",
            "Add a line for each. If the item is here by mistake, delete it.",
        ),
    ),
    "E323": Message(
        ERROR,
        PLAIN,
        Wording(
            "Filen har flere end {limit} links.",
            "The file has more than {limit} links.",
        ),
        Wording(
            "Kontrollér, at det er den rigtige fil.",
            "Check that it is the right file.",
        ),
    ),
    "E324": Message(
        ERROR,
        PLAIN,
        Wording(
            "Nøglen »{key}« kræver, at milepælen er skrevet med nøglerne what og due.",
            "The key “{key}” takes a milestone that is written with the keys what and due.",
        ),
        Wording(
            "Skriv »- what: « og det lovede på én linje og »due: « og datoen på den næste, lige "
            "over »{key}«.",
            "Write “- what: ” and what is promised on one line, and “due: ” and the date on the "
            "next, just above “{key}”.",
        ),
    ),
    "E325": Message(
        ERROR,
        PLAIN,
        Wording(
            "Her skal der stå en liste, men bindestregen foran »{key}« mangler.",
            "A list is expected here, but the hyphen before “{key}” is missing.",
        ),
        Wording(
            "Skriv »- {key}:« og ret de nøgler, der hører til samme punkt, ind under »{key}«, uden "
            "bindestreg.",
            "Write “- {key}:” and put the keys of the same item under “{key}”, without a hyphen.",
        ),
    ),
    "E326": Message(
        ERROR,
        PLAIN,
        Wording(
            "Der står ikke noget her, og nøglen kan ikke undværes.",
            "There is nothing here, and the key cannot be left out.",
        ),
        Wording(
            "Skriv det, der skal stå.",
            "Write what belongs here.",
        ),
    ),
    "E327": Message(
        ERROR,
        PLAIN,
        Wording(
            "»{value}« er ikke en betydning, en status kan have.",
            "“{value}” is not a meaning that a status can have.",
        ),
        Wording(
            "Skriv én af disse: done (afsluttet), under way (i gang), on track (forløber "
            "planmæssigt), late (forsinket), not begun (ikke begyndt), stopped (standset).",
            "Write one of these: done, under way, on track, late, not begun, stopped.",
        ),
    ),
    "E328": Message(
        ERROR,
        PLAIN,
        Wording(
            "Sætningen har andet i krøllede parenteser end ét {{}}.",
            "The sentence has other braces than one {{}}.",
        ),
        Wording(
            "Skriv {{}} én gang, dér hvor status skal stå, og ellers hverken {{ eller }}.",
            "Write {{}} once, where the status is to stand, and no {{ or }} elsewhere.",
        ),
    ),
    "E329": Message(
        ERROR,
        PLAIN,
        Wording(
            "Sætningen mangler {{}}, så statussens tidspunkt ikke blev trykt.",
            "The sentence lacks {{}}, so that the time of the status would not be printed.",
        ),
        Wording(
            "Skriv {{}}, dér hvor status med sit tidspunkt skal stå.",
            "Write {{}} where the status and its time are to stand.",
        ),
    ),
    "E330": Message(
        ERROR,
        PLAIN,
        Wording(
            "Status »{phrase}« ender som et tidspunkt.",
            "The status “{phrase}” ends like a date.",
        ),
        Wording(
            "Skriv den uden tidspunktet, og skriv »{{means: …, takes_date: true}}« efter den. "
            "Tidspunktet skrives så ved hvert initiativ.",
            "Write it without the date, and “{{means: …, takes_date: true}}” behind it. The date "
            "is then written in each initiative.",
        ),
    ),
    "E331": Message(
        ERROR,
        PLAIN,
        Wording(
            "»{value}« er ikke ét tegn.",
            "“{value}” is not a single character.",
        ),
        Wording(
            "Skriv ét tegn, fx ●, eller slet nøglen.",
            "Write a single character, such as ●, or delete the key.",
        ),
    ),
    "E332": Message(
        ERROR,
        ONE_OF_THE_STATUSES,
        Wording(
            "»{value}« er ikke en af planens statusser.",
            "“{value}” is not one of the plan's statuses.",
        ),
        Wording(
            "Skriv én af disse: {known}. Mangler der én, så tilføj den under »statuses« øverst i "
            "filen med sin betydning: »Udgået: stopped«. Betydningen er done, under way, on "
            "track, late, not begun eller stopped.",
            "Write one of these: {known}. If one is missing, add it under “statuses” at the top of "
            "the file with its meaning: “Udgået: stopped”. The meaning is done, under way, on "
            "track, late, not begun or stopped.",
        ),
        Wording(
            "Skriv én af disse: {known}. Skal planen have en ny status, så skriv den først i "
            "datafilen, under »statuses«.",
            "Write one of these: {known}. If the plan is to have a new status, write it in the "
            "data file first, under “statuses”.",
        ),
    ),
    "E333": Message(
        ERROR,
        PLAIN,
        Wording(
            "Her står flere lister under én bindestreg: »{keys}«.",
            "There are several lists under one hyphen here: “{keys}”.",
        ),
        Wording(
            "Giv hver liste sin egen bindestreg: »- list:« på én linje og »- grants:« på en anden.",
            "Give each list a hyphen of its own: “- list:” on one line and “- grants:” on another.",
        ),
    ),
    "E334": Message(
        ERROR,
        PLAIN,
        Wording(
            "Her mangler en form af ordet for initiativ: {missing}.",
            "A form of the word for an initiative is missing here: {missing}.",
        ),
        Wording(
            "Skriv alle tre: »initiative: indsats«, »the_initiative: indsatsen« og »initiatives: "
            "indsatser«.",
            "Write all three: “initiative: indsats”, “the_initiative: indsatsen” and “initiatives: "
            "indsatser”.",
        ),
    ),
    "E335": Message(
        ERROR,
        PLAIN,
        Wording(
            "»{value}« er ikke et tal, der kan læses.",
            "“{value}” is not a figure that can be read.",
        ),
        Wording(
            "Skriv tallet alene, som 42, 12,5 eller 1.200. Enheden skrives på sin egen linje, "
            "»unit: pct.«.",
            "Write the figure alone, as in 42, 12,5 or 1.200. The unit has a line of its own, "
            "“unit: pct.”.",
        ),
        Wording(
            "Skriv tallet alene, som 42, 12,5 eller 1.200, uden enhed.",
            "Write the figure alone, as in 42, 12,5 or 1.200, without a unit.",
        ),
    ),
    "E336": Message(
        ERROR,
        PLAIN,
        Wording(
            "»{value}« er ikke et årstal.",
            "“{value}” is not a year.",
        ),
        Wording(
            "Skriv budgettet for hvert år på sin egen linje, »2025: 4,5 mio.«.",
            "Write the budget of each year on a line of its own, “2025: 4,5 mio.”.",
        ),
    ),
    "E337": Message(
        ERROR,
        PLAIN,
        Wording(
            "Her står »{key}«, men ikke »{other}«.",
            "“{key}” stands here without “{other}”.",
        ),
        Wording(
            "Skriv begge: »latest« er det, der er målt senest, og »measured«, hvornår det var.",
            "Write both: “latest” is what was measured last, and “measured” when that was.",
        ),
    ),
    "E338": Message(
        ERROR,
        PLAIN,
        Wording(
            "En del af et initiativ skrives på én linje som »titel: status«.",
            "A part of an initiative is written on one line as “title: status”.",
        ),
        Wording(
            "Skriv fx »- Uddannelse af fagpersoner: igangværende«, eller »title« og »status« på "
            "hver sin linje.",
            "Write for example “- Uddannelse af fagpersoner: igangværende”, or “title” and "
            "“status” on a line each.",
        ),
    ),
    "E339": Message(
        ERROR,
        PLAIN,
        Wording(
            "Her står både »parties« og »ministries«, som betyder det samme.",
            "Both “parties” and “ministries” stand here, which mean the same.",
        ),
        Wording(
            "Skriv det hele under den ene nøgle, og slet den anden.",
            "Write it all under one of the keys, and delete the other.",
        ),
    ),
    "E341": Message(
        ERROR,
        PLAIN,
        Wording(
            "Her skal der stå nøgler med hver sin værdi, uden bindestreger foran.",
            "Keys are expected here, each with its value, without hyphens before them.",
        ),
        Wording(
            "Slet bindestregerne, og skriv »nøgle: værdi« på hver linje.",
            "Delete the hyphens, and write “key: value” on each line.",
        ),
    ),
    "E340": Message(
        ERROR,
        FILE_UNREAD,
        Wording(
            "Filen er i format {value}, som dette program ikke kan læse.",
            "The file is in format {value}, which this program can't read.",
        ),
        Wording(
            "Det læser format {known}. Er filen skrevet til et nyere statusnote, så hent det. "
            "Ellers skriv »format: 1«, eller slet linjen.",
            "It reads format {known}. If the file was written for a newer statusnote, get that. "
            "Otherwise write “format: 1”, or delete the line.",
        ),
    ),
    "E342": Message(
        ERROR,
        PLAIN,
        Wording(
            "»{value}« er ikke noget, en plan kan kræve af godkendelser.",
            "“{value}” is nothing that a plan can ask of approvals.",
        ),
        Wording(
            "Skriv »approvals: required«, hvis alle ansvarlige skal godkende deres del, eller slet "
            "linjen.",
            "Write “approvals: required”, if all who are responsible must approve their part, or "
            "delete the line.",
        ),
    ),
    "E343": Message(
        ERROR,
        PLAIN,
        Wording(
            "»{value}« findes ikke: Månedens sidste dag er den {last}.",
            "There is no “{value}”: the last day of the month is {last}.",
        ),
        Wording(
            "Ret dagen eller måneden.",
            "Correct the day or the month.",
        ),
    ),
}
