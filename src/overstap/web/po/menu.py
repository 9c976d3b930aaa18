"""What stands in the head of the pages of a basisschool?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from overstap.foundation.access import Recht
from overstap.web.components.menu import Menupunt, Publiek

_WERKVOORRAAD = Menupunt(
    _("Werkvoorraad"),
    "po:werkvoorraad",
    Recht.WERKVOORRAAD_BEKIJKEN,
    (
        "po:dossier",
        "po:leerling_verbeteren",
        "po:openstaand",
        "po:overzicht",
        "po:bestuur",
        "po:terugblik",
        "po:samen",
        "po:zinnen",
        "po:zin",
        "po:sectie",
        "po:sectie_open",
        "po:nummer",
        "po:advies",
        "po:advies_voorlopig",
        "po:advies_gesprek",
        "po:advies_toets",
        "po:advies_definitief",
        "po:bijlagen",
        "po:bijlage_toevoegen",
        "po:bladen",
        "po:bijlage_vervangen",
        "po:bijlage_intrekken",
        "po:bijlage_toestemming",
        "po:ouders",
        "po:definitief",
        "po:overdracht",
        "po:logboek",
        "po:gegevens",
        "po:ouder_uitnodigen",
        "po:ouder_papier",
        "po:ouder_nieuwe_code",
        "po:ouder_intrekken",
        "po:ouder_getekend",
        "po:correctie",
        "po:ouderversie",
        "po:heropenen",
        "po:adviesformulier",
        "po:vrijgeven",
        "po:overdracht_versturen",
        "po:overdracht_terugtrekken",
        "po:buiten_regio",
        "po:aanmelding_intrekken",
        "po:zorgroute_begin",
        "po:zorgroute",
        "po:zorgroute_swv",
        "po:zorgroute_hulpvraag",
        "po:zorgroute_gehoord",
        "po:zorgroute_ouders",
        "po:zorgroute_drempelonderzoek",
        "po:zorgroute_formulier",
        "po:zorgroute_versturen",
        "po:zorgroute_vraag",
        "po:zorgroute_intrekken",
    ),
)

_BIJ_OVERDRACHT = ("po:zorglijn_lijst", "po:meenemen", "po:aanmeldstatus_lijst", "po:aanmeldstatus", "po:vraag")
PUBLIEK = Publiek(
    start="po:werkvoorraad",
    menu=(
        _WERKVOORRAAD,
        Menupunt(_("Ouders"), "po:ouders_lijst", Recht.WERKVOORRAAD_BEKIJKEN),
        Menupunt(_("Overdracht"), "po:overdracht_lijst", Recht.WERKVOORRAAD_BEKIJKEN, _BIJ_OVERDRACHT),
        Menupunt(
            _("Importeren"),
            "po:import",
            Recht.IMPORT_UITVOEREN,
            (
                "po:leerling_nieuw",
                "po:opvragen",
                "po:opvraging",
                "po:import_voorbeeld",
                "po:import_overnemen",
                "po:partij",
                "po:partij_leerling",
            ),
        ),
    ),
    zoek="po:werkvoorraad",
    zoeklabel=_("Zoek een leerling"),
)
