"""Who makes the clips of the help? Not in the suite: `./dev beelden`, on the demo region, after the pictures.

Here stands only who does it and where; what is said and what is pressed comes from the steps of the manual (`film.py`).
Beside each clip a fingerprint of the words of the pages it passes is kept, as for the pictures.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from inspect import getsource, unwrap

import pytest
from django.urls import resolve

from overstap.web.hulp.boek import FILMPJES, boek, lees
from tests.database import Databases
from tests.e2e.beelden import BREED, HOOG
from tests.e2e.bezoeker import Bezoeker, Bezoekers
from tests.e2e.film import Film, Opname, bewaar, zinnen
from tests.e2e.product import Product, running
from tests.e2e.verhaal import dag
from tests.web.hulp.schermwoorden import filmafdruk

Mensen = Callable[[str], Bezoeker]
Weg = Callable[[Film, Bezoeker, Product, Mensen], None]
_SJABLOON = re.compile(r"[\"']((?:po|vo|swv|ouders|components|algemeen)/[\w/]+\.html)[\"']")


@pytest.fixture(scope="module")
def product(sjabloon: Databases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """A demo region of its own: what is done in a clip stays done."""
    with running(sjabloon, tmp_path_factory.mktemp("overstap") / "var", "laden") as started:
        yield started


def _dossier(wie: Bezoeker, naam: str) -> str:
    """The address of the report of a pupil in the werkvoorraad."""
    wie.page.goto(f"{wie.adres}/po/")
    return str(wie.page.locator("tbody tr", has_text=naam).locator("th a").get_attribute("href"))


def _importeren(film: Film, els: Bezoeker, product: Product, _mensen: Mensen) -> None:
    map_ = product.var / "las"
    product.command("demo", "bestanden", str(map_))
    els.page.goto(f"{els.adres}/po/")
    film.kies("Importeren", els.page.get_by_role("link", name="Importeren").first)
    vak = els.page.get_by_label("OSO-bestand van één leerling")
    vak.set_input_files(map_ / "overstapdossier-2.xml")
    film.lees("Importeren", vak)
    film.kies("Bekijk het bestand")
    els.page.wait_for_url("**/importeren/*/")
    film.lees("Dit nemen wij niet over")
    film.kies("Neem over")


def _invullen(film: Film, marije: Bezoeker, _product: Product, _mensen: Mensen) -> None:
    marije.page.goto(f"{marije.adres}/po/")
    film.kies("Werkvoorraad", marije.page.get_by_role("link", name="Tim ten Have").first)
    film.stap(2, marije.page.get_by_role("link", name="Ondersteuning op de vo-school").first, druk=True)
    film.lees("Waarom vragen we dit?", marije.page.locator("main summary", has_text="Waarom vragen we dit?").first)
    vak = marije.page.locator("main textarea").first
    vak.fill("Tim leert het best als hij eerst een voorbeeld ziet.")
    film.stap(3, vak)
    marije.page.get_by_text("Opgeslagen om").wait_for()
    film.lees("Opgeslagen: …", marije.page.locator("#opslag"))
    film.kies("Klaar met dit onderdeel")


def _advies(film: Film, marije: Bezoeker, _product: Product, _mensen: Mensen) -> None:
    page = marije.page
    page.goto(marije.adres + _dossier(marije, "Sem Jansen"))
    film.kies("Advies en doorstroomtoets")

    def vul(actie: str, **antwoorden: str) -> None:
        for naam, waarde in antwoorden.items():
            vakken = page.locator(f'main form[action$="{actie}"] [name="{naam}"]')
            keuze = vakken.first.get_attribute("type") == "radio"
            film.vul(vakken.and_(page.locator(f'[value="{waarde}"]')) if keuze else vakken, waarde)

    vul("voorlopig/", niveau="vmbo_kgt", gegeven_op=dag(40))
    film.kies("Leg het voorlopige advies vast")
    vul("gesprek/", op=dag(39), met="Moeder, vader en Sem")
    film.kies("Leg het gesprek vast")
    vul("toets/", stand="gemaakt", aanbieder="iep", afgenomen_op=dag(20), toetsadvies="vmbo_kgt")
    for naam, waarde in {
        "standaardscore": "73", "niveau_lezen": "1f", "niveau_taalverzorging": "1f", "niveau_rekenen": "1f",
    }.items():  # fmt: skip
        marije.antwoord(naam, waarde)
    film.kies("Leg de doorstroomtoets vast")
    vul("definitief/", keuze="vmbo_kgt", gegeven_op=dag(2))
    film.kies("Geef het definitieve advies")


def _ouders(film: Film, marije: Bezoeker, _product: Product, _mensen: Mensen) -> None:
    pad = _dossier(marije, "Mohammed")
    marije.page.goto(marije.adres + pad)
    film.kies("Ouders", marije.page.get_by_role("link", name="Ouders laten lezen").first)
    film.kies("Zo zien ouders het")
    marije.page.goto(f"{marije.adres}{pad}ouders/")
    film.kies("Nodig uit per e-mail")
    film.kies("Nodig uit", marije.page.get_by_role("button", name="Nodig uit", exact=True))
    film.stap(4, marije.page.locator(".ov-codebrief__code").first)


def _definitief(film: Film, anton: Bezoeker, _product: Product, _mensen: Mensen) -> None:
    anton.page.goto(anton.adres + _dossier(anton, "Noa Bakker"))
    film.kies("Controleer en maak definitief")
    # Nothing is left to do here, so no point leads anywhere.
    film.stap(2, anton.page.locator("main summary", has_text="in orde"), druk=True, verder=False)
    film.kies("Maak definitief", anton.page.get_by_role("button", name="Maak definitief", exact=True))
    film.kies("Ga naar de overdracht")


def _overdragen(film: Film, els: Bezoeker, _product: Product, _mensen: Mensen) -> None:
    page = els.page
    page.goto(f"{els.adres}/po/")
    film.kies("Overdracht", page.get_by_role("link", name="Overdracht", exact=True).first)
    film.kies("Overdracht", page.get_by_role("link", name="Lotte de Wit").first)
    school = page.get_by_label("Bij welke vo-school is de leerling aangemeld?")
    film.vul(school, "Meerdorp College, Meerdorp")
    film.vul(page.locator('[name="aangemeld_op"]'), dag())
    film.vul(page.locator('[name="wijze"][value="aanmeldformulier"]'), "")
    film.kies("Leg aanmelding vast")
    film.kies("Stuur het rapport")
    film.kies("Stuur nu naar …", page.get_by_role("button", name="Stuur nu naar Meerdorp College"))


def _aanmelden(film: Film, bas: Bezoeker, _product: Product, mensen: Mensen) -> None:
    anton = mensen("Anton Brouwers")
    anton.page.goto(f"{anton.adres}{_dossier(anton, 'Sara Yılmaz')}adviesformulier/")
    code = anton.page.locator(".ov-codebrief__code [aria-hidden], main [aria-hidden]", has_text="-").first.inner_text()
    bas.page.goto(f"{bas.adres}/vo/brugklassen/")
    film.kies("Inbox", bas.page.get_by_role("link", name="Inbox").first)
    film.kies("Meld een leerling aan")
    vak = bas.page.locator("main [name=code]")
    vak.fill(code.strip())
    film.stap(2, vak)
    film.vul(bas.page.locator("main form").first.locator("[type=checkbox]"), "")
    film.kies("Open het rapport", bas.page.get_by_role("button", name="Open het rapport").first)


def _ontvangen(film: Film, bas: Bezoeker, _product: Product, _mensen: Mensen) -> None:
    bas.page.goto(f"{bas.adres}/vo/brugklassen/")
    film.kies("Inbox", bas.page.get_by_role("link", name="Inbox").first)
    film.stap(2, bas.page.get_by_role("link", name="Daan Visser", exact=True).first, druk=True)
    kort = bas.page.get_by_role("heading", name="In het kort")
    film.lees("In het kort", bas.page.locator("section", has=kort).last)
    film.lees("Zienswijze van de ouders")


def _ophalen(film: Film, rik: Bezoeker, _product: Product, _mensen: Mensen) -> None:
    rik.page.goto(f"{rik.adres}/vo/")
    film.kies("Inbox", rik.page.get_by_role("link", name="Julia Kowalska", exact=True).first)
    film.kies("Haal OSO-bestand op")
    rik.page.goto(f"{rik.adres}/vo/")
    film.kies("Neem rapporten mee")
    for vak in rik.page.locator("tbody [type=checkbox]").all()[:3]:
        film.vul(vak, "")
    film.kies("Maak ZIP met OSO-bestanden")


def _bord(film: Film, karim: Bezoeker, _product: Product, _mensen: Mensen) -> None:
    karim.page.goto(f"{karim.adres}/swv/")
    film.lees("Zorgaanmeldingen", karim.page.locator("h1"))
    film.kies("Tabel")
    film.stap(3, karim.page.get_by_role("link", name="Luuk Hendriks").first, druk=True)
    film.kies("Neem in behandeling")


# Of each clip in filmpjes.toml: who does it, and where; in this order, for what is done stays done.
WEGEN: dict[str, tuple[str, Weg]] = {
    "importeren": ("Els Wiersma", _importeren),
    "invullen": ("Marije Vonk", _invullen),
    "advies": ("Marije Vonk", _advies),
    "ouders": ("Marije Vonk", _ouders),
    "definitief": ("Anton Brouwers", _definitief),
    "overdragen": ("Els Wiersma", _overdragen),
    "aanmelden": ("Bas Verhoef", _aanmelden),
    "ontvangen": ("Bas Verhoef", _ontvangen),
    "ophalen": ("Rik Zandstra", _ophalen),
    "bord": ("Karim Haddad", _bord),
}


@pytest.mark.browser
@pytest.mark.parametrize("naam", WEGEN)
def test_make_the_clip(naam: str, product: Product, bezoekers: Bezoekers) -> None:
    """Make one clip anew, its captions too, and keep the fingerprint of the words of the pages it passed."""
    assert set(WEGEN) == set(lees("filmpjes")), "filmpjes.toml en WEGEN noemen dezelfde filmpjes"
    wie, weg = WEGEN[naam]
    bezoeker = bezoekers.medewerker(wie)
    bezoeker.page.set_default_timeout(15_000)
    bezoeker.page.set_viewport_size({"width": BREED, "height": HOOG})
    _handleiding, taak = boek().taak(naam)
    film = Film(bezoeker.page, [zinnen(stap) for stap in taak.stappen])
    weg(film, bezoeker, product, bezoekers.medewerker)
    opname = film.einde()
    schermen = lees("filmpjes")[naam]["schermen"]
    gezien_is_genoemd(opname, schermen)
    bewaar(opname, FILMPJES, naam, filmafdruk(schermen, taak.stappen))


def gezien_is_genoemd(opname: Opname, schermen: Sequence[str]) -> None:
    """Of each page that was passed the template is named with the clip, or its changes would go unseen."""
    for adres in dict.fromkeys(opname.schermen):
        view = unwrap(resolve(re.sub(r"^https?://[^/]+|[?#].*$", "", adres)).func)
        genoemd = set(_SJABLOON.findall(getsource(view)) or _SJABLOON.findall(getsource(sys.modules[view.__module__])))
        assert genoemd & set(schermen), f"zet bij schermen wat hiervan bij {adres} hoort: {sorted(genoemd)}"
