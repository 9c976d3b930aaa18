"""What does an accepted file make, renew or refuse?"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from overstap.domain.adviezen.enums import Niveau
from overstap.domain.adviezen.queries import advies_for
from overstap.domain.bijlagen.queries import bijlagen_for
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossier_for, dossiers_for, nummer_gemaskeerd_for, slot_for
from overstap.domain.dossiers.rules import NietInvulbaar
from overstap.domain.importen.actions import bekijk, bewaar_upload, neem_over, ruim_verlopen_op, weiger
from overstap.domain.importen.models import Upload
from overstap.domain.importen.queries import bekend_for, uploads_for
from overstap.domain.importen.rules import ImportGeweigerd
from overstap.domain.importen.snapshot import Gelezen, Weigering
from overstap.domain.rapporten.queries import concept_for, inhoud_for
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.foundation import opslag
from overstap.foundation.access import Actor, GeenRecht, NietGevonden
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.rls import als
from overstap.foundation.sleutels.kast import SleutelVernietigd, Slot
from overstap.jobs.taak import systeem_voor
from tests.wereld import AT, Geval, Wereld, gelezen, kind, logboek


def neem(by: Actor, uit_las: Gelezen) -> Dossier:
    return neem_over(upload_id=bewaar_upload(stukken=[b"<dossier/>"], by=by, at=AT), gelezen=uit_las, by=by, at=AT)


def lees_inhoud(by: Actor, dossier_id: UUID) -> Inhoud:
    dossier = dossier_for(by, dossier_id)
    return inhoud_for(by, dossier, slot_for(by, dossier))


def test_a_new_pupil_gets_a_dossier_with_closed_attachments_and_the_upload_goes(wereld: Wereld):
    uit_las = gelezen(wereld.a.gegevens, 3, met_stukken=True, bijzonder=frozenset({"dyslexie"}))
    with als(wereld.a.administratie) as by:
        dossier = neem(by, uit_las)
        slot = slot_for(by, dossier)
        assert (dossier.staat, dossier.groep, dossier.schooljaar) == (Staat.CONCEPT, "8A", "2026-2027")
        assert dossier.leerling.naam == "Mai Nguyễn"
        assert nummer_gemaskeerd_for(by, dossier, slot) == f"••• ••• {uit_las.nummer.waarde[-3:]}"
        assert [bijlage.vrijgegeven for bijlage in bijlagen_for(by, dossier)] == [False, False]
        assert (concept_for(by, dossier).klaar, concept_for(by, dossier).totaal) == (2, 8)
        assert list(uploads_for(by, AT)) == []
        assert bekend_for(by, uit_las) == dossier
    assert [wat for wat in logboek_van(wereld, dossier.id) if wat in {"dossier.gemaakt", "import.overgenomen"}] == [
        "dossier.gemaakt",
        "import.overgenomen",
    ]


def test_a_name_too_long_for_the_lists_is_cut_there_and_whole_in_the_report(wereld: Wereld):
    lang = {"roepnaam": "R" * 5000, "voorvoegsel": "v" * 5000, "achternaam": "A" * 5000}
    uit_las = wereld.a.gelezen(2)
    with als(wereld.a.administratie) as by:
        dossier = neem(by, replace(uit_las, inhoud=uit_las.inhoud.met(lang)))
        assert (len(dossier.leerling.roepnaam), len(dossier.leerling.voorvoegsel)) == (200, 50)
        assert lees_inhoud(by, dossier.id)["achternaam"] == lang["achternaam"]


def logboek_van(wereld: Wereld, dossier_id: UUID) -> list[str]:
    geval = Geval(kind(), wereld.a.mensen, wereld.vo.mensen)
    geval.dossier_id = dossier_id
    return logboek(geval)


def test_nothing_of_a_pupil_can_be_read_in_the_tables(wereld: Wereld):
    with als(wereld.a.administratie) as by:
        dossier = neem(by, wereld.a.gelezen(2))
        concept = concept_for(by, dossier)
        assert b"ouders.example" not in bytes(concept.geheim)
        assert "ouders.example" in str(lees_inhoud(by, dossier.id)["verzorgers"])


def test_what_was_refused_stands_in_the_logboek_by_element_only(wereld: Wereld):
    geweigerd = (Weigering("/dossier/huidigeschool/leerling/huisarts", "Huisarts", 1, "Niet in artikel 3."),)
    with als(wereld.a.administratie) as by:
        dossier = neem(by, replace(wereld.a.gelezen(), geweigerd=geweigerd))
        event = AuditEvent.objects.get(wat="import.overgenomen", dossier_id=dossier.id)
        assert event.gegevens == {"bijlagen": 0, "geweigerd": ["/dossier/huidigeschool/leerling/huisarts"]}


def test_a_second_import_renews_the_las_and_keeps_what_people_did(wereld: Wereld):
    bijzonder = frozenset({"dyslexie"})
    geval = Geval(kind(3, bijzonder=bijzonder), wereld.a.mensen, wereld.vo.mensen, advies=Niveau.HAVO)
    eerste = gelezen(wereld.a.gegevens, 3, met_stukken=True, bijzonder=bijzonder)
    geval.importeer(AT, eerste)
    geval.vul_in(AT, ["gedrag", "ondersteuning_gekregen"])
    geval.geef_voorlopig(AT)
    with als(wereld.a.administratie) as by:
        oud = lees_inhoud(by, geval.dossier_id)
        verhuisd = eerste.inhoud["adressen"][0] | {"straat": "Nieuwe Gracht"}
        zonder_sleutels = tuple({**rij, "id": None} for rij in eerste.inhoud["verzorgers"])
        nieuw = eerste.inhoud.met(
            {"adressen": (verhuisd,), "roepnaam": "Maike", "motivatie": "Uit het LAS.", "verzorgers": zonder_sleutels}
        )
        dossier = neem(by, replace(eerste, inhoud=nieuw))
        inhoud = lees_inhoud(by, dossier.id)
        assert dossier.id == geval.dossier_id
        assert dossier_for(by, dossier.id).leerling.roepnaam == "Maike"
        assert inhoud["adressen"][0]["straat"] == "Nieuwe Gracht"
        assert inhoud["motivatie"] == oud["motivatie"] != "Uit het LAS."
        assert inhoud["diagnoses"][0]["relatie"] == oud["diagnoses"][0]["relatie"]
        assert [rij["id"] for rij in inhoud["verzorgers"]] == [rij["id"] for rij in oud["verzorgers"]]
        assert bijlagen_for(by, dossier).count() == len(eerste.bestanden)
        assert advies_for(by, dossier).voorlopig == Niveau.HAVO


def test_a_pupil_who_moved_to_another_group_is_listed_there_after_the_next_import(wereld: Wereld):
    with als(wereld.a.administratie) as by:
        neem(by, wereld.a.gelezen(4, groep="8A"))
        assert neem(by, wereld.a.gelezen(4, groep="8B")).groep == "8B"


def test_two_pupils_with_one_number_are_never_merged(wereld: Wereld):
    ander_kind = replace(wereld.a.gelezen(5), nummer=wereld.a.gelezen(4).nummer)
    with als(wereld.a.administratie) as by:
        neem(by, wereld.a.gelezen(4))
        with pytest.raises(ImportGeweigerd) as fout:
            neem(by, ander_kind)
        assert "Wij voegen ze niet samen" in fout.value.zin
        assert dossiers_for(by).count() == 1


def test_the_same_number_at_another_school_is_another_dossier(wereld: Wereld):
    with als(wereld.a.administratie) as by:
        hier = neem(by, wereld.a.gelezen(4))
    with als(wereld.b.administratie) as by:
        daar = neem(by, gelezen(wereld.b.gegevens, 4))
        assert daar.id != hier.id
        assert list(dossiers_for(by)) == [daar]


@pytest.mark.parametrize(("weg", "woord"), [("achternaam", "achternaam"), ("geboortedatum", "geboortedatum")])
def test_a_file_without_what_a_dossier_needs_is_refused_and_the_upload_stays(wereld: Wereld, weg: str, woord: str):
    uit_las = wereld.a.gelezen()
    with als(wereld.a.administratie) as by:
        upload_id = bewaar_upload(stukken=[b"<dossier/>"], by=by, at=AT)
        with pytest.raises(ImportGeweigerd) as fout:
            neem_over(
                upload_id=upload_id, gelezen=replace(uit_las, inhoud=uit_las.inhoud.met({weg: None})), by=by, at=AT
            )
        assert woord in fout.value.zin
        assert [upload.id for upload in uploads_for(by, AT)] == [upload_id]


def test_a_file_of_another_school_is_refused(wereld: Wereld):
    with als(wereld.a.administratie) as by, pytest.raises(ImportGeweigerd) as fout:
        neem(by, wereld.b.gelezen())
    assert "99XB" in fout.value.zin
    assert "99XA" in fout.value.zin


def test_a_definitive_report_is_not_renewed_by_an_import(wereld: Wereld):
    geval = wereld.dossier_in(Staat.DEFINITIEF)
    with pytest.raises(NietInvulbaar), als(wereld.a.administratie) as by:
        neem(by, wereld.a.gelezen(geval.kind.nummer, achternaam="Anders"))
    with als(wereld.a.administratie) as by:
        assert dossier_for(by, geval.dossier_id).leerling.achternaam == geval.kind.achternaam


def test_an_upload_is_for_its_own_school_and_for_who_may_import(wereld: Wereld):
    with als(wereld.a.administratie) as by:
        upload_id = bewaar_upload(stukken=[b"<dossier/>"], by=by, at=AT)
        assert bekijk(upload_id=upload_id, by=by, at=AT).read() == b"<dossier/>"
        assert b"dossier" not in opslag.lees(Upload.objects.get(id=upload_id).bestand_id)
    for doe in (bekijk, weiger):
        with pytest.raises(GeenRecht), als(wereld.a.leerkracht) as by:
            doe(upload_id=upload_id, by=by, at=AT)
        with pytest.raises(NietGevonden), als(wereld.b.administratie) as by:
            doe(upload_id=upload_id, by=by, at=AT)
    with pytest.raises(NietGevonden), als(wereld.b.administratie) as by:
        neem_over(upload_id=upload_id, gelezen=wereld.b.gelezen(), by=by, at=AT)


def test_a_refused_upload_is_gone_with_its_key(wereld: Wereld, django_capture_on_commit_callbacks):
    with als(wereld.a.administratie) as by:
        upload_id = bewaar_upload(stukken=[b"<dossier/>"], by=by, at=AT)
        upload = Upload.objects.get(id=upload_id)
        sleutel_id = upload.sleutel_id
        with django_capture_on_commit_callbacks(execute=True):
            weiger(upload_id=upload_id, by=by, at=AT)
        assert not Upload.objects.filter(id=upload_id).exists()
        with pytest.raises(opslag.NietBewaard):
            opslag.lees(upload.bestand_id)
        with pytest.raises(SleutelVernietigd):
            Slot(sleutel_id)
        assert list(
            AuditEvent.objects.filter(object_id=upload_id).order_by("nummer").values_list("wat", flat=True)
        ) == [
            "upload.bewaard",
            "upload.geweigerd",
        ]


def test_an_upload_lives_for_a_day_and_is_then_cleared_once(wereld: Wereld):
    with als(wereld.a.administratie) as by:
        upload_id = bewaar_upload(stukken=[b"<dossier/>"], by=by, at=AT)
    morgen = AT + timedelta(hours=24)
    with als(wereld.a.administratie) as by, pytest.raises(NietGevonden):
        bekijk(upload_id=upload_id, by=by, at=morgen)
    with als(systeem_voor(wereld.a.id)) as by:
        assert ruim_verlopen_op(by=by, at=morgen - timedelta(seconds=1)) == 0
        assert ruim_verlopen_op(by=by, at=morgen) == 1
        assert ruim_verlopen_op(by=by, at=morgen) == 0
