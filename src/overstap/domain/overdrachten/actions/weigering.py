"""When is sending, or recording an aanmelding, refused?"""

from __future__ import annotations

from overstap.foundation.weigering import Weigering


class OverdrachtGeweigerd(Weigering):
    """This cannot be sent (yet); `zin` says what to do, `veld` which question it is about (empty: none)."""
