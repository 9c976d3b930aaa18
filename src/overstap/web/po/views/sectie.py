"""What does the school fill in for one section of the report?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.rules import INVULBAAR, NietInvulbaar
from overstap.domain.overdrachten.queries import regel_for
from overstap.domain.rapporten.actions import Ingehaald, sla_sectie_op
from overstap.domain.rapporten.catalogue import Catalogus, Sectie, catalogus
from overstap.domain.rapporten.catalogue.typen import Alinea
from overstap.domain.rapporten.enums import Ernst, Sectiestaat
from overstap.domain.rapporten.queries import concept_for, inhoud_for, vragen_for
from overstap.domain.rapporten.rules import (
    Opmerking,
    controleer_waarden,
    volledigheid,
    volledigheid_rapport,
)
from overstap.domain.rapporten.snapshot import Inhoud, merken, voeg_samen, weergave_sectie
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.web.components.formulier import Sectieformulier, indeling, sectieformulier
from overstap.web.components.groei import groei, treden
from overstap.web.components.jinja.filters import tijd
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.po.botsing import Botsing, begin_als_tekst, begin_uit, botsingen, gekozen
from overstap.web.po.elders import verdeel
from overstap.web.po.invoegen import Zinknop, bewaar_als_zin, met_zin, zinnen_bij
from overstap.web.po.kort_rapport import BEVESTIGD, kort
from overstap.web.po.onderdelen import VOLGENDE, VORIGE, ZONDER_OORDEEL, buren, volgende_open
from overstap.web.po.openen import Naar, open_dossier
from overstap.web.po.taken import ADVIES
from overstap.web.po.voorstel import met_voorstel

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier
    from overstap.domain.rapporten.models import Concept

# The value of `knop` with which the page saves by itself.
VANZELF = "vanzelf"
_STAAT = {Sectiestaat.KLAAR: "klaar", Sectiestaat.BEZIG: "bezig", Sectiestaat.NIET_BEGONNEN: "open"}


@voor("po")
@require_http_methods(["GET", "POST"])
def onderdeel(request: Verzoek, dossier_id: UUID, sectie: str) -> HttpResponse:
    """Show the form of a section, or save it: leaving never judges, "Klaar met dit onderdeel" does."""
    pagina = _pagina(request, dossier_id, sectie)
    if request.POST.get("knop") == VANZELF:
        return pagina.bewaar_vanzelf()
    return pagina.bewaar() if pagina.verstuurd else pagina.toon()


@voor("po")
@require_GET
def open_vragen(request: Verzoek, dossier_id: UUID, sectie: str) -> HttpResponse:
    """Show the form with what is still missing, after it was saved."""
    pagina = _pagina(request, dossier_id, sectie)
    pagina.open_vragen = True
    return pagina.toon()


def _pagina(request: Verzoek, dossier_id: UUID, sectie: str) -> _Pagina:
    if sectie not in {s.naam for s in catalogus().secties}:
        raise Http404
    if request.method == "POST":
        request.actor.require(Recht.RAPPORT_INVULLEN)
    dossier, slot = open_dossier(request, dossier_id, "dossier")
    concept = concept_for(request.actor, dossier)
    inhoud = inhoud_for(request.actor, dossier, slot, concept)
    lijst = vragen_for(request.actor, dossier, inhoud)
    return _Pagina(request, dossier, concept, lijst, lijst.sectie(sectie), inhoud)


class _Pagina:
    """One request for one section: what is stored, what was typed, and what to answer."""

    def __init__(  # noqa: PLR0917  # everything that one request needs, once
        self, request: Verzoek, dossier: Dossier, concept: Concept, lijst: Catalogus, sectie: Sectie, inhoud: Inhoud
    ) -> None:
        self.request, self.dossier, self.concept = request, dossier, concept
        self.lijst, self.sectie, self.inhoud = lijst, sectie, inhoud
        self.revisie = concept.revisie
        self.open_vragen = False
        self.begin: dict[str, str] | None = None

    def bewaar(self) -> HttpResponse:
        """Save what was typed and go where the button says. A refusal (422) saves nothing: the page keeps the text."""
        zinknop = Zinknop.uit(self.request.POST)
        getypt = met_zin(self.request, self.dossier, self.inhoud, zinknop)
        form = sectieformulier(self.sectie, self.inhoud, getypt)
        waarden = gekozen(getypt, form.waarden(), self.inhoud)
        self.begin = begin_uit(getypt)
        later = self.request.POST.get("knop") in ZONDER_OORDEEL or zinknop is not None
        if form.knop is None and (form.onleesbaar or (form.errors and not later)):
            self.revisie = _getal(self.request.POST.get("revisie", ""))
            return self.toon(form)
        try:
            self._sla_op(waarden)
        except Ingehaald as fout:
            self.revisie = fout.revisie
            # What the other wrote is known from here on; the rest is judged as before.
            self.begin = {**(self.begin or {}), **merken(fout.nu, fout.botsend)}
            return self.toon(form, bezwaar=fout.zin, anders=botsingen(fout.botsend, fout.nu, waarden))
        except NietInvulbaar as fout:
            return self.toon(form, bezwaar=fout.zin)
        if form.knop is not None:
            return self.toon(form)
        if zinknop:
            return self._na_zin(zinknop)
        return self._later() if later else self._klaar()

    def bewaar_vanzelf(self) -> JsonResponse:
        """Save what can be read while somebody types (409: not possible); the page stays and hears how it went."""
        form = sectieformulier(self.sectie, self.inhoud, self.request.POST)
        self.begin = begin_uit(self.request.POST)
        try:
            self._sla_op(form.waarden(), vanzelf=True)
        except (Ingehaald, NietInvulbaar) as fout:
            return JsonResponse({"tekst": fout.zin, "vergelijk": isinstance(fout, Ingehaald)}, status=409)
        tekst = _("Opgeslagen om %(tijd)s") % {"tijd": tijd(self.request.nu)}
        if form.onleesbaar:
            tekst = _("%(opgeslagen)s, behalve een antwoord dat nog niet klopt") % {"opgeslagen": tekst}
        opmerkingen = [asdict(opmerking) for opmerking in self._opmerkingen()]
        begin = begin_als_tekst(self.begin or {})
        return JsonResponse({"tekst": tekst, "revisie": self.revisie, "begin": begin, "opmerkingen": opmerkingen})

    def _sla_op(self, waarden: dict[str, Any], *, vanzelf: bool = False) -> None:
        self.revisie = sla_sectie_op(
            dossier_id=self.dossier.id, sectie=self.sectie.naam, waarden=waarden, vanzelf=vanzelf,
            revisie=_getal(self.request.POST.get("revisie", "")), begin=self.begin,
            by=self.request.actor, at=self.request.nu,
        )  # fmt: skip
        blijft = waarden if self.begin is None else voeg_samen(self.begin, self.inhoud, waarden).waarden
        self.inhoud = self.inhoud.met(blijft)
        # The page now knows what it sent, also where somebody else's answer stayed.
        self.begin = merken(waarden, waarden)

    def _opmerkingen(self) -> list[Opmerking]:
        """What to look at again in what is stored here: remarks, no errors; the checklist asks for them again."""
        hier = {veld.naam for veld in self.sectie.velden}
        return [o for o in controleer_waarden(self.inhoud, dag(self.request.nu), self.lijst) if o.veld in hier]

    def _mag_niet(self, opmerkingen: Sequence[Opmerking]) -> list[dict[str, str]]:
        """What stops the report here, such as a number in a text; what is missing is asked for by itself."""
        gevraagd = {melding.veld for melding in volledigheid(self.inhoud, self.sectie).ontbrekend}
        mag_niet = (o for o in opmerkingen if o.ernst is Ernst.FOUT and o.veld not in gevraagd)
        return [{"tekst": f"{o.label}: {o.zin}", "href": f"#veld-{o.veld}"} for o in mag_niet]

    def _later(self) -> HttpResponse:
        knop = self.request.POST.get("knop")
        naar = dict(zip((VORIGE, VOLGENDE), buren(self.lijst, self.sectie.naam), strict=True)).get(knop or "")
        if naar:
            return Naar("po:sectie", dossier_id=self.dossier.id, sectie=naar)
        messages.success(self.request, _("%(onderdeel)s is opgeslagen.") % {"onderdeel": self.sectie.titel})
        return Naar("po:dossier", dossier_id=self.dossier.id)

    def _na_zin(self, knop: Zinknop) -> HttpResponse:
        """Back to the question; the text is stored, with the sentence in it."""
        bewaar_als_zin(self.request, self.dossier, knop)
        antwoord = Naar("po:sectie", dossier_id=self.dossier.id, sectie=self.sectie.naam)
        antwoord["Location"] += f"#veld-{knop.invoer}"
        return antwoord

    def _klaar(self) -> HttpResponse:
        twijfel = BEVESTIGD not in self.request.POST and kort(self.sectie, self.inhoud, vraag_na=True).thuis
        open_ = volledigheid(self.inhoud, self.sectie).buiten_advies.ontbrekend
        if twijfel or open_ or self._mag_niet(self._opmerkingen()):
            # Saved, and then asked for: so that closing the page now loses nothing.
            return Naar("po:sectie_open", dossier_id=self.dossier.id, sectie=self.sectie.naam)
        volgende = volgende_open(self.inhoud, self.sectie.naam, self.lijst)
        if volgende is None:
            messages.success(self.request, _("%(onderdeel)s is klaar.") % {"onderdeel": self.sectie.titel})
            return Naar("po:dossier", dossier_id=self.dossier.id)
        tekst = _("%(onderdeel)s is klaar. Dit is het volgende onderdeel.") % {"onderdeel": self.sectie.titel}
        messages.success(self.request, tekst)
        return Naar("po:sectie", dossier_id=self.dossier.id, sectie=volgende)

    def _begin(self, form: Sectieformulier) -> str:
        """What a writer begins with: what is stored, or what a page that was refused began with."""
        if self.begin is None:
            self.begin = merken(self.inhoud, (veld.naam for veld in form.velden()))
        return begin_als_tekst(self.begin)

    def toon(
        self, form: Sectieformulier | None = None, *, bezwaar: str = "", anders: Sequence[Botsing] = ()
    ) -> HttpResponse:
        """The page; 422 when something that was sent could not stay as it is."""
        form = form or self._opgeslagen()
        opmerkingen = self._opmerkingen()
        mag_niet = self._mag_niet(opmerkingen) if self.open_vragen else []
        fouten = [*form.foutregels(), *mag_niet] if form.knop is None else []
        over_ondersteuning = kort(self.sectie, self.inhoud, vraag_na=self.open_vragen)
        if over_ondersteuning.thuis:
            fouten = [{"tekst": _("Kijk na of dit niet mee hoeft."), "href": f"#{BEVESTIGD}"}]
        if bezwaar:
            fouten = [{"tekst": bezwaar, "href": "#anders" if anders else "#inhoud"}]
        schrijft = self.request.actor.mag(Recht.RAPPORT_INVULLEN) and Staat(self.dossier.staat) in INVULBAAR
        uit_las, uit_advies, open_blokken = verdeel(indeling(form, opmerkingen)) if schrijft else ((), (), [])
        nummer = [s.naam for s in catalogus().secties].index(self.sectie.naam) + 1
        context = {
            "dossier": self.dossier,
            "naam": self.dossier.leerling.naam,
            "sectie": self.sectie,
            "nummer": nummer,
            **self._buren(),
            "delen": self._delen(),
            "blokken": open_blokken,
            "zinnen": zinnen_bij(self.request, self.dossier, [form], self.inhoud) if schrijft else None,
            "uit_las": uit_las,
            "groei": groei(self.inhoud) if self.sectie.naam == "leerresultaten" else (),
            "treden": treden(self.inhoud) if self.sectie.naam in {"leerresultaten", ADVIES} else (),
            "uit_advies": uit_advies,
            "mag_importeren": self.request.actor.mag(Recht.IMPORT_UITVOEREN),
            "lezen": weergave_sectie(self.sectie, self.inhoud.geldend(), None),
            "schrijft": schrijft,
            "kort": over_ondersteuning,
            "BEVESTIGD": BEVESTIGD,
            "vrije_tekst": any(isinstance(getattr(invoer, "soort", None), Alinea) for invoer in form.fields.values()),
            "vanzelf": VANZELF if schrijft and not anders else "",
            "revisie": self.revisie,
            "begin": self._begin(form),
            "bewaard_op": None if fouten and self.verstuurd else self.concept.bijgewerkt_op,
            "fouten": fouten,
            "fout": bool(fouten),
            "klopt_niet": bool(mag_niet) or self.verstuurd,
            "bezwaar": bezwaar,
            "anders": anders,
            "kruimels": [{
                "naam": _("Rapport van %(naam)s") % {"naam": self.dossier.leerling.naam},
                "url": reverse("po:dossier", kwargs={"dossier_id": self.dossier.id}),
            }],
        }  # fmt: skip
        return render(self.request, "po/sectie.html", context, status=422 if fouten and self.verstuurd else 200)

    @property
    def verstuurd(self) -> bool:
        """Was something sent, or is somebody only looking?"""
        return self.request.method == "POST"

    def _opgeslagen(self) -> Sectieformulier:
        if not self.open_vragen:
            vandaag = dag(self.request.nu)
            return sectieformulier(
                self.sectie, met_voorstel(self.request.actor, self.dossier, self.sectie, self.inhoud, vandaag)
            )
        form = sectieformulier(self.sectie, self.inhoud)
        return form.met_ontbrekend(volledigheid(self.inhoud, self.sectie).buiten_advies)

    def _buren(self) -> dict[str, str]:
        """The titles of the sections before and after this one."""
        titels = {sectie.naam: sectie.titel for sectie in self.lijst.secties}
        return dict(
            zip((VORIGE, VOLGENDE), (titels.get(n, "") for n in buren(self.lijst, self.sectie.naam)), strict=True)
        )

    def _delen(self) -> list[dict[str, Any]]:
        """The sections beside the form, each with how far it is."""
        bijstellen = regel_for(self.request.actor, self.dossier, self.request.nu).feiten.moet_bijstellen
        return [
            {
                "naam": stand.titel,
                "staat": "letop" if bijstellen and stand.sectie == ADVIES else _STAAT[stand.staat],
                "url": reverse("po:sectie", kwargs={"dossier_id": self.dossier.id, "sectie": stand.sectie}),
                "actief": stand.sectie == self.sectie.naam,
            }
            for stand in volledigheid_rapport(self.inhoud, self.lijst).secties
        ]


def _getal(tekst: str) -> int:
    return int(tekst) if tekst.isdecimal() and len(tekst) < 10 else -1


paden = [
    path("dossiers/<uuid:dossier_id>/onderdelen/<slug:sectie>/", onderdeel, name="sectie"),
    path("dossiers/<uuid:dossier_id>/onderdelen/<slug:sectie>/open/", open_vragen, name="sectie_open"),
]
