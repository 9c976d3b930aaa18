"""Is there one byte of a parent whose address is secret in anything that the other parent can fetch?"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, date, datetime
from types import SimpleNamespace
from uuid import UUID

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.integrations.pdf.lezen import tekst_van
from tests.web.ouders.gezin import maak_gezin, stuur_naar_vo, verzorger, zet_pdf_klaar

ONTHOUD = {"Set-Cookie", "Content-Disposition", "Location"}
# What the page "Wie keek er?" says when somebody read her words.
GELEZEN = (
    "las een mening van een ouder",
    "las een verzoek om een fout te verbeteren",
    "opende een bestand van een ouder",
)
BRIEF = b"%PDF-1.7 alleen Samira schreef deze brief"


@pytest.fixture
def gezin(db: None) -> SimpleNamespace:
    """The pupil lives with the mother, whose address is secret; the LAS forgot to say so of the pupil."""
    from django.core.cache import cache

    cache.clear()
    moeder = {**verzorger("Samira"), "adresgeheim": True}
    return maak_gezin(adressen=moeder["adressen"], verzorgers=(moeder, verzorger("Karim")))


def alles_te_halen(client: Client) -> bytes:
    """Every page and file that is reachable by a link, a form or a known address, with what the headers say."""
    wachten = [
        "/ouders/rapport/",
        "/ouders/rapport/verschil/",
        "/ouders/rapport/aanvullingen/",
        "/ouders/rapport/kopie/",
    ]
    gezien: set[str] = set()
    alles = b""
    while wachten:
        adres = wachten.pop()
        if adres in gezien or "uitloggen" in adres:
            continue
        gezien.add(adres)
        antwoord = client.get(adres)
        inhoud = b"".join(antwoord.streaming_content) if antwoord.streaming else antwoord.content
        alles += inhoud + b"\n".join(f"{kop}: {waarde}".encode() for kop, waarde in antwoord.items() if kop in ONTHOUD)
        wachten += [link.decode() for link in re.findall(rb'(?:href|action)="(/ouders/[^"#?]*)', inhoud)]
    assert len(gezien) >= 10, gezien
    return alles


def _lees_als_school(gezin: SimpleNamespace, stuk_id: UUID) -> None:
    """The directeur reads everything that she wrote and sent."""
    client = Client()
    client.force_login(gezin.wereld.joris)
    pagina = client.get(f"/po/dossiers/{gezin.dossier_id}/ouders/").content.decode()
    (correctie,) = re.findall(r'href="(/po/dossiers/[^"]+/correcties/[^"]+)"', pagina)
    assert client.get(correctie).status_code == 200
    assert client.get(f"/po/dossiers/{gezin.dossier_id}/stukken/{stuk_id}/").status_code == 200


def leef(client: Client) -> None:
    """Read, sign, report a mistake, and give a zienswijze with a file."""
    versie = re.search(r'name="versie" value="([^"]+)"', client.get("/ouders/rapport/").content.decode())
    assert versie
    client.post("/ouders/rapport/tekenen/", {"versie": versie.group(1), "akkoord": "nee"})
    client.post("/ouders/rapport/fout/", {"tekst": "Geheim: het nummer is 9.", "stap": "verstuur"})
    brief = SimpleUploadedFile("brief-van-samira.pdf", BRIEF)
    antwoord = client.post(
        "/ouders/rapport/mening/", {"tekst": "Geheim: ik zie het anders.", "stap": "verstuur", "bestanden": brief}
    )
    assert antwoord.status_code == 302, antwoord.content.decode()


def test_the_other_parent_fetches_no_byte_of_her(gezin: SimpleNamespace) -> None:
    from overstap.domain.inzages.models import Ouderstuk
    from overstap.foundation.rls import als

    leef(gezin.samira.binnen())
    with als(gezin.wereld.directeur):
        stuk_id: UUID = Ouderstuk.objects.get().id
    zet_pdf_klaar(gezin)
    _lees_als_school(gezin, stuk_id)
    karim = gezin.karim.binnen()
    alles = alles_te_halen(karim)
    stuk = f"/ouders/rapport/stukken/{stuk_id}/"
    assert karim.get(stuk).status_code == 404
    sporen = (
        "Samira", "Lindelaan", "0201110001", "samira@", "Geheim:", "brief-van-samira", "alleen Samira",
        str(gezin.samira.ouder_id), str(gezin.samira.inzage_id), str(stuk_id), gezin.samira.code, *GELEZEN,
    )  # fmt: skip
    assert [spoor for spoor in sporen if spoor.encode() in alles] == []
    # The same search does find what is his own.
    assert b"Kanaalkade" in alles
    eigen = alles_te_halen(gezin.samira.binnen())
    assert [
        spoor for spoor in ("Samira", "Geheim:", "brief-van-samira", str(stuk_id)) if spoor.encode() not in eigen
    ] == []
    assert BRIEF in eigen


def test_too_many_or_wrong_files_send_nothing_and_lose_nothing(gezin: SimpleNamespace) -> None:
    client = gezin.samira.binnen()

    def stuur(*bestanden: SimpleUploadedFile) -> tuple[int, str]:
        wat = {"tekst": "Mijn mening.", "stap": "verstuur", "bestanden": list(bestanden)}
        antwoord = client.post("/ouders/rapport/mening/", wat)
        return antwoord.status_code, antwoord.content.decode()

    for bestanden, zin in (
        ([SimpleUploadedFile(f"{n}.pdf", BRIEF) for n in range(6)], "U koos te veel bestanden."),
        ([SimpleUploadedFile("film.mp4", b"film")], "mogen niet mee"),
        ([SimpleUploadedFile("leeg.pdf", b"")], "Een bestand is leeg."),
    ):
        status, tekst = stuur(*bestanden)
        assert (status, zin in tekst, 'value="Mijn mening."' in tekst) == (422, True, True), tekst[-3000:]
    assert "Dit schreef u" not in client.get("/ouders/rapport/").content.decode()


def test_a_request_for_a_code_tells_nothing_and_is_limited(gezin: SimpleNamespace) -> None:
    """The same answer for an address that the school knows, one that it does not, and a link that is nobody's."""

    def vraag(adres: str, **wat: str) -> tuple[int, str]:
        antwoord = Client().post(adres, wat)
        tekst = antwoord.content.decode()
        return antwoord.status_code, tekst[tekst.index("<main") :]

    bekend = vraag("/ouders/code/", mail="samira@voorbeeld.nl")
    assert bekend[0] == 200
    assert vraag("/ouders/code/", mail="niemand@voorbeeld.nl") == bekend
    assert vraag(f"/ouders/{gezin.karim.ouder_id}/code/") == bekend
    assert vraag("/ouders/00000000-0000-4000-8000-000000000000/code/") == bekend
    assert vraag("/ouders/code/", mail="geen adres")[0] == 422
    client = Client()
    client.force_login(gezin.wereld.joris)
    pagina = client.get(f"/po/dossiers/{gezin.dossier_id}/ouders/").content.decode()
    assert pagina.count("Vroeg om een nieuwe code") == 2
    for _ in range(6):
        vraag("/ouders/code/", mail="x@voorbeeld.nl")
    assert vraag("/ouders/code/", mail="x@voorbeeld.nl")[0] == 429


def test_what_a_vo_school_reads_holds_no_secret_address_and_all_files_of_a_zienswijze(gezin: SimpleNamespace) -> None:
    from overstap.domain.dossiers.queries import dossier_for, slot_for
    from overstap.domain.inzages.actions import beantwoord_correctie
    from overstap.domain.inzages.enums import Correctiebesluit
    from overstap.domain.inzages.queries import correcties_for
    from overstap.foundation.rls import als
    from tests.web.po.klas import NU

    leef(gezin.samira.binnen())
    with als(gezin.wereld.directeur) as by:
        dossier = dossier_for(by, gezin.dossier_id)
        (verzoek,) = correcties_for(by, dossier, slot_for(by, dossier))
        beantwoord_correctie(
            dossier_id=dossier.id, verzoek_id=verzoek.id, besluit=Correctiebesluit.GECORRIGEERD, uitleg="", by=by, at=NU
        )
    overdracht_id = stuur_naar_vo(gezin)
    client = Client()
    client.force_login(gezin.wereld.bas)
    sessie = client.session
    from overstap.domain.scholen.models import Aanstelling

    sessie["aanstelling_id"] = str(Aanstelling.objects.get(account=gezin.wereld.bas, organisatie=gezin.wereld.vo).id)
    sessie.save()
    pagina = client.get(f"/vo/overdrachten/{overdracht_id}/").content.decode()
    assert "Geheim: ik zie het anders." in pagina
    (stuk,) = re.findall(r'href="(/vo/overdrachten/[^"]+/zienswijzen/[^"]+)"', pagina)
    assert b"".join(client.get(stuk).streaming_content) == BRIEF
    # Where the pupil lives is part of the report (art. 3-a); her own secret address is not.
    assert pagina.count("Lindelaan") == 1


def test_the_door_closes_on_the_sixteenth_birthday_with_a_page_that_says_why(db: None) -> None:
    from django.core.cache import cache

    cache.clear()
    gezin = maak_gezin(geboortedatum=date(2010, 12, 1))
    assert gezin.samira.binnen().get("/ouders/rapport/").status_code == 200
    with time_machine.travel(datetime(2026, 12, 1, 9, tzinfo=UTC), tick=False):
        moeder = gezin.samira.binnen()
        for pagina in ("", "kopie/", "wie-keek/", "mening/", "verschil/"):
            antwoord = moeder.get(f"/ouders/rapport/{pagina}")
            assert antwoord.status_code == 403, pagina
            assert "Uw kind beslist nu zelf" in antwoord.content.decode()
        assert moeder.post("/ouders/rapport/mening/", {"tekst": "Nee.", "stap": "verstuur"}).status_code == 403


def test_a_copy_for_one_parent_holds_the_own_words_and_nothing_of_the_other(gezin: SimpleNamespace) -> None:
    """What Samira wrote and sent goes into hers; in that of Karim is no byte of it, nor where she lives."""
    leef(gezin.samira.binnen())
    zet_pdf_klaar(gezin)
    client = Client()
    client.force_login(gezin.wereld.joris)
    adres = f"/po/dossiers/{gezin.dossier_id}/rechten/"
    keuzes = re.findall(r'name="voor"[^>]* value="([^"]+)"', client.get(adres).content.decode())
    assert {str(gezin.samira.inzage_id), str(gezin.karim.inzage_id), "ander"} == set(keuzes)

    def kopie(voor: object) -> dict[str, bytes]:
        antwoord = client.post(f"{adres}alles/", {"voor": str(voor)})
        with zipfile.ZipFile(io.BytesIO(b"".join(antwoord))) as bestand:
            return {naam: bestand.read(naam) for naam in bestand.namelist()}

    samira, karim, ander = (kopie(voor) for voor in (gezin.samira.inzage_id, gezin.karim.inzage_id, "ander"))
    woorden = tekst_van(samira["eigen-woorden.pdf"])
    assert "Geheim: ik zie het anders." in woorden
    assert "Geheim: het nummer is 9." in woorden
    assert samira["eigen-bestand-1.pdf"] == BRIEF
    assert gezin.samira.straat.encode() in samira["gegevens-nu.json"]
    assert gezin.karim.straat.encode() not in samira["gegevens-nu.json"]
    assert gezin.karim.straat.encode() in karim["gegevens-nu.json"]
    assert "gaf een mening over het rapport" in tekst_van(samira["overzicht.pdf"])
    for kopie_van, uitnodigingen in ((karim, 1), (ander, 0)):
        overzicht = tekst_van(kopie_van["overzicht.pdf"])
        assert overzicht.count("nodigde een ouder uit") == uitnodigingen
        assert not [zin for zin in ("gaf een mening", "meldde een fout", "Een ouder tekende") if zin in overzicht]
        assert not [naam for naam in kopie_van if naam.startswith("eigen-")]
        alles = b"".join(kopie_van.values()) + tekst_van(kopie_van["overzicht.pdf"]).encode()
        sporen = ("Samira", gezin.samira.straat, gezin.samira.telefoon, "Geheim:", str(gezin.samira.inzage_id))
        assert [spoor for spoor in sporen if spoor.encode() in alles] == []
    assert client.post(f"{adres}alles/", {"voor": "00000000-0000-4000-8000-000000000000"}).status_code == 404


def test_the_copy_that_the_school_hands_over_says_of_no_parent_where_that_lives(gezin: SimpleNamespace) -> None:
    """One of them may ask for it (art. 15 AVG), also when the other one lives in secret."""
    from overstap.domain.dossiers.queries import dossier_for, slot_for
    from overstap.domain.rapporten.queries import pdf_for, versies_for
    from overstap.foundation.rls import als

    zet_pdf_klaar(gezin, "ouders", "vo")
    client = Client()
    client.force_login(gezin.wereld.joris)
    antwoord = client.post(f"/po/dossiers/{gezin.dossier_id}/rechten/alles/")
    assert antwoord.status_code == 200
    with zipfile.ZipFile(io.BytesIO(b"".join(antwoord))) as bestand:
        nu = bestand.read("gegevens-nu.json").decode()
        versies = [bestand.read(naam) for naam in bestand.namelist() if naam.startswith("versie-")]
    assert "Noor" in nu
    for geheim in (gezin.samira.straat, gezin.samira.telefoon, "Samira", gezin.karim.telefoon, "Karim"):
        assert geheim not in nu
    with als(gezin.wereld.directeur) as by:
        dossier = dossier_for(by, gezin.dossier_id)
        slot = slot_for(by, dossier)
        assert versies == [pdf_for(by, versie, "ouders", slot) for versie in versies_for(by, dossier)]
    assert versies
