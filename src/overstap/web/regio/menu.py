"""What stands in the head of the pages of a region?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from overstap.domain.scholen.enums import Regioonderwerp
from overstap.foundation.access import Recht
from overstap.web.components.menu import Menupunt, Publiek

PUBLIEK = Publiek(
    start="regio:overzicht",
    menu=(
        Menupunt(_("Overzicht"), "regio:overzicht", Recht.VOORTGANG_TELLEN),
        Menupunt(_("Waar het stilstaat"), "regio:stilstand", Recht.VOORTGANG_TELLEN),
        Menupunt(
            _("Beheer"),
            "regio:beheer",
            Recht.REGIO_BEHEREN,
            ook=(
                *(f"regio:{onderwerp}" for onderwerp in Regioonderwerp),
                "regio:datums_jaar",
                "regio:jaarwissel",
                "regio:vraag",
                "regio:verband",
                *(f"regio:swv_{wat}" for wat in ("nieuw", "gegevens", "scholen", "weg", "route")),
                "regio:school",
                "regio:school_nieuw",
                "regio:duolijst",
                "regio:wijzigingen",
                "regio:terugzetten",
                "regio:bestand_laden",
                "regio:aangeleverd",
            ),
        ),
    ),
)
