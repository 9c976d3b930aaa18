"""What does an organisation keep here and until when, who releases what may go, and what is the proof that it went?"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from overstap.domain.bewaren.actions import (
    kies_termijnen_bij,
    stel_vernietiging_voor,
    trek_vernietiging_in,
    vraag_vernietiging_opnieuw,
    vrijgeven,
)
from overstap.domain.bewaren.enums import Bewaarsoort, Leesbaar
from overstap.domain.bewaren.queries import (
    Bewaard,
    bewaard_for,
    keuzes_for,
    kolommen_for,
    op_een_lijst_for,
    regels_for,
    vernietiging_for,
    vernietigingen_for,
)
from overstap.domain.bewaren.rules import BIJ_SOORT, TERMIJNEN, in_woorden
from overstap.domain.medewerkers.queries import bestuursscholen_for
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.queries import collegas_for
from overstap.foundation.access import Actor, Recht
from overstap.foundation.klok import dag
from overstap.foundation.weigering import Weigering
from overstap.integrations.pdf import maak_pdf
from overstap.web.algemeen.forms.bewaren import Termijnformulier
from overstap.web.algemeen.proces_verbaal import procesverbaal
from overstap.web.components.bevestigen import na_bevestiging
from overstap.web.components.daad import probeer
from overstap.web.components.downloads import download
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek, werkplekken

if TYPE_CHECKING:
    from overstap.domain.bewaren.models import Vernietiging

_LIJST, _EEN = "algemeen:bewaren", "algemeen:vernietiging"


@voor("po", "vo", "swv")
@require_GET
def bewaard(request: Verzoek) -> HttpResponse:
    """Show what is due, what is due but still runs, and when the rest follows; nothing is changed by looking."""
    request.actor.require(Recht.BEWAARTERMIJN_BEWAKEN)
    alles = bewaard_for(request.actor, dag(request.nu))
    aan_de_beurt = [een for een in alles if een.aan_de_beurt and not een.vanzelf]
    lijsten, staat_al = list(vernietigingen_for(request.actor)), op_een_lijst_for(request.actor)
    context = {
        "nu_weg": [een for een in aan_de_beurt if een.beletsel is None and een.object_id not in staat_al],
        "loopt_nog": [een for een in aan_de_beurt if een.beletsel],
        "later": _later(alles),
        "termijnen": TERMIJNEN,
        "lijsten": [{"lijst": lijst, "stand": _stand(lijst)} for lijst in lijsten],
    }
    return render(request, "algemeen/bewaren.html", context)


@voor("po", "vo", "swv")
@require_POST
def voorstellen(request: Verzoek) -> HttpResponse:
    """Propose what was ticked."""
    request.actor.require(Recht.BEWAARTERMIJN_BEWAKEN)
    gekozen = [UUID(waarde) for waarde in request.POST.getlist("object") if _is_id(waarde)]
    try:
        lijst_id = stel_vernietiging_voor(object_ids=gekozen, by=request.actor, at=request.nu)
    except Weigering as weigering:
        messages.error(request, weigering.zin)
        return Naar(_LIJST)
    messages.success(request, _("Voorgesteld. Er gaat nog niets weg: een collega moet de lijst vrijgeven."))
    return Naar(_EEN, vernietiging_id=lijst_id)


@voor("po", "vo", "swv")
@require_http_methods(["GET", "POST"])
def termijnen(request: Verzoek) -> HttpResponse:
    """Show every term with its ground and whose copy it is, and let the board choose where it may."""
    request.actor.require(Recht.BEWAARTERMIJN_BEWAKEN)
    soorten = BIJ_SOORT[Organisatiesoort(request.soort)]
    keuzes = keuzes_for(request.actor)
    gestuurd = request.POST if request.method == "POST" else None
    scholen = bestuursscholen_for(request.actor, Recht.BEWAARTERMIJN_BEWAKEN, binnen=werkplekken(request))
    form = Termijnformulier(soorten, gestuurd, scholen=scholen, initial={s.value: m for s, m in keuzes.items()})
    if request.method == "POST" and form.is_valid():
        kies_termijnen_bij(keuzes=form.gekozen, ook_bij=form.ook_bij, by=request.actor, at=request.nu)
        overal = len(form.ook_bij) + 1
        zin = ngettext("De termijnen zijn opgeslagen.", "De termijnen zijn opgeslagen bij %(n)s scholen.", overal)
        messages.success(request, zin % {"n": overal})
        return Naar("algemeen:bewaartermijnen")
    rijen = [
        {
            "termijn": TERMIJNEN[s],
            "hoe_lang": in_woorden(keuzes.get(s, TERMIJNEN[s].maanden), TERMIJNEN[s].weken)
            if s in keuzes or s is not Bewaarsoort.RAPPORT_ELDERS
            else _("niet gekozen: vijf jaar, als officieel exemplaar"),
        }
        for s in soorten
    ]
    context = {"rijen": rijen, "form": form, "fout": bool(form.errors), **_wat_blijft_waar(request.actor)}
    return render(request, "algemeen/bewaartermijnen.html", context, status=422 if form.errors else 200)


@voor("po", "vo", "swv")
@require_GET
def vernietiging(request: Verzoek, vernietiging_id: UUID) -> HttpResponse:
    """Show one list: what stands on it, who proposed and released it, and how far it is."""
    lijst = vernietiging_for(request.actor, vernietiging_id)
    wie = [een for een in (lijst.voorgesteld_door, lijst.vrijgegeven_door, lijst.ingetrokken_door) if een]
    context = {
        "lijst": lijst,
        "regels": regels_for(request.actor, lijst),
        "namen": collegas_for(request.actor, wie),
        "ik": lijst.voorgesteld_door == request.actor.id,
        "stand": _stand(lijst),
    }
    return render(request, "algemeen/vernietiging.html", context)


@voor("po", "vo", "swv")
@require_POST
@na_bevestiging()
def geef_vrij(request: Verzoek, vernietiging_id: UUID) -> HttpResponse:
    """Release a list that a colleague proposed."""
    gelukt = _("Vrijgegeven. Het vernietigen begint nu.")
    probeer(request, vrijgeven, gelukt, vernietiging_id=vernietiging_id)
    return Naar(_EEN, vernietiging_id=vernietiging_id)


@voor("po", "vo", "swv")
@require_POST
def trek_in(request: Verzoek, vernietiging_id: UUID) -> HttpResponse:
    """Take a list back."""
    probeer(request, trek_vernietiging_in, _("De lijst is ingetrokken."), vernietiging_id=vernietiging_id)
    return Naar(_EEN, vernietiging_id=vernietiging_id)


@voor("po", "vo", "swv")
@require_POST
def opnieuw(request: Verzoek, vernietiging_id: UUID) -> HttpResponse:
    """Ask the worker again."""
    probeer(request, vraag_vernietiging_opnieuw, _("Gevraagd."), vernietiging_id=vernietiging_id)
    return Naar(_EEN, vernietiging_id=vernietiging_id)


@voor("po", "vo", "swv")
@require_GET
def proces_verbaal(request: Verzoek, vernietiging_id: UUID) -> HttpResponse:
    """Give the certificate of what was destroyed as a PDF: ids and counts, nobody's name."""
    lijst = vernietiging_for(request.actor, vernietiging_id)
    blad = procesverbaal(lijst, regels_for(request.actor, lijst), request.actor.werkt_bij, at=request.nu)
    return download(maak_pdf(blad), "application/pdf", "procesverbaal", lijst.id)


def _stand(lijst: Vernietiging) -> tuple[str, str, str]:
    """How far a list is, as `m.status` shows it."""
    if lijst.ingetrokken_op:
        return _("Ingetrokken"), "grijs", "slot"
    if lijst.uitgevoerd_op:
        return _("Uitgevoerd"), "groen", "klaar"
    if lijst.vrijgegeven_op:
        return _("Wordt uitgevoerd"), "blauw", "wacht"
    return _("Wacht op een tweede persoon"), "blauw", "wacht"


def _wat_blijft_waar(actor: Actor) -> dict[str, Any]:
    """For how many weeks what was destroyed is still in a back-up, and what somebody would read there."""
    per_tabel: dict[str, list[str]] = defaultdict(list)
    kolommen = kolommen_for(actor)
    for kolom in kolommen:
        if kolom.leesbaar is Leesbaar.TEKST:
            per_tabel[kolom.tabel].append(kolom.naam)
    tel = Counter(kolom.leesbaar for kolom in kolommen)
    return {
        "weken": settings.KOPIE_WEKEN[0],
        "sleutelweken": settings.KOPIE_WEKEN[1],
        "leesbaar": [{"tabel": tabel, "kolommen": ", ".join(namen)} for tabel, namen in per_tabel.items()],
        "soorten": [{"soort": soort, "aantal": tel[soort]} for soort in Leesbaar],
    }


def _later(alles: list[Bewaard]) -> list[dict[str, Any]]:
    """What follows: how many of which kind on which day."""
    tel = Counter((een.vervalt_op, een.soort, een.vanzelf) for een in alles if not een.aan_de_beurt or een.vanzelf)
    return [
        {"op": op, "soort": soort, "vanzelf": vanzelf, "aantal": aantal}
        for (op, soort, vanzelf), aantal in sorted(tel.items())
    ]


def _is_id(waarde: str) -> bool:
    try:
        UUID(waarde)
    except ValueError:
        return False
    return True
