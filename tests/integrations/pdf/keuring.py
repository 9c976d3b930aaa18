"""Is a PDF accessible by our own reading of PDF/UA-1, beside what the validator says? Its structure, piece by piece.

Each check gives sentences about what is wrong; an accessible document gives none.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import pairwise

import pikepdf

from tests.integrations.pdf.lezen import bomen, kinderen, knopen, tekst_van

# What puts something on the page. A path that is only a clip (W n) paints nothing.
_TEKENT = {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "BI", "INLINE IMAGE"}
INHOUD = "In dit document"
_KOP = re.compile(r"/H(\d)")


def gebreken(pdf: bytes, *, vingerafdruk: str = "") -> list[str]:
    """Everything that a reader with other eyes would stumble over."""
    boom = bomen(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as geopend:
        gevonden = [
            *_document(geopend),
            *_alles_gemerkt(geopend),
            *_merken_in_de_boom(geopend),
            *_tabellen(geopend),
            *_beelden(geopend),
            *_letters(geopend),
            *_bladwijzers(geopend, boom),
            *_koppelingen(geopend),
        ]
        aantal = len(geopend.pages)
    return [*gevonden, *_koppen(boom), *_voet(pdf, aantal, vingerafdruk)]


def _document(pdf: pikepdf.Pdf) -> Iterator[str]:
    wortel = pdf.Root
    if not str(wortel.get("/Lang", "")):
        yield "het document heeft geen taal"
    if not bool(wortel.get("/MarkInfo", {}).get("/Marked", False)):
        yield "het document is niet gemerkt"
    if not bool(wortel.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)):
        yield "de titel staat niet in de balk"
    for verboden in ("/AA", "/OpenAction", "/AcroForm"):
        if verboden in wortel:
            yield f"het document doet zelf iets: {verboden}"
    with pdf.open_metadata() as meta:
        eisen = {"pdfuaid:part": "1", "pdfaid:part": "2", "pdfaid:conformance": "A"}
        yield from (f"{naam} is geen {waarde}" for naam, waarde in eisen.items() if meta.get(naam) != waarde)
        if not str(meta.get("dc:title", "")).strip():
            yield "het document heeft geen titel"
    if pdf.is_encrypted:
        yield "het document is versleuteld"


def _alles_gemerkt(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Everything that is drawn belongs to the structure (it has a number) or is an artifact."""
    for nummer, blad in enumerate(pdf.pages, start=1):
        diepte: list[bool] = []
        for operanden, opdracht in pikepdf.parse_content_stream(blad):
            woord = str(opdracht)
            if woord in {"BDC", "BMC"}:
                eigen = operanden[1] if len(operanden) > 1 else None
                genummerd = isinstance(eigen, pikepdf.Dictionary) and "/MCID" in eigen
                diepte.append(genummerd or str(operanden[0]) == "/Artifact")
            elif woord == "EMC":
                diepte.pop()
            elif woord in _TEKENT and not any(diepte):
                yield f"bladzijde {nummer}: {woord} hoort nergens bij"
        if diepte:
            yield f"bladzijde {nummer}: een merk blijft open"


def _merken_in_de_boom(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every number on a page stands in the structure exactly once, and the other way round."""
    in_boom = [plek for knoop in knopen(pdf.Root.StructTreeRoot) for plek in _eigen_merken(knoop)]
    op_blad = {
        (blad.obj.objgen, int(operanden[1].MCID))
        for blad in pdf.pages
        for operanden, opdracht in pikepdf.parse_content_stream(blad)
        if str(opdracht) == "BDC" and isinstance(operanden[1], pikepdf.Dictionary) and "/MCID" in operanden[1]
    }
    if len(in_boom) != len(set(in_boom)):
        yield "een stuk staat twee keer in de boom"
    if set(in_boom) != op_blad:
        yield f"{len(op_blad ^ set(in_boom))} stukken staan alleen op het blad of alleen in de boom"
    for blad in pdf.pages:
        if "/StructParents" not in blad.obj:
            yield "een bladzijde wijst niet naar de boom"


def _eigen_merken(knoop: pikepdf.Object) -> Iterator[tuple[tuple[int, int], int]]:
    for kind in kinderen(knoop):
        if isinstance(kind, pikepdf.Dictionary):
            if "/MCID" in kind:
                yield (kind.Pg if "/Pg" in kind else knoop.Pg).objgen, int(kind.MCID)
        elif "/Pg" in knoop:
            yield knoop.Pg.objgen, int(kind)


def _koppen(boom: list[tuple[str, str]]) -> Iterator[str]:
    """One title, then headings that never skip a level and are never empty."""
    koppen = [(int(gevonden[1]), tekst) for soort, tekst in boom if (gevonden := _KOP.fullmatch(soort))]
    if [soort for soort, _ in boom].count("/Title") != 1:
        yield "er is niet precies één titel"
    if not koppen or koppen[0][0] != 1:
        yield "de eerste kop is geen H1"
    yield from (f"na H{een} komt H{ander}" for (een, _), (ander, _) in pairwise(koppen) if ander > een + 1)
    yield from (f"een lege kop H{diep}" for diep, tekst in koppen if not tekst)


def _tabellen(pdf: pikepdf.Pdf) -> Iterator[str]:
    for knoop in knopen(pdf.Root.StructTreeRoot):
        if str(knoop.S) != "/Table":
            continue
        rijen = [[str(cel.S) for cel in knopen(rij)] for rij in knopen(knoop) if str(rij.S) == "/TR"]
        cellen = [[cel for cel in rij if cel in {"/TH", "/TD"}] for rij in rijen]
        if len({len(rij) for rij in cellen}) != 1:
            yield f"een tabel met rijen van ongelijke lengte: {[len(rij) for rij in cellen]}"
        if not cellen or set(cellen[0]) != {"/TH"}:
            yield "een tabel zonder kopregel"
        for cel in knopen(knoop):
            if str(cel.S) == "/TH" and str(_eigenschap(cel, "/Scope")) not in {"/Column", "/Row", "/Both"}:
                yield "een kopcel zonder bereik"


def _eigenschap(knoop: pikepdf.Object, naam: str) -> pikepdf.Object | None:
    eigen = knoop.get("/A", [])
    alle = list(eigen) if isinstance(eigen, pikepdf.Array) else [eigen]
    return next((deel[naam] for deel in alle if isinstance(deel, pikepdf.Dictionary) and naam in deel), None)


def _beelden(pdf: pikepdf.Pdf) -> Iterator[str]:
    for knoop in knopen(pdf.Root.StructTreeRoot):
        if str(knoop.S) == "/Figure":
            if not str(knoop.get("/Alt", "")).strip():
                yield "een beeld zonder woorden"
            if _eigenschap(knoop, "/BBox") is None:
                yield "een beeld zonder plaats"


def _letters(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every font is in the file and says which text each glyph stands for; also those inside pictures."""
    for ding in pdf.objects:
        if isinstance(ding, pikepdf.Dictionary) and str(ding.get("/Type", "")) == "/Font" and "/Subtype" in ding:
            if str(ding.Subtype) == "/Type0" and "/ToUnicode" not in ding:
                yield f"{ding.BaseFont}: zonder tekst"
            beschrijving = ding.get("/FontDescriptor")
            if beschrijving is not None and not {"/FontFile2", "/FontFile3"} & set(beschrijving.keys()):
                yield f"{ding.BaseFont}: niet ingesloten"
            if str(ding.Subtype) not in {"/Type0", "/CIDFontType0", "/CIDFontType2"}:
                yield f"{ding.Subtype}: een letter van buiten"


def _bladwijzers(pdf: pikepdf.Pdf, boom: list[tuple[str, str]]) -> Iterator[str]:
    """Every chapter has a bookmark, in the same order; only the list of contents needs none."""
    with pdf.open_outline() as lijst:
        titels = ["".join(punt.title.split()) for punt in lijst.root]
    koppen = ["".join(tekst.split()) for soort, tekst in boom if soort == "/H1" and tekst != INHOUD]
    if titels != koppen:
        yield f"bladwijzers en hoofdstukken verschillen: {sorted(set(titels) ^ set(koppen))}"


def _koppelingen(pdf: pikepdf.Pdf) -> Iterator[str]:
    for nummer, blad in enumerate(pdf.pages, start=1):
        woorden = [str(notitie.get("/Contents", "")).strip() for notitie in blad.obj.get("/Annots", [])]
        if woorden and str(blad.obj.get("/Tabs", "")) != "/S":
            yield f"bladzijde {nummer}: de tabtoets volgt de boom niet"
        if not all(woorden):
            yield f"bladzijde {nummer}: een koppeling zonder woorden"


def _voet(pdf: bytes, aantal: int, vingerafdruk: str) -> Iterator[str]:
    for nummer in range(aantal):
        tekst = tekst_van(pdf, bladzijde=nummer)
        if f"pagina {nummer + 1} van {aantal}" not in tekst:
            yield f"bladzijde {nummer + 1}: zonder nummer"
        if vingerafdruk and vingerafdruk[:4] + " " + vingerafdruk[4:8] not in tekst:
            yield f"bladzijde {nummer + 1}: zonder vingerafdruk"
