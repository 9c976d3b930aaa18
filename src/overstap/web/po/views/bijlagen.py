"""Which attachments hang on a dossier, what are they, and which go along to the vo school?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from overstap.domain.bijlagen.enums import Bijlagesoort, Ingreep, Ontvanger, Scanstaat, Verboden, Weigerreden
from overstap.domain.bijlagen.queries import (
    bijlage_for,
    ingetrokken_for,
    leesbaar_for,
    open_for,
    open_om_te_tonen_for,
    toestemmingen_for,
)
from overstap.domain.bijlagen.rules import GRENZEN, VertrekGeweigerd, VrijgaveGeweigerd, toestemmingstekst
from overstap.domain.dossiers.actions import opgehaald
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.dossiers.rules import INVULBAAR, NietInvulbaar
from overstap.domain.inzages.actions.bijlagen import bepaal_bijlage
from overstap.domain.overdrachten.queries.later import Laterregel, latere_bijlagen_for
from overstap.domain.rapporten.rules.aanvullen import Aanvulstand
from overstap.domain.scholen.queries import regio_for
from overstap.foundation.access import Recht
from overstap.web.components.downloads import TOONBAAR, soort, stroom, toon, type_geven, type_openen
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.po.forms.bijlagen import Bijlageformulier, formulieren, verdwenen
from overstap.web.po.forms.velden import foutregels
from overstap.web.po.openen import Naar, open_dossier
from overstap.web.po.views import bijlage_toestemming, bijlage_toevoegen, bladen

MB = 1024 * 1024
_KLEUR = {
    Scanstaat.VEILIG: "groen",
    Scanstaat.GEWEIGERD: "rood",
    Scanstaat.WORDT_GECONTROLEERD: "grijs",
    Scanstaat.NIET_GESCAND: "",
}


@voor("po")
@require_http_methods(["GET", "POST"])
def bijlagen(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Show the attachments; say of all of them at once what they are and which go along."""
    if request.method == "POST":
        request.actor.require(Recht.BIJLAGE_VRIJGEVEN)
    dossier, slot = open_dossier(request, dossier_id, "bijlagen")
    leesbaar = leesbaar_for(request.actor, dossier, slot)
    toestemming = toestemmingen_for(request.actor, dossier, slot)
    bevroren = Staat(dossier.staat) not in INVULBAAR
    forms = formulieren((bijlage.rij for bijlage in leesbaar), getypt(request), toestemming, bevroren=bevroren)
    if request.method == "POST" and _bewaar(request, dossier_id, forms):
        messages.success(request, _("De bijlagen zijn bewaard."))
        if weg := verdwenen(request.POST, forms):
            messages.info(request, _verdwenen(weg))
        return Naar("po:bijlagen", dossier_id=dossier_id)
    fouten = foutregels(*forms) if request.method == "POST" else []
    later = any(bijlage.rij.later_bij for bijlage in leesbaar)
    regels = latere_bijlagen_for(request.actor, dossier, request.nu) if later else ()
    context = {
        "dossier": dossier,
        "bijlagen": list(zip(leesbaar, forms, strict=True)),
        "later": {regel.bijlage.id: _stand(regel) for regel in regels},
        "toonbaar": TOONBAAR,
        "tekst": partial(toestemmingstekst, voor=frozenset(Ontvanger)),
        "verboden": list(Verboden),
        "van_de_regio": _van_de_regio(request, dossier.school_id),
        "mee": sum(bijlage.rij.vrijgegeven for bijlage in leesbaar),
        "soorten": list(Bijlagesoort),
        "soort_bestand": soort,
        "bevroren": bevroren,
        "reden": NietInvulbaar.zin,
        "mag": request.actor.mag(Recht.BIJLAGE_VRIJGEVEN),
        "mag_toevoegen": request.actor.mag(Recht.BIJLAGE_TOEVOEGEN),
        "toestemming": toestemming,
        "kleur": _KLEUR,
        "ingreep": Ingreep,
        "reden_van": Weigerreden,
        "scant": bool(settings.OVERSTAP_CLAMD),
        "grenzen": {"mb": GRENZEN.per_stuk // MB, "aantal": GRENZEN.aantal, "oso": GRENZEN.oso},
        "fouten": fouten,
        "fout": bool(fouten),
    }
    return render(request, "po/bijlagen.html", context, status=422 if fouten else 200)


@voor("po")
@require_GET
def bestand(request: Verzoek, dossier_id: UUID, bijlage_id: UUID) -> HttpResponseBase:
    """Give one attachment as a file to keep."""
    return _geef(request, dossier_id, bijlage_id, open_for, stroom)


@voor("po")
@require_GET
def bekijk(request: Verzoek, dossier_id: UUID, bijlage_id: UUID) -> HttpResponseBase:
    """Show one attachment in the browser, as an answer of its own."""
    return _geef(request, dossier_id, bijlage_id, open_om_te_tonen_for, toon)


def _geef(
    request: Verzoek, dossier_id: UUID, bijlage_id: UUID, open_: type_openen, geef: type_geven
) -> HttpResponseBase:
    request.actor.require(Recht.DOSSIER_BEKIJKEN)
    dossier = dossier_for(request.actor, dossier_id)
    if ingetrokken_for(request.actor, dossier, bijlage_id):
        messages.info(request, _("Deze bijlage is intussen ingetrokken of vervangen. U kunt haar niet meer openen."))
        return Naar("po:bijlagen", dossier_id=dossier_id)
    gevonden = bijlage_for(request.actor, dossier, bijlage_id)
    try:
        lezer = open_(request.actor, gevonden, slot_for(request.actor, dossier))
    except VertrekGeweigerd as fout:
        messages.info(request, fout.zin)
        return Naar("po:bijlagen", dossier_id=dossier_id)
    opgehaald(
        dossier=dossier, wat="bijlage", versie=gevonden.bestand_id, by=request.actor, at=request.nu,
        object_id=bijlage_id,
    )  # fmt: skip
    return geef(lezer, gevonden.mime, "bijlage", bijlage_id)


def _stand(regel: Laterregel) -> str:
    """How far an attachment is that came after definitief."""
    if regel.stand is not Aanvulstand.BIJ_OUDERS:
        return regel.stand.value
    return _("De ouders kunnen dit eerst lezen. Gekeken: %(gelezen)s van %(lezers)s") % {
        "gelezen": regel.gelezen,
        "lezers": regel.lezers,
    }


def _van_de_regio(request: Verzoek, school_id: UUID) -> str:
    """The kinds that go along of themselves here, in words; empty when there are none."""
    namen = regio_for(request.actor, school_id).instellingen.get("standaard_bijlagesoorten", ())
    return ", ".join(soort.label.lower() for soort in Bijlagesoort if soort.value in namen and soort.standaard)


def _verdwenen(aantal: int) -> str:
    return ngettext(
        "%(num)s bijlage is intussen ingetrokken of vervangen. Wat u daarvoor invulde, is niet bewaard.",
        "%(num)s bijlagen zijn intussen ingetrokken of vervangen. Wat u daarvoor invulde, is niet bewaard.",
        aantal,
    ) % {"num": aantal}


def _bewaar(request: Verzoek, dossier_id: UUID, forms: Sequence[Bijlageformulier]) -> bool:
    """Whether everything is right and kept; otherwise every form says what is wrong, and nothing is kept."""
    goed = [form for form in forms if form.is_bound and form.is_valid()]
    for form in goed:
        if form.has_changed():
            _bewaar_een(request, dossier_id, form)
    return not any(form.errors for form in forms)


def _bewaar_een(request: Verzoek, dossier_id: UUID, form: Bijlageformulier) -> None:
    wat = form.cleaned_data
    try:
        bepaal_bijlage(
            dossier_id=dossier_id, bijlage_id=form.bijlage.id, soort=wat["soort"], aan=form.aan, gegeven=form.gegeven,
            besproken_op=wat["besproken_op"], by=request.actor, at=request.nu,
        )  # fmt: skip
    except VrijgaveGeweigerd as fout:
        form.add_error("instemming_op", fout.zin)
    except NietInvulbaar as fout:
        form.add_error(None, fout.zin)


paden = [
    path("dossiers/<uuid:dossier_id>/bijlagen/", bijlagen, name="bijlagen"),
    path("dossiers/<uuid:dossier_id>/bijlagen/<uuid:bijlage_id>/", bestand, name="bijlage"),
    path("dossiers/<uuid:dossier_id>/bijlagen/<uuid:bijlage_id>/bekijken/", bekijk, name="bijlage_bekijken"),
    *bijlage_toestemming.paden,
    *bijlage_toevoegen.paden,
    *bladen.paden,
]
