"""Does the help name only what is still on the screens, and does every page of staff have a piece of it?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase

import pytest
from django.urls import NoReverseMatch

from overstap.web.hulp.boek import BEELDEN, boek, lees
from overstap.web.hulp.opmaak import adres, kaal, opgemaakt, verwijzingen
from overstap.web.ouders.hulp import STUKKEN
from tests.access_matrix.verzoek import adressen
from tests.web.hulp.schermwoorden import namen, te_kiezen, vingerafdruk

# The pages of parents have a help of their own, the help is no page to get help with, a demo is no work, and the
# addresses of `beheer` and the API are for machines.
_ANDERE = ("ouders:", "hulp:", "demo:", "beheer:", "api:")
LANGSTE_ZIN = 20
GROOTSTE_BEELD = 60_000


def zinnen() -> Iterator[tuple[str, str]]:
    """Every sentence of the help, with the place where it stands."""
    for handleiding, taak in boek().taken():
        for zin in taak.zinnen():
            yield f"{handleiding.naam}.toml, {taak.naam}", zin
    for kop, deel in boek().vragen.items():
        for vraag in deel:
            yield f"vragen.toml, {kop}, {vraag.naam}", vraag.antwoord
    for jaar in boek().nieuws:
        for zin in (*jaar.wet, *jaar.overstap):
            yield f"nieuw.toml, {jaar.schooljaar}", zin


@pytest.fixture(scope="module")
def schermen() -> frozenset[str]:
    """What staff see the name of; their own room and the shared parts."""
    return frozenset().union(*(namen(map_) for map_ in ("po", "vo", "swv", "regio", "algemeen", "components")))


def test_everything_the_help_names_is_still_on_a_screen(schermen: frozenset[str]) -> None:
    weg = [
        f"{waar}: [{naam}]"
        for waar, zin in zinnen()
        for naam, doel in verwijzingen(zin)
        if not doel.startswith("taak:") and naam not in schermen and not doel.startswith("hulp:")
    ]
    assert not weg, "Deze knop of titel is er niet (meer). Pas de hulp aan:\n" + "\n".join(weg)


def test_a_name_is_what_can_be_pressed_or_read_as_a_heading_and_no_sentence(schermen: frozenset[str]) -> None:
    """The test above would prove nothing if every word of a page counted."""
    assert {"Neem over", "Importeren", "Wachtwoord vergeten?", "Werkvoorraad", "Maak definitief"} <= schermen
    assert not {"Neem mee", "Er wacht geen bestand.", "Gooi het weg", "", "…"} & schermen - {""}
    assert len(schermen) > 500


def test_every_page_the_help_leads_to_exists() -> None:
    dood = []
    for waar, zin in zinnen():
        for naam, doel in verwijzingen(zin):
            if doel.startswith("taak:"):
                dood += [] if boek().taak(doel.removeprefix("taak:")) else [f"{waar}: {doel}"]
            elif doel:
                try:
                    adres(doel)
                except NoReverseMatch:
                    dood.append(f"{waar}: [{naam}]({doel})")
    dood += [
        f"vragen.toml: {v.taak}" for deel in boek().vragen.values() for v in deel if v.taak and not boek().taak(v.taak)
    ]
    assert not dood


def van_medewerkers() -> list[str]:
    return [naam for naam in adressen() if not naam.startswith(_ANDERE)]


def test_every_page_of_staff_has_one_piece_of_the_help() -> None:
    patronen = [(naam, taak.naam) for _h, taak in boek().taken() for naam in taak.schermen]
    assert len(dict(patronen)) == len(patronen), "een scherm hoort bij één taak"
    zonder = [naam for naam in van_medewerkers() if boek().bij_scherm(naam) is None]
    assert not zonder, "Zet deze schermen bij een taak in web/hulp/teksten/*.toml"
    leeg = [naam for naam, _taak in patronen if not any(fnmatchcase(adres_, naam) for adres_ in adressen())]
    assert not leeg, "deze schermen zijn er niet (meer)"


def test_every_page_of_parents_has_one_answer() -> None:
    genoemd = [f"ouders:{scherm}" for stuk in STUKKEN for scherm in stuk.schermen]
    assert sorted(genoemd) == sorted({naam for naam in adressen() if naam.startswith("ouders:")})


def test_the_help_of_parents_names_only_what_they_can_choose() -> None:
    """A heading is nothing to choose, though it may have the words of what is done on its page."""
    genoemd = {knop for stuk in STUKKEN for knop in stuk.knoppen}
    assert genoemd - te_kiezen("ouders") == set()
    assert "Teken dat u het las" not in te_kiezen("ouders")


def test_sentences_are_short() -> None:
    """B1 for staff; a parent's are held to twelve words elsewhere."""
    lang = [
        f"{waar}: {deel}"
        for waar, zin in zinnen()
        for deel in re.split(r"(?<=[.?!:;])\s+", kaal(zin))
        if len([woord for woord in deel.split() if re.search(r"\w", woord)]) > LANGSTE_ZIN
    ]
    assert not lang, "\n".join(lang)


def test_a_sentence_shows_its_names_and_leads_to_its_pages() -> None:
    html = str(opgemaakt("Ga naar [Importeren](po:import) & kies [Neem <over>]."))
    assert html == (
        'Ga naar <a class="govuk-link" href="/po/importeren/">Importeren</a> &amp; kies <b>Neem &lt;over&gt;</b>.'
    )


def test_no_picture_shows_other_words_than_its_page() -> None:
    """Within a second; that they look the same is held to at every build (`tests/hulpbeelden`)."""
    oud = [naam for naam, beeld in lees("beelden").items() if beeld["woorden"] != vingerafdruk(beeld["scherm"])]
    assert not oud, f"De woorden van deze schermen zijn veranderd. Draai ./dev beelden voor: {', '.join(oud)}"
    gebruikt = {taak.beeld.naam for _h, taak in boek().taken() if taak.beeld}
    assert {pad.stem for pad in BEELDEN.glob("*.webp")} == gebruikt == set(lees("beelden"))


def test_the_fingerprint_sees_a_changed_word_and_nothing_else() -> None:
    assert vingerafdruk("vo/aanmelden.html") == vingerafdruk("vo/aanmelden.html")
    assert len({vingerafdruk(naam) for naam in ("vo/aanmelden.html", "vo/dossier.html", "po/dossier.html")}) == 3


def test_every_task_has_a_picture_or_says_why_not() -> None:
    zonder = [taak.naam for _h, taak in boek().taken() if bool(taak.beeld) == bool(taak.geen_beeld)]
    assert not zonder, "Draai ./dev beelden, of schrijf bij deze taken geen_beeld"
    for _h, taak in boek().taken():
        if taak.beeld:
            assert len(taak.beeld.tekst.split()) > 3, taak.naam
    te_groot = {pad.name: pad.stat().st_size for pad in BEELDEN.glob("*.webp") if pad.stat().st_size > GROOTSTE_BEELD}
    assert not te_groot
