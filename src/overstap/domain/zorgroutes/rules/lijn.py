"""Where does a zorgaanmelding go over the line (OSO), and may the samenwerkingsverband be told of it now?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Lijnadres:
    """Between which two aanleverpunten: `kenmerk` is ours, of the school, `aanleverpunt` of the samenwerkingsverband.

    `doel_brin` is how OSO names the samenwerkingsverband; it has no BRIN of a school.
    """

    kenmerk: str
    doel_brin: str
    aanleverpunt: str


class _Zin:
    """Why a samenwerkingsverband is not told now; each says what to do."""

    BEHANDELT_NIET = "Het samenwerkingsverband behandelt deze zorgaanmelding niet meer. Er gaat niets over de lijn."
    GEEN_BESTAND = (
        "Het bestand voor het samenwerkingsverband staat nog niet klaar. Probeer het over een minuut opnieuw."
    )
    BEANTWOORD = "Het samenwerkingsverband gaf al antwoord. Bel het loket als u nog iets wilt laten weten."
    ONDERWEG = "Overstap laat dit al weten. Ververs de bladzijde over een minuut."
    NIETS_NIEUWS = "Het samenwerkingsverband weet al dat dit bestand klaarstaat."


def tegen_aanbod(
    *, in_behandeling: bool, staat_klaar: bool, beantwoord: bool, onderweg: bool, iets_nieuws: bool
) -> str:
    """The first reason not to tell, or empty. `iets_nieuws`: telling failed, or another file lies there since."""
    redenen = (
        (not in_behandeling, _Zin.BEHANDELT_NIET),
        (beantwoord, _Zin.BEANTWOORD),
        (not staat_klaar, _Zin.GEEN_BESTAND),
        (onderweg, _Zin.ONDERWEG),
        (not iets_nieuws, _Zin.NIETS_NIEUWS),
    )
    return next((zin for waar, zin in redenen if waar), "")
