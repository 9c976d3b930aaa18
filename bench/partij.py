"""What does a ZIP of a thousand pupils cost the worker, and what do a thousand OSO files: time, and memory at its peak?

A worker of its own process does the work, because memory is counted per process:
`python -m bench.partij importeer <school> <partij>` or `exporteer <school> <dossier> <overdracht> <keren>`.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bench.klas import Klas

AANTALLEN = (250, 500, 1000)
# So many different pupils are written; the others differ in number, id and birth date only.
_SOORTEN = 30


def meet(klas: Klas) -> dict[str, float]:
    """Per number of pupils: CPU milliseconds for each, reading, taking over and exporting, and the peak in MB."""
    from overstap.domain.importen.actions import bewaar_partij, neem_partij_over
    from overstap.foundation.rls import als
    from tests.wereld import AT

    plek, uit = klas.wereld.b, {}
    basis = list(_basis(plek.gegevens))
    for aantal in AANTALLEN:
        with als(plek.administratie) as by:
            partij_id = bewaar_partij(stukken=[_zip(basis, aantal)], by=by, at=AT)
        lezen = werker("importeer", str(plek.id), str(partij_id))
        with als(plek.administratie) as by:
            gekozen = neem_partij_over(partij_id=partij_id, by=by, at=AT)
        overnemen = werker("importeer", str(plek.id), str(partij_id))
        uit |= {
            f"lezen_{aantal}_ms": round(lezen["cpu"] * 1000 / aantal, 1),
            f"overnemen_{aantal}_ms": round(overnemen["cpu"] * 1000 / max(1, gekozen), 1),
            f"overgenomen_{aantal}": gekozen,
            f"import_{aantal}_mb": max(lezen["mb"], overnemen["mb"]),
        }
        _gooi_weg(plek.administratie, partij_id)
    uit |= _export(klas)
    kleinst, grootst = AANTALLEN[0], AANTALLEN[-1]
    per_stuk = {n: uit[f"lezen_{n}_ms"] + uit[f"overnemen_{n}_ms"] for n in (kleinst, grootst)}
    return uit | {
        "keer_per_dossier": round(per_stuk[grootst] / per_stuk[kleinst], 2),
        "keer_per_export": round(uit[f"export_{grootst}_ms"] / uit[f"export_{kleinst}_ms"], 2),
        "piek_mb": max(uit[f"import_{grootst}_mb"], uit[f"export_{grootst}_mb"]),
    }


def _export(klas: Klas) -> dict[str, float]:
    """The whole act of making and keeping the OSO file of one transfer, so many times, each time undone."""
    from overstap.domain.dossiers.enums import Staat
    from tests.wereld import maak_pdf_nu

    geval, uit = klas.wereld.dossier_in(Staat.OVERGEDRAGEN), {}
    maak_pdf_nu(geval)
    for aantal in AANTALLEN:
        gemeten = werker(
            "exporteer", str(geval.school.id), str(geval.dossier_id), str(geval.overdracht_id), str(aantal)
        )
        uit |= {f"export_{aantal}_ms": round(gemeten["cpu"] * 1000 / aantal, 1), f"export_{aantal}_mb": gemeten["mb"]}
    return uit


def _gooi_weg(wie: Any, partij_id: UUID) -> None:
    """Undo it, so that the next ZIP meets no pupil that is known already."""
    from overstap.domain.importen.actions import gooi_partij_weg, maak_partij_ongedaan
    from overstap.foundation.rls import als
    from tests.wereld import AT

    with als(wie) as by:
        maak_partij_ongedaan(partij_id=partij_id, by=by, at=AT)
    werker("importeer", str(wie.organisatie_id), str(partij_id))
    with als(wie) as by:
        gooi_partij_weg(partij_id=partij_id, by=by, at=AT)


def _basis(school: Any) -> Iterator[bytes]:
    from tests.partij import osobestand

    for nummer in range(_SOORTEN):
        yield osobestand(school, nummer, bijzonder=frozenset({"dyslexie", "foto"} if nummer % 5 == 0 else ()))


def _zip(basis: list[bytes], aantal: int) -> bytes:
    from overstap.domain.leerlingen.rules import is_bsn

    nummers = [bsn for bsn in (f"99999{laatste:04d}" for laatste in range(10_000)) if is_bsn(bsn)]

    def leerling(nummer: int) -> bytes:
        # The series of numbers for tests is shorter than a thousand: the last ones have none.
        bsn = f"<bsn>{nummers[nummer]}</bsn>" if nummer < len(nummers) else ""
        ruw = re.sub(rb"<bsn>\d+</bsn>", bsn.encode(), basis[nummer % _SOORTEN])
        return re.sub(rb"<leerlingid>[^<]+<", f"<leerlingid>MD-{nummer:05d}<".encode(), ruw)

    return zip_van(map(leerling, range(aantal)))


def zip_van(bestanden: Iterable[bytes]) -> bytes:
    """A ZIP of these OSO files."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as zip_:
        for nummer, ruw in enumerate(bestanden):
            zip_.writestr(f"leerling-{nummer}.xml", ruw)
    return uit.getvalue()


def werker(*wat: str) -> dict[str, float]:
    """CPU seconds and MB at its peak of a worker of its own that does this work."""
    opdracht = [sys.executable, "-m", "bench.partij", *wat]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, check=False)
    if klaar.returncode:
        raise OSError(klaar.stderr[-2000:])
    gemeten: dict[str, float] = json.loads(klaar.stdout.splitlines()[-1])
    return gemeten


def _importeer(school: str, partij: str) -> None:
    from overstap.foundation.queue import opvangen
    from overstap.jobs.taak import voer_uit
    from tests.wereld import AT

    wachtrij = [partij]
    while wachtrij:
        with opvangen(lambda taak, args: wachtrij.append(args["partij_id"]) if taak == "importen.verwerken" else None):
            voer_uit("importen.verwerken", school, {"partij_id": wachtrij.pop()}, AT)


def _exporteer(school: str, dossier: str, overdracht: str, keren: str) -> None:
    from django.db import transaction

    from overstap.jobs.taak import voer_uit
    from tests.wereld import AT

    for _keer in range(int(keren)):
        with transaction.atomic():
            voer_uit("oso.klaarzetten", school, {"dossier_id": dossier, "overdracht_id": overdracht}, AT)
            transaction.set_rollback(True)


def _main() -> None:
    import django

    django.setup()
    begin = time.process_time()
    {"importeer": _importeer, "exporteer": _exporteer}[sys.argv[1]](*sys.argv[2:])
    print(json.dumps({"cpu": time.process_time() - begin, "mb": _piek_mb()}))


def _piek_mb() -> int:
    """MB of this program at its highest. `getrusage` also counts what the process was before it became this program."""
    regels = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(regel for regel in regels if regel.startswith("VmHWM")).split()[1]) // 1024


if __name__ == "__main__":
    _main()
