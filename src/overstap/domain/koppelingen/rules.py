"""What may a program of which organisation do and hear, how long, and what does its key look like?"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as GeenBase64
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from overstap.domain.koppelingen.enums import Bereik, Webhookgebeurtenis
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.foundation.weigering import Weigering

RECHT_VAN: dict[Bereik, Recht] = {
    Bereik.DOSSIERS_LEZEN: Recht.WERKVOORRAAD_BEKIJKEN,
    Bereik.BESTANDEN_AANLEVEREN: Recht.BESTAND_AANLEVEREN,
    Bereik.OVERDRACHTEN_OPHALEN: Recht.DOSSIER_ONTVANGEN,
    Bereik.ZAKEN_LEZEN: Recht.ZORGAANMELDING_BEKIJKEN,
    Bereik.AANTALLEN_LEZEN: Recht.VOORTGANG_TELLEN,
    Bereik.REGIO_LEZEN: Recht.REGIO_LEZEN,
    Bereik.REGIO_AANLEVEREN: Recht.REGIO_AANLEVEREN,
}
BEREIKEN: dict[str, tuple[Bereik, ...]] = {
    Organisatiesoort.PO: (Bereik.DOSSIERS_LEZEN, Bereik.BESTANDEN_AANLEVEREN),
    Organisatiesoort.VO: (Bereik.OVERDRACHTEN_OPHALEN,),
    Organisatiesoort.SWV: (Bereik.ZAKEN_LEZEN,),
    Organisatiesoort.REGIO: (Bereik.AANTALLEN_LEZEN, Bereik.REGIO_LEZEN, Bereik.REGIO_AANLEVEREN),
}
KOPPELINGEN_HOOGSTENS = 10
# The old one works until the new one does: no evening on which a supplier must be awake.
SLEUTELS_HOOGSTENS = 2
# Somebody thinks of every koppeling at least once a year.
LANGST = timedelta(days=366)
# "Last used" is for people; writing it with every request would be a write for every read.
GEBRUIK_PER = timedelta(minutes=5)
GEHEIM_BYTES = 32
_BEGIN = "overstap_"
_UUID_BYTES = 16


class KoppelingGeweigerd(Weigering):
    """This koppeling or key cannot be made (so); `zin` says what to do."""


class Sleuteldelen(NamedTuple):
    """What a key says of itself. Only `geheim` is secret; the two ids say where to look for its hash."""

    organisatie_id: UUID
    sleutel_id: UUID
    geheim: bytes


def controleer_koppeling(soort: str, bereik: Iterable[Bereik], tot: date, vandaag: date) -> None:
    """Raise `KoppelingGeweigerd` for what this kind of organisation cannot give, or for so long."""
    gekozen = set(bereik)
    if not gekozen or not gekozen <= set(BEREIKEN[soort]):
        raise KoppelingGeweigerd("Kies wat dit programma mag.", "bereik")
    if not vandaag <= tot <= vandaag + LANGST:
        raise KoppelingGeweigerd("Kies een laatste dag vanaf vandaag, hoogstens een jaar verder.", "tot")


def loopt(*, tot: date, beeindigd_op: datetime | None, at: datetime) -> bool:
    """Does a koppeling still work: not ended, and its last day is not over?"""
    return beeindigd_op is None and dag(at) <= tot


def schrijf_sleutel(delen: Sleuteldelen) -> str:
    """A key as a program sends it. It begins with a word that finds it where it should not be, such as in code."""
    ruw = delen.organisatie_id.bytes + delen.sleutel_id.bytes + delen.geheim
    return _BEGIN + urlsafe_b64encode(ruw).decode().rstrip("=")


def lees_sleutel(tekst: str) -> Sleuteldelen | None:
    """What a key says of itself, or None for any other text; it proves nothing yet."""
    inhoud = tekst.removeprefix(_BEGIN)
    if inhoud == tekst or not inhoud.isascii():
        return None
    try:
        ruw = urlsafe_b64decode(inhoud + "=" * (-len(inhoud) % 4))
    except (GeenBase64, ValueError):
        return None
    organisatie, sleutel, geheim = ruw[:_UUID_BYTES], ruw[_UUID_BYTES : 2 * _UUID_BYTES], ruw[2 * _UUID_BYTES :]
    if len(geheim) != GEHEIM_BYTES:
        return None
    delen = Sleuteldelen(UUID(bytes=organisatie), UUID(bytes=sleutel), geheim)
    return delen if schrijf_sleutel(delen) == tekst else None


def vingerafdruk(delen: Sleuteldelen) -> bytes:
    """What is kept of a key. Nobody guesses 256 bits, so it needs no slow hash; the ids tie it to its row."""
    return sha256(delen.organisatie_id.bytes + delen.sleutel_id.bytes + delen.geheim).digest()


# Of what a program hears: what it may ask about, so that a message never tells more than a key opens.
GEBEURTENISSEN: dict[Bereik, tuple[Webhookgebeurtenis, ...]] = {
    Bereik.DOSSIERS_LEZEN: (Webhookgebeurtenis.DOSSIER_OPGEHAALD,),
    Bereik.BESTANDEN_AANLEVEREN: (),
    Bereik.OVERDRACHTEN_OPHALEN: (Webhookgebeurtenis.OVERDRACHT_KLAAR, Webhookgebeurtenis.OVERDRACHT_INGETROKKEN),
    Bereik.ZAKEN_LEZEN: (Webhookgebeurtenis.ZAAK_ONTVANGEN,),
    Bereik.AANTALLEN_LEZEN: (),
    Bereik.REGIO_LEZEN: (),
    Bereik.REGIO_AANLEVEREN: (),
}
LANGSTE_ADRES = 300
# A weekend in which a server is away is no reason to stop.
STOP_NA = timedelta(days=4)
# A supplier changes a secret in working hours, somewhere in a week.
GEHEIM_LOOPT_DOOR = timedelta(days=7)
BEZORGINGEN_BEWAREN = timedelta(days=30)


def mag_bezorgen(
    *,
    verwijderd_op: datetime | None,
    gestopt_op: datetime | None,
    bezorgd_op: datetime | None,
    tot: date,
    beeindigd_op: datetime | None,
    at: datetime,
) -> bool:
    """Is there still somebody to tell, and was it not told already?"""
    weg = (verwijderd_op, gestopt_op, bezorgd_op)
    return all(een is None for een in weg) and loopt(tot=tot, beeindigd_op=beeindigd_op, at=at)
