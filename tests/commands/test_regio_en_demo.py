"""Do the words `regio` and `demo` say what they did, and what is wrong?"""

from __future__ import annotations

from pathlib import Path

import pytest

from overstap.commands import demo, main
from overstap.domain.scholen.models import Organisatie
from tests.wereld import REGIOBESTAND


@pytest.mark.django_db
def test_a_region_is_loaded_by_one_word(capsys: pytest.CaptureFixture[str]):
    assert main(["regio", "laden", str(REGIOBESTAND)]) == 0
    assert capsys.readouterr().out == "Regio Meerdorp is geladen, met 3 scholen.\n"
    # Three schools, the samenwerkingsverband and the region itself.
    assert Organisatie.objects.count() == 5


@pytest.mark.django_db
def test_a_file_with_mistakes_changes_nothing_and_names_the_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    fout = tmp_path / "regio.toml"
    fout.write_text(REGIOBESTAND.read_text(encoding="utf-8").replace('brin = "99XB"', 'brin = "99X"'), encoding="utf-8")
    assert main(["regio", "laden", str(fout)]) == 1
    uitleg = capsys.readouterr().err
    assert "Er is niets veranderd" in uitleg
    assert "scholen[2].brin" in uitleg
    assert Organisatie.objects.count() == 0


@pytest.mark.django_db
def test_a_region_cannot_add_a_veld_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    fout = tmp_path / "regio.toml"
    tekst = REGIOBESTAND.read_text(encoding="utf-8").replace("[velden.motivatie]", "[velden.thuistaal]")
    fout.write_text(tekst, encoding="utf-8")
    assert main(["regio", "laden", str(fout)]) == 1
    assert "Een regio kan geen eigen gegeven toevoegen" in capsys.readouterr().err


@pytest.mark.parametrize("inhoud", [None, b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str], inhoud: bytes | None):
    pad = tmp_path / "regio.toml"
    if inhoud is not None:
        pad.write_bytes(inhoud)
    assert main(["regio", "laden", str(pad)]) == 1
    assert "is niet te lezen" in capsys.readouterr().err


def test_the_demo_is_not_loaded_without_being_asked_for(capsys: pytest.CaptureFixture[str]):
    assert demo.DEMO is False
    assert main(["demo"]) == 2
    assert "OVERSTAP_DEMO=1" in capsys.readouterr().err


def test_sample_files_are_written_without_a_database(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["demo", "bestanden", str(tmp_path), "--vandaag", "2027-03-16"]) == 0
    geschreven = [Path(regel) for regel in capsys.readouterr().out.splitlines() if regel.endswith(".xml")]
    assert sorted(tmp_path.iterdir()) == sorted(geschreven)
    assert b"<datum>2027-03-16</datum>" in geschreven[0].read_bytes()
    assert main(["demo", "bestanden"]) == 2
    assert "Noem de map" in capsys.readouterr().err
