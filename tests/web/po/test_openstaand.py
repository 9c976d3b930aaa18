"""Are all open questions on one page, and is what is answered there kept as if it were typed in its section?"""

from __future__ import annotations

import pytest

from tests.web.po.klas import gelezen, neem_over


@pytest.fixture
def pad(klas):
    return f"/po/dossiers/{neem_over(klas, gelezen())}/"


def van(html, naam):
    return html.split(f'name="{naam}" value="')[1].split('"')[0]


def alles(client, pad, velden, knop="klaar"):
    html = client.get(f"{pad}open-vragen/").content.decode()
    return client.post(
        f"{pad}open-vragen/", {"toon": van(html, "toon"), "begin": van(html, "begin"), "knop": knop, **velden}
    )


def test_what_is_open_stands_there_and_what_came_from_the_file_does_not(klas, ingelogd, pad):
    client = ingelogd(klas.als_marije)
    assert f"{pad}open-vragen/" in client.get(pad).content.decode()
    html = client.get(f"{pad}open-vragen/").content.decode()
    assert {"gedrag_contact", "verzuim_geoorloofd", "wens_ouders", "ondersteuningsvraag"} <= set(
        van(html, "toon").split()
    )
    assert 'name="roepnaam"' not in html
    assert 'name="schoolloopbaan_toelichting"' not in html


def test_answers_of_several_sections_are_saved_at_once_and_the_rest_is_asked_again(klas, ingelogd, pad):
    client = ingelogd(klas.als_marije)
    # The day from which absence counts is computed; who leaves it, stores it.
    dag = van(client.get(f"{pad}open-vragen/").content.decode(), 'verzuim_vanaf" type="text')
    velden = {"gedrag_contact": "Helpt graag.", "verzuim_geoorloofd": "4", "verzuim_vanaf": dag}
    antwoord = alles(client, pad, velden)
    assert (antwoord.status_code, antwoord["Location"]) == (303, f"{pad}open-vragen/")
    html = client.get(f"{pad}open-vragen/").content.decode()
    assert not set(velden) & set(van(html, "toon").split())
    assert "Helpt graag." in client.get(f"{pad}onderdelen/gedrag/").content.decode()
    assert alles(client, pad, {}, knop="later")["Location"] == pad


def test_a_mistake_saves_nothing_and_keeps_the_text(klas, ingelogd, pad):
    client = ingelogd(klas.als_marije)
    antwoord = alles(client, pad, {"gedrag_contact": "Helpt graag.", "verzuim_geoorloofd": "veel"})
    assert antwoord.status_code == 422
    assert "Helpt graag." in antwoord.content.decode()
    assert "Helpt graag." not in client.get(f"{pad}onderdelen/gedrag/").content.decode()


def test_it_saves_by_itself_and_never_overwrites_a_colleague(klas, ingelogd, pad):
    een, twee = ingelogd(klas.als_marije), ingelogd(klas.als_joris)
    begin = een.get(f"{pad}open-vragen/").content.decode()
    vast = {"toon": van(begin, "toon"), "begin": van(begin, "begin"), "knop": "vanzelf"}
    eerste = een.post(f"{pad}open-vragen/", {**vast, "gedrag_contact": "Van Marije."})
    assert eerste.json()["tekst"].startswith("Opgeslagen om")
    verder = {**vast, "begin": eerste.json()["begin"], "gedrag_contact": "Van Marije, en meer."}
    assert een.post(f"{pad}open-vragen/", verder).status_code == 200
    tweede = twee.post(f"{pad}open-vragen/", {**vast, "gedrag_contact": "Van Joris."})
    assert tweede.status_code == 409
    # Whoever saves then, sees both and chooses; the rest of the page is saved.
    mijn = {**vast, "knop": "klaar", "gedrag_contact": "Van Joris.", "gedrag_huiswerk": "Op tijd."}
    samen = twee.post(f"{pad}open-vragen/", mijn)
    assert samen.status_code == 422
    assert samen.content.decode().count("ov-botsing") == 1
    opnieuw = {**mijn, "begin": van(samen.content.decode(), "begin"), "kies-gedrag_contact": "beide"}
    assert twee.post(f"{pad}open-vragen/", opnieuw).status_code == 303
    nu = een.get(f"{pad}onderdelen/gedrag/").content.decode()
    assert all(tekst in nu for tekst in ("Van Marije, en meer.\n\nVan Joris.", "Op tijd."))
    assert "Van Marije, en meer." in een.get(f"{pad}onderdelen/gedrag/").content.decode()


def test_only_who_writes_has_this_page(klas, ingelogd, pad):
    assert ingelogd(klas.bas_po).get(f"{pad}open-vragen/").status_code == 403
    assert "open-vragen" not in ingelogd(klas.bas_po).get(pad).content.decode()


def test_a_section_is_left_for_its_neighbours_with_everything_saved(klas, ingelogd, pad):
    client = ingelogd(klas.als_marije)
    hier = f"{pad}onderdelen/verzuim/"
    html = client.get(hier).content.decode()
    begin = van(html, "begin")
    for knop, naar in (("vorige", "schoolloopbaan"), ("volgende", "leerresultaten")):
        antwoord = client.post(hier, {"verzuim_geoorloofd": "7", "begin": begin, "knop": knop})
        assert antwoord["Location"] == f"{pad}onderdelen/{naar}/"
        begin = van(client.get(hier).content.decode(), "begin")
    assert 'value="7"' in client.get(hier).content.decode()
    assert 'value="vorige"' not in client.get(f"{pad}onderdelen/leerling/").content.decode()
