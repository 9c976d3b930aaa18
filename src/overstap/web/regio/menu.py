"""What stands in the head of the pages of a region?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from overstap.foundation.access import Recht
from overstap.web.components.menu import Menupunt, Publiek

PUBLIEK = Publiek(
    start="regio:overzicht",
    menu=(
        Menupunt(_("Overzicht"), "regio:overzicht", Recht.VOORTGANG_TELLEN),
        Menupunt(_("Waar het stilstaat"), "regio:stilstand", Recht.VOORTGANG_TELLEN),
    ),
)
