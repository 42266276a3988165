"""PDFs that are made to take long, or much memory, by whoever reads them."""

import zlib
from collections.abc import Callable

MB = 2**20
CATALOG = b"<</Type/Catalog/Pages 2 0 R/Metadata 4 0 R/Names<</EmbeddedFiles 5 0 R>>>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
SPECIFICATION = b"<</EF<</F 7 0 R>>>>"
XMP = b"""<x xmlns:n="https://statusnote.invalid/ns/note/1#"><n:state>final</n:state>
<n:version>1</n:version><n:templates>%s</n:templates></x>""" % (b"a" * 64)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    length = b"/Length %d" % len(content)
    return b"<<%s%s>>stream\n%s\nendstream" % (entries, length, content)


def packed(content: bytes, entries: bytes = b"") -> bytes:
    return stream(zlib.compress(content, 9), b"/Filter/FlateDecode" + entries)


def bomb(size: int, entries: bytes = b"") -> bytes:
    """A stream of *size* zeros."""
    packing = zlib.compressobj(9)
    parts = [packing.compress(bytes(MB)) for _ in range(size // MB)]
    return stream(b"".join((*parts, packing.flush())), b"/Filter/FlateDecode" + entries)


def tree(leaf: bytes = b"(initiatives.yaml)6 0 R", times: int = 1) -> bytes:
    return b"<</Names[%s]>>" % (leaf * times)


SIZE = b"/Params<</Size 8/CheckSum<00>>>"
GOOD = {
    1: CATALOG,
    2: PAGES,
    3: PAGE,
    4: stream(XMP),
    5: tree(),
    6: SPECIFICATION,
    7: packed(b"title: T", SIZE),
}


def file(objects: dict[int, bytes], size: int = 0, trailer: bytes = b"") -> bytes:
    """A PDF of *objects* by number, with a table of where they are."""
    parts, places, position = [b"%PDF-1.7\n"], {}, 9
    for number, content in objects.items():
        places[number] = position
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, content))
        position += len(parts[-1])
    last = max(objects) + 1
    entries = [
        b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n"
        for n in range(last)
    ]
    parts += [b"xref\n0 %d\n" % last, *entries]
    parts.append(b"trailer\n<</Root 1 0 R/Size %d%s>>\n" % (size or last, trailer))
    return b"".join((*parts, b"startxref\n%d\n%%%%EOF\n" % position))


def with_table(table: bytes, objects: dict[int, bytes]) -> bytes:
    """A PDF whose objects are all in streams, as the stream *table* says."""
    parts, position = [b"%PDF-1.7\n"], 9
    for number, content in objects.items():
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, content))
        position += len(parts[-1])
    return b"".join((*parts, b"9 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, position)))


def in_object_stream(objects: list[bytes]) -> bytes:
    """A PDF whose *objects*, from number 1, are in one stream."""
    places, position = [], 0
    for number, content in enumerate(objects, start=1):
        places.append(b"%d %d" % (number, position))
        position += len(content) + 1
    head = b" ".join(places) + b" "
    number = len(objects) + 1
    held = packed(
        b"%s%s" % (head, b" ".join(objects)),
        b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head)),
    )
    rows = [b"\0" * 7, *(_row(2, number, each) for each in range(len(objects))), _row(1, 9, 0)]
    table = packed(b"".join(rows), b"/Type/XRef/W[1 4 2]/Size %d/Root 1 0 R" % (number + 1))
    start = 9 + len(b"%d 0 obj\n%s\nendobj\n" % (number, held))
    return b"".join(
        (
            b"%%PDF-1.7\n%d 0 obj\n%s\nendobj\n" % (number, held),
            b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number + 1, table, start),
        )
    )


def _row(kind: int, second: int, third: int) -> bytes:
    return kind.to_bytes(1, "big") + second.to_bytes(4, "big") + third.to_bytes(2, "big")


def changed(**objects: bytes) -> bytes:
    """The good PDF, with other objects (`_5=…`)."""
    return file({**GOOD, **{int(name[1:]): each for name, each in objects.items()}})


ENTITIES = "<!DOCTYPE a [<!ENTITY b '{}'>]><a>{}</a>".format("b" * 9999, "&b;" * 9999)
ZEROS = b"[%s]" % (b"0 " * 90_000)
TABLE = b"/Type/XRef/W[1 4 2]/Root 1 0 R/Size "

# What is made to take long, by what is done in it.
CASES: dict[str, Callable[[], bytes]] = {
    "nothing but the beginning": lambda: b"%PDF-1.7\n",
    "truncated": lambda: file(GOOD)[:-300],
    "zeros behind the beginning": lambda: b"%PDF-1.7\n" + bytes(30 * MB),
    "digits without end": lambda: b"%PDF-1.7\n" + b"1" * 30 * MB,
    "digits at the end": lambda: file(GOOD) + b"startxref\n" + b"1" * 30 * MB,
    "10,000 attachments": lambda: changed(_5=tree(b"(note.json)6 0 R", 10_000)),
    "10,000 of ours": lambda: changed(_5=tree(times=10_000)),
    "50 of ours, each a bomb": lambda: changed(_5=tree(times=49), _7=bomb(63 * MB, SIZE)),
    "a leaf without a value": lambda: changed(_5=b"<</Names[(initiatives.yaml)]>>"),
    "names that are none": lambda: changed(_5=b"<</Names[1 2 3 4]>>"),
    "a tree that is its own branch": lambda: changed(_5=b"<</Kids[5 0 R]>>"),
    "a tree that is its own branch, often": lambda: changed(_5=b"<</Kids[5 0 R 5 0 R 5 0 R]>>"),
    "many branches": lambda: changed(_5=b"<</Kids[%s]>>" % (b"6 0 R " * 10_000)),
    "a bomb in the attachment": lambda: changed(_7=bomb(100 * MB, SIZE)),
    "a bomb in the metadata": lambda: changed(_4=bomb(100 * MB)),
    "two filters": lambda: changed(_7=stream(b"", b"/Filter[/FlateDecode/FlateDecode]")),
    "a filter that we don't use": lambda: changed(_7=stream(b"80", b"/Filter/RunLengthDecode")),
    "a predictor": lambda: changed(_7=packed(b"a", b"/DecodeParms<</Predictor 12>>")),
    "what is not packed": lambda: changed(_7=stream(b"no zlib", b"/Filter/FlateDecode")),
    "no parameters": lambda: changed(_7=packed(b"a")),
    "an attachment that is none": lambda: changed(_6=b"<</EF 3>>"),
    "itself instead of an object": lambda: changed(_6=b"6 0 R"),
    "metadata that are no stream": lambda: changed(_4=b"<<>>"),
    "metadata that are no XML": lambda: changed(_4=stream(b"<a>")),
    "metadata with entities": lambda: changed(_4=stream(ENTITIES.encode())),
    "metadata with entities in UTF-16": lambda: changed(_4=stream(ENTITIES.encode("utf-16"))),
    "deep metadata": lambda: changed(_4=stream(b"<a>" * 300_000)),
    "deep arrays": lambda: changed(_5=b"[" * 5 * MB),
    "less deep arrays": lambda: changed(_5=b"[" * 900_000),
    "deep dictionaries": lambda: changed(_5=b"<</a" * 200_000),
    "a long array": lambda: changed(_5=b"<</Names[%s]>>" % (b"0 " * 5 * MB)),
    "a less long array": lambda: changed(_5=b"<</Names[%s]>>" % (b"0 " * 1_000_000)),
    "empty arrays": lambda: changed(_5=b"<</Names[%s]>>" % (b"[]" * 500_000)),
    "empty dictionaries": lambda: changed(_5=b"<</Names[%s]>>" % (b"<<>>" * 250_000)),
    "many arrays": lambda: changed(_5=b"<</Names[%s]>>" % (ZEROS * 10)),
    "many keys": lambda: changed(_5=b"<<%s>>" % b"".join(b"/%d 0" % n for n in range(500_000))),
    "a long text": lambda: changed(_5=b"<</Names[(%s" % (b"a" * 30 * MB)),
    "brackets in a text": lambda: changed(_5=b"<</Names[%s" % (b"(" * 900_000)),
    "a catalog that is the page": lambda: file({**GOOD, 1: PAGE}),
    "no catalog": lambda: file({2: PAGES, 3: PAGE}),
    "pages that are each other's": lambda: changed(_2=b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"),
    "much in an object stream": lambda: in_object_stream([CATALOG, PAGES, PAGE, ZEROS * 80]),
    "less in an object stream": lambda: in_object_stream(
        [CATALOG.replace(b"5 0 R", b"[%s]" % (ZEROS * 15)), PAGES, PAGE]
    ),
    "a bomb of an object stream": lambda: with_table(
        stream(_row(2, 8, 0) * 9, TABLE + b"9"), {8: bomb(100 * MB, b"/Type/ObjStm/N 9/First 99")}
    ),
    "a bomb of a table": lambda: with_table(bomb(100 * MB, TABLE + b"99999999"), {}),
    "a table of free objects": lambda: with_table(bomb(3 * MB, TABLE + b"449389"), {}),
    "a table of one byte an entry": lambda: with_table(
        packed(b"\1" * 3 * MB, b"/Type/XRef/W[1 0 0]/Size 3145728/Root 1 0 R"), {}
    ),
    "a table without width": lambda: with_table(
        packed(b"", b"/Type/XRef/W[0 0 0]/Size 999999999/Root 1 0 R"), {}
    ),
    "tables that follow each other in a ring": lambda: file(GOOD, trailer=b"/Prev 9"),
    "a table that says it is long": lambda: file(GOOD).replace(b"0 8\n", b"0 9999999\n"),
    "a long table": lambda: file({**GOOD, 1_400_000: b"0"}),
    "a less long table": lambda: file({**GOOD, 250_000: b"0"}),
    "a wrong size": lambda: file(GOOD, size=2**31 - 1),
}
# Those that take the most memory.
LARGE = (
    "50 of ours, each a bomb",
    "a bomb in the attachment",
    "a less long array",
    "a long text",
    "less in an object stream",
    "many arrays",
)
