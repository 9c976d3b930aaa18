"""What does the certificate of a destruction say? Ids, counts and grounds; nothing from which a pupil is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from overstap.domain.bewaren.enums import Vernietigstand
from overstap.domain.bewaren.queries import Lijstregel
from overstap.domain.bewaren.rules import TERMIJNEN
from overstap.foundation.klok import NEDERLAND
from overstap.integrations import pdf

if TYPE_CHECKING:
    from overstap.domain.bewaren.models import Vernietiging

_SLOT = (
    "De rijen zijn uit de database verwijderd, de bestanden uit de opslag, en de sleutels uit de sleutelkast.",
    "In een reservekopie staan de rijen nog tot die kopie zelf weg is.",
    "Wat versleuteld was, is onleesbaar zodra de laatste reservekopie van de sleutelkast van voor deze dag weg is.",
    "In het logboek blijven alleen nummers staan: wie wat deed, en wanneer.",
)


def procesverbaal(
    lijst: Vernietiging, regels: Sequence[Lijstregel], organisatie_id: UUID, *, at: datetime
) -> pdf.PdfDocument:
    """The sheet for one list, also while it is still carried out (then it says so)."""
    return pdf.PdfDocument(
        titel="Proces-verbaal van vernietiging",
        ondertitel=f"Lijst {lijst.id}",
        gemaakt_op=at,
        status="Definitief" if lijst.uitgevoerd_op else "Concept",
        kenmerken=(
            ("Nummer van de organisatie", str(organisatie_id)),
            ("Voorgesteld", f"{_moment(lijst.voorgesteld_op)}, account {lijst.voorgesteld_door}"),
            ("Vrijgegeven", _wie(lijst.vrijgegeven_op, lijst.vrijgegeven_door)),
            ("Uitgevoerd", _moment(lijst.uitgevoerd_op) or "nog niet helemaal"),
        ),
        afdelingen=tuple(_afdelingen(regels)),
        slotregels=_SLOT,
    )


def _afdelingen(regels: Sequence[Lijstregel]) -> Iterator[pdf.Afdeling]:
    for stand in Vernietigstand:
        van = [regel for regel in regels if regel.stand is stand]
        if van:
            kolommen = ("Nummer", "Wat en op welke grond", "Termijn voorbij", "Rijen", "Sleutels", "Bestanden")
            rijen = tuple(_rij(regel) for regel in van)
            yield pdf.Afdeling(f"{stand.label}: {len(van)}", blokken=(pdf.Tabel(stand.label, kolommen, rijen),))


def _rij(regel: Lijstregel) -> tuple[str, ...]:
    rij, grond = regel.rij, f"{regel.soort.label}. {TERMIJNEN[regel.soort].bron}."
    if regel.beletsel:
        grond = f"{grond} {regel.beletsel.zin}"
    op = f"{rij.vervalt_op.day}-{rij.vervalt_op.month}-{rij.vervalt_op.year}"
    return str(rij.object_id), grond, op, str(regel.rijen), str(len(rij.sleutels)), str(len(rij.bestanden))


def _wie(op: datetime | None, door: UUID | None) -> str:
    return f"{_moment(op)}, account {door}" if op else "nog niet"


def _moment(op: datetime | None) -> str:
    return f"{op.astimezone(NEDERLAND):%-d-%-m-%Y om %H:%M}" if op else ""
