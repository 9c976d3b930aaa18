"""Does a parent come in with the code, and nobody with anything else?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
import time_machine
from django.test import Client

from overstap.web.components.pogingen import MAXIMUM
from tests.web.ouders.gezin import Ouder


def antwoord_op(ouder_id: object, code: str) -> tuple[int, str]:
    response = Client().post(f"/ouders/{ouder_id}/", {"code": code})
    tekst = response.content.decode()
    begin = tekst.index("<main")
    import re

    zonder_geheim = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", tekst[begin:])
    # The address that somebody typed stands in the page, and the number that follows from it; they tell nothing.
    zonder_nummer = re.sub(r"hoort bij nummer \d{4}\.", "", zonder_geheim)
    return response.status_code, zonder_nummer.replace(str(ouder_id), "")


def fout(code: str) -> str:
    return ("A" if code[0] != "A" else "B") + code[1:]


@pytest.mark.parametrize(
    "schrijf", [str, str.lower, lambda c: f"{c[:4]}-{c[4:]}", lambda c: f" {c[:4]} {c[4:].lower()} "]
)
def test_the_code_opens_the_report_however_it_is_typed(gezin: SimpleNamespace, schrijf) -> None:
    ouder: Ouder = gezin.samira
    client = Client()
    response = client.post(f"/ouders/{ouder.ouder_id}/", {"code": schrijf(ouder.code)})
    assert response.status_code == 302
    assert response["Location"] == "/ouders/rapport/"
    assert client.get("/ouders/rapport/").status_code == 200


def test_coming_in_makes_a_fresh_session_and_logs_a_colleague_out(gezin: SimpleNamespace) -> None:
    client = Client()
    client.force_login(gezin.wereld.joris)
    eerder = client.session.session_key
    client.post(f"/ouders/{gezin.samira.ouder_id}/", {"code": gezin.samira.code})
    assert client.session.session_key != eerder
    assert set(client.session.keys()) == {"ouder_id", "ouder_codemerk"}


def test_a_new_code_ends_what_was_opened_with_the_old_one(gezin: SimpleNamespace) -> None:
    from django.utils import timezone

    from overstap.domain.inzages.actions import geef_nieuwe_code
    from overstap.foundation.rls import als

    meelezer, ander = gezin.samira.binnen(), gezin.karim.binnen()
    with als(gezin.wereld.directeur) as by:
        nieuw = geef_nieuwe_code(
            dossier_id=gezin.dossier_id, inzage_id=gezin.samira.inzage_id, by=by, at=timezone.now()
        )
    assert meelezer.get("/ouders/rapport/").status_code == 302
    assert meelezer.get(f"/ouders/{gezin.samira.ouder_id}/").status_code == 200
    assert ander.get("/ouders/rapport/").status_code == 200
    meelezer.post(f"/ouders/{gezin.samira.ouder_id}/", {"code": nieuw})
    assert meelezer.get("/ouders/rapport/").status_code == 200


def test_every_wrong_code_and_every_unknown_link_give_exactly_one_answer(gezin: SimpleNamespace) -> None:
    from datetime import timedelta

    from django.utils import timezone

    from overstap.domain.gebruikers.models import Ouderaccount
    from overstap.domain.inzages.actions import trek_uitnodiging_in
    from overstap.foundation.rls import als

    samira, karim = gezin.samira, gezin.karim
    onbekend = antwoord_op(uuid4(), samira.code)
    assert onbekend[0] == 422
    assert antwoord_op(samira.ouder_id, fout(samira.code)) == onbekend
    assert antwoord_op(samira.ouder_id, "") == onbekend
    assert antwoord_op(samira.ouder_id, "x" * 5000) == onbekend
    with als(gezin.wereld.directeur) as by:
        trek_uitnodiging_in(dossier_id=gezin.dossier_id, inzage_id=karim.inzage_id, by=by, at=timezone.now())
    assert antwoord_op(karim.ouder_id, karim.code) == onbekend
    with als(gezin.wereld.directeur):
        Ouderaccount.objects.filter(id=samira.ouder_id).update(geldig_tot=timezone.now() - timedelta(seconds=1))
    assert antwoord_op(samira.ouder_id, samira.code) == onbekend


def test_a_wrong_code_counts_also_for_a_colleague_who_is_logged_in(gezin: SimpleNamespace) -> None:
    from overstap.domain.gebruikers.models import Ouderaccount

    client = Client()
    client.force_login(gezin.wereld.joris)
    client.post(f"/ouders/{gezin.samira.ouder_id}/", {"code": fout(gezin.samira.code)})
    assert Ouderaccount.objects.get(id=gezin.samira.ouder_id).pogingen == 1


def test_five_wrong_tries_lock_with_the_same_answer_that_names_a_new_code(gezin: SimpleNamespace) -> None:
    samira = gezin.samira
    antwoorden = {antwoord_op(samira.ouder_id, fout(samira.code)) for _ in range(5)}
    op_slot = antwoord_op(samira.ouder_id, samira.code)
    assert antwoorden == {op_slot}
    assert "vraag de school om een nieuwe code" in op_slot[1]


def test_a_new_code_opens_again_and_the_old_one_does_not(gezin: SimpleNamespace) -> None:
    from django.utils import timezone

    from overstap.domain.inzages.actions import geef_nieuwe_code
    from overstap.foundation.rls import als

    samira = gezin.samira
    for _ in range(5):
        antwoord_op(samira.ouder_id, fout(samira.code))
    with als(gezin.wereld.directeur) as by:
        nieuw = geef_nieuwe_code(dossier_id=gezin.dossier_id, inzage_id=samira.inzage_id, by=by, at=timezone.now())
    assert antwoord_op(samira.ouder_id, samira.code)[0] == 422
    assert Client().post(f"/ouders/{samira.ouder_id}/", {"code": nieuw}).status_code == 302


def test_an_address_that_tries_many_links_must_wait(gezin: SimpleNamespace) -> None:
    for _ in range(MAXIMUM):
        assert antwoord_op(uuid4(), "ABCD2345")[0] == 422
    assert antwoord_op(gezin.samira.ouder_id, gezin.samira.code)[0] == 429
    elders = Client(REMOTE_ADDR="192.0.2.7")
    assert elders.post(f"/ouders/{gezin.samira.ouder_id}/", {"code": gezin.samira.code}).status_code == 302


def test_the_report_is_closed_without_a_code_and_after_logging_out(gezin: SimpleNamespace) -> None:
    assert Client().get("/ouders/rapport/")["Location"].startswith("/ouders/?")
    client = gezin.samira.binnen()
    response = client.post("/ouders/uitloggen/")
    assert response.status_code == 200
    assert "uitgelogd" in response.content.decode()
    assert client.get("/ouders/rapport/").status_code == 302


def test_a_withdrawn_parent_who_is_inside_sees_nothing_from_the_next_look_on(gezin: SimpleNamespace) -> None:
    from django.utils import timezone

    from overstap.domain.inzages.actions import trek_uitnodiging_in
    from overstap.foundation.rls import als

    client = gezin.karim.binnen()
    assert client.get("/ouders/rapport/").status_code == 200
    with als(gezin.wereld.directeur) as by:
        trek_uitnodiging_in(dossier_id=gezin.dossier_id, inzage_id=gezin.karim.inzage_id, by=by, at=timezone.now())
    for adres in (
        "rapport/",
        "rapport/kopie/",
        "rapport/fout/",
        "rapport/wie-keek/",
        f"rapport/bijlagen/{gezin.bijlagen[0]}/",
    ):
        assert client.get(f"/ouders/{adres}").status_code == 404, adres


def test_the_many_addresses_of_one_connection_count_as_one(gezin: SimpleNamespace) -> None:
    def probeer(adres: str) -> int:
        return Client(REMOTE_ADDR=adres).post(f"/ouders/{uuid4()}/", {"code": "VERKEERD"}).status_code

    assert {probeer(f"2001:db8::{nummer:x}") for nummer in range(1, MAXIMUM + 1)} == {422}
    assert probeer("2001:db8::ffff") == 429
    assert probeer("2001:db8:0:1::1") == 422


def test_who_waits_for_the_stroke_of_an_hour_gains_nothing(gezin: SimpleNamespace) -> None:
    begin = datetime(2027, 2, 1, 9, 59, 59, tzinfo=UTC)

    def probeer(na: timedelta) -> int:
        with time_machine.travel(begin + na, tick=False):
            return Client().post(f"/ouders/{uuid4()}/", {"code": "VERKEERD"}).status_code

    for nummer in range(MAXIMUM):
        assert probeer(timedelta(seconds=nummer)) == 422
    assert probeer(timedelta(minutes=14)) == 429
    assert probeer(timedelta(minutes=16)) == 422
