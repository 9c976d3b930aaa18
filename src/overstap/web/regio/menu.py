"""What stands in the head of the pages of a region?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from overstap.foundation.access import Recht
from overstap.web.components.menu import Menupunt, Publiek

PUBLIEK = Publiek(
    start="regio:stilstand",
    menu=(Menupunt(_("Waar het stilstaat"), "regio:stilstand", Recht.STILSTAND_TELLEN),),
)
