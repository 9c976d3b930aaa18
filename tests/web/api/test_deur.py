"""Does the API say clearly what is wrong, count, write down, and give no cookie?"""

from __future__ import annotations

import socket
import tempfile
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import jsonschema_rs
import pytest
import time_machine
from django.test import Client, override_settings

from overstap.config.demo.oso_bestanden import schrijf_voorbeelden
from overstap.domain.dossiers.enums import Staat
from overstap.domain.importen.queries import uploads_for
from overstap.domain.koppelingen.queries import koppelingen_for, sleutels_for
from overstap.foundation.access import Actor, Rol
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.rls import als
from overstap.web.api import deur
from overstap.web.api.document import daden, goed_antwoord
from tests.access_matrix.koppelingen import sleutel_van
from tests.web.api.vragen import beschrijving, controleer, inhoud_van, met, stuur
from tests.wereld import AT, VANDAAG, Geval, Wereld, maak_pdf_nu, regio, zet_oso_nu_klaar


@pytest.fixture(scope="module")
def streek(samen: None) -> tuple[Wereld, Geval]:
    """A pupil whose report is with the vo school, and nothing made of it yet."""
    wereld = regio()
    return wereld, wereld.dossier_in(Staat.OVERGEDRAGEN)


@pytest.fixture(autouse=True)
def klok(opnieuw: None):
    with time_machine.travel(AT, tick=False) as nu:
        yield nu


def gebeurtenissen(wie: Actor, wat: str) -> list[AuditEvent]:
    with als(wie):
        return list(AuditEvent.objects.filter(wat=wat).order_by("id"))


def test_a_program_fetches_a_report_and_it_is_written_down_as_of_a_program(streek: tuple[Wereld, Geval]) -> None:
    wereld, geval = streek
    sleutel, waar = sleutel_van(wereld.vo.toelating), f"vo/overdrachten/{geval.overdracht_id}"
    nog_niet = stuur(sleutel, f"{waar}/oso", wijze="POST")
    assert (nog_niet.status_code, inhoud_van(nog_niet)["code"]) == (409, "nog_niet_klaar")
    assert nog_niet.headers["Retry-After"] == "60"
    maak_pdf_nu(geval)
    zet_oso_nu_klaar(geval)
    gekregen = [stuur(sleutel, f"{waar}/{soort}", wijze="POST") for soort in ("oso", "pdf")]
    oso, pdf = (inhoud_van(antwoord) for antwoord in gekregen)
    # While the store of files is away, the program reads that it may ask again.
    with socket.create_server(("127.0.0.1", 0)) as vrij:
        dicht = f"http://127.0.0.1:{vrij.getsockname()[1]}"
    weg = {"naam": "weg", "adres": dicht, "regio": "us-east-1", "sleutel_id": "x", "sleutel": "x", "ca": ""}
    with override_settings(OVERSTAP_EMMER=weg):
        later = stuur(sleutel, f"{waar}/oso", wijze="POST")
    assert (later.status_code, inhoud_van(later)["code"]) == (503, "bestanden_onbereikbaar")
    assert oso.startswith(b"<?xml")
    assert pdf.startswith(b"%PDF")
    assert "Doğan" not in gekregen[0].headers["Content-Disposition"]
    with als(wereld.vo.toelating) as by:
        (koppeling,) = koppelingen_for(by)
    events = gebeurtenissen(wereld.a.directeur, "overdracht.opgehaald")
    assert [(e.rol, e.actor_id, e.gegevens["vorm"]) for e in events] == [
        (Rol.KOPPELING, koppeling.id, vorm) for vorm in ("oso", "pdf")
    ]
    assert all(e.gegevens["versie"] and e.gegevens["grond"] for e in events)
    (rij,) = inhoud_van(stuur(sleutel, "vo/overdrachten"))["rijen"]
    assert (rij["overdracht_id"], bool(rij["opgehaald_op"]), rij["gelezen_op"]) == (
        str(geval.overdracht_id), True, None,
    )  # fmt: skip


def test_a_list_is_written_down_with_how_long_it_was(streek: tuple[Wereld, Geval]) -> None:
    wereld, geval = streek
    inhoud = inhoud_van(stuur(sleutel_van(wereld.a.directeur), "po/dossiers"))
    (rij,) = inhoud["rijen"]
    assert (rij["dossier_id"], rij["staat"], inhoud["totaal"]) == (str(geval.dossier_id), "overgedragen", 1)
    assert [een["brin"] for een in rij["aanmeldingen"]] == ["99XV"]
    # Who, how far and what next: nothing that is in the report.
    assert set(rij) == {"dossier_id", "naam", "groep", "staat", "bij", "volgende", "volgende_zin", "aanmeldingen"}
    (event,) = gebeurtenissen(wereld.a.directeur, "koppeling.opgevraagd")
    assert event.gegevens == {"lijst": "dossiers", "aantal": 1}


def _op_een_volle_schijf(**_waar: object) -> BinaryIO:
    return Path("/dev/full").open("wb")


def test_a_file_waits_for_a_person(
    streek: tuple[Wereld, Geval], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wereld, _geval = streek
    sleutel = sleutel_van(wereld.a.directeur)
    voorbeeld = next(iter(schrijf_voorbeelden(tmp_path, wereld.a.gegevens, VANDAAG)))
    antwoord = stuur(sleutel, "po/bestanden", wijze="POST", bestand=voorbeeld.read_bytes())
    inhoud = inhoud_van(antwoord)
    assert antwoord.status_code == 201, inhoud
    with als(wereld.a.administratie) as by:
        (wacht,) = uploads_for(by, AT)
        koppeling_id = koppelingen_for(by).get().id
    assert inhoud["bestand_id"] == str(wacht.id)
    assert inhoud["bekijken"].endswith(f"/po/importeren/{wacht.id}/")
    assert wacht.geupload_door == koppeling_id
    stuk = stuur(sleutel, "po/bestanden", wijze="POST", bestand=b"<dossier>")
    assert (stuk.status_code, inhoud_van(stuk)["code"]) == (422, "bestand_onbruikbaar")
    groot = Client().post("/api/v1/po/bestanden", {"bestand": BytesIO(b" " * (3 * 1024 * 1024))}, headers=met("x"))
    assert groot.status_code == 401
    monkeypatch.setattr(tempfile, "TemporaryFile", _op_een_volle_schijf)
    later = stuur(sleutel, "po/bestanden", wijze="POST", bestand=voorbeeld.read_bytes())
    assert (later.status_code, inhoud_van(later)["code"]) == (503, "bestanden_onbereikbaar")


def test_too_many_requests_wait_and_another_program_does_not(
    streek: tuple[Wereld, Geval], monkeypatch: pytest.MonkeyPatch, klok: time_machine.Traveller
) -> None:
    monkeypatch.setattr(deur, "PER_MINUUT", 2)
    een, ander = (sleutel_van(streek[0].a.directeur) for _ in range(2))
    assert [stuur(een, "ik").status_code for _ in range(3)] == [200, 200, 429]
    te_vaak = stuur(een, "ik")
    assert te_vaak.headers["Retry-After"] == "60"
    assert inhoud_van(te_vaak)["code"] == "te_vaak"
    assert stuur(ander, "ik").status_code == 200
    klok.shift(timedelta(seconds=61))
    assert stuur(een, "ik").status_code == 200


def test_what_is_wrong_is_said_in_one_shape(streek: tuple[Wereld, Geval]) -> None:
    sleutel = sleutel_van(streek[0].a.directeur)
    for adres, wijze, status, code in (
        ("po/dossiers?pagina=nul", "GET", 422, "gegevens_onjuist"),
        ("po/dossiers?pagina=0", "GET", 422, "gegevens_onjuist"),
        ("po/dossiers", "POST", 405, "methode_niet_toegestaan"),
        ("po/bestanden", "POST", 422, "gegevens_onjuist"),
        ("bestaat/niet", "GET", 404, "niet_gevonden"),
        ("vo/overdrachten/%0F%0A/oso", "POST", 404, "niet_gevonden"),
        ("vo/overdrachten", "GET", 403, "bereik_ontbreekt"),
    ):
        antwoord = stuur(sleutel, adres, wijze=wijze)
        assert antwoord.headers["Content-Type"] == "application/problem+json"
        inhoud = inhoud_van(antwoord)
        assert (antwoord.status_code, inhoud["status"], inhoud["code"]) == (status, status, code), adres
        assert inhoud["detail"]
        assert "nul" not in str(inhoud)
        assert not antwoord.cookies
        assert antwoord.headers["Cache-Control"] == "no-store"
        assert not [kop for kop in antwoord.headers if kop.lower().startswith("access-control")]


def test_last_used_is_kept_to_a_few_minutes(streek: tuple[Wereld, Geval], klok: time_machine.Traveller) -> None:
    wie = streek[0].regio[Rol.REGIOCOORDINATOR]
    sleutel = sleutel_van(wie)
    momenten = []
    for minuten in (0, 1, 5):
        klok.shift(timedelta(minutes=minuten))
        stuur(sleutel, "ik")
        with als(wie) as by:
            momenten.append(sleutels_for(by, koppelingen_for(by).get()).get().gebruikt_op)
    assert momenten == [AT, AT, AT + timedelta(minutes=6)]


def test_the_page_shows_of_every_answer_an_example_that_fits_its_schema() -> None:
    bekeken = 0
    gevonden = beschrijving()
    for pad, wijze, daad in daden(gevonden):
        if goed := goed_antwoord(daad):
            status = next(een for een in daad["responses"] if 200 <= int(een) < 300)
            controleer(pad.removeprefix("/api/v1/"), wijze, status, goed["example"])
            bekeken += 1
    assert bekeken >= 6
    with pytest.raises(jsonschema_rs.ValidationError):
        controleer("ik", "GET", 200, {"organisatie": "niet van deze vorm"})
