"""Who did or looked at what in this dossier, when, in which function and for which organisation?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Self
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from overstap.domain.meekijken.queries import helpernamen_for
from overstap.domain.scholen.queries import collegas_for, organisatienamen_for
from overstap.foundation.access import Recht, Rol
from overstap.foundation.audit.queries import gebeurtenissen_for
from overstap.foundation.choice import Choice
from overstap.web.components.logdaden import STIL
from overstap.web.components.logzinnen import als_collega, genoemde_organisaties, logregels
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.po.openen import open_dossier

if TYPE_CHECKING:
    from overstap.foundation.audit.models import AuditEvent

PER_BLADZIJDE = 50


class Logsoort(Choice):
    """The kinds of event. Columns: key, label, how the names of those events begin (or, after a star, end)."""

    vormen: tuple[str, ...]

    KIJKEN = "kijken", "Wie keek", ("*.bekeken", "nummer.onthuld")
    OUDERS = "ouders", "Ouders", ("ouders.", "zienswijze.", "correctie.", "rapport.gezien")
    OVERDRACHT = "overdracht", "Definitief en overdracht", (
        "aanmelding.", "overdracht.", "bestanden.", "rapport.definitief", "rapport.heropend",
    )  # fmt: skip
    SCHRIJVEN = "schrijven", "Invullen en bijlagen", ("",)

    def __new__(cls, value: str, label: str = "", vormen: tuple[str, ...] = ()) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.vormen = label, vormen
        return member

    @classmethod
    def van(cls, wat: str) -> Logsoort:
        """The first kind that fits; the last fits everything."""
        return next(soort for soort in cls if any(_past(wat, vorm) for vorm in soort.vormen))


def _past(wat: str, vorm: str) -> bool:
    return wat.endswith(vorm[1:]) if vorm.startswith("*") else wat.startswith(vorm)


@voor("po")
@require_GET
def logboek(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Show the events of a dossier, newest first; `?soort=` keeps one kind."""
    request.actor.require(Recht.LOGBOEK_BEKIJKEN)
    dossier, _slot = open_dossier(request, dossier_id, "logboek")
    alle = [(Logsoort.van(g.wat), g) for g in gebeurtenissen_for(request.actor, dossier_id) if g.wat not in STIL]
    gekozen = _gekozen(request.GET.get("soort", ""))
    over = [gebeurtenis for soort, gebeurtenis in alle if gekozen in {None, soort}]
    pagina = Paginator(over, PER_BLADZIJDE).get_page(request.GET.get("pagina"))
    context = {
        "dossier": dossier,
        "pagina": pagina,
        "regels": loglijst(request, list(pagina.object_list)),
        "filters": _filters([soort for soort, _gebeurtenis in alle], gekozen),
        "adres": f"?soort={gekozen}&pagina=" if gekozen else "?pagina=",
    }
    return render(request, "po/logboek.html", context)


def _gekozen(waarde: str) -> Logsoort | None:
    try:
        return Logsoort(waarde)
    except ValueError:
        return None


def loglijst(request: Verzoek, gebeurtenissen: Sequence[AuditEvent], *, met_namen: bool = True) -> list[dict[str, Any]]:
    """Each event as a sentence, with when, the function and the organisation; what is only a step has none.

    `met_namen`: a colleague by name; who reads it from outside gets the function.
    """
    gebeurtenissen = [een for een in gebeurtenissen if een.wat not in STIL]
    wie = [g.actor_id for g in gebeurtenissen if g.actor_id] if met_namen else []
    # Who looked along is no colleague, and the school knows whom it let.
    namen = {**helpernamen_for(request.actor), **collegas_for(request.actor, wie)} if met_namen else {}
    organisaties = organisatienamen_for(request.actor, genoemde_organisaties(gebeurtenissen))
    hier, elders = als_collega(namen, organisaties), als_collega({}, organisaties)
    # Somebody who also works at another school acted there in a function, not as our colleague.
    return [
        _regel(g, hier if g.organisatie_id == request.actor.organisatie_id else elders, organisaties)
        for g in gebeurtenissen
    ]


def _regel(gebeurtenis: AuditEvent, wie: Callable[..., str], organisaties: dict[UUID, str]) -> dict[str, Any]:
    zin = logregels([gebeurtenis], wie, organisaties)[0].tekst
    plek = organisaties.get(gebeurtenis.organisatie_id, "") if gebeurtenis.organisatie_id else ""
    return {"op": gebeurtenis.op, "zin": zin, "functie": Rol(gebeurtenis.rol).label, "organisatie": plek}


def _filters(soorten: list[Logsoort], gekozen: Logsoort | None) -> list[dict[str, Any]]:
    alle = {"naam": _("Alles"), "n": len(soorten), "href": "?", "actief": gekozen is None}
    return [
        alle,
        *(
            {"naam": soort.label, "n": soorten.count(soort), "href": f"?soort={soort}", "actief": soort is gekozen}
            for soort in Logsoort
        ),
    ]


paden = [path("dossiers/<uuid:dossier_id>/logboek/", logboek, name="logboek")]
