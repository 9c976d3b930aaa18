"""Can a vo school take in a paper form: who it is typed, the scan beside it, and nothing kept that is no scan?"""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from overstap.domain.importen.models import Ontvangst, Ontvangstbijlage
from overstap.foundation.rls import als
from tests.web.vo.ontvangst import client_van
from tests.wereld import Wereld

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
GOED = {
    "roepnaam": "Mai", "voorvoegsel": "", "achternaam": "Nguyễn", "geboortedatum": "14-3-2015", "nummer": "",
    "school": "De Verre Weide", "brin": "01ab", "advies": "havo", "verklaring": "on",
}  # fmt: skip


def stuur(client, *scans, **anders):
    return client.post("/vo/innemen/papier/", {**GOED, **anders, "scans": list(scans)})


def scan(naam: str = "formulier.pdf", inhoud: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, inhoud)


def test_a_paper_form_stands_in_the_inbox_with_its_scan(wereld: Wereld) -> None:
    client = client_van(wereld.vo.administratie)
    antwoord = stuur(client, scan(), scan("achterkant.pdf"))
    assert antwoord.status_code == 303
    html = client.get(antwoord["Location"]).content.decode()
    for zin in ("Mai Nguyễn", "De Verre Weide", "01AB", "havo", "Scan 1 van het papieren formulier", "1 augustus"):
        assert zin in html
    assert "Mai Nguyễn" in client.get("/vo/").content.decode()
    with als(wereld.vo.administratie):
        assert Ontvangst.objects.get().bewaren_tot.isoformat() == "2028-08-01"
        assert Ontvangstbijlage.objects.count() == 2


def test_what_is_wrong_is_said_and_what_was_typed_stays(wereld: Wereld) -> None:
    client = client_van(wereld.vo.administratie)
    for fout, zin in (
        (stuur(client), "Kies een tot tien scans"),
        (stuur(client, scan(), verklaring=""), "Zonder aanmelding mag u geen rapport innemen"),
        (stuur(client, scan(), nummer="123456789"), "Dit nummer kan niet kloppen"),
        (stuur(client, scan(), geboortedatum="14-3-1990"), "geen nieuwe brugklasser"),
        (stuur(client, scan("formulier.html", b"<script>")), "mogen niet mee"),
        (stuur(client, scan("brief.txt", b"alleen tekst")), "Kies een pdf of een foto"),
    ):
        assert fout.status_code == 422
        assert zin in fout.content.decode()
        assert "Nguyễn" in fout.content.decode()
    with als(wereld.vo.administratie):
        assert not Ontvangst.objects.exists()
