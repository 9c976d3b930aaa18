"""How much CPU does a report as PDF cost with typst, and with WeasyPrint for the same text?

Run `uv run --group bench python -m bench.pdf` in the root of the project. Every measured document
differs from the one before, so that no cache of finished pages flatters a figure.
"""

import html
import io
import json
import resource
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from pathlib import Path

from overstap.domain.rapporten.snapshot.reeksen import DLE, NIVEAU_IV, VAARDIGHEID, Punt, Reeks
from overstap.integrations.grafiek import lijngrafiek
from overstap.integrations.pdf import Afdeling, Beeld, Beeldenrij, PdfDocument, Regel, Tabel, maak_pdf

FONTS = Path("src/overstap/integrations/pdf/fonts")
ZINNEN = (
    "De leerling werkt rustig en begint uit zichzelf aan een taak.",
    "Bij rekenen met veel taal helpt een tekening om tot een antwoord te komen.",
    "In een groep luistert zij eerst; daarna komt zij met een voorstel.",
    "Met een regelkaart naast het schrift lukt spelling beter.",
)
CSS = """
@font-face { font-family: A; font-weight: 400; src: url("%(fonts)s/AtkinsonHyperlegibleNext-Regular.ttf") }
@font-face { font-family: A; font-weight: 600; src: url("%(fonts)s/AtkinsonHyperlegibleNext-SemiBold.ttf") }
@font-face { font-family: A; font-weight: 700; src: url("%(fonts)s/AtkinsonHyperlegibleNext-Bold.ttf") }
@page { size: A4; margin: 26mm 22mm; @bottom-right { content: "pagina " counter(page) " van " counter(pages) } }
body { font: 10.5pt/1.4 A; color: #15222b }
h1, h2, h3, dt, th { color: #0f4c5c }
dl { display: grid; grid-template-columns: 50mm 1fr }
dd { margin: 0 0 2mm } dt { font-weight: 600 }
.rij { display: flex; gap: 6mm } .rij > div { width: 50mm }
table { width: 100%%; border-collapse: collapse } td, th { border-bottom: 0.5pt solid #cbd4d8; text-align: left }
"""


def verslag(nummer: int, *, met_beelden: bool = False) -> PdfDocument:
    """Return an invented report of 12 sections: five facts, a text and a table each, and in four of them pictures."""

    def tekst(plaats: int, zinnen: int) -> str:
        gekozen = (ZINNEN[(plaats + deel) % len(ZINNEN)] for deel in range(zinnen))
        return f"{nummer}.{plaats} " + " ".join(gekozen)

    def afdeling(plaats: int) -> Afdeling:
        feiten = tuple(Regel(f"Gegeven {rij}", tekst(plaats * 10 + rij, 1)) for rij in range(5))
        rijen = tuple((f"Toets {rij}", f"{nummer + rij}", f"{plaats}", "II") for rij in range(6))
        tabel = Tabel(f"Tabel {plaats}", ("Toets", "Score", "Groep", "Niveau"), rijen)
        beelden = (_beelden(nummer, plaats),) if met_beelden and plaats < 4 else ()
        blokken = (*beelden, *feiten, Regel("Toelichting", tekst(plaats, 8)), tabel)
        return Afdeling(f"Onderdeel {plaats}", tekst(plaats, 1), blokken)

    return PdfDocument(
        titel="Onderwijskundig rapport",
        ondertitel=f"Leerling {nummer}",
        gemaakt_op=datetime(2027, 3, 24, 9, 42, tzinfo=UTC),
        kenmerken=(("Basisschool", "De Voorbeeldboom"), ("Schooljaar", "2026-2027")),
        afdelingen=tuple(afdeling(plaats) for plaats in range(12)),
        status="Definitief",
        vingerafdruk=f"{nummer:064x}",
    )


def verslag_met_beelden(nummer: int) -> PdfDocument:
    """Return the same report with twelve pictures of results."""
    return verslag(nummer, met_beelden=True)


def _beelden(nummer: int, plaats: int) -> Beeldenrij:
    """Three series of seven results on three scales, other ones in every document."""
    beelden = []
    for schaal in (NIVEAU_IV, DLE, VAARDIGHEID):
        hoogten = [Decimal((nummer * 7 + plaats * 3 + stap) % 5) for stap in range(7)]
        punten = tuple(
            Punt(date(2024 + stap // 2, 1 + 5 * (stap % 2), 15), f"M{stap}", str(hoogte), hoogte)
            for stap, hoogte in enumerate(hoogten)
        )
        reeks = Reeks(f"Vak {plaats}", schaal, punten)
        beelden.append(Beeld(schaal.naam, lijngrafiek(reeks), reeks.zin))
    return Beeldenrij(f"Vak {plaats}", tuple(beelden))


def als_html(document: PdfDocument) -> str:
    """Return the same text as a plain accessible web page."""
    delen = [f"<h1>{html.escape(document.titel)}</h1><p>{html.escape(document.ondertitel)}</p>"]
    delen.append("<dl>" + "".join(_paar(label, tekst) for label, tekst in document.kenmerken) + "</dl>")
    for afdeling in document.afdelingen:
        delen.append(f"<h2>{html.escape(afdeling.titel)}</h2><p>{html.escape(afdeling.inleiding)}</p>")
        delen.extend(_blok(blok) for blok in afdeling.blokken)
    kop = f"<title>{html.escape(document.titel)}</title><style>{CSS % {'fonts': FONTS.resolve().as_uri()}}</style>"
    return (
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8">{kop}</head><body>{"".join(delen)}</body></html>'
    )


def _blok(blok: Regel | Tabel | Beeldenrij) -> str:
    if isinstance(blok, Beeldenrij):
        beelden = "".join(f"<div>{b.svg}<p>{html.escape(b.zin)}</p></div>" for b in blok.beelden)
        return f"<h3>{html.escape(blok.titel)}</h3><div class='rij'>{beelden}</div>"
    if isinstance(blok, Regel):
        return "<dl>" + _paar(blok.label, str(blok.waarde)) + "</dl>"
    koppen = "".join(f'<th scope="col">{html.escape(kop)}</th>' for kop in blok.kolommen)
    rijen = "".join("<tr>" + "".join(f"<td>{html.escape(cel)}</td>" for cel in rij) + "</tr>" for rij in blok.rijen)
    titel = html.escape(blok.titel)
    return f"<h3>{titel}</h3><table><thead><tr>{koppen}</tr></thead><tbody>{rijen}</tbody></table>"


def _paar(label: str, tekst: str) -> str:
    return f"<dt>{html.escape(label)}</dt><dd>{html.escape(tekst)}</dd>"


def met_weasyprint(document: PdfDocument) -> bytes:
    """Return the PDF/UA-1 that WeasyPrint makes of the same text."""
    from weasyprint import HTML

    uit = io.BytesIO()
    HTML(string=als_html(document)).write_pdf(uit, pdf_variant="pdf/ua-1")
    return uit.getvalue()


def meet(keer: int = 10, keer_weasyprint: int = 3) -> dict[str, float]:
    """Return CPU milliseconds per document (best and mean), pages, bytes and peak memory in MB.

    The figures of WeasyPrint are left out where it is not installed.
    """
    nummers = count(1)
    cijfers = _meet("typst", maak_pdf, verslag, keer, nummers)
    cijfers |= _meet("typst_beelden", maak_pdf, verslag_met_beelden, keer, nummers)
    try:
        import weasyprint  # noqa: F401  # only asks whether the group `bench` is installed
    except ImportError:
        return cijfers
    for naam, soort in (("", verslag), ("_beelden", verslag_met_beelden)):
        cijfers |= _meet(f"weasyprint{naam}", met_weasyprint, soort, keer_weasyprint, nummers)
        verhouding = cijfers[f"weasyprint{naam}_cpu_ms_beste"] / cijfers[f"typst{naam}_cpu_ms_beste"]
        cijfers[f"verhouding_cpu{naam}"] = round(verhouding, 1)
    return cijfers


def _meet(
    naam: str,
    maker: Callable[[PdfDocument], bytes],
    soort: Callable[[int], PdfDocument],
    keer: int,
    nummers: "count[int]",
) -> dict[str, float]:
    eerste = _tijd(maker, soort(next(nummers)))
    tijden = [_tijd(maker, soort(next(nummers))) for _ in range(keer)]
    pdf = maker(soort(next(nummers)))
    return {
        f"{naam}_cpu_ms_eerste": eerste,
        f"{naam}_cpu_ms_beste": min(tijden),
        f"{naam}_cpu_ms_gemiddeld": round(sum(tijden) / keer, 1),
        f"{naam}_bladzijden": bladzijden(pdf),
        f"{naam}_bytes": len(pdf),
        f"{naam}_geheugen_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def _tijd(maker: Callable[[PdfDocument], bytes], document: PdfDocument) -> float:
    begin = time.process_time()
    maker(document)
    return round((time.process_time() - begin) * 1000, 1)


def bladzijden(pdf: bytes) -> int:
    """Return the number of pages, so that it shows whether both set the same amount."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as geopend:
        return len(geopend.pages)


if __name__ == "__main__":
    print(json.dumps(meet(), indent=2))  # a bench speaks on the terminal
