"""What does an import do with a pupil: make a dossier, renew one, or refuse?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from overstap.domain.importen.enums import Vraag
from overstap.domain.importen.snapshot import Gelezen
from overstap.domain.leerlingen.rules import LANGSTE_NAAM, LANGSTE_VOORVOEGSEL, Namen
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.foundation.weigering import Weigering

BEWAARTIJD = timedelta(hours=24)


class ImportGeweigerd(Weigering):
    """This file cannot be taken over; `zin` says why and what to do."""


# A pupil of these groups gets no report for the vo yet.
_TE_JONG = frozenset({"1", "2", "3", "4", "5", "6"})


def controleer_overneembaar(gelezen: Gelezen) -> None:
    """Raise `ImportGeweigerd` when the file cannot become a report of group 8, or lacks what a dossier cannot miss."""
    if gelezen.van_het_vo:
        raise ImportGeweigerd(
            "Dit bestand gaat over een leerling die al op het vo zit. Hier komt geen rapport van groep 8 uit. "
            "Maak in uw LAS een overstapdossier van basisschool naar vo (POVO)."
        )
    if (jaargroep := _jaargroep(gelezen.inhoud)) in _TE_JONG:
        raise ImportGeweigerd(
            f"Deze leerling zit volgens het bestand in groep {jaargroep}. Een rapport voor het vo maakt u in groep 8. "
            "Klopt dat niet? Verbeter de groep in uw LAS en maak het bestand opnieuw."
        )
    if not gelezen.inhoud.get("achternaam"):
        raise ImportGeweigerd(
            "De achternaam van de leerling ontbreekt. Vul die aan in uw LAS en maak het bestand opnieuw."
        )
    if not gelezen.inhoud.get("geboortedatum"):
        raise ImportGeweigerd("De geboortedatum ontbreekt. Vul die aan in uw LAS en maak het bestand opnieuw.")


def controleer_ontvangst(gelezen: Gelezen, *, als_zorg: bool = False) -> None:
    """Raise `ImportGeweigerd` when a vo school cannot take this file in: the law gives it no file meant for others.

    With `als_zorg` a samenwerkingsverband takes it in, which may not have the number of the pupil.
    """
    if als_zorg:
        _controleer_zorg(gelezen)
    elif gelezen.voor_swv:
        raise ImportGeweigerd(
            "Dit bestand is gemaakt voor het samenwerkingsverband en niet voor een school. "
            "Vraag de basisschool om een overstapdossier van basisschool naar vo (POVO)."
        )
    if not gelezen.inhoud.get("achternaam"):
        raise ImportGeweigerd("De achternaam van de leerling ontbreekt. Vraag de school om een compleet bestand.")


def _controleer_zorg(gelezen: Gelezen) -> None:
    if not gelezen.voor_swv:
        raise ImportGeweigerd(
            "Dit bestand is gemaakt voor een school en niet voor een samenwerkingsverband. "
            "Vraag de school om een dossier voor het samenwerkingsverband."
        )
    if gelezen.draagt_nummer:
        raise ImportGeweigerd(
            "In dit bestand staat een BSN of onderwijsnummer. Een samenwerkingsverband mag dat niet hebben. "
            "Vraag de school om een bestand zonder nummer."
        )


def controleer_school(gelezen: Gelezen, brin: str) -> None:
    """Raise `ImportGeweigerd` when the file belongs to another school than the one that uploads it."""
    uit_bestand = (gelezen.inhoud.get("school") or {}).get("brincode", "")
    if uit_bestand and uit_bestand != brin:
        raise ImportGeweigerd(
            f"Dit bestand is van een school met BRIN {uit_bestand}. Uw school heeft BRIN {brin}. "
            "Haal het bestand op uit de administratie van uw eigen school."
        )


def vraag_bij(bekend: date | None, nieuw: date | None, *, ander_nummer: bool) -> Vraag | None:
    """What a person must answer before what we have of a pupil is renewed: birth date and number must both agree."""
    if bekend != nieuw:
        return Vraag.GEBOORTEDATUM
    return Vraag.NUMMER if ander_nummer else None


def kenmerk_van(inhoud: Inhoud) -> str:
    """By what a pupil without a number is known again: BRIN and leerlingid; empty when one of them is missing."""
    brin, leerlingid = (inhoud.get("school") or {}).get("brincode"), inhoud.get("leerlingid")
    return f"{brin}|{leerlingid}" if brin and leerlingid else ""


def met_rijsleutels(inhoud: Inhoud) -> Inhoud:
    """Give every verzorger a key of its own, so that an invitation survives later changes."""
    rijen = tuple({**rij, "id": rij.get("id") or str(uuid4())} for rij in inhoud.get("verzorgers") or ())
    return inhoud.met({"verzorgers": rijen})


def met_zelfde_rijsleutels(inhoud: Inhoud, oud: Inhoud) -> Inhoud:
    """Keep the keys of verzorgers that came before: the same person has the same names and relation."""
    sleutels = {_persoon(rij): rij["id"] for rij in oud.get("verzorgers") or () if rij.get("id")}
    rijen = tuple({**rij, "id": sleutels.get(_persoon(rij), "")} for rij in inhoud.get("verzorgers") or ())
    return met_rijsleutels(inhoud.met({"verzorgers": rijen}))


def lijstnamen(inhoud: Inhoud) -> Namen:
    """The names for the lists, as long as a list has room for; the report keeps the whole name."""
    voornamen = inhoud.get("voornamen") or ("",)
    return Namen(
        roepnaam=(inhoud.get("roepnaam") or voornamen[0])[:LANGSTE_NAAM],
        voorvoegsel=(inhoud.get("voorvoegsel") or "")[:LANGSTE_VOORVOEGSEL],
        achternaam=inhoud["achternaam"][:LANGSTE_NAAM],
    )


def groep_van(inhoud: Inhoud) -> str:
    """The group of the newest year in the schoolloopbaan, "8" when there is none."""
    laatste = _laatste_jaar(inhoud)
    return str(laatste.get("groepscode") or laatste.get("jaargroep") or "8")[:20]


def _laatste_jaar(inhoud: Inhoud) -> Mapping[str, Any]:
    jaren: tuple[Mapping[str, Any], ...] = inhoud.get("schoolloopbaan") or ()
    return max(jaren, key=lambda jaar: str(jaar.get("schooljaar", "")), default={})


def _jaargroep(inhoud: Inhoud) -> str:
    return str(_laatste_jaar(inhoud).get("jaargroep", ""))


def _persoon(rij: Mapping[str, Any]) -> tuple[Any, ...]:
    return (rij.get("voornamen"), rij.get("voorletters"), rij.get("achternaam"), rij.get("relatietotkind"))
