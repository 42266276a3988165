"""The facts that the real plan restates, written down once more, to compare the data with.

`said` are the words and figures that an account must hold; `due` the dates of its milestones.
"""

from dataclasses import dataclass

TITLE = "Status for initiativer i handlingsplan mod partnervold og partnerdrab 2023-2026"
AGREEMENT = (
    "aftalen om udmøntning af reserven til foranstaltninger på social-, sundheds- og "
    "arbejdsmarkedsområdet for 2023-2026"
)
MINISTRIES = {
    "SBM": ("Social- og Boligministeriet", [3, 4, 5, 9, 10, 13, 14, 15, 17, 20]),
    "JM": ("Justitsministeriet", [19, 21, 23, 24, 25, 26]),
    "LIGE": ("Ligestillingsafdelingen", [6, 7, 8, 12, 22]),
    "SUM": ("Indenrigs- og Sundhedsministeriet", [1, 2, 11]),
    "UIM": ("Udlændinge- og Integrationsministeriet", [1, 2, 18]),
    "BUVM": ("Børne- og Undervisningsministeriet", [16]),
}
STATUSES = {
    "Initiativet er gennemført.": [1, 10, 12, 14, 15, 16, 17, 19, 21, 24, 25],
    "Initiativet er delvist gennemført.": [26],
    "Initiativet er igangværende.": [6, 7, 9, 11, 13, 18, 20, 22, 23],
    "Initiativet forløber planmæssigt.": [3, 4, 5],
    "Initiativet afsluttes i 2025.": [2],
    "Initiativet er ikke gennemført i 2024.": [8],
}
RESERVE_FINANCED = [1, 2, 3, 5, 6, 7, 9, 10, 11, 13, 17, 19, 20, 22]
SECTIONS = {
    "Vold er et samfundsansvar – koordinering og tidlig opsporing": range(1, 9),
    "Der skal handles – tidlig og effektiv indsats": range(9, 19),
    "Voldscirklen skal brydes – større fokus på voldsudøveren": range(19, 27),
}


@dataclass(frozen=True)
class Fact:
    """What one initiative says."""

    title: str
    said: tuple[str, ...] = ()
    grants: tuple[tuple[str, str], ...] = ()
    due: tuple[str, ...] = ()


FACTS = {
    1: Fact(
        "Udvikling af et systematisk opsporingsredskab til sundhedspersonale i mødet med gravide "
        "og nybagte forældre",
        (
            "Sundhedsstyrelsen",
            "Nationalt Center mod Æresrelaterede Konflikter (MÆRK)",
            "Styrelsen for International Rekruttering og Integration",
            "fagligt grundlag",
            "gravide samt kommende og nybagte forældre",
            "sundhedsplejen",
            "svangreomsorgen",
            "almen praksis",
            "www.sst.dk/vold",
            "decembernummeret af Månedsskrift for Almen Praksis",
            "omkring 2.500 praktiserende læger",
            "to artikler",
            "omkring 400 eksemplarer",
            "5.400 håndbøger",
            "2.600 til almen praksis",
        ),
    ),
    2: Fact(
        "Opkvalificeringsforløb af sundhedspersonale om opsporing og håndtering af vold mod "
        "gravide og nybagte forældre",
        (
            "Sundhedsstyrelsen",
            "MÆRK",
            "Styrelsen for International Rekruttering og Integration",
            "Københavns Professionshøjskole (KP)",
            "VIA University College (VIA)",
            "I 2024 blev der holdt 12 grundkurser med 644 deltagere",
            "november 2024 til februar 2025",
            "5 overbygningsmoduler på hver 2 kursusdage med 178 deltagere",
            "København, Odense, Aarhus, Slagelse og Aalborg",
            "sundhedsplejersker og jordemødre",
            "i januar og februar 2025",
            "etnisk minoritetsbaggrund i udsatte positioner",
            "æresrelaterede konflikter",
            "4 grundkurser i 2025",
            "60 deltagere",
            "positive",
            "PLO’s efteruddannelse",
            "virtuelle læringsmoduler med casemateriale",
            "Månedsskrift for Almen Praksis",
            "to artikler",
            "to podcasts",
            "omkring 800",
            "omkring 850",
            "i slutningen af 2025",
        ),
        due=("2025", "2025", "slutningen af 2025"),
    ),
    3: Fact(
        "Kommunale beredskaber til opsporing og håndtering af vold i nære relationer",
        ("podcastserie", "kommuner og fagpersoner", "offentliggjort i 2025"),
        due=("2025",),
    ),
    4: Fact(
        "Partnerskab til bekæmpelse af vold i nære relationer og partnerdrab (2023-2026)",
        (
            "Omkring 20 aktører",
            "myndigheder, civilsamfund og videninstitutioner",
            "tre møder",
            "tematiske møder",
        ),
    ),
    5: Fact("Videreførelse og styrkelse af Lev Uden Vold"),
    6: Fact(
        "En national oplysningsindsats om partnervold",
        (
            "Lead Agency",
            "Ligestillingsafdelingen",
            "’Ser du, når kærlighed er voldelig?’",
            "2. april 2025",
            "pårørende, venner og kolleger",
            "psykisk vold",
            "følgegruppe",
            "Danner, LOKK, Lev Uden Vold, Mandecentret og Dialog mod Vold",
            "serduvolden.dk",
        ),
    ),
    7: Fact(
        "Undersøgelse om udviklingen i forekomsten af partnervold i Danmark (2025-2026)",
        (
            "19. juni 2024",
            "Partnerskab til bekæmpelse af vold i nære relationer og partnerdrab",
            "offentliggjort i 2026",
        ),
        due=("2026",),
    ),
    8: Fact(
        "Landsdækkende årlig kreativ konkurrence til forebyggelse af kærestevold blandt unge",
        (
            "Bryd Tavsheden",
            "Ligestillingsafdelingen",
            "gennem en årrække",
            "udskolingen",
            "ungdomsuddannelserne",
            "film, musik, tekster eller billeder",
            "50.000 kr.",
            "omskiftning",
            "2024",
        ),
    ),
    9: Fact(
        "Pulje til styrkelse af ambulante forløb til voldsudsatte voksne",
        ("Social- og Boligstyrelsen", "23. november 2023", "til og med den 31. december 2026"),
        (
            ("RED Center mod æresrelaterede konflikter", "2.830.850 kr."),
            ("Odense Kommune", "3.628.580 kr."),
            ("Projekt Q-Værk", "4.300.000 kr."),
        ),
        ("2026-12-31",),
    ),
    10: Fact(
        "Tilskud til Danners og Projekt Q-Værks ambulante tilskud til voldsudsatte kvinder",
        (
            "Social- og Boligstyrelsen",
            "driftstilskud i 2025",
            "forløber som planlagt",
            "direkte tilskud",
            "rådgivnings- og netværkstilbud i København",
            "udløb i 2023",
        ),
        (("Danner", "7.400.000 kr."), ("Projekt Q-Værk", "500.000 kr.")),
    ),
    11: Fact(
        "Målrettet støtte og behandlingstilbud til voldsudsatte gravide og nybagte forældre i "
        "sundhedssystemet",
        (
            "Sundhedsstyrelsen",
            "familieambulatorier",
            "til ultimo 2026",
            "MÆRK",
            "landets fem familieambulatorier",
            "etnisk minoritetsbaggrund",
            "samarbejdsaftaler",
            "Region Syd, Region H og Region Midt",
            "Rambøll",
            "foreligge ultimo 2026",
        ),
        (
            ("Region Hovedstaden", "4,5 mio. kr."),
            ("Region Syddanmark", "4,8 mio. kr."),
            ("Region Midtjylland", "6,7 mio. kr."),
        ),
        ("ultimo 2026", "ultimo 2026"),
    ),
    12: Fact(
        "Ligestilling af krisecentertilbud til voldsudsatte mænd",
        (
            "enigt Folketing",
            "4. april 2024",
            "Lov om ligestilling af krisecentertilbud",
            "1. juli 2024",
        ),
    ),
    13: Fact(
        "Pulje til indsatser for børn og unge, der er vokset op med vold i hjemmet",
        ("Social- og Boligstyrelsen", "13. december 2023", "31. december 2026"),
        (
            ("Børn og Unges Trivsel", "3.484.555 kr."),
            ("Foreningen Den Boligsociale Fond", "1.499.326 kr."),
            ("Kvindecenterfonden Dannerhuset", "3.112.481 kr."),
            ("Ringsted Kommune", "475.149 kr."),
            ("Kolding Kommune", "1.419.489 kr."),
        ),
        ("2026-12-31",),
    ),
    14: Fact(
        "Styrket beskyttelse af børn ift. forældremyndighed og samvær",
        (
            "Lov om ændring af forældreansvarsloven (Styrkelse af barnets ret til begge forældre, "
            "herunder barnets bedste ved samarbejdschikane og forældrefremmedgørelse, og "
            "forældreansvar for forældre, der er dømt for gentagen vold i nære relationer)",
            "1. januar 2025",
        ),
    ),
    15: Fact(
        "Mulighed for iværksættelse af psykologbehandling af børn ved kun én forældres samtykke",
        (
            "5. april 2024",
            "Ændring af lov om social service og forskellige andre love (Ligestilling af "
            "krisecentertilbud til mænd m.v.)",
            "fysisk eller psykisk vold i nære relationer",
            "forældremyndighedsindehaver",
        ),
    ),
    16: Fact(
        "Bedre beskyttelse af børn, der har ophold på krisecenter og skifter skole",
        ("1. januar 2025", "folkeskoleloven", "op til 6 måneder"),
    ),
    17: Fact(
        "Guide – Den rette hjælp til børn og pårørende til partnerdrab",
        ("Social- og Boligstyrelsen", "september 2024"),
    ),
    18: Fact(
        "Udvidelse af voldsbestemmelsen i udlændingeloven",
        ("10. april 2025", "1. juli 2025"),
        due=("2025-07-01",),
    ),
    19: Fact(
        "Kriterier for prøveløsladelse af indsatte, der er dømt for partnervold eller partnerdrab",
        (
            "Vejledning om løsladelse af dømte, der udstår fængselsstraf",
            "løsladelsesvejledningen",
            "1. januar 2024",
            "partnervold, partnerdrab eller forsøg på det",
            "utilrådighedsvurderingen",
            "ikke en betingelse",
            "kriminalforsorgens",
            "2026",
        ),
        due=("2026",),
    ),
    20: Fact(
        "Landsdækkende ambulant behandling af voldsudøvere og deres familier",
        (
            "Social- og Boligstyrelsen har i 2025 udmøntet et driftstilskud",
            "fysisk eller psykisk vold",
            "Dialog mod Volds ambulante behandling",
            "1.800.000 kr. øremærket",
            "digital rådgivning og behandling",
            "10.600.000 kr.",
            "landsdækkende",
            "samarbejde med politiet",
            "forløber som planlagt",
        ),
        (("Askovfonden", "13.000.000 kr."),),
    ),
    21: Fact(
        "Dansk Stalking Centers behandlingskapacitet styrkes",
        ("fra 2024 og frem", "1,9 mio. kr.", "§ 11.11.01.40"),
    ),
    22: Fact(
        "En national sikkerhedsvejledning om digital sikkerhed og stalkerware",
        ("i 2024", "Dansk Stalking Center (DSC)", "krisecentre", "lanceres i 2025", "300.000 kr."),
        due=("2025",),
    ),
    23: Fact(
        "Strafreform sætter hårdere ind overfor vold",
        ("inden sommerferien 2025", "personfarlig kriminalitet"),
        due=("inden sommerferien 2025",),
    ),
    24: Fact(
        "Styrket opfølgning på vold i hjemmet, når politiet har været ude til voldsepisoder i "
        "hjemmet",
        ("flerårsaftalen om politiets og anklagemyndighedens økonomi 2021-2023", "it-løsning"),
    ),
    25: Fact(
        "Styrket indsats i politiet over for ofre for vold i nære relationer",
        (
            "Alle politikredse fik i 2021 tværfaglige specialiserede teams",
            "beredskab, efterforskning og lokalpoliti",
            "civile nøglepersoner",
            "traumer",
            "strategisk og operativt niveau",
            "Rigspolitiet",
            "politigarantier",
        ),
    ),
    26: Fact(
        "Viden om relationen mellem offer og gerningsperson samt om drab i Danmark, herunder "
        "partnerdrab",
        (
            "Rigspolitiets Koncern IT hvert år data til Danmarks Statistik",
            "Rigspolitiet afventer Danmarks Statistiks resultater",
            "januar 2024",
            "’Drab i Danmark 2017-2021’",
        ),
    ),
}
