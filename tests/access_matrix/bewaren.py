"""What of the world of the access matrix is on a list for destruction, went for good, or is restricted?"""

from __future__ import annotations

from uuid import UUID

from overstap.domain.bewaren.actions import haal_rijen_weg, kies_termijn, stel_vernietiging_voor, vrijgeven
from overstap.domain.bewaren.enums import Bewaarsoort
from overstap.domain.bewaren.queries import regels_for, vernietiging_for
from overstap.domain.dossiers.actions import beperk_gebruik, hef_beperking_op, maak_dossier
from overstap.domain.dossiers.enums import Beperkreden, Opheffing
from overstap.domain.leerlingen.rules import Namen
from overstap.foundation.access import Rol
from overstap.foundation.rls import als
from overstap.jobs.taak import systeem_voor
from tests.wereld import AT, Plek

LANG_GELEDEN = "2018-2019"


def oud_dossier(plek: Plek, roepnaam: str, schooljaar: str = LANG_GELEDEN) -> UUID:
    """A pupil of long ago, of whom no report was ever made: two years are over."""
    with als(plek.mensen[Rol.ADMINISTRATIE_PO]) as by:
        return maak_dossier(namen=Namen(roepnaam, "", "Vroeger"), groep="8A", schooljaar=schooljaar, by=by, at=AT).id


def op_de_lijst(plek: Plek, *dossier_ids: UUID) -> UUID:
    """The administration proposes these."""
    with als(plek.mensen[Rol.ADMINISTRATIE_PO]) as by:
        return stel_vernietiging_voor(object_ids=dossier_ids, by=by, at=AT)


def geef_vrij(plek: Plek, lijst: UUID) -> list[UUID]:
    """The directeur releases it; returns its lines."""
    with als(plek.mensen[Rol.DIRECTEUR]) as by:
        vrijgeven(vernietiging_id=lijst, by=by, at=AT)
        return [regel.rij.id for regel in regels_for(by, vernietiging_for(by, lijst))]


def vernietig(plek: Plek) -> UUID:
    """One pupil is gone but for the keys; another one waits on a list for the second person. Returns that list."""
    eerste, tweede = oud_dossier(plek, "Oud"), oud_dossier(plek, "Ouder")
    (regel,) = geef_vrij(plek, op_de_lijst(plek, eerste))
    with als(systeem_voor(plek.id)) as by:
        haal_rijen_weg(regel_id=regel, by=by, at=AT)
    with als(plek.mensen[Rol.DIRECTEUR]) as by:
        kies_termijn(soort=Bewaarsoort.ZONDER_RAPPORT, maanden=12, by=by, at=AT)
    return op_de_lijst(plek, tweede)


def beperk(plek: Plek, dossier_id: UUID) -> None:
    """A restriction of a pupil that was lifted again: nothing stands in the way of the other tests."""
    with als(plek.mensen[Rol.DIRECTEUR]) as by:
        beperk_gebruik(dossier_id=dossier_id, reden=Beperkreden.JUISTHEID, by=by, at=AT)
        hef_beperking_op(dossier_id=dossier_id, opheffing=Opheffing.KLOPT, by=by, at=AT)
