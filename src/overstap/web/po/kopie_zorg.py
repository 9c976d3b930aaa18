"""What of the zorgaanmeldingen of a pupil goes into a copy (art. 15 AVG): form, drempelonderzoek, decision?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from overstap.domain.inzages.queries import Verzoeker
from overstap.domain.inzages.rules import voor_ouder
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.domain.zorgroutes.queries import Zorgblad, zienswijzen_for, zorgblad_for, zorgroutes_for
from overstap.foundation.klok import dag
from overstap.integrations import pdf
from overstap.web.components.verzoek import Verzoek

if TYPE_CHECKING:
    from datetime import date

    from overstap.domain.dossiers.models import Dossier
    from overstap.domain.zorgroutes.queries.lijn import Zorglijn
    from overstap.foundation.sleutels.kast import Slot

_LEEG = "Niets."


def zorgaanmeldingen(
    request: Verzoek, dossier: Dossier, slot: Slot, wie: Verzoeker | None
) -> Iterator[tuple[str, bytes]]:
    """(name in the ZIP, content): of each route the sheet, and the part of the report that went along.

    Of what parents wrote only what `wie` wrote on the own page; of the rest nobody knows for sure whose it is.
    """
    for nummer, route in enumerate(zorgroutes_for(request.actor, dossier), start=1):
        blad = zorgblad_for(request.actor, route.id, request.nu)
        eigen = None
        if wie:
            alle = zienswijzen_for(request.actor, blad.route, slot)
            eigen = [tekst for rij, tekst in alle if rij.ouder_id in wie.ouder_ids]
        yield f"zorgaanmelding-{nummer}.pdf", pdf.maak_pdf(_document(request, dossier, blad, eigen))
        rapport = blad.formulier.rapport
        over = voor_ouder(rapport, wie.sleutel, wie.recht) if wie else voor_ouder(rapport, None)
        yield f"zorgaanmelding-{nummer}-rapport.json", Inhoud(over).naar_bytes()


def _document(request: Verzoek, dossier: Dossier, blad: Zorgblad, eigen: list[str] | None) -> pdf.PdfDocument:
    return pdf.PdfDocument(
        titel=f"Zorgaanmelding van {dossier.leerling.naam}",
        ondertitel=f"{blad.soort.label}, {blad.formulier.school}",
        gemaakt_op=request.nu,
        kenmerken=(
            ("Naar", blad.route.swv.naam),
            ("Hoe ver", blad.staat.label),
            ("Verstuurd op", _dag(dag(op)) if (op := blad.route.verstuurd_op) else "–"),
        ),
        afdelingen=(
            _vraag(blad),
            _onderzoek(blad),
            *([_afdeling("Uw eigen mening", _eigen(eigen))] if eigen is not None else []),
            _afdeling("Vragen van het samenwerkingsverband", _gesprek(blad)),
            _besluit(blad),
            *(
                [_afdeling("Terugkoppeling via OSO", [_antwoord(blad.lijn)])]
                if blad.lijn and blad.lijn.antwoord
                else []
            ),
        ),
        auteur=dossier.school.naam,
    )


def _antwoord(lijn: Zorglijn) -> pdf.Regel:
    op = lijn.rij.antwoord_op
    return pdf.Regel("Uit het systeem van het samenwerkingsverband", lijn.antwoord, _dag(dag(op)) if op else "")


def _eigen(teksten: list[str]) -> list[pdf.Regel]:
    return [pdf.Regel("In eigen woorden", tekst) for tekst in teksten]


def _vraag(blad: Zorgblad) -> pdf.Afdeling:
    wat, formulier = blad.formulier.voorbereiding, blad.formulier
    return pdf.Afdeling(
        "De aanvraag",
        blokken=(
            pdf.Regel("Ondersteuningsvraag", wat.hulpvraag),
            pdf.Regel("Motivatie", wat.motivatie),
            pdf.Regel("Wat de leerling zelf zei", wat.gehoord, _dag(wat.gehoord_op)),
            pdf.Regel("De ouders stemden in met het handelingsdeel", _dag(wat.handelingsdeel_op)),
            pdf.Regel("De ouders zijn ingelicht", _dag(wat.ouders_ingelicht_op)),
            pdf.Regel("Middelbare school die dit vraagt", formulier.vo_school or "–"),
            pdf.Regel("Groep en schooljaar", f"{formulier.groep}, {formulier.schooljaar}"),
            pdf.Regel("Bijlagen die meegaan", tuple(stuk.bestandsnaam for stuk in formulier.stukken) or "–"),
        ),
    )


def _onderzoek(blad: Zorgblad) -> pdf.Afdeling:
    gevonden = blad.formulier.voorbereiding.drempelonderzoek
    blokken: list[pdf.Regel | pdf.Tabel] = []
    if iq := gevonden.iq:
        blokken.append(pdf.Regel("IQ", str(iq.score), f"{iq.instrument}, {_dag(iq.op)}. {iq.door.label}."))
    if se := gevonden.se:
        problemen = ", ".join(sorted(probleem.label for probleem in se.problemen)) or "geen problemen gevonden"
        blokken.append(pdf.Regel("Sociaal-emotioneel", problemen, f"{se.instrument}, {_dag(se.op)}. {se.door.label}."))
    if scores := gevonden.scores.values():
        rijen = tuple(
            (een.domein.label, str(een.dle), str(een.dl), een.achterstand_tekst, een.instrument or "–", _dag(een.op))
            for een in scores
        )
        kolommen = ("Domein", "DLE", "DL", "Leerachterstand", "Toets", "Op")
        blokken.append(pdf.Tabel("Scores per domein", kolommen, rijen))
    return pdf.Afdeling("Drempelonderzoek", "" if blokken else _LEEG, tuple(blokken))


def _gesprek(blad: Zorgblad) -> list[pdf.Regel]:
    return [
        pdf.Regel(f"Vraag van {_dag(dag(een.gesteld_op))}", een.vraag, f"Antwoord: {een.antwoord or '–'}")
        for een in blad.vragen
    ]


def _besluit(blad: Zorgblad) -> pdf.Afdeling:
    if blad.besluit is None:
        return _afdeling("Besluit", [])
    besluit = blad.besluit.besluit
    feiten = [
        ("Besluit", besluit.uitkomst.label),
        ("Besloten op", _dag(besluit.op)),
        ("Nummer", besluit.nummer),
        ("Categorie", besluit.categorie.label if besluit.categorie else ""),
        ("Geldt vanaf", _dag(besluit.vanaf)),
        ("Geldt tot en met", _dag(besluit.tot)),
        ("Toelichting", besluit.toelichting),
    ]
    return _afdeling("Besluit", [pdf.Regel(label, waarde) for label, waarde in feiten if waarde not in {"", "–"}])


def _afdeling(titel: str, regels: list[pdf.Regel]) -> pdf.Afdeling:
    return pdf.Afdeling(titel, "" if regels else _LEEG, tuple(regels))


def _dag(op: date | None) -> str:
    return f"{op:%-d-%-m-%Y}" if op else "–"
