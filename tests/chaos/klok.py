"""What happens when the clock of the server jumps? By libfaketime, for web and worker only; never the machine's clock.

PostgreSQL keeps the right time, so web and worker differ from it as well.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.chaos.controle import leeg_de_wachtrij, oordeel
from tests.chaos.druk import Druk
from tests.chaos.opstelling import opstelling, wacht

_LIB = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"
# Within the half hour after which everybody logs in again, and one night for the worker alone would be no jump.
SPRONGEN = ("+20m", "+0", "-20m", "+0", "-3h", "+0")


def klok(keren: int, schrijven: int) -> dict[str, Any]:
    """Forward and back while people write."""
    if not Path(_LIB).exists():
        return {"overgeslagen": "libfaketime ontbreekt: apt-get install faketime"}
    if not _python_slaapt():
        # libfaketime 0.9.10 refuses the way in which Python 3.11 sleeps (clock_nanosleep until a moment, EINVAL).
        return {"overgeslagen": "onder deze libfaketime slaapt Python niet; neem een nieuwere dan 0.9.10"}
    with opstelling("klok") as waar:
        druk = Druk(waar, definitief=12, importeren=12)
        stand = waar.map / "klok"
        stand.write_text("+0\n")
        nep = {
            "LD_PRELOAD": _LIB, "FAKETIME_TIMESTAMP_FILE": str(stand), "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }  # fmt: skip
        waar.begin(**nep)
        druk.start()
        stil = []
        for keer, sprong in enumerate(SPRONGEN):
            tot = schrijven * (keer + 1) // (len(SPRONGEN) + 1)
            wacht(lambda: druk.aantal() >= tot, "te weinig bevestigingen", 600)  # noqa: B023  # called at once
            stand.write_text(f"{sprong}\n")
            nu = time.monotonic()
            wacht(lambda: druk.eerste_na(nu) is not None, f"na {sprong} dient hij niet", 120, 0.02)  # noqa: B023  # called at once
            stil.append(round((druk.eerste_na(nu) or nu) - nu, 2))
        wacht(lambda: druk.aantal() >= schrijven, "te weinig bevestigingen", 600)
        druk.stop()
        leeg_de_wachtrij(waar)
        verst = waar.vraag("select max(op) - min(op) from audit_auditevent where op > now() - interval '1 day'")[0][0]
        return {
            "sprongen": list(SPRONGEN),
            "eerste_daarna_s": stil,
            "logboek_over": str(verst),
            **oordeel(waar, druk.boek),
        }


def _python_slaapt() -> bool:
    nep = {**os.environ, "LD_PRELOAD": _LIB, "FAKETIME": "+20m", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    slaap = [sys.executable, "-c", "import time; time.sleep(0.01)"]
    return subprocess.run(slaap, env=nep, stderr=subprocess.DEVNULL, check=False).returncode == 0
