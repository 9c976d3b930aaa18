"""What stands in the head of the pages of a samenwerkingsverband?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from overstap.foundation.access import Recht
from overstap.web.components.menu import Menupunt, Publiek

PUBLIEK = Publiek(
    start="swv:bord",
    menu=(Menupunt(_("Zorgaanmeldingen"), "swv:bord", Recht.ZORGAANMELDING_BEHANDELEN),),
)
