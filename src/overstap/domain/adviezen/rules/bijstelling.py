"""Must the voorlopig advies be adjusted after the test, and which definitief adviezen are allowed then?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from overstap.domain.adviezen.enums import Bijstellingsuitkomst, Niveau, Toetsadvies
from overstap.domain.adviezen.rules.regeling import Onderwerp, regeling_op


class Oordeelsoort(StrEnum):
    """How the test result relates to the voorlopig advies."""

    GEEN_TOETS = "geen_toets"
    GELIJK_OF_LAGER = "gelijk_of_lager"
    MOET_BIJSTELLEN = "moet_bijstellen"
    PRO_INSTELLING = "pro_instelling"
    GEEN_VERGELIJKING = "geen_vergelijking"


@dataclass(frozen=True)
class Bijstellingsoordeel:
    """The outcome of comparing one voorlopig advies with one toetsadvies."""

    soort: Oordeelsoort
    voorlopig: Niveau
    toets: Toetsadvies | None

    @property
    def besluit_nodig(self) -> bool:
        """Must the school record whether it adjusts? Then an ``uitkomst`` is compulsory."""
        return self.soort in {Oordeelsoort.MOET_BIJSTELLEN, Oordeelsoort.PRO_INSTELLING}


@dataclass(frozen=True)
class Keuze:
    """One definitief advies that the school may give, with what must be recorded beside it."""

    niveau: Niveau
    uitkomst: Bijstellingsuitkomst | None
    motivatie_nodig: bool


def bijstelling_nodig(
    advies: Niveau, toets: Toetsadvies | None, op: date, *, pro_besluit_vragen: bool = True
) -> Bijstellingsoordeel:
    """Compare the voorlopig advies with the toetsadvies, under the law that holds on ``op``.

    A higher test result obliges to adjust (WPO 45d lid 2, WEC 48e lid 2), also by half a level.
    Whether that holds for pro with toetsadvies pro/vmbo-b is not settled; ``pro_besluit_vragen``
    (a setting of the region) asks for a recorded decision then, without forcing it.
    For vso and "geen specifiek advies" there is nothing to compare: for vso the TLV of the SWV leads.
    Raises ``OudeRegelingNietOndersteund`` before 1-8-2023.
    """
    regeling_op(op, Onderwerp.ZONDER_TOETS if toets is None else Onderwerp.BIJSTELLEN)
    return Bijstellingsoordeel(_soort(advies, toets, pro_besluit_vragen=pro_besluit_vragen), advies, toets)


def _soort(advies: Niveau, toets: Toetsadvies | None, *, pro_besluit_vragen: bool) -> Oordeelsoort:
    if toets is None:
        return Oordeelsoort.GEEN_TOETS
    if advies is Niveau.VSO or advies.rang is None:
        return Oordeelsoort.GEEN_VERGELIJKING
    if advies is Niveau.PRO and toets is Toetsadvies.PRO_B:
        return Oordeelsoort.PRO_INSTELLING if pro_besluit_vragen else Oordeelsoort.GELIJK_OF_LAGER
    return Oordeelsoort.MOET_BIJSTELLEN if toets.rang > advies.rang else Oordeelsoort.GELIJK_OF_LAGER


def passende_niveaus(toetsadvies: Toetsadvies, voorlopig: Niveau) -> tuple[Niveau, ...]:
    """The adviezen "in overeenstemming met" a higher toetsadvies, with the LWOO of the voorlopig advies.

    LWOO stays where DUO has the value (up to vmbo-gt) and falls away above that. A pro advies has
    no counterpart to pro/vmbo-b: the only step up within that category is vmbo-b. Empty when the
    test is not higher or cannot be compared.
    """
    if voorlopig is Niveau.VSO or voorlopig.rang is None or toetsadvies.rang <= voorlopig.rang:
        return ()
    niveau = toetsadvies.niveau or Niveau.VMBO_B
    return (_met_zelfde_lwoo(niveau, voorlopig),)


def definitieve_keuzes(oordeel: Bijstellingsoordeel) -> tuple[Keuze, ...]:
    """Every definitief advies that the law leaves open, the advised choice first.

    Without a higher test the voorlopig advies becomes definitief and nothing else is possible.
    """
    if oordeel.besluit_nodig:
        return _keuzes_na_hogere_toets(oordeel)
    if oordeel.soort is Oordeelsoort.GEEN_VERGELIJKING:
        return _vrije_keuzes(oordeel.voorlopig)
    return (Keuze(oordeel.voorlopig.huidig, None, motivatie_nodig=False),)


def _keuzes_na_hogere_toets(oordeel: Bijstellingsoordeel) -> tuple[Keuze, ...]:
    voorlopig, toets = oordeel.voorlopig, oordeel.toets
    if toets is None:
        raise ValueError("A decision on adjusting needs a toetsadvies.")
    geheel = [
        Keuze(niveau, Bijstellingsuitkomst.BIJGESTELD, motivatie_nodig=_lwoo_valt_weg(voorlopig, niveau))
        for niveau in passende_niveaus(toets, voorlopig)
    ]
    deels = [
        Keuze(niveau, Bijstellingsuitkomst.DEELS_BIJGESTELD, motivatie_nodig=True)
        for niveau in reversed(Niveau.kiesbaar())
        if _ligt_tussen(voorlopig, niveau, toets) and _met_zelfde_lwoo(niveau, voorlopig) is niveau
    ]
    niet = Keuze(voorlopig.huidig, Bijstellingsuitkomst.NIET_BIJGESTELD, motivatie_nodig=True)
    return (*geheel, *deels, niet)


def _vrije_keuzes(voorlopig: Niveau) -> tuple[Keuze, ...]:
    """Unchanged, or with reasons any advice that isn't lower."""
    anders = [
        Keuze(niveau, Bijstellingsuitkomst.BIJGESTELD, motivatie_nodig=True)
        for niveau in Niveau.kiesbaar()
        if niveau is not voorlopig and niveau.rang is not None and not niveau.lwoo
    ]
    return (Keuze(voorlopig, None, motivatie_nodig=False), *anders)


def _ligt_tussen(voorlopig: Niveau, niveau: Niveau, toets: Toetsadvies) -> bool:
    if voorlopig.rang is None or niveau.rang is None:
        return False
    return voorlopig.rang < niveau.rang < toets.rang


def _met_zelfde_lwoo(niveau: Niveau, voorlopig: Niveau) -> Niveau:
    """The level with LWOO exactly when the voorlopig advies has it and the value exists."""
    return (niveau.met_lwoo or niveau.zonder_lwoo) if voorlopig.lwoo else niveau.zonder_lwoo


def _lwoo_valt_weg(voorlopig: Niveau, niveau: Niveau) -> bool:
    """Dropping LWOO because the higher level doesn't know it must be said, never happen in silence."""
    return voorlopig.lwoo and not niveau.lwoo
