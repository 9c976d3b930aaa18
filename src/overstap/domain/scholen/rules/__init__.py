"""Which dates and which regional settings hold? Pure functions; the day of today comes in as a value."""

from overstap.domain.scholen.rules.functies import FUNCTIES, FunctiePastNiet, controleer_functie
from overstap.domain.scholen.rules.kalender import (
    MAANDEN,
    MOMENTEN,
    Kalender,
    Kalenderstand,
    Kalenderstap,
    dagen_tot,
    schooljaar_van,
    stappen_tot_deadline,
    tweede_jaar,
)
from overstap.domain.scholen.rules.regio import RegiobestandFout, lees_regio
from overstap.domain.scholen.rules.regiobestand import (
    Regiobestand,
    Regiocontact,
    Regioveld,
    Regiowoorden,
    Samenwerkingsverband,
    School,
    kalender_uit_instellingen,
)
from overstap.domain.scholen.rules.tomlbron import Bestandsfout

__all__ = [
    "FUNCTIES",
    "MAANDEN",
    "MOMENTEN",
    "Bestandsfout",
    "FunctiePastNiet",
    "Kalender",
    "Kalenderstand",
    "Kalenderstap",
    "Regiobestand",
    "RegiobestandFout",
    "Regiocontact",
    "Regioveld",
    "Regiowoorden",
    "Samenwerkingsverband",
    "School",
    "controleer_functie",
    "dagen_tot",
    "kalender_uit_instellingen",
    "lees_regio",
    "schooljaar_van",
    "stappen_tot_deadline",
    "tweede_jaar",
]
