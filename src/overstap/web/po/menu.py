"""What stands in the head of the pages of a basisschool?"""

from __future__ import annotations

from importlib.util import find_spec

from django.utils.translation import gettext_lazy as _

from overstap.foundation.access import Recht
from overstap.web.components.menu import Menupunt, Publiek

_WERKVOORRAAD = Menupunt(
    _("Werkvoorraad"),
    "po:werkvoorraad",
    Recht.WERKVOORRAAD_BEKIJKEN,
    ("po:dossier", "po:sectie", "po:sectie_open", "po:nummer", "po:advies", "po:bijlagen", "po:ouders", "po:definitief", "po:overdracht", "po:logboek"),
)
_IMPORTEREN = Menupunt(_("Importeren"), "po:import", Recht.IMPORT_UITVOEREN, ("po:import_voorbeeld",))
# The pages over all pupils: `po:ouders_lijst` in views/ouders.py, `po:overdracht_lijst` in views/overdracht.py.
_LIJSTEN = (
    ("ouders", Menupunt(_("Ouders"), "po:ouders_lijst", Recht.WERKVOORRAAD_BEKIJKEN)),
    ("overdracht", Menupunt(_("Overdracht"), "po:overdracht_lijst", Recht.WERKVOORRAAD_BEKIJKEN)),
)

PUBLIEK = Publiek(
    start="po:werkvoorraad",
    menu=(
        _WERKVOORRAAD,
        *(punt for pagina, punt in _LIJSTEN if find_spec(f"overstap.web.po.views.{pagina}")),
        _IMPORTEREN,
    ),
    zoek="po:werkvoorraad",
    zoeklabel=_("Zoek een leerling"),
)
