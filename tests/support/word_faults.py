"""Whether a document of Word is sound: its parts, and the order of its elements (ECMA-376)."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree
from support.word import OFFICE, WORD, parts, tag

# The elements of each in the one order that it may have (ECMA-376-1, A.1).
OF_STYLED = (
    *("pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr").split(),
    *("suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap").split(),
    *("overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid").split(),
    *("spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection").split(),
    *("textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange").split(),
)
OF_RUN = (
    *("ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike").split(),
    *("outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w").split(),
    *("kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang").split(),
    *("eastAsianLayout specVanish oMath rPrChange").split(),
)
ORDERS: dict[str, tuple[str, ...]] = {
    "pPr": OF_STYLED,
    "rPr": OF_RUN,
    "tblPr": tuple(
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
        "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
        "tblDescription tblPrChange".split()
    ),
    "tcPr": tuple(
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
        "vAlign hideMark headers cellIns cellDel cellMerge tcPrChange".split()
    ),
    "trPr": ("cantSplit", "trHeight", "tblHeader", "jc", "ins", "del", "trPrChange"),
    "tbl": ("bookmarkStart", "tblPr", "tblGrid", "tr"),
    "tr": ("tblPrEx", "trPr", "tc"),
    "tblBorders": ("top", "left", "bottom", "right", "insideH", "insideV"),
    "tblCellMar": ("top", "left", "bottom", "right"),
    "pBdr": ("top", "left", "bottom", "right", "between", "bar"),
    "numPr": ("ilvl", "numId", "numberingChange", "ins"),
    "sectPr": tuple(
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
        "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
        "docGrid printerSettings sectPrChange".split()
    ),
    "style": tuple(
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed "
        "qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr "
        "tblStylePr".split()
    ),
    "styles": ("docDefaults", "latentStyles", "style"),
    "docDefaults": ("rPrDefault", "pPrDefault"),
    "tblStylePr": ("pPr", "rPr", "tblPr", "trPr", "tcPr"),
    "numbering": ("numPicBullet", "abstractNum", "num", "numIdMacAtCleanup"),
    "abstractNum": tuple(
        "nsid multiLevelType tmpl name styleLink numStyleLink lvl".split(),
    ),
    "lvl": tuple(
        "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr "
        "rPr".split()
    ),
    "num": ("abstractNumId", "lvlOverride"),
    "font": ("altName", "panose1", "charset", "family", "notTrueType", "pitch", "sig"),
    "settings": tuple(
        "writeProtection view zoom removePersonalInformation removeDateAndTime "
        "displayBackgroundShape mirrorMargins proofState attachedTemplate linkStyles revisionView "
        "trackRevisions doNotTrackMoves documentProtection defaultTabStop autoHyphenation "
        "consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps evenAndOddHeaders "
        "drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery "
        "displayVerticalDrawingGridEvery characterSpacingControl savePreviewPicture "
        "hdrShapeDefaults footnotePr endnotePr compat docVars rsids mathPr themeFontLang "
        "clrSchemeMapping doNotAutoCompressPictures shapeDefaults decimalSymbol "
        "listSeparator".split()
    ),
}
IN_PARAGRAPH = {"pPr", "r", "hyperlink", "fldSimple", "ins", "del", "bookmarkStart", "bookmarkEnd"}


def faults(document: bytes) -> list[str]:
    """What is wrong with the *document*; nothing, where it is sound."""
    held = parts(document)
    trees = {name: etree.fromstring(part) for name, part in held.items()}
    checks = (
        _without_type,
        _dead_links,
        _disordered,
        _misplaced,
        _misshapen,
        _doubled,
        _without_style,
    )
    return [fault for check in checks for fault in check(trees)]


Trees = dict[str, etree._Element]


def _without_type(trees: Trees) -> Iterator[str]:
    """Each part has a type (ECMA-376-2, 7.2.3)."""
    types = trees["[Content_Types].xml"]
    named = {each.get("PartName") for each in types} | {each.get("Extension") for each in types}
    for name in trees:
        alone = f"/{name}" in named or name.endswith((".rels", "[Content_Types].xml"))
        if not (alone or (name.startswith("docProps/") and "xml" in named)):
            yield f"{name} has no type"
    yield from (
        f"{name} is nowhere" for name in named if name and name[0] == "/" and name[1:] not in trees
    )


def _dead_links(trees: Trees) -> Iterator[str]:
    """Each relationship leads to a part, and each that is named is there (ECMA-376-2, 6.5)."""
    known: dict[str, set[str | None]] = {}
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        folder, _, source = name.removesuffix(".rels").rpartition("_rels/")
        known[folder + source] = {each.get("Id") for each in tree}
        if len(known[folder + source]) < len(tree):
            yield f"{name} has an id twice"
        for each in tree:
            target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))
            if each.get("TargetMode") != "External" and target[1:] not in trees:
                yield f"{name} leads to {target}"
    for name, tree in trees.items():
        named = {
            value
            for element in tree.iter(etree.Element)
            for key, value in element.attrib.items()
            if str(key).startswith(f"{{{OFFICE}}}")
        }
        yield from (f"{name} names {id_}" for id_ in named - known.get(name, set()))


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _disordered(trees: Trees) -> Iterator[str]:
    for name, tree in trees.items():
        for element in tree.iter(etree.Element):
            order = ORDERS.get(_local(element)) if WORD in str(element.tag) else None
            if order is None:
                continue
            found = [_local(each) for each in element if WORD in str(each.tag)]
            if {*found} - {*order}:
                yield f"{name}: {_local(element)} has {sorted({*found} - {*order})}"
            elif found != sorted(found, key=order.index):
                yield f"{name}: {_local(element)} has another order: {found}"


def _misplaced(trees: Trees) -> Iterator[str]:
    """What ends a cell and the document is a paragraph, and what is deleted is said to be."""
    tree = trees["word/document.xml"]
    for cell in (*tree.iter(tag("tc")), tree[0]):
        *_, last = [each for each in cell if each.tag != tag("sectPr")]
        if last.tag != tag("p"):
            yield f"a {_local(cell)} ends with {_local(last)}"
    for paragraph in tree.iter(tag("p")):
        if strange := {_local(each) for each in paragraph} - IN_PARAGRAPH:
            yield f"a paragraph holds {strange}"
    for text in tree.iter(tag("t"), tag("delText")):
        deleted = next(text.iterancestors(tag("del")), None) is not None
        if deleted != (text.tag == tag("delText")):
            yield f"{text.text} is in a wrong element"


def _misshapen(trees: Trees) -> Iterator[str]:
    """Each row is as wide as its table, and each table apart from the next one."""
    for table in trees["word/document.xml"].iter(tag("tbl")):
        behind = table.getnext()
        if behind is not None and behind.tag == tag("tbl"):
            yield "two tables are one"
        widths = [int(each.get(tag("w"), "")) for each in table.iter(tag("gridCol"))]
        for row in table.iter(tag("tr")):
            cells = [int(each.get(tag("w"), "")) for each in row.iter(tag("tcW"))]
            if sum(cells) != sum(widths):
                yield f"a row is {sum(cells)} wide, not {sum(widths)}"


def _doubled(trees: Trees) -> Iterator[str]:
    """What goes by a number or a name goes by one of its own."""
    tree = trees["word/document.xml"]
    numbered = [
        *tree.iter(tag("ins"), tag("del"), tag("pPrChange")),
        *tree.iter(tag("bookmarkStart")),
    ]
    ids = Counter(each.get(tag("id")) for each in numbered)
    names = Counter(each.get(tag("name")) for each in tree.iter(tag("bookmarkStart")))
    yield from (f"{id_} is there twice" for id_, n in (ids + names).items() if n > 1)
    for name in names:
        if not re.fullmatch(r"[a-z]\w{0,39}", name or ""):
            yield f"{name} is no name of a bookmark"
    anchors = {each.get(tag("anchor")) for each in tree.iter(tag("hyperlink"))} - {None}
    yield from (f"nothing is at {anchor}" for anchor in anchors - {*names})
    styles = Counter(
        each.get(tag("styleId")) for each in trees["word/styles.xml"].iter(tag("style"))
    )
    yield from (f"the style {id_} is there twice" for id_, n in styles.items() if n > 1)


def _without_style(trees: Trees) -> Iterator[str]:
    """Each style and each list that is named is there."""
    styles = {each.get(tag("styleId")) for each in trees["word/styles.xml"].iter(tag("style"))}
    lists = {each.get(tag("numId")) for each in trees["word/numbering.xml"].iter(tag("num"))}
    kinds = {
        each.get(tag("abstractNumId"))
        for each in trees["word/numbering.xml"].iter(tag("abstractNum"))
    }
    for tree in trees.values():
        for element in tree.iter(tag("pStyle"), tag("rStyle"), tag("tblStyle"), tag("basedOn")):
            if element.get(tag("val")) not in styles:
                yield f"there is no style {element.get(tag('val'))}"
        for element in tree.iter(tag("numId")):
            if element.get(tag("val")) not in {*lists, "0"}:
                yield f"there is no list {element.get(tag('val'))}"
    for element in trees["word/numbering.xml"].iter(tag("num")):
        if element[0].get(tag("val")) not in kinds:
            yield f"there is no kind of list {element[0].get(tag('val'))}"
