"""Can one act be done for a class, with everybody who cannot named, and the others going on?"""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.web.po.klas import adviseer, gelezen, neem_over
from tests.web.po.vol import volledig


@pytest.fixture
def drie(klas):
    """Two complete reports, the second of a pupil with one parent without mail, and one that is not filled in."""
    klaar = neem_over(klas, volledig())
    zonder = {**gelezen(1).inhoud["verzorgers"][0], "communicatie": ()}
    half = neem_over(klas, volledig(1, "Ilias", "Boukhari", verzorgers=(zonder,)))
    for dossier_id in (klaar, half):
        adviseer(klas, dossier_id, "havo", "vmbo_gt_havo", "havo")
    leeg = neem_over(klas, gelezen(2, "Mei", "Cheung"))
    return [str(id_) for id_ in (klaar, half, leeg)]


def stuur(client, wat, wie, **velden):
    return client.post("/po/samen/", {"wat": wat, "leerling": wie, **velden})


def test_the_list_lets_one_choose_pupils_and_an_act(klas, ingelogd, drie):
    tekst = ingelogd(klas.als_marije).get("/po/").content.decode()
    assert tekst.count('name="leerling"') == 3
    assert "Nodig de ouders uit" in tekst
    assert "Leg de aanmelding vast" not in tekst
    tekst = ingelogd(klas.bas_po).get("/po/").content.decode()
    assert "Leg de aanmelding vast" in tekst
    assert "Nodig de ouders uit</option>" not in tekst


def test_parents_are_invited_and_who_cannot_be_is_named(klas, ingelogd, drie):
    client = ingelogd(klas.als_marije)
    vooraf = client.get("/po/samen/", {"wat": "uitnodigen", "leerling": drie}).content.decode()
    assert "Voor 2 leerlingen" in vooraf
    assert "Karim Haddou: karim@voorbeeld.nl" in vooraf
    assert "Samira Haddou: Er is geen e-mailadres." in vooraf
    assert "<b>Mei Cheung</b></a>: Het rapport is nog niet ingevuld" in vooraf
    klaar = stuur(client, "uitnodigen", drie)
    tekst = klaar.content.decode()
    assert klaar.status_code == 200
    assert "no-store" in klaar["Cache-Control"]
    assert tekst.count('class="ov-codebrief"') == 2
    assert "Gedaan voor 1 leerling" in tekst
    assert "<b>Ilias Boukhari</b></a>, Samira Haddou: Er is geen e-mailadres." in tekst
    assert "<b>Mei Cheung</b></a>: Het rapport is nog niet ingevuld" in tekst
    # A second time nobody is left to invite.
    assert "Iedereen met gezag kreeg het rapport al." in stuur(client, "uitnodigen", drie[:1]).content.decode()


def test_paper_talk_and_aanmelding_are_recorded_for_each(klas, ingelogd, drie):
    from overstap.domain.inzages.models import Inzage
    from overstap.domain.overdrachten.models import Aanmelding
    from overstap.foundation.rls import als

    client, els = ingelogd(klas.als_marije), ingelogd(klas.bas_po)
    leeg = stuur(client, "papier", drie)
    assert leeg.status_code == 422
    assert "Vul een dag in" in leeg.content.decode()
    assert "Gedaan voor 2 leerlingen" in stuur(client, "papier", drie, op="22-11-2026", weg="gesprek").content.decode()
    gesprek = stuur(client, "gesprek", drie, op="20-11-2026", met="ouders en leerling").content.decode()
    assert "Gedaan voor 3 leerlingen" in gesprek
    later = stuur(client, "gesprek", drie, op="20-11-2030", met="ouders").content.decode()
    assert "Gedaan" not in later
    assert later.count("Mei Cheung") == 1
    aan = {"ontvanger_id": str(klas.vo.id), "aangemeld_op": "22-11-2026", "wijze": "ouders"}
    assert "Gedaan voor 3 leerlingen" in stuur(els, "aanmelding", drie, **aan).content.decode()
    assert stuur(els, "aanmelding", drie, **aan).content.decode().count("is al vastgelegd") == 3
    with als(klas.directeur):
        assert (Inzage.objects.count(), Aanmelding.objects.count()) == (3, 3)


def test_reports_come_in_one_file_under_names_that_tell_nothing(klas, ingelogd, drie):
    from overstap.domain.dossiers.queries import dossier_for
    from overstap.domain.dossiers.rules import GROND_PO
    from overstap.domain.rapporten.actions import bewaar_pdf
    from overstap.domain.rapporten.queries import laatste_versie_for
    from overstap.foundation.audit.models import AuditEvent
    from overstap.foundation.rls import als
    from tests.web.po.klas import NU, nodig_uit

    nodig_uit(klas, drie[0])
    with als(klas.directeur) as by:
        versie = laatste_versie_for(by, dossier_for(by, drie[0]))
        bewaar_pdf(versie=versie, publiek="ouders", pdf=b"%PDF-1.7 proef", by=by, at=NU)
    client = ingelogd(klas.als_marije)
    assert client.get("/po/samen/", {"wat": "pdf", "leerling": drie}).content.decode().count("Er is nog geen pdf") == 2
    antwoord = stuur(client, "pdf", drie)
    assert antwoord["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(antwoord.content)) as bestand:
        assert bestand.namelist() == [f"okr-{drie[0][:8]}.pdf"]
        assert bestand.read(bestand.namelist()[0]).startswith(b"%PDF")
    with als(klas.directeur):
        [gehaald] = AuditEvent.objects.filter(wat="kopie.bekeken", dossier_id=drie[0])
        assert gehaald.gegevens == {"versie": str(versie.id), "grond": GROND_PO}
    assert stuur(client, "pdf", drie[2:]).status_code == 303


def test_only_own_pupils_own_rights_and_known_acts(klas, ingelogd, drie):
    client = ingelogd(klas.als_marije)
    assert stuur(client, "aanmelding", drie).status_code == 403
    assert ingelogd(klas.bas_po).get("/po/samen/", {"wat": "uitnodigen", "leerling": drie}).status_code == 403
    for wat, wie in (
        ("verwijderen", drie),
        ("gesprek", []),
        ("gesprek", ["x", "00000000-0000-4000-8000-000000000000"]),
    ):
        assert stuur(client, wat, wie).status_code == 303


def test_codes_are_made_and_definitive_reports_released_for_each(klas, ingelogd, drie):
    from overstap.domain.overdrachten.models import UniekeCode
    from overstap.foundation.rls import als
    from tests.web.po.vol import maak_dossier

    client, els = ingelogd(klas.als_marije), ingelogd(klas.bas_po)
    codes = stuur(client, "code", drie).content.decode()
    assert "Gedaan voor 2 leerlingen" in codes
    assert "<b>Mei Cheung</b></a>: Er is nog geen definitief advies." in codes
    with als(klas.directeur):
        assert UniekeCode.objects.count() == 2
    klaar = str(maak_dossier(klas, "definitief", nummer=4, roepnaam="Fenna", achternaam="Bakker"))
    vrij = stuur(els, "vrijgeven", [klaar, drie[0]]).content.decode()
    assert "Gedaan voor 1 leerling" in vrij
    assert "Het rapport is nog niet definitief." in vrij
    assert "Vrijgegeven" in els.get("/po/overdracht/meenemen/").content.decode()
