"""The mail with a workbook, read back with the standard library."""

import email
from datetime import date
from email.message import EmailMessage
from email.policy import default

from support.round_plan import DATA, request, round_plan

from statusnote.answers import message
from statusnote.answers.request import Request

ATTACHED = {"VEJ.xlsx": b"PK\x03\x04\x00", "VEJ.ics": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"}
ASKING = """\
Til Vejministeriet

Det næste notat, »Status for en plan om cykling«, opgøres pr. 1. september 2026.
Vedhæftet er regnearket VEJ.xlsx om 2 initiativer, 2 dele, 4 milepæle, 3 tilskud og 2 indikatorer: \
det, der stod sidst, og felter til det nye.

Send regnearket tilbage som svar på denne mail senest den 1. oktober 2026.

Sådan gør I:
1. Åbn VEJ.xlsx, og læs det første ark, »Læs først«.
2. Ret og skriv i de hvide felter. Det, der stadig er rigtigt, bliver stående.
3. Gem regnearket under samme navn, og send det tilbage.

Fristen er overskredet (1):
- 1: Stierne er åbne, lovet til inden sommerferien 2026 (flyttet fra 2025)
Hvad blev der af det? Svar i arket »Milepæle«.

Det drejer sig om disse initiativer:
- 1: Flere stier
- 3a: Et tredje

VEJ.ics har fristerne og kan åbnes i Outlook eller en anden kalender.
"""
READING = """\
Til Læseministeriet

Vedhæftet er LÆS.xlsx om »Status for en plan om cykling«.
Der skal ikke svares på noget: Regnearket viser det, I er fælles med andre om, og som en anden \
svarer på. Er noget forkert, så skriv det i et svar på denne mail.

- 1: Flere stier
"""


def parsed(content: bytes) -> EmailMessage:
    found = email.message_from_bytes(content, policy=default)
    assert isinstance(found, EmailMessage)
    assert found.defects == []
    return found


def body(found: EmailMessage) -> str:
    text = found.get_body()
    assert text is not None
    return str(text.get_content()).replace("\r\n", "\n")


def test_a_party_is_asked_in_words_with_the_files_beside_them() -> None:
    asked = Request(round_plan(), "VEJ", date(2026, 10, 1), DATA, "VEJ")
    found = parsed(message.made(asked, ATTACHED))
    assert found["Subject"] == (
        "Bidrag: Status for en plan om cykling – svar senest den 1. oktober 2026"
    )
    assert found["X-Unsent"] == "1"
    assert not {"From", "To", "Date", "Message-ID"} & {*found.keys()}
    assert body(found) == ASKING
    attached = {part.get_filename(): part for part in found.iter_attachments()}
    assert {name: part.get_payload(decode=True) for name, part in attached.items()} == ATTACHED
    assert [part.get_content_type() for part in attached.values()] == [
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "text/calendar",
    ]


def test_who_only_reads_is_told_so() -> None:
    found = parsed(message.made(request("LÆS"), {"LÆS.xlsx": b""}))
    assert found["Subject"] == "Til læsning: Status for en plan om cykling"
    assert body(found) == READING
    assert [part.get_filename() for part in found.iter_attachments()] == ["LÆS.xlsx"]


def test_without_a_deadline_or_anything_overdue_neither_is_spoken_of() -> None:
    said = body(parsed(message.made(request("A/B"), {"A-B.xlsx": b""})))
    assert "senest" not in said
    assert "Fristen" not in said
    assert said.endswith("Det drejer sig om disse initiativer:\n- 2: =1+1\n")


def test_a_mail_is_made_of_lines_that_any_server_takes() -> None:
    made = message.made(request("VEJ"), ATTACHED)
    assert made == message.made(request("VEJ"), ATTACHED)
    assert made.isascii()
    assert made.count(b"\n") == made.count(b"\r\n")
    assert max(map(len, made.split(b"\r\n"))) <= 998  # RFC 5322, 2.1.1


def test_the_boundary_follows_from_what_it_divides() -> None:
    first, second = (message.made(request("VEJ"), {"VEJ.xlsx": each}) for each in (b"1", b"2"))
    boundaries = [parsed(each).get_boundary() for each in (first, second)]
    assert boundaries[0] != boundaries[1]
