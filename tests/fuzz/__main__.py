"""`./dev fuzz [AANTAL]`: throw damaged and strange files at the readers of XML and ZIP and at our door, and print.

Seven of ten inputs are XML, one is XML that is read in both ways, one a ZIP, one a letter of another system.
What reached something new stands in var/fuzz, with the input of any crash or wait.
"""

import argparse
import json
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]
MAP = PROJECT / "var" / "fuzz"
BEWAARD = Path(__file__).with_name("corpus")
# One in so many is guided by coverage, which is slow; the others begin at what that found.
_GESTUURD = 5
LEZERS = (
    "integrations/xml/",
    "integrations/oso/zipbestand",
    "integrations/oso/inpakken",
    "integrations/oso/ontcijferen",
    "integrations/oso/bestandssoort",
)
LEZERS_2019 = ("lezer", "wandeling", "handelingen", "waarden", "documenten", "bevindingen", "vertaling", "regels/")


def main(aantal: int) -> int:
    """Run both readers, then show the branches; 1 when something crashed or took longer than a second."""
    sys.path.insert(0, str(PROJECT))
    from tests.fuzz.naspelen import zaden_van

    shutil.rmtree(MAP, ignore_errors=True)
    fout = 0
    for doel, deel in (
        ("xml", aantal * 7 // 10),
        ("stroom", aantal // 10),
        ("zip", aantal // 10),
        ("deur", aantal // 10),
    ):
        map_ = MAP / doel
        map_.mkdir(parents=True)
        for nummer, ruw in enumerate([] if doel == "zip" else zaden_van(doel)):
            (map_ / f"zaad-{nummer}").write_bytes(ruw)
        for pad in (BEWAARD / (doel if doel in {"zip", "deur"} else "xml")).glob("*"):
            shutil.copy(pad, map_ / pad.name)
        fout |= _gestuurd(doel, deel // _GESTUURD, map_) | _toeval(doel, deel - deel // _GESTUURD, map_)
    _vertakkingen()
    return fout


def _gestuurd(doel: str, aantal: int, map_: Path) -> int:
    """Inputs guided by coverage; what reaches something new is kept in `map_`."""
    uitkomst = _python("-m", "tests.fuzz.loop", doel, str(aantal), str(map_))
    if not map_.with_suffix(".json").exists():
        # Without atheris, for instance: ./dev fuzz installs it.
        print(f"{doel}, gestuurd: niet begonnen\n{uitkomst.stderr[-3000:]}", flush=True)
        return 1
    cijfers = json.loads(map_.with_suffix(".json").read_text())
    crashes = len(list(MAP.glob(f"{doel}-fout-*")))
    print(f"{doel}, gestuurd: {json.dumps(cijfers)} crashes={crashes}", flush=True)
    if crashes:
        print(uitkomst.stderr[-3000:])
    return int(bool(crashes or cijfers["traag"]))


def _toeval(doel: str, aantal: int, map_: Path) -> int:
    """Many more that begin at what was kept; the first that crashes stops it, with its traceback."""
    uitkomst = _python("-m", "tests.fuzz.naspelen", doel, str(map_), str(aantal))
    print(f"{doel}, toeval: {uitkomst.stdout.strip() or uitkomst.stderr[-3000:]}", flush=True)
    return int(uitkomst.returncode != 0 or bool(json.loads(uitkomst.stdout)["traag"]))


def _python(*woorden: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *woorden], cwd=PROJECT, capture_output=True, text=True, check=False)


def _vertakkingen() -> None:
    """Branch coverage of both readers, by everything that was kept and some more of the same."""
    bron = "src/overstap/"
    welke = [f"{bron}{naam}*" for naam in LEZERS] + [f"{bron}integrations/oso/v2019/{naam}*" for naam in LEZERS_2019]
    meet = ("-m", "coverage", "run", "--rcfile=/dev/null", "--branch", "--append", f"--data-file={MAP / 'coverage'}")
    for doel in ("xml", "stroom", "zip", "deur"):
        _python(*meet, f"--include={','.join(welke)}", "-m", "tests.fuzz.naspelen", doel, str(MAP / doel), "300")
    print(_python("-m", "coverage", "report", "--rcfile=/dev/null", f"--data-file={MAP / 'coverage'}").stdout)


if __name__ == "__main__":
    keuze = argparse.ArgumentParser(prog="./dev fuzz", description="Bestook de lezers met kapotte bestanden.")
    keuze.add_argument("aantal", type=int, nargs="?", default=100_000, help="hoeveel invoeren (anders 100.000)")
    sys.exit(main(keuze.parse_args().aantal))
