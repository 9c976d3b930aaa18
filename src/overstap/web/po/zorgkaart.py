"""How does the page of a care route show its steps, its tasks and its decision?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from overstap.domain.zorgroutes.enums import Routestaat
from overstap.domain.zorgroutes.rules import KOLOMMEN, WET
from overstap.domain.zorgroutes.rules.checklist import Zorgpuntcode
from overstap.web.components.jinja.filters import datum_jaar

if TYPE_CHECKING:
    from overstap.domain.zorgroutes.queries import Zorgblad
    from overstap.domain.zorgroutes.snapshot import Besluit

# The points of the checklist that each task settles.
_PUNTEN = {
    "zorgroute_hulpvraag": {Zorgpuntcode.HULPVRAAG, Zorgpuntcode.MOTIVATIE},
    "zorgroute_drempelonderzoek": {Zorgpuntcode.DREMPELONDERZOEK},
    "zorgroute_gehoord": {Zorgpuntcode.GEHOORD, Zorgpuntcode.HANDELINGSDEEL},
    "zorgroute_ouders": {Zorgpuntcode.ZIENSWIJZE, Zorgpuntcode.INGELICHT},
}


def routestappen(blad: Zorgblad) -> list[dict[str, str]]:
    """The preparation and then the stages of the samenwerkingsverband: behind us, here, still to come.

    Five at most, for more do not fit on a telephone: the preparation goes when it is sent, and what follows the
    decision comes when it is.
    """
    voorbereiden = (_("Voorbereiden"), frozenset({Routestaat.IN_VOORBEREIDING}))
    fasen = [voorbereiden, *KOLOMMEN[:-1]] if blad.staat is Routestaat.IN_VOORBEREIDING else list(KOLOMMEN)
    if not blad.inrichting.commissie:
        fasen = [(naam, staten) for naam, staten in fasen if Routestaat.IN_COMMISSIE not in staten]
    hier = next((plek for plek, (_naam, staten) in enumerate(fasen) if blad.staat in staten), -1)
    if blad.staat is Routestaat.TERUGGEKOPPELD:
        return [{"naam": naam, "staat": "klaar"} for naam, _staten in fasen]
    return [
        {"naam": naam, "staat": "klaar" if plek < hier else "nu" if plek == hier else "straks"}
        for plek, (naam, _staten) in enumerate(fasen)
    ]


def taken(blad: Zorgblad) -> list[dict[str, Any]]:
    """What the school still prepares, as a task list."""
    wet = WET[blad.soort]
    lijst = [
        _taak(blad, "zorgroute_hulpvraag", _("Vraag en motivatie"), _("Wat u vraagt, en waarom deze route past")),
        _taak(blad, "zorgroute_gehoord", _("De leerling en het handelingsdeel"), _("Wat de leerling zelf vindt")),
        _taak(
            blad,
            "zorgroute_ouders",
            _("De ouders"),
            _("Hun zienswijze, en dat zij weten wat er gaat") if wet.zienswijze else _("Dat zij weten wat er gaat"),
        ),
    ]
    if wet.drempelonderzoek:
        tekst = _("IQ, DLE en DL, en wat de criteria zeggen")
        lijst.insert(1, _taak(blad, "zorgroute_drempelonderzoek", _("Drempelonderzoek"), tekst))
    return [*lijst, _bijlagetaak(blad)]


def _taak(blad: Zorgblad, naam: str, titel: str, hint: str) -> dict[str, Any]:
    eigen = [punt for punt in blad.punten if punt.blokkeert and punt.code in _PUNTEN[naam]]
    goed = sum(punt.in_orde for punt in eigen)
    if goed == len(eigen):
        status = (_("Klaar"), "kaal", "klaar")
    else:
        status = (_("Bezig"), "blauw", "bezig") if goed else (_("Nog niet begonnen"), "grijs", "open")
    return _rij(naam, titel, hint, status, reverse(f"po:{naam}", kwargs={"route_id": blad.route.id}))


def _bijlagetaak(blad: Zorgblad) -> dict[str, Any]:
    codes = {Zorgpuntcode.GROEIDOCUMENT, Zorgpuntcode.BIJLAGEN}
    goed = all(punt.in_orde for punt in blad.punten if punt.code in codes)
    status = (_("Klaar"), "kaal", "klaar") if goed else (_("Nog te doen"), "grijs", "open")
    url = reverse("po:bijlagen", kwargs={"dossier_id": blad.route.dossier_id})
    return _rij("bijlagen", _("Groeidocument of OPP"), _("En wat u verder meestuurt"), status, url)


def _rij(naam: str, titel: str, hint: str, status: tuple[str, str, str], url: str) -> dict[str, Any]:
    tekst, kleur, icoon = status
    return {
        "id": f"taak-{naam}", "naam": titel, "hint": hint, "status": tekst, "kleur": kleur, "icoon": icoon, "url": url,
    }  # fmt: skip


def besluitregels(besluit: Besluit) -> list[dict[str, str]]:
    """The decision in pairs, for the macro `feiten`."""
    regels = [(_("Besluit"), besluit.uitkomst.label), (_("Genomen op"), datum_jaar(besluit.op))]
    if besluit.nummer:
        regels.append((_("Nummer"), besluit.nummer))
    if besluit.categorie:
        regels.append((_("Categorie"), besluit.categorie.label))
    if besluit.vanaf:
        regels.append((_("Geldt vanaf"), datum_jaar(besluit.vanaf)))
    if besluit.tot:
        regels.append((_("Geldt tot en met"), datum_jaar(besluit.tot)))
    return [{"naam": naam, "waarde": waarde} for naam, waarde in [*regels, (_("Toelichting"), besluit.toelichting)]]
