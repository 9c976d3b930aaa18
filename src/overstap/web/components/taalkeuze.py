"""In which language does this reader see the page? Parents choose; everybody else reads Dutch.

`?taal=ar` behind any address of the parents' pages chooses, also before the code is typed. A cookie keeps the choice:
two letters, nothing about a person. Without a choice the language of the browser is the first guess. What a parent
who is inside chose is remembered with that parent (`web/ouders/taal.py`), and goes before what this device keeps.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation

from overstap.web.components.menu import publiek
from overstap.web.components.talen import NEDERLANDS, TALEN, Taal

VRAAG = "taal"
_EIGEN = "overstap_eigen_taal"
# From the invitation until after the summer.
_BEWAARTIJD = 300 * 24 * 60 * 60
_OP_CODE = {taal.code: taal for taal in TALEN}


class Taalkeuze:
    """Give every request its language."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        taal = _taal_van(request)
        with translation.override(taal.code):
            response = self.get_response(request)
        eigen = getattr(request, _EIGEN, None)
        response.headers.setdefault("Content-Language", (eigen or taal).code)
        if eigen and request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) != eigen.code:
            _onthoud(response, eigen)
        elif not eigen and gevraagde_taal(request) == taal.code:
            _onthoud(response, taal)
        return response


def spreek(request: HttpRequest, code: str) -> None:
    """From here on this answer is in the language that its reader chose, and so is what this device opens next."""
    setattr(request, _EIGEN, _OP_CODE[code])
    translation.activate(code)


def gevraagde_taal(request: HttpRequest) -> str:
    """The code of the language that the address asks for, on the parents' pages; empty for none of ours."""
    gevraagd = request.GET.get(VRAAG, "") if voor_ouders(request) else ""
    return gevraagd if gevraagd in _OP_CODE else ""


def taal() -> Taal:
    """The language in which the page is being drawn."""
    return _OP_CODE.get(translation.get_language() or "", NEDERLANDS)


def taalkeuzes(request: HttpRequest) -> list[dict[str, Any]]:
    """The links of the language menu: the same page in each language; empty where no choice is given."""
    if not voor_ouders(request):
        return []
    vragen, nu = request.GET.copy(), taal()
    keuzes = []
    for keuze in TALEN:
        vragen[VRAAG] = keuze.code
        keuzes.append({"taal": keuze, "vraag": f"?{vragen.urlencode()}", "actief": keuze == nu})
    return keuzes


def voor_ouders(request: HttpRequest) -> bool:
    """Is this one of the parents' pages, or a wrong address among them?"""
    return request.path_info.startswith(_map())


def _map() -> str:
    van = publiek("ouder")
    assert van, "de map van ouders heeft een menu"
    return reverse(van.inloggen)


def _taal_van(request: HttpRequest) -> Taal:
    if not voor_ouders(request):
        return NEDERLANDS
    gekozen = _OP_CODE.get(gevraagde_taal(request))
    return gekozen or _OP_CODE.get(translation.get_language_from_request(request), NEDERLANDS)


def _onthoud(response: HttpResponse, taal: Taal) -> None:
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, taal.code, max_age=_BEWAARTIJD, path=_map(),
        httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip
