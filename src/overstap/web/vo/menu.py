"""What stands in the head of the pages of a vo school?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from overstap.foundation.access import Recht
from overstap.web.components.menu import Menupunt, Publiek

_ONDER_INBOX = ("vo:dossier", "vo:aanmelden", "vo:papier", "vo:innemen", "vo:meenemen", "vo:inname", "vo:ontvangst")
_BIJ_LEERLING = (
    "vo:besluit",
    "vo:besluit_herzien",
    "vo:besluit_verlengen",
    "vo:plaatsen",
    "vo:vraag",
    "vo:gesprek",
    "vo:gesprek_vastleggen",
)
PUBLIEK = Publiek(
    start="vo:inbox",
    menu=(
        Menupunt(_("Inbox"), "vo:inbox", Recht.DOSSIER_ONTVANGEN, _ONDER_INBOX + _BIJ_LEERLING),
        Menupunt(
            _("Uitnodigingen"),
            "vo:gasten",
            Recht.GAST_UITNODIGEN,
            ("vo:gast_nieuw", "vo:gast", "vo:gast_intrekken"),
        ),
        Menupunt(
            _("Brugklassen"),
            "vo:brugklassen",
            Recht.DOSSIER_ONTVANGEN,
            ("vo:brugklas_nieuw", "vo:brugklas", "vo:terugblik"),
        ),
    ),
    zoek="vo:inbox",
    zoeklabel=_("Zoek een leerling"),
)
