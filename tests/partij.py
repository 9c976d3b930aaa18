"""How does a test make a ZIP of OSO files, and let the worker do all its turns at once?"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from uuid import UUID

from overstap.config.demo.oso_bestanden import voorbeeld
from overstap.domain.importen.actions import bewaar_partij
from overstap.domain.importen.queries import Partijregel, partij_for, regels_for
from overstap.domain.scholen.rules import School
from overstap.foundation.access import Actor
from overstap.foundation.queue import opvangen
from overstap.foundation.rls import als
from overstap.jobs.taak import voer_uit
from tests.wereld import AT, VANDAAG, kind

TAAK = "importen.verwerken"


def osobestand(school: School, nummer: int = 0, **anders: object) -> bytes:
    """The OSO file of an invented pupil of this school."""
    return voorbeeld(kind(nummer, **anders), school, VANDAAG)


def zipbestand(leden: Iterable[tuple[str, bytes]]) -> bytes:
    """A ZIP of these (name, bytes), names may come twice."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, ruw in leden:
            zip_.writestr(naam, ruw)
    return uit.getvalue()


def laat_werken(organisatie_id: UUID, partij_id: UUID) -> int:
    """Do every turn that the worker would do now; returns how many."""
    wachtrij, beurten = [str(partij_id)], 0
    while wachtrij:
        # Other jobs, such as the check of an attachment, are no turn.
        with opvangen(lambda naam, args: wachtrij.append(args["partij_id"]) if naam == TAAK else None):
            voer_uit(TAAK, str(organisatie_id), {"partij_id": wachtrij.pop()}, AT)
        beurten += 1
    return beurten


def gelezen_partij(wie: Actor, leden: Iterable[tuple[str, bytes]]) -> UUID:
    """Upload a ZIP and let the worker read it; returns the partij."""
    with als(wie) as by:
        partij_id = bewaar_partij(stukken=[zipbestand(leden)], by=by, at=AT)
    laat_werken(wie.werkt_bij, partij_id)
    return partij_id


def regels_van(wie: Actor, partij_id: UUID) -> tuple[Partijregel, ...]:
    """What the list shows now."""
    with als(wie) as by:
        return regels_for(by, partij_for(by, partij_id, AT))
