"""After an incident: does a school see which pupils it touched, who received what, and where a document lies?"""

from __future__ import annotations

import html

import pytest
import time_machine
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web.ouders.gezin import maak_gezin, stuur_naar_vo
from tests.web.po.klas import NU

ADRES = "/incident/"
# The attachment of every invented pupil (`tests/web/po/vol.py`).
INHOUD = b"%PDF-1.7 proef"


def dagen(van="22-11-2026", tot="31-12-2026", wie=""):
    return {"van": van, "tot_en_met": tot, "wie": wie}


def tekst(antwoord, status=200):
    assert antwoord.status_code == status
    return html.unescape(antwoord.content.decode())


@pytest.fixture
def gezin(klas):
    """One pupil whose report went to the vo school, with the first of two attachments."""
    gezin = maak_gezin(klas)
    stuur_naar_vo(gezin)
    return gezin


def test_the_page_says_whom_it_touched_and_the_list_names_nobody(klas, ingelogd, gezin):
    joris = ingelogd(klas.als_joris)
    pagina = tekst(joris.get(ADRES, dagen()))
    assert "1 leerling<" in pagina
    assert "Noor Haddou" in pagina
    assert "Merenlandcollege (versie" in pagina
    assert "stuurde het rapport naar" in pagina
    # Of one account, and of days on which nothing happened.
    assert "Noor Haddou" in tekst(joris.get(ADRES, dagen(wie=str(klas.joris.id))))
    assert "Niemand opende of wijzigde iets" in tekst(joris.get(ADRES, dagen(wie=str(klas.marije.id))))
    assert "Niemand opende of wijzigde iets" in tekst(joris.get(ADRES, dagen("1-1-2026", "2-1-2026")))
    assert "De laatste dag ligt voor de eerste" in tekst(joris.get(ADRES, dagen("2-1-2026", "1-1-2026")), 422)

    lijst = b"".join(joris.post(f"{ADRES}lijst/", dagen())).decode("utf-8-sig")
    koppen, rij = lijst.strip().split("\r\n")
    assert koppen == '"Dossier";"Schooljaar";"Eerste keer";"Laatste keer";"Wat";"Versies";"Ontvangers"'
    assert str(gezin.dossier_id) in rij
    assert "Merenlandcollege (versie" in rij
    assert not [naam for naam in ("Noor", "Haddou", "Samira", "Karim", "Joris") if naam in lijst]
    assert ingelogd(klas.bas_po).get(ADRES, dagen()).status_code == 403


def test_a_document_that_was_found_says_where_it_lies_and_who_received_it(klas, ingelogd, gezin):
    joris, bas = ingelogd(klas.als_joris), ingelogd(klas.als_bas)

    def zoek(client, inhoud=INHOUD):
        bestand = SimpleUploadedFile("gevonden.pdf", inhoud)
        return tekst(client.post(f"{ADRES}document/", {"bestand": bestand}))

    joris.get(f"/po/dossiers/{gezin.dossier_id}/bijlagen/{gezin.bijlagen[0]}/")
    pagina = zoek(joris)
    # The same bytes hang on this pupil twice; one of them went along.
    assert pagina.count("<b>Noor Haddou</b>") == 2
    assert pagina.count("Merenlandcollege (versie") == 1
    assert "Joris Tol opende een bijlage." in pagina
    # The vo school has the one that it received.
    assert zoek(bas).count("<b>Noor Haddou</b>") == 1
    # As many bytes, but others.
    assert "Dit document is niet gevonden" in zoek(joris, INHOUD[::-1])
    assert "Kies het document dat gevonden is" in tekst(joris.post(f"{ADRES}document/", {}), 422)
    assert ingelogd(klas.bas_po).post(f"{ADRES}document/", {}).status_code == 403


def test_the_logboek_for_a_board_is_sentences_without_a_name_and_stands_in_itself(klas, ingelogd, gezin):
    joris = ingelogd(klas.als_joris)
    adres = f"{ADRES}logboek/"
    assert "De laatste dag ligt voor de eerste" in tekst(joris.post(adres, dagen("2-1-2026", "1-1-2026")), 422)
    joris.post(adres, dagen())
    lijst = b"".join(joris.post(adres, dagen())).decode("utf-8-sig")
    koppen, *rijen = lijst.strip().split("\r\n")
    assert koppen == '"Wanneer";"Wat";"Functie";"Organisatie";"Dossier"'
    assert len(rijen) > 10
    assert f"stuurde het rapport naar {klas.vo.naam}." in lijst
    assert str(gezin.dossier_id) in lijst
    assert "haalde het logboek op." in lijst
    assert not [naam for naam in ("Noor", "Haddou", "Samira", "Karim", "Joris", "Bas") if naam in lijst]
    # Every line says what happened in words, and none begins as a formula does.
    assert not [rij for rij in rijen if rij.split(";")[1].strip('"')[0] in "=+-@"]
    with time_machine.travel(NU + settings.OVERSTAP_BEVESTIGD, tick=False):
        assert "Bevestig dat u het bent" in tekst(joris.post(adres, dagen()), 403)
    assert ingelogd(klas.bas_po).post(adres, dagen()).status_code == 403
