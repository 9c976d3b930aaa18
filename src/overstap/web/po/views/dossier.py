"""How far is the report of one pupil, who can see it, and what is next?"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from overstap.domain.adviezen.rules import zin
from overstap.domain.dossiers.actions import onthul_nummer
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import beperking_for, nummer_gemaskeerd_for
from overstap.domain.inzages.queries import checklist_for, nog_op_papier_for
from overstap.domain.overdrachten.queries import Regel, regel_for
from overstap.domain.plaatsingen.queries import dossiers_met_vraag_for, plaatsingen_van_for
from overstap.domain.rapporten.catalogue import Catalogus
from overstap.domain.rapporten.queries import catalogus_for, rapport_nu_for
from overstap.domain.rapporten.rules import Rapportstand, volledigheid_rapport
from overstap.domain.scholen.rules import dagen_tot, tweede_jaar
from overstap.domain.zorgroutes.queries import lopende_for
from overstap.foundation.access import Actor, Recht, Rol
from overstap.foundation.klok import dag
from overstap.web.components.bevestigen import na_bevestiging
from overstap.web.components.kalender import stappen
from overstap.web.components.meekijken import meekijkbaar
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.po.onderdelen import open_hier
from overstap.web.po.openen import open_dossier
from overstap.web.po.stand import stand_van_het_rapport
from overstap.web.po.stappen import adres, fasen, stap
from overstap.web.po.taken import taakgroepen
from overstap.web.po.toegang import wie_ziet
from overstap.web.po.wijzigingen import laatste_regels

_HOEVEEL_LOG = 5


@voor("po")
@meekijkbaar
@require_GET
def dossier(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Show the tasks of the report; to who looks along only how far it is."""
    if request.meekijken:
        return stand_van_het_rapport(request, dossier_id)
    return _pagina(request, dossier_id, "")


@voor("po")
@require_POST
@na_bevestiging()
def nummer(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Show the same page with the whole number, this once, and write down that it was shown."""
    heel = onthul_nummer(dossier_id=dossier_id, by=request.actor, at=request.nu)
    return _pagina(request, dossier_id, heel)


def _pagina(request: Verzoek, dossier_id: UUID, heel_nummer: str) -> HttpResponse:
    gevonden, slot = open_dossier(request, dossier_id, "dossier")
    actor, nu = request.actor, request.nu
    rapport = rapport_nu_for(actor, gevonden, slot)
    inhoud = rapport.inhoud
    lijst = catalogus_for(actor, gevonden)
    stand = volledigheid_rapport(inhoud, lijst)
    regel = regel_for(actor, gevonden, nu)
    bijstellen = _bijstellen(regel)
    rijen = [bijlage.rij for bijlage in rapport.bijlagen]
    bijlagen = [bijlage.vrijgegeven for bijlage in rijen]
    geweigerd = sum(bool(bijlage.weigerreden) for bijlage in rijen)
    context = {
        "dossier": gevonden,
        "naam": gevonden.leerling.naam,
        "sub": _sub(gevonden.groep, inhoud.get("geboortedatum"), gevonden.schooljaar, nu),
        "stappen": fasen(Staat(gevonden.staat)),
        "bijstellen": bijstellen,
        "groepen": taakgroepen(
            dossier_id, stand, regel, bijlagen, checklist_for(actor, gevonden, slot, nu, rapport), geweigerd=geweigerd,
            op_papier=len(nog_op_papier_for(actor, gevonden, inhoud, dag(nu))),
        ),
        "feiten": regel.feiten,
        "beperking": beperking_for(actor, gevonden),
        "plaatsingen": plaatsingen_van_for(actor, [dossier_id]).get(dossier_id, []),
        "vragen": dossiers_met_vraag_for(actor).get(dossier_id, 0),
        "deadline": _deadline(request, gevonden.schooljaar),
        "verder": None if bijstellen else _verder(request, regel, stand, lijst),
        "wie": wie_ziet(actor, gevonden),
        "zorgroute": lopende_for(actor, gevonden),
        "log": laatste_regels(actor, gevonden, nu, _HOEVEEL_LOG),
        "nummer": heel_nummer or nummer_gemaskeerd_for(actor, gevonden, slot),
        "onthuld": bool(heel_nummer),
        "mag_onthullen": actor.mag(Recht.NUMMER_ONTHULLEN),
        "ouderversie": adres("po:ouderversie", dossier_id),
        "logboek": adres("po:logboek", dossier_id),
        "kruimels": [_terug(actor, gevonden.groep)],
    }  # fmt: skip
    return render(request, "po/dossier.html", context)


def _terug(actor: Actor, groep: str) -> dict[str, str]:
    """To the list of the group; a guest has no list."""
    if actor.rol is Rol.GAST:
        return {"naam": _("Uw uitnodiging"), "url": reverse("po:gast")}
    return {
        "naam": _("Werkvoorraad groep %(groep)s") % {"groep": groep},
        "url": f"{reverse('po:werkvoorraad')}?groep={groep}",
    }


def _sub(groep: str, geboren: Any, schooljaar: str, nu: datetime) -> str:
    delen = [_("Groep %(groep)s") % {"groep": groep}]
    if geboren:
        vandaag = dag(nu)
        jaren = vandaag.year - geboren.year - ((vandaag.month, vandaag.day) < (geboren.month, geboren.day))
        delen.append(_("%(n)s jaar") % {"n": jaren})
    jaar = tweede_jaar(schooljaar)
    delen.append(_("naar het voortgezet onderwijs in %(jaar)s") % {"jaar": f"{jaar}-{jaar + 1}"})
    return " · ".join(delen)


def _bijstellen(regel: Regel) -> dict[str, str] | None:
    """The one amber thing: a test that came out higher than the advice."""
    feiten = regel.feiten
    if not feiten.moet_bijstellen or feiten.oordeel is None or feiten.voorlopig is None or feiten.toets is None:
        return None
    kop, _punt, rest = zin(feiten.oordeel, regel.roepnaam).partition(". ")
    return {"advies": feiten.voorlopig.label, "toets": feiten.toets.label, "kop": kop, "zin": rest}


def _deadline(request: Verzoek, schooljaar: str) -> dict[str, Any]:
    vandaag = dag(request.nu)
    uiterlijk = next(
        s.tot for s in stappen(request.actor, request.soort, schooljaar, vandaag) if s.sleutel == "definitief"
    )
    return {"dag": uiterlijk, "dagen": dagen_tot(uiterlijk, vandaag)}


def _verder(request: Verzoek, regel: Regel, stand: Rapportstand, lijst: Catalogus) -> dict[str, Any] | None:
    """The one main button: the first section in which something is to be filled in, or else the next step.

    `alles` leads to every open question on one page.
    """
    per_sectie = [(s, len(open_hier(s, lijst))) for s in stand.secties]
    open_ = [(s, aantal) for s, aantal in per_sectie if aantal]
    if open_ and request.actor.mag(Recht.RAPPORT_INVULLEN) and regel.volgende in {"begin", "vul_in"}:
        eerst = open_[0][0]
        href = reverse("po:sectie", kwargs={"dossier_id": regel.dossier_id, "sectie": eerst.sectie})
        alles = {"n": sum(aantal for _s, aantal in open_), "href": adres("po:openstaand", regel.dossier_id)}
        return {
            "tekst": _("Ga verder met %(onderdeel)s") % {"onderdeel": eerst.titel},
            "href": href,
            "alles": alles,
        }
    woorden, href = stap(request.actor, regel)
    return {"tekst": woorden, "href": href} if href and not href.endswith(f"{regel.dossier_id}/") else None


paden = [
    path("dossiers/<uuid:dossier_id>/", dossier, name="dossier"),
    path("dossiers/<uuid:dossier_id>/nummer/", nummer, name="nummer"),
]
