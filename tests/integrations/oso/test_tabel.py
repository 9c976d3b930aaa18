"""The page with the fate of every path is the one that the table makes."""

import argparse

import pytest

from overstap.commands import oso
from overstap.integrations.oso import jaren
from overstap.integrations.oso.v2019.structuur import paden
from tests.integrations.oso.conftest import PROJECT


@pytest.mark.parametrize("jaar", jaren(), ids=lambda jaar: jaar.versie)
def test_page_is_up_to_date(jaar):
    bladzijde = PROJECT / "docs" / f"oso-{jaar.versie}.md"
    assert bladzijde.read_text(encoding="utf-8") == jaar.tabel(), f"draai: overstap oso tabel > docs/{bladzijde.name}"


def test_page_names_every_path_once_with_its_fate():
    regels = [regel for regel in jaren()[0].tabel().splitlines() if regel.startswith(("| `/dossier", "| `…/"))]
    assert len(regels) == len(paden()) == 541
    assert all(any(lot in regel for lot in ("| veld `", "| afgeleid: ", "| geweigerd: `")) for regel in regels)


def test_command_prints_it(capsys):
    parser = argparse.ArgumentParser()
    oso.add_arguments(parser)
    assert oso.run(parser.parse_args(["tabel"])) == 0
    assert capsys.readouterr().out == jaren()[0].tabel()
