"""Whether a document for Word or Excel is a sound package of Office Open XML (ECMA-376)."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, XMLParser
from zipfile import ZipFile

CONTENT_TYPES = "[Content_Types].xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# The elements of a sheet in the one order that they may have (CT_Worksheet, ECMA-376-1, 18.3.1.99).
OF_WORKSHEET = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr"),
    *("sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState"),
    *("dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting"),
    *("dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter"),
    *("rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags"),
    *("drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects"),
    *("controls", "webPublishItems", "tableParts", "extLst"),
)


class Package(NamedTuple):
    """The parts of a document by their names, those in XML also as trees."""

    parts: dict[str, bytes]
    trees: dict[str, Element]


def faults(content: bytes) -> list[str]:
    """What is wrong with the document *content*, as sentences; none where it is sound."""
    with ZipFile(BytesIO(content)) as file:
        names = file.namelist()
        parts = {name: file.read(name) for name in names}  # which checks their sums
    found = [f"{name} is there {n} times" for name, n in Counter(names).items() if n > 1]
    try:
        package = Package(parts, dict(_trees(parts)))
    except ParseError as error:
        return [*found, f"not well-formed: {error}"]
    checks = (_without_type, _dead_links, _disordered, _wrong_tables, _wrong_counts)
    return [*found, *(fault for check in checks for fault in check(package))]


def _trees(parts: dict[str, bytes]) -> Iterator[tuple[str, Element]]:
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            parser = XMLParser()
            parser.feed(part)
            yield name, parser.close()


def _without_type(package: Package) -> Iterator[str]:
    """Each part has a type, and each type that is said of one part has it (ECMA-376-2, 7.2.3)."""
    types = package.trees[CONTENT_TYPES]
    named = [each.get("PartName", "")[1:] for each in types if each.tag.endswith("}Override")]
    endings = {each.get("Extension", "") for each in types if each.tag.endswith("}Default")}
    yield from (f"{name} is in {CONTENT_TYPES} and nowhere" for name in {*named} - {*package.parts})
    yield from (f"{name} has two types" for name, n in Counter(named).items() if n > 1)
    for name in package.parts:
        if name not in (CONTENT_TYPES, *named) and name.rpartition(".")[2] not in endings:
            yield f"{name} has no type"


def _dead_links(package: Package) -> Iterator[str]:
    """Each relationship leads to a part, and each that is named is there (ECMA-376-2, 6.5)."""
    known: dict[str, set[str]] = {}
    for name, tree in package.trees.items():
        if not name.endswith(".rels"):
            continue
        folder, _, file = name.removesuffix(".rels").rpartition("_rels/")
        source = folder + file
        if source and source not in package.parts:
            yield f"{name} is of no part"
        ids = [each.get("Id", "") for each in tree]
        known[source] = {*ids}
        yield from (f"{name} has {id_} twice" for id_, n in Counter(ids).items() if n > 1)
        for each in tree:
            target = posixpath.normpath(posixpath.join(f"/{folder}", each.get("Target", "")))
            if each.get("TargetMode") != "External" and target[1:] not in package.parts:
                yield f"{name} leads to {target}, which isn't there"
    for name, tree in package.trees.items():
        attributes = (item for element in tree.iter() for item in element.attrib.items())
        named = {str(value) for key, value in attributes if str(key).startswith(f"{{{LINKS}}}")}
        yield from (f"{name} names {id_}" for id_ in sorted(named - known.get(name, set())))


def _disordered(package: Package) -> Iterator[str]:
    for name, tree in package.trees.items():
        if tree.tag == f"{{{MAIN}}}worksheet":
            found = [_local(each) for each in tree]
            if found != sorted(found, key=OF_WORKSHEET.index):
                yield f"{name} has its elements in another order: {found}"


def _wrong_tables(package: Package) -> Iterator[str]:
    """The tables have names and numbers of their own, and the headings that their cells have."""
    tables = {n: tree for n, tree in package.trees.items() if tree.tag == f"{{{MAIN}}}table"}
    for key in ("id", "displayName"):
        yield from (
            f"two tables have the {key} {value}"
            for value, n in Counter(tree.get(key) for tree in tables.values()).items()
            if n > 1
        )
    for name, tree in tables.items():
        headings = [each.get("name") for each in tree.iter(f"{{{MAIN}}}tableColumn")]
        if len({*headings}) < len(headings):
            yield f"{name} has a heading twice: {headings}"
        if not re.fullmatch("[A-Z]+[0-9]+:[A-Z]+[0-9]+", tree.get("ref", "")):
            yield f"{name} is nowhere"


def _wrong_counts(package: Package) -> Iterator[str]:
    """What says how many it holds holds as many, and cells have styles that are there."""
    for name, tree in package.trees.items():
        for element in tree.iter():
            count = element.get("count")
            if count and len(element) and int(count) != len(element):
                yield f"{name}: {_local(element)} holds {len(element)}, not {count}"
    styles = package.trees.get("xl/styles.xml")
    formats = [] if styles is None else [*styles.iterfind(f"{{{MAIN}}}cellXfs/*")]
    for name, tree in package.trees.items():
        used = {int(cell.get("s", 0)) for cell in tree.iter(f"{{{MAIN}}}c")}
        if used and max(used) >= len(formats):
            yield f"{name} has a style that isn't there: {max(used)}"


def _local(element: Element) -> str:
    """The name of an *element*, without its namespace."""
    return element.tag.rpartition("}")[2]
