"""Which decision can a samenwerkingsverband take on a route, and is its TLV right?"""

from __future__ import annotations

import re
from datetime import date

from overstap.domain.zorgroutes.enums import Routesoort, Uitkomst
from overstap.domain.zorgroutes.rules.routes import eindigt_in_advies, mogelijke_uitkomsten
from overstap.domain.zorgroutes.snapshot.besluit import Besluit
from overstap.foundation.weigering import Weigering

# DUO programma van eisen (BWBR0022542): 17 positions, of which the first six are the number of the SWV.
_NUMMER = re.compile(r"[A-Z]{2}\d{4}-\d{4}-\d{5}")
BEWAARJAREN = 3  # after the decision (WVO 2020 art. 2.47 lid 16)


class BesluitGeweigerd(Weigering):
    """This decision cannot be taken like this; `zin` says what to do, `veld` which question it is about."""


def controleer_besluit(
    besluit: Besluit, *, soort: Routesoort, vo_bekend: bool, swv: str, vandaag: date, ontvangen: date
) -> None:
    """Raise `BesluitGeweigerd` unless this decision can be taken on a route of this kind; `swv` is the number.

    `ontvangen` is the day on which the zorgaanmelding came in.
    """
    if besluit.uitkomst not in mogelijke_uitkomsten(soort, vo_bekend=vo_bekend):
        raise BesluitGeweigerd(_waarom_niet(besluit.uitkomst, soort, vo_bekend=vo_bekend), "uitkomst")
    if besluit.op > vandaag:
        raise BesluitGeweigerd("De dag van het besluit ligt in de toekomst. Vul de echte dag in.", "op")
    if besluit.op < ontvangen:
        raise BesluitGeweigerd("De dag van het besluit ligt voor de zorgaanmelding. Controleer de dag.", "op")
    if not besluit.toelichting.strip():
        raise BesluitGeweigerd(_TOELICHTING.get(besluit.uitkomst, "Schrijf op waarop het besluit rust."), "toelichting")
    if besluit.uitkomst is Uitkomst.TLV:
        _controleer_tlv(besluit, swv)
    else:
        _controleer_periode(besluit)


_TOELICHTING = {
    Uitkomst.AFGEWEZEN: "Schrijf op waarom u de aanvraag afwijst. De school en de ouders lezen dit.",
    Uitkomst.ADVIES: "Schrijf op wat u adviseert. De school en de ouders lezen dit.",
    Uitkomst.ARRANGEMENT: "Schrijf op welke hulp de leerling krijgt. De school en de ouders lezen dit.",
}


def _waarom_niet(uitkomst: Uitkomst, soort: Routesoort, *, vo_bekend: bool) -> str:
    if eindigt_in_advies(soort, vo_bekend=vo_bekend):
        return (
            "Er is nog geen vo-school waar de leerling is aangemeld. Alleen die school kan dit vragen. "
            "U kunt nu een advies geven."
        )
    return f"Bij {soort.label.lower()} past dit besluit niet: {uitkomst.label.lower()}. Kies een andere uitkomst."


def _controleer_tlv(besluit: Besluit, swv: str) -> None:
    if not _NUMMER.fullmatch(besluit.nummer):
        raise BesluitGeweigerd(
            f"Een TLV-nummer heeft 17 tekens: het nummer van het samenwerkingsverband, een jaar en vijf cijfers, "
            f"zoals {swv}-2027-00001.",
            "nummer",
        )
    if not besluit.nummer.startswith(f"{swv}-"):
        raise BesluitGeweigerd(f"Een TLV-nummer van uw samenwerkingsverband begint met {swv}.", "nummer")
    if besluit.categorie is None:
        raise BesluitGeweigerd("Kies de categorie van de TLV: L, M of H.", "categorie")
    if besluit.vanaf is None or besluit.tot is None:
        raise BesluitGeweigerd("Een TLV heeft een begin en een einde. Vul beide dagen in.", "vanaf")
    _controleer_periode(besluit)
    if (besluit.tot.month, besluit.tot.day) != (7, 31):
        raise BesluitGeweigerd("Een TLV eindigt op 31 juli. Kies 31 juli van het laatste schooljaar.", "tot")
    if besluit.tot < eerste_einde(besluit.vanaf):
        raise BesluitGeweigerd(
            "Een TLV geldt minstens een heel schooljaar. "
            f"Kies als einde 31 juli {eerste_einde(besluit.vanaf).year} of later.",
            "tot",
        )


def _controleer_periode(besluit: Besluit) -> None:
    if besluit.vanaf and besluit.tot and besluit.tot <= besluit.vanaf:
        raise BesluitGeweigerd(
            "De einddag ligt voor de begindag. Controleer beide dagen."
            if besluit.tot < besluit.vanaf
            else "De einddag is dezelfde als de begindag. Controleer beide dagen.",
            "tot",
        )


def eerste_einde(vanaf: date) -> date:
    """The first 31 July on which a TLV of this begin may end: at least one whole schooljaar on."""
    begin = date(vanaf.year, 8, 1)
    heel_jaar = begin if vanaf <= begin else date(vanaf.year + 1, 8, 1)
    return date(heel_jaar.year + 1, 7, 31)


def bewaren_tot(besloten: date) -> date:
    """The last day on which the samenwerkingsverband keeps its case: three years after the decision."""
    dag = 28 if (besloten.month, besloten.day) == (2, 29) else besloten.day
    return date(besloten.year + BEWAARJAREN, besloten.month, dag)
