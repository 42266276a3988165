"""Why something cannot be done, as a detail of a problem that is itself worded."""

from enum import Enum

from statusnote.diagnostics.language import Wording


class Reason(Enum):
    """Why a file cannot be read or written, a template not filled in, or a version not found."""

    NO_ACCESS = Wording("du har ikke adgang", "you have no access")
    OPEN_ELSEWHERE = Wording(
        "den er åben i et andet program; luk den dér",
        "it is open in another program; close it there",
    )
    CLOSED = Wording("den er lukket", "it is closed")
    IS_FOLDER = Wording("det er en mappe og ikke en fil", "it is a folder and not a file")
    NOT_READ = Wording("modtageren læste ikke det hele", "its reader did not read it all")
    DISK_FULL = Wording("disken er fuld", "the disk is full")
    READ_ONLY = Wording("drevet er skrivebeskyttet", "the drive is read-only")
    NAME_TOO_LONG = Wording("navnet er for langt", "the name is too long")
    NOT_A_FOLDER = Wording(
        "en del af stien er en fil og ikke en mappe",
        "a part of the path is a file and not a folder",
    )
    NOT_A_NAME = Wording(
        "det er ikke et navn, en fil kan have", "it is not a name that a file can have"
    )
    OUTSIDE = Wording(
        "den ligger uden for mappen med skabeloner", "it lies outside the folder of templates"
    )
    NO_DOCX = Wording(
        "den er ikke gemt som Word-dokument (.docx)", "it is not saved as a Word document (.docx)"
    )
    MACROS = Wording("den har makroer", "it has macros")
    UNPACKS_TO_MUCH = Wording(
        "den fylder for meget, når den pakkes ud", "it unpacks to more than a document takes"
    )
    ENDLESS = Wording("den kalder sig selv uden ende", "it calls itself without end")
    NO_GIT = Wording("git er ikke installeret", "git is not installed")
    NO_REPOSITORY = Wording(
        "filen ligger ikke i et git-projekt", "the file is not in a git repository"
    )
    NOT_IN_GIT = Wording("filen er aldrig gemt i git", "the file was never committed")
    NO_TAG = Wording(
        "intet tag, der passer på »--every«, peger på en af dem",
        "no tag of the pattern behind “--every” points to one",
    )
    NONE_SO_NEW = Wording(
        "ingen er fra den dag, »--since« nævner, eller senere",
        "none is from the day that “--since” names, or later",
    )
    OTHER_VERSIONS = Wording(
        "den del, der blev godkendt, står ikke i nogen af de udgaver, git har",
        "the part that was approved is in none of the versions that git has",
    )
    NOT_AMONG_LAST = Wording(
        "den del, der blev godkendt, står ikke i nogen af de seneste udgaver i git",
        "the part that was approved is in none of the last versions in git",
    )
    SHALLOW = Wording(
        "denne kopi af projektet har kun den nyeste del af historikken",
        "this clone has only the latest part of the history",
    )
    GIT_FAILED = Wording("git kan ikke læse filens udgaver", "git cannot read the file's versions")


class Cure(Enum):
    """What to do about something, where that differs from one machine to another."""

    PANGO_BY_MAKE = Wording(
        "Skriv »make note«, som installerer det.", "Type “make note”, which installs it."
    )
    PANGO_ON_LINUX = Wording(
        "Installér Pango, fx med »apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
        "libharfbuzz-subset0« eller »dnf install pango«.",
        "Install Pango, for example with “apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
        "libharfbuzz-subset0” or “dnf install pango”.",
    )
    PANGO_ON_MACOS = Wording(
        "Installér Pango med »brew install pango«, og skriv »export "
        "DYLD_FALLBACK_LIBRARY_PATH=$(brew --prefix)/lib«, hvis det ikke findes.",
        "Install Pango with “brew install pango”, and type “export "
        "DYLD_FALLBACK_LIBRARY_PATH=$(brew --prefix)/lib” where it is not found.",
    )
    PANGO_ON_WINDOWS = Wording(
        "Installér MSYS2 i C:\\msys64, og skriv »pacman -S mingw-w64-ucrt-x86_64-pango« i dets "
        "terminal.",
        "Install MSYS2 in C:\\msys64, and type “pacman -S mingw-w64-ucrt-x86_64-pango” in its "
        "terminal.",
    )
