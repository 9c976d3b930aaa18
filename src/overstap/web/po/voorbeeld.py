"""What does a person see of a file before taking it over?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from overstap.domain.importen.snapshot import Gelezen
from overstap.domain.leerlingen.rules import gemaskeerd
from overstap.domain.rapporten.snapshot import Inhoud, Sectieweergave, weergave
from overstap.web.components.jinja.filters import datum_jaar


@dataclass(frozen=True)
class Sectiebeeld:
    """One section of the file: how much is in it, and what."""

    weergave: Sectieweergave
    aantal: int


def wie(gelezen: Gelezen) -> list[dict[str, str]]:
    """Who the file is about, in facts; the number masked."""
    inhoud = gelezen.inhoud
    laatste: dict[str, Any] = dict(
        max(inhoud.get("schoolloopbaan") or ({},), key=lambda jaar: jaar.get("schooljaar", ""))
    )
    geboren = inhoud.get("geboortedatum")
    feiten = [
        (_("Naam"), naam(inhoud)),
        (_("Geboren"), datum_jaar(geboren) if geboren else _("ontbreekt")),
        (_("Groep"), laatste.get("groepsnaam") or laatste.get("groepscode") or _("ontbreekt")),
        (_("School"), (inhoud.get("school") or {}).get("naam") or _("staat niet in het bestand")),
        (_("Nummer"), gemaskeerd(gelezen.nummer.waarde) if gelezen.nummer else _("ontbreekt")),
        (_("Bestand van"), _bron(gelezen)),
    ]
    return [{"naam": kop, "waarde": waarde} for kop, waarde in feiten]


def naam(inhoud: Inhoud) -> str:
    """The name as people say it, or a word when the file has none."""
    voor = inhoud.get("roepnaam") or " ".join(inhoud.get("voornamen") or ())
    delen = (voor, inhoud.get("voorvoegsel"), inhoud.get("achternaam"))
    return " ".join(deel for deel in delen if deel) or _("naam ontbreekt")


def secties(inhoud: Inhoud) -> list[Sectiebeeld]:
    """Every section that holds something, with how many pieces of data."""
    beelden = [Sectiebeeld(w, len({blok.veld for blok in w.blokken})) for w in weergave(inhoud, None)]
    return [beeld for beeld in beelden if beeld.aantal]


def _bron(gelezen: Gelezen) -> str:
    pakket = " ".join(deel for deel in (gelezen.pakket, gelezen.pakketversie) if deel)
    dag = datum_jaar(gelezen.datum) if gelezen.datum else _("zonder datum")
    return f"{dag}, {pakket}" if pakket else dag
