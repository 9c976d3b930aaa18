"""Pages that do one thing each, to see what happens around a view."""

from __future__ import annotations

from uuid import uuid4

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.views.decorators.http import require_POST

from overstap.config.urls import *  # noqa: F403  the real pages and the error pages
from overstap.config.urls import urlpatterns as echte
from overstap.domain.scholen.models import Organisatie, Regio
from overstap.foundation.access import GeenRecht, NietGevonden, Recht
from overstap.foundation.opslag import OpslagStoring
from overstap.foundation.rls import huidige_actor
from overstap.web.components.publiek import openbaar, voor


@voor("po", "ouder")
def wie(request: HttpRequest) -> JsonResponse:
    with connection.cursor() as cursor:
        cursor.execute("select current_setting('app.organisatie', true), current_setting('app.ouder', true)")
        organisatie, ouder = cursor.fetchone()
    return JsonResponse(
        {
            "zelfde": huidige_actor() == request.actor,
            "rol": request.actor.rol,
            "organisatie": organisatie,
            "ouder": ouder,
            "nu": request.nu.isoformat(),
        }
    )


@voor("po")
def mag_niet(request: HttpRequest) -> HttpResponse:
    Regio.objects.create(naam="Blijft niet", instellingen={})
    raise GeenRecht(Recht.RAPPORT_DEFINITIEF_MAKEN)


@voor("po")
def niet_van_u(request: HttpRequest) -> HttpResponse:
    raise NietGevonden


@voor("po")
def bestaat_niet(request: HttpRequest) -> HttpResponse:
    return HttpResponse(Organisatie.objects.get(id=uuid4()).naam)


@voor("po")
def stuk(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


@voor("po")
def zonder_opslag(request: HttpRequest) -> HttpResponse:
    Regio.objects.create(naam="Blijft niet", instellingen={})
    raise OpslagStoring


@voor("po")
def volle_database(request: HttpRequest) -> HttpResponse:
    Regio.objects.create(naam="Blijft niet", instellingen={"tekst": request.POST["tekst"]})
    with connection.cursor() as cursor:
        cursor.execute("do $$ begin raise exception using errcode = 'disk_full'; end $$")
    return HttpResponse("bewaard")


@voor("po")
@require_POST
def alleen_post(request: HttpRequest) -> HttpResponse:
    return HttpResponse("gelukt")


@voor("po")
def later_getekend(request: HttpRequest) -> TemplateResponse:
    return TemplateResponse(request, "algemeen/privacy.html")


@voor("ouder")
def voor_ouders(request: HttpRequest) -> HttpResponse:
    return HttpResponse("dag ouder")


def zegt_niets(request: HttpRequest) -> HttpResponse:
    return HttpResponse("nooit")


@openbaar
def open_(request: HttpRequest) -> HttpResponse:
    return HttpResponse("welkom")


urlpatterns = [
    *(
        path(f"proef/{view.__name__}/", view, name=view.__name__)
        for view in (
            wie,
            mag_niet,
            niet_van_u,
            bestaat_niet,
            stuk,
            zonder_opslag,
            volle_database,
            alleen_post,
            later_getekend,
            voor_ouders,
            zegt_niets,
            open_,
        )
    ),
    *echte,
]
