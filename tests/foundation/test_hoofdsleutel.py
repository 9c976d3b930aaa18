"""Is the master key replaced while people go on working, and is what was destroyed meanwhile still destroyed?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import ProgrammingError, connections

from overstap.commands import main
from overstap.foundation.postgres import inrichting
from overstap.foundation.sleutels import kast
from overstap.foundation.sleutels.kast import Onleesbaar, SleutelVernietigd, Slot, maak_sleutel, past, vernietig_sleutel
from overstap.foundation.sleutels.models import Sleutel
from tests.database import PASSWORD, Databases
from tests.wereld import AT

OUD, NIEUW = b"o" * 32, b"n" * 32


def _sleutels(settings: Any, *, nu: bytes, ernaast: bytes | None) -> None:
    settings.OVERSTAP_HOOFDSLEUTEL, settings.OVERSTAP_HOOFDSLEUTEL_ERNAAST = nu, ernaast


def test_nobody_stands_still_and_nothing_changes_but_the_wrapping(eigen_database: Databases, settings: Any) -> None:
    _sleutels(settings, nu=OUD, ernaast=None)
    ids = [maak_sleutel(at=AT) for _ in range(4)]
    geheim = {een: Slot(een).versleutel(b"Sem praat graag.", "x") for een in ids[:3]}
    vernietig_sleutel(ids[3], at=AT)
    # First every server learns the new one, and only then it is used: in between both kinds of server read everything.
    _sleutels(settings, nu=OUD, ernaast=NIEUW)
    van_oude_server = maak_sleutel(at=AT)
    _sleutels(settings, nu=NIEUW, ernaast=OUD)
    van_nieuwe_server = maak_sleutel(at=AT)
    assert Slot(van_oude_server).sleutel_id
    _sleutels(settings, nu=OUD, ernaast=NIEUW)
    assert set(Slot.alle([*ids, van_nieuwe_server])) == {*ids[:3], van_nieuwe_server}
    _sleutels(settings, nu=NIEUW, ernaast=OUD)
    with _als_eigenaar(eigen_database):
        assert kast.zet_over() == kast.Overgezet(sleutels=4, intussen=0, dicht=0)
        assert kast.zet_over() == kast.Overgezet(sleutels=0, intussen=0, dicht=0)
    _sleutels(settings, nu=NIEUW, ernaast=None)
    assert {Slot(een).ontsleutel(geheim[een], "x") for een in geheim} == {b"Sem praat graag."}
    assert all(past(rij.id, bytes(rij.ingepakt)) for rij in Sleutel.objects.filter(vernietigd_op=None))
    with pytest.raises(SleutelVernietigd):
        Slot(ids[3])
    # The old one opens nothing any more, and says so.
    _sleutels(settings, nu=OUD, ernaast=None)
    with pytest.raises(Onleesbaar):
        Slot(ids[0])


def test_what_is_destroyed_while_it_is_wrapped_anew_stays_destroyed(
    eigen_database: Databases, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    _sleutels(settings, nu=OUD, ernaast=None)
    sleutel_id = maak_sleutel(at=AT)
    _sleutels(settings, nu=NIEUW, ernaast=OUD)
    gewoon = kast._versleutel

    def net_daarvoor(*wat: bytes) -> bytes:
        vernietig_sleutel(sleutel_id, at=AT)
        return gewoon(*wat)

    monkeypatch.setattr(kast, "_versleutel", net_daarvoor)
    with _als_eigenaar(eigen_database):
        assert kast.zet_over() == kast.Overgezet(sleutels=0, intussen=1, dicht=0)
    with pytest.raises(SleutelVernietigd):
        Slot(sleutel_id)


def test_who_serves_people_cannot_do_it(eigen_database: Databases, settings: Any) -> None:
    _sleutels(settings, nu=OUD, ernaast=None)
    maak_sleutel(at=AT)
    _sleutels(settings, nu=NIEUW, ernaast=OUD)
    with pytest.raises(ProgrammingError, match="permission denied"):
        kast.zet_over()


def test_the_program_says_what_is_left(
    eigen_database: Databases, settings: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _sleutels(settings, nu=OUD, ernaast=None)
    maak_sleutel(at=AT)
    monkeypatch.delenv("OVERSTAP_ALS_EIGENAAR", raising=False)
    _sleutels(settings, nu=NIEUW, ernaast=None)
    with _als_eigenaar(eigen_database):
        assert main(["hoofdsleutel", "zet-over"]) == 1
        assert "1 sleutels gaan niet open. Geef ook hun hoofdsleutel" in capsys.readouterr().out
        _sleutels(settings, nu=NIEUW, ernaast=OUD)
        assert main(["hoofdsleutel", "stand"]) == 1
        assert "1 sleutels liggen nog onder een andere" in capsys.readouterr().out
        assert main(["hoofdsleutel", "zet-over"]) == 0
        assert "Alles ligt onder die van nu." in capsys.readouterr().out


@contextmanager
def _als_eigenaar(databases: Databases) -> Iterator[None]:
    """The key store is asked as its owner, as `overstap hoofdsleutel` does; anybody else stays who it was."""
    verbinding = connections["sleutels"]
    was = dict(verbinding.settings_dict)
    verbinding.close()
    verbinding.settings_dict.update(USER=inrichting.OWNER, PASSWORD=PASSWORD)
    try:
        yield
    finally:
        verbinding.close()
        verbinding.settings_dict.update(was)
