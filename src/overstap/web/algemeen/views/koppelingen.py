"""Which programs may act for this organisation, with which keys, and how does that end?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from overstap.domain.koppelingen.actions import beeindig_koppeling, geef_sleutel, maak_koppeling, trek_sleutel_in
from overstap.domain.koppelingen.enums import Bereik
from overstap.domain.koppelingen.queries import koppeling_for, koppelingen_for, sleutels_for, webhook_for
from overstap.domain.koppelingen.rules import LANGST, SLEUTELS_HOOGSTENS, KoppelingGeweigerd
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.web.algemeen.forms.koppelingen import Koppelingformulier
from overstap.web.components.bevestigen import na_bevestiging
from overstap.web.components.daad import probeer
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek

if TYPE_CHECKING:
    from overstap.domain.koppelingen.models import Toegangssleutel

# What stands in the form before somebody chooses: so that a forgotten koppeling ends within the school year.
_VOORSTEL = timedelta(days=180)


@voor("po", "vo", "swv", "regio")
@require_GET
def koppelingen(request: Verzoek) -> HttpResponse:
    """List the programs."""
    request.actor.require(Recht.MEDEWERKERS_BEHEREN)
    vandaag = dag(request.nu)
    rijen = [{"k": een, "voorbij": een.tot < vandaag} for een in koppelingen_for(request.actor)]
    return render(request, "algemeen/koppelingen.html", {"rijen": rijen})


@voor("po", "vo", "swv", "regio")
@na_bevestiging()
@require_http_methods(["GET", "POST"])
def nieuw(request: Verzoek) -> HttpResponse:
    """Let a program in; its first key is made on its own page."""
    request.actor.require(Recht.MEDEWERKERS_BEHEREN)
    form = Koppelingformulier(
        request.soort, request.POST if request.method == "POST" else None, initial={"tot": dag(request.nu) + _VOORSTEL}
    )
    if request.method == "POST" and form.is_valid():
        try:
            koppeling_id = maak_koppeling(**form.cleaned_data, by=request.actor, at=request.nu)
        except KoppelingGeweigerd as reden:
            form.add_error(reden.veld or None, reden.zin)
        else:
            return Naar("algemeen:koppeling", koppeling_id=koppeling_id)
    context = {
        "form": form,
        "zinnen": {een.value: een.zin for een in Bereik},
        "langst": dag(request.nu) + LANGST,
        "fout": bool(form.errors),
    }
    return render(request, "algemeen/koppeling_nieuw.html", context, status=422 if form.errors else 200)


@voor("po", "vo", "swv", "regio")
@require_GET
def koppeling(request: Verzoek, koppeling_id: UUID) -> HttpResponse:
    """Show one program with its keys."""
    request.actor.require(Recht.MEDEWERKERS_BEHEREN)
    return _blad(request, koppeling_id)


@voor("po", "vo", "swv", "regio")
@na_bevestiging()
@require_POST
@sensitive_variables("sleutel")
def sleutel_maken(request: Verzoek, koppeling_id: UUID) -> HttpResponse:
    """Make a key and show it on this one answer: kept nowhere, so it does not wait in a session for the next page.

    Who loads this answer again sends the same form again: it knows which keys there were, and makes no other.
    """
    request.actor.require(Recht.MEDEWERKERS_BEHEREN)
    nu = _stand(sleutels_for(request.actor, koppeling_for(request.actor, koppeling_id)))
    if request.POST.get("stand", nu) != nu:
        zin = _("Deze sleutel is al gemaakt en staat hieronder. Bent u hem kwijt? Trek hem in en maak een nieuwe.")
        return _blad(request, koppeling_id, fout=zin, status=422)
    try:
        sleutel = geef_sleutel(koppeling_id=koppeling_id, by=request.actor, at=request.nu)
    except KoppelingGeweigerd as reden:
        return _blad(request, koppeling_id, fout=reden.zin, status=422)
    return _blad(request, koppeling_id, sleutel=sleutel)


@voor("po", "vo", "swv", "regio")
@require_POST
def sleutel_intrekken(request: Verzoek, koppeling_id: UUID, sleutel_id: UUID) -> HttpResponse:
    """End a key."""
    gelukt = _("Deze sleutel werkt niet meer.")
    probeer(request, trek_sleutel_in, gelukt, koppeling_id=koppeling_id, sleutel_id=sleutel_id)
    return Naar("algemeen:koppeling", koppeling_id=koppeling_id)


@voor("po", "vo", "swv", "regio")
@require_http_methods(["GET", "POST"])
def beeindigen(request: Verzoek, koppeling_id: UUID) -> HttpResponse:
    """Ask whether a program must stop, and end it."""
    request.actor.require(Recht.MEDEWERKERS_BEHEREN)
    rij = koppeling_for(request.actor, koppeling_id)
    if request.method == "POST":
        probeer(
            request, beeindig_koppeling, _("De koppeling met %(naam)s werkt niet meer.") % {"naam": rij.naam},
            koppeling_id=koppeling_id,
        )  # fmt: skip
        return Naar("algemeen:koppelingen")
    return render(request, "algemeen/koppeling_beeindigen.html", {"k": rij})


def _blad(
    request: Verzoek, koppeling_id: UUID, *, sleutel: str = "", fout: str = "", status: int = 200
) -> HttpResponse:
    rij = koppeling_for(request.actor, koppeling_id)
    sleutels = list(sleutels_for(request.actor, rij))
    voorbij = rij.tot < dag(request.nu)
    context: dict[str, Any] = {
        "k": rij,
        "voorbij": voorbij,
        "sleutels": sleutels,
        "stand": _stand(sleutels),
        "mag_erbij": not voorbij and len(sleutels) < SLEUTELS_HOOGSTENS,
        "sleutel": sleutel,
        "webhook": webhook_for(request.actor, rij),
        "zin": fout,
        "adres": f"{settings.OVERSTAP_ADRES}/api/v1/",
    }
    return render(request, "algemeen/koppeling.html", context, status=status)


def _stand(sleutels: Iterable[Toegangssleutel]) -> str:
    """Which keys there are, in a form."""
    return " ".join(sorted(str(sleutel.id) for sleutel in sleutels))


_EEN = "koppelingen/<uuid:koppeling_id>/"
paden = [
    path("koppelingen/", koppelingen, name="koppelingen"),
    path("koppelingen/nieuw/", nieuw, name="koppeling_nieuw"),
    path(_EEN, koppeling, name="koppeling"),
    path(f"{_EEN}sleutels/", sleutel_maken, name="koppeling_sleutel"),
    path(f"{_EEN}sleutels/<uuid:sleutel_id>/intrekken/", sleutel_intrekken, name="koppeling_sleutel_intrekken"),
    path(f"{_EEN}beeindigen/", beeindigen, name="koppeling_beeindigen"),
]
