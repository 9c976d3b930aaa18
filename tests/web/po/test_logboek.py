"""Can the school read who did or looked at what, in sentences, and nobody else?"""

from __future__ import annotations

import re

import pytest

from tests.web.po.vol import maak_dossier


def adres(dossier_id, rest=""):
    return f"/po/dossiers/{dossier_id}/logboek/{rest}"


@pytest.fixture
def dossier_id(klas):
    return maak_dossier(klas, "gelezen")


def zinnen(html):
    return [re.sub(r"\s+", " ", zin).strip() for zin in re.findall(r'class="ov-tabel__naam">([^<]*)<', html)]


def test_events_are_dutch_sentences_with_function_and_organisation(klas, ingelogd, dossier_id):
    html = ingelogd(klas.als_marije).get(adres(dossier_id)).content.decode()
    gevonden = zinnen(html)
    assert "Joris Tol stuurde het rapport naar Merenlandcollege." in gevonden
    assert "De toelatingscommissie van Merenlandcollege las het rapport voor het eerst." in gevonden
    assert "Een ouder tekende voor gezien." in gevonden
    assert "Bas Verhoef" not in html
    assert not [zin for zin in gevonden if re.search(r"\w+\.\w+\.$", zin)]


def test_a_look_at_the_logboek_stands_in_the_logboek(klas, ingelogd, dossier_id):
    client = ingelogd(klas.als_marije)
    client.get(adres(dossier_id))
    assert "Marije Vonk bekeek het logboek." in zinnen(client.get(adres(dossier_id)).content.decode())


def test_the_filter_keeps_one_kind(klas, ingelogd, dossier_id):
    client = ingelogd(klas.als_marije)
    kijken = zinnen(client.get(adres(dossier_id, "?soort=kijken")).content.decode())
    assert kijken
    assert all("bekeek" in zin for zin in kijken)
    assert client.get(adres(dossier_id, "?soort=onbekend")).status_code == 200


def test_pages_keep_the_filter(klas, ingelogd, dossier_id):
    client = ingelogd(klas.als_marije)
    for _keer in range(51):
        client.get(adres(dossier_id))
    html = client.get(adres(dossier_id, "?soort=kijken")).content.decode()
    assert len(zinnen(html)) == 50
    assert "?soort=kijken&amp;pagina=2" in html
    assert len(zinnen(client.get(adres(dossier_id, "?soort=kijken&pagina=2")).content.decode())) > 0


def test_rights(klas, ingelogd, dossier_id):
    assert ingelogd(klas.bas_po).get(adres(dossier_id)).status_code == 403
    assert ingelogd(klas.als_bas).get(adres(dossier_id)).status_code == 404


def test_the_same_queries_for_few_events_as_for_many(klas, ingelogd, dossier_id, django_assert_num_queries):
    client = ingelogd(klas.als_marije)
    kort = maak_dossier(klas, nummer=1, roepnaam="Ilias")
    with django_assert_num_queries(13):
        client.get(adres(kort))
    with django_assert_num_queries(13):
        client.get(adres(dossier_id))
