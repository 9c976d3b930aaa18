"""In which words and colours does a page say how far an import is?"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from overstap.domain.importen.enums import Partijstand, Regelsoort, Regelstand
from overstap.web.components.jinja.filters import getal
from overstap.web.components.voorbeeld import nog

if TYPE_CHECKING:
    from overstap.domain.importen.models import Partij

MB = 1024 * 1024
GROOTSTE_ZIP = 500 * MB

# (colour, icon) beside the word.
SOORTVORM = {
    Regelsoort.NIEUW: ("groen", "plus"),
    Regelsoort.GEWIJZIGD: ("blauw", "pen"),
    Regelsoort.ONGEWIJZIGD: ("kaal", "klaar"),
    Regelsoort.VRAAG: ("amber", "letop"),
    Regelsoort.FOUT: ("rood", "fout"),
}
STANDVORM = {
    Regelstand.GEKOZEN: ("grijs", "wacht"),
    Regelstand.OVERGENOMEN: ("groen", "klaar"),
    Regelstand.MISLUKT: ("rood", "fout"),
    Regelstand.TERUG: ("grijs", "wacht"),
    Regelstand.ONGEDAAN: ("grijs", "uit"),
}
_BEZIG = {
    Partijstand.LEZEN: gettext_lazy("Overstap leest de bestanden"),
    Partijstand.OVERNEMEN: gettext_lazy("Overstap neemt de leerlingen over"),
    Partijstand.TERUGDRAAIEN: gettext_lazy("Overstap maakt het overnemen ongedaan"),
}


def vorm(soort: Regelsoort, stand: Regelstand) -> tuple[str, str, str]:
    """(word, colour, icon) of one file: what was decided about it, else what it would do."""
    if stand in STANDVORM:
        return (stand.label, *STANDVORM[stand])
    return (soort.label, *SOORTVORM[soort])


def partijwoorden(partij: Partij, door: str, nu: datetime) -> dict[str, Any]:
    """One partij on the page where it was uploaded."""
    return {
        "id": partij.id,
        "op": partij.geupload_op,
        "omvang": partij.omvang,
        "door": door,
        "stand": Partijstand(partij.stand).label,
        "totaal": partij.totaal,
        "nog": nog(partij.vervalt_op, nu),
    }


def voortgang(partij: Partij, nu: datetime) -> dict[str, Any]:
    """How far the worker is. `stil`: nothing happened for two minutes, so a person may set it going again."""
    stand, gedaan = Partijstand(partij.stand), min(partij.gedaan, partij.te_doen)
    geteld = _("%(gedaan)s van %(alles)s bestanden") % {"gedaan": getal(gedaan), "alles": getal(partij.te_doen)}
    return {
        "bezig": stand in _BEZIG,
        "wat": _BEZIG.get(stand, ""),
        "gedaan": gedaan,
        "te_doen": partij.te_doen,
        "tekst": geteld if partij.te_doen else _("Het ZIP-bestand wordt geopend."),
        "stil": (nu - partij.bijgewerkt_op).total_seconds() > 120,
    }
