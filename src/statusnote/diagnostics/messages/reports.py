"""What is said around problems: labels and counts, and with a note or a fault of our own."""

from statusnote.diagnostics.language import Wording
from statusnote.diagnostics.severity import Severity

LABELS = {
    Severity.ERROR: Wording("fejl", "error"),
    Severity.WARNING: Wording("advarsel", "warning"),
}
SEE_ALSO = Wording("se også", "see also")
GUESS = Wording("Mente du »{guess}«?", "Did you mean “{guess}”?")

# How one of them is counted, and how several are.
COUNTS = {
    Severity.ERROR: (
        Wording("{count} fejl", "{count} error"),
        Wording("{count} fejl", "{count} errors"),
    ),
    Severity.WARNING: (
        Wording("{count} advarsel", "{count} warning"),
        Wording("{count} advarsler", "{count} warnings"),
    ),
}
NO_ERRORS = Wording("Ingen fejl", "No errors")
AND = Wording("og", "and")
MORE_MAY_SHOW = Wording(
    "Flere kan vise sig, når dette er rettet.", "More may show once this is corrected."
)

SEE_WARNINGS = Wording("De ses med »{command}«.", "See them with “{command}”.")

PLANS_LEFT_OUT = Wording(
    "Udeladt på grund af fejl: {files}.", "Left out because of errors: {files}."
)
SEVERAL_CODES = Wording(
    "{name} har flere forkortelser: {uses}. --ministry med navnet tager dem alle med.",
    "{name} has several codes: {uses}. --ministry with the name takes them all.",
)
SEVERAL_NAMES = Wording(
    "Forkortelsen {code} står for flere: {uses}.", "The code {code} stands for several: {uses}."
)
IN_FILE = Wording("{what} i {file}", "{what} in {file}")
IN_FILES = Wording("{what} i {file} og andre", "{what} in {file} and others")

UNREAD_VERSION = Wording("Udgaven {version} kan ikke læses.", "Version {version} cannot be read.")
SAME_DAY = Wording(
    "Udeladt, fordi en senere udgave gælder den samme dag: {count}.",
    "Left out, since a later version speaks for the same day: {count}.",
)
OLDER_VERSIONS = Wording(
    "Udeladt, fordi højst {most} udgaver læses: {count} fra {first} til {last}. Vælg med --since "
    "eller --every, fx »--every month«.",
    "Left out, since at most {most} versions are read: {count} from {first} to {last}. Choose with "
    "--since or --every, for example “--every month”.",
)
OLDER_THAN_PAGE = Wording(
    "Udeladt af »Udvikling«, fordi højst {most} udgaver læses: {count} fra {first} til {last}. "
    "Angiv selv dem, der skal vises, hver efter sit --history.",
    "Left out of “Udvikling”, since at most {most} versions are read: {count} from {first} to "
    "{last}. Name those that are to be shown, each after a --history.",
)
SHALLOW_CLONE = Wording(
    "Der kan være ældre udgaver: Denne kopi af projektet har kun den nyeste del af historikken. "
    "Resten hentes med »git fetch --unshallow --tags«.",
    "There may be older versions: this clone has only the latest part of the history. Get the rest "
    "with “git fetch --unshallow --tags”.",
)

UNAPPROVED = Wording(
    "Notatet er et udkast, for planen kræver, at alle godkender, og her mangler det: {parties}. Se "
    "»{how}«.",
    "The note is a draft, since the plan asks all to approve, and these haven't: {parties}. See "
    "“{how}”.",
)
APPROVALS_UNKNOWN = Wording(
    "Notatet er et udkast, for planen kræver, at alle godkender: Godkendelserne står ved siden af "
    "datafilen, og her er data læst fra standard input.",
    "The note is a draft, since the plan asks all to approve: the approvals stand beside the data "
    "file, and here the data were read from standard input.",
)
APPROVED = Wording(
    "{party} har godkendt sin del af planen pr. {as_of}, nr. {numbers}.",
    "{party} has approved its part of the plan as of {as_of}, no. {numbers}.",
)
APPROVED_ALREADY = Wording(
    "{party} har allerede godkendt sin del af planen, som den er nu.",
    "{party} has already approved its part of the plan as it is now.",
)
APPROVALS_BEGUN = Wording(
    "Filen har nu en linje til hver: {parties}. Gem den i git, før nogen godkender.",
    "The file has a line for each now: {parties}. Commit it before anybody approves.",
)
APPROVALS_BEGUN_ALREADY = Wording(
    "{file} har allerede en linje til hver.", "{file} has a line for each already."
)

DUE_BEFORE_AS_OF = Wording(
    "Svarfristen, {deadline}, er før den dag, planen er opgjort pr., {as_of}. Er det en fejl, så "
    "slet filerne i {folder}, og spørg igen.",
    "The answers are due by {deadline}, before {as_of}, which the plan speaks for. If that is a "
    "mistake, delete the files in {folder}, and ask again.",
)

DATA_ATTACHED = Wording(
    "Notatet har hele datafilen med, også bemærkningerne; --no-source udelader den.",
    "The note holds the whole data file, remarks included; --no-source leaves it out.",
)
BOTH_DATA_ATTACHED = Wording(
    "Notatet har begge datafiler med, også den ældre og bemærkningerne; --no-source udelader dem.",
    "The note holds both data files, the older one and remarks included; --no-source leaves them "
    "out.",
)
PLAN_BEGUN = Wording(
    "Ret {data} til din egen plan, og dan notatet med »{command}«.",
    "Make {data} your own plan, and render its note with “{command}”.",
)
JOB_BEGUN = Wording(
    "Skriv i {job}, hvorfra pip henter statusnote: på linjen under »RET DENNE LINJE«.",
    "Say in {job} from where pip gets statusnote: on the line below “RET DENNE LINJE”.",
)
WRITTEN_IN_PART = Wording(
    "Det, der er modstrid om ({count}), er ikke skrevet.",
    "What conflicts ({count}) has not been written.",
)
WOULD_WRITE = Wording(
    "Intet er skrevet endnu. Med »--write« skrives det i {data}.",
    "Nothing has been written yet. With “--write”, it is written into {data}.",
)
IN_NEWEST_FORMAT = Wording(
    "{file} er i det nyeste format, {format}.", "{file} is in the newest format, {format}."
)
TEMPLATES_BESIDE = Wording(
    "Skabelonerne i {folder} er brugt.", "The templates in {folder} were used."
)
WATCHED = Wording(
    "Ændringer i data og skabeloner følges; Ctrl-C standser.",
    "Changes of data and templates are followed; Ctrl-C ends.",
)
RENDERED = Wording(
    "{time} Dannet på {seconds} sek.: {paths}", "{time} Rendered in {seconds} s: {paths}"
)
NOT_RENDERED = Wording(
    "{time} Intet er dannet; det seneste hele notat er urørt.",
    "{time} Nothing was rendered; the last whole note is untouched.",
)
VALIDATED = Wording("{time} Kontrolleret på {seconds} sek.", "{time} Validated in {seconds} s.")
PAGE = Wording("Notatet", "The note")  # as long as its own title isn't known
LAST_WHOLE_PAGE = Wording("Her er det seneste hele notat.", "This is the last whole note.")
NOT_FOLLOWED = Wording(
    "statusnote kører ikke længere, og siden følger ikke ændringer.",
    "statusnote doesn't run any more, and the page follows no changes.",
)
RENDERING = Wording("Notatet sættes op …", "The note is rendered …")
RENDERING_SEVERAL = Wording("Notaterne sættes op …", "The notes are rendered …")
ASKING = Wording("Regnearkene dannes …", "The workbooks are made …")
COLLECTING = Wording("Svarene læses …", "The answers are read …")
LAID_OUT = Wording("side {page} af ca. {pages} sættes op", "page {page} of about {pages} laid out")
PAINTED = Wording("side {page} af {pages} skrives", "page {page} of {pages} written")
OUR_FAULT = Wording(
    "Det er en fejl i statusnote og ikke i dine data. Meld den, og tag linjerne ovenfor og denne "
    "med:",
    "This is a fault in statusnote and not in your data. Report it, with the lines above and this "
    "one:",
)
