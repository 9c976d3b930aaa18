"""Do an operator's machines hear whether the server lives and what waits, and nothing about anybody?"""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from overstap.foundation.paraatheid import ontbreekt
from overstap.foundation.queue import defer, stand_van_de_wachtrij

SLEUTEL = {"Authorization": "Bearer geheim"}


def test_a_process_that_lives_says_so_without_a_database(client: Client) -> None:
    # No database fixture: a query would be refused.
    antwoord = client.get("/healthz")
    assert (antwoord.status_code, antwoord.content) == (200, b"ok\n")
    assert antwoord.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_ready_means_databases_migrations_and_files(
    client: Client, db: None, settings: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert client.get("/readyz").content == b"ok\n"
    settings.OVERSTAP_BIJLAGEN_MAP = tmp_path / "weg"
    antwoord = client.get("/readyz")
    assert (antwoord.status_code, antwoord.content) == (503, b"niet klaar\n")
    assert "map van de bijlagen" in caplog.text


def test_a_full_disk_is_told_and_sends_nobody_away(
    client: Client, db: None, settings: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from overstap.foundation import paraatheid

    settings.OVERSTAP_METINGEN_SLEUTEL = "geheim"
    assert "overstap_files_ready 1.0" in client.get("/metrics", headers=SLEUTEL).content.decode()
    monkeypatch.setattr(paraatheid, "RUIMTE", 2**62)
    assert "overstap_files_ready 0.0" in client.get("/metrics", headers=SLEUTEL).content.decode()
    assert "de schijf van de bijlagen is vol" in caplog.text
    assert client.get("/readyz").status_code == 200


def test_a_database_of_another_version_of_the_code_is_not_ready(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from overstap.foundation import paraatheid

    gewoon = paraatheid._bekend()
    monkeypatch.setattr(paraatheid, "_bekend", lambda: gewoon | {("dossiers", "9999_morgen")})
    assert ontbreekt() == [
        "database default mist 1 migraties: draai overstap migrate",
        "database sleutels mist 1 migraties: draai overstap migrate",
    ]


def test_without_a_database_it_lives_and_is_not_ready(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    from django.db import OperationalError

    from overstap.foundation import paraatheid

    def weg(alias: str) -> frozenset[tuple[str, str]]:
        raise OperationalError(alias)

    monkeypatch.setattr(paraatheid, "_gedaan", weg)
    assert ontbreekt() == ["database default antwoordt niet", "database sleutels antwoordt niet"]


def test_figures_are_for_who_has_the_key_and_name_nobody(client: Client, db: None, settings: Any) -> None:
    ids = {"organisatie_id": uuid4(), "dossier_id": uuid4()}
    defer("taken.oppakken", **ids)
    assert client.get("/metrics", headers=SLEUTEL).status_code == 404
    settings.OVERSTAP_METINGEN_SLEUTEL = "geheim"
    assert client.get("/metrics").status_code == 404
    tekst = client.get("/metrics", headers=SLEUTEL).content.decode()
    assert "overstap_ready 1.0" in tekst
    assert re.search(r'overstap_jobs\{status="todo",task="taken.oppakken"\} [1-9]', tekst)
    assert re.search(r"overstap_files_free_bytes [1-9]", tekst)
    assert not any(str(een) in tekst for een in ids.values())


def test_the_age_of_the_oldest_job_that_is_due(db: None) -> None:
    nu = timezone.now()
    for uren in (3, -1):  # one since three hours, one not before an hour from now
        defer("taken.oppakken", organisatie_id=uuid4())
        with connection.cursor() as cursor:
            cursor.execute(
                "update procrastinate_jobs set task_name = 'proef', scheduled_at = %s"
                " where id = (select max(id) from procrastinate_jobs)",
                [nu - timedelta(hours=uren)],
            )
    [stand] = [een for een in stand_van_de_wachtrij(nu) if een.taak == "proef"]
    assert (stand.status, stand.aantal, stand.wacht) == ("todo", 2, timedelta(hours=3))


def test_who_finds_a_hole_reads_whom_to_tell(client: Client, settings: Any) -> None:
    assert client.get("/.well-known/security.txt").status_code == 404
    settings.OVERSTAP_BEVEILIGING_CONTACT = "mailto:veilig@regio.example"
    tekst = client.get("/.well-known/security.txt").content.decode()
    assert "Contact: mailto:veilig@regio.example\n" in tekst
    assert re.search(r"Expires: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\n", tekst)
