"""Where does a big file wait within one request? On disk without a name, under a key that only this process knows."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path

from django.conf import settings

from overstap.foundation.opslag.fouten import of_vol
from overstap.foundation.opslag.stroom import Lezer, Schrijver
from overstap.foundation.sleutels.kast import Slot

_PLEK = "tijdelijk"


class Tijdelijk:
    """Takes bytes by `write`, gives them back by one `lezer()`. Nothing is left when it is closed.

    Each of the three raises `OpslagVol`.
    """

    @of_vol()
    def __init__(self) -> None:
        Path(settings.OVERSTAP_BIJLAGEN_MAP).mkdir(parents=True, exist_ok=True, mode=0o700)
        self._bestand = tempfile.TemporaryFile(dir=settings.OVERSTAP_BIJLAGEN_MAP)  # noqa: SIM115  # outlives this
        self._slot = Slot.eenmalig()
        self._schrijver = Schrijver(self._bestand, self._slot, _PLEK)

    @property
    def omvang(self) -> int:
        """How many bytes it took."""
        return self._schrijver.omvang

    @of_vol()
    def write(self, stuk: bytes) -> int:
        """Take the next bytes."""
        return self._schrijver.write(stuk)

    @of_vol()
    def lezer(self) -> Lezer:
        """What was written, from its first byte; nothing can be added any more. Closing it removes the file."""
        self._schrijver.voltooi()
        return Lezer(self._bestand, self._slot, _PLEK)

    def close(self) -> None:
        """Throw it away."""
        # What a full disk did not take yet is thrown away as well.
        with suppress(OSError):
            self._bestand.close()
