"""Does a samenwerkingsverband lose a copy at once when the original may no longer go, and get what takes its place?"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest
from django.core import mail
from django.db import DatabaseError, connection

from overstap.config.demo.bestanden import pdf_bestand
from overstap.domain.bijlagen.actions import bepaal_vrijgave, leg_keuring_vast, trek_bijlage_in, voeg_toe
from overstap.domain.bijlagen.actions import trek_toestemming_in as trek_in
from overstap.domain.bijlagen.enums import Bijlagesoort, Ontvanger, Terugneemreden, Weigerreden
from overstap.domain.bijlagen.models import Bijlage
from overstap.domain.bijlagen.rules import Gegeven
from overstap.domain.bijlagen.snapshot import Keuring
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import slot_for
from overstap.domain.zorgroutes import actions, queries
from overstap.domain.zorgroutes.enums import Routestaat, Zaakbestandsoort, Zorgintrekreden
from overstap.domain.zorgroutes.models import Zaakbestand
from overstap.domain.zorgroutes.queries.route import nagestuurd_for
from overstap.domain.zorgroutes.rules import ZorgrouteGeweigerd
from overstap.foundation import opslag
from overstap.foundation.queue import opvangen
from overstap.foundation.rls import als
from overstap.jobs.taak import systeem_voor
from overstap.jobs.zorg import mail_swv, zet_zorg_klaar
from tests.wereld import AT, VANDAAG, Wereld, logboek, regio
from tests.zorggang import Zorggang

OSO, BIJLAGE = Zaakbestandsoort.OSO, Zaakbestandsoort.BIJLAGE
INHOUD = b"Verzonnen onderzoek van een psycholoog."


@pytest.fixture(scope="module")
def wereld(samen: None) -> Wereld:
    return regio()


@pytest.fixture(scope="module")
def zaak(wereld: Wereld) -> Zorggang:
    """A case with an OSO file, a groeidocument, and research to which the parents agreed."""
    geval = wereld.dossier_in(Staat.CONCEPT, bijzonder=frozenset({"lwoo"}))
    zorg = Zorggang(geval, wereld.swv).tot(Routestaat.IN_VOORBEREIDING)
    onderzoek = voeg(zorg, "onderzoek.txt", Bijlagesoort.ONDERZOEK)
    geef(zorg, onderzoek, Bijlagesoort.ONDERZOEK)
    zorg.verder(Routestaat.IN_VOORBEREIDING, Routestaat.AANGEMELD)
    klaar(zorg)
    return zorg


def voeg(zorg: Zorggang, naam: str, soort: Bijlagesoort, vervangt: UUID | None = None) -> UUID:
    plan = pdf_bestand(naam, "", "Nieuw", (("Doel", "Taal"),), VANDAAG).inhoud
    inhoud, mime = (plan, "application/pdf") if soort is Bijlagesoort.OPP else (INHOUD, "text/plain")
    with zorg.als_ib() as by:
        return voeg_toe(
            dossier_id=zorg.geval.dossier_id, bestandsnaam=naam, omschrijving="", mime=mime, soort=soort,
            inhoud=[inhoud], omvang=len(inhoud), besproken_op=None, vervangt=vervangt, by=by, at=AT,
        )  # fmt: skip


def geef(zorg: Zorggang, bijlage_id: UUID, soort: Bijlagesoort, *aan: Ontvanger) -> None:
    aan = aan or (Ontvanger.SWV,)
    with zorg.als_ib() as by:
        bepaal_vrijgave(
            dossier_id=zorg.geval.dossier_id, bijlage_id=bijlage_id, soort=soort, aan=aan, by=by, at=AT,
            gegeven=Gegeven(VANDAAG, "Beide ouders", frozenset(Ontvanger)),
        )  # fmt: skip


def klaar(zorg: Zorggang) -> None:
    with als(systeem_voor(zorg.ib.werkt_bij)) as by:
        zet_zorg_klaar(route_id=zorg.route_id, by=by, at=AT)


def bij_swv(zorg: Zorggang) -> tuple[queries.Bestandregel, ...]:
    with als(zorg.loket) as by:
        zaak = queries.zaak_for(by, zorg.route_id).zaak
        return queries.zaakblad_for(by, zaak.route_id, AT).bestanden


def open_namen(zorg: Zorggang) -> set[str]:
    return {regel.bestandsnaam for regel in bij_swv(zorg) if regel.reden is None}


def original(zorg: Zorggang, soort: Bijlagesoort) -> UUID:
    with zorg.als_ib():
        return Bijlage.objects.get(dossier_id=zorg.geval.dossier_id, soort=soort, ingetrokken_op=None).id


def oso_van(zorg: Zorggang) -> bytes:
    regel = next(regel for regel in bij_swv(zorg) if regel.soort is OSO and regel.reden is None)
    with als(zorg.loket) as by, queries.zaakbestand_for(by, zorg.route_id, regel.id)[1] as bron:
        return bron.read()


def virus(zorg: Zorggang, bijlage_id: UUID) -> None:
    wie = {"dossier_id": zorg.geval.dossier_id, "bijlage_id": bijlage_id, "at": AT}
    with als(systeem_voor(zorg.ib.werkt_bij)) as by:
        leg_keuring_vast(keuring=Keuring(gescand=True, reden=Weigerreden.VIRUS), by=by, **wie)


def neem_toestemming(zorg: Zorggang, bijlage_id: UUID) -> None:
    with zorg.als_ib() as by:
        trek_in(dossier_id=zorg.geval.dossier_id, bijlage_id=bijlage_id, by=by, at=AT)


def neem_weg(zorg: Zorggang, bijlage_id: UUID) -> None:
    with als(zorg.ib) as by:
        trek_bijlage_in(dossier_id=zorg.geval.dossier_id, bijlage_id=bijlage_id, by=by, at=AT)


def sluit(zorg: Zorggang, bijlage_id: UUID) -> None:
    geef(zorg, bijlage_id, Bijlagesoort.ONDERZOEK, Ontvanger.VO)


def vervang(zorg: Zorggang, bijlage_id: UUID) -> None:
    voeg(zorg, "ander.txt", Bijlagesoort.ONDERZOEK, vervangt=bijlage_id)


@pytest.mark.parametrize(
    ("daad", "reden"),
    [
        (virus, Terugneemreden.VIRUS),
        (neem_toestemming, Terugneemreden.TOESTEMMING),
        (neem_weg, Terugneemreden.INGETROKKEN),
        (sluit, Terugneemreden.GESLOTEN),
        (vervang, Terugneemreden.VERVANGEN),
    ],
)
def test_what_may_no_longer_go_is_held_back_at_once_with_its_reason(
    opnieuw, zaak, daad, reden, django_capture_on_commit_callbacks
) -> None:
    assert open_namen(zaak) == {"zorgaanmelding.xml", "groeidocument.pdf", "onderzoek.txt"}
    bijlage_id, taken = original(zaak, Bijlagesoort.ONDERZOEK), []
    with als(zaak.loket):
        weg = [rij.bestand_id for rij in Zaakbestand.objects.all() if rij.soort == OSO or rij.bijlage_id == bijlage_id]
    with django_capture_on_commit_callbacks() as straks, opvangen(lambda taak, _ids: taken.append(taak)):
        daad(zaak, bijlage_id)
    # Before any worker did anything: neither the copy nor the OSO file that holds it can be opened, and both are gone.
    assert open_namen(zaak) == {"groeidocument.pdf"}
    dicht = {regel.soort: regel for regel in bij_swv(zaak) if regel.reden is not None}
    assert (dicht[BIJLAGE].bestandsnaam, dicht[BIJLAGE].reden) == ("onderzoek.txt", reden)
    assert dicht[BIJLAGE].tegengehouden_op == AT
    for regel in dicht.values():
        with als(zaak.loket) as by, pytest.raises(queries.ZaakbestandTegengehouden, match="niet meer openen"):
            queries.zaakbestand_for(by, zaak.route_id, regel.id)
    # Not done here: the other tests of this module have the same files.
    gewist = {een.args[0] for een in straks if isinstance(een, partial) and een.func is opslag.haal_weg}
    assert gewist.issuperset(weg)
    assert len(weg) == 2
    assert {"zorg.mail_swv", "zorg.klaarzetten"} <= set(taken)
    assert "zaakbestand.tegengehouden" in logboek(zaak.geval)
    with als(zaak.loket) as by:
        assert queries.kaarten_for(by, [zaak.route_id], at=AT)[zaak.route_id].ontbreekt == "Bijlage tegengehouden"
    # The worker makes the OSO file without it.
    klaar(zaak)
    klaar(zaak)
    assert open_namen(zaak) == {"zorgaanmelding.xml", "groeidocument.pdf"}
    assert b"onderzoek.txt" not in oso_van(zaak)


def test_what_takes_its_place_arrives_as_the_new_copy_and_the_swv_is_told(opnieuw, zaak) -> None:
    oud = original(zaak, Bijlagesoort.ONDERZOEK)
    nieuw = voeg(zaak, "nieuw.txt", Bijlagesoort.ONDERZOEK, vervangt=oud)
    klaar(zaak)
    assert open_namen(zaak) == {"zorgaanmelding.xml", "groeidocument.pdf"}
    taken: list[str] = []
    geef(zaak, nieuw, Bijlagesoort.ONDERZOEK)
    los = voeg(zaak, "los.txt", Bijlagesoort.ONDERZOEK)
    with opvangen(lambda taak, _ids: taken.append(taak)):
        geef(zaak, los, Bijlagesoort.ONDERZOEK)
        klaar(zaak)
    # What takes the place of nothing in the form that was sent, does not go along.
    assert open_namen(zaak) == {"zorgaanmelding.xml", "groeidocument.pdf", "nieuw.txt"}
    assert taken == ["zorg.klaarzetten", "zorg.mail_swv"]
    assert b"nieuw.txt" in oso_van(zaak)
    [dicht] = [regel for regel in bij_swv(zaak) if regel.reden and regel.soort is BIJLAGE]
    assert dicht.vervangen
    with als(zaak.loket) as by:
        assert queries.kaarten_for(by, [zaak.route_id], at=AT)[zaak.route_id].ontbreekt != "Bijlage tegengehouden"
    with als(systeem_voor(zaak.ib.werkt_bij)) as by:
        mail_swv(route_id=zaak.route_id, by=by, at=AT)
    assert "onderzoek" not in "".join(bericht.body for bericht in mail.outbox).lower()


def test_what_was_released_after_sending_goes_only_when_somebody_sends_it_after(opnieuw, zaak) -> None:
    taken: list[str] = []
    nieuw = voeg(zaak, "brief.txt", Bijlagesoort.ONDERZOEK)
    geef(zaak, nieuw, Bijlagesoort.ONDERZOEK)
    klaar(zaak)
    assert "brief.txt" not in open_namen(zaak)
    later = AT + timedelta(hours=1)
    met = {"route_id": zaak.route_id, "at": later}
    with zaak.als_ib() as by:
        assert [een.rij.id for een in queries.zorgblad_for(by, zaak.route_id, AT).na_te_sturen] == [nieuw]
        with opvangen(lambda taak, _ids: taken.append(taak)):
            actions.stuur_documenten_na(bijlagen={nieuw}, by=by, **met)
        assert queries.zorgblad_for(by, zaak.route_id, AT).na_te_sturen == ()
        with pytest.raises(ZorgrouteGeweigerd, match="gingen al"):
            actions.stuur_documenten_na(bijlagen={nieuw}, by=by, **met)
        route = queries.route_for(by, zaak.route_id)
        assert nagestuurd_for(by, route, slot_for(by, route.dossier)) == {str(nieuw): later}
    assert "zorg.klaarzetten" in taken
    with opvangen(lambda taak, _ids: taken.append(taak)):
        klaar(zaak)
    assert "zorg.mail_swv" in taken
    assert open_namen(zaak) == {"groeidocument.pdf", "onderzoek.txt", "brief.txt", "zorgaanmelding.xml"}
    # Taken back is gone, also of what went after; and who decided gets nothing more.
    neem_toestemming(zaak, nieuw)
    assert "brief.txt" not in open_namen(zaak)
    zaak.verder(Routestaat.AANGEMELD, Routestaat.TERUGGEKOPPELD)
    with zaak.als_ib() as by, pytest.raises(ZorgrouteGeweigerd, match="niet meer"):
        actions.stuur_documenten_na(bijlagen={nieuw}, by=by, **met)


def test_permission_given_again_lets_the_same_file_go_again(opnieuw, zaak) -> None:
    bijlage_id = original(zaak, Bijlagesoort.ONDERZOEK)
    neem_toestemming(zaak, bijlage_id)
    geef(zaak, bijlage_id, Bijlagesoort.ONDERZOEK)
    klaar(zaak)
    assert open_namen(zaak) == {"zorgaanmelding.xml", "groeidocument.pdf", "onderzoek.txt"}


def test_without_the_plan_the_oso_file_is_made_where_the_report_itself_says_enough(opnieuw, zaak) -> None:
    neem_weg(zaak, original(zaak, Bijlagesoort.OPP))
    klaar(zaak)
    assert open_namen(zaak) == {"onderzoek.txt", "zorgaanmelding.xml"}
    assert b"groeidocument" not in oso_van(zaak)


def test_of_a_case_that_ended_nothing_new_is_made_but_it_is_held_back_all_the_same(opnieuw, zaak) -> None:
    taken: list[str] = []
    zaak.verder(Routestaat.AANGEMELD, Routestaat.TERUGGEKOPPELD)
    with opvangen(lambda taak, _ids: taken.append(taak)):
        neem_toestemming(zaak, original(zaak, Bijlagesoort.ONDERZOEK))
    assert open_namen(zaak) == {"groeidocument.pdf"}
    assert "zorg.mail_swv" in taken
    assert "zorg.klaarzetten" not in taken


def test_after_the_route_was_withdrawn_nobody_is_told_and_the_copy_goes_all_the_same(opnieuw, zaak) -> None:
    taken: list[str] = []
    bijlage_id = original(zaak, Bijlagesoort.ONDERZOEK)
    with zaak.als_ib() as by:
        actions.trek_zorgroute_in(route_id=zaak.route_id, reden=Zorgintrekreden.OUDERS, by=by, at=AT)
    with opvangen(lambda taak, _ids: taken.append(taak)):
        neem_weg(zaak, bijlage_id)
    assert not [taak for taak in taken if taak.startswith("zorg")]
    with als(zaak.loket):
        assert not Zaakbestand.objects.filter(bijlage_id=bijlage_id, tegengehouden_op=None).exists()


def test_another_school_holds_nothing_back_and_sees_no_copy(opnieuw, zaak, wereld) -> None:
    with als(zaak.loket):
        bijlage_id = Zaakbestand.objects.exclude(bijlage_id=None).values_list("bijlage_id", flat=True).first()
    for wie in (wereld.b.directeur, wereld.vo.toelating, zaak.loket):
        with als(wie), connection.cursor() as cursor:
            cursor.execute("select count(*) from kopieen_in_zaak(%s)", [zaak.route_id])
            assert cursor.fetchone() == (0,)
            cursor.execute(
                "select count(*) from houd_zaakbestanden_tegen(%s, %s, 'virus', now())", [zaak.route_id, bijlage_id]
            )
            assert cursor.fetchone() == (0,)
    with pytest.raises(DatabaseError, match="permission denied"), als(zaak.loket):
        Zaakbestand.objects.filter(zaak_id=zaak.route_id).update(tegengehouden_op=None, tegenhoudreden="")
