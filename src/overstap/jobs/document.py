"""Which pages make up the report, a zienswijze and an aanvulling, in the neutral values of a PDF?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from overstap.domain.bijlagen.enums import Bijlagesoort
from overstap.domain.inzages.queries import Tekst
from overstap.domain.inzages.rules import voor_ouder
from overstap.domain.rapporten.catalogue import Publiek
from overstap.domain.rapporten.enums import Aanvullingsoort, Versiesoort
from overstap.domain.rapporten.queries import Bevroren, LeesbareAanvulling
from overstap.domain.rapporten.snapshot import Inhoud, Sectieweergave, weergave
from overstap.domain.rapporten.snapshot.reeksen import Reeks, vakken
from overstap.domain.rapporten.snapshot.referentieniveaus import referentieniveaus
from overstap.foundation.access import Rol
from overstap.foundation.klok import dag
from overstap.integrations import pdf
from overstap.integrations.grafiek import lijngrafiek, tredegrafiek

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier
    from overstap.domain.rapporten.models import Versie

_BIJLAGEN = {Publiek.VO: "Bijlagen die meegaan", Publiek.OUDERS: "Bijlagen die meegaan naar de middelbare school"}
_SLOT = {
    Publiek.VO: "De ouders konden dit rapport lezen. Een zienswijze van de ouders gaat als aparte bijlage mee.",
    Publiek.OUDERS: "Klopt er iets niet, of denkt u er anders over? Laat het de basisschool weten.",
}


def rapport(bevroren: Bevroren, versie: Versie, dossier: Dossier, publiek: Publiek, woord: str) -> pdf.PdfDocument:
    """The report of a version for one audience; the same version always gives the same document.

    `woord` is what the region calls the report ("onderwijskundig rapport").
    """
    definitief = versie.soort == Versiesoort.DEFINITIEF
    # The PDF for parents is made once for all of them: one parent's address is no business of the other.
    inhoud = Inhoud(voor_ouder(bevroren.inhoud, None)) if publiek is Publiek.OUDERS else bevroren.inhoud
    secties = [_afdeling(sectie, inhoud, publiek) for sectie in weergave(inhoud, publiek) if sectie.blokken]
    return pdf.PdfDocument(
        titel=f"{woord[0].upper()}{woord[1:]} van {dossier.leerling.naam}",
        ondertitel=f"{dossier.school.naam}, groep {dossier.groep}, schooljaar {dossier.schooljaar}",
        gemaakt_op=versie.gemaakt_op,
        kenmerken=(
            ("Leerling", dossier.leerling.naam),
            ("School", dossier.school.naam),
            ("Versie", str(versie.nummer)),
        ),
        afdelingen=(*secties, *_bijlagen(bevroren, publiek)),
        status="Definitief" if definitief else "Concept",
        vingerafdruk=versie.vingerafdruk,
        slotregels=(_SLOT[publiek],),
        auteur=dossier.school.naam,
    )


def zienswijze(tekst: Tekst, dossier: Dossier, woord: str) -> pdf.PdfDocument:
    """A parent's own view, word for word, on a page of its own; `woord` is what the region calls the report."""
    gegeven = tekst.gegeven_op or dag(tekst.op)
    return pdf.PdfDocument(
        titel=f"Zienswijze bij {woord}",
        ondertitel=f"Van {tekst.naam}, {gegeven.day}-{gegeven.month}-{gegeven.year}",
        gemaakt_op=tekst.op,
        kenmerken=(("Leerling", dossier.leerling.naam), ("School", dossier.school.naam)),
        afdelingen=(pdf.Afdeling("Zienswijze", blokken=(pdf.Regel("In eigen woorden", tekst.tekst),)),),
        slotregels=(f"{tekst.vorm.label}.", "De school heeft deze tekst niet veranderd."),
        auteur=dossier.school.naam,
    )


def aanvulling(toegevoegd: LeesbareAanvulling, dossier: Dossier, woord: str) -> pdf.PdfDocument:
    """What was added to a version, on a page of its own; `woord` is what the region calls the report."""
    rij, veld = toegevoegd.rij, toegevoegd.veld
    op, van = dag(rij.gemaakt_op), dag(rij.versie.gemaakt_op)
    return pdf.PdfDocument(
        titel=f"Aanvulling {rij.nummer} bij {woord}",
        ondertitel=f"Bij versie {rij.versie.nummer}, die definitief werd op {van.day}-{van.month}-{van.year}",
        gemaakt_op=rij.gemaakt_op,
        kenmerken=(
            ("Leerling", dossier.leerling.naam),
            ("School", dossier.school.naam),
            ("Soort", Aanvullingsoort(rij.soort).label),
            ("Hoort bij", veld.lezerslabel() if veld else toegevoegd.inhoud.veld),
            ("Geschreven op", f"{op.day}-{op.month}-{op.year}"),
            ("Geschreven door", Rol(rij.functie).label),
        ),
        afdelingen=(pdf.Afdeling("Aanvulling", blokken=(pdf.Regel("Tekst", toegevoegd.inhoud.tekst),)),),
        status="Definitief",
        vingerafdruk=rij.vingerafdruk,
        slotregels=("Het rapport zelf is niet veranderd. De ouders konden deze aanvulling lezen voordat zij meeging.",),
        auteur=dossier.school.naam,
    )


def _afdeling(sectie: Sectieweergave, inhoud: Inhoud, publiek: Publiek) -> pdf.Afdeling:
    beelden = _beelden(inhoud, publiek) if sectie.naam == "leerresultaten" else ()
    return pdf.Afdeling(sectie.titel, blokken=(*beelden, *_blokken(sectie)))


def _beelden(inhoud: Inhoud, publiek: Publiek) -> Iterator[pdf.Beeldenrij]:
    """The results as pictures, before the tables that hold their numbers."""
    uitgelegd: set[str] = set()
    for vak in vakken(inhoud, ouders=publiek is Publiek.OUDERS):
        schalen = {reeks.schaal.code: reeks.schaal for reeks in vak.reeksen if reeks.schaal.code not in uitgelegd}
        uitgelegd |= schalen.keys()
        # A scale is explained where it is met first; what has no picture says why.
        onder = (*(f"{schaal.naam}: {schaal.uitleg}" for schaal in schalen.values()), *vak.waarom_niet)
        if vak.reeksen or onder:
            yield pdf.Beeldenrij(vak.naam, tuple(_beeld(reeks) for reeks in vak.reeksen), onder)
    if standen := referentieniveaus(inhoud):
        treden = tuple(pdf.Beeld(stand.naam, tredegrafiek(stand.treden, stand.bereikt), stand.zin) for stand in standen)
        yield pdf.Beeldenrij("Referentieniveaus van de doorstroomtoets", treden)


def _beeld(reeks: Reeks) -> pdf.Beeld:
    return pdf.Beeld(reeks.schaal.naam, lijngrafiek(reeks), f"{reeks.zin} {reeks.legenda}".strip())


def _blokken(sectie: Sectieweergave) -> Iterator[pdf.Regel | pdf.Tabel | pdf.Kop]:
    for stuk in sectie.stukken:
        if stuk.kop:
            yield pdf.Kop(stuk.kop)
        yield from (pdf.Regel(regel.label, regel.alineas) for regel in stuk.regels)
        if stuk.tabel is not None:
            yield pdf.Tabel(stuk.tabel.label, stuk.tabel.kolommen, stuk.tabel.rijen)


def _bijlagen(bevroren: Bevroren, publiek: Publiek) -> Iterator[pdf.Afdeling]:
    mee = [bijlage for bijlage in bevroren.bijlagen if bijlage["gaat_mee"]]
    if mee:
        rijen = tuple((Bijlagesoort(bijlage["soort"]).label, bijlage["bestandsnaam"]) for bijlage in mee)
        yield pdf.Afdeling(_BIJLAGEN[publiek], blokken=(pdf.Tabel("Bijlagen", ("Soort", "Bestand"), rijen),))
