"""Does the same release make the same bytes of a version, whatever the process, its hashes, place and clock?"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.jobs.afdruk import afdrukken

PROJECT = Path(__file__).resolve().parents[2]
# Another order of every set of texts, another zone, another language, another day.
ANDERS = {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "EEN_DAG": "2031-12-31T23:59:59+00:00"}


def test_the_same_version_gives_the_same_bytes_in_another_process():
    klaar = subprocess.run(  # our own module, no input from outside
        [sys.executable, "-m", "tests.jobs.afdruk"], env={**os.environ, **ANDERS, "PYTHONPATH": str(PROJECT)},
        cwd=PROJECT, capture_output=True, check=False,
    )  # fmt: skip
    assert klaar.returncode == 0, klaar.stderr.decode()
    hier = afdrukken()
    assert json.loads(klaar.stdout.splitlines()[-1]) == hier
    assert set(hier) == {"snapshot", "vo", "ouders", "aanvulling", "oso", "verschil"}
    assert len(set(hier.values())) == len(hier)
