"""Which attachments hang on a dossier, what are they, and which go along to the vo school?"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from overstap.domain.bijlagen.actions import bepaal_vrijgave
from overstap.domain.bijlagen.enums import Bijlagesoort, Ingreep, Scanstaat, Weigerreden
from overstap.domain.bijlagen.queries import bijlage_for, leesbaar_for, open_for, toestemmingen_for
from overstap.domain.bijlagen.rules import GRENZEN, VertrekGeweigerd, VrijgaveGeweigerd
from overstap.domain.dossiers.actions import bekeken
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.dossiers.rules import INVULBAAR, NietInvulbaar
from overstap.foundation.access import Recht
from overstap.web.components.downloads import soort, stroom
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.po.forms.bijlagen import Bijlageformulier, formulieren
from overstap.web.po.forms.velden import foutregels
from overstap.web.po.openen import Naar, getypt, open_dossier
from overstap.web.po.views import bijlage_toevoegen, bladen

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
    forms = formulieren((bijlage.rij for bijlage in leesbaar), getypt(request), toestemming)
    if request.method == "POST" and _bewaar(request, dossier_id, forms):
        messages.success(request, _("De bijlagen zijn bewaard."))
        return Naar("po:bijlagen", dossier_id=dossier_id)
    fouten = foutregels(*forms) if request.method == "POST" else []
    context = {
        "dossier": dossier,
        "bijlagen": list(zip(leesbaar, forms, strict=True)),
        "mee": sum(bijlage.rij.vrijgegeven for bijlage in leesbaar),
        "soorten": list(Bijlagesoort),
        "soort_bestand": soort,
        "bevroren": Staat(dossier.staat) not in INVULBAAR,
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
    """Give one attachment as a file to keep; never shown inside a page, because nothing scanned it."""
    request.actor.require(Recht.DOSSIER_BEKIJKEN)
    dossier = dossier_for(request.actor, dossier_id)
    gevonden = bijlage_for(request.actor, dossier, bijlage_id)
    try:
        lezer = open_for(request.actor, gevonden, slot_for(request.actor, dossier))
    except VertrekGeweigerd as fout:
        messages.info(request, fout.zin)
        return Naar("po:bijlagen", dossier_id=dossier_id)
    bekeken(dossier=dossier, wat="bijlage", by=request.actor, at=request.nu, object_id=bijlage_id)
    return stroom(lezer, gevonden.mime, "bijlage", bijlage_id)


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
        bepaal_vrijgave(
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
    *bijlage_toevoegen.paden,
    *bladen.paden,
]
