"""Does an attachment that came after definitief wait for the parents, go once, and reach nobody before that?"""

from __future__ import annotations

from copy import deepcopy
from uuid import UUID

import pytest

from overstap.domain.bijlagen.actions import trek_bijlage_in, voeg_toe
from overstap.domain.bijlagen.enums import Bijlagesoort, Ontvanger
from overstap.domain.bijlagen.models import Bijlage
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.dossiers.rules import NietInvulbaar
from overstap.domain.inzages.actions import open_rapport
from overstap.domain.inzages.actions.bijlagen import bepaal_bijlage, voeg_bijlage_toe
from overstap.domain.overdrachten.actions import OverdrachtGeweigerd
from overstap.domain.overdrachten.models import Overdracht
from overstap.domain.overdrachten.queries import definitieve_versie_for, ging_mee_for
from overstap.domain.overdrachten.queries.later import latere_bijlagen_for
from overstap.domain.overdrachten.queries.overdracht import gaat_nu_mee_for
from overstap.domain.rapporten.rules.aanvullen import Aanvulstand
from overstap.foundation.access import Actor, Rol
from overstap.foundation.rls import als
from tests.wereld import AT, Geval, Wereld, dagen_terug, logboek, regio


@pytest.fixture(scope="module")
def begin(samen: None) -> tuple[Wereld, Geval]:
    wereld = regio()
    return wereld, wereld.dossier_in(Staat.GELEZEN)


@pytest.fixture
def geval(opnieuw: None, begin: tuple[Wereld, Geval]) -> Geval:
    return deepcopy(begin[1])


def voeg(by: Actor, geval: Geval, **anders: object) -> UUID:
    met = {
        "dossier_id": geval.dossier_id, "bestandsnaam": "later.pdf", "omschrijving": "", "mime": "application/pdf",
        "soort": Bijlagesoort.LVS_PROFIEL, "inhoud": [b"%PDF-1.7"], "omvang": 8, "besproken_op": None,
        "by": by, "at": dagen_terug(3), **anders,
    }  # fmt: skip
    return voeg_bijlage_toe(**met)  # type: ignore[arg-type]  # one dictionary of everything


def geef_vrij(by: Actor, geval: Geval, bijlage_id: UUID) -> None:
    bepaal_bijlage(
        dossier_id=geval.dossier_id, bijlage_id=bijlage_id, soort=Bijlagesoort.LVS_PROFIEL, aan={Ontvanger.VO},
        gegeven=None, besproken_op=None, by=by, at=dagen_terug(3),
    )  # fmt: skip


def stand(geval: Geval, at=AT) -> Aanvulstand:
    with als(geval.school[Rol.DIRECTEUR]) as by:
        [regel] = latere_bijlagen_for(by, dossier_for(by, geval.dossier_id), at)
        return regel.stand


def nu_mee(geval: Geval) -> tuple[list[UUID], list[UUID]]:
    """What the page of sending says that goes now, and what waits."""
    with als(geval.school[Rol.DIRECTEUR]) as by:
        dossier = dossier_for(by, geval.dossier_id)
        versie = definitieve_versie_for(by, dossier)
        mee, wacht = gaat_nu_mee_for(by, dossier, slot_for(by, dossier), versie, AT)
    return [b.rij.id for b in mee], [b.rij.id for b in wacht]


def bij_het_vo(geval: Geval) -> list[UUID]:
    with als(geval.vo[Rol.TOELATINGSCOMMISSIE]) as by:
        overdracht = Overdracht.objects.get(id=geval.overdracht_id)
        mee = ging_mee_for(by, overdracht, slot_for(by, overdracht.dossier))
        # Without our own filter the second lock still holds.
        assert {b.rij.id for b in mee} == set(Bijlage.objects.values_list("id", flat=True))
        return [b.rij.id for b in mee]


def test_it_waits_for_the_parents_and_then_goes_with_the_next_sending(geval: Geval):
    with als(geval.school[Rol.LEERKRACHT]) as by:
        later = voeg(by, geval)
        # Also a kind that the region opens: a person decides, and the parents are told.
        assert not Bijlage.objects.get(id=later).vrijgegeven
        geef_vrij(by, geval, later)
    assert logboek(geval)[-2:] == ["bijlage.toegevoegd", "bijlage.vrijgegeven"]
    assert stand(geval) is Aanvulstand.BIJ_OUDERS
    assert nu_mee(geval) == ([], [later])
    # The vo school has this report already, and nothing new may go yet.
    with pytest.raises(OverdrachtGeweigerd, match="al naar deze school gestuurd"):
        geval.verstuur(AT)
    for ouder in geval.ouders:
        with als(ouder.actor) as by:
            open_rapport(by=by, at=dagen_terug(2))
    assert stand(geval) is Aanvulstand.KAN_MEE
    assert nu_mee(geval) == ([later], [])
    assert bij_het_vo(geval) == []
    geval.verstuur(AT)
    assert nu_mee(geval) == ([later], [])
    assert stand(geval) is Aanvulstand.VERSTUURD
    assert bij_het_vo(geval) == [later]
    assert "bijlage.later_verstuurd" in logboek(geval)
    # What went is no longer closed by a tick: it is withdrawn.
    with als(geval.school[Rol.LEERKRACHT]) as by, pytest.raises(NietInvulbaar):
        bepaal_bijlage(
            dossier_id=geval.dossier_id, bijlage_id=later, soort=Bijlagesoort.LVS_PROFIEL, aan=(), gegeven=None,
            besproken_op=None, by=by, at=AT,
        )  # fmt: skip
    with als(geval.school[Rol.LEERKRACHT]) as by:
        trek_bijlage_in(dossier_id=geval.dossier_id, bijlage_id=later, by=by, at=AT)
    assert bij_het_vo(geval) == []


def test_the_term_of_the_parents_passes(geval: Geval):
    with als(geval.school[Rol.LEERKRACHT]) as by:
        geef_vrij(by, geval, voeg(by, geval))
    assert stand(geval, dagen_terug(-12)) is Aanvulstand.KAN_MEE
    assert stand(geval, dagen_terug(-11)) is Aanvulstand.BIJ_OUDERS


def test_without_a_version_to_stand_beside_a_definitive_report_takes_nothing(geval: Geval):
    with als(geval.school[Rol.LEERKRACHT]) as by, pytest.raises(NietInvulbaar):
        voeg_toe(
            dossier_id=geval.dossier_id, bestandsnaam="a.pdf", omschrijving="", mime="application/pdf",
            soort=Bijlagesoort.OVERIG, inhoud=[b"%PDF-1.7"], omvang=8, besproken_op=None, by=by, at=AT,
        )  # fmt: skip
