"""What a plan's file may say."""

from contextlib import suppress
from datetime import date
from importlib import import_module
from itertools import chain, islice
from math import floor
from typing import Annotated, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError, PydanticOmit

from statusnote import danish
from statusnote.diagnostics.suggestions import closest
from statusnote.later import waiting
from statusnote.plan.field_types import (
    LISTED,
    SOME,
    Code,
    Day,
    Due,
    FormatNumber,
    InitiativeNumber,
    Kroner,
    LineText,
    MeaningWord,
    Measure,
    More,
    ParagraphText,
    Phrase,
    Reading,
    Required,
    Sentence,
    Sign,
    StatusPhrase,
    Truth,
    Year,
    Years,
    some,
)
from statusnote.plan.scalars import (
    FORMATS,
    Figure,
    fixed,
    read_amount,
)
from statusnote.plan.statuses import (
    EVERY_PHRASE,
    LOOKS,
    USUAL,
    Statuses,
    StatusKind,
    Takes,
)
from statusnote.reading.nodes import MappingNode, ScalarNode, SequenceNode, Vocabulary

# Of importlib.metadata, pydantic asks for plugins, unless they are off, when a model is first used.
with waiting("importlib.metadata"), suppress(ImportError):
    import_module("pydantic.plugin._loader")

ENOUGH = 20_000  # errors, each counted at every level it stands in: more take time and room
# In the introduction, it becomes the number of initiatives, or of those of a status, of a ministry,
# or with an asterisk: `{antal}`, `{antal gennemført}`, `{antal SBM}`, `{antal *}`.
COUNT = r"\{antal(?: (?P<of>[^{}]+))?\}"


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @model_validator(mode="wrap")
    @classmethod
    def _until_enough_is_wrong(
        cls, value: object, read: ModelWrapValidatorHandler[Self], info: ValidationInfo
    ) -> Self:
        """Leave out of its list what stands behind ENOUGH errors; *info* counts those so far."""
        reading: Reading = info.context or Reading()
        if reading.errors > ENOUGH:
            raise PydanticOmit
        try:
            return read(value)
        except ValidationError as error:
            reading.errors += error.error_count()
            raise


class Grant(_Strict):
    """A recipient and an amount in kroner; `recipient: amount` in the file."""

    recipient: LineText = Field(
        description="Modtageren af tilskuddet.", examples=["Bakkeby Kommune"]
    )
    amount: Kroner = Field(
        description="Hele kroner (3.628.580), tusinder (500 t.kr.), millioner (4,5 mio.) eller "
        "milliarder (1,2 mia.).",
        examples=["1.250.000", "2,4 mio.", "500 t.kr."],
    )

    @model_validator(mode="before")
    @classmethod
    def _from_short_form(cls, value: object) -> object:
        recipient, amount = _pair(value, "E319")
        return {"recipient": recipient, "amount": amount}


class Milestone(_Strict):
    """Something promised by a date; `what: due` is its short form."""

    what: LineText = Field(description="Det lovede.", examples=["Vejledningen er udsendt"])
    due: Due = Field(
        description="Hvornår det er lovet, så præcist som det vides: 31. december 2026, juli 2025, "
        "2025, ultimo 2026, 1. kvartal 2026, 2. halvår 2026, efteråret 2025, inden udgangen af "
        "2025, inden sommerferien 2025 eller løbende.",
        examples=["31. december 2027", "2027-12-31", "juni 2027", "ultimo 2027", "løbende"],
    )
    met: Day | None = Field(
        default=None,
        description="Den dag, det lovede blev indfriet. Udelades, til det er sket.",
        examples=["2026-06-12", "12. juni 2026"],
    )
    moved_from: Annotated[tuple[Due, ...], LISTED] = Field(
        default=(),
        description="De tidligere tidspunkter, hvis det lovede er udskudt: [2024, primo 2025].",
        examples=[["primo 2026"], "2025"],
    )

    @model_validator(mode="before")
    @classmethod
    def _from_short_form(cls, value: object) -> object:
        if isinstance(value, MappingNode) and {"what", "due"} & value.keys():
            return value
        if isinstance(value, MappingNode) and len(value) > 1:
            for key in filter(("met", "moved_from").__contains__, value):
                raise PydanticCustomError("E324", "", {"key": key})
        what, due = _pair(value, "E320")
        return {"what": what, "due": due}

    @property
    def last_day(self) -> date | None:
        """The last day that *due* can mean, if it is one at all."""
        return danish.last_day(self.due)

    def is_met(self, as_of: date) -> bool:
        """Whether it was met on the day *as_of*; what was met later was still open then."""
        return self.met is not None and self.met <= as_of

    def is_overdue(self, as_of: date) -> bool:
        """Whether it was open on the day *as_of*, and the last day that it can mean was past."""
        return self.last_day is not None and self.last_day < as_of and not self.is_met(as_of)

    @property
    def moved(self) -> str:
        """`flyttet fra 2025`, or nothing."""
        return danish.moved(self.moved_from) if self.moved_from else ""

    @property
    def sentence(self) -> str:
        """`Rapporten foreligger: juni 2026 (flyttet fra 2025)`."""
        met = f"indfriet {danish.day(self.met)}" if self.met else ""
        beside = "; ".join(filter(None, (self.moved, met)))
        return f"{self.what}: {danish.due(self.due)}" + (f" ({beside})" if beside else "")


class Indicator(_Strict):
    """What is measured, to see whether the initiative has its effect."""

    name: LineText = Field(
        description="Det, der måles: andel kvinder, der kender tilbuddet.",
        examples=["Andel af børn, der går eller cykler til skole"],
    )
    unit: LineText | None = Field(
        default=None, description="Enheden: pct., kvinder, dage. Kan udelades.", examples=["pct."]
    )
    baseline: Measure | None = Field(
        default=None,
        description="Udgangspunktet, dengang planen begyndte. Kan udelades.",
        examples=["42"],
    )
    target: Measure | None = Field(
        default=None, description="Målet. Kan udelades.", examples=["60"]
    )
    latest: Measure | None = Field(
        default=None,
        description="Det, der er målt senest. Udelades, til der er målt.",
        examples=["47,5"],
    )
    measured: Due | None = Field(
        default=None,
        description="Hvornår der er målt senest, så præcist som det vides.",
        examples=["maj 2027"],
    )

    @model_validator(mode="before")
    @classmethod
    def _measured_once(cls, value: object) -> object:
        if isinstance(value, MappingNode):
            given = [key for key in ("latest", "measured") if value.value(key) is not None]
            if len(given) == 1:
                other = {"latest": "measured", "measured": "latest"}[given[0]]
                raise PydanticCustomError("E337", "", {"key": value.key(given[0]), "other": other})
        return value

    @property
    def progress(self) -> int | None:
        """How much of the way from the baseline to the target is done, in whole percent.

        It is never rounded up: what is not reached is not 100. None where that can't be said.
        """
        if not (self.baseline and self.target and self.latest):
            return None
        way = self.target.value - self.baseline.value
        return floor((self.latest.value - self.baseline.value) * 100 / way) if way else None

    @property
    def stand(self) -> str:
        """`42 pct. (marts 2025); udgangspunkt 35 pct.; mål 60 pct.; 28 pct. af vejen`."""
        measured = f"{self._with_unit(self.latest)} ({danish.due(self.measured or '')})"
        said = (
            measured if self.latest else "endnu ikke målt",
            self.baseline and f"udgangspunkt {self._with_unit(self.baseline)}",
            self.target and f"mål {self._with_unit(self.target)}",
            self._how_far,
        )
        return "; ".join(filter(None, said))

    @property
    def sentence(self) -> str:
        """`Andel, der kender tilbuddet: 42 pct. (marts 2025); mål 60 pct.`"""
        return f"{self.name}: {self.stand}"

    @property
    def _how_far(self) -> str:
        if self.progress is None:
            return ""
        if self.progress < 0:
            return "længere fra målet end ved udgangspunktet"
        if self.progress >= ALL_THE_WAY:
            return "målet er nået"
        return f"{self.progress}{danish.NO_BREAK}pct. af vejen"

    def _with_unit(self, figure: Figure | None) -> str:
        written = figure.written if figure else ""
        return f"{written}{danish.NO_BREAK}{self.unit}" if self.unit else written


ALL_THE_WAY = 100  # percent


class Part(_Strict):
    """A part of an initiative that has a status of its own; `title: status` is its short form."""

    number: InitiativeNumber | None = Field(
        default=None,
        description="Delens nummer: 1.1 eller 1a. Kan udelades.",
        examples=["1.1", "1a"],
    )
    title: LineText = Field(
        description="Titlen på delen.", examples=["Kryds ved de ti største skoler"]
    )
    status: StatusPhrase = Field(
        description="Delens status, én af dem, initiativer kan have.",
        examples=["igangværende", "afsluttes i 2027"],
    )

    @model_validator(mode="before")
    @classmethod
    def _from_short_form(cls, value: object) -> object:
        if isinstance(value, MappingNode) and {"number", "title", "status"} & value.keys():
            return value
        title, status = _pair(value, "E338")
        return {"title": title, "status": status}

    @property
    def heading(self) -> str:
        """`1.1 Uddannelse`, or `Uddannelse` where it has no number."""
        return f"{danish.ordinal(self.number)} {self.title}" if self.number else self.title


def _pair(value: object, code: str) -> tuple[object, object]:
    if not isinstance(value, MappingNode) or len(value) != 1:
        raise PydanticCustomError(code, "")
    return next(iter(value.items()))


def _is_amount(value: str) -> bool:
    try:
        read_amount(fixed(value))
    except ValueError:
        return False
    return True


class Block(_Strict):
    """A part of an account: a paragraph, or one list."""

    paragraph: ParagraphText | None = Field(
        default=None,
        description="Et afsnit. Links skrives [www.sst.dk/vold](https://www.sst.dk/vold) og kursiv "
        "*lovens titel*.",
        examples=["Vejledningen *Langsomt forbi skolen* er sendt til alle kommuner."],
    )
    grants: Annotated[tuple[Grant, ...], SOME] = Field(
        default=(),
        description="Penge, der er givet til en modtager: »modtager: beløb«, én for hver "
        "bindestreg.",
    )
    list: Annotated[tuple[ParagraphText, ...], SOME] = Field(
        default=(),
        description="En liste med punkter, ét for hver bindestreg.",
        examples=[["skiltning", "bump"]],
    )
    numbered_list: Annotated[tuple[ParagraphText, ...], SOME] = Field(
        default=(),
        description="En liste med nummererede punkter, ét for hver bindestreg. Numrene skriver "
        "programmet selv.",
        examples=[["Kommunerne melder tilbage.", "Vejledningen rettes til."]],
    )

    @model_validator(mode="before")
    @classmethod
    def _from_short_form(cls, value: object) -> object:
        if not isinstance(value, MappingNode):
            return {"paragraph": value}
        for key, item in some(value).items():
            if key not in LISTS and isinstance(item, ScalarNode) and _is_amount(item):
                raise PydanticCustomError("E316", "", {"key": key})
            if key not in LISTS:
                raise PydanticCustomError("E310" if key else "E307", "", {"key": key})
        if len(value) > 1:
            raise PydanticCustomError("E333", "", {"keys": "«, »".join(value)})
        return value

    @property
    def texts(self) -> tuple[str, ...]:
        """Its paragraph, or the items of its list, each with a sign before it that tells which."""
        if self.paragraph is not None:
            return (self.paragraph,)
        return (*(f"• {item}" for item in self.list), *(f"# {item}" for item in self.numbered_list))


LISTS = ("grants", "list", "numbered_list")  # the parts of an account that are no paragraph


class Initiative(_Strict):
    """One row of the note."""

    number: InitiativeNumber = Field(
        description="Initiativets nummer: 9, 1.1, 1a eller A.1. Det må ikke genbruges.",
        examples=["9", "1.1", "1a", "A.1"],
    )
    title: LineText = Field(
        description="Titlen på initiativet.", examples=["Pulje til ombygning af kryds ved skoler"]
    )
    ministries: Annotated[tuple[Code, ...], SOME, LISTED] = Field(
        description="De ansvarlige ministeriers forkortelser: [SBM] eller [SUM, UIM]. Nøglen må "
        "også hedde parties.",
        examples=[["VEJ"], ["VEJ", "SKO"]],
    )
    participants: Annotated[tuple[Code, ...], SOME, LISTED] = Field(
        default=(),
        description="Forkortelserne for de øvrige, der medvirker uden at være ansvarlige: [KL]. "
        "Kan udelades.",
        examples=["KL", ["KL", "DR"]],
    )
    reserve_financed: Truth = Field(
        default=False,
        description="»true«, hvis initiativet skal have en stjerne. Ellers udelades linjen.",
        examples=[True],
    )
    marks: Annotated[tuple[Sign, ...], SOME, LISTED] = Field(
        default=(),
        description="De tegn, initiativet skal have efter sin titel: [†]. Deres betydning står "
        "under »marks« øverst i filen. Kan udelades.",
        examples=["†"],
    )
    status: StatusPhrase = Field(
        description="Én af de faste vendinger eller af planens egne. Sætningen »Initiativet er …« "
        "skriver programmet selv.",
        examples=["igangværende", "afsluttes i 2027"],
    )
    account: tuple[Block, ...] = Field(
        default=(),
        description="Redegørelsen: ét afsnit eller én liste for hver bindestreg. Kan udelades.",
    )
    parts: Annotated[tuple[Part, ...], SOME] = Field(
        default=(),
        description="Initiativets dele, hver med sin egen status: »titel: status«, én for hver "
        "bindestreg. Kan udelades.",
    )
    budget: Annotated[dict[Year, Kroner], SOME] = Field(
        default={},
        description="De penge, der er afsat, år for år: »2025: 4,5 mio.«. De lægges aldrig sammen "
        "med tilskud. Kan udelades.",
        examples=[{"2026": "4,5 mio.", "2027": "500 t.kr."}],
    )
    indicators: Annotated[tuple[Indicator, ...], SOME] = Field(
        default=(),
        description="Det, der måles, med udgangspunkt, mål og seneste tal. Kan udelades.",
    )
    milestones: tuple[Milestone, ...] = Field(
        default=(),
        description="Det, der er lovet til en bestemt tid: »det lovede: dato«. Bruges til at "
        "følge op og trykkes kun, hvis planen siger det. Kan udelades.",
    )
    more: More = Field(
        default={},
        description="Andet, som hører til initiativet: »nøgle: tekst«. Det trykkes kun, hvis "
        "planens egen skabelon gør det. Kan udelades.",
        examples=[{"kontakt": "Ida Holm, lokal 17"}],
    )


class Head(_Strict):
    """Who the note is from and to, and what else stands above its title, each where it is given."""

    recipient: LineText | None = Field(
        default=None,
        description="Den, notatet er til, fx et udvalg. Kan udelades.",
        examples=["Byrådets Udvalg for Børn og Trafik"],
    )
    sender: LineText | None = Field(
        default=None,
        description="Den, notatet er fra, fx et ministerium. Kan udelades.",
        examples=["Vejministeriet"],
    )
    date: Day | None = Field(
        default=None, description="Notatets dato. Kan udelades.", examples=["2026-09-10"]
    )
    case_number: LineText | None = Field(
        default=None, description="Sagsnummeret. Kan udelades.", examples=["2026-0417"]
    )
    contact: LineText | None = Field(
        default=None,
        description="Den, man kan spørge: navn, telefon, mail. Kan udelades.",
        examples=["Ida Holm, ida.holm@example.dk"],
    )


class Terms(_Strict):
    """What the plan calls its initiatives and those who are responsible."""

    initiative: LineText = Field(
        default="initiativ",
        description="Ét af planens initiativer: indsats. Kan udelades.",
        examples=["indsats"],
    )
    the_initiative: LineText = Field(
        default="initiativet",
        description="Det i bestemt form: indsatsen. Kan udelades.",
        examples=["indsatsen"],
    )
    initiatives: LineText = Field(
        default="initiativer",
        description="Flere af dem: indsatser. Kan udelades.",
        examples=["indsatser"],
    )
    party: LineText = Field(
        default="ansvarligt ministerie",
        description="Overskriften over de ansvarlige: ansvarlig forvaltning. Kan udelades.",
        examples=["ansvarlig forvaltning"],
    )

    @model_validator(mode="before")
    @classmethod
    def _of_all_forms(cls, value: object) -> object:
        if isinstance(value, MappingNode):
            missing = [form for form in FORMS_OF_INITIATIVE if value.value(form) is None]
            if 0 < len(missing) < len(FORMS_OF_INITIATIVE):
                raise PydanticCustomError("E334", "", {"missing": ", ".join(missing)})
        return value

    @property
    def part(self) -> str:
        """What one of its parts is called: `Delinitiativ`."""
        return f"Del{self.initiative}"

    @property
    def parts(self) -> str:
        """What its parts are called: `Delinitiativer`."""
        return f"Del{self.initiatives}"

    @property
    def counted(self) -> str:
        """What is counted, as a heading: `Initiativer`."""
        return danish.capitalized(self.initiatives)

    @property
    def columns(self) -> tuple[str, str, str]:
        """The headings of the note's table."""
        return danish.capitalized(self.initiative), danish.capitalized(self.party), "Status"


FORMS_OF_INITIATIVE = ("initiative", "the_initiative", "initiatives")


class Section(_Strict):
    """One part of a plan; its title is empty where the plan has no parts."""

    title: LineText = Field(description="Overskriften over delen.", examples=["Sikre veje"])
    initiatives: tuple[Initiative, ...] = Field(
        description="Delens initiativer, ét for hver bindestreg."
    )


class DeclaredStatus(_Strict):
    """What a plan says of one of its own statuses, by its phrase; `phrase: means` is short for it.

    `takes_date` stands before `sentence`, which is read by it.
    """

    means: MeaningWord = Field(
        description="Hvad statussen betyder: done, under way, on track, late, not begun eller "
        "stopped.",
        examples=["under way"],
    )
    takes_date: Truth = Field(
        default=False,
        description="true, hvis der står et tidspunkt efter vendingen: Forventes afsluttet juli "
        "2026. Udelades ellers.",
        examples=[True],
    )
    sentence: Sentence | None = Field(
        default=None,
        description="Den sætning, der indleder redegørelsen. {} bliver til statussen. Udelades "
        "den, er statussen selv sætningen; none betyder, at der ingen er.",
        examples=["Indsatsen {}."],
    )
    sign: Sign | None = Field(
        default=None,
        description="Det tegn, statussen har i overblikket. Udelades det, følger det betydningen.",
        examples=["◕"],
    )

    @model_validator(mode="before")
    @classmethod
    def _from_short_form(cls, value: object) -> object:
        return value if isinstance(value, MappingNode) else {"means": value}

    def kind(self, phrase: str) -> StatusKind:
        """The status of this *phrase*."""
        sign, colour = LOOKS[self.means]
        stop = "" if phrase.endswith((".", "!", "?", "…")) and not self.takes_date else "."
        return StatusKind(
            phrase,
            self.means,
            f"{{}}{stop}" if self.sentence is None else self.sentence,
            self.sign or sign,
            colour,
            Takes.DATE if self.takes_date else Takes.NOTHING,
        )


class Plan(_Strict):
    """The whole file."""

    format: FormatNumber = Field(
        default=FORMATS[0],
        description="Filens format. Kan udelades; format 1 er underforstået.",
        examples=["1"],
    )
    title: LineText = Field(
        description="Notatets overskrift.",
        examples=["Status for handlingsplan for trygge skoleveje 2026-2028"],
    )
    stamp: LineText | None = Field(
        default=None,
        description="Det, der står øverst til højre i notatet, fx »Offentligt«. Kan udelades.",
        examples=["Offentligt"],
    )
    head: Head = Field(
        default_factory=Head,
        description="Det, der står over notatets overskrift: modtager, afsender, dato, sagsnummer "
        "og kontakt. Kan udelades.",
    )
    as_of: Day = Field(
        description="Den dag, notatet er opgjort pr. Den trykkes ikke.",
        examples=["2026-09-01", "1. september 2026"],
    )
    period: Years = Field(
        description="Planens første og sidste år: 2023-2026.", examples=["2026-2028"]
    )
    print_numbers: Truth = Field(
        default=False,
        description="true, hvis initiativernes numre skal trykkes foran deres titler. Udelades "
        "ellers.",
        examples=[True],
    )
    print_milestones: Truth = Field(
        default=False,
        description="true, hvis milepælene skal trykkes i notatet, under hvert initiativs "
        "redegørelse. Udelades ellers.",
        examples=[True],
    )
    print_overview: Truth = Field(
        default=False,
        description="true, hvis der skal være et overblik bag indledningen: hvor mange initiativer "
        "der har hver status, og hvem de hører under. Udelades ellers.",
        examples=[True],
    )
    print_legend: Truth = Field(
        default=False,
        description="true, hvis forkortelserne og tegnene skal forklares under tabellen. Udelades "
        "ellers.",
        examples=[True],
    )
    publish_source: Truth = Field(
        default=False,
        description="true, hvis hele datafilen, også dens bemærkninger, skal følge med notatet som "
        "PDF og webside. Udelades ellers.",
        examples=[True],
    )
    approvals: Required | None = Field(
        default=None,
        description="required, hvis notatet skal være et udkast, til alle ansvarlige har godkendt "
        "deres del af planen med »statusnote approve«. Udelades ellers.",
        examples=["required"],
    )
    introduction: tuple[ParagraphText, ...] = Field(
        description="Indledningen, ét afsnit for hver bindestreg. {antal} bliver til antallet af "
        "initiativer, og {antal gennemført}, {antal SBM} og {antal *} til antallet med den status, "
        "under det ministerium og med en stjerne.",
        examples=[["Notatet viser, hvor langt man er nået med planens {antal} initiativer."]],
    )
    terms: Terms = Field(
        default_factory=Terms,
        description="Planens egne ord for initiativer og ansvarlige. Kan udelades.",
    )
    ministries: Annotated[dict[Code, LineText], SOME] = Field(
        description="Ministeriernes forkortelser og navne: »SBM: Social- og Boligministeriet«. Er "
        "de ansvarlige andre, må nøglen også hedde parties.",
        examples=[{"VEJ": "Vejministeriet", "SKO": "Skoleministeriet"}],
    )
    marks: Annotated[dict[Sign, LineText], SOME] = Field(
        default={},
        description="De tegn, et initiativ kan have efter sin titel, og hvad de betyder: »†: Ny i "
        "planen«. Kan udelades.",
        examples=[{"†": "Ny i planen"}],
    )
    statuses: Annotated[dict[Phrase, DeclaredStatus], SOME] = Field(
        default={},
        description="Planens egne statusser, hver med sin betydning: »Afsluttet: done«. De træder "
        "i stedet for de sædvanlige. Kan udelades.",
    )
    more: More = Field(
        default={},
        description="Andet, som hører til planen: »nøgle: tekst«. Det trykkes kun, hvis planens "
        "egen skabelon gør det. Kan udelades.",
        examples=[{"aftale": "Aftale om trygge skoleveje"}],
    )
    sections: Annotated[tuple[Section, ...], SOME] = Field(
        default=(), description="Planens dele, i den rækkefølge de skal stå."
    )
    initiatives: Annotated[tuple[Initiative, ...], SOME] = Field(
        default=(),
        description="Planens initiativer, hvis den ingen dele har. De står her i stedet for under "
        "»sections«.",
    )

    @model_validator(mode="after")
    def _has_initiatives(self) -> Self:
        if not self.sections and not self.initiatives:
            raise PydanticCustomError(NO_HOLDER, "")
        return self

    @property
    def all_sections(self) -> tuple[Section, ...]:
        """Its sections, or the one without a title that holds all initiatives of a plan without."""
        if not self.initiatives:
            return self.sections
        return (Section.model_construct(title="", initiatives=self.initiatives),)

    @property
    def signs(self) -> dict[str, str]:
        """The marks that initiatives may have, and what each means: `*` of the reserve first."""
        return {RESERVE: "Finansieret af reserven"} | self.marks

    @property
    def known_statuses(self) -> Statuses:
        """The statuses that it declares, or else the usual ones."""
        kinds = tuple(declared.kind(phrase) for phrase, declared in self.statuses.items())
        return Statuses(kinds) if kinds else USUAL


def with_ministries(plan: MappingNode) -> MappingNode:
    """*plan* with the key `ministries` wherever it says `parties`, which means the same.

    Where both stand, `parties` stays, and is unknown.
    """
    sections = plan.value("sections")
    holders = [plan, *(sections if isinstance(sections, SequenceNode) else ())]
    listed = [holder.value("initiatives") for holder in holders if isinstance(holder, MappingNode)]
    initiatives = (each for each in listed if isinstance(each, SequenceNode))
    for mapping in (plan, *chain.from_iterable(initiatives)):
        if isinstance(mapping, MappingNode) and PARTIES in mapping and MINISTRIES not in mapping:
            mapping.rename(PARTIES, MINISTRIES)
    return plan


PARTIES, MINISTRIES = "parties", "ministries"


def statuses_of(plan: MappingNode) -> Statuses:
    """The statuses that the nodes of a file declare, as far as that can be read."""
    declared = plan.value("statuses")
    unknown = islice((key for key in plan if key not in Plan.model_fields), MOST_UNKNOWN)
    if declared is None and "statuses" not in (closest(key, Plan.model_fields) for key in unknown):
        return USUAL
    if not isinstance(declared, MappingNode) or not declared:
        return Statuses((), frozenset({EVERY_PHRASE}))
    kinds, unclear = [], set()
    for phrase, value in ((fixed(key), value) for key, value in declared.items() if key.strip()):
        try:
            kinds.append(DeclaredStatus.model_validate(value).kind(phrase))
        except ValidationError:
            unclear.add(phrase)
    return Statuses(tuple(kinds), frozenset(unclear))


HOLDERS = ("sections", "initiatives")  # one of which a plan has
NO_HOLDER = "no_holder"  # the error of a plan that has neither
RESERVE = "*"  # the mark of what is financed of the reserve
MOST_UNKNOWN = 20  # keys of which it is asked whether another was meant


# The keys that a part of the file may have, and those that it must have, by the key that holds it.
PARTS: dict[str, type[BaseModel]] = {
    "": Plan,
    "head": Head,
    "terms": Terms,
    "sections": Section,
    "initiatives": Initiative,
    "parts": Part,
    "indicators": Indicator,
    "milestones": Milestone,
    "statuses": DeclaredStatus,
}
KNOWN_KEYS = {
    key: (*part.model_fields, *((PARTIES,) if MINISTRIES in part.model_fields else ()))
    for key, part in PARTS.items()
}
REQUIRED_KEYS = {
    key: tuple(name for name, field in part.model_fields.items() if field.is_required())
    for key, part in PARTS.items()
}
REQUIRED_KEYS[""] += HOLDERS  # one of the two
KEYS = {*LISTS, *(key for keys in KNOWN_KEYS.values() for key in keys)}
VOCABULARY = Vocabulary(KEYS, KNOWN_KEYS)
