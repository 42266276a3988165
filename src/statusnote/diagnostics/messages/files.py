"""What can be wrong with a file: E1 as it is read, before it is YAML; E6 as it is written."""

from statusnote.diagnostics.language import Wording
from statusnote.diagnostics.messages.message import ERROR, FILE_UNREAD, PLAIN, Message

MESSAGES: dict[str, Message] = {
    "E101": Message(
        ERROR,
        PLAIN,
        Wording(
            "Filen findes ikke.",
            "There is no such file.",
        ),
        Wording(
            "Kontrollér navnet, eller kør kommandoen fra projektets mappe. En ny plan begyndes med "
            "»statusnote init«.",
            "Check the name, or run this from the project's folder. A new plan is begun with "
            "“statusnote init”.",
        ),
    ),
    "E102": Message(
        ERROR,
        PLAIN,
        Wording(
            "Det er en mappe og ikke en fil.",
            "It is a folder and not a file.",
        ),
        Wording(
            "Angiv selve filen, fx data/initiatives.yaml.",
            "Name the file itself, such as data/initiatives.yaml.",
        ),
    ),
    "E103": Message(
        ERROR,
        PLAIN,
        Wording(
            "Filen kan ikke læses: {reason}.",
            "The file cannot be read: {reason}.",
        ),
        Wording(
            "Kontrollér navnet, og at du har adgang til filen.",
            "Check its name, and that you have access to it.",
        ),
    ),
    "E104": Message(
        ERROR,
        PLAIN,
        Wording(
            "Filen er ikke gemt som UTF-8; det første tegn, der ikke kan læses, står her "
            "(byte 0x{byte}).",
            "The file is not saved as UTF-8; the first character that cannot be read is here "
            "(byte 0x{byte}).",
        ),
        Wording(
            "Vælg »Gem som« i dit program, og vælg tegnkodningen UTF-8.",
            "Choose “Save as” in your program, and the encoding UTF-8.",
        ),
    ),
    "E105": Message(
        ERROR,
        PLAIN,
        Wording(
            "Filen er tom eller har kun bemærkninger.",
            "The file is empty or has only remarks.",
        ),
        Wording(
            "Hent den seneste udgave af filen frem igen. En ny plan begyndes med "
            "»statusnote init«.",
            "Get its latest version back. A new plan is begun with “statusnote init”.",
        ),
    ),
    "E106": Message(
        ERROR,
        PLAIN,
        Wording(
            "Filen fylder mere end {limit} MB.",
            "The file is larger than {limit} MB.",
        ),
        Wording(
            "Kontrollér, at det er den rigtige fil.",
            "Check that it is the right file.",
        ),
    ),
    "E107": Message(
        ERROR,
        FILE_UNREAD,
        Wording(
            "Her står et usynligt tegn, U+{number}, som ikke må stå i filen.",
            "There is an invisible character here, U+{number}, which the file must not hold.",
        ),
        Wording(
            "Slet tegnet, eller skriv linjen forfra.",
            "Delete it, or write the line anew.",
        ),
    ),
    "E108": Message(
        ERROR,
        PLAIN,
        Wording(
            "Filen er ikke gemt som UTF-8, men ser ud til at være gemt som Windows-1252: "
            "Her står »{character}« som byte 0x{byte}.",
            "The file is not saved as UTF-8, but looks as if it were saved as Windows-1252: "
            "“{character}” is here as byte 0x{byte}.",
        ),
        Wording(
            "Vælg »Gem som« i dit program, og vælg tegnkodningen UTF-8.",
            "Choose “Save as” in your program, and the encoding UTF-8.",
        ),
    ),
    "E109": Message(
        ERROR,
        PLAIN,
        Wording(
            "Filen ser ud til at være gemt som UTF-16 og ikke som UTF-8.",
            "The file looks as if it were saved as UTF-16 and not as UTF-8.",
        ),
        Wording(
            "Vælg »Gem som« i dit program, og vælg tegnkodningen UTF-8.",
            "Choose “Save as” in your program, and the encoding UTF-8.",
        ),
    ),
    "E110": Message(
        ERROR,
        FILE_UNREAD,
        Wording(
            "Her er to udgaver af teksten stødt sammen, og git har ladet dem begge stå.",
            "Two versions of the text have met here, and git has left both.",
        ),
        Wording(
            "Behold den rigtige, og slet den anden og linjerne med <<<<<<<, ======= og >>>>>>>.",
            "Keep the right one; delete the other and the lines of <<<<<<<, ======= and >>>>>>>.",
        ),
    ),
    "E111": Message(
        ERROR,
        PLAIN,
        Wording(
            "Filen er en PDF eller en webside og ikke en datafil.",
            "The file is a PDF or a web page and no data file.",
        ),
        Wording(
            "Er den et notat fra statusnote, så hent dens data med »statusnote extract {input} "
            "--output data.yaml«.",
            "If it is a note by statusnote, get its data with “statusnote extract {input} "
            "--output data.yaml”.",
        ),
    ),
    "E112": Message(
        ERROR,
        PLAIN,
        Wording(
            "Filen er et dokument i formatet {format} og ikke en datafil.",
            "The file is a document in the format {format} and no data file.",
        ),
        Wording(
            "Angiv datafilen, fx data/initiatives.yaml. Skal dokumentets indhold med, så åbn "
            "dokumentet, og kopiér teksten ind i datafilen.",
            "Name the data file, such as data/initiatives.yaml. If the document's text is to be in "
            "it, open the document, and copy the text into the data file.",
        ),
    ),
    "E113": Message(
        ERROR,
        PLAIN,
        Wording(
            "Der er ingen fil af det navn; det er en udgave i git.",
            "There is no file of that name; it is a version in git.",
        ),
        Wording(
            "Skriv »git show {input} | statusnote {command} -«.",
            "Write “git show {input} | statusnote {command} -”.",
        ),
    ),
    "E114": Message(
        ERROR,
        PLAIN,
        Wording(
            "Der er ingen plan i mappen.",
            "There is no plan in the folder.",
        ),
        Wording(
            "Angiv planens fil eller en anden mappe. En mappe står for de YAML-filer, der ligger "
            "direkte i den, og for hver data/initiatives.yaml i den eller i mapperne under den.",
            "Name the plan's file, or another folder. A folder stands for the YAML files that lie "
            "directly in it, and for each data/initiatives.yaml in it or in the folders below it.",
        ),
    ),
    "E115": Message(
        ERROR,
        PLAIN,
        Wording(
            "Mappen kan ikke læses: {reason}.",
            "The folder cannot be read: {reason}.",
        ),
        Wording(
            "Få adgang til den, eller angiv andre mapper eller filer. Der kan være planer eller "
            "skabeloner i den, som ellers mangler.",
            "Get access to it, or name other folders or files. There may be plans or templates in "
            "it that would be missing.",
        ),
    ),
    "E601": Message(
        ERROR,
        PLAIN,
        Wording(
            "Filen kunne ikke skrives: {reason}.",
            "The file could not be written: {reason}.",
        ),
        Wording(
            "En tidligere udgave er urørt. Ret fejlen, og kør kommandoen igen.",
            "An earlier version is untouched. Put it right, and run the command again.",
        ),
    ),
    "E602": Message(
        ERROR,
        PLAIN,
        Wording(
            "PDF-filen kan ikke dannes, fordi et systembibliotek mangler: {detail}.",
            "The PDF cannot be made, since a system library is missing: {detail}.",
        ),
        Wording(
            "{cure} De andre former kan dannes uden, fx med »--format html«.",
            "{cure} The other forms can be made without it, for example with “--format html”.",
        ),
    ),
    "E603": Message(
        ERROR,
        PLAIN,
        Wording(
            "Notatet ville overskrive {input}, som det dannes af.",
            "The note would overwrite {input}, which it is made of.",
        ),
        Wording(
            "Angiv en anden fil efter --output.",
            "Name another file after --output.",
        ),
    ),
    "E604": Message(
        ERROR,
        PLAIN,
        Wording(
            "Data ville overskrive {input}, som de hentes fra.",
            "The data would overwrite {input}, which they are taken from.",
        ),
        Wording(
            "Angiv en anden fil efter --output.",
            "Name another file after --output.",
        ),
    ),
    "E605": Message(
        ERROR,
        PLAIN,
        Wording(
            "Filen findes allerede, og en ny plan overskriver intet.",
            "The file exists already, and a new plan overwrites nothing.",
        ),
        Wording(
            "Begynd planen i en anden mappe, fx med »statusnote init min-plan«.",
            "Begin the plan in another folder, for example with “statusnote init my-plan”.",
        ),
    ),
    "E606": Message(
        ERROR,
        PLAIN,
        Wording(
            "To planers notater ville få det samme navn, »{name}«.",
            "The notes on two plans would have the same name, “{name}”.",
        ),
        Wording(
            "Omdøb den ene fil eller dens mappe, eller dan dem hver for sig med hver sit --output.",
            "Rename one of the files or its folder, or render each by itself with an --output of "
            "its own.",
        ),
    ),
    "E607": Message(
        ERROR,
        PLAIN,
        Wording(
            "Notatet ville få det samme navn som siden med alle planerne, »{name}«.",
            "The note would have the same name as the page of all plans, “{name}”.",
        ),
        Wording(
            "Omdøb filen eller dens mappe, eller dan notatet for sig selv.",
            "Rename the file or its folder, or render the note by itself.",
        ),
    ),
}
