"""What does an import do with a pupil: make a dossier, renew one, or refuse?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from overstap.domain.importen.snapshot import Gelezen
from overstap.domain.rapporten.snapshot import Inhoud

BEWAARTIJD = timedelta(hours=24)


class ImportGeweigerd(Exception):
    """This file cannot be taken over; `zin` says why and what to do."""

    def __init__(self, zin: str) -> None:
        self.zin = zin
        super().__init__(zin)


def controleer_overneembaar(gelezen: Gelezen) -> None:
    """Raise `ImportGeweigerd` when the file lacks what a dossier cannot do without."""
    if not gelezen.inhoud.get("achternaam"):
        raise ImportGeweigerd(
            "De achternaam van de leerling ontbreekt. Vul die aan in uw LAS en maak het bestand opnieuw."
        )
    if not gelezen.inhoud.get("geboortedatum"):
        raise ImportGeweigerd("De geboortedatum ontbreekt. Vul die aan in uw LAS en maak het bestand opnieuw.")


def controleer_school(gelezen: Gelezen, brin: str) -> None:
    """Raise `ImportGeweigerd` when the file belongs to another school than the one that uploads it."""
    uit_bestand = (gelezen.inhoud.get("school") or {}).get("brincode", "")
    if uit_bestand and uit_bestand != brin:
        raise ImportGeweigerd(
            f"Dit bestand is van een school met BRIN {uit_bestand}. Uw school heeft BRIN {brin}. "
            "Haal het bestand op uit de administratie van uw eigen school."
        )


def controleer_zelfde_leerling(bekend: date | None, nieuw: date | None) -> None:
    """Two pupils with one number are never merged (BSN and birth date must both agree)."""
    if bekend != nieuw:
        raise ImportGeweigerd(
            "Een andere leerling van uw school heeft hetzelfde BSN of onderwijsnummer. "
            "Controleer het nummer van beide leerlingen in uw LAS. Wij voegen ze niet samen."
        )


def met_rijsleutels(inhoud: Inhoud) -> Inhoud:
    """Give every verzorger a key of its own, so that an invitation survives later changes."""
    rijen = tuple({**rij, "id": rij.get("id") or str(uuid4())} for rij in inhoud.get("verzorgers") or ())
    return inhoud.met({"verzorgers": rijen})


def met_zelfde_rijsleutels(inhoud: Inhoud, oud: Inhoud) -> Inhoud:
    """Keep the keys of verzorgers that came before: the same person has the same names and relation."""
    sleutels = {_persoon(rij): rij["id"] for rij in oud.get("verzorgers") or () if rij.get("id")}
    rijen = tuple({**rij, "id": sleutels.get(_persoon(rij), "")} for rij in inhoud.get("verzorgers") or ())
    return met_rijsleutels(inhoud.met({"verzorgers": rijen}))


def groep_van(inhoud: Inhoud) -> str:
    """The group of the newest year in the schoolloopbaan, "8" when there is none."""
    jaren = inhoud.get("schoolloopbaan") or ()
    if not jaren:
        return "8"
    laatste: Mapping[str, Any] = max(jaren, key=lambda jaar: str(jaar.get("schooljaar", "")))
    return str(laatste.get("groepscode") or laatste.get("jaargroep") or "8")[:20]


def _persoon(rij: Mapping[str, Any]) -> tuple[Any, ...]:
    return (rij.get("voornamen"), rij.get("voorletters"), rij.get("achternaam"), rij.get("relatietotkind"))
