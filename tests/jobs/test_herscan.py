"""Does nothing unscanned leave by any door, and is what was safe yesterday looked at again with today's signatures?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

from overstap.domain.bijlagen.enums import Scanstaat, Weigerreden
from overstap.domain.bijlagen.models import Bijlage
from overstap.domain.bijlagen.queries import bijlagen_for, bron_for
from overstap.domain.bijlagen.rules import VertrekGeweigerd
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.importen.actions import neem_ontvangst_in
from overstap.domain.importen.enums import Ontvangstherkomst
from overstap.domain.importen.models import Ontvangstbijlage
from overstap.domain.overdrachten.actions import OverdrachtGeweigerd, verstuur
from overstap.domain.overdrachten.models import Overdracht
from overstap.domain.overdrachten.queries import oso_bestand_for
from overstap.foundation.access import Rol
from overstap.foundation.rls import als
from overstap.integrations.oso import lees
from overstap.jobs.bijlagen import controleer_wachtende, scan_opnieuw
from overstap.jobs.taak import systeem_voor
from tests.clamd import NUMMER, Clamd, draaiende_clamd
from tests.web.vo.ontvangst import client_van, client_van_ouder, met_alles
from tests.wereld import AT, Geval, Wereld, logboek, maak_pdf_nu, regio, zet_oso_nu_klaar

LATER = AT + timedelta(days=1)


@pytest.fixture(scope="module")
def clamd() -> Iterator[Clamd]:
    with draaiende_clamd() as gestart:
        yield gestart


def bijlagen(geval: Geval) -> list[Bijlage]:
    with als(geval.school[Rol.DIRECTEUR]) as by:
        return list(bijlagen_for(by, dossier_for(by, geval.dossier_id)).filter(vrijgegeven_op__isnull=False))


def deuren(wereld: Wereld, geval: Geval, bijlage: Bijlage) -> dict[str, tuple[Client, str, str]]:
    """Every page that gives a file which holds an attachment, by who stands before it."""
    vo, dossier = f"/vo/overdrachten/{geval.overdracht_id}/", f"/po/dossiers/{geval.dossier_id}/"
    return {
        "vo": (client_van(wereld.vo.toelating), "get", f"{vo}bijlagen/{bijlage.id}/"),
        "oso": (client_van(wereld.vo.toelating), "post", f"{vo}oso/"),
        "school": (client_van(wereld.a.directeur), "get", f"{dossier}bijlagen/{bijlage.id}/"),
        "ouder": (client_van_ouder(geval.ouders[0].ouder_id), "get", f"/ouders/rapport/bijlagen/{bijlage.id}/"),
    }


def open_deuren(wereld: Wereld, geval: Geval, bijlage: Bijlage) -> set[str]:
    """Through which of them a file comes out."""
    alle = deuren(wereld, geval, bijlage)
    antwoorden = {wie: getattr(client, wijze)(adres) for wie, (client, wijze, adres) in alle.items()}
    return {
        wie for wie, antwoord in antwoorden.items() if "attachment" in antwoord.headers.get("Content-Disposition", "")
    }


def test_unscanned_leaves_by_no_door_and_infected_later_comes_back(
    db: None, clamd: Clamd, settings, django_capture_on_commit_callbacks
) -> None:
    wereld = regio()
    geval = met_alles(wereld, bestanden=False)
    maak_pdf_nu(geval)
    van_buiten = neem_in(wereld)
    eerste = bijlagen(geval)[0]
    # In production without a scanner: nothing, by no door, not even in the file that is made.
    settings.OVERSTAP_SCANPLICHT = True
    assert open_deuren(wereld, geval, eerste) == set()
    with pytest.raises(VertrekGeweigerd):
        zet_oso_nu_klaar(geval)
    settings.OVERSTAP_CLAMD = clamd.pad
    with django_capture_on_commit_callbacks(execute=True):
        assert controleer_wachtende(AT) == len(bijlagen(geval)) + len(van_buiten)
    zet_oso_nu_klaar(geval)
    goed = bijlagen(geval)
    assert {(b.scanstaat, b.gescand_op) for b in goed} == {(Scanstaat.VEILIG, AT)}
    assert open_deuren(wereld, geval, goed[0]) == {"vo", "oso", "school", "ouder"}
    assert scan_opnieuw(LATER) == 0  # nothing newer to look with

    with django_capture_on_commit_callbacks(execute=True), clamd.nieuwere_handtekeningen(_staart(geval, goed[0])):
        assert scan_opnieuw(LATER) == len(goed) + len(van_buiten)
        assert scan_opnieuw(LATER) == 0
        _met_nieuwere(wereld, geval, goed)
    with als(wereld.vo.toelating):
        met = dict(Ontvangstbijlage.objects.filter(id__in=van_buiten).values_list("gescand_met", "scan"))
    assert all(str(NUMMER) in naam for naam in met)
    assert Scanstaat.GEWEIGERD in met.values()  # the same file came to the vo school by another way


def neem_in(wereld: Wereld) -> list[UUID]:
    """A vo school took in a file of another pupil, from outside; its attachments."""
    with als(wereld.vo.administratie) as by:
        gelezen = replace(wereld.b.gelezen(9), bestanden=wereld.a.gelezen(0, met_stukken=True).bestanden[:2])
        neem_ontvangst_in(gelezen=gelezen, herkomst=Ontvangstherkomst.BASISSCHOOL, by=by, at=AT - timedelta(days=1))
        return list(Ontvangstbijlage.objects.values_list("id", flat=True))


def _staart(geval: Geval, bijlage: Bijlage) -> bytes:
    """A part of it that no other attachment has."""
    with als(systeem_voor(geval.school.id)) as by:
        bron = bron_for(by, bijlage, slot_for(by, dossier_for(by, geval.dossier_id)))
        with bron.open() as lezer:
            return lezer.read()[-80:]


def _met_nieuwere(wereld: Wereld, geval: Geval, goed: list[Bijlage]) -> None:
    with als(geval.school[Rol.DIRECTEUR]):
        slecht, beter = (Bijlage.objects.get(id=b.id) for b in goed[:2])
    assert (slecht.scanstaat, slecht.weigerreden, slecht.vrijgegeven) == (Scanstaat.GEWEIGERD, Weigerreden.VIRUS, False)
    assert (beter.scanstaat, beter.gescand_op) == (Scanstaat.VEILIG, LATER)
    assert str(NUMMER) in beter.gescand_met
    # What already went is held back, both schools read why, and the log says it.
    assert open_deuren(wereld, geval, slecht) == set()
    assert open_deuren(wereld, geval, beter) == {"vo", "school", "ouder"}
    vo = client_van(wereld.vo.toelating).get(f"/vo/overdrachten/{geval.overdracht_id}/").content.decode()
    assert "zit een virus" in vo
    po = client_van(wereld.a.directeur)
    assert "zit een virus" in po.get(f"/po/dossiers/{geval.dossier_id}/overdracht/").content.decode()
    assert "Bekijk geweigerde bijlage" in po.get("/po/").content.decode()
    assert "1 bijlage is geweigerd" in po.get(f"/po/dossiers/{geval.dossier_id}/").content.decode()
    assert {"bijlage.geweigerd", "overdracht.tegengehouden"} <= set(logboek(geval))
    _stuur_opnieuw(geval, slecht)


def _stuur_opnieuw(geval: Geval, slecht: Bijlage) -> None:
    """The same version may go once more, and goes without it."""
    with als(geval.school[Rol.DIRECTEUR]) as by:
        verstuur(dossier_id=geval.dossier_id, aanmelding_id=geval.aanmelding_id, by=by, at=LATER)
        with pytest.raises(OverdrachtGeweigerd):
            verstuur(dossier_id=geval.dossier_id, aanmelding_id=geval.aanmelding_id, by=by, at=LATER)
        geval.overdracht_id = Overdracht.objects.get(dossier_id=geval.dossier_id, ingetrokken_op=None).id
    zet_oso_nu_klaar(geval)
    with als(geval.school[Rol.DIRECTEUR]) as by:
        lezer = oso_bestand_for(by, Overdracht.objects.get(id=geval.overdracht_id))
        assert lezer is not None
        mee = {bestand.bestandsnaam for bestand in lees(lezer.read()).bestanden}
    # The report, the zienswijze and the attachment that is still well.
    assert len(mee) == 3, mee
