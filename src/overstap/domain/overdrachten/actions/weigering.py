"""When is sending, or recording an aanmelding, refused?"""

from __future__ import annotations


class OverdrachtGeweigerd(Exception):
    """This cannot be sent (yet); `zin` says what to do, `veld` which question it is about (empty: none)."""

    def __init__(self, zin: str, veld: str = "") -> None:
        self.zin, self.veld = zin, veld
        super().__init__(zin)
