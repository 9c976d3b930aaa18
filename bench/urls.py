"""The addresses of the application, with empty pages to compare a real page with."""

from __future__ import annotations

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from overstap.config import urls
from overstap.web.components.publiek import voor


def _trivial(request: HttpRequest) -> None:
    with connection.cursor() as cursor:
        for _ in range(int(request.GET["n"])):
            cursor.execute("select 1")
            cursor.fetchall()


@voor("po", "regio", "swv", "vo")
def leeg(request: HttpRequest) -> HttpResponse:
    """The shell of the application with nothing in it, after `n` queries that do nothing."""
    _trivial(request)
    return render(request, "bench/leeg.html")


@voor("po", "regio", "swv", "vo")
def niets(request: HttpRequest) -> HttpResponse:
    """No page at all: three bytes, after `n` queries that do nothing."""
    _trivial(request)
    return HttpResponse("ok\n")


urlpatterns = [path("bench/leeg/", leeg), path("bench/niets/", niets), *urls.urlpatterns]
handler403, handler404, handler500 = urls.handler403, urls.handler404, urls.handler500
