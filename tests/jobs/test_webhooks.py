"""Does a program hear once of what it may know, again while nobody takes it, and does that end?"""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from uuid import UUID, uuid4

import pytest

from overstap.domain.koppelingen.actions import (
    hervat_webhook,
    maak_koppeling,
    meld_programmas,
    ruim_bezorgingen_op,
    zet_webhook,
)
from overstap.domain.koppelingen.enums import Bezorguitkomst, Webhookgebeurtenis
from overstap.domain.koppelingen.models import Bezorging, Webhook
from overstap.domain.koppelingen.queries import bezorgingen_for, gestopte_for, koppeling_for, webhook_for
from overstap.domain.koppelingen.rules import BEREIKEN, STOP_NA
from overstap.foundation.access import Actor
from overstap.foundation.queue import opvangen
from overstap.foundation.rls import als
from overstap.jobs.taak import systeem_voor
from overstap.jobs.webhooks import NietAangekomen, bezorg
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


def test_who_wants_nothing_more_says_so_with_410(streek: Wereld) -> None:
    vo = streek.vo.toelating
    with luisteraar(410) as (adres, _gekregen):
        koppeling_id = luister(vo, adres)
        (bezorging_id,) = meld(vo, uuid4())
        bezorg(bezorging_id=bezorging_id, by=systeem_voor(streek.vo.id), at=AT)
    assert stand(vo, koppeling_id)[0].gestopt_op == AT


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
