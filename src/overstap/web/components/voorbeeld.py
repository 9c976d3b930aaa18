"""What does a person see of a file before taking it over, and how long does it wait?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from overstap.domain.importen.rules import Beeld, naam_van
from overstap.domain.rapporten.catalogue import Publiek
from overstap.domain.rapporten.snapshot import Inhoud, Sectieweergave, antwoord_bij_begin, weergave
from overstap.web.components.jinja.filters import datum_jaar


@dataclass(frozen=True)
class Sectiebeeld:
    """One section of the file: how much is in it, and what."""

    weergave: Sectieweergave
    aantal: int


def wie(beeld: Beeld) -> list[dict[str, str]]:
    """Who the file is about, in facts; the number masked."""
    inhoud = beeld.inhoud
    laatste: dict[str, Any] = dict(
        max(inhoud.get("schoolloopbaan") or ({},), key=lambda jaar: jaar.get("schooljaar", ""))
    )
    geboren = inhoud.get("geboortedatum")
    feiten = [
        (_("Naam"), naam(inhoud)),
        (_("Geboren"), datum_jaar(geboren) if geboren else _("ontbreekt")),
        (_("Groep"), laatste.get("groepsnaam") or laatste.get("groepscode") or _("ontbreekt")),
        (_("School"), (inhoud.get("school") or {}).get("naam") or _("staat niet in het bestand")),
        (_("Nummer"), beeld.nummer or _("ontbreekt")),
        (_("Bestand van"), _bron(beeld)),
    ]
    return [{"naam": kop, "waarde": waarde} for kop, waarde in feiten]


def naam(inhoud: Inhoud) -> str:
    """The name as people say it, or a word when the file has none."""
    return naam_van(inhoud) or _("naam ontbreekt")


def secties(inhoud: Inhoud, publiek: Publiek | None = None) -> list[Sectiebeeld]:
    """Every section that holds something (for one audience), with how many pieces of data."""
    # A basisschool sees that the question about support is answered by what the file tells.
    inhoud = inhoud if publiek else inhoud.met(antwoord_bij_begin(inhoud))
    beelden = [Sectiebeeld(w, len({blok.veld for blok in w.blokken})) for w in weergave(inhoud, publiek)]
    return [beeld for beeld in beelden if beeld.aantal]


def _bron(beeld: Beeld) -> str:
    dag = datum_jaar(beeld.datum) if beeld.datum else _("zonder datum")
    return f"{dag}, {beeld.pakket}" if beeld.pakket else dag


def nog(tot: datetime, nu: datetime) -> str:
    """How long something is still kept, in words."""
    minuten = max(1, int((tot - nu).total_seconds() // 60))
    if minuten < 60:
        return ngettext("nog %(n)s minuut", "nog %(n)s minuten", minuten) % {"n": minuten}
    return _("nog %(n)s uur") % {"n": minuten // 60}
