"""Does a program hear once of what it may know, again while nobody takes it, and does that end?"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID, uuid4

import pytest

from overstap.domain.koppelingen.actions import (
    TAAK_GESTOPT,
    hervat_webhook,
    maak_koppeling,
    meld_programmas,
    ruim_bezorgingen_op,
    vernieuw_geheim,
    zet_webhook,
)
from overstap.domain.koppelingen.enums import Bereik, Bezorguitkomst, Webhookgebeurtenis
from overstap.domain.koppelingen.models import Bezorging, Webhook
from overstap.domain.koppelingen.queries import (
    bezorgingen_for,
    geheimen_for,
    gestopte_for,
    koppeling_for,
    koppelingen_for,
    ophalers_for,
    webhook_for,
)
from overstap.domain.koppelingen.rules import BEREIKEN, GEHEIM_LOOPT_DOOR, STOP_NA
from overstap.foundation.access import Actor, GeenRecht, NietGevonden
from overstap.foundation.queue import opvangen
from overstap.foundation.rls import als
from overstap.integrations.mail import lees_post
from overstap.jobs.taak import systeem_voor
from overstap.jobs.webhooks import NietAangekomen, bezorg, mail_gestopt, meld_opgehaald
from tests.integrations.test_webhook import luisteraar
from tests.wereld import AT, VANDAAG, Wereld, regio

KLAAR = Webhookgebeurtenis.OVERDRACHT_KLAAR


@pytest.fixture(scope="module")
def streek(samen: None) -> Wereld:
    return regio()


@pytest.fixture(autouse=True)
def _demo(opnieuw: None, settings: SimpleNamespace) -> None:
    """Messages may go to this machine."""
    settings.OVERSTAP_DEMO = True


def luister(wie: Actor, adres: str) -> UUID:
    with als(wie) as by:
        soort = "vo" if wie.rol == "toelatingscommissie" else "po"
        koppeling_id = maak_koppeling(
            naam="LAS", bereik=BEREIKEN[soort], tot=VANDAAG + timedelta(days=30), by=by, at=AT
        )
        zet_webhook(koppeling_id=koppeling_id, adres=adres, by=by, at=AT)
    return koppeling_id


def meld(wie: Actor, over: UUID, gebeurtenis: Webhookgebeurtenis = KLAAR) -> list[UUID]:
    """The messages that a job of this organisation asks to be delivered."""
    werk: list[UUID] = []
    assert wie.organisatie_id
    with (
        opvangen(lambda _naam, ids: werk.append(UUID(ids["bezorging_id"]))),
        als(systeem_voor(wie.organisatie_id)) as by,
    ):
        meld_programmas(gebeurtenis=gebeurtenis, object_id=over, by=by, at=AT)
    return werk


def stand(wie: Actor, koppeling_id: UUID) -> tuple[Webhook, list[Bezorging]]:
    with als(wie) as by:
        webhook = webhook_for(by, koppeling_for(by, koppeling_id))
        assert webhook is not None
        return webhook, list(bezorgingen_for(by, webhook))


def test_a_program_hears_once_and_only_of_what_is_its_own(streek: Wereld) -> None:
    vo, over = streek.vo.toelating, uuid4()
    with luisteraar() as (adres, gekregen):
        koppeling_id = luister(vo, adres)
        (bezorging_id,) = meld(vo, over)
        assert meld(vo, over) == []
        assert meld(vo, over, Webhookgebeurtenis.ZAAK_ONTVANGEN) == []
        assert meld(streek.a.directeur, over) == []
        for _ in range(2):
            bezorg(bezorging_id=bezorging_id, by=systeem_voor(streek.vo.id), at=AT)
    ((kop, inhoud),) = gekregen
    assert kop["webhook-id"] == str(bezorging_id)
    assert str(over).encode() in inhoud
    _webhook, (rij,) = stand(vo, koppeling_id)
    assert (rij.uitkomst, rij.status, rij.pogingen, rij.bezorgd_op) == (Bezorguitkomst.BEZORGD, 204, 1, AT)
    # Of another organisation there is nothing to deliver.
    bezorg(bezorging_id=bezorging_id, by=systeem_voor(streek.a.id), at=AT)


def test_each_fetch_of_one_dossier_is_told_once(streek: Wereld) -> None:
    po, dossier_id = streek.a.directeur, uuid4()
    luister(po, "http://127.0.0.1:9/")
    werk: list[str] = []
    with opvangen(lambda naam, _ids: werk.append(naam)), als(systeem_voor(streek.a.id)) as by:
        een, nieuwe_versie = uuid4(), uuid4()
        for overdracht_id in (een, een, nieuwe_versie, nieuwe_versie):
            meld_opgehaald(dossier_id=dossier_id, overdracht_id=overdracht_id, by=by, at=AT)
        assert len(werk) == 2
        assert {rij.object_id for rij in Bezorging.objects.all()} == {dossier_id}


def test_what_nobody_takes_is_tried_again_and_stops_after_days(streek: Wereld) -> None:
    vo = streek.vo.toelating
    with luisteraar(500) as (adres, gekregen):
        koppeling_id = luister(vo, adres)
        (bezorging_id,) = meld(vo, uuid4())
        for wanneer in (AT, AT + timedelta(hours=1), AT + STOP_NA):
            with pytest.raises(NietAangekomen):
                bezorg(bezorging_id=bezorging_id, by=systeem_voor(streek.vo.id), at=wanneer)
        # The same message each time, signed anew.
        assert len({(kop["webhook-id"], inhoud) for kop, inhoud in gekregen}) == 1
        assert len({kop["webhook-signature"] for kop, _inhoud in gekregen}) == 3
        webhook, (rij,) = stand(vo, koppeling_id)
        assert (webhook.mislukt_sinds, webhook.gestopt_op, rij.pogingen, rij.status) == (AT, AT + STOP_NA, 3, 500)
        bezorg(bezorging_id=bezorging_id, by=systeem_voor(streek.vo.id), at=AT + STOP_NA)
        assert len(gekregen) == 3
    assert meld(vo, uuid4()) == []
    with als(vo) as by:
        assert [een.id for een in gestopte_for(by)] == [webhook.id]
        hervat_webhook(koppeling_id=koppeling_id, by=by, at=AT + STOP_NA)
    assert len(meld(vo, uuid4())) == 1


def test_who_wants_nothing_more_says_so_with_410_and_who_manages_is_mailed(
    streek: Wereld, settings: SimpleNamespace, tmp_path: Path
) -> None:
    settings.OVERSTAP_POSTBUS_MAP, settings.EMAIL_BACKEND = tmp_path, "overstap.integrations.mail.DemoPostbus"
    vo, systeem, werk = streek.vo.toelating, systeem_voor(streek.vo.id), []
    with luisteraar(410) as (adres, _gekregen):
        koppeling_id = luister(vo, adres)
        (bezorging_id,) = meld(vo, uuid4())
        with opvangen(lambda naam, ids: werk.append((naam, ids))):
            bezorg(bezorging_id=bezorging_id, by=systeem, at=AT)
    assert stand(vo, koppeling_id)[0].gestopt_op == AT
    assert werk == [(TAAK_GESTOPT, {"koppeling_id": str(koppeling_id), "organisatie_id": str(streek.vo.id)})]

    mail_gestopt(koppeling_id=koppeling_id, by=systeem, at=AT)
    bericht, ook = lees_post(tmp_path)
    assert bericht.tekst == ook.tekst, "everybody who manages the programs"
    assert bericht.onderwerp == "Overstap kan een programma niet bereiken"
    assert f"/koppelingen/{koppeling_id}/berichten/" in bericht.tekst
    assert "LAS" not in bericht.tekst, "of which program stands behind the door"
    with als(vo) as by:
        hervat_webhook(koppeling_id=koppeling_id, by=by, at=AT)
    mail_gestopt(koppeling_id=koppeling_id, by=systeem, at=AT)
    assert len(lees_post(tmp_path)) == 2, "nothing when they run again"


def test_a_secret_changes_while_both_count_for_a_week(streek: Wereld) -> None:
    vo = streek.vo.toelating
    koppeling_id = luister(vo, "https://las.example/haak")
    webhook, _rijen = stand(vo, koppeling_id)
    with als(vo) as by:
        (oud,) = geheimen_for(by, webhook, AT)
        nieuw = vernieuw_geheim(koppeling_id=koppeling_id, by=by, at=AT)
    webhook, _rijen = stand(vo, koppeling_id)
    with als(vo) as by:
        bijna = AT + GEHEIM_LOOPT_DOOR - timedelta(seconds=1)
        assert geheimen_for(by, webhook, bijna) == [nieuw, oud]
        assert geheimen_for(by, webhook, AT + GEHEIM_LOOPT_DOOR) == [nieuw]
    for ander in (streek.a.directeur, streek.vo.zorg):
        with pytest.raises((NietGevonden, GeenRecht)), als(ander) as by:
            vernieuw_geheim(koppeling_id=koppeling_id, by=by, at=AT)


def test_a_sender_reads_which_programs_fetch_and_no_others(streek: Wereld) -> None:
    luister(streek.vo.toelating, "https://las.example/haak")
    luister(streek.a.directeur, "https://las.example/haak")
    bereik = Bereik.OVERDRACHTEN_OPHALEN
    with als(streek.b.directeur) as by:
        assert ophalers_for(by, streek.vo.id, bereik, VANDAAG) == ["LAS"]
        assert ophalers_for(by, streek.vo.id, bereik, VANDAAG + timedelta(days=31)) == [], "past its last day"
        assert ophalers_for(by, streek.a.id, bereik, VANDAAG) == [], "another bereik"
        assert koppelingen_for(streek.vo.toelating).count() == 0, "nothing else of them"


def test_outside_a_demo_an_address_inside_is_never_asked(streek: Wereld, settings: SimpleNamespace) -> None:
    vo = streek.vo.toelating
    settings.OVERSTAP_DEMO = False
    with luisteraar() as (adres, gekregen):
        koppeling_id = luister(vo, adres)
        (bezorging_id,) = meld(vo, uuid4())
        with pytest.raises(NietAangekomen):
            bezorg(bezorging_id=bezorging_id, by=systeem_voor(streek.vo.id), at=AT)
        assert gekregen == []
    assert stand(vo, koppeling_id)[1][0].uitkomst == Bezorguitkomst.ADRES


def test_messages_are_forgotten_after_a_month(streek: Wereld) -> None:
    vo = streek.vo.toelating
    koppeling_id = luister(vo, "http://127.0.0.1:9/")
    meld(vo, uuid4())
    for dagen, over in ((30, 1), (31, 0)):
        with als(systeem_voor(streek.vo.id)) as by:
            ruim_bezorgingen_op(by=by, at=AT + timedelta(days=dagen))
        assert len(stand(vo, koppeling_id)[1]) == over
