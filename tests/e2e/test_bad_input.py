"""What does somebody read who brings a file that cannot be right, and is everything still there afterwards?"""

from __future__ import annotations

import re
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser import TELEFOON
from tests.e2e import basisschool, ouder, verhaal
from tests.e2e.bezoeker import Bezoeker, Bezoekers
from tests.e2e.product import Product

pytestmark = pytest.mark.browser
MB = 1024 * 1024
# A lawful name: an emoji, and accents written as marks of their own.
NAAM_MET_TEKENS = "Zoe\u0301 🦊"
BOM = b"""<?xml version="1.0"?>
<!DOCTYPE dossier [<!ENTITY a "aaaaaaaaaa">%s]>
<dossier xmlns="http://www.edustandaard.nl/oso_gegevensset/2019/dossier">&i;</dossier>""" % b"".join(
    b'<!ENTITY %s "%s">' % (naam, b"&%s;" % vorige * 10)
    for vorige, naam in zip(b"a b c d e f g h".split(), b"b c d e f g h i".split(), strict=True)
)


def _anders(oud: str, nieuw: str) -> Callable[[str], bytes]:
    def maak(goed: str) -> bytes:
        assert oud in goed
        return goed.replace(oud, nieuw).encode()

    return maak


SLECHT: dict[str, tuple[Callable[[str], bytes], tuple[str, ...]]] = {
    "geen-xml": (lambda _: b"%PDF-1.7 niets", ("Dit is geen XML-bestand maar een PDF", "Kies het OSO-bestand")),
    "leeg": (lambda _: b" \n", ("Dit bestand is leeg",)),
    "andere-wortel": (lambda _: b"<?xml version='1.0'?><factuur><regel/></factuur>", ("geen OSO",)),
    "andere-namespace": (_anders("oso_gegevensset/2019/dossier", "iets_anders/2019/dossier"), ("OSO",)),
    "ander-jaar": (_anders("oso_gegevensset/2019/dossier", "oso_gegevensset/2016/dossier"), ("2019",)),
    "entiteitenbom": (lambda _: BOM, ("DOCTYPE", "Maak het bestand opnieuw")),
    "doctype": (_anders("<dossier ", '<!DOCTYPE dossier SYSTEM "file:///etc/hostname"><dossier '), ("DOCTYPE",)),
    "afgekapt": (lambda goed: goed.encode()[: len(goed) // 2], ("niet compleet", "Download of maak het")),
    "te-groot": (lambda goed: goed.encode() + b" " * (60 * MB), ("60 MB",)),
}  # fmt: skip


@pytest.fixture(scope="module")
def goede(product: Product, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Three good files, of pupils of this school year."""
    las = tmp_path_factory.mktemp("las")
    product.command("demo", "bestanden", str(las))
    return [pad.read_text(encoding="utf-8") for pad in sorted(las.iterdir())]


def test_bad_files_get_a_sentence_and_lose_nothing(
    product: Product, bezoekers: Bezoekers, goede: list[str], tmp_path: Path, subtests: pytest.Subtests
) -> None:
    els = bezoekers.medewerker("Els Wiersma")
    goed = goede[0]
    aantal = _aantal_leerlingen(els)
    for naam, (maak, zinnen) in SLECHT.items():
        with subtests.test(naam):
            bestand = tmp_path / f"{naam}.xml"
            bestand.write_bytes(maak(goed))
            basisschool.kies_bestand(els, bestand, fout=True)
            els.leest(*zinnen)
    with subtests.test("a connection that breaks off"):
        _breek_af(els, product)
    with subtests.test("nothing was kept"):
        els.ga("/po/importeren/")
        els.leest("Er wacht geen bestand")
        assert _aantal_leerlingen(els) == aantal
        assert not [pad for pad in (product.var / "tmp").rglob("*") if pad.is_file()]
    with subtests.test("an unusual name is a name"):
        _neem_over(els, tmp_path, _met_naam(goed, NAAM_MET_TEKENS))
        els.leest(NAAM_MET_TEKENS)
        assert _aantal_leerlingen(els) == aantal + 1
        els.leest(NAAM_MET_TEKENS)
    with subtests.test("two pupils with one number are never one pupil"):
        (tmp_path / "tweeling.xml").write_bytes(_andere_dag(_met_naam(goed, "Iemand Anders")).encode())
        basisschool.kies_bestand(els, tmp_path / "tweeling.xml")
        els.leest("hetzelfde nummer, maar een andere geboortedatum", "Wij voegen ze niet samen zonder uw antwoord")
        # Without an answer, and with the answer that cannot be: two pupils do not have one number.
        els.klik("Neem over", precies=True, fout=True)
        els.page.get_by_label("Nee, een andere leerling").check()
        els.klik("Neem over", precies=True, fout=True)
        els.leest("hetzelfde nummer")
        els.klik("Gooi weg")
        assert _aantal_leerlingen(els) == aantal + 1
        els.leest(NAAM_MET_TEKENS)


def test_a_text_that_is_too_long_keeps_every_letter(bezoekers: Bezoekers, goede: list[str], tmp_path: Path) -> None:
    els = bezoekers.medewerker("Els Wiersma")
    dossier = _neem_over(els, tmp_path, goede[1])
    marije = bezoekers.medewerker("Marije Vonk")
    marije.ga(f"{dossier}onderdelen/gedrag/")
    lang = "Lang verhaal. " * 90
    marije.vul(gedrag_contact=lang, gedrag_huiswerk="Dit blijft staan.", sociaal_emotioneel_problemen="nee")
    marije.klik("Klaar met dit onderdeel", fout=True)
    marije.leest("1.000")
    assert marije.page.locator("[name=gedrag_contact]").input_value().strip() == lang.strip()
    assert marije.page.locator("[name=gedrag_huiswerk]").input_value() == "Dit blijft staan."
    marije.klik("Later verder")
    marije.ga(f"{dossier}onderdelen/gedrag/")
    assert marije.page.locator("[name=gedrag_contact]").input_value().strip() == lang.strip()


def test_forms_work_without_javascript(bezoekers: Bezoekers, goede: list[str], tmp_path: Path) -> None:
    els = bezoekers.medewerker("Els Wiersma", javascript=False)
    dossier = _neem_over(els, tmp_path, goede[2])
    # Bente is in another group than the one of Marije.
    joris = bezoekers.medewerker("Joris Tol", javascript=False)
    basisschool.vul_in(joris, dossier, ("verzuim", "gedrag"))
    # The file says that no contact is needed: what belongs to "ja" must be there to fill in all the same.
    joris.ga(f"{dossier}onderdelen/schooladvies/")
    joris.vul(contactnodig="ja", contactpersoon="Samira El Idrissi", contacttelefoon="0000000001")
    joris.klik("Later verder")
    basisschool.adviseer(joris, dossier)
    code = basisschool.nodig_uit(joris, dossier, "", mail="moeder.4063@ouders.example")
    ouder_van_bente = bezoekers.nieuw("ouder", TELEFOON, javascript=False)
    ouder.open_rapport(ouder_van_bente, code)
    ouder.reageer(ouder_van_bente)
    joris.ga(f"{dossier}ouders/")
    joris.leest(verhaal.ZIENSWIJZE, verhaal.CORRECTIE)


def _aantal_leerlingen(els: Bezoeker) -> int:
    els.ga("/po/")
    gevonden = re.search(r"(\d+) leerling", els.page.locator("main").inner_text())
    return int(gevonden.group(1)) if gevonden else 0


def _neem_over(els: Bezoeker, map_: Path, xml: str) -> str:
    """Upload and accept; returns the address of the dossier."""
    (map_ / "goed.xml").write_text(xml, encoding="utf-8")
    basisschool.kies_bestand(els, map_ / "goed.xml")
    els.klik("Neem over")
    els.leest("De gegevens zijn overgenomen")
    return els.page.url.removeprefix(els.adres)


def _met_naam(xml: str, naam: str) -> str:
    return re.sub(r"<roepnaam>.*?</roepnaam>", f"<roepnaam>{naam}</roepnaam>", xml, count=1)


def _andere_dag(xml: str) -> str:
    return re.sub(r"<geboortedatum>(\d{4})-..-..<", r"<geboortedatum>\1-01-02<", xml, count=1)


def _breek_af(els: Bezoeker, product: Product) -> None:
    """Send the first half of an upload with the cookies of this person, and hang up."""
    koekjes = "; ".join(f"{koekje['name']}={koekje['value']}" for koekje in els.page.context.cookies())
    bewijs = els.page.locator("[name=csrfmiddlewaretoken]").first.input_value()
    begin = (
        f'--grens\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{bewijs}\r\n'
        '--grens\r\nContent-Disposition: form-data; name="bestand"; filename="dossier.xml"\r\n\r\n'
        '<?xml version="1.0"?>'
    )
    kop = (
        f"POST /po/importeren/ HTTP/1.1\r\nHost: localhost:{product.port}\r\nCookie: {koekjes}\r\n"
        f"Origin: {product.adres}\r\nContent-Type: multipart/form-data; boundary=grens\r\n"
        "Content-Length: 500000\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", product.port)) as lijn:
        lijn.sendall((kop + begin + "x" * 20_000).encode())
