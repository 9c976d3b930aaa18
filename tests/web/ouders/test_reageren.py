"""Can a parent report a mistake and give an own view, and does it arrive word for word?"""

from __future__ import annotations

import html
from html import unescape
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from overstap.domain.inzages.rules import MEESTE_REACTIES
from tests.web.ouders.gezin import Ouder

TEKST = "Het huisnummer is 9, niet 7.\n\nمرحبا <b>Noor</b> & dank u"


def teksten(gezin: SimpleNamespace, route: str) -> list[tuple[str, str]]:
    """What the school reads: (text, name)."""
    from overstap.domain.dossiers.queries import dossier_for, slot_for
    from overstap.domain.inzages.queries import correcties_for, zienswijzen_for
    from overstap.foundation.rls import als

    vraag = correcties_for if route == "fout" else zienswijzen_for
    with als(gezin.wereld.directeur) as by:
        dossier = dossier_for(by, gezin.dossier_id)
        return [(tekst.tekst, tekst.naam) for tekst in vraag(by, dossier, slot_for(by, dossier))]


def stuur(client: Client, route: str, tekst: str, stap: str = "verstuur"):
    return client.post(f"/ouders/rapport/{route}/", {"tekst": tekst, "stap": stap})


@pytest.mark.parametrize("route", ["fout", "mening"])
def test_a_text_is_shown_first_and_sent_only_then(gezin: SimpleNamespace, route: str) -> None:
    ouder: Ouder = gezin.samira
    client = ouder.binnen()
    nalezen = stuur(client, route, TEKST.replace("\n", "\r\n"), "lees")
    assert nalezen.status_code == 200
    assert html.escape(TEKST, quote=False) in nalezen.content.decode()
    assert teksten(gezin, route) == []
    verstuurd = stuur(client, route, TEKST.replace("\n", "\r\n"))
    assert verstuurd.status_code == 302
    assert verstuurd["Location"] == f"/ouders/rapport/{route}/verstuurd/"
    assert client.get(verstuurd["Location"]).status_code == 200
    assert teksten(gezin, route) == [(TEKST, "Samira Haddou")]
    assert html.escape(TEKST, quote=False) in client.get("/ouders/rapport/").content.decode()


@pytest.mark.parametrize("route", ["fout", "mening"])
def test_the_text_can_be_changed_after_reading_it(gezin: SimpleNamespace, route: str) -> None:
    response = stuur(gezin.samira.binnen(), route, TEKST, "wijzig")
    assert response.status_code == 200
    assert f">{html.escape(TEKST, quote=False)}</textarea>" in response.content.decode()
    assert teksten(gezin, route) == []


@pytest.mark.parametrize("route", ["fout", "mening"])
@pytest.mark.parametrize(
    ("tekst", "zin"),
    [("", "Schrijf eerst uw tekst op"), ("  \n\t ", "Schrijf eerst"), ("x" * 10_001, "Uw tekst is te lang")],
)
def test_nothing_and_too_much_are_refused_and_everything_typed_stays(
    gezin: SimpleNamespace, route: str, tekst: str, zin: str
) -> None:
    response = stuur(gezin.samira.binnen(), route, tekst)
    pagina = response.content.decode()
    assert response.status_code == 422
    assert "<title>Fout:" in pagina
    assert zin in pagina
    assert f">{tekst}</textarea>" in pagina
    assert teksten(gezin, route) == []


def test_ten_thousand_characters_fit_whatever_line_ends_a_browser_sends(gezin: SimpleNamespace) -> None:
    tekst = "regel\n" * 1666 + "eind"
    assert stuur(gezin.samira.binnen(), "mening", tekst.replace("\n", "\r\n")).status_code == 302
    assert teksten(gezin, "mening") == [(tekst, "Samira Haddou")]


def test_the_answer_of_the_school_stands_below_the_own_text(gezin: SimpleNamespace) -> None:
    from overstap.domain.dossiers.queries import dossier_for, slot_for
    from overstap.domain.inzages.actions import beantwoord_correctie
    from overstap.domain.inzages.enums import Correctiebesluit
    from overstap.domain.inzages.queries import correcties_for
    from overstap.domain.inzages.rules import antwoord_voor
    from overstap.foundation.klok import dag
    from overstap.foundation.rls import als
    from overstap.web.components.jinja.filters import datum_jaar
    from tests.web.po.klas import NU

    client = gezin.samira.binnen()
    stuur(client, "fout", TEKST)
    uiterlijk = datum_jaar(antwoord_voor(dag(timezone.now()), verlengd=False))
    assert f"De school antwoordt uiterlijk op {uiterlijk}." in client.get("/ouders/rapport/").content.decode()
    with als(gezin.wereld.directeur) as by:
        dossier = dossier_for(by, gezin.dossier_id)
        verzoek = correcties_for(by, dossier, slot_for(by, dossier))[0]
        beantwoord_correctie(
            dossier_id=dossier.id, verzoek_id=verzoek.id, besluit=Correctiebesluit.NIET_GECORRIGEERD,
            uitleg="De gemeente noemt nummer 7.", by=by, at=NU,
        )  # fmt: skip
    pagina = client.get("/ouders/rapport/").content.decode()
    assert "Niet verbeterd" in pagina
    assert "De gemeente noemt nummer 7." in pagina


def test_a_route_that_does_not_exist_is_not_found(gezin: SimpleNamespace) -> None:
    assert gezin.samira.binnen().get("/ouders/rapport/iets/verstuurd/").status_code == 404


def test_a_file_that_may_not_go_along_is_said_on_top_and_the_text_stays(gezin: SimpleNamespace) -> None:
    wat = {"tekst": TEKST, "stap": "verstuur", "bestanden": [SimpleUploadedFile("spel.exe", b"MZ")]}
    antwoord = gezin.samira.binnen().post("/ouders/rapport/mening/", wat)
    assert antwoord.status_code == 422
    assert 'href="#bestanden"' in antwoord.content.decode()
    assert TEKST in unescape(antwoord.content.decode())


def test_one_parent_cannot_make_the_report_too_big_to_send_nor_hold_it_up_for_ever(gezin: SimpleNamespace) -> None:
    client = gezin.samira.binnen()

    def met_bestanden(aantal: int) -> int:
        bestanden = [SimpleUploadedFile(f"{n}.pdf", b"%PDF-1.7 brief") for n in range(aantal)]
        wat = {"tekst": TEKST, "stap": "verstuur", "bestanden": bestanden}
        return client.post("/ouders/rapport/mening/", wat).status_code

    assert [met_bestanden(5), met_bestanden(5), met_bestanden(1), met_bestanden(0)] == [302, 302, 422, 302]
    for route, al in (("mening", 3), ("fout", 0)):
        for nummer in range(al, MEESTE_REACTIES):
            assert stuur(client, route, f"Tekst {nummer}").status_code == 302
        te_veel = stuur(client, route, "Deze past niet meer.")
        assert te_veel.status_code == 422
        assert ">Deze past niet meer.</textarea>" in te_veel.content.decode()
        assert len(teksten(gezin, route)) == MEESTE_REACTIES
    # Not what the other parent may do.
    assert stuur(gezin.karim.binnen(), "mening", TEKST).status_code == 302
