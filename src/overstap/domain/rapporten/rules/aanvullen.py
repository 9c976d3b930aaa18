"""What may be added to a definitive version, and when may it go to the vo school?"""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from overstap.domain.rapporten.catalogue import Catalogus, Publiek, Sectie, Veld, catalogus
from overstap.domain.rapporten.catalogue.typen import Alinea
from overstap.domain.rapporten.catalogue.veld import Categorie
from overstap.domain.rapporten.enums import Ernst
from overstap.domain.rapporten.rules.waarden import Opmerking, controleer_waarden
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.foundation.weigering import Weigering

LANGSTE_AANVULLING = 10_000
_IEDEREEN = frozenset({Publiek.VO, Publiek.OUDERS})
# Of these not every parent reads everything (`inzages.rules.voor_ouder`).
_PER_OUDER = frozenset(
    {"adresgeheim", "adressen", "adres_buitenland", "communicatie", "verzorgers", "aansprakelijke_instelling"}
)


class AanvullingGeweigerd(Weigering):
    """This cannot be added like this; `zin` says what to do, `veld` which question it is about (empty: none)."""


def aanvulbare_velden(lijst: Catalogus | None = None) -> tuple[tuple[Sectie, tuple[Veld, ...]], ...]:
    """The secties with the velden that something may be added to: what both the vo school and the parents may read.

    An aanvulling without a veld does not exist: it would have no article to rest on. Where somebody lives or can be
    reached is none either: each parent reads only the own of that, and every parent reads an aanvulling.
    """
    gevonden = ((sectie, tuple(filter(_leest_iedereen, sectie.velden))) for sectie in (lijst or catalogus()).secties)
    return tuple((sectie, velden) for sectie, velden in gevonden if velden)


def _leest_iedereen(veld: Veld) -> bool:
    # What only a vo school can tell is no question of a report that a basisschool wrote.
    van_het_vo = veld.categorie is Categorie.VO
    return veld.zichtbaar_voor >= _IEDEREEN and veld.naam not in _PER_OUDER and not van_het_vo


def aanvulbaar(naam: str, lijst: Catalogus | None = None) -> Veld | None:
    """The veld of this name, when something may be added to it."""
    return next((veld for _, velden in aanvulbare_velden(lijst) for veld in velden if veld.naam == naam), None)


def bekijk_aanvulling(veld: Veld, tekst: str, op: date) -> tuple[Opmerking, ...]:
    """What the same watch over free text says of this text as of every text in the report."""
    los = Veld(naam="aanvulling", label="Aanvulling", type=Alinea(LANGSTE_AANVULLING), grondslag=veld.grondslag)
    sectie = Sectie(naam="aanvulling", titel="Aanvulling", groep="", ouders="", velden=(los,))
    return controleer_waarden(Inhoud({"aanvulling": tekst}), op, Catalogus((sectie,)))


def controleer_aanvulling(veld: str, tekst: str, op: date) -> None:
    """Raise `AanvullingGeweigerd` for what may not be added; also asked before the writer reads it over."""
    gekozen = aanvulbaar(veld)
    if gekozen is None:
        raise AanvullingGeweigerd("Kies bij welke vraag van het rapport uw tekst hoort.", "veld")
    if not tekst.strip():
        raise AanvullingGeweigerd("Schrijf op wat u wilt aanvullen.", "tekst")
    if len(tekst) > LANGSTE_AANVULLING:
        zin = f"Maak de tekst korter: {len(tekst)} tekens, er passen er {LANGSTE_AANVULLING}."
        raise AanvullingGeweigerd(zin, "tekst")
    fout = next((o for o in bekijk_aanvulling(gekozen, tekst, op) if o.ernst is Ernst.FOUT), None)
    if fout is not None:
        raise AanvullingGeweigerd(f"{fout.zin} {fout.reden}", "tekst")


class Aanvulstand(StrEnum):
    """How far an aanvulling is; the value is for a reader of the basisschool."""

    BIJ_OUDERS = "De ouders kunnen dit lezen"
    KAN_MEE = "Kan mee naar de vo-school"
    VERSTUURD = "Verstuurd naar de vo-school"
    INGETROKKEN = "Ingetrokken"


def aanvulstand(
    *, gemaakt_op: date, gelezen: Iterable[bool], termijn_dagen: int, vandaag: date, verstuurd: bool, ingetrokken: bool
) -> Aanvulstand:
    """Parents see it before it goes: it may go once each of them read it, or their term of reaction has passed.

    `gelezen` says of each parent who may react whether this one opened it; nobody to read it is nobody who did.
    """
    if ingetrokken:
        return Aanvulstand.INGETROKKEN
    if verstuurd:
        return Aanvulstand.VERSTUURD
    lezers = tuple(gelezen)
    voorbij = vandaag > gemaakt_op + timedelta(days=termijn_dagen)
    return Aanvulstand.KAN_MEE if voorbij or (lezers and all(lezers)) else Aanvulstand.BIJ_OUDERS
