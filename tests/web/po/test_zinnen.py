"""Can somebody keep a sentence and put it in, with nothing but the page?"""

from __future__ import annotations

import pytest

from tests.web.po.klas import gelezen, neem_over


@pytest.fixture
def pad(klas):
    return f"/po/dossiers/{neem_over(klas, gelezen())}/onderdelen/gedrag/"


def stuur(client, pad, velden):
    """Send the form as the page gave it, with these answers."""
    begin = client.get(pad).content.decode().split('name="begin" value="')[1].split('"')[0]
    return client.post(pad, {**velden, "begin": begin})


def test_a_sentence_is_kept_put_in_changed_and_thrown_away(klas, ingelogd, pad):
    client, collega = ingelogd(klas.als_marije), ingelogd(klas.als_joris)
    bewaard = stuur(client, pad, {"gedrag_contact": "Noor helpt haar klas.", "zin": "bewaar:gedrag_contact"})
    assert bewaard.status_code == 303
    assert bewaard["Location"] == f"{pad}#veld-gedrag_contact"
    pagina = collega.get(pad).content.decode()
    assert "Noor helpt haar klas." in pagina
    waarde = pagina.split('value="voeg:gedrag_contact:')[1].split('"')[0]
    voeg = {"gedrag_contact": "Eerst dit.", "gedrag_overig": "Niets.", "zin": f"voeg:gedrag_contact:{waarde}"}
    assert stuur(collega, pad, voeg).status_code == 303
    pagina = client.get(pad).content.decode()
    assert "\nEerst dit. Noor helpt haar klas.</textarea>" in pagina
    assert "\nNiets.</textarea>" in pagina
    lijst = client.get("/po/zinnen/").content.decode()
    assert "[roepnaam] helpt haar klas." in lijst
    assert client.post(f"/po/zinnen/{waarde}/", {"tekst": "[Hij] helpt."}).status_code == 303
    assert "Zij helpt." in client.get(pad).content.decode()
    assert client.post(f"/po/zinnen/{waarde}/", {"knop": "weg"}).status_code == 303
    assert "Er zijn nog geen zinnen" in client.get("/po/zinnen/").content.decode()


def test_a_sentence_goes_into_a_part_of_a_group_and_into_the_page_with_everything_open(klas, ingelogd, pad):
    client = ingelogd(klas.als_marije)
    hulp = pad.replace("gedrag", "ondersteuning_gekregen")
    relatie = {"ondersteuningsvraag": "ja", "thuissituatie-omschrijving": "Een verhuizing."}
    bewaar = {**relatie, "thuissituatie-relatie": "Noor leert rustig door.", "zin": "bewaar:thuissituatie-relatie"}
    assert stuur(client, hulp, bewaar)["Location"] == f"{hulp}#veld-thuissituatie-relatie"
    waarde = client.get(hulp).content.decode().split('value="voeg:thuissituatie-relatie:')[1].split('"')[0]
    stuur(
        client, hulp, {**relatie, "thuissituatie-relatie": "Soms moe.", "zin": f"voeg:thuissituatie-relatie:{waarde}"}
    )
    assert "\nSoms moe. Noor leert rustig door.</textarea>" in client.get(hulp).content.decode()
    assert client.get("/po/zinnen/").content.decode().count("Thuissituatie: Wat betekent dit") == 2
    client.post("/po/zinnen/", {"veld": "gedrag_contact", "tekst": "[Roepnaam] helpt graag."})
    open_ = f"{pad.split('onderdelen')[0]}open-vragen/"
    html = client.get(open_).content.decode()
    knop = html.split('name="zin" value="voeg:gedrag_contact:')[1].split('"')[0]
    toon, begin = (html.split(f'name="{naam}" value="')[1].split('"')[0] for naam in ("toon", "begin"))
    typen = {"toon": toon, "begin": begin, "gedrag_contact": "Eerst dit.", "zin": f"voeg:gedrag_contact:{knop}"}
    antwoord = client.post(open_, typen)
    # The question stays on the page: who put a sentence in, reads it over.
    assert antwoord.status_code == 200
    assert "\nEerst dit. Noor helpt graag.</textarea>" in antwoord.content.decode()
    assert "\nEerst dit. Noor helpt graag.</textarea>" in client.get(pad).content.decode()


def test_a_name_is_refused_and_the_text_stays(klas, ingelogd, pad):
    client = ingelogd(klas.als_marije)
    antwoord = client.post("/po/zinnen/", {"veld": "gedrag_contact", "tekst": "Noor helpt."})
    assert antwoord.status_code == 422
    assert "Schrijf [roepnaam] in plaats van de naam" in antwoord.content.decode()
    assert "\nNoor helpt.</textarea>" in antwoord.content.decode()
    stuur(client, pad, {"gedrag_contact": "De familie Haddou komt vaak.", "zin": "bewaar:gedrag_contact"})
    pagina = client.get(pad).content.decode()
    assert "niet als zin van de school" in pagina
    assert "De familie Haddou komt vaak." in pagina


def test_what_was_sent_by_hand_does_nothing(klas, ingelogd, pad):
    client = ingelogd(klas.als_marije)
    for waarde in ("voeg:gedrag_contact:geen-id", "voeg:achternaam:1", "bewaar:bestaat_niet", "voeg"):
        assert stuur(client, pad, {"gedrag_overig": "Niets.", "zin": waarde}).status_code == 303
    weg = "voeg:gedrag_contact:00000000-0000-4000-8000-000000000000"
    assert client.post(pad, {"zin": weg}).status_code == 404
