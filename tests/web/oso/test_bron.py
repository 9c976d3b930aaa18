"""Does a vo school get in its own administration exactly what was sent to it, and does the basisschool see so?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.db import connection

from overstap.domain.dossiers.actions import beperk_gebruik
from overstap.domain.dossiers.enums import Beperkreden, Staat
from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.overdrachten.models import Lasvraag, Overdracht
from overstap.domain.overdrachten.queries import inbox_for, oso_bestand_for, overdracht_for
from overstap.domain.overdrachten.queries.lijn import lijnvragen_for
from overstap.foundation.access import Rol
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.rls import als
from overstap.integrations.oso.draad.doel import BINNEN_BRIN
from overstap.integrations.oso.simulator.opstelling import OIN_VO, Simulator
from overstap.integrations.oso.simulator.systeem import Storing
from tests.web.oso.conftest import nummer_van
from tests.wereld import AT, Geval, Wereld


def van_het_vo(wereld: Wereld, geval: Geval) -> bytes:
    """The file as a colleague of the vo school would download it, without the declaration before it."""
    with als(wereld.vo.administratie) as by:
        lezer = oso_bestand_for(by, overdracht_for(by, geval.overdracht_id))
    assert lezer is not None
    with lezer:
        return lezer.read().partition(b"?>")[2].strip()


def stand(geval: Geval) -> tuple[Overdracht, str]:
    with als(geval.school[Rol.DIRECTEUR]):
        rij = Overdracht.objects.select_related("dossier").get(id=geval.overdracht_id)
        return rij, rij.dossier.staat


def lasvraag(wereld: Wereld, geval: Geval) -> Lasvraag:
    with als(wereld.a.directeur) as by:
        [vraag] = lijnvragen_for(by, [geval.dossier_id])[geval.dossier_id]
    return vraag.rij


@pytest.mark.parametrize("soort", ["overstapdossier", BINNEN_BRIN])
def test_k6_the_vo_school_fetches_what_was_sent_to_it(wereld: Wereld, gestuurd: Geval, sim: Simulator, soort: str):
    vo, po = wereld.vo.gegevens.brin, wereld.a.gegevens.brin
    gehaald = sim.vo.trek(nummer_van(gestuurd), vo if soort == BINNEN_BRIN else po, soort)
    assert (gehaald.code, gehaald.dossier) == ("OverdrachtGeslaagd", van_het_vo(wereld, gestuurd))
    rij, staat = stand(gestuurd)
    assert (rij.opgehaald_op, rij.opgehaald_door, rij.opgehaald_door_las, staat) == (AT, None, True, Staat.OPGEHAALD)
    vraag = lasvraag(wereld, gestuurd)
    assert (vraag.uitkomst, vraag.code, vraag.vrager_id) == ("gelukt", "OverdrachtGeslaagd", wereld.vo.id)
    assert sim.verloop.regels[1] == "centrale: sessiecontroleRequest -> goed"


def test_k18_the_log_says_who_asked_by_which_session_and_nothing_of_the_pupil(
    wereld: Wereld, gestuurd: Geval, sim: Simulator, caplog: pytest.LogCaptureFixture
):
    nummer = nummer_van(gestuurd)
    sim.vo.trek(nummer, wereld.a.gegevens.brin)
    with als(wereld.a.directeur):
        regels = AuditEvent.objects.filter(dossier_id=gestuurd.dossier_id)
        gevraagd = regels.get(wat="lasvraag.beantwoord", object_id=wereld.vo.id)
        opgehaald = regels.get(wat="overdracht.opgehaald", organisatie_id=wereld.vo.id, actor_id=None)
    assert opgehaald.rol == "leerlingadministratie"
    [sessie] = sim.centrale.sessies
    assert gevraagd.gegevens == {
        "sessie": sessie, "bron_brin": wereld.a.gegevens.brin, "kenmerk": lasvraag(wereld, gestuurd).kenmerk,
        "doel_brin": wereld.vo.gegevens.brin, "aanleverpunt": sim.vo.kenmerk, "oin": OIN_VO,
        "code": "OverdrachtGeslaagd", "uitkomst": "gelukt",
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("select string_agg(t::text, ' ') from overdrachten_lasvraag t")
        bewaard = str(cursor.fetchone())
    for plek in (caplog.text, bewaard, sim.verslag(), str(gevraagd.gegevens)):
        assert nummer not in plek
        assert not re.search(r"[A-Za-z0-9+/]{60,}", plek)


def test_a_second_time_changes_nothing_of_the_first(wereld: Wereld, gestuurd: Geval, sim: Simulator):
    nummer, brin = nummer_van(gestuurd), wereld.a.gegevens.brin
    eerste, tweede = sim.vo.trek(nummer, brin), sim.vo.trek(nummer, brin)
    assert eerste.dossier == tweede.dossier
    assert Lasvraag.objects.count() == 0  # nobody sees it without being somebody
    assert lasvraag(wereld, gestuurd).uitkomst == "gelukt"


def test_k4_what_is_not_sent_yet_does_not_go_and_the_basisschool_sees_who_asked(wereld: Wereld, sim: Simulator):
    geval = wereld.dossier_in(Staat.DEFINITIEF)
    geval.meld_aan(AT)
    assert sim.vo.trek(nummer_van(geval), wereld.a.gegevens.brin).code == "DossierNietGereed"
    vraag = lasvraag(wereld, geval)
    assert (vraag.uitkomst, vraag.aanleverpunt) == ("niet_gereed", sim.vo.kenmerk)
    with als(wereld.vo.toelating) as by:
        assert not inbox_for(by).filter(dossier_id=geval.dossier_id).exists()
        assert not Lasvraag.objects.exists()
        # In its own log stands that it asked, and not that there is a dossier.
        assert not AuditEvent.objects.filter(dossier_id=geval.dossier_id).exists()
        assert AuditEvent.objects.filter(wat="lasvraag.gesteld").exists()


def test_a_pupil_that_is_not_applied_there_is_nobody_to_that_school(wereld: Wereld, sim: Simulator):
    geval = wereld.dossier_in(Staat.DEFINITIEF)
    brin = wereld.a.gegevens.brin
    assert sim.vo.trek(nummer_van(geval), brin).code == sim.vo.trek("999990019", brin).code == "DossierOnbekend"
    # The basisschool sees that it was asked for: an aanmelding may be missing.
    assert lasvraag(wereld, geval).uitkomst == "onbekend"


def test_what_was_taken_back_does_not_go_any_more(wereld: Wereld, gestuurd: Geval, sim: Simulator):
    gestuurd.trek_in(AT)
    assert sim.vo.trek(nummer_van(gestuurd), wereld.a.gegevens.brin).code == "DossierNietGereed"
    assert sim.vo.trek(nummer_van(gestuurd), wereld.vo.gegevens.brin, BINNEN_BRIN).code == "DossierOnbekend"
    rij, _ = stand(gestuurd)
    assert rij.opgehaald_op is None


def test_what_is_restricted_does_not_go_and_the_request_is_remembered(wereld: Wereld, gestuurd: Geval, sim: Simulator):
    with als(wereld.a.directeur) as by:
        beperk_gebruik(dossier_id=gestuurd.dossier_id, reden=Beperkreden.JUISTHEID, by=by, at=AT)
    assert sim.vo.trek(nummer_van(gestuurd), wereld.a.gegevens.brin).code == "DossierNietGereed"
    assert lasvraag(wereld, gestuurd).uitkomst == "niet_gereed"
    with als(wereld.vo.toelating):
        assert AuditEvent.objects.filter(wat="lasvraag.gesteld").exists()
    # And nobody is told to send it, or lets that administration know that it is ready.
    with als(wereld.a.directeur) as by:
        [vraag] = lijnvragen_for(by, [gestuurd.dossier_id])[gestuurd.dossier_id]
        assert (vraag.gestuurd, vraag.staat_klaar, vraag.mag_melden) == (True, False, False)
    assert stand(gestuurd)[0].opgehaald_op is None


def test_k16_a_system_whose_mandate_was_withdrawn_gets_nothing_from_then_on(
    wereld: Wereld, gestuurd: Geval, sim: Simulator, bestand: Path
):
    nummer, brin = nummer_van(gestuurd), wereld.a.gegevens.brin
    bestand.write_text(bestand.read_text().replace(OIN_VO, "0" * 20))
    assert sim.vo.trek(nummer, brin).code == "ClientCertificaatOnjuist"
    assert stand(gestuurd)[0].opgehaald_op is None
    bestand.write_text(bestand.read_text().replace("0" * 20, OIN_VO))
    assert sim.vo.trek(nummer, brin).dossier


def test_k13_without_an_answer_of_the_centre_nothing_goes_and_nothing_stays(
    wereld: Wereld, gestuurd: Geval, sim: Simulator
):
    sim.centrale.storingen.append(Storing("sessiecontroleRequest", "http", "503"))
    assert sim.vo.trek(nummer_van(gestuurd), wereld.a.gegevens.brin).code == "TechnischeFout"
    with als(wereld.a.directeur) as by:
        assert lijnvragen_for(by, [gestuurd.dossier_id]) == {}
        assert dossier_for(by, gestuurd.dossier_id).staat == Staat.OVERGEDRAGEN


def test_a_file_that_is_gone_is_not_written_down_as_fetched(
    wereld: Wereld, gestuurd: Geval, sim: Simulator, settings, tmp_path: Path
):
    settings.OVERSTAP_BIJLAGEN_MAP = tmp_path
    assert sim.vo.trek(nummer_van(gestuurd), wereld.a.gegevens.brin).code == "TechnischeFout"
    assert stand(gestuurd)[0].opgehaald_op is None
    # That it was asked for is.
    assert lasvraag(wereld, gestuurd).uitkomst == "technisch"
