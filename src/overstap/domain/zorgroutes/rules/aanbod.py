"""May what a school elsewhere offered be fetched, accepted or answered now, and what of it does an SWV keep?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from overstap.domain.importen.snapshot import Gelezen
from overstap.domain.overdrachten.enums import Meldstand
from overstap.domain.zorgroutes.enums import Aanbodstand, Routestaat
from overstap.domain.zorgroutes.rules.checklist import ZorgrouteGeweigerd
from overstap.domain.zorgroutes.rules.formulier import voor_swv

# So long a melding waits for somebody: longer than a summer.
WACHTTIJD = timedelta(days=90)
# More than anybody has open at once: who tells us more is not a school.
AANBIEDINGEN_HOOGSTENS = 500
_OP_TE_HALEN = {Aanbodstand.GEMELD, Aanbodstand.NIET_GELUKT}


class _Zin:
    """Why something cannot be done now; each says what to do."""

    ONDERWEG = "Overstap haalt deze zorgaanmelding al op. Ververs de bladzijde over een minuut."
    OPGEHAALD = "Deze zorgaanmelding is al opgehaald. Bekijk haar en neem haar aan, of neem haar niet aan."
    BESLIST = "U heeft over deze zorgaanmelding al gekozen. Ververs de bladzijde."
    EERST_HALEN = "Haal de zorgaanmelding eerst op. Daarna ziet u wat erin staat en kunt u kiezen."
    GEEN_BESLUIT = "Er is nog geen besluit. Neem dat eerst."
    AL_TERUG = "Het besluit is al teruggekoppeld. Dat kan één keer. Wilt u nog iets laten weten? Bel de school."


def controleer_ophalen(stand: Aanbodstand) -> None:
    """Raise `ZorgrouteGeweigerd` unless it can be fetched now."""
    if stand is Aanbodstand.ONDERWEG:
        raise ZorgrouteGeweigerd(_Zin.ONDERWEG)
    if stand not in _OP_TE_HALEN:
        raise ZorgrouteGeweigerd(_Zin.OPGEHAALD if stand is Aanbodstand.OPGEHAALD else _Zin.BESLIST)


def controleer_keuze(stand: Aanbodstand, *, zonder_bestand: bool = False) -> None:
    """Raise `ZorgrouteGeweigerd` unless somebody can still choose about it; refusing can be done unseen."""
    if stand in {Aanbodstand.AANGENOMEN, Aanbodstand.GEWEIGERD}:
        raise ZorgrouteGeweigerd(_Zin.BESLIST)
    if stand is Aanbodstand.ONDERWEG:
        raise ZorgrouteGeweigerd(_Zin.ONDERWEG)
    if stand is not Aanbodstand.OPGEHAALD and not zonder_bestand:
        raise ZorgrouteGeweigerd(_Zin.EERST_HALEN)


def controleer_terugkoppelen(staat: Routestaat, terug: Meldstand) -> None:
    """Raise `ZorgrouteGeweigerd` unless what was decided can be told now: once, also when it did not arrive."""
    if terug is not Meldstand.NIET:
        raise ZorgrouteGeweigerd(_Zin.AL_TERUG)
    if staat is not Routestaat.BESLUIT:
        raise ZorgrouteGeweigerd(_Zin.GEEN_BESLUIT)


def vervalt(gemeld_op: datetime) -> datetime:
    """Until when a melding waits about which nobody chose."""
    return gemeld_op + WACHTTIJD


def bewaren_zonder_besluit(vandaag: date) -> date:
    """Until when the report of a case stays that is not decided yet: no longer than one that is (three years)."""
    return vandaag + timedelta(days=3 * 365)


def voor_zaak(gelezen: Gelezen) -> Gelezen:
    """The same file with what a samenwerkingsverband may decide on, and the name of the school that made it."""
    school = {"school": een} if (een := gelezen.inhoud.get("school")) else {}
    return replace(gelezen, inhoud=voor_swv(gelezen.inhoud).met(school))
