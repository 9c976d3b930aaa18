"""Which tasks does one report have, how far is each, and what is needed first?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from overstap.domain.inzages.rules import Punt, mag_definitief
from overstap.domain.overdrachten.queries import Regel
from overstap.domain.overdrachten.rules import NA_DEFINITIEF, zin_ouders
from overstap.domain.rapporten.enums import Sectiestaat
from overstap.domain.rapporten.rules import Rapportstand, Sectiestand
from overstap.web.components.jinja.filters import dag
from overstap.web.po.stappen import adres

ADVIES = "schooladvies"
# Words, colour and icon of a task; "klaar" is plain, because nothing has to be done.
STAND = {
    Sectiestaat.KLAAR: ("kaal", "klaar"),
    Sectiestaat.BEZIG: ("blauw", "bezig"),
    Sectiestaat.NIET_BEGONNEN: ("grijs", "open"),
}


@dataclass(frozen=True)
class Taakgroep:
    """Tasks under one heading; `tel` says how many are ready, or is empty."""

    naam: str
    taken: tuple[dict[str, Any], ...]
    tel: str = ""


def taakgroepen(
    dossier_id: UUID,
    stand: Rapportstand,
    regel: Regel,
    bijlagen: Sequence[bool],
    punten: Sequence[Punt],
    *,
    geweigerd: int = 0,
    op_papier: int = 0,
) -> list[Taakgroep]:
    """Every task of the report, in groups. `bijlagen`: does each go along? `geweigerd`: how many were refused.
    `op_papier`: how many parents must still get the newest version on paper.
    """
    groepen: dict[str, list[Sectiestand]] = {}
    for sectie in stand.secties:
        groepen.setdefault(sectie.groep, []).append(sectie)
    gemaakt = [
        _sectiegroep(dossier_id, naam, secties) for naam, secties in groepen.items() if secties[0].sectie != ADVIES
    ]
    advies = next(sectie for sectie in stand.secties if sectie.sectie == ADVIES)
    return [
        *gemaakt,
        Taakgroep(_("Schooladvies"), (_adviestaak(dossier_id, regel), _wensentaak(dossier_id, advies))),
        Taakgroep(
            _("Ouders en bijlagen"),
            (_bijlagetaak(dossier_id, bijlagen, geweigerd), _oudertaak(dossier_id, regel, op_papier)),
        ),
        Taakgroep(
            _("Definitief en overdracht"),
            (_definitieftaak(dossier_id, regel, punten), _overdrachttaak(dossier_id, regel)),
        ),
    ]


def _sectiegroep(dossier_id: UUID, naam: str, secties: Sequence[Sectiestand]) -> Taakgroep:
    klaar = sum(sectie.staat is Sectiestaat.KLAAR for sectie in secties)
    taken = tuple(_sectietaak(dossier_id, sectie, sectie.titel, sectie.staat) for sectie in secties)
    return Taakgroep(naam, taken, _("%(klaar)s van %(totaal)s klaar") % {"klaar": klaar, "totaal": len(secties)})


def _sectietaak(dossier_id: UUID, sectie: Sectiestand, titel: str, staat: Sectiestaat) -> dict[str, Any]:
    kleur, icoon = STAND[staat]
    url = reverse("po:sectie", kwargs={"dossier_id": dossier_id, "sectie": sectie.sectie})
    return _taak(sectie.sectie, titel, _sectiehint(sectie), staat.label, kleur, icoon, url)


def _sectiehint(sectie: Sectiestand) -> str:
    open_ = list(dict.fromkeys(melding.label for melding in sectie.buiten_advies.te_doen))
    if sectie.dicht:
        return _("Niet nodig: er is geen ondersteuningsvraag")
    if not open_:
        return _("Alles is ingevuld")
    if len(open_) == 1:
        return _("Nog nodig: %(wat)s") % {"wat": open_[0]}
    meer = ngettext("%(n)s ander antwoord", "%(n)s andere antwoorden", len(open_) - 1) % {"n": len(open_) - 1}
    return _("Nog nodig: %(wat)s en %(meer)s") % {"wat": open_[0], "meer": meer}


def _wensentaak(dossier_id: UUID, sectie: Sectiestand) -> dict[str, Any]:
    open_ = sectie.buiten_advies.te_doen
    staat = Sectiestaat.KLAAR if not open_ else _begonnen(sectie)
    return _sectietaak(dossier_id, sectie, sectie.titel, staat)


def _begonnen(sectie: Sectiestand) -> Sectiestaat:
    return Sectiestaat.BEZIG if sectie.staat is not Sectiestaat.NIET_BEGONNEN else Sectiestaat.NIET_BEGONNEN


def _adviestaak(dossier_id: UUID, regel: Regel) -> dict[str, Any]:
    feiten = regel.feiten
    if feiten.moet_bijstellen:
        status = (_("Bijstellen"), "amber", "letop")
    elif feiten.definitief:
        status = (Sectiestaat.KLAAR.label, *STAND[Sectiestaat.KLAAR])
    elif feiten.voorlopig:
        status = (Sectiestaat.BEZIG.label, *STAND[Sectiestaat.BEZIG])
    else:
        status = (Sectiestaat.NIET_BEGONNEN.label, *STAND[Sectiestaat.NIET_BEGONNEN])
    return _taak(
        "advies", _("Advies en doorstroomtoets"), "".join(_adviesdelen(regel)), *status, adres("po:advies", dossier_id)
    )


def _adviesdelen(regel: Regel) -> Iterator[str]:
    feiten = regel.feiten
    if feiten.definitief:
        yield _("Definitief: %(niveau)s.") % {"niveau": feiten.definitief.label}
    elif feiten.voorlopig:
        yield _("Voorlopig: %(niveau)s.") % {"niveau": feiten.voorlopig.label}
    else:
        yield _("Nog geen advies.")
    if feiten.toets:
        yield " " + _("Toets: %(toets)s.") % {"toets": feiten.toets.label}
    elif feiten.toetsstand:
        yield " " + _("Toets: %(stand)s.") % {"stand": feiten.toetsstand.label.lower()}


def _bijlagetaak(dossier_id: UUID, bijlagen: Sequence[bool], geweigerd: int) -> dict[str, Any]:
    if geweigerd:
        hint = ngettext("%(n)s bijlage is geweigerd", "%(n)s bijlagen zijn geweigerd", geweigerd) % {"n": geweigerd}
        url = adres("po:bijlagen", dossier_id)
        return _taak("bijlagen", _("Bijlagen"), hint, _("Geweigerd"), "rood", "fout", url)
    if not bijlagen:
        return _taak(
            "bijlagen",
            _("Bijlagen"),
            _("Er zijn geen bijlagen"),
            _("Klaar"),
            "kaal",
            "klaar",
            adres("po:bijlagen", dossier_id),
        )
    hint = ngettext("%(n)s document", "%(n)s documenten", len(bijlagen)) % {"n": len(bijlagen)}
    mee = ngettext("%(n)s gaat mee naar het vo", "%(n)s gaan mee naar het vo", sum(bijlagen)) % {"n": sum(bijlagen)}
    return _taak("bijlagen", _("Bijlagen"), f"{hint}, {mee}", "", "kaal", "clip", adres("po:bijlagen", dossier_id))


def _oudertaak(dossier_id: UUID, regel: Regel, op_papier: int) -> dict[str, Any]:
    ouders = regel.feiten.ouders
    woord = zin_ouders(ouders)
    kleur = "kaal" if ouders.iedereen_antwoordde else "paars" if ouders.aangeboden else "grijs"
    icoon = "klaar" if ouders.iedereen_antwoordde else "wacht" if ouders.aangeboden else "open"
    hint = (
        _("Laatste nieuws: %(dag)s") % {"dag": dag(ouders.op)}
        if ouders.op
        else _("Ouders lezen het rapport voordat het definitief wordt")
    )
    if op_papier:
        hint = ngettext(
            "Geef de nieuwste versie op papier aan %(n)s ouder", "Geef de nieuwste versie op papier aan %(n)s ouders",
            op_papier,
        ) % {"n": op_papier}  # fmt: skip
        kleur, icoon = "amber", "letop"
    return _taak("ouders", _("Ouders laten lezen"), hint, woord, kleur, icoon, adres("po:ouders", dossier_id))


def _definitieftaak(dossier_id: UUID, regel: Regel, punten: Sequence[Punt]) -> dict[str, Any]:
    naam, url = _("Controleer en maak definitief"), adres("po:definitief", dossier_id)
    if regel.feiten.staat in NA_DEFINITIEF:
        return _taak("definitief", naam, _("Het rapport is definitief"), _("Klaar"), "kaal", "klaar", url)
    if mag_definitief(punten):
        return _taak("definitief", naam, _("Alles is in orde"), _("Kan definitief"), "groen", "open", url)
    eerst = next(punt for punt in punten if punt.blokkeert and not punt.in_orde)
    return _taak("definitief", naam, eerst.zin, _("Kan nog niet"), "grijs", "slot", url)


def _overdrachttaak(dossier_id: UUID, regel: Regel) -> dict[str, Any]:
    naam, url = _("Draag over aan de vo-school"), adres("po:overdracht", dossier_id)
    onderweg = NA_DEFINITIEF.get(regel.feiten.staat)
    if onderweg is None:
        # An aanmelding may be recorded before, and a care route can need it.
        hint = _("De aanmelding kunt u al vastleggen. Versturen kan als het rapport definitief is")
        return _taak("overdracht", naam, hint, _("Kan nog niet"), "grijs", "slot", url)
    return _taak("overdracht", naam, onderweg.wacht, "", "kaal", "pijl", url)


def _taak(id_: str, naam: str, hint: str, status: str, kleur: str, icoon: str, url: str) -> dict[str, Any]:  # noqa: PLR0917  # the columns of one row
    return {
        "id": f"taak-{id_}",
        "naam": naam,
        "hint": hint,
        "status": status,
        "kleur": kleur,
        "icoon": icoon,
        "url": url,
    }
