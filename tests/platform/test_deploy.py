"""Do the files that an operator copies still fit the program: its words, their options, the names of its settings?"""

from __future__ import annotations

import argparse
import configparser
import re
import shlex
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from overstap.commands import words
from overstap.config.environment import PROJECT

DEPLOY = PROJECT / "deploy"
UNITS = sorted(DEPLOY.glob("*.service"))
BEHEER = (PROJECT / "docs" / "beheer.md").read_text(encoding="utf-8")
_GELEZEN = re.compile(r'(?:environ\.get|environ\.setdefault|secret|key|file|flag)\(\s*"(OVERSTAP_\w+)"')
# What `./dev` and tests set, and what the program says to itself.
NIET_VAN_DE_BEHEERDER = {"OVERSTAP_DEMO", "OVERSTAP_DEBUG", "OVERSTAP_POOL", "OVERSTAP_ALS_EIGENAAR"}


def _opdrachten() -> Iterator[tuple[str, list[str]]]:
    for unit in UNITS:
        for regel in unit.read_text(encoding="utf-8").splitlines():
            if regel.startswith("ExecStart="):
                yield unit.name, shlex.split(regel.removeprefix("ExecStart=").replace("%i", "8001"))


@pytest.mark.parametrize(("unit", "opdracht"), list(_opdrachten()), ids=lambda waarde: str(waarde)[:60])
def test_every_unit_starts_something_that_the_program_knows(unit: str, opdracht: list[str]) -> None:
    programma, woord, *rest = opdracht
    assert programma.endswith("/.venv/bin/overstap")
    assert woord in words()
    module = import_module(f"overstap.commands.{woord}")
    lezer = argparse.ArgumentParser(exit_on_error=False)
    if hasattr(module, "add_arguments"):
        module.add_arguments(lezer)
    lezer.parse_args(rest)


def test_every_unit_can_be_read_and_gives_up_its_rights() -> None:
    assert len(UNITS) >= 4
    for unit in UNITS:
        gelezen = configparser.ConfigParser(strict=False, interpolation=None)
        gelezen.optionxform = str  # type: ignore[assignment,method-assign]  # systemd tells capitals apart
        gelezen.read_string(unit.read_text(encoding="utf-8"))
        dienst = gelezen["Service"]
        assert (dienst["User"], dienst["NoNewPrivileges"], dienst["ProtectSystem"]) == ("overstap", "yes", "strict")
    # Row-level security does not bind the owner: who serves people never gets that address.
    met_eigenaar = {unit.name for unit in UNITS if "/etc/overstap/eigenaar" in unit.read_text(encoding="utf-8")}
    assert met_eigenaar == {"overstap-migreer.service", "overstap-reservekopie.service"}


def _namen(bestand: Path) -> set[str]:
    return set(re.findall(r"^([A-Z_]+)=", bestand.read_text(encoding="utf-8"), re.MULTILINE))


def test_every_value_in_the_examples_is_explained_and_every_value_that_is_read_too() -> None:
    voorbeelden = _namen(DEPLOY / "omgeving.voorbeeld") | _namen(DEPLOY / "eigenaar.voorbeeld")
    assert not {naam for naam in voorbeelden if f"`{naam}" not in BEHEER}
    assert not any("EIGENAAR" in naam for naam in _namen(DEPLOY / "omgeving.voorbeeld"))
    bronnen = (PROJECT / "src" / "overstap").rglob("*.py")
    gelezen = {naam for bron in bronnen for naam in _GELEZEN.findall(bron.read_text(encoding="utf-8"))}
    assert {"OVERSTAP_HOOFDSLEUTEL", "OVERSTAP_CLAMD", "OVERSTAP_KOPIE_ONTVANGER"} <= gelezen
    assert not {naam for naam in gelezen - NIET_VAN_DE_BEHEERDER if f"`{naam}" not in BEHEER}
