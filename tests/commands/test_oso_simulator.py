"""Does the simulator run as a program of its own, and can another process fetch a pupil from it over mTLS?"""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

from overstap.integrations.oso.draad.aansluiting import lees_aansluiting
from overstap.integrations.oso.draad.bericht import Bericht
from overstap.integrations.oso.draad.doel import Haler
from overstap.integrations.oso.draad.klant import vraag
from tests.integrations.oso.leerling import NUMMER, opgesteld

OVERSTAP = Path(sys.executable).with_name("overstap")


def test_k1_and_k15_with_a_simulator_in_another_process(tmp_path: Path):
    dossiers, map_ = tmp_path / "dossiers", tmp_path / "oso"
    dossiers.mkdir()
    (dossiers / "een.xml").write_bytes(opgesteld(profiel="BB").xml)
    (dossiers / "geen.xml").write_text("<geen/>")
    opdracht = [OVERSTAP, "oso", "simulator", map_, "--dossiers", dossiers, "--minuten", "3"]
    with subprocess.Popen(opdracht, stdout=subprocess.PIPE, text=True) as proces:
        gezegd = _haal_en_stop(proces, map_)
    assert proces.returncode == 0
    assert "geen.xml: overgeslagen" in gezegd
    assert "las 00YY: documentRequest -> goed" in gezegd
    assert gezegd.rstrip().endswith("Geen breuk van het protocol gezien.")


def _haal_en_stop(proces: subprocess.Popen[str], map_: Path) -> str:
    try:
        eind = time.monotonic() + 120
        while not (map_ / "aansluiting.toml").exists() and proces.poll() is None and time.monotonic() < eind:
            time.sleep(0.1)
        aansluiting = lees_aansluiting(map_ / "aansluiting.toml")
        punt = aansluiting.punt("00YY")
        assert Haler(aansluiting, punt, "00YY").haal_op(NUMMER.waarde).dossier
        # K15: who can be asked at a school, by the filters of the overview.
        for filters, aantal in (
            ({}, 7),
            ({"brin": "00YY"}, 2),
            ({"doel": "SWV"}, 2),
            ({"brin": "00YY", "doel": "SWV"}, 0),
        ):
            overzicht = vraag(
                aansluiting.centrale,
                Bericht("overzichtAanleverpuntRequest", filters),
                uitgave=aansluiting.uitgave,
                papieren=aansluiting.papieren,
            )
            assert len(overzicht.punten) == aantal
    finally:
        proces.send_signal(signal.SIGTERM)
        try:
            gezegd, _ = proces.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            proces.kill()
            raise
    return gezegd
