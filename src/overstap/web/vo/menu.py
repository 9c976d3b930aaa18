"""What stands in the head of the pages of a vo school?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from overstap.foundation.access import Recht
from overstap.web.components.menu import Menupunt, Publiek

_ONDER_INBOX = ("vo:dossier", "vo:innemen", "vo:inname", "vo:ontvangst")
PUBLIEK = Publiek(
    start="vo:inbox",
    menu=(Menupunt(_("Inbox"), "vo:inbox", Recht.DOSSIER_ONTVANGEN, _ONDER_INBOX),),
    zoek="vo:inbox",
    zoeklabel=_("Zoek een leerling"),
)
