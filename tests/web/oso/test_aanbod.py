"""K7 as doel: does a samenwerkingsverband get what a school elsewhere set ready, and is that school told once?"""

from __future__ import annotations

import html
import re
from datetime import timedelta
from functools import cache
from unittest.mock import Mock
from uuid import UUID

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.urls import reverse

from overstap.domain.importen.models import Ontvangst, Upload
from overstap.domain.zorgroutes.actions import ruim_aanbod_op
from overstap.domain.zorgroutes.enums import Deskundige
from overstap.domain.zorgroutes.models import Zaak, Zorgaanbod
from overstap.domain.zorgroutes.queries import zaken_for
from overstap.domain.zorgroutes.queries.aanbod import aanbiedingen_for
from overstap.foundation.access import Rol
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.rls import als
from overstap.integrations.oso.draad import doel
from overstap.integrations.oso.draad.aansluiting import Aansluiting
from overstap.integrations.oso.draad.fouten import Draadfout
from overstap.integrations.oso.simulator.las import Dossier
from overstap.integrations.oso.simulator.opstelling import OIN_PO, Simulator
from overstap.integrations.oso.simulator.systeem import Storing
from overstap.jobs import zorgaanbod
from overstap.jobs.taak import NogNiet, systeem_voor, voer_uit
from tests.integrations.oso.leerling import NUMMER, opgesteld
from tests.lijn import luister_mee, open_blokken
from tests.web.na_definitief import client_van
from tests.wereld import AT, VANDAAG, Wereld

BESLUIT = "Praktijkonderwijs past het best."


@cache
def dossier(profiel: str = "POSWV") -> bytes:
    return opgesteld(profiel=profiel).xml


@pytest.fixture
def school(wereld: Wereld, sim: Simulator) -> Simulator:
    """Its own leerlingadministratie stands open, with a zorgaanmelding; Overstap gives nothing for it."""
    sim.centrale.punten[sim.po.kenmerk].actief = True
    sim.po.dossiers[NUMMER.waarde] = Dossier(dossier())
    return sim


def meld(sim: Simulator, aansluiting: Aansluiting) -> str:
    [punt] = aansluiting.bij_ons.values()
    return sim.po.bied_aan(NUMMER.waarde, punt.brin, punt.kenmerk)


def het_aanbod(wereld: Wereld) -> Zorgaanbod:
    with als(wereld.swv[Rol.SWV_LOKET]) as by:
        [rij] = aanbiedingen_for(by)
    return rij


def loket(wereld: Wereld) -> Client:
    return client_van(wereld.swv[Rol.SWV_LOKET])


def commissie(wereld: Wereld) -> Client:
    return client_van(wereld.swv[Rol.SWV_COMMISSIE])


def lees(client: Client, naam: str, **waar: UUID) -> str:
    with time_machine.travel(AT, tick=False):
        antwoord = client.get(reverse(naam, kwargs=waar))
    assert antwoord.status_code == 200, antwoord
    return html.unescape(re.sub(r"\s+", " ", antwoord.content.decode()))


def doe(client: Client, naam: str, verwacht: int = 303, /, *, in_: dict[str, str] | None = None, **waar: UUID) -> str:
    with time_machine.travel(AT, tick=False):
        antwoord = client.post(reverse(naam, kwargs=waar), in_ or {})
    assert antwoord.status_code == verwacht, antwoord.content.decode()
    return html.unescape(antwoord.content.decode())


def werk(wereld: Wereld, taak: str, aanbod_id: UUID) -> None:
    voer_uit(taak, str(wereld.swv.id), {"aanbod_id": str(aanbod_id)}, AT)


def haal(wereld: Wereld, aansluiting: Aansluiting, sim: Simulator) -> UUID:
    """Told, fetched by a press, and by the worker."""
    assert meld(sim, aansluiting) == "NotificatieOntvangen"
    aanbod_id = het_aanbod(wereld).id
    doe(loket(wereld), "swv:aanbod_halen", aanbod_id=aanbod_id)
    werk(wereld, "zorg.halen", aanbod_id)
    return aanbod_id


def test_k7_a_school_elsewhere_offers_and_hears_once_what_the_samenwerkingsverband_decided(
    wereld: Wereld, school: Simulator, aansluiting: Aansluiting, caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
):  # fmt: skip
    gehoord, eigen = luister_mee(monkeypatch, aansluiting.papieren), open_blokken()
    assert meld(school, aansluiting) == "NotificatieOntvangen"
    # Told twice with the same key it is the same one.
    aanbod_id = het_aanbod(wereld).id
    assert "Klaargezet" in lees(loket(wereld), "swv:lijn")
    assert "Over wie het gaat, weet Overstap nog niet" in lees(loket(wereld), "swv:aanbod", aanbod_id=aanbod_id)

    doe(loket(wereld), "swv:aanbod_halen", aanbod_id=aanbod_id)
    assert "haalt de zorgaanmelding op" in lees(loket(wereld), "swv:aanbod", aanbod_id=aanbod_id)
    werk(wereld, "zorg.halen", aanbod_id)
    werk(wereld, "zorg.halen", aanbod_id)
    assert sum("documentRequest" in regel for regel in school.verloop.regels) == 1
    voorbeeld = lees(loket(wereld), "swv:aanbod", aanbod_id=aanbod_id)
    assert "Er is nog niets aangenomen" in voorbeeld
    assert "Groot" in voorbeeld
    # What a samenwerkingsverband does not decide on is not shown, and not kept.
    assert "Na de doorstroomtoets bijgesteld" not in voorbeeld
    doe(loket(wereld), "swv:aanbod", 422, aanbod_id=aanbod_id)
    doe(loket(wereld), "swv:aanbod", in_={"soort": "pro"}, aanbod_id=aanbod_id)

    assert "niet in Overstap, via OSO" in lees(loket(wereld), "swv:bord")
    assert "Groot" in lees(loket(wereld), "swv:bord")
    zaak = lees(loket(wereld), "swv:buitenzaak", buitenzaak_id=aanbod_id)
    assert "Na de doorstroomtoets bijgesteld" not in zaak
    beslis(wereld, aanbod_id)
    doe(commissie(wereld), "swv:buiten_terugkoppelen", buitenzaak_id=aanbod_id)
    werk(wereld, "zorg.terugkoppelen", aanbod_id)
    werk(wereld, "zorg.terugkoppelen", aanbod_id)
    [terug] = school.po.terugkoppelingen
    assert BESLUIT in terug["inhoud"]
    assert "ontving het besluit" in lees(loket(wereld), "swv:buitenzaak", buitenzaak_id=aanbod_id)
    assert "Dat kan één keer" in doe(commissie(wereld), "swv:buiten_terugkoppelen", 422, buitenzaak_id=aanbod_id)
    assert gehoord
    assert set(gehoord) == {eigen}

    with als(wereld.swv[Rol.SWV_COMMISSIE]):
        gebeurd = {een.wat: een for een in AuditEvent.objects.filter(object_id=aanbod_id)}
        zaak_rij, ontvangst = Zaak.objects.get(route_id=aanbod_id), Ontvangst.objects.get()
        assert zaak_rij.bewaren_tot == ontvangst.bewaren_tot
    assert gebeurd["aanbod.gemeld"].gegevens["oin"] == OIN_PO
    assert gebeurd["aanbod.beantwoord"].gegevens["code"] == "OverdrachtGeslaagd"
    # Who fetched it is a person, also in the log.
    assert gebeurd["aanbod.beantwoord"].actor_id == wereld.swv[Rol.SWV_LOKET].id
    sleutel = next(iter(school.po.aangeboden))
    for plek in (*alles_in_de_database(), caplog.text, school.verslag()):
        for geheim in (sleutel, sleutel.lower(), NUMMER.waarde, BESLUIT):
            assert geheim not in plek


def afmeldingen(sim: Simulator) -> int:
    return sum("afmeldingRequest" in regel for regel in sim.verloop.regels)


def beslis(wereld: Wereld, aanbod_id: UUID) -> None:
    for deskundige in (Deskundige.ORTHOPEDAGOOG, Deskundige.ARTS):
        in_ = {"deskundige": deskundige.value, "tekst": "Mijn advies."}
        doe(loket(wereld), "swv:buiten_deskundigenadvies", in_=in_, buitenzaak_id=aanbod_id)
    doe(loket(wereld), "swv:buiten_notitie", in_={"tekst": "Gebeld met de school."}, buitenzaak_id=aanbod_id)
    doe(loket(wereld), "swv:buiten_behandel", buitenzaak_id=aanbod_id)
    for staat in ("compleet", "in_commissie"):
        doe(loket(wereld), "swv:buiten_zet", in_={"naar": staat}, buitenzaak_id=aanbod_id)
    in_ = {"uitkomst": "advies", "toelichting": BESLUIT, "op": f"{VANDAAG.day}-{VANDAAG.month}-{VANDAAG.year}"}
    doe(commissie(wereld), "swv:buiten_besluit", in_=in_, buitenzaak_id=aanbod_id)


def alles_in_de_database() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select t::text from zorgroutes_zorgaanbod t union all select args::text from procrastinate_jobs"
            " union all select gegevens::text from audit_auditevent"
        )
        return [regel[0] for regel in cursor.fetchall()]


@pytest.mark.parametrize(
    ("wie", "storing", "code", "zin"),
    [
        ("po", Storing("documentRequest", "met_nummer", "999990019"), "OverdrachtGeslaagd", "BSN of onderwijsnummer"),
        (
            "po",
            Storing("documentRequest", "ander_dossier", "ander"),
            "OverdrachtGeslaagd",
            "een dossier voor een school",
        ),
        ("centrale", Storing("sessiecontroleRequest", "verlopen"), "SessieVerlopen", "duurde te lang"),
        ("centrale", Storing("overdrachtRequest", "verhuisd", "https://127.0.0.1:1/oso"), "TechnischeFout", "later"),
        (
            "centrale",
            Storing("overdrachtRequest", "andere_soort", "overstapdossier"),
            "SessieAfwijkend",
            "opnieuw klaar",
        ),
    ],
)
def test_k7_what_may_not_come_leaves_nothing_behind_and_says_who_acts(
    wereld: Wereld, school: Simulator, aansluiting: Aansluiting, wie: str, storing: Storing, code: str, zin: str
):
    school.po.dossiers["ander"] = Dossier(dossier("POVO"))
    getattr(school, wie).storingen.append(storing)
    aanbod_id = haal(wereld, aansluiting, school)
    tekst = lees(loket(wereld), "swv:aanbod", aanbod_id=aanbod_id)
    assert zin in tekst
    assert code in tekst
    with als(wereld.swv[Rol.SWV_LOKET]):
        assert not Upload.objects.exists()
        assert not Zaak.objects.filter(route_id=aanbod_id).exists()
    # Mended, a press fetches it after all.
    doe(loket(wereld), "swv:aanbod_halen", aanbod_id=aanbod_id)
    werk(wereld, "zorg.halen", aanbod_id)
    assert "Er is nog niets aangenomen" in lees(loket(wereld), "swv:aanbod", aanbod_id=aanbod_id)


def test_k13_who_could_not_sign_off_a_zorgaanmelding_does_so_later_and_once(
    wereld: Wereld, school: Simulator, aansluiting: Aansluiting, monkeypatch: pytest.MonkeyPatch
):
    echt, weg = doel.meld_af, Draadfout("geen_verbinding", onderweg=False)
    monkeypatch.setattr(doel, "meld_af", Mock(side_effect=weg))
    aanbod_id = haal(wereld, aansluiting, school)
    # The file is there all the same; only the Traffic Center does not know it.
    assert "Er is nog niets aangenomen" in lees(loket(wereld), "swv:aanbod", aanbod_id=aanbod_id)
    assert afmeldingen(school) == 0
    sleutel = next(iter(school.po.aangeboden))
    assert not any(sleutel in plek for plek in alles_in_de_database())
    with monkeypatch.context() as nog_weg:
        nog_weg.setattr(zorgaanbod, "meld_af", Mock(side_effect=weg))
        with pytest.raises(NogNiet):
            werk(wereld, "zorg.afmelden", aanbod_id)
    assert zorgaanbod.meld_af is echt
    for _ in range(2):
        werk(wereld, "zorg.afmelden", aanbod_id)
    assert afmeldingen(school) == 1
    with als(wereld.swv[Rol.SWV_LOKET]):
        assert AuditEvent.objects.filter(object_id=aanbod_id, wat="aanbod.afgemeld").count() == 1


def test_k7_who_may_not_tell_us_and_what_is_not_accepted_leave_nothing(
    wereld: Wereld, school: Simulator, aansluiting: Aansluiting
):
    [punt] = aansluiting.bij_ons.values()
    # A system that says it is of a school that did not mandate it.
    eigen, school.vo.brin = school.vo.brin, school.po.brin
    assert school.vo.bied_aan(NUMMER.waarde, punt.brin, punt.kenmerk) == "SessieOnbekend"
    school.vo.brin = eigen
    with als(wereld.swv[Rol.SWV_LOKET]) as by:
        assert not aanbiedingen_for(by).exists()
    aanbod_id = haal(wereld, aansluiting, school)
    for wie in (wereld.a.directeur, wereld.vo.toelating):
        assert client_van(wie).get(reverse("swv:aanbod", args=[aanbod_id])).status_code == 404
    doe(loket(wereld), "swv:aanbod_weigeren", aanbod_id=aanbod_id)
    assert "niet aangenomen" in lees(loket(wereld), "swv:aanbod", aanbod_id=aanbod_id)
    doe(loket(wereld), "swv:aanbod_halen", aanbod_id=aanbod_id)
    with als(wereld.swv[Rol.SWV_LOKET]) as by:
        assert not Upload.objects.exists()
        assert zaken_for(by, at=AT) == []
    with als(systeem_voor(wereld.swv.id)) as by:
        assert ruim_aanbod_op(by=by, at=AT) == 0
        assert ruim_aanbod_op(by=by, at=AT + timedelta(days=91)) == 1


def test_k7_a_decision_that_does_not_arrive_is_not_sent_again_and_a_person_reads_so(
    wereld: Wereld, school: Simulator, aansluiting: Aansluiting
):
    aanbod_id = haal(wereld, aansluiting, school)
    doe(loket(wereld), "swv:aanbod", in_={"soort": "pro"}, aanbod_id=aanbod_id)
    beslis(wereld, aanbod_id)
    school.po.storingen.append(Storing("terugkoppelingRequest", "http", "503"))
    doe(commissie(wereld), "swv:buiten_terugkoppelen", buitenzaak_id=aanbod_id)
    for _ in range(2):
        werk(wereld, "zorg.terugkoppelen", aanbod_id)
    tekst = lees(loket(wereld), "swv:buitenzaak", buitenzaak_id=aanbod_id)
    assert "De school kreeg het besluit niet" in tekst
    assert "Terugkoppeling niet aangekomen" in tekst
    assert "TechnischeFout" in tekst
    assert "Terugkoppeling niet aangekomen" in lees(loket(wereld), "swv:lijn")
    assert sum("terugkoppelingRequest" in regel for regel in school.verloop.regels) == 1
