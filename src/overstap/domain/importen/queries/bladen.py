"""Whose sheet is this, by what the LAS gave us: the leerlingid, the number, or the birth date with a name?"""

from __future__ import annotations

import re
from uuid import UUID

from overstap.domain.bijlagen.enums import Koppelgrond
from overstap.domain.bijlagen.queries import LeesbaarBlad, kandidaten_for
from overstap.domain.bijlagen.rules import dagen_in, genoemd, nummers_in, type_voorstel, weeg
from overstap.domain.dossiers.queries import dossier_for, zelfde_nummer_for
from overstap.domain.importen.models import Overname
from overstap.domain.importen.queries.vergelijken import geschreven_bij
from overstap.domain.scholen.queries import organisatie_for
from overstap.foundation.access import Actor
from overstap.foundation.sleutels.kast import zoekhash

# Whole words of a name of a file, and what stands between underscores: where a leerlingid may stand. With a digit, and
# not as short as the number of a group or of a test.
_WOORD = re.compile(r"(?=[A-Za-z.-]*[0-9])[0-9A-Za-z][0-9A-Za-z.-]{2,38}[0-9A-Za-z]")
_MEESTE = 20


def leerling_in_naam_for(actor: Actor, bestandsnaam: str) -> UUID | None:
    """The dossier whose leerlingid is a word of this name and no other's; None when there is none or more than one."""
    stam = bestandsnaam.rpartition(".")[0] or bestandsnaam
    woorden = list(dict.fromkeys(_WOORD.findall(stam.replace("_", " "))))[:_MEESTE]
    brin = organisatie_for(actor).brin
    hashes = [zoekhash(actor.werkt_bij, f"{brin}|{woord}") for woord in woorden]
    rijen = Overname.objects.filter(school_id=actor.werkt_bij, kenmerk__in=hashes).order_by("-dossier__schooljaar")
    gevonden = list(rijen.values_list("dossier_id", "kenmerk", "dossier__schooljaar"))
    laatste = [dossier_id for dossier_id, _kenmerk, schooljaar in gevonden if schooljaar == gevonden[0][2]]
    # Two of one year share a leerlingid when a person said that they are two pupils.
    return laatste[0] if len({bytes(kenmerk or b"") for _, kenmerk, _ in gevonden}) == 1 and len(laatste) == 1 else None


def voorstel_na_lezen_for(actor: Actor, blad: LeesbaarBlad, tekst: str) -> type_voorstel:
    """Whose sheet it seems to be now that its first page was read: by number, or by name and birth date together."""
    kandidaten = kandidaten_for(actor)
    mag = {kandidaat.dossier_id for kandidaat in kandidaten}
    gevonden = (zelfde_nummer_for(actor, nummer) for nummer in nummers_in(tekst))
    op_nummer = {dossier.id for dossier in gevonden if dossier is not None} & mag
    dagen = dagen_in(tekst)
    # Only of who is named there: a birth date lies encrypted, and a page holds many dates.
    namen = genoemd(f"{blad.bestandsnaam} {tekst}", kandidaten)[:_MEESTE] if dagen else []
    op_geboorte = {naam.dossier_id for naam in namen if _geboren(actor, naam.dossier_id) in dagen}
    return weeg((blad.rij.voorstel_id, Koppelgrond(blad.rij.grond)), op_nummer, op_geboorte)


def _geboren(actor: Actor, dossier_id: UUID) -> object:
    return geschreven_bij(actor, dossier_for(actor, dossier_id)).get("geboortedatum")
