"""How do the reports of many pupils become one ZIP: OSO files, or each report with its attachments in a folder?"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import BinaryIO
from uuid import UUID

from overstap.domain.dossiers.queries import nummer_for, slot_for
from overstap.domain.inzages.queries import bewijs_van_inzage_for
from overstap.domain.overdrachten.actions import bewaar_bundel
from overstap.domain.overdrachten.enums import Bundelsoort
from overstap.domain.overdrachten.queries import Meegave, bundel_for, meegaven_for, oso_bestand_for, stukken_van_for
from overstap.domain.overdrachten.rules import csv
from overstap.domain.rapporten.queries import bevroren_for, pdf_for
from overstap.domain.scholen.queries import regio_for
from overstap.foundation.access import Actor, NietGevonden
from overstap.foundation.klok import dag
from overstap.integrations.oso import Schrijffout
from overstap.integrations.oso.bestandssoort import extensie_van
from overstap.integrations.oso.eigen_las import schrijf_eigen_las
from overstap.integrations.pdf import Stijl, maak_pdf
from overstap.integrations.zipschrijven import Lid, zip_in_stukken
from overstap.jobs.document import zienswijze
from overstap.jobs.taak import taak


@taak("bundel.maken")
def maak_bundel(*, bundel_id: UUID, by: Actor, at: datetime) -> None:
    """Make and keep the ZIP; nothing when it was thrown away, or made before."""
    try:
        bundel = bundel_for(by, bundel_id, at)
    except NietGevonden:
        return
    if bundel.bestand_id is None:
        over: list[str] = []
        soort = Bundelsoort(bundel.soort)
        leden = _oso(by, bundel.van, over, at) if soort is Bundelsoort.OSO else _documenten(by, bundel.van, over, at)
        bewaar_bundel(bundel=bundel, stukken=zip_in_stukken(leden), over=over, by=by, at=at)


def _oso(by: Actor, van: list[UUID], over: list[str], at: datetime) -> Iterator[Lid]:
    """One file for each pupil, named by an id: no name and no BSN stands in the list of a ZIP."""
    for meegave in meegaven_for(by, van):
        naam = f"oso-{meegave.id.hex[:8]}.xml"
        if meegave.overdracht is None:
            xml = _eigen_las(by, meegave, at)
            lid = Lid(naam, partial(io.BytesIO, xml)) if xml else None
        else:
            lezer = oso_bestand_for(by, meegave.overdracht)
            lid = Lid(naam, partial(_open, lezer)) if lezer else None
        if lid:
            yield lid
        else:
            over.append(str(meegave.id))


def _eigen_las(by: Actor, meegave: Meegave, at: datetime) -> bytes | None:
    slot = slot_for(by, meegave.dossier)
    bewijs = bewijs_van_inzage_for(by, meegave.dossier)
    try:
        return schrijf_eigen_las(
            bevroren_for(by, meegave.versie, slot).inhoud,
            nummer=nummer_for(by, meegave.dossier, slot),
            inzage=(bewijs[0], [inzage.akkoord for inzage in bewijs[1]]) if bewijs else None,
            pdf=pdf_for(by, meegave.versie, "vo", slot),
            datum=dag(at),
        )
    except Schrijffout:
        return None


def _documenten(by: Actor, van: list[UUID], over: list[str], at: datetime) -> Iterator[Lid]:
    """A folder for each pupil, and a list that says which folder is whose."""
    rijen = []
    for nummer, meegave in enumerate(meegaven_for(by, van), start=1):
        map_, leerling = f"leerling-{nummer:03}", meegave.dossier.leerling
        leden = list(_map(by, meegave, map_, at))
        if not leden:
            over.append(str(meegave.id))
        yield from leden
        rijen.append((map_ if leden else "nog niet klaar", leerling.naam, meegave.dossier.school.naam))
    lijst = csv(("Map", "Leerling", "Basisschool"), rijen)
    yield Lid("inhoud.csv", partial(io.BytesIO, lijst))


def _map(by: Actor, meegave: Meegave, map_: str, at: datetime) -> Iterator[Lid]:
    stukken = stukken_van_for(by, meegave, at)
    if stukken is None:
        return
    yield Lid(f"{map_}/rapport.pdf", partial(io.BytesIO, stukken.rapport))
    for nummer, pdf in enumerate(stukken.aanvullingen, start=1):
        yield Lid(f"{map_}/aanvulling-{nummer}.pdf", partial(io.BytesIO, pdf))
    woord = regio_for(by, meegave.dossier.school_id).instellingen["woorden"]["rapport_lang"]
    for nummer, tekst in enumerate(stukken.zienswijzen, start=1):
        blad = maak_pdf(zienswijze(tekst, meegave.dossier, woord), Stijl.OUDERS)
        yield Lid(f"{map_}/zienswijze-{nummer}.pdf", partial(io.BytesIO, blad))
    for nummer, bron in enumerate(stukken.bijlagen, start=1):
        yield Lid(f"{map_}/bijlage-{nummer}.{extensie_van(bron.bestandsnaam)}", bron.open)


def _open(lezer: BinaryIO) -> BinaryIO:
    """What was opened under row-level security, when its turn comes."""
    return lezer
