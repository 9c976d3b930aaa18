"""Does a finished report go back to the school's own administration as a file, and is that written down?"""

from __future__ import annotations

from overstap.integrations.oso import Profiel, lees
from tests.web.po.vol import maak_dossier


def adres(dossier_id, rest=""):
    return f"/po/dossiers/{dossier_id}/overdracht/{rest}"


def test_file_for_the_own_las_is_given_and_logged(klas, ingelogd):
    dossier_id = maak_dossier(klas, "definitief")
    client = ingelogd(klas.als_joris)
    assert "Maak OSO-bestand voor uw eigen LAS" in client.get(adres(dossier_id)).content.decode()
    antwoord = client.post(adres(dossier_id, "eigen-las/"))
    assert antwoord.status_code == 200
    assert antwoord["Content-Disposition"] == f'attachment; filename="eigen-las-{str(dossier_id)[:8]}.xml"'
    gelezen = lees(antwoord.content)
    assert gelezen.profiel == Profiel.BB
    assert not gelezen.fouten
    assert gelezen.nummer is not None
    assert gelezen.inhoud["argumentatie"]
    logboek = client.get(f"/po/dossiers/{dossier_id}/logboek/").content.decode()
    assert "Joris Tol maakte een bestand voor de eigen leerlingadministratie" in logboek


def test_no_file_before_the_report_is_definitief(klas, ingelogd):
    dossier_id = maak_dossier(klas)
    client = ingelogd(klas.als_joris)
    assert "eigen LAS" not in client.get(adres(dossier_id)).content.decode()
    html = client.post(adres(dossier_id, "eigen-las/"), follow=True).content.decode()
    assert "Maak het rapport eerst definitief" in html
