"""How does the text of an attachment become bytes while it flows by, in the same way as one that is held whole?"""

from __future__ import annotations

import binascii
from typing import BinaryIO

from overstap.integrations.spoel import Spoel


class Ingepakt:
    """The content of an attachment that came in portions of base64; lies in a spoel.

    Its `len` is that of the text without white space around it. Of more than `hoogstens` signs nothing is kept.
    """

    def __init__(self, hoogstens: int) -> None:
        self._spoel, self._hoogstens = Spoel(), hoogstens
        self._rest, self._lengte, self._wit, self._goed = "", 0, 0, True

    def __len__(self) -> int:
        return self._lengte

    def neem(self, tekst: str) -> None:
        """Take the next portion."""
        self._tel(tekst)
        if not self._goed or self._lengte > self._hoogstens:
            return
        # Line ends are not in the agreement, but harmless; anything else in base64 is a fault.
        self._rest += "".join(tekst.split())
        # The last four may hold the padding, which says that it is the end.
        heel = max(0, len(self._rest) - 4) // 4 * 4
        self._zet_over(heel)

    def open(self) -> tuple[BinaryIO, int]:
        """(the bytes, how many); raises ValueError when the text was no base64."""
        if self._goed:
            self._zet_over(len(self._rest))
        if not self._goed:
            raise ValueError("base64")
        return self._spoel.open(), self._spoel.omvang

    def _tel(self, tekst: str) -> None:
        """White space in the middle counts, before and after the text it does not."""
        kaal = tekst.rstrip()
        if not kaal:
            self._wit += len(tekst) if self._lengte else 0
            return
        self._lengte += self._wit + len(kaal if self._lengte else kaal.lstrip())
        self._wit = len(tekst) - len(kaal)

    def _zet_over(self, tot: int) -> None:
        nu, self._rest = self._rest[:tot], self._rest[tot:]
        try:
            # Padding halfway is no end.
            self._goed = "=" not in nu or not self._rest
            self._spoel.write(binascii.a2b_base64(nu, strict_mode=True))
        except ValueError:
            self._goed = False
