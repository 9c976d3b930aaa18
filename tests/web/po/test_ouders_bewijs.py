"""Does the school see by which right each person reads, what it can prove, and what came on paper?"""

from __future__ import annotations

import re
from types import SimpleNamespace
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web.po.klas import NU
from tests.web.po.test_ouders import adres, inzages, schrijf
from tests.web.po.vol import gezagdragers, maak_dossier, nodig_iedereen_uit, teken

DAG = f"{NU.day}-{NU.month}-{NU.year}"
SCAN = b"%PDF-1.7 scan van een brief"


def ouder(nummer: int, roepnaam: str, relatie: str, **anders: object) -> dict[str, object]:
    """A carer as the LAS gives it."""
    return {
        "id": f"00000000-0000-4000-9000-00000000000{nummer}", "roepnaam": roepnaam, "achternaam": "Haddou",
        "relatietotkind": relatie, "wettigevertegenwoordiger": True, "adresgeheim": False,
        "communicatie": ({"soort": "e-mail", "nummer": f"{roepnaam.lower()}@voorbeeld.nl"},), **anders,
    }  # fmt: skip


@pytest.fixture
def dossier_id(klas: SimpleNamespace) -> UUID:
    """A mother with a secret address, a father without gezag, and a guardian; all but the father were invited."""
    verzorgers = (
        ouder(1, "Samira", "2", adresgeheim=True),
        ouder(2, "Karim", "1", wettigevertegenwoordiger=False),
        ouder(3, "Petra", "3"),
    )
    dossier_id = maak_dossier(klas, "klaar", verzorgers=verzorgers)
    nodig_iedereen_uit(klas, dossier_id)
    return dossier_id


def test_each_card_says_by_which_right_and_why(klas, ingelogd, dossier_id) -> None:
    html = ingelogd(klas.als_marije).get(adres(dossier_id)).content.decode()
    for woord in (
        "Ouder met gezag.", "Voogd.", "Ouder zonder gezag.", "artikel 1:377c van het BW", "artikel 42 van de WPO",
        "Adres is geheim", "Alleen op verzoek",
    ):  # fmt: skip
        assert woord in html, woord
    assert "2 mensen lezen en tekenen" in html


def test_a_parent_without_gezag_is_invited_on_request_only(klas, ingelogd, dossier_id) -> None:
    client, karim = ingelogd(klas.als_marije), "00000000-0000-4000-9000-000000000002"
    pad = adres(dossier_id, f"ouders/{karim}/uitnodigen/")
    fout = client.post(pad, {"mail": "karim@voorbeeld.nl"})
    assert fout.status_code == 422
    assert "op welke dag deze ouder om informatie vroeg" in fout.content.decode()
    goed = client.post(pad, {"mail": "karim@voorbeeld.nl", "gevraagd_op": DAG})
    assert re.search(r">[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}<", goed.content.decode())


def test_paper_comes_in_with_its_scan_and_the_proof_names_it(klas, ingelogd, dossier_id) -> None:
    client, (samira, petra) = ingelogd(klas.als_marije), gezagdragers(klas, dossier_id)
    per_ouder = {inzage.verzorger_id: inzage for inzage in inzages(klas, dossier_id)}
    een = per_ouder[samira.sleutel].id
    pad = adres(dossier_id, f"inzages/{een}/zienswijze/")
    fout = client.post(pad, {"gegeven_op": DAG, "tekst": "", "scan": SimpleUploadedFile("virus.exe", b"MZ")})
    assert fout.status_code == 422
    scan = SimpleUploadedFile("brief.pdf", SCAN)
    assert client.post(pad, {"gegeven_op": DAG, "tekst": "", "scan": scan}).status_code == 303
    html = client.get(adres(dossier_id)).content.decode()
    assert "Op papier gegeven, als scan toegevoegd." in html
    (stuk,) = re.findall(r'href="(/po/dossiers/[^"]+/stukken/[^"]+)"', html)
    antwoord = client.get(stuk)
    assert b"".join(antwoord.streaming_content) == SCAN
    assert "brief" not in antwoord["Content-Disposition"]
    teken(klas, dossier_id, per_ouder[petra.sleutel].id)
    pdf = client.get(adres(dossier_id, "ouders/bewijs/"))
    assert (pdf.status_code, pdf["Content-Type"]) == (200, "application/pdf")
    assert pdf.content.startswith(b"%PDF")
    regels = _bewijs(klas, dossier_id)
    ervan = ("Ouder met gezag", "op papier gegeven, als scan", "Voogd", "Ik ben het eens", "versie 1", "s…@")
    for woord in ervan:
        assert woord in regels, woord
    # A sheet of proof holds no text and no address of anybody.
    assert not any(geheim in regels for geheim in ("samira@", "De zienswijze staat in de scan"))


def test_more_time_and_a_talk_are_told_with_a_reason(klas, ingelogd, dossier_id) -> None:
    client, inzage = ingelogd(klas.als_marije), inzages(klas, dossier_id)[0]
    verzoek = schrijf(klas, dossier_id, inzage.id, "vraag_correctie", "Het nummer klopt niet.")
    pad = adres(dossier_id, f"correcties/{verzoek}/verlengen/")
    assert client.post(pad, {"reden": ""}).status_code == 422
    assert client.post(pad, {"reden": "Wij vragen het de gemeente."}).status_code == 303
    assert "U nam twee maanden extra." in client.get(adres(dossier_id)).content.decode()
    leeg = client.get(adres(dossier_id, "ouders/gesprek/")).content.decode()
    assert "Deze leerling is nog nergens aangemeld" in leeg


def test_a_mail_that_came_back_is_sent_again_to_another_address(klas, ingelogd, dossier_id) -> None:
    client, inzage = ingelogd(klas.als_marije), inzages(klas, dossier_id)[0]
    assert client.post(adres(dossier_id, f"inzages/{inzage.id}/mislukt/")).status_code == 303
    assert "E-mail kwam niet aan" in client.get(adres(dossier_id)).content.decode()
    pad = adres(dossier_id, f"inzages/{inzage.id}/opnieuw/")
    assert client.post(pad, {"mail": "geen adres"}).status_code == 422
    assert client.post(pad, {"mail": "nieuw@voorbeeld.nl"}).status_code == 303
    html = client.get(adres(dossier_id)).content.decode()
    assert "E-mail kwam niet aan" not in html
    assert "nieuw@voorbeeld.nl" in html


def _bewijs(klas: SimpleNamespace, dossier_id: UUID) -> str:
    from overstap.domain.dossiers.queries import dossier_for, slot_for
    from overstap.domain.rapporten.queries import versies_for
    from overstap.foundation.audit.queries import gebeurtenissen_for
    from overstap.foundation.rls import als
    from overstap.web.po.bewijsblad import bewijsblad
    from overstap.web.po.ouderkaarten import kaarten_for

    with als(klas.directeur) as by:
        dossier = dossier_for(by, dossier_id)
        kaarten = kaarten_for(by, dossier, slot_for(by, dossier), NU.date())
        gebeurtenissen = list(gebeurtenissen_for(by, dossier_id))
        blad = bewijsblad(dossier, kaarten, list(versies_for(by, dossier)), gebeurtenissen, (), door="Joris", at=NU)
    return repr(blad)
