"""Who does what is seen in the help, and where? What a film says and presses comes from the manual (`film.py`)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from tests.e2e.bezoeker import Bezoeker
from tests.hulpbeelden.conftest import Demoregio
from tests.hulpbeelden.film import Film
from tests.klok import AT

# Wide enough for the page as on a desk, low enough for a picture in a text.
MAAT = (1120, 760)
Weg = Callable[[Bezoeker, Demoregio], None]
Filmweg = Callable[[Film, Bezoeker, Demoregio], None]


def _dag(geleden: int = 0) -> str:
    """A day as people type it."""
    gekozen = AT - timedelta(days=geleden)
    return f"{gekozen.day}-{gekozen.month}-{gekozen.year}"


def _naar(*stappen: str) -> Weg:
    """Go to an address, then follow these links."""

    def ga(wie: Bezoeker, _regio: Demoregio) -> None:
        wie.page.goto(wie.adres + stappen[0])
        for naam in stappen[1:]:
            doel = wie.page.locator("main").get_by_role("link", name=naam)
            doel.or_(wie.page.locator("main").get_by_role("button", name=naam)).first.click()
            wie.page.wait_for_load_state()

    return ga


def _bij(stap: str, pad: str) -> Weg:
    """Open a page of the first pupil in the werkvoorraad whose next step this is."""

    def ga(wie: Bezoeker, _regio: Demoregio) -> None:
        wie.page.goto(f"{wie.adres}/po/")
        rij = wie.page.locator("tbody tr", has=wie.page.get_by_role("link", name=stap)).first
        dossier = rij.locator("th a").get_attribute("href")
        wie.page.goto(f"{wie.adres}{dossier}{pad}")

    return ga


def _importeer(wie: Bezoeker, regio: Demoregio) -> None:
    wie.page.goto(f"{wie.adres}/po/importeren/")
    wie.page.get_by_label("OSO-bestand van één leerling").set_input_files(regio.bestand_uit_las())
    wie.page.get_by_role("button", name="Bekijk het bestand").click()
    wie.page.wait_for_url("**/importeren/*/")


# Of each picture in beelden.toml: who looks, and the way there.
BEELDEN: dict[str, tuple[str, Weg]] = {
    "import": ("Els Wiersma", _importeer),
    "werkvoorraad": ("Marije Vonk", _naar("/po/")),
    "dossier": ("Marije Vonk", _bij("Vul verder in", "")),
    "advies": ("Marije Vonk", _bij("Geef definitief advies", "advies/")),
    "bijlagen": ("Marije Vonk", _bij("Luuk Hendriks", "bijlagen/")),
    "ouders": ("Marije Vonk", _bij("Vul verder in", "ouders/")),
    "definitief": ("Anton Brouwers", _bij("Maak definitief", "definitief/")),
    "adviesformulier": ("Anton Brouwers", _bij("Draag over", "adviesformulier/")),
    "overdracht": ("Els Wiersma", _bij("Draag over", "overdracht/")),
    "vo_aanmelden": ("Bas Verhoef", _naar("/vo/aanmelden/")),
    "vo": ("Bas Verhoef", _naar("/vo/", "Lees rapport")),
    "vo_meenemen": ("Bas Verhoef", _naar("/vo/meenemen/")),
    "swv_bord": ("Ingrid Postma", _naar("/swv/")),
}


def _dossier(wie: Bezoeker, naam: str) -> str:
    """The address of the report of a pupil in the werkvoorraad."""
    wie.page.goto(f"{wie.adres}/po/")
    return str(wie.page.locator("tbody tr", has_text=naam).locator("th a").get_attribute("href"))


def _importeren(film: Film, els: Bezoeker, regio: Demoregio) -> None:
    els.page.goto(f"{els.adres}/po/")
    film.kies("Importeren", els.page.get_by_role("link", name="Importeren").first)
    vak = els.page.get_by_label("OSO-bestand van één leerling")
    vak.set_input_files(regio.bestand_uit_las())
    film.lees("Importeren", vak)
    film.kies("Bekijk het bestand")
    els.page.wait_for_url("**/importeren/*/")
    film.lees("Dit nemen wij niet over")
    film.kies("Neem over")


def _invullen(film: Film, marije: Bezoeker, _regio: Demoregio) -> None:
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


def _advies(film: Film, marije: Bezoeker, _regio: Demoregio) -> None:
    page = marije.page
    page.goto(marije.adres + _dossier(marije, "Sem Jansen"))
    film.kies("Advies en doorstroomtoets")

    def vul(actie: str, **antwoorden: str) -> None:
        for naam, waarde in antwoorden.items():
            vakken = page.locator(f'main form[action$="{actie}"] [name="{naam}"]')
            keuze = vakken.first.get_attribute("type") == "radio"
            film.vul(vakken.and_(page.locator(f'[value="{waarde}"]')) if keuze else vakken, waarde)

    vul("voorlopig/", niveau="vmbo_kgt", gegeven_op=_dag(40))
    film.kies("Leg het voorlopige advies vast")
    vul("gesprek/", op=_dag(39), met="Moeder, vader en Sem")
    film.kies("Leg het gesprek vast")
    vul("toets/", stand="gemaakt", aanbieder="iep", afgenomen_op=_dag(20), toetsadvies="vmbo_kgt")
    for naam, waarde in {
        "standaardscore": "73", "niveau_lezen": "1f", "niveau_taalverzorging": "1f", "niveau_rekenen": "1f",
    }.items():  # fmt: skip
        marije.antwoord(naam, waarde)
    film.kies("Leg de doorstroomtoets vast")
    vul("definitief/", keuze="vmbo_kgt", gegeven_op=_dag(2))
    film.kies("Geef het definitieve advies")


def _ouders(film: Film, marije: Bezoeker, _regio: Demoregio) -> None:
    pad = _dossier(marije, "Mohammed")
    marije.page.goto(marije.adres + pad)
    film.kies("Ouders", marije.page.get_by_role("link", name="Ouders laten lezen").first)
    film.kies("Zo zien ouders het")
    marije.page.goto(f"{marije.adres}{pad}ouders/")
    film.kies("Nodig uit per e-mail")
    film.kies("Nodig uit", marije.page.get_by_role("button", name="Nodig uit", exact=True))
    film.stap(4, marije.page.locator(".ov-codebrief__code").first)


def _definitief(film: Film, anton: Bezoeker, _regio: Demoregio) -> None:
    anton.page.goto(anton.adres + _dossier(anton, "Noa Bakker"))
    film.kies("Controleer en maak definitief")
    # Nothing is left to do here, so no point leads anywhere.
    film.stap(2, anton.page.locator("main summary", has_text="in orde"), druk=True, verder=False)
    film.kies("Maak definitief", anton.page.get_by_role("button", name="Maak definitief", exact=True))
    film.kies("Ga naar de overdracht")


def _overdragen(film: Film, els: Bezoeker, _regio: Demoregio) -> None:
    page = els.page
    page.goto(f"{els.adres}/po/")
    film.kies("Overdracht", page.get_by_role("link", name="Overdracht", exact=True).first)
    film.kies("Overdracht", page.get_by_role("link", name="Lotte de Wit").first)
    school = page.get_by_label("Bij welke vo-school is de leerling aangemeld?")
    film.vul(school, "Meerdorp College, Meerdorp")
    film.vul(page.locator('[name="aangemeld_op"]'), _dag())
    film.vul(page.locator('[name="wijze"][value="aanmeldformulier"]'), "")
    film.kies("Leg aanmelding vast")
    film.kies("Stuur het rapport")
    film.kies("Stuur nu naar …", page.get_by_role("button", name="Stuur nu naar Meerdorp College"))


def _aanmelden(film: Film, bas: Bezoeker, regio: Demoregio) -> None:
    anton = regio.medewerker("Anton Brouwers", MAAT)
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


def _ontvangen(film: Film, bas: Bezoeker, _regio: Demoregio) -> None:
    bas.page.goto(f"{bas.adres}/vo/brugklassen/")
    film.kies("Inbox", bas.page.get_by_role("link", name="Inbox").first)
    film.stap(2, bas.page.get_by_role("link", name="Daan Visser", exact=True).first, druk=True)
    kort = bas.page.get_by_role("heading", name="In het kort")
    film.lees("In het kort", bas.page.locator("section", has=kort).last)
    film.lees("Zienswijze van de ouders")


def _ophalen(film: Film, rik: Bezoeker, _regio: Demoregio) -> None:
    rik.page.goto(f"{rik.adres}/vo/")
    film.kies("Inbox", rik.page.get_by_role("link", name="Julia Kowalska", exact=True).first)
    film.kies("Haal OSO-bestand op")
    rik.page.goto(f"{rik.adres}/vo/")
    film.kies("Neem rapporten mee")
    vakken = rik.page.locator("tbody [type=checkbox]")
    vakken.first.wait_for()  # `all` takes what is there at this moment, also when the page is still coming
    for vak in vakken.all()[:3]:
        film.vul(vak, "")
    film.kies("Maak ZIP met OSO-bestanden")


def _bord(film: Film, karim: Bezoeker, _regio: Demoregio) -> None:
    karim.page.goto(f"{karim.adres}/swv/")
    film.lees("Zorgaanmeldingen", karim.page.locator("h1"))
    film.kies("Tabel")
    film.stap(3, karim.page.get_by_role("link", name="Luuk Hendriks").first, druk=True)
    film.kies("Neem in behandeling")


# Of each clip in filmpjes.toml: who does it, and where.
FILMPJES: dict[str, tuple[str, Filmweg]] = {
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
