"""Where do parents begin, and where do they come in?"""

from __future__ import annotations

from overstap.web.components.menu import Publiek

# No menu: one page, and what hangs on it.
PUBLIEK = Publiek(start="ouders:rapport", inloggen="ouders:deur")
