"""Who may read the report, by which right, and what of it? Asked again at the moment of every act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from overstap.domain.inzages.enums import Inzagerecht
from overstap.domain.inzages.rules.termijnen import beslist_zelf

# Who has no row among the verzorgers has one fixed key per report.
INSTELLING = UUID("00000000-0000-4000-8000-000000000001")
LEERLING = UUID("00000000-0000-4000-8000-000000000002")

_VOOGD = "3"
_OUDERS = ("1", "2")
# Where somebody lives or can be reached: of the pupil it is the address of one of the parents.
_BEREIKBAAR = ("adresgeheim", "adressen", "adres_buitenland", "communicatie")


@dataclass(frozen=True)
class Gezaghebbende:
    """Somebody who may read by a right of the law. `sleutel` is the row key in `verzorgers`.

    `adresgeheim` says that nobody but the school may know where this person lives.
    """

    sleutel: UUID
    naam: str
    mail: str
    recht: Inzagerecht = Inzagerecht.GEZAG
    adresgeheim: bool = False


def gezaghebbenden(inhoud: Mapping[str, Any]) -> tuple[Gezaghebbende, ...]:
    """The parents and guardians with gezag who are alive, and the institution when that has the gezag."""
    mensen = [_verzorger(rij) for rij in _levend(inhoud) if rij.get("wettigevertegenwoordiger")]
    instelling = inhoud.get("aansprakelijke_instelling")
    if instelling and inhoud.get("verzorgers_aansprakelijk") is not True:
        mensen.append(Gezaghebbende(INSTELLING, str(instelling["naam"]), _mail(instelling), Inzagerecht.INSTELLING))
    return tuple(mensen)


def rechthebbenden(inhoud: Mapping[str, Any], op: date) -> tuple[Gezaghebbende, ...]:
    """Everybody with a right on this day, those whose answer the report waits for first.

    From 16 that is the pupil; who had the gezag then only reads along (UAVG 5). A father or mother without gezag has
    a right to information (BW 1:377c); another carer has none.
    """
    gezag = gezaghebbenden(inhoud)
    zonder = tuple(
        _verzorger(rij, Inzagerecht.ZONDER_GEZAG)
        for rij in _levend(inhoud)
        if not rij.get("wettigevertegenwoordiger") and rij.get("relatietotkind") in _OUDERS
    )
    if not beslist_zelf(inhoud, op):
        return (*gezag, *zonder)
    zelf = Gezaghebbende(LEERLING, _naam(inhoud), _mail(inhoud), Inzagerecht.LEERLING, bool(inhoud.get("adresgeheim")))
    mee = tuple(Gezaghebbende(wie.sleutel, wie.naam, wie.mail, Inzagerecht.MEELEZER, wie.adresgeheim) for wie in gezag)
    return (zelf, *mee)


def te_bieden(mensen: Iterable[Gezaghebbende]) -> int:
    """To how many of these people the report must be offered before it is definitief."""
    return sum(mens.recht.reageert for mens in mensen)


def recht_nu(
    aangeboden: Inzagerecht, *, zelf: bool, meelezen_op: date | None, zonder_gezag: bool = False
) -> Inzagerecht | None:
    """The right that an offer gives now, or None when it no longer gives any.

    `zelf` says that the pupil decides now; then the others only read along, when the pupil agreed to that on
    `meelezen_op`. `zonder_gezag` says that the report no longer gives this parent the gezag.
    """
    if aangeboden is Inzagerecht.LEERLING:
        return aangeboden
    if zelf:
        return Inzagerecht.MEELEZER if meelezen_op is not None else None
    return Inzagerecht.ZONDER_GEZAG if zonder_gezag else aangeboden


def is_zonder_gezag(inhoud: Mapping[str, Any], sleutel: UUID) -> bool:
    """Does the report no longer give this person the gezag, or no longer name this person at all?"""
    return sleutel != LEERLING and sleutel not in {wie.sleutel for wie in gezaghebbenden(inhoud)}


def krijgt_bericht(
    inhoud: Mapping[str, Any], sleutel: UUID, aangeboden: Inzagerecht, *, meelezen_op: date | None, op: date
) -> bool:
    """May a mail still go to this person on this day: does the right of the offer still hold?

    Who lost the gezag, is named no more, or may no longer read along hears nothing more of the report.
    """
    nu = {wie.sleutel: wie.recht for wie in rechthebbenden(inhoud, op)}.get(sleutel)
    if nu is Inzagerecht.MEELEZER:
        return meelezen_op is not None
    return nu is not None and (nu is not Inzagerecht.ZONDER_GEZAG or aangeboden is Inzagerecht.ZONDER_GEZAG)


def voor_ouder(
    inhoud: Mapping[str, Any], sleutel: UUID | None, recht: Inzagerecht = Inzagerecht.GEZAG
) -> dict[str, Any]:
    """The content as one person reads it: of the carers only the own row, of addresses only the own one.

    Parents who live apart may not know each other's name, address or telephone, so the pupil's own address stands
    there only when it is the reader's address too. `sleutel` is the row key of the reader; None is what every reader
    may have, such as a PDF that is made once: no carers and no addresses at all. A parent without gezag, and who is no
    carer any more, reads about the child, not how to reach it.
    """
    verzorgers = inhoud.get("verzorgers") or ()
    eigen = tuple(rij for rij in verzorgers if sleutel and rij.get("id") == str(sleutel))
    over = {naam: waarde for naam, waarde in inhoud.items() if naam not in {"verzorgers", "aansprakelijke_instelling"}}
    if sleutel == INSTELLING and inhoud.get("aansprakelijke_instelling"):
        over["aansprakelijke_instelling"] = inhoud["aansprakelijke_instelling"]
    vreemd = sleutel not in {None, LEERLING, INSTELLING} and not eigen
    if vreemd or recht is Inzagerecht.ZONDER_GEZAG:
        over = {naam: waarde for naam, waarde in over.items() if naam not in _BEREIKBAAR}
    elif sleutel not in {LEERLING, INSTELLING} and len(verzorgers) > 1:
        over = _zonder_adres_van_ander(over, verzorgers if sleutel is None else eigen, verzorgers)
    return {**over, "verzorgers": eigen} if eigen else over


def _zonder_adres_van_ander(
    inhoud: dict[str, Any], lezers: Sequence[Mapping[str, Any]], verzorgers: Iterable[Mapping[str, Any]]
) -> dict[str, Any]:
    """Take out where the pupil lives unless every reader lives there, and how another carer is reached."""
    thuis = [{_plek(adres) for adres in rij.get("adressen") or ()} for rij in lezers]
    adressen = tuple(adres for adres in inhoud.get("adressen") or () if thuis and all(_plek(adres) in t for t in thuis))
    eigen = [_nummers(rij) for rij in lezers]
    nummers = {nummer for rij in verzorgers for nummer in _nummers(rij) if not all(nummer in van for van in eigen)}
    bereikbaar = tuple(regel for regel in inhoud.get("communicatie") or () if regel.get("nummer") not in nummers)
    over = {naam: waarde for naam, waarde in inhoud.items() if naam not in _BEREIKBAAR}
    if adressen:
        over |= {"adressen": adressen, "adresgeheim": inhoud.get("adresgeheim")}
    return {**over, "communicatie": bereikbaar} if bereikbaar else over


def _nummers(rij: Mapping[str, Any]) -> set[str]:
    return {str(regel.get("nummer")) for regel in rij.get("communicatie") or ()}


def _plek(adres: Mapping[str, Any]) -> tuple[str, ...]:
    """An address so that two ways of writing the same one are equal; when in doubt they differ."""
    delen = (adres.get(deel) for deel in ("postcode", "plaats", "straat", "nummer", "toevoeging"))
    return tuple(str(deel or "").replace(" ", "").casefold() for deel in delen)


def _levend(inhoud: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [rij for rij in inhoud.get("verzorgers") or () if not rij.get("overleden")]


def _verzorger(rij: Mapping[str, Any], recht: Inzagerecht | None = None) -> Gezaghebbende:
    gewoon = Inzagerecht.VOOGD if rij.get("relatietotkind") == _VOOGD else Inzagerecht.GEZAG
    return Gezaghebbende(UUID(rij["id"]), _naam(rij), _mail(rij), recht or gewoon, bool(rij.get("adresgeheim")))


def _naam(verzorger: Mapping[str, Any]) -> str:
    voor = verzorger.get("roepnaam") or verzorger.get("voorletters") or " ".join(verzorger.get("voornamen") or ())
    return " ".join(deel for deel in (voor, verzorger.get("voorvoegsel"), verzorger.get("achternaam")) if deel)


def _mail(wie: Mapping[str, Any]) -> str:
    regels = [regel for regel in wie.get("communicatie") or () if regel.get("soort") == "e-mail"]
    return next((str(regel["nummer"]) for regel in regels if regel.get("nummer") and not regel.get("geheim")), "")
