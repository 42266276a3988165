"""The mail that a workbook is sent with: a draft, which the coordinator looks through and sends."""

from collections.abc import Iterator, Mapping
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256

from statusnote import danish
from statusnote.answers import questions
from statusnote.answers.request import Request

# The media types of what is attached, by the endings of the files.
TYPES = {
    "xlsx": ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "ics": ("text", "calendar"),
}


def made(request: Request, attached: Mapping[str, bytes]) -> bytes:
    """The mail for *request* (RFC 5322) with what is *attached*, by the names of the files.

    It says `X-Unsent`, by which Outlook opens it as a draft. It has no sender, recipient, date and
    identifier: nobody is known, and a program gives it these when it is sent.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _subject(request)
    message["X-Unsent"] = "1"
    body = "\n".join(_body(request, attached))
    message.set_content(body, cte="quoted-printable")
    for name, content in attached.items():
        maintype, subtype = TYPES[name.rpartition(".")[2]]
        message.add_attachment(content, maintype=maintype, subtype=subtype, filename=name)
    message.set_boundary(f"=_{sha256(b''.join([body.encode(), *attached.values()])).hexdigest()}")
    return message.as_bytes()


def _subject(request: Request) -> str:
    what = "Til læsning" if request.is_for_reading else "Bidrag"
    return f"{what}: {request.plan.title}{request.by_when and f' – svar{request.by_when}'}"


def _body(request: Request, attached: Mapping[str, bytes]) -> Iterator[str]:
    yield f"Til {request.plan.ministries[request.party]}"
    yield ""
    yield from _reading(request) if request.is_for_reading else _asking(request)
    if calendar := next((name for name in attached if name.endswith(".ics")), None):
        yield ""
        yield f"{calendar} har fristerne og kan åbnes i Outlook eller en anden kalender."


def _reading(request: Request) -> Iterator[str]:
    yield f"Vedhæftet er {request.workbook} om »{request.plan.title}«."
    yield (
        "Der skal ikke svares på noget: Regnearket viser det, I er fælles med andre om, og som en "
        "anden svarer på. Er noget forkert, så skriv det i et svar på denne mail."
    )
    yield ""
    yield from _listed(questions.READING.name, request)


def _asking(request: Request) -> Iterator[str]:
    as_of = danish.plain(danish.day(request.plan.as_of))
    yield f"Det næste notat, »{request.plan.title}«, opgøres pr. {as_of}."
    yield (
        f"Vedhæftet er regnearket {request.workbook} om {request.contents}: det, der stod sidst, "
        "og felter til det nye."
    )
    yield ""
    yield f"Send regnearket tilbage som svar på denne mail{request.by_when}."
    yield ""
    yield "Sådan gør I:"
    yield f"1. Åbn {request.workbook}, og læs det første ark, »{questions.INSTRUCTIONS}«."
    yield "2. Ret og skriv i de hvide felter. Det, der stadig er rigtigt, bliver stående."
    yield "3. Gem regnearket under samme navn, og send det tilbage."
    if request.overdue:
        yield ""
        yield f"Fristen er overskredet ({len(request.overdue)}):"
        yield from (f"- {each}" for each in request.overdue)
        yield "Hvad blev der af det? Svar i arket »Milepæle«."
    yield ""
    yield f"Det drejer sig om disse {request.plan.terms.initiatives}:"
    yield from _listed(questions.STATUS.name, request)


def _listed(sheet: str, request: Request) -> Iterator[str]:
    """The initiatives of a *sheet*: `- 9: Pulje til forsøg (igangværende)`."""
    yield from (f"- {row.number}: {row.texts['title']}" for row in request.rows[sheet])
