"""What can be wrong across the fields of a plan: E4 and W4."""

from statusnote.diagnostics.language import Wording
from statusnote.diagnostics.messages.message import ERROR, PLAIN, SILENCEABLE, WARNING, Message

OF_ALL_INITIATIVES = SILENCEABLE._replace(waits_for_errors=True)

MESSAGES: dict[str, Message] = {
    "E401": Message(
        ERROR,
        PLAIN,
        Wording(
            "Nummeret {number} bruges to gange.",
            "The number {number} is used twice.",
        ),
        Wording(
            "Giv det ene af dem et andet nummer.",
            "Give one of the two another number.",
        ),
    ),
    "E402": Message(
        ERROR,
        PLAIN._replace(for_want_of=("ministries",)),
        Wording(
            "»{code}« er ikke nævnt blandt forkortelserne øverst i filen.",
            "“{code}” is not among the codes at the top of the file.",
        ),
        Wording(
            "Ret forkortelsen, eller tilføj den øverst med sit navn. De kendte forkortelser er "
            "{known}. Flere skrives [SUM, UIM].",
            "Correct the code, or add it at the top with its name. The known codes are {known}. "
            "Several ministries are written [SUM, UIM].",
        ),
    ),
    "E403": Message(
        ERROR,
        PLAIN._replace(for_want_of=("ministries", "statuses")),
        Wording(
            "»{placeholder}« udfyldes ikke i indledningen.",
            "“{placeholder}” is not filled in in the introduction.",
        ),
        Wording(
            "Kun {{antal}} udfyldes, og det med antallet af alle, og med en status, en ansvarligs "
            "forkortelse eller et tegn efter sig med antallet af dem: {{antal gennemført}}, "
            "{{antal SBM}}, {{antal *}}. Skriv alt andet uden {{ og }}.",
            "Only {{antal}} is filled in, with the number of all, and with a status, the code of "
            "who is responsible or a mark behind it with the number of those: {{antal "
            "gennemført}}, {{antal SBM}}, {{antal *}}. Write all else without {{ and }}.",
        ),
    ),
    "E405": Message(
        ERROR,
        PLAIN,
        Wording(
            "»{code}« er nævnt to gange som ansvarlig eller medvirkende.",
            "“{code}” is named twice as responsible or taking part.",
        ),
        Wording(
            "Slet den ene forkortelse.",
            "Delete one code.",
        ),
    ),
    "E406": Message(
        ERROR,
        PLAIN,
        Wording(
            "Her bliver {{antal}} ikke til et tal; det gør det kun i indledningen.",
            "{{antal}} does not become a figure here, but only in the introduction.",
        ),
        Wording(
            "Skriv teksten uden {{antal}}.",
            "Write the text without {{antal}}.",
        ),
    ),
    "E407": Message(
        ERROR,
        PLAIN,
        Wording(
            "Her begynder et punkt med »{mark}« i et afsnit, hvor punkter løber sammen til én "
            "tekst.",
            "An item begins with “{mark}” here in a paragraph, where items run together into one "
            "text.",
        ),
        Wording(
            "Skriv »- list:« (eller »- numbered_list:«) på linjen over punkterne, giv hvert punkt "
            "en linje for sig under den, rykket ind, som begynder med »- «, og slet »{mark}«.",
            "Write “- list:” (or “- numbered_list:”) on the line above the items, give each item a "
            "line of its own under it, indented, that begins with “- ”, and delete “{mark}”.",
        ),
        Wording(
            "Giv hvert punkt en linje for sig (Alt+Enter), som begynder med »• «, og slet "
            "»{mark}«.",
            "Give each item a line of its own (Alt+Enter) that begins with “• ”, and delete "
            "“{mark}”.",
        ),
    ),
    "E408": Message(
        ERROR,
        PLAIN,
        Wording(
            "Status »{phrase}« er den samme som »{first}«, bortset fra store bogstaver og "
            "mellemrum.",
            "The status “{phrase}” is the same as “{first}”, but for capitals and spaces.",
        ),
        Wording(
            "Slet den ene, og skriv den anden ens alle steder.",
            "Delete one, and write the other alike everywhere.",
        ),
    ),
    "W401": Message(
        WARNING,
        OF_ALL_INITIATIVES,
        Wording(
            "Her springer numrene fra {before} til {number}.",
            "The numbers jump from {before} to {number} here.",
        ),
        Wording(
            "Mangler der et initiativ, så sæt det ind. Er et nummer forkert, så ret det.",
            "If an initiative is missing, put it in. If a number is wrong, correct it.",
        ),
    ),
    "W402": Message(
        WARNING,
        OF_ALL_INITIATIVES,
        Wording(
            "Intet initiativ nævner »{code}«.",
            "No initiative names “{code}”.",
        ),
        Wording(
            "Slet linjen, hvis »{code}« ikke længere har nogen.",
            "Delete the line, if “{code}” has none any more.",
        ),
    ),
    "W403": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "To initiativer har samme titel.",
            "Two initiatives have the same title.",
        ),
        Wording(
            "Er det ene en kopi, så slet det eller ret titlen.",
            "If one is a copy, delete it, or correct its title.",
        ),
    ),
    "W404": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "Tilskuddet til »{recipient}« står to gange i initiativet.",
            "The grant to “{recipient}” appears twice in the initiative.",
        ),
        Wording(
            "Er det det samme tilskud, så slet det ene; ellers tæller det dobbelt i summen.",
            "If it is the same grant, delete one; otherwise it counts twice in the sum.",
        ),
    ),
    "W405": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "Initiativet er gennemført, men milepælen »{what}« skulle være nået senest den "
            "{last} og står stadig åben.",
            "The initiative is completed, but its milestone “{what}” was due by "
            "{last} and is still open.",
        ),
        Wording(
            "Er den nået, så skriv det med what, due og met. Ellers ret status eller dato.",
            "If it was met, say so with what, due and met. If not, correct the status or date.",
        ),
        Wording(
            "Er den nået, så skriv dagen under »Indfriet« i arket »Milepæle«. Er den udskudt, "
            "så skriv det nye tidspunkt under »Flyttet til«. Ellers ret status.",
            "If it was met, write the day under “Indfriet” in the sheet “Milepæle”. If it was "
            "put off, write the new date under “Flyttet til”. If neither, correct the status.",
        ),
    ),
    "W406": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "Året {year} ligger uden for planens periode, {first}-{last}.",
            "The year {year} lies outside the plan's period, {first}-{last}.",
        ),
        Wording(
            "Ret årstallet, eller ret perioden øverst i filen.",
            "Correct the year, or the period at the top of the file.",
        ),
        Wording(
            "Ret årstallet, eller ret perioden i datafilen.",
            "Correct the year, or the period in the data file.",
        ),
    ),
    "W407": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "Milepælen »{what}« er lovet til to forskellige tidspunkter: {first} og {due}.",
            "The milestone “{what}” is promised for two dates: {first} and {due}.",
        ),
        Wording(
            "Behold det rigtige. Er milepælen udskudt, så skriv det gamle tidspunkt under "
            "moved_from.",
            "Keep the right one. If the milestone was put off, write the old date under "
            "moved_from.",
        ),
        Wording(
            "Slet den nye række. Er milepælen udskudt, så skriv det nye tidspunkt under "
            "»Flyttet til« i den gamle.",
            "Delete the new row. If the milestone was put off, write the new date under "
            "“Flyttet til” in the old one.",
        ),
    ),
    "W408": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "Milepælen »{what}« skulle være nået senest den {last}, før notatets dato, og står "
            "stadig åben.",
            "The milestone “{what}” was due by {last}, before the note's date, and is still open.",
        ),
        Wording(
            "Er den nået, så skriv det med what, due og met. Er den udskudt, så skriv det nye "
            "tidspunkt under due og det gamle under moved_from.",
            "If it was met, say so with what, due and met. If it was put off, write the new date "
            "under due and the old one under moved_from.",
        ),
        Wording(
            "Er den nået, så skriv dagen under »Indfriet« i arket »Milepæle«. Er den udskudt, "
            "så skriv det nye tidspunkt under »Flyttet til«.",
            "If it was met, write the day under “Indfriet” in the sheet “Milepæle”. If it was "
            "put off, write the new date under “Flyttet til”.",
        ),
    ),
    "W409": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "Ifølge teksten forventes der stadig noget i {year}, men det år var forbi på notatets "
            "dato, og ingen milepæl nævner det.",
            "The text still expects something in {year}, but that year was over on the note's "
            "date, and no milestone names it.",
        ),
        Wording(
            "Skriv, hvad det blev til, eller tilføj milepælen under milestones.",
            "Write what became of it, or add the milestone under milestones.",
        ),
        Wording(
            "Skriv, hvad det blev til, eller tilføj milepælen i arket »Milepæle«.",
            "Write what became of it, or add the milestone in the sheet “Milepæle”.",
        ),
    ),
    "W410": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "Notatets dag, {day}, ligger hverken i planens periode, {first}-{last}, eller i året "
            "efter.",
            "The note's day, {day}, lies neither in the plan's period, {first}-{last}, nor in the "
            "year after it.",
        ),
        Wording(
            "Ret dagen i as_of, eller ret perioden.",
            "Correct the day in as_of, or the period.",
        ),
    ),
    "W411": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "Initiativet skulle være afsluttet i {year}, som er forbi på notatets dag.",
            "The initiative was to end in {year}, which is over on the note's day.",
        ),
        Wording(
            "Er det afsluttet, så skriv gennemført. Ellers ret årstallet, og skriv i redegørelsen, "
            "at det er udskudt.",
            "If it has ended, write gennemført. If not, correct the year, and say in the account "
            "that it was put off.",
        ),
    ),
    "W412": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "Antallet er skrevet direkte i teksten: »{written}«.",
            "The number is written in the text: “{written}”.",
        ),
        Wording(
            "Skriv {{antal}} i stedet for tallet, så passer det altid.",
            "Write {{antal}} instead of the figure, and it is always right.",
        ),
    ),
    "W413": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "Status nævner et tidspunkt, der senest var den {last}, før notatets dag.",
            "The status names a time that was {last} at the latest, before the note's day.",
        ),
        Wording(
            "Er det sket, så giv initiativet en anden status. Ellers ret tidspunktet, og skriv i "
            "redegørelsen, at det er udskudt.",
            "If it has happened, give the initiative another status. If not, correct the time, and "
            "say in the account that it was put off.",
        ),
    ),
    "E409": Message(
        ERROR,
        PLAIN._replace(for_want_of=("marks",)),
        Wording(
            "Tegnet »{mark}« er ikke forklaret under »marks« øverst i filen.",
            "The mark “{mark}” is not explained under “marks” at the top of the file.",
        ),
        Wording(
            "Ret tegnet, eller skriv øverst, hvad det betyder, som »  {mark}: Ny i planen«.",
            "Correct the mark, or write at the top what it means, as in “  {mark}: Ny i planen”.",
        ),
    ),
    "E410": Message(
        ERROR,
        PLAIN,
        Wording(
            "Planen har både »sections« og »initiatives«.",
            "The plan has both “sections” and “initiatives”.",
        ),
        Wording(
            "Har planen dele, så flyt initiativerne ind under dem. Ellers slet »sections«.",
            "If the plan has sections, move the initiatives under them. If not, delete “sections”.",
        ),
    ),
    "W414": Message(
        WARNING,
        OF_ALL_INITIATIVES,
        Wording(
            "Intet initiativ har tegnet »{mark}«.",
            "No initiative has the mark “{mark}”.",
        ),
        Wording(
            "Slet linjen, hvis tegnet ikke bruges mere.",
            "Delete the line, if the mark is not used any more.",
        ),
    ),
    "W415": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "Notatet er opgjort pr. {day}, men datoen over titlen er {date}, som er før.",
            "The note speaks for {day}, but the date above its title, {date}, is before that.",
        ),
        Wording(
            "Ret as_of, eller ret date under head.",
            "Correct as_of, or date under head.",
        ),
    ),
    "W416": Message(
        WARNING,
        SILENCEABLE,
        Wording(
            "»{written}« er efter den {day}, som notatet er opgjort pr., men står som noget, der "
            "er sket.",
            "“{written}” is after {day}, which the note speaks for, but is written as something "
            "that has happened.",
        ),
        Wording(
            "Ret datoen, eller ret as_of. Er det ikke sket endnu, så skriv det først, når det er.",
            "Correct the date, or as_of. If it has not happened yet, write it when it has.",
        ),
        Wording(
            "Ret datoen, eller ret as_of i datafilen. Er det ikke sket endnu, så tøm feltet.",
            "Correct the date, or as_of in the data file. If it has not happened yet, empty "
            "the cell.",
        ),
    ),
}
