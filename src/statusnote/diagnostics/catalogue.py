"""What each problem is called, and what to do about it, by its code and in each language.

E1 files, E2 YAML, E3 the shape of the data, E4 across fields, E5 templates, E6 output, E7 earlier
versions, E8 notes as PDF; W4 across fields, W7 language, W8 the remarks that silence warnings. What
stands in braces is put in by whoever reports the problem. A *guess* among it becomes a question
before the hint.
"""

from enum import StrEnum

Wording = tuple[str, str]  # what is wrong, and what to do (which may be nothing)


class Language(StrEnum):
    """The languages that problems are reported in."""

    DANISH = "da"
    ENGLISH = "en"


class Phrase(StrEnum):
    """A detail that is itself worded in each language."""

    NO_ACCESS = "no access"
    CLOSED = "closed"
    IS_FOLDER = "is a folder"
    NOT_READ = "not read"
    DISK_FULL = "disk full"
    READ_ONLY = "read-only"
    NAME_TOO_LONG = "name too long"
    NOT_A_FOLDER = "not a folder"
    NOT_A_NAME = "not a name"
    ENDLESS = "endless"


DA, EN = Language.DANISH, Language.ENGLISH

GUESS = {DA: "Mente du »{guess}«?", EN: "Did you mean “{guess}”?"}

PHRASES: dict[Phrase, dict[Language, str]] = {
    Phrase.NO_ACCESS: {DA: "du har ikke adgang", EN: "you have no access"},
    Phrase.CLOSED: {DA: "den er lukket", EN: "it is closed"},
    Phrase.IS_FOLDER: {DA: "det er en mappe og ikke en fil", EN: "it is a folder and not a file"},
    Phrase.NOT_READ: {DA: "modtageren læste ikke det hele", EN: "its reader did not read it all"},
    Phrase.DISK_FULL: {DA: "disken er fuld", EN: "the disk is full"},
    Phrase.READ_ONLY: {DA: "drevet er skrivebeskyttet", EN: "the drive is read-only"},
    Phrase.NAME_TOO_LONG: {DA: "navnet er for langt", EN: "the name is too long"},
    Phrase.NOT_A_FOLDER: {
        DA: "en del af stien er en fil og ikke en mappe",
        EN: "a part of the path is a file and not a folder",
    },
    Phrase.NOT_A_NAME: {
        DA: "det er ikke et navn, en fil kan have",
        EN: "it is not a name that a file can have",
    },
    Phrase.ENDLESS: {DA: "den kalder sig selv uden ende", EN: "it calls itself without end"},
}

CATALOGUE: dict[str, dict[Language, Wording]] = {
    "E101": {
        DA: (
            "Filen findes ikke.",
            "Kontrollér navnet, eller kør kommandoen fra projektets mappe.",
        ),
        EN: ("There is no such file.", "Check the name, or run this from the project's folder."),
    },
    "E102": {
        DA: ("Det er en mappe og ikke en fil.", "Angiv selve filen, fx data/initiatives.yaml."),
        EN: (
            "It is a folder and not a file.",
            "Name the file itself, such as data/initiatives.yaml.",
        ),
    },
    "E103": {
        DA: (
            "Filen kan ikke læses: {reason}.",
            "Kontrollér navnet, og at du har adgang til filen.",
        ),
        EN: (
            "The file cannot be read: {reason}.",
            "Check its name, and that you have access to it.",
        ),
    },
    "E104": {
        DA: (
            "Filen er ikke gemt som UTF-8; det første tegn, der ikke kan læses, står her "
            "(byte 0x{byte}).",
            "Vælg »Gem som« i dit program, og vælg tegnkodningen UTF-8.",
        ),
        EN: (
            "The file is not saved as UTF-8; the first character that cannot be read is here "
            "(byte 0x{byte}).",
            "Choose “Save as” in your program, and the encoding UTF-8.",
        ),
    },
    "E105": {
        DA: (
            "Filen er tom eller har kun bemærkninger.",
            "Hent den seneste udgave af filen frem igen.",
        ),
        EN: ("The file is empty or has only remarks.", "Get its latest version back."),
    },
    "E106": {
        DA: ("Filen fylder mere end {limit} MB.", "Kontrollér, at det er den rigtige fil."),
        EN: ("The file is larger than {limit} MB.", "Check that it is the right file."),
    },
    "E107": {
        DA: (
            "Her står et usynligt tegn, U+{number}, som ikke må stå i filen.",
            "Slet tegnet, eller skriv linjen forfra.",
        ),
        EN: (
            "There is an invisible character here, U+{number}, which the file must not hold.",
            "Delete it, or write the line anew.",
        ),
    },
    "E108": {
        DA: (
            "Filen er ikke gemt som UTF-8, men ser ud til at være gemt som Windows-1252: "
            "Her står »{character}« som byte 0x{byte}.",
            "Vælg »Gem som« i dit program, og vælg tegnkodningen UTF-8.",
        ),
        EN: (
            "The file is not saved as UTF-8, but looks as if it were saved as Windows-1252: "
            "“{character}” is here as byte 0x{byte}.",
            "Choose “Save as” in your program, and the encoding UTF-8.",
        ),
    },
    "E109": {
        DA: (
            "Filen ser ud til at være gemt som UTF-16 og ikke som UTF-8.",
            "Vælg »Gem som« i dit program, og vælg tegnkodningen UTF-8.",
        ),
        EN: (
            "The file looks as if it were saved as UTF-16 and not as UTF-8.",
            "Choose “Save as” in your program, and the encoding UTF-8.",
        ),
    },
    "E110": {
        DA: (
            "Her er to udgaver af teksten stødt sammen, og git har ladet dem begge stå.",
            "Behold den rigtige, og slet den anden og linjerne med <<<<<<<, ======= og >>>>>>>.",
        ),
        EN: (
            "Two versions of the text have met here, and git has left both.",
            "Keep the right one; delete the other and the lines of <<<<<<<, ======= and >>>>>>>.",
        ),
    },
    "E111": {
        DA: (
            "Filen er en PDF og ikke en datafil.",
            "Er den et notat fra statusnote, så hent dens data med »statusnote extract {input} "
            "--output data.yaml«.",
        ),
        EN: (
            "The file is a PDF and no data file.",
            "If it is a note by statusnote, get its data with “statusnote extract {input} "
            "--output data.yaml”.",
        ),
    },
    "E201": {
        DA: (
            "Herfra kan filen ikke læses som YAML ({detail}).",
            "Se på linjen her og den lige over: indrykning, kolon, anførselstegn og parenteser.",
        ),
        EN: (
            "The file cannot be read as YAML from here ({detail}).",
            "Look at this line and the one above: indentation, colons, quotes and brackets.",
        ),
    },
    "E202": {
        DA: ("Nøglen »{key}« står to gange.", "Slet den ene, eller saml de to."),
        EN: ("The key “{key}” appears twice.", "Delete one, or join the two."),
    },
    "E203": {
        DA: (
            "Teksten begynder med & eller * (»{name}«), og det læses som en henvisning.",
            'Sæt hele teksten i lige anførselstegn ("). Henvisninger bruges ikke i denne fil.',
        ),
        EN: (
            "The text begins with & or * (“{name}”), which is read as a reference.",
            'Put the whole text in straight quotation marks ("). This file uses no references.',
        ),
    },
    "E204": {
        DA: (
            "YAML-mærket »{tag}« bruges ikke i denne fil.",
            'Slet det. Skal en tekst begynde med !, så sæt den i lige anførselstegn (").',
        ),
        EN: (
            "The YAML tag “{tag}” is not used in this file.",
            'Delete it. To begin a text with !, put it in straight quotation marks (").',
        ),
    },
    "E205": {
        DA: (
            "Linjen med --- deler filen i to planer; her begynder den anden.",
            "Slet linjen, og behold kun én plan.",
        ),
        EN: (
            "The line of --- divides the file into two plans; the second begins here.",
            "Delete the line, and keep only one plan.",
        ),
    },
    "E206": {
        DA: (
            "Der er flere end {limit} niveauer inden i hinanden.",
            "Kontrollér parenteser og bindestreger.",
        ),
        EN: (
            "There are more than {limit} levels inside each other.",
            "Check the brackets and hyphens.",
        ),
    },
    "E207": {
        DA: (
            "Filen har flere end {limit} værdier.",
            "Kontrollér, at det er den rigtige fil.",
        ),
        EN: ("The file has more than {limit} values.", "Check that it is the right file."),
    },
    "E208": {
        DA: (
            "Her skal der stå en nøgle, men der står en liste eller noget i parentes.",
            'Begynder en tekst med [ eller {{, så sæt hele teksten i lige anførselstegn (").',
        ),
        EN: (
            "A key is expected here, but there is a list or something in brackets.",
            'To begin a text with [ or {{, put the whole text in straight quotation marks (").',
        ),
    },
    "E209": {
        DA: (
            "Det, der står fra # og linjen ud, ville gå tabt; teksten »{value}« slutter her.",
            'Sæt hele teksten i lige anførselstegn ("), eller flyt bemærkningen op over teksten, '
            "på en linje for sig.",
        ),
        EN: (
            "The text from # to the end of the line would be lost; the text “{value}” ends here.",
            'Put the whole text in straight quotation marks ("), or move the remark to a line of '
            "its own above the text.",
        ),
    },
    "E210": {
        DA: (
            "Punktet her er rykket for langt ind og læses som en del af teksten over det.",
            "Ret bindestregen ind under bindestregerne over den. Mangler nøglen over punktet, fx "
            "»account:«, så skriv den på en linje for sig.",
        ),
        EN: (
            "This item is indented too far and is read as a part of the text above it.",
            "Put its hyphen under the hyphens above it. If the key above the item is missing, such "
            "as “account:”, write it on a line of its own.",
        ),
    },
    "E211": {
        DA: (
            "Her er rykket ind med tabulator.",
            "Slet tabulatoren, og ryk ind med mellemrum, så linjen flugter med dem over den.",
        ),
        EN: (
            "This is indented with a tab.",
            "Delete the tab, and indent with spaces, in line with the lines above.",
        ),
    },
    "E212": {
        DA: (
            "En tekst kan ikke begynde med »{character}«, for tegnet betyder noget særligt.",
            'Slet tegnet, eller sæt hele teksten i lige anførselstegn: "{character} …".',
        ),
        EN: (
            "A text cannot begin with “{character}”, since that means something special.",
            'Delete it, or put the whole text in straight quotation marks: "{character} …".',
        ),
    },
    "E213": {
        DA: (
            "En liste kan ikke begynde på samme linje som sin nøgle.",
            "Flyt bindestregen og teksten ned på en linje for sig, og ryk den ind. Er det en "
            'tekst, så sæt den i lige anførselstegn (").',
        ),
        EN: (
            "A list cannot begin on the line of its key.",
            "Move the hyphen and the text to a line of their own, and indent it. If it is a text, "
            'put it in straight quotation marks (").',
        ),
    },
    "E214": {
        DA: (
            "Anførselstegnet her bliver ikke lukket, hvor det skal.",
            "Sæt et anførselstegn magen til ved slutningen af teksten, eller slet det her.",
        ),
        EN: (
            "The quotation mark here is not closed where it should be.",
            "Put the same mark at the end of the text, or delete this one.",
        ),
    },
    "E215": {
        DA: (
            "En omvendt skråstreg (\\) betyder noget særligt i denne slags anførselstegn.",
            "Skriv den to gange, \\\\, eller brug ' om teksten i stedet for \".",
        ),
        EN: (
            "A backslash (\\) means something special in this kind of quotation marks.",
            "Write it twice, \\\\, or put ' around the text instead of \".",
        ),
    },
    "E216": {
        DA: (
            "Parentesen »{opened}«, der begynder her, bliver ikke lukket, hvor den skal.",
            "Sæt »{closing}« ved slutningen. Begynder teksten blot med »{opened}«, så sæt den i "
            'lige anførselstegn (").',
        ),
        EN: (
            "The bracket “{opened}” that begins here is not closed where it should be.",
            "Put “{closing}” at the end. If the text merely begins with “{opened}”, put it in "
            'straight quotation marks (").',
        ),
    },
    "E217": {
        DA: (
            "Teksten begynder med »{opened}« og læses derfor som noget andet end tekst.",
            'Sæt hele teksten i lige anførselstegn (").',
        ),
        EN: (
            "The text begins with “{opened}”, and so is not read as a text.",
            'Put the whole text in straight quotation marks (").',
        ),
    },
    "E218": {
        DA: ("Her er en parentes for meget.", "Slet den."),
        EN: ("There is a bracket too many here.", "Delete it."),
    },
    "E219": {
        DA: (
            "Teksten fortsætter efter det anførselstegn, der slutter den.",
            "Skriv »« eller ’’ om ord inde i teksten, og slut hele teksten med det tegn, den "
            "begynder med.",
        ),
        EN: (
            "The text goes on after the quotation mark that ends it.",
            "Write »« or ’’ around words inside the text, and end the whole text with the mark "
            "that it begins with.",
        ),
    },
    "E220": {
        DA: ("Der mangler et mellemrum efter kolon.", "Skriv »{key}: « og så værdien."),
        EN: ("The space after the colon is missing.", "Write “{key}: ” and then the value."),
    },
    "E221": {
        DA: ("Der mangler et mellemrum efter bindestregen.", "Skriv »- « og så teksten."),
        EN: ("The space after the hyphen is missing.", "Write “- ” and then the text."),
    },
    "E222": {
        DA: ("Der mangler et kolon efter »{key}«.", "Skriv »{key}: « og så værdien."),
        EN: ("The colon after “{key}” is missing.", "Write “{key}: ” and then the value."),
    },
    "E223": {
        DA: (
            "Linjen er hverken en nøgle, et punkt eller en fortsættelse af teksten over den.",
            "Hører den til teksten over, så ryk den længere ind end tekstens første linje. Et nyt "
            "punkt begynder med »- «, og en bemærkning med »# «.",
        ),
        EN: (
            "The line is neither a key, an item nor a part of the text above it.",
            "If it belongs to the text above, indent it further than the text's first line. A new "
            "item begins with “- ”, and a remark with “# ”.",
        ),
    },
    "E224": {
        DA: (
            "Linjen er rykket forkert ind.",
            "Ret den ind under de linjer, den hører sammen med.",
        ),
        EN: ("The line is indented wrongly.", "Put it under the lines that it belongs with."),
    },
    "E225": {
        DA: (
            "Et kolon med mellemrum eller linjeskift efter gør teksten foran det til en nøgle.",
            'Sæt hele teksten i lige anførselstegn ("), eller omskriv den uden kolon.',
        ),
        EN: (
            "A colon with a space or a line break after it turns the text before it into a key.",
            'Put the whole text in straight quotation marks ("), or reword it without the colon.',
        ),
    },
    "E226": {
        DA: (
            "Her står et punkt i en liste, hvor der skulle stå en nøgle.",
            "Ret det ind under de andre punkter, eller slet bindestregen. Mangler nøglen over "
            "punktet, så skriv den på en linje for sig.",
        ),
        EN: (
            "There is an item of a list here, where a key is expected.",
            "Put it under the other items, or delete the hyphen. If the key above the item is "
            "missing, write it on a line of its own.",
        ),
    },
    "E227": {
        DA: (
            "Nøglen »{key}« står mellem punkterne i en liste.",
            "Begynder et punkt her, så skriv bindestregen foran: »- {key}:«. Ellers ret nøglen ind "
            "under de nøgler, den hører sammen med.",
        ),
        EN: (
            "The key “{key}” is among the items of a list.",
            "If an item begins here, write its hyphen: “- {key}:”. If not, put the key under the "
            "keys that it belongs with.",
        ),
    },
    "E228": {
        DA: ("Her står to bindestreger efter hinanden.", "Slet den ene."),
        EN: ("There are two hyphens in a row here.", "Delete one."),
    },
    "E229": {
        DA: (
            "Nøglen << fletter en anden del af filen ind; det bruges ikke i denne fil.",
            "Slet linjen, og skriv de nøgler, der mangler.",
        ),
        EN: (
            "The key << merges another part of the file in, which this file does not use.",
            "Delete the line, and write the keys that are missing.",
        ),
    },
    "E230": {
        DA: (
            "Tre punktummer på en linje for sig betyder, at filen slutter her.",
            "Slet linjen, eller ryk den ind, hvis den hører til teksten over den.",
        ),
        EN: (
            "Three full stops on a line of their own mean that the file ends here.",
            "Delete the line, or indent it if it belongs to the text above.",
        ),
    },
    "E231": {
        DA: (
            "Et punkt begynder med en bindestreg (-) og ikke med »{character}«.",
            "Skriv »- « i stedet.",
        ),
        EN: (
            "An item begins with a hyphen (-) and not with “{character}”.",
            "Write “- ” instead.",
        ),
    },
    "E232": {
        DA: (
            "Her skal der stå et almindeligt mellemrum, men der står et hårdt, som fx Word laver.",
            "Slet det, og skriv et mellemrum med mellemrumstasten.",
        ),
        EN: (
            "There is a no-break space here, as Word makes them, where a plain one is needed.",
            "Delete it, and write a space with the space bar.",
        ),
    },
    "E233": {
        DA: (
            "Nøglen »{key}« står midt på en linje.",
            "Flyt den og dens værdi ned på en linje for sig. Er det en del af teksten, så sæt hele "
            'teksten i lige anførselstegn (").',
        ),
        EN: (
            "The key “{key}” is in the middle of a line.",
            "Move it and its value to a line of their own. If it is a part of the text, put the "
            'whole text in straight quotation marks (").',
        ),
    },
    "E234": {
        DA: (
            "Nøglen »{key}« og flere efter den står to gange i det samme punkt.",
            "Begynder et nyt punkt her, så mangler bindestregen foran dets første nøgle, fx "
            "»- number: 1«. Ellers slet det, der står to gange.",
        ),
        EN: (
            "The key “{key}” and others after it appear twice in the same item.",
            "If a new item begins here, the hyphen before its first key is missing, as in "
            "“- number: 1”. If not, delete what appears twice.",
        ),
    },
    "E235": {
        DA: (
            "Et kolon for meget i »{key}« gør, at linjen ikke kan læses.",
            'Skriv »- "{key}": « og så beløbet eller datoen, altså med lige anførselstegn (") '
            "kun om det, der står foran det sidste kolon.",
        ),
        EN: (
            "Because of a colon too many in “{key}” the line cannot be read.",
            'Write “- "{key}": ” and then the amount or the date, with straight quotation marks '
            '(") around only what is before the last colon.',
        ),
    },
    "E236": {
        DA: (
            "Teksten her mangler sin nøgle, »{key}:«.",
            "Skriv »{key}: « mellem bindestregen og teksten.",
        ),
        EN: (
            "The text here lacks its key, “{key}:”.",
            "Write “{key}: ” between the hyphen and the text.",
        ),
    },
    "E237": {
        DA: (
            "Her skal der stå true og ikke en stjerne.",
            "Skriv »reserve_financed: true«; notatet får selv sin stjerne.",
        ),
        EN: (
            "This should be true and not an asterisk.",
            "Write “reserve_financed: true”; the note gets its asterisk by itself.",
        ),
    },
    "E301": {
        DA: (
            "Nøglen »{key}« kendes ikke her.",
            "Ret eller flyt nøglen. De mulige nøgler her er {known}.",
        ),
        EN: (
            "The key “{key}” is not known here.",
            "Correct or move the key. The possible keys here are {known}.",
        ),
    },
    "E302": {
        DA: ("Nøglen »{key}« mangler her.", "Tilføj en linje, der begynder med »{key}:«."),
        EN: ("The key “{key}” is missing here.", "Add a line that begins with “{key}:”."),
    },
    "E303": {
        DA: (
            "Her skal der stå tekst.",
            "Skriv tekst i stedet for en liste eller nøgler. Begynder teksten med [ eller {{, så "
            'sæt hele teksten i lige anførselstegn (").',
        ),
        EN: (
            "A text is expected here.",
            "Write a text instead of a list or keys. If it begins with [ or {{, put the whole text "
            'in straight quotation marks (").',
        ),
    },
    "E304": {
        DA: (
            "»{value}« er ikke en status.",
            "Skriv én af disse: {known} (med det rette årstal).",
        ),
        EN: (
            "“{value}” is not a status.",
            "Write one of these: {known} (with the right year).",
        ),
    },
    "E305": {
        DA: (
            "»{value}« er ikke en dato, der kan læses.",
            "Skriv fx 2026-12-31, 2025-07, 2025, primo, medio eller ultimo 2026, 1. kvartal 2026, "
            "efteråret 2025, slutningen af 2025 eller inden sommerferien 2025.",
        ),
        EN: (
            "“{value}” is not a date that can be read.",
            "Write for example 2026-12-31, 2025-07, 2025, primo, medio or ultimo 2026, "
            "1. kvartal 2026, efteråret 2025, slutningen af 2025 or inden sommerferien 2025.",
        ),
    },
    "E306": {
        DA: (
            "»{value}« er ikke et beløb, der kan læses.",
            "Skriv hele kroner (2.830.850 eller 2830850) eller millioner (4,5 mio.), altid uden "
            "»kr.«.",
        ),
        EN: (
            "“{value}” is not an amount that can be read.",
            "Write whole kroner (2.830.850 or 2830850) or millions (4,5 mio.), always without "
            "“kr.”.",
        ),
    },
    "E307": {
        DA: (
            "Der står ikke noget her.",
            "Skriv en værdi, eller slet linjen, hvis den ikke er nødvendig.",
        ),
        EN: ("There is nothing here.", "Write a value, or delete the line if it is not needed."),
    },
    "E308": {
        DA: (
            "Linket fører til »{url}«, som ikke er en fuldstændig adresse.",
            "Skriv hele adressen, så den begynder med https://, http:// eller mailto:.",
        ),
        EN: (
            "The link leads to “{url}”, which is not a complete address.",
            "Write the whole address, beginning with https://, http:// or mailto:.",
        ),
    },
    "E309": {
        DA: (
            "Teksten er delt af en tom linje eller et linjeskift, som ville gå tabt.",
            "Skriv teksten uden den tomme linje eller linjeskiftet. Et nyt afsnit får sin egen "
            "bindestreg.",
        ),
        EN: (
            "The text is divided by an empty line or a line break, which would be lost.",
            "Write it without the empty line or the line break. A new paragraph has a hyphen of "
            "its own.",
        ),
    },
    "E310": {
        DA: (
            "Her læses »{key}« som en nøgle, fordi der står et kolon med mellemrum eller "
            "linjeskift efter.",
            'Sæt hele afsnittet i lige anførselstegn ("), eller omskriv det uden kolon. '
            "En liste med tilskud skrives »- grants:«.",
        ),
        EN: (
            "“{key}” is read as a key here, since a colon with a space or a line break follows it.",
            'Put the whole paragraph in straight quotation marks ("), or reword it without the '
            "colon. A list of grants is written “- grants:”.",
        ),
    },
    "E311": {
        DA: (
            "»{value}« er ikke et nummer, der kan læses.",
            "Skriv et helt tal fra 1 og op med højst seks cifre og uden nul foran.",
        ),
        EN: (
            "“{value}” is not a number that can be read.",
            "Write a whole number from 1 up, with six digits at most and no leading zero.",
        ),
    },
    "E312": {
        DA: (
            "»{value}« er hverken true eller false.",
            "Skriv true med små bogstaver, eller slet linjen.",
        ),
        EN: (
            "“{value}” is neither true nor false.",
            "Write true in small letters, or delete the line.",
        ),
    },
    "E313": {
        DA: (
            "»{value}« er ikke en periode, der kan læses.",
            "Skriv det første og det sidste år, fx 2023-2026.",
        ),
        EN: (
            "“{value}” is not a period that can be read.",
            "Write the first and the last year, as in 2023-2026.",
        ),
    },
    "E314": {
        DA: (
            "»{value}« er ikke en dato, der kan læses.",
            "Skriv år, måned og dag, fx 2025-04-10.",
        ),
        EN: (
            "“{value}” is not a date that can be read.",
            "Write year, month and day, as in 2025-04-10.",
        ),
    },
    "E315": {
        DA: (
            "Et link er skrevet, så noget ville gå tabt: »{lost}«.",
            "Skriv linket som [tekst](https://adressen), uden mellemrum mellem ] og (.",
        ),
        EN: (
            "A link is written so that something would be lost: “{lost}”.",
            "Write it as [text](https://address), without a space between ] and (.",
        ),
    },
    "E316": {
        DA: (
            "Tilskuddet til »{key}« står ikke under »grants:«.",
            "Skriv »- grants:« på linjen over tilskuddene, og ryk dem ind under den.",
        ),
        EN: (
            "The grant to “{key}” is not under “grants:”.",
            "Write “- grants:” on the line above the grants, and indent them under it.",
        ),
    },
    "E317": {
        DA: (
            "Her skal der stå en liste.",
            "Skriv hvert punkt på en linje for sig, som begynder med bindestreg og mellemrum.",
        ),
        EN: (
            "A list is expected here.",
            "Write each item on a line of its own that begins with a hyphen and a space.",
        ),
    },
    "E318": {
        DA: (
            "Her skal der stå nøgler med hver sin værdi.",
            "Skriv »nøgle: værdi« på hver linje, med et mellemrum efter kolon.",
        ),
        EN: (
            "Keys are expected here, each with its value.",
            "Write “key: value” on each line, with a space after the colon.",
        ),
    },
    "E319": {
        DA: (
            "Her skal der stå ét tilskud.",
            "Skriv »modtager: beløb«, hvert tilskud med sin egen bindestreg.",
        ),
        EN: (
            "One grant is expected here.",
            "Write “recipient: amount”, each grant with a hyphen of its own.",
        ),
    },
    "E320": {
        DA: (
            "Her skal der stå én milepæl.",
            "Skriv »det lovede: dato«, hver med sin egen bindestreg, eller nøglerne what og due.",
        ),
        EN: (
            "One milestone is expected here.",
            "Write “what is promised: date”, each with a hyphen of its own, or the keys what and "
            "due.",
        ),
    },
    "E321": {
        DA: (
            "Teksten er længere end {limit} tegn.",
            "Del den i flere afsnit, hvert med sin egen bindestreg.",
        ),
        EN: (
            "The text is longer than {limit} characters.",
            "Divide it into paragraphs, each with a hyphen of its own.",
        ),
    },
    "E322": {
        DA: (
            "Disse nøgler mangler her: {keys}.",
            "Tilføj en linje til hver. Er punktet kommet med ved en fejl, så slet det.",
        ),
        EN: (
            "These keys are missing here: {keys}.",
            "Add a line for each. If the item is here by mistake, delete it.",
        ),
    },
    "E323": {
        DA: ("Filen har flere end {limit} links.", "Kontrollér, at det er den rigtige fil."),
        EN: ("The file has more than {limit} links.", "Check that it is the right file."),
    },
    "E324": {
        DA: (
            "Nøglen »{key}« kræver, at milepælen er skrevet med nøglerne what og due.",
            "Skriv »- what: « og det lovede på én linje og »due: « og datoen på den næste, lige "
            "over »{key}«.",
        ),
        EN: (
            "The key “{key}” takes a milestone that is written with the keys what and due.",
            "Write “- what: ” and what is promised on one line, and “due: ” and the date on the "
            "next, just above “{key}”.",
        ),
    },
    "E325": {
        DA: (
            "Her skal der stå en liste, men bindestregen foran »{key}« mangler.",
            "Skriv »- {key}:« og ret de nøgler, der hører til samme punkt, ind under »{key}«, uden "
            "bindestreg.",
        ),
        EN: (
            "A list is expected here, but the hyphen before “{key}” is missing.",
            "Write “- {key}:” and put the keys of the same item under “{key}”, without a hyphen.",
        ),
    },
    "E326": {
        DA: (
            "Der står ikke noget her, og nøglen kan ikke undværes.",
            "Skriv det, der skal stå.",
        ),
        EN: ("There is nothing here, and the key cannot be left out.", "Write what belongs here."),
    },
    "E401": {
        DA: ("Nummeret {number} bruges to gange.", "Giv det ene initiativ et andet nummer."),
        EN: ("The number {number} is used twice.", "Give one initiative another number."),
    },
    "E402": {
        DA: (
            "Ministeriet »{code}« er ikke nævnt under »ministries« øverst i filen.",
            "Ret forkortelsen, eller tilføj ministeriet øverst. De kendte forkortelser er {known}. "
            "Flere ministerier skrives [SUM, UIM].",
        ),
        EN: (
            "The ministry “{code}” is not listed under “ministries” at the top of the file.",
            "Correct the code, or add the ministry at the top. The known codes are {known}. "
            "Several ministries are written [SUM, UIM].",
        ),
    },
    "E403": {
        DA: (
            "»{placeholder}« udfyldes ikke i indledningen.",
            "Kun {{antal}} udfyldes, og det med antallet af initiativer. Skriv alt andet uden {{ "
            "og }}.",
        ),
        EN: (
            "“{placeholder}” is not filled in in the introduction.",
            "Only {{antal}} is filled in, with the number of initiatives. Write all else without "
            "{{ and }}.",
        ),
    },
    "E404": {
        DA: (
            "Antallet af initiativer er skrevet direkte i teksten: »{written}«.",
            "Skriv {{antal}} i stedet for tallet, så passer det altid.",
        ),
        EN: (
            "The number of initiatives is written in the text: “{written}”.",
            "Write {{antal}} instead of the figure, and it is always right.",
        ),
    },
    "E405": {
        DA: ("Ministeriet »{code}« er nævnt to gange i initiativet.", "Slet den ene forkortelse."),
        EN: ("The ministry “{code}” is named twice in the initiative.", "Delete one code."),
    },
    "E406": {
        DA: (
            "Her bliver {{antal}} ikke til et tal; det gør det kun i indledningen.",
            "Skriv teksten uden {{antal}}.",
        ),
        EN: (
            "{{antal}} does not become a figure here, but only in the introduction.",
            "Write the text without {{antal}}.",
        ),
    },
    "E501": {
        DA: ("Skabelonen bruger noget, der ikke findes: {detail}.", "Kontrollér skabelonen her."),
        EN: ("The template uses what does not exist: {detail}.", "Check the template here."),
    },
    "E502": {
        DA: ("Skabelonen kan ikke læses: {detail}.", "Kontrollér skabelonen her."),
        EN: ("The template cannot be read: {detail}.", "Check the template here."),
    },
    "E503": {
        DA: (
            "Skabelonen gør noget, som skabeloner ikke må: {detail}.",
            "Skriv skabelonen uden det.",
        ),
        EN: ("The template does what templates may not: {detail}.", "Do without it."),
    },
    "E504": {
        DA: ("Skabelonen kan ikke udfyldes: {detail}.", "Kontrollér skabelonen her."),
        EN: ("The template cannot be filled in: {detail}.", "Check the template here."),
    },
    "E505": {
        DA: (
            "»{url}« må ikke hentes.",
            "En skabelon kan kun bruge de skrifttyper, der følger med: {known}.",
        ),
        EN: (
            "“{url}” may not be fetched.",
            "A template can use only the fonts that come with the program: {known}.",
        ),
    },
    "E506": {
        DA: (
            "Layoutet indeholder noget, som programmet ikke forstår: {detail}.",
            "Ret eller slet det.",
        ),
        EN: (
            "The layout holds something that the program does not understand: {detail}.",
            "Correct or delete it.",
        ),
    },
    "E507": {
        DA: (
            "Notatets skrifttyper har ikke »{characters}«, som derfor ikke kan vises i PDF-filen.",
            "Skriv det med bogstaver og tegn, som de har, fx et navn med latinske bogstaver; en "
            "emoji kan udelades.",
        ),
        EN: (
            "The note's fonts do not have “{characters}”, which the PDF therefore cannot show.",
            "Write it with letters and signs that they have, for example a name in Latin letters; "
            "an emoji can be left out.",
        ),
    },
    "E601": {
        DA: (
            "Filen kunne ikke skrives: {reason}.",
            "En tidligere udgave er urørt. Ret fejlen, og kør kommandoen igen.",
        ),
        EN: (
            "The file could not be written: {reason}.",
            "An earlier version is untouched. Put it right, and run the command again.",
        ),
    },
    "E602": {
        DA: (
            "PDF-filen kan ikke dannes, fordi et systembibliotek mangler: {detail}.",
            "Skriv »make note«, som installerer det, eller installér Pango, fx med »apt-get "
            "install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0« eller »brew install "
            "pango«.",
        ),
        EN: (
            "The PDF cannot be made, since a system library is missing: {detail}.",
            "Type “make note”, which installs it, or install Pango, for example with “apt-get "
            "install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0” or “brew install "
            "pango”.",
        ),
    },
    "E603": {
        DA: (
            "Notatet ville overskrive {input}, som det dannes af.",
            "Angiv en anden fil efter --output.",
        ),
        EN: (
            "The note would overwrite {input}, which it is made of.",
            "Name another file after --output.",
        ),
    },
    "E604": {
        DA: (
            "Data ville overskrive {input}, som de hentes fra.",
            "Angiv en anden fil efter --output.",
        ),
        EN: (
            "The data would overwrite {input}, which they are taken from.",
            "Name another file after --output.",
        ),
    },
    "E701": {
        DA: (
            "Der er hverken en fil eller en udgave i git af det navn.",
            "Angiv en fil, en dato som @2025-05-01 eller en udgave i git, fx HEAD~3 eller et tag.",
        ),
        EN: (
            "There is neither a file nor a version in git of that name.",
            "Name a file, a date (@2025-05-01), or a version in git, such as HEAD~3 or a tag.",
        ),
    },
    "E702": {
        DA: (
            "Filen findes ikke i den udgave.",
            "Angiv en nyere udgave eller en fil med de gamle data.",
        ),
        EN: (
            "The file does not exist in that version.",
            "Name a later version, or a file with the old data.",
        ),
    },
    "E703": {
        DA: (
            "Der er ingen fil af det navn, og {input} ligger ikke i et git-projekt, som kunne "
            "have den udgave.",
            "Angiv en fil, eller hent projektet med »git clone«.",
        ),
        EN: (
            "There is no file of that name, and {input} is not in a git repository that could "
            "have that version.",
            "Name a file, or get the project with “git clone”.",
        ),
    },
    "E704": {
        DA: (
            "Der er ingen fil af det navn, og git, som har de tidligere udgaver, er ikke "
            "installeret.",
            "Angiv en fil, eller installér git, fx med »apt-get install git« eller »brew install "
            "git«.",
        ),
        EN: (
            "There is no file of that name, and git, which has the earlier versions, is not "
            "installed.",
            "Name a file, or install git, with “apt-get install git” or “brew install git”.",
        ),
    },
    "E705": {
        DA: (
            "Udgaven er ikke i denne kopi af projektet, som kun har den nyeste del af historikken.",
            "Er navnet rigtigt, så hent resten med »git fetch --unshallow --tags«, eller skriv "
            "»fetch-depth: 0« under actions/checkout, hvis det er et CI-job.",
        ),
        EN: (
            "The version is not in this clone, which has only the latest part of the history.",
            "If the name is right, get the rest with “git fetch --unshallow --tags”, or, in a CI "
            "job, write “fetch-depth: 0” under actions/checkout.",
        ),
    },
    "E706": {
        DA: (
            "Projektet har ingen udgave, der er så gammel.",
            "Angiv en senere dato eller en fil med de gamle data.",
        ),
        EN: (
            "The project has no version that is so old.",
            "Name a later date, or a file with the old data.",
        ),
    },
    "E707": {
        DA: (
            "Det er ikke en dato, der findes.",
            "Skriv @ og så datoen med år, måned og dag, fx @2025-05-01.",
        ),
        EN: (
            "That is not a date that exists.",
            "Write @ and the date by its year, month and day, such as @2025-05-01.",
        ),
    },
    "E709": {
        DA: (
            "Git kan ikke læse den udgave.",
            "Kør »{detail}« i den mappe, hvor data ligger, og følg det, git skriver.",
        ),
        EN: (
            "Git cannot read that version.",
            "Run “{detail}” in the folder of the data, and do what git says.",
        ),
    },
    "E710": {
        DA: (
            "Notatets skrifttyper har ikke »{characters}« fra den ældre udgave, som derfor ikke "
            "kan vises i PDF-filen.",
            "Gem den ældre udgave som en ny fil, skriv det dér med bogstaver og tegn, som de har, "
            "og giv filen til »--since«.",
        ),
        EN: (
            "The note's fonts do not have “{characters}” of the older version, which the PDF "
            "therefore cannot show.",
            "Save the older version as a new file, write it there with letters and signs that they "
            "have, and give that file to “--since”.",
        ),
    },
    "E801": {
        DA: ("Filen er ikke en PDF.", "Angiv notatet som PDF."),
        EN: ("The file is not a PDF.", "Name the note as PDF."),
    },
    "E802": {
        DA: (
            "PDF-filen er ikke et notat fra statusnote, eller den er gemt på ny af et program, der "
            "har fjernet, hvad den var dannet af.",
            "Angiv notatet, som statusnote dannede det.",
        ),
        EN: (
            "The PDF is no note of statusnote's, or was saved anew by a program that took out what "
            "it was made of.",
            "Name the note as statusnote made it.",
        ),
    },
    "E803": {
        DA: (
            "PDF-filen kan ikke læses. Den er beskadiget eller ikke hel, eller den indeholder "
            "mere, end et notat gør.",
            "Hent den igen fra den, der dannede den.",
        ),
        EN: (
            "The PDF cannot be read. It is damaged or not complete, or holds more than a note "
            "does.",
            "Get it again from whoever made it.",
        ),
    },
    "E804": {
        DA: (
            "PDF-filen er beskyttet med en adgangskode.",
            "Angiv notatet, som statusnote dannede det, uden adgangskode.",
        ),
        EN: (
            "The PDF is protected by a password.",
            "Name the note as statusnote made it, without a password.",
        ),
    },
    "E805": {
        DA: (
            "Notatet har ikke de data med, som det er dannet af.",
            "Brug den datafil, som notatet er dannet af, eller et notat, der er dannet uden "
            "--no-source.",
        ),
        EN: (
            "The note does not carry the data that it was made of.",
            "Use the data file that the note was made of, or a note that was made without "
            "--no-source.",
        ),
    },
    "E806": {
        DA: (
            "De data, som PDF-filen har med, er ændret, siden notatet blev dannet.",
            "Brug dem ikke. Hent notatet igen fra den, der dannede det.",
        ),
        EN: (
            "The data that the PDF carries were changed after the note was made.",
            "Do not use them. Get the note again from whoever made it.",
        ),
    },
    "W401": {
        DA: (
            "Her springer numrene fra {before} til {number}.",
            "Mangler der et initiativ, så sæt det ind. Er et nummer forkert, så ret det.",
        ),
        EN: (
            "The numbers jump from {before} to {number} here.",
            "If an initiative is missing, put it in. If a number is wrong, correct it.",
        ),
    },
    "W402": {
        DA: (
            "Intet initiativ nævner ministeriet »{code}«.",
            "Slet linjen, hvis ministeriet ikke længere har nogen.",
        ),
        EN: (
            "No initiative names the ministry “{code}”.",
            "Delete the line, if the ministry has none any more.",
        ),
    },
    "W403": {
        DA: (
            "To initiativer har samme titel.",
            "Er det ene en kopi, så slet det eller ret titlen.",
        ),
        EN: (
            "Two initiatives have the same title.",
            "If one is a copy, delete it, or correct its title.",
        ),
    },
    "W404": {
        DA: (
            "Tilskuddet til »{recipient}« står to gange i initiativet.",
            "Er det det samme tilskud, så slet det ene; ellers tæller det dobbelt i summen.",
        ),
        EN: (
            "The grant to “{recipient}” appears twice in the initiative.",
            "If it is the same grant, delete one; otherwise it counts twice in the sum.",
        ),
    },
    "W405": {
        DA: (
            "Initiativet er gennemført, men milepælen »{what}« skulle være nået senest den "
            "{last} og står stadig åben.",
            "Er den nået, så skriv det med what, due og met. Ellers ret status eller dato.",
        ),
        EN: (
            "The initiative is completed, but its milestone “{what}” was due by "
            "{last} and is still open.",
            "If it was met, say so with what, due and met. If not, correct the status or date.",
        ),
    },
    "W406": {
        DA: (
            "Året {year} ligger uden for planens periode, {first}-{last}.",
            "Ret årstallet i status, eller ret perioden øverst i filen.",
        ),
        EN: (
            "The year {year} lies outside the plan's period, {first}-{last}.",
            "Correct the year of the status, or the period at the top of the file.",
        ),
    },
    "W407": {
        DA: (
            "Milepælen »{what}« er lovet til to forskellige tidspunkter: {first} og {due}.",
            "Behold det rigtige. Er milepælen udskudt, så skriv det gamle tidspunkt under "
            "moved_from.",
        ),
        EN: (
            "The milestone “{what}” is promised for two dates: {first} and {due}.",
            "Keep the right one. If the milestone was put off, write the old date under "
            "moved_from.",
        ),
    },
    "W408": {
        DA: (
            "Milepælen »{what}« skulle være nået senest den {last}, før notatets dato, og står "
            "stadig åben.",
            "Er den nået, så skriv det med what, due og met. Er den udskudt, så skriv det nye "
            "tidspunkt under due og det gamle under moved_from.",
        ),
        EN: (
            "The milestone “{what}” was due by {last}, before the note's date, and is still open.",
            "If it was met, say so with what, due and met. If it was put off, write the new date "
            "under due and the old one under moved_from.",
        ),
    },
    "W409": {
        DA: (
            "Ifølge teksten forventes der stadig noget i {year}, men det år var forbi på notatets "
            "dato, og ingen milepæl nævner det.",
            "Skriv, hvad det blev til, eller tilføj milepælen under milestones.",
        ),
        EN: (
            "The text still expects something in {year}, but that year was over on the note's "
            "date, and no milestone names it.",
            "Write what became of it, or add the milestone under milestones.",
        ),
    },
    "W410": {
        DA: (
            "Notatets dag, {day}, ligger hverken i planens periode, {first}-{last}, eller i året "
            "efter.",
            "Ret dagen i as_of, eller ret perioden.",
        ),
        EN: (
            "The note's day, {day}, lies neither in the plan's period, {first}-{last}, nor in the "
            "year after it.",
            "Correct the day in as_of, or the period.",
        ),
    },
    "W411": {
        DA: (
            "Initiativet skulle være afsluttet i {year}, som er forbi på notatets dag.",
            "Er det afsluttet, så skriv gennemført. Ellers ret årstallet, og skriv i redegørelsen, "
            "at det er udskudt.",
        ),
        EN: (
            "The initiative was to end in {year}, which is over on the note's day.",
            "If it has ended, write gennemført. If not, correct the year, and say in the account "
            "that it was put off.",
        ),
    },
    "W701": {
        DA: (
            "»{written}« har intet punktum, men andre tal i filen har.",
            "Skriv »{better}«. Er det ikke en mængde eller et beløb, så skriv foran, hvad tallet "
            "er, fx »nr.« eller »telefon«.",
        ),
        EN: (
            "“{written}” has no full stop, but other numbers in the file have.",
            "Write “{better}”. If it is not a quantity or an amount, write in front of it what it "
            "is, such as “nr.” or “telefon”.",
        ),
    },
    "W702": {
        DA: (
            "Forkortelsen »kr.« mangler sit punktum.",
            "Skriv »kr.« eller »kroner«.",
        ),
        EN: (
            "The abbreviation “kr.” lacks its full stop.",
            "Write “kr.” or “kroner”.",
        ),
    },
    "W703": {
        DA: (
            "»{written}« har et punktum for meget og læses som et ordenstal.",
            "Skriv »{better}«.",
        ),
        EN: (
            "“{written}” has a full stop too many and reads as an ordinal.",
            "Write “{better}”.",
        ),
    },
    "W704": {
        DA: (
            "»{written}« er et tegn for meget eller har et mellemrum foran.",
            "Skriv ét punktum eller komma lige efter ordet; en udeladelse skrives »…«.",
        ),
        EN: (
            "“{written}” is a mark too many or has a space before it.",
            "Write one full stop or comma right after the word; an omission is written “…”.",
        ),
    },
    "W705": {
        DA: (
            "Afsnittet slutter med »{ending}« uden punktum.",
            "Sæt et punktum, eller skriv resten, hvis noget mangler.",
        ),
        EN: (
            "The paragraph ends with “{ending}” and no full stop.",
            "Put a full stop, or write the rest if something is missing.",
        ),
    },
    "W706": {
        DA: (
            "Her står mere end ét mellemrum.",
            "Slet alle på nær ét.",
        ),
        EN: (
            "There is more than one space here.",
            "Delete all but one.",
        ),
    },
    "W707": {
        DA: (
            "Tegnet »{written}« er lige, men filen har også typografiske tegn som ’ og »«.",
            "Brug samme slags anførselstegn og apostroffer i hele filen.",
        ),
        EN: (
            "The mark “{written}” is straight, but the file has typographic ones such as ’ and “” "
            "too.",
            "Use one kind of quotation marks and apostrophes in all of the file.",
        ),
    },
    "W708": {
        DA: (
            "»{written}« er skrevet på en anden måde et andet sted i filen.",
            "Skriv »{better}« alle steder, eller ret det andet sted.",
        ),
        EN: (
            "“{written}” is written in another way elsewhere in the file.",
            "Write “{better}” everywhere, or change the other place.",
        ),
    },
    "W709": {
        DA: (
            "»{written}« ser ud til at vente på at blive udfyldt.",
            "Skriv det, der skal stå, eller slet det.",
        ),
        EN: (
            "“{written}” seems to be waiting to be filled in.",
            "Write what is to stand there, or delete it.",
        ),
    },
    "W710": {
        DA: (
            "»{written}« er HTML og trykkes, som det står.",
            "Slet det; et nyt afsnit er et nyt punkt i listen, og kursiv skrives med stjerner: "
            "*sådan*.",
        ),
        EN: (
            "“{written}” is HTML and is printed as it stands.",
            "Delete it; a new paragraph is a new item of the list, and italics are written with "
            "asterisks: *like this*.",
        ),
    },
    "W711": {
        DA: (
            "Forkortelsen »{written}« mangler sit punktum.",
            "Skriv »{better}«.",
        ),
        EN: (
            "The abbreviation “{written}” lacks its full stop.",
            "Write “{better}”.",
        ),
    },
    "W712": {
        DA: (
            "»{written}« er et tegn, der er gået i stykker, fordi filen har været åbnet med en "
            "forkert tegnkodning.",
            "Skriv det rigtige tegn, fx æ, ø eller å, og gem filen som UTF-8.",
        ),
        EN: (
            "“{written}” is a character that broke when the file was opened with a wrong encoding.",
            "Write the right character, such as æ, ø or å, and save the file as UTF-8.",
        ),
    },
    "W801": {
        DA: (
            "Bemærkningen slår ikke nogen advarsel fra: Der er ingen {code} ved det, der følger.",
            "Slet bemærkningen, eller flyt den hen lige over det, den gælder.",
        ),
        EN: (
            "This remark silences no warning: there is no {code} with what follows.",
            "Delete it, or move it to just above what it is about.",
        ),
    },
    "W802": {
        DA: (
            "Bemærkningen er skrevet, så den ikke slår nogen advarsel fra.",
            "Skriv den som »# statusnote: ignore W123« med advarslens kode i stedet for W123. Fejl "
            "kan ikke slås fra.",
        ),
        EN: (
            "This remark is written so that it silences no warning.",
            "Write it as “# statusnote: ignore W123” with the warning's code instead of W123. "
            "Errors cannot be silenced.",
        ),
    },
}
