"""Can a parent read in another language, and is every text there: short in Dutch, and translated?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from types import SimpleNamespace

import pytest
from django.test import Client
from django.utils import translation

from overstap.domain.rapporten.catalogue import Publiek
from overstap.domain.rapporten.snapshot import Inhoud, weergave
from overstap.web.components.jinja.filters import vertaal, vertaal_label
from overstap.web.components.logzinnen import DADEN
from overstap.web.components.talen import TALEN, VERTAALD
from overstap.web.ouders.vertaling import bestand, bouw, te_doen, teksten
from tests.web.ouders.gezin import Ouder

CODES = [taal.code for taal in VERTAALD]
LANGSTE_ZIN = 12
# What a place in a text can become at its longest, in words.
INVULLING = {
    "advies": "vmbo kader of gemengd-theoretisch", "toets": "vmbo kader of gemengd-theoretisch",
    "school": "De Klaproos", "naar": "Het Meerdorp College", "dag": "woensdag 24 maart", "van": "24 maart",
    "tot": "31 maart 2027",
    "functie": "Een leerkracht", "oud": "1", "nieuw": "2",
}  # fmt: skip
# What is the same in every language: words of computers, and Dutch names of school that an explanation is about.
OVERAL = {
    "overstap", "pdf", "kb", "mb", "vmbo", "havo", "vwo", "mbo", "hbo", "groep", "praktijkonderwijs", "basis",
    "doorstroomtoets", "zienswijze", "mentor", "gezag", "warme", "overdracht", "cookies",
}  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def gebouwd() -> None:
    """The .mo files as `./dev setup` makes them."""
    if not all(bestand(code).with_suffix(".mo").exists() for code in CODES):
        bouw()


@pytest.mark.parametrize("code", CODES)
def test_every_text_of_the_parents_pages_is_translated(code: str) -> None:
    """Fails? `./dev talen` puts new texts into the .po files; CONTRIBUTING.md says what to do then."""
    assert not te_doen(code), f"Draai ./dev talen en vul aan: ouders/locale/{code}/LC_MESSAGES/django.po"


def zinnen() -> Iterator[str]:
    for bericht in teksten():
        for vorm in (bericht.id,) if isinstance(bericht.id, str) else bericht.id:
            vol = re.sub(r"%\((\w+)\)s|\{(\w+)\}", lambda m: INVULLING.get(m[1] or m[2], "iets"), vorm)
            yield from re.split(r"(?<=[.?!:])\s+", vol)


def te_lang(alle: Iterable[str]) -> list[str]:
    return [zin for zin in alle if len([woord for woord in zin.split() if re.search(r"\w", woord)]) > LANGSTE_ZIN]


def test_no_dutch_sentence_for_parents_has_more_than_twelve_words() -> None:
    """B1: write two short sentences instead."""
    assert not te_lang(zinnen())


def test_no_sentence_of_the_logboek_has_more_than_twelve_words() -> None:
    daden = (str(daad).format(naar="Meerdorp College") for daad in DADEN.values())
    assert not te_lang(f"De directeur van De Klaproos {daad}" for daad in daden)


class Buiten(HTMLParser):
    """The words of a page that stand in no element with lang="nl"; what only a machine reads is left out."""

    LEEG = frozenset({"input", "br", "meta", "link", "hr", "use", "path", "circle", "rect", "img"})

    def __init__(self) -> None:
        super().__init__()
        self.diepte, self.woorden, self.code = 0, set[str](), ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.LEEG:
            return
        eigen = dict(attrs)
        stil = tag in {"script", "svg"} or eigen.get("lang") in {taal.code for taal in TALEN} - {self.code}
        if self.diepte or stil:
            self.diepte += 1

    def handle_endtag(self, tag: str) -> None:
        if self.diepte and tag not in self.LEEG:
            self.diepte -= 1

    def handle_data(self, data: str) -> None:
        if not self.diepte:
            self.woorden |= set(re.findall(r"[a-z]+", data.lower()))

    @classmethod
    def van(cls, pagina: str, code: str) -> set[str]:
        lezer = cls()
        lezer.code = code
        lezer.feed(pagina)
        return lezer.woorden


def test_a_parent_reads_everything_but_the_words_of_the_school_in_arabic(gezin: SimpleNamespace) -> None:
    ouder: Ouder = gezin.samira
    client = Client()
    voordeur = client.get(f"/ouders/{ouder.ouder_id}/?taal=ar")
    assert '<html lang="ar" dir="rtl"' in voordeur.content.decode()
    assert voordeur.cookies["taal"].value == "ar"
    assert voordeur.cookies["taal"]["path"] == "/ouders/"
    client.post(f"/ouders/{ouder.ouder_id}/", {"code": ouder.code})
    for adres in ("", "fout/", "mening/", "kopie/", "wie-keek/", "verschil/", "aanvullingen/", "../gegevens/"):
        antwoord = client.get(f"/ouders/rapport/{adres}".replace("rapport/../", ""))
        pagina = antwoord.content.decode()
        assert antwoord.headers["Content-Language"] == "ar"
        namen = set(re.findall(r"[a-z]+", f"{ouder.naam} Noor De Voorbeeldboom".lower()))
        assert Buiten.van(pagina, "ar") <= OVERAL | namen, adres
        assert "Deze vertaling is nog niet door een vertaler gezien." in pagina
    ongetekend = client.post("/ouders/rapport/tekenen/", {}).content.decode()
    assert ongetekend.count('href="/ouders/rapport/?taal=') == len(CODES)
    verdwaald = client.get("/ouders/niets/").content.decode()
    assert '<html lang="ar" dir="rtl"' in verdwaald
    assert Buiten.van(verdwaald, "ar") <= OVERAL
    assert '<html lang="nl"' in client.get("/privacy/").content.decode()


@pytest.mark.parametrize("code", CODES)
def test_a_heading_that_is_put_together_is_translated_piece_by_piece(code: str) -> None:
    ouder = {"achternaam": "Haddou", "roepnaam": "Noor", "geslacht": "vrouw", "adresgeheim": True, "overleden": True}
    inhoud = Inhoud({"verzorgers": ({**ouder, "voorletters": "N.", "wettigevertegenwoordiger": True},)})
    [kop] = {stuk.kop for sectie in weergave(inhoud, Publiek.OUDERS) for stuk in sectie.stukken}
    assert kop == "Uw naam en uw gegevens: ouder of verzorger 1"
    with translation.override(code):
        gelezen = vertaal_label(kop)
        stukken = [vertaal("Uw naam en uw gegevens"), vertaal("ouder of verzorger")]
    assert gelezen == f"{stukken[0]}: {stukken[1]} 1"
    assert not set(stukken) & {"Uw naam en uw gegevens", "ouder of verzorger"}


def test_choosing_a_language_keeps_what_was_typed(gezin: SimpleNamespace) -> None:
    client = gezin.karim.binnen()
    pagina = client.post(
        "/ouders/rapport/mening/?taal=pl", {"stap": "taal", "tekst": "Ik vind havo beter."}
    ).content.decode()
    assert '<html lang="pl"' in pagina
    assert "Ik vind havo beter.</textarea>" in pagina
    assert 'formaction="?taal=nl"' in pagina


def test_the_browser_gives_the_first_guess_and_staff_read_dutch() -> None:
    def taal_van(adres: str, **kop: str) -> str:
        return str(Client(headers=kop).get(adres).headers["Content-Language"])

    assert taal_van("/ouders/", **{"accept-language": "uk-UA,uk;q=0.9,en;q=0.5"}) == "uk"
    assert taal_van("/ouders/", **{"accept-language": "fr-FR,fr"}) == "nl"
    assert taal_van("/ouders/?taal=xx") == "nl"
    assert taal_van("/account/inloggen/", **{"accept-language": "en"}) == "nl"
