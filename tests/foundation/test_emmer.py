"""Does a bucket (S3) keep files as the folder does, and does it never call something gone that is only out of reach?"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from datetime import timedelta
from math import inf
from pathlib import Path
from types import SimpleNamespace
from uuid import uuid4

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from overstap.foundation import opslag
from overstap.foundation.opslag import emmer as onze
from overstap.foundation.opslag.stroom import STUK
from overstap.foundation.paraatheid import hapert, ontbreekt
from overstap.foundation.sleutels.kast import Onleesbaar, Slot
from overstap.jobs.opruimen import bestand_verwijderen
from tests.s3 import S3, s3_server


class _Los(Slot):
    """A lock with a key of its own, without the database of keys."""

    def __init__(self) -> None:
        self._sleutel = b"k" * 32


@pytest.fixture(scope="module")
def s3() -> Iterator[S3]:
    with s3_server() as server:
        yield server


@pytest.fixture
def emmer(s3: S3, settings: SimpleNamespace, tmp_path: Path) -> dict[str, str]:
    """The store is a fresh bucket, and what is on its way lies in a folder of its own."""
    settings.OVERSTAP_BIJLAGEN_MAP = tmp_path / "onderweg"
    settings.OVERSTAP_EMMER = s3.emmer()
    return settings.OVERSTAP_EMMER


def _bewaar(inhoud: bytes):
    bestand_id = uuid4()
    with opslag.schrijver(bestand_id, _Los(), "x") as uit:
        uit.write(inhoud)
    return bestand_id


def test_it_keeps_reads_lists_and_removes_and_the_bucket_only_sees_ciphertext(
    s3: S3, emmer: dict[str, str], settings: SimpleNamespace
) -> None:
    # More than two pieces of one request, so both ways (at once, and in pieces) are gone.
    klein, groot = b"Sem praat graag.", os.urandom(STUK) * 300
    ids = {_bewaar(klein): klein, _bewaar(groot): groot}
    assert list(opslag.alle()) == sorted(ids)
    for bestand_id, inhoud in ids.items():
        with opslag.lezer(bestand_id, _Los(), "x") as lezer:
            assert lezer.read() == inhoud
        with pytest.raises(Onleesbaar):
            opslag.lezer(bestand_id, _Los(), "elders")
    # The same names as in the folder, so that any tool can bring one to the other.
    assert s3.namen(emmer) == [f"{een.hex[:2]}/{een.hex}" for een in sorted(ids)]
    for naam in s3.namen(emmer):
        stuk = s3.klant.get_object(Bucket=emmer["naam"], Key=naam)
        assert klein not in (geheim := stuk["Body"].read())
        assert groot[:64] not in geheim
        assert not stuk["Metadata"]
    geheim = uuid4()
    opslag.bewaar(geheim, b"geheim")
    assert opslag.lees(geheim) == b"geheim"
    # Who reads reads on when it is removed; afterwards it is not there, for anybody.
    een = next(iter(ids))
    met = opslag.lezer(een, _Los(), "x")
    for bestand_id in [*ids, geheim]:
        opslag.verwijder(bestand_id)
        opslag.verwijder(bestand_id)
    assert met.read() == ids[een]
    with pytest.raises(opslag.NietBewaard):
        opslag.lees(een)
    assert not s3.namen(emmer)
    # Nothing stays on this machine.
    assert not list(Path(settings.OVERSTAP_BIJLAGEN_MAP).iterdir())


def test_what_breaks_off_leaves_nothing(s3: S3, emmer: dict[str, str]) -> None:
    with pytest.raises(ZeroDivisionError), opslag.schrijver(uuid4(), _Los(), "x") as uit:
        uit.write(bytes([1 // 0]))
    assert not s3.namen(emmer)


def test_a_bucket_that_keeps_old_versions_is_refused(s3: S3, settings: SimpleNamespace, emmer: dict[str, str]) -> None:
    # There, what is destroyed would still be there.
    settings.OVERSTAP_EMMER = s3.emmer(versies=True)
    with pytest.raises(opslag.OpslagStoring, match="oude versies"):
        _bewaar(b"een")
    assert not s3.namen(settings.OVERSTAP_EMMER)


@pytest.mark.parametrize("antwoordde_net", [False, True])
def test_a_bucket_that_hangs_holds_nobody_for_long(
    antwoordde_net: bool, s3: S3, emmer: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The long patience for a big file is never tried, also right after a good answer: here it has no end."""
    bestand_id = _bewaar(b"een")
    monkeypatch.setattr(onze, "_KORT", timedelta(seconds=0.5))
    monkeypatch.setattr(onze, "_GEDULD", timedelta(days=1))
    monkeypatch.setattr(onze, "_STILTE", timedelta(seconds=0.5))
    onze._van.cache_clear()
    onze._gehoord.clear()
    s3.bevries()
    try:
        # Another file to remove: what hangs may do afterwards what it was asked.
        for daad in (opslag.lees, lambda _een: opslag.verwijder(uuid4()), lambda _een: _bewaar(b"twee")):
            if antwoordde_net:
                onze._gehoord[onze._emmer()] = inf
            with pytest.raises(opslag.OpslagStoring):
                daad(bestand_id)
    finally:
        s3.verder()
        onze._van.cache_clear()
    monkeypatch.undo()
    assert opslag.lees(bestand_id)


@pytest.mark.parametrize("hoe", ["weg", "niet daar"])
def test_a_bucket_out_of_reach_is_no_lost_file(
    hoe: str, emmer: dict[str, str], settings: SimpleNamespace, db: None
) -> None:
    bestand_id = _bewaar(b"een")
    assert hapert() == []
    with socket.create_server(("127.0.0.1", 0)) as vrij:
        dicht = f"http://127.0.0.1:{vrij.getsockname()[1]}"
    goed = settings.OVERSTAP_EMMER
    settings.OVERSTAP_EMMER = goed | ({"naam": "bestaat-niet"} if hoe == "weg" else {"adres": dicht})
    for daad in (opslag.lees, opslag.verwijder, lambda _een: _bewaar(b"twee"), lambda _een: list(opslag.alle())):
        with pytest.raises(opslag.OpslagStoring):
            daad(bestand_id)
    assert hapert() == ["de emmer met bestanden antwoordt niet, of weigert"]
    # People write on meanwhile, so no proxy hears of it.
    assert ontbreekt() == []
    # What an act made superfluous goes as soon as it can.
    opslag.haal_weg(bestand_id)
    taak = ProcrastinateJob.objects.get(task_name="bestand.verwijderen")
    settings.OVERSTAP_EMMER = goed
    assert opslag.lees(bestand_id)
    bestand_verwijderen(**taak.args)
    with pytest.raises(opslag.NietBewaard):
        opslag.lees(bestand_id)
