"""What stands in the head of the pages of a samenwerkingsverband?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from overstap.foundation.access import Recht
from overstap.web.components.menu import Menupunt, Publiek

_OVER_EEN = ("deskundigenadvies", "notitie", "besluit", "terugkoppelen")
_ONDER_BORD = tuple(
    f"swv:{naam}" for naam in ("zaak", "vraag", *_OVER_EEN, "buitenzaak", *(f"buiten_{naam}" for naam in _OVER_EEN))
)
PUBLIEK = Publiek(
    start="swv:bord",
    menu=(
        Menupunt(_("Zorgaanmeldingen"), "swv:bord", Recht.ZORGAANMELDING_BEHANDELEN, _ONDER_BORD),
        Menupunt(_("Over de lijn"), "swv:lijn", Recht.ZORGAANMELDING_BEHANDELEN, ("swv:aanbod",)),
    ),
    zoek="swv:bord",
    zoeklabel=_("Zoek een leerling"),
)
