"""What can be wrong with an earlier version of the data: E7."""

from statusnote.diagnostics.language import Wording
from statusnote.diagnostics.messages.message import ERROR, PLAIN, Message

MESSAGES: dict[str, Message] = {
    "E701": Message(
        ERROR,
        PLAIN,
        Wording(
            "Der er hverken en fil eller en udgave i git af det navn.",
            "There is neither a file nor a version in git of that name.",
        ),
        Wording(
            "Angiv en fil, en dato som @2025-05-01 eller en udgave i git, fx HEAD~3 eller et tag.",
            "Name a file, a date (@2025-05-01), or a version in git, such as HEAD~3 or a tag.",
        ),
    ),
    "E702": Message(
        ERROR,
        PLAIN,
        Wording(
            "Filen findes ikke i den udgave.",
            "The file does not exist in that version.",
        ),
        Wording(
            "Angiv en nyere udgave eller en fil med de gamle data.",
            "Name a later version, or a file with the old data.",
        ),
    ),
    "E703": Message(
        ERROR,
        PLAIN,
        Wording(
            "Der er ingen fil af det navn, og {input} ligger ikke i et git-projekt, som kunne "
            "have den udgave.",
            "There is no file of that name, and {input} is not in a git repository that could "
            "have that version.",
        ),
        Wording(
            "Angiv en fil, eller hent projektet med »git clone«.",
            "Name a file, or get the project with “git clone”.",
        ),
    ),
    "E704": Message(
        ERROR,
        PLAIN,
        Wording(
            "Der er ingen fil af det navn, og git, som har de tidligere udgaver, er ikke "
            "installeret.",
            "There is no file of that name, and git, which has the earlier versions, is not "
            "installed.",
        ),
        Wording(
            "Angiv en fil, eller installér git, fx med »apt-get install git« eller »brew install "
            "git«.",
            "Name a file, or install git, with “apt-get install git” or “brew install git”.",
        ),
    ),
    "E705": Message(
        ERROR,
        PLAIN,
        Wording(
            "Udgaven er ikke i denne kopi af projektet, som kun har den nyeste del af historikken.",
            "The version is not in this clone, which has only the latest part of the history.",
        ),
        Wording(
            "Er navnet rigtigt, så hent resten med »git fetch --unshallow --tags«, eller skriv "
            "»fetch-depth: 0« under actions/checkout, hvis det er et CI-job.",
            "If the name is right, get the rest with “git fetch --unshallow --tags”, or, in a CI "
            "job, write “fetch-depth: 0” under actions/checkout.",
        ),
    ),
    "E706": Message(
        ERROR,
        PLAIN,
        Wording(
            "Projektet har ingen udgave, der er så gammel.",
            "The project has no version that is so old.",
        ),
        Wording(
            "Angiv en senere dato eller en fil med de gamle data.",
            "Name a later date, or a file with the old data.",
        ),
    ),
    "E707": Message(
        ERROR,
        PLAIN,
        Wording(
            "Det er ikke en dato, der findes.",
            "That is not a date that exists.",
        ),
        Wording(
            "Skriv @ og så datoen med år, måned og dag, fx @2025-05-01.",
            "Write @ and the date by its year, month and day, such as @2025-05-01.",
        ),
    ),
    "E709": Message(
        ERROR,
        PLAIN,
        Wording(
            "Git kan ikke læse den udgave.",
            "Git cannot read that version.",
        ),
        Wording(
            "Kør »{detail}« i den mappe, hvor data ligger, og følg det, git skriver.",
            "Run “{detail}” in the folder of the data, and do what git says.",
        ),
    ),
    "E710": Message(
        ERROR,
        PLAIN,
        Wording(
            "Notatets skrifttyper har ikke »{characters}« fra den ældre udgave, som derfor ikke "
            "kan vises i PDF-filen.",
            "The note's fonts do not have “{characters}” of the older version, which the PDF "
            "therefore cannot show.",
        ),
        Wording(
            "Gem den ældre udgave som en ny fil, skriv det dér med bogstaver og tegn, som de har, "
            "og giv filen til »--since«.",
            "Save the older version as a new file, write it there with letters and signs that they "
            "have, and give that file to “--since”.",
        ),
    ),
    "E711": Message(
        ERROR,
        PLAIN,
        Wording(
            "Git har ingen udgaver af filen at vise: {reason}.",
            "Git has no versions of the file to show: {reason}.",
        ),
        Wording(
            "Angiv udgaverne selv, fx »statusnote history 2024.yaml 2025.yaml«, eller vælg andre "
            "med »--since« og »--every«.",
            "Name the versions yourself, as in “statusnote history 2024.yaml 2025.yaml”, or choose "
            "others with “--since” and “--every”.",
        ),
    ),
}
