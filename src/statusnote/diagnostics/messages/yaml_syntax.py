"""What can be wrong with a file as YAML: E2."""

from statusnote.diagnostics.language import Wording
from statusnote.diagnostics.messages.message import ERROR, FILE_UNREAD, PLAIN, Message

# The parser stopped there, or saw what stands around it, too.
PART_UNREAD = FILE_UNREAD._replace(is_read_around=True)
ENTRY_IN_SHAPE = PART_UNREAD._replace(keeps_shape=True)
KEY_TWICE = PLAIN._replace(is_read_around=True)

MESSAGES: dict[str, Message] = {
    "E201": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "Herfra kan filen ikke læses som YAML ({detail}).",
            "The file cannot be read as YAML from here ({detail}).",
        ),
        Wording(
            "Se på linjen her og den lige over: indrykning, kolon, anførselstegn og parenteser.",
            "Look at this line and the one above: indentation, colons, quotes and brackets.",
        ),
    ),
    "E202": Message(
        ERROR,
        KEY_TWICE,
        Wording(
            "Nøglen »{key}« står to gange.",
            "The key “{key}” appears twice.",
        ),
        Wording(
            "Slet den ene, eller saml de to.",
            "Delete one, or join the two.",
        ),
    ),
    "E203": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "Teksten begynder med & eller * (»{name}«), og det læses som en henvisning.",
            "The text begins with & or * (“{name}”), which is read as a reference.",
        ),
        Wording(
            'Sæt hele teksten i lige anførselstegn ("). Henvisninger bruges ikke i denne fil.',
            'Put the whole text in straight quotation marks ("). This file uses no references.',
        ),
    ),
    "E204": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "YAML-mærket »{tag}« bruges ikke i denne fil.",
            "The YAML tag “{tag}” is not used in this file.",
        ),
        Wording(
            'Slet det. Skal en tekst begynde med !, så sæt den i lige anførselstegn (").',
            'Delete it. To begin a text with !, put it in straight quotation marks (").',
        ),
    ),
    "E205": Message(
        ERROR,
        FILE_UNREAD,
        Wording(
            "Linjen med --- deler filen i to planer; her begynder den anden.",
            "The line of --- divides the file into two plans; the second begins here.",
        ),
        Wording(
            "Slet linjen, og behold kun én plan.",
            "Delete the line, and keep only one plan.",
        ),
    ),
    "E206": Message(
        ERROR,
        FILE_UNREAD,
        Wording(
            "Der er flere end {limit} niveauer inden i hinanden.",
            "There are more than {limit} levels inside each other.",
        ),
        Wording(
            "Kontrollér parenteser og bindestreger.",
            "Check the brackets and hyphens.",
        ),
    ),
    "E207": Message(
        ERROR,
        FILE_UNREAD,
        Wording(
            "Filen har flere end {limit} værdier.",
            "The file has more than {limit} values.",
        ),
        Wording(
            "Kontrollér, at det er den rigtige fil.",
            "Check that it is the right file.",
        ),
    ),
    "E208": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "Her skal der stå en nøgle, men der står en liste eller noget i parentes.",
            "A key is expected here, but there is a list or something in brackets.",
        ),
        Wording(
            'Begynder en tekst med [ eller {{, så sæt hele teksten i lige anførselstegn (").',
            'To begin a text with [ or {{, put the whole text in straight quotation marks (").',
        ),
    ),
    "E209": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "Det, der står fra # og linjen ud, ville gå tabt; teksten »{value}« slutter her.",
            "The text from # to the end of the line would be lost; the text “{value}” ends here.",
        ),
        Wording(
            'Sæt hele teksten i lige anførselstegn ("), eller flyt bemærkningen op over teksten, '
            "på en linje for sig.",
            'Put the whole text in straight quotation marks ("), or move the remark to a line of '
            "its own above the text.",
        ),
    ),
    "E210": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "Punktet her er rykket for langt ind og læses som en del af teksten over det.",
            "This item is indented too far and is read as a part of the text above it.",
        ),
        Wording(
            "Ret bindestregen ind under bindestregerne over den. Mangler nøglen over punktet, fx "
            "»account:«, så skriv den på en linje for sig.",
            "Put its hyphen under the hyphens above it. If the key above the item is missing, such "
            "as “account:”, write it on a line of its own.",
        ),
    ),
    "E211": Message(
        ERROR,
        ENTRY_IN_SHAPE,
        Wording(
            "Her er rykket ind med tabulator.",
            "This is indented with a tab.",
        ),
        Wording(
            "Slet tabulatoren, og ryk ind med mellemrum, så linjen flugter med dem over den.",
            "Delete the tab, and indent with spaces, in line with the lines above.",
        ),
    ),
    "E212": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "En tekst kan ikke begynde med »{character}«, for tegnet betyder noget særligt.",
            "A text cannot begin with “{character}”, since that means something special.",
        ),
        Wording(
            'Slet tegnet, eller sæt hele teksten i lige anførselstegn: "{character} …".',
            'Delete it, or put the whole text in straight quotation marks: "{character} …".',
        ),
    ),
    "E213": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "En liste kan ikke begynde på samme linje som sin nøgle.",
            "A list cannot begin on the line of its key.",
        ),
        Wording(
            "Flyt bindestregen og teksten ned på en linje for sig, og ryk den ind. Er det en "
            'tekst, så sæt den i lige anførselstegn (").',
            "Move the hyphen and the text to a line of their own, and indent it. If it is a text, "
            'put it in straight quotation marks (").',
        ),
    ),
    "E214": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "Anførselstegnet her bliver ikke lukket, hvor det skal.",
            "The quotation mark here is not closed where it should be.",
        ),
        Wording(
            "Sæt et anførselstegn magen til ved slutningen af teksten, eller slet det her.",
            "Put the same mark at the end of the text, or delete this one.",
        ),
    ),
    "E215": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "En omvendt skråstreg (\\) betyder noget særligt i denne slags anførselstegn.",
            "A backslash (\\) means something special in this kind of quotation marks.",
        ),
        Wording(
            "Skriv den to gange, \\\\, eller brug ' om teksten i stedet for \".",
            "Write it twice, \\\\, or put ' around the text instead of \".",
        ),
    ),
    "E216": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "Parentesen »{opened}«, der begynder her, bliver ikke lukket, hvor den skal.",
            "The bracket “{opened}” that begins here is not closed where it should be.",
        ),
        Wording(
            "Sæt »{closing}« ved slutningen. Begynder teksten blot med »{opened}«, så sæt den i "
            'lige anførselstegn (").',
            "Put “{closing}” at the end. If the text merely begins with “{opened}”, put it in "
            'straight quotation marks (").',
        ),
    ),
    "E217": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "Teksten begynder med »{opened}« og læses derfor som noget andet end tekst.",
            "The text begins with “{opened}”, and so is not read as a text.",
        ),
        Wording(
            'Sæt hele teksten i lige anførselstegn (").',
            'Put the whole text in straight quotation marks (").',
        ),
    ),
    "E218": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "Her er en parentes for meget.",
            "There is a bracket too many here.",
        ),
        Wording(
            "Slet den.",
            "Delete it.",
        ),
    ),
    "E219": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "Teksten fortsætter efter det anførselstegn, der slutter den.",
            "The text goes on after the quotation mark that ends it.",
        ),
        Wording(
            "Skriv »« eller ’’ om ord inde i teksten, og slut hele teksten med det tegn, den "
            "begynder med.",
            "Write »« or ’’ around words inside the text, and end the whole text with the mark "
            "that it begins with.",
        ),
    ),
    "E220": Message(
        ERROR,
        ENTRY_IN_SHAPE,
        Wording(
            "Der mangler et mellemrum efter kolon.",
            "The space after the colon is missing.",
        ),
        Wording(
            "Skriv »{key}: « og så værdien.",
            "Write “{key}: ” and then the value.",
        ),
    ),
    "E221": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "Der mangler et mellemrum efter bindestregen.",
            "The space after the hyphen is missing.",
        ),
        Wording(
            "Skriv »- « og så teksten.",
            "Write “- ” and then the text.",
        ),
    ),
    "E222": Message(
        ERROR,
        ENTRY_IN_SHAPE,
        Wording(
            "Der mangler et kolon efter »{key}«.",
            "The colon after “{key}” is missing.",
        ),
        Wording(
            "Skriv »{key}: « og så værdien.",
            "Write “{key}: ” and then the value.",
        ),
    ),
    "E223": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "Linjen er hverken en nøgle, et punkt eller en fortsættelse af teksten over den.",
            "The line is neither a key, an item nor a part of the text above it.",
        ),
        Wording(
            "Hører den til teksten over, så ryk den længere ind end tekstens første linje. Et nyt "
            "punkt begynder med »- «, og en bemærkning med »# «.",
            "If it belongs to the text above, indent it further than the text's first line. A new "
            "item begins with “- ”, and a remark with “# ”.",
        ),
    ),
    "E224": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "Linjen er rykket forkert ind.",
            "The line is indented wrongly.",
        ),
        Wording(
            "Ret den ind under de linjer, den hører sammen med.",
            "Put it under the lines that it belongs with.",
        ),
    ),
    "E225": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "Et kolon med mellemrum eller linjeskift efter gør teksten foran det til en nøgle.",
            "A colon with a space or a line break after it turns the text before it into a key.",
        ),
        Wording(
            'Sæt hele teksten i lige anførselstegn ("), eller omskriv den uden kolon.',
            'Put the whole text in straight quotation marks ("), or reword it without the colon.',
        ),
    ),
    "E226": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "Her står et punkt i en liste, hvor der skulle stå en nøgle.",
            "There is an item of a list here, where a key is expected.",
        ),
        Wording(
            "Ret det ind under de andre punkter, eller slet bindestregen. Mangler nøglen over "
            "punktet, så skriv den på en linje for sig.",
            "Put it under the other items, or delete the hyphen. If the key above the item is "
            "missing, write it on a line of its own.",
        ),
    ),
    "E227": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "Nøglen »{key}« står mellem punkterne i en liste.",
            "The key “{key}” is among the items of a list.",
        ),
        Wording(
            "Begynder et punkt her, så skriv bindestregen foran: »- {key}:«. Ellers ret nøglen ind "
            "under de nøgler, den hører sammen med.",
            "If an item begins here, write its hyphen: “- {key}:”. If not, put the key under the "
            "keys that it belongs with.",
        ),
    ),
    "E228": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "Her står to bindestreger efter hinanden.",
            "There are two hyphens in a row here.",
        ),
        Wording(
            "Slet den ene.",
            "Delete one.",
        ),
    ),
    "E229": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "Nøglen << fletter en anden del af filen ind; det bruges ikke i denne fil.",
            "The key << merges another part of the file in, which this file does not use.",
        ),
        Wording(
            "Slet linjen, og skriv de nøgler, der mangler.",
            "Delete the line, and write the keys that are missing.",
        ),
    ),
    "E230": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "Tre punktummer på en linje for sig betyder, at filen slutter her.",
            "Three full stops on a line of their own mean that the file ends here.",
        ),
        Wording(
            "Slet linjen, eller ryk den ind, hvis den hører til teksten over den.",
            "Delete the line, or indent it if it belongs to the text above.",
        ),
    ),
    "E231": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "Et punkt begynder med en bindestreg (-) og ikke med »{character}«.",
            "An item begins with a hyphen (-) and not with “{character}”.",
        ),
        Wording(
            "Skriv »- « i stedet.",
            "Write “- ” instead.",
        ),
    ),
    "E232": Message(
        ERROR,
        ENTRY_IN_SHAPE,
        Wording(
            "Her skal der stå et almindeligt mellemrum, men der står et hårdt, som fx Word laver.",
            "There is a no-break space here, as Word makes them, where a plain one is needed.",
        ),
        Wording(
            "Slet det, og skriv et mellemrum med mellemrumstasten.",
            "Delete it, and write a space with the space bar.",
        ),
    ),
    "E233": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "Nøglen »{key}« står midt på en linje.",
            "The key “{key}” is in the middle of a line.",
        ),
        Wording(
            "Flyt den og dens værdi ned på en linje for sig. Er det en del af teksten, så sæt hele "
            'teksten i lige anførselstegn (").',
            "Move it and its value to a line of their own. If it is a part of the text, put the "
            'whole text in straight quotation marks (").',
        ),
    ),
    "E234": Message(
        ERROR,
        KEY_TWICE,
        Wording(
            "Nøglen »{key}« og flere efter den står to gange i det samme punkt.",
            "The key “{key}” and others after it appear twice in the same item.",
        ),
        Wording(
            "Begynder et nyt punkt her, så mangler bindestregen foran dets første nøgle, fx "
            "»- number: 1«. Ellers slet det, der står to gange.",
            "If a new item begins here, the hyphen before its first key is missing, as in "
            "“- number: 1”. If not, delete what appears twice.",
        ),
    ),
    "E235": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "Et kolon for meget i »{key}« gør, at linjen ikke kan læses.",
            "Because of a colon too many in “{key}” the line cannot be read.",
        ),
        Wording(
            'Skriv »- "{key}": « og så beløbet eller datoen, altså med lige anførselstegn (") '
            "kun om det, der står foran det sidste kolon.",
            'Write “- "{key}": ” and then the amount or the date, with straight quotation marks '
            '(") around only what is before the last colon.',
        ),
    ),
    "E236": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "Teksten her mangler sin nøgle, »{key}:«.",
            "The text here lacks its key, “{key}:”.",
        ),
        Wording(
            "Skriv »{key}: « mellem bindestregen og teksten.",
            "Write “{key}: ” between the hyphen and the text.",
        ),
    ),
    "E237": Message(
        ERROR,
        PART_UNREAD,
        Wording(
            "Her skal der stå true og ikke en stjerne.",
            "This should be true and not an asterisk.",
        ),
        Wording(
            "Skriv »reserve_financed: true«; notatet får selv sin stjerne.",
            "Write “reserve_financed: true”; the note gets its asterisk by itself.",
        ),
    ),
}
