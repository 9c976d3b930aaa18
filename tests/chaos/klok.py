"""What happens when the clock of the server jumps? Only that of web and worker (`springklok`); never the machine's.

PostgreSQL keeps the right time, so web and worker differ from it as well.
"""

from __future__ import annotations

import time
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from tests.chaos.controle import leeg_de_wachtrij, oordeel
from tests.chaos.druk import Druk
from tests.chaos.opstelling import opstelling, wacht

# In seconds. Forward within the half hour after which everybody logs in again: more would try only that.
SPRONGEN = (20 * 60, 0, -20 * 60, 0, -3 * 3600, 0)
_SPRINGKLOK = Path(__file__).with_name("springklok")


def klok(keren: int, schrijven: int) -> dict[str, Any]:
    """Forward and back while people write."""
    with opstelling("klok") as waar:
        druk = Druk(waar, definitief=max(4, schrijven // 100), importeren=max(4, schrijven // 100))
        stand = waar.map / "klok"
        stand.write_text("0")
        waar.begin(PYTHONPATH=str(_SPRINGKLOK), CHAOS_KLOK=str(stand))
        druk.start()
        stil, sprongen = [], list(islice(cycle(SPRONGEN), keren))
        for keer, sprong in enumerate(sprongen):
            wacht(lambda: druk.aantal() >= schrijven * (keer + 1) // (keren + 1), "te weinig bevestigingen", 900)  # noqa: B023  # called at once
            (half := stand.with_suffix(".half")).write_text(str(sprong))
            half.rename(stand)
            # Every process saw it by then.
            time.sleep(0.5)
            nu = time.monotonic()
            wacht(lambda: druk.eerste_na(nu) is not None, f"na {sprong} s dient hij niet", 120, 0.02)  # noqa: B023  # called at once
            stil.append(round((druk.eerste_na(nu) or nu) - nu, 2))
        wacht(lambda: druk.aantal() >= schrijven, "te weinig bevestigingen", 900)
        druk.stop()
        # What was written while the clock was wrong: without it nothing jumped.
        raar = waar.vraag(
            "select count(*) filter (where op < now() - interval '2 hours'), count(*) filter (where op > now())"
            " from audit_auditevent where op > now() - interval '1 day'"
        )
        rust = leeg_de_wachtrij(waar)
        return {
            "sprongen_s": sprongen, "eerste_daarna_s": stil, "geschreven_in_het_verleden": raar[0][0],
            "geschreven_in_de_toekomst": raar[0][1], "wachtrij_leeg_s": round(rust, 1), **oordeel(waar, druk.boek),
        }  # fmt: skip
