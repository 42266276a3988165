"""What can be wrong with what the parties are asked, and with what they answer: E9, W9."""

from statusnote.diagnostics.language import Wording
from statusnote.diagnostics.messages.message import ERROR, PLAIN, WARNING, Message

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
    "E910": Message(
        ERROR,
        PLAIN,
        Wording(
            "Filen er i formatet {format} og ikke en Excel-projektmappe (.xlsx).",
            "The file is in the format {format} and no Excel workbook (.xlsx).",
        ),
        Wording(
            "Åbn den i Excel eller LibreOffice, og gem den som Excel-projektmappe (.xlsx). Er "
            "det en anden fil end den, der blev sendt ud, så angiv den rigtige.",
            "Open it in Excel or LibreOffice, and save it as an Excel workbook (.xlsx). If it is "
            "another file than the one that was sent out, name the right one.",
        ),
    ),
    "E911": Message(
        ERROR,
        PLAIN,
        Wording(
            "Projektmappen er beskyttet med en adgangskode.",
            "The workbook is protected by a password.",
        ),
        Wording(
            "Åbn den i Excel, fjern adgangskoden under Filer > Oplysninger > Beskyt projektmappe "
            "> Kryptér med adgangskode, og gem den.",
            "Open it in Excel, remove the password under File > Info > Protect Workbook > "
            "Encrypt with Password, and save it.",
        ),
    ),
    "E912": Message(
        ERROR,
        PLAIN,
        Wording(
            "Projektmappen er beskadiget eller ikke helt hentet, og den kan ikke læses.",
            "The workbook is damaged or was not fetched whole, and cannot be read.",
        ),
        Wording(
            "Åbn den i Excel, og gem den som Excel-projektmappe (.xlsx). Kan Excel heller ikke "
            "åbne den, så bed om at få den sendt igen.",
            "Open it in Excel, and save it as an Excel workbook (.xlsx). If Excel cannot open it "
            "either, ask for it to be sent again.",
        ),
    ),
    "E913": Message(
        ERROR,
        PLAIN,
        Wording(
            "Projektmappen er større eller mere indviklet, end et svar kan være, og er ikke læst.",
            "The workbook is larger or more intricate than an answer can be, and was not read.",
        ),
        Wording(
            "Kopiér svarene over i den projektmappe, der blev sendt ud, og gem den.",
            "Copy the answers to the workbook that was sent out, and save it.",
        ),
    ),
    "E914": Message(
        ERROR,
        PLAIN,
        Wording(
            "Projektmappen har makroer eller indlejrede objekter og er ikke læst.",
            "The workbook has macros or embedded objects and was not read.",
        ),
        Wording(
            "Gem den som Excel-projektmappe (.xlsx) uden makroer, og slet de objekter, der er "
            "sat ind. Hvad der står i dem, skrives i felterne.",
            "Save it as an Excel workbook (.xlsx) without macros, and delete the objects that "
            "were inserted. Write what they say in the cells.",
        ),
    ),
    "E915": Message(
        ERROR,
        PLAIN,
        Wording(
            "Projektmappen henter data fra andre filer og er ikke læst.",
            "The workbook takes data from other files and was not read.",
        ),
        Wording(
            "Fjern kæderne i Excel under Data > Rediger kæder > Afbryd kæde, skriv værdierne "
            "selv, og gem den.",
            "Remove the links in Excel under Data > Edit Links > Break Link, write the values "
            "themselves, and save it.",
        ),
    ),
    "E916": Message(
        ERROR,
        PLAIN,
        Wording(
            "Arket har flere end {limit} udfyldte felter, og projektmappen er ikke læst.",
            "The sheet has more than {limit} cells with something in them, and the workbook was "
            "not read.",
        ),
        Wording(
            "Slet det, der ikke hører til svaret, eller kopiér svarene over i den projektmappe, "
            "der blev sendt ud.",
            "Delete what does not belong to the answer, or copy the answers to the workbook that "
            "was sent out.",
        ),
    ),
    "E920": Message(
        ERROR,
        PLAIN,
        Wording(
            "Projektmappen mangler sit skjulte ark »statusnote« eller en del af det, så det "
            "vides ikke, hvem den er fra, og hvad den svarer på.",
            "The workbook lacks its hidden sheet “statusnote” or a part of it, so that it is not "
            "known who it is from, and what it answers.",
        ),
        Wording(
            "Kopiér svarene over i den projektmappe, der blev sendt ud, og gem den under Filer > "
            "Gem som, så alle ark kommer med.",
            "Copy the answers to the workbook that was sent out, and save it with File > Save "
            "As, so that all sheets are kept.",
        ),
    ),
    "E921": Message(
        ERROR,
        PLAIN,
        Wording(
            "Projektmappen er dannet af en nyere udgave af statusnote, end denne er.",
            "The workbook was made by a later version of statusnote than this one.",
        ),
        Wording(
            "Læs den med den udgave, den er dannet af, eller en nyere.",
            "Read it with the version that made it, or a later one.",
        ),
    ),
    "E922": Message(
        ERROR,
        PLAIN,
        Wording(
            "Projektmappen er fra »{party}«, som ikke har noget at svare på i planen.",
            "The workbook is from “{party}”, who has nothing to answer in the plan.",
        ),
        Wording(
            "Se efter, om den hører til en anden plan.",
            "See whether it belongs to another plan.",
        ),
    ),
    "E923": Message(
        ERROR,
        PLAIN,
        Wording(
            "Arket »{sheet}« mangler.",
            "The sheet “{sheet}” is missing.",
        ),
        Wording(
            "Har nogen omdøbt det, så giv det sit navn igen. Er det slettet, så kopiér svarene "
            "over i den projektmappe, der blev sendt ud.",
            "If somebody renamed it, give it back its name. If it was deleted, copy the answers "
            "to the workbook that was sent out.",
        ),
    ),
    "E924": Message(
        ERROR,
        PLAIN,
        Wording(
            "Kolonnen »{heading}« mangler.",
            "The column “{heading}” is missing.",
        ),
        Wording(
            "Har nogen omdøbt den, så giv den sin overskrift igen. Er den slettet, så kopiér "
            "svarene over i den projektmappe, der blev sendt ud.",
            "If somebody renamed it, give it back its heading. If it was deleted, copy the "
            "answers to the workbook that was sent out.",
        ),
    ),
    "E925": Message(
        ERROR,
        PLAIN,
        Wording(
            "Kolonnen »{heading}« står to gange.",
            "The column “{heading}” is there twice.",
        ),
        Wording(
            "Slet den, der ikke gælder.",
            "Delete the one that does not apply.",
        ),
    ),
    "E926": Message(
        ERROR,
        PLAIN,
        Wording(
            "Her står formlen »{written}« og ikke et svar.",
            "Here is the formula “{written}” and no answer.",
        ),
        Wording(
            "Skriv selve svaret. Skal det begynde med =, + eller -, så sæt en apostrof foran.",
            "Write the answer itself. If it is to begin with =, + or -, put an apostrophe before "
            "it.",
        ),
    ),
    "E927": Message(
        ERROR,
        PLAIN,
        Wording(
            "Her står »{written}«, som ikke er et svar.",
            "Here is “{written}”, which is no answer.",
        ),
        Wording(
            "Skriv svaret som tekst.",
            "Write the answer as text.",
        ),
    ),
    "E928": Message(
        ERROR,
        PLAIN,
        Wording(
            "Feltet er flettet sammen med andre, så det ikke ses, hvad der hører til hvilken "
            "række.",
            "The cell is merged with others, so that it is not seen what belongs to which row.",
        ),
        Wording(
            "Ophæv fletningen under Hjem > Flet og centrer, og skriv svaret i hver række.",
            "Unmerge it under Home > Merge & Center, and write the answer in each row.",
        ),
    ),
    "E929": Message(
        ERROR,
        PLAIN,
        Wording(
            "Feltet under »{heading}« er tømt, men i datafilen står der noget.",
            "The cell under “{heading}” was emptied, but the data file says something there.",
        ),
        Wording(
            "Skriv teksten igen; den står også under »{heading} sidst«. Skal en redegørelse helt "
            "væk, så slettes den i datafilen.",
            "Write the text again; it is also under “{heading} sidst”. An account that is to go "
            "altogether is deleted in the data file.",
        ),
    ),
    "E930": Message(
        ERROR,
        PLAIN,
        Wording(
            "Række-id'et »{id}« er ikke et af dem, der blev sendt ud.",
            "The row id “{id}” is none of those that were sent out.",
        ),
        Wording(
            "Skriv svaret i den række, det hører til, i den projektmappe, der blev sendt ud. Er "
            "det noget nyt, så slet id'et.",
            "Write the answer in the row that it belongs to in the workbook that was sent out. "
            "If it is something new, delete the id.",
        ),
    ),
    "E931": Message(
        ERROR,
        PLAIN,
        Wording(
            "Her står »{written}«, men efter sit skjulte id, »{id}«, er rækken en anden.",
            "Here is “{written}”, but by its hidden id, “{id}”, the row is another one.",
        ),
        Wording(
            "Er kun nogle af kolonnerne sorteret, så fortryd det, eller kopiér svarene over i "
            "den projektmappe, der blev sendt ud.",
            "If only some of the columns were sorted, undo that, or copy the answers to the "
            "workbook that was sent out.",
        ),
    ),
    "E932": Message(
        ERROR,
        PLAIN,
        Wording(
            "Rækken med id'et »{id}« står to gange, og de to siger ikke det samme.",
            "The row with the id “{id}” is there twice, and the two do not say the same.",
        ),
        Wording(
            "Slet den, der ikke gælder. Er den ene noget nyt, så skriv det i en tom række nederst.",
            "Delete the one that does not apply. If one is something new, write it in an empty "
            "row at the bottom.",
        ),
    ),
    "E933": Message(
        ERROR,
        PLAIN,
        Wording(
            "Her er en række, som der ikke er spurgt om.",
            "Here is a row that nobody asked about.",
        ),
        Wording(
            "Skriv svaret i den række, det hører til. Er det en bemærkning, så skriv den til "
            "den, der har sendt arket.",
            "Write the answer in the row that it belongs to. If it is a remark, write it to "
            "whoever sent the sheet.",
        ),
    ),
    "E934": Message(
        ERROR,
        PLAIN,
        Wording(
            "Feltet under »{heading}« er tomt, men det skal udfyldes, når noget nyt skrives i "
            "rækken.",
            "The cell under “{heading}” is empty, but must be filled in where something new is "
            "written in the row.",
        ),
        Wording(
            "Udfyld det, eller tøm rækken.",
            "Fill it in, or empty the row.",
        ),
    ),
    "E935": Message(
        ERROR,
        PLAIN,
        Wording(
            "»{number}« er ikke nummeret på et initiativ, som svaret gælder.",
            "“{number}” is not the number of an initiative that the answer is about.",
        ),
        Wording(
            "Skriv ét af disse: {known}.",
            "Write one of these: {known}.",
        ),
    ),
    "E936": Message(
        ERROR,
        PLAIN,
        Wording(
            "Linjen »{marker}« er slettet, så det ikke vides, hvor tilskuddene skal stå.",
            "The line “{marker}” was deleted, so that it is not known where the grants are to "
            "stand.",
        ),
        Wording(
            "Sæt den ind igen på en linje for sig selv. Et tilskud, der ikke længere gives, "
            "skrives der »udgår« ud for i arket »Tilskud«.",
            "Put it back on a line of its own. For a grant that is no more, write “udgår” beside "
            "it in the sheet “Tilskud”.",
        ),
    ),
    "E937": Message(
        ERROR,
        PLAIN,
        Wording(
            "Linjen »{marker}« er sat ind af programmet og hører ikke til her.",
            "The line “{marker}” was put in by the program and does not belong here.",
        ),
        Wording(
            "Slet den, eller ret den, så den siger det, den sagde: Hver liste over tilskud har "
            "sin egen linje.",
            "Delete it, or make it say what it said: each list of grants has a line of its own.",
        ),
    ),
    "E938": Message(
        ERROR,
        PLAIN,
        Wording(
            "Her står »{written}«, men det lovede er også skrevet som noget, der udgår.",
            "Here is “{written}”, but the promise is also written as one that is dropped.",
        ),
        Wording(
            "Slet det ene.",
            "Delete one of the two.",
        ),
    ),
    "E939": Message(
        ERROR,
        PLAIN,
        Wording(
            "Feltet under »{heading}« er tomt, men »{other}« er udfyldt.",
            "The cell under “{heading}” is empty, but “{other}” is filled in.",
        ),
        Wording(
            "Skriv både tallet, og hvornår det er målt.",
            "Write both the figure, and when it was measured.",
        ),
    ),
    "W910": Message(
        WARNING,
        PLAIN,
        Wording(
            "Teksten under »{heading}« er ændret, men den er kun til læsning, og ændringen er "
            "ikke taget med.",
            "The text under “{heading}” was changed, but it is only to be read, and the change "
            "was not taken.",
        ),
        Wording(
            "Spørg den, der svarede, om datafilen skal rettes.",
            "Ask whoever answered whether the data file is to be changed.",
        ),
    ),
    "W911": Message(
        WARNING,
        PLAIN,
        Wording(
            "Rækken til initiativ {number}, »{what}«, er slettet, så der er intet svar på den.",
            "The row of initiative {number}, “{what}”, was deleted, so that there is no answer to "
            "it.",
        ),
        Wording(
            "Slettes noget i arket, bliver det stående i datafilen. Spørg den, der svarede, om det "
            "skal væk.",
            "What is deleted in the sheet stays in the data file. Ask whoever answered whether it "
            "is to go.",
        ),
    ),
    "W912": Message(
        WARNING,
        PLAIN,
        Wording(
            "Det, der står under »{heading}« her, læses ikke.",
            "What is under “{heading}” here is not read.",
        ),
        Wording(
            "Er det en del af svaret, så flyt det til det felt, det hører til.",
            "If it is a part of the answer, move it to the cell that it belongs to.",
        ),
    ),
    "W913": Message(
        WARNING,
        PLAIN,
        Wording(
            "Arket »{sheet}« er ikke et af dem, der blev sendt ud, og læses ikke.",
            "The sheet “{sheet}” is none of those that were sent out, and is not read.",
        ),
        Wording(
            "Er det en del af svaret, så flyt det til de felter, det hører til.",
            "If it is a part of the answer, move it to the cells that it belongs to.",
        ),
    ),
    "W914": Message(
        WARNING,
        PLAIN,
        Wording(
            "Her er en kommentar til feltet, som ikke læses.",
            "Here is a comment on the cell, which is not read.",
        ),
        Wording(
            "Er den en del af svaret, så skriv den i feltet.",
            "If it is a part of the answer, write it in the cell.",
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
            "Er det et svar på denne plan, så angiv de data, det er dannet af, fx »--base "
            "build/runde/grundlag.yaml«. Ellers hører det til en anden plan.",
            "If it answers this plan, name the data that it was made of, as in “--base "
            "build/runde/grundlag.yaml”. Else it belongs to another plan.",
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
            "Der er hverken et regneark af det navn eller regneark i en mappe af det navn.",
            "There is neither a workbook of that name nor workbooks in a folder of that name.",
        ),
        Wording(
            "Angiv den mappe, som svarene er gemt i.",
            "Name the folder in which the answers are saved.",
        ),
    ),
    "W915": Message(
        WARNING,
        PLAIN,
        Wording(
            "Arket har billeder, figurer eller tekstfelter, som ikke læses.",
            "The sheet has pictures, shapes or text boxes, which are not read.",
        ),
        Wording(
            "Er de en del af svaret, så skriv det, de viser, i felterne.",
            "If they are a part of the answer, write what they show in the cells.",
        ),
    ),
}
