"""In which language does this parent read, by an own choice here or before? Never guessed, never told to the school."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID

from overstap.domain.mailkeuzes.actions import kies_mail
from overstap.domain.mailkeuzes.queries import mailkeuze_for
from overstap.foundation.access import Actor, NietGevonden, Rol
from overstap.foundation.rls import als
from overstap.web.components.taalkeuze import gevraagde_taal, spreek
from overstap.web.components.talen import NEDERLANDS
from overstap.web.components.verzoek import OpenVerzoek, Verzoek


def lees_in_eigen_taal(request: Verzoek) -> None:
    """Read on in the language that this parent chose before, unless the address asks for one."""
    if not gevraagde_taal(request) and (eigen := mailkeuze_for(request.actor).taal) != NEDERLANDS.code:
        spreek(request, eigen)


def onthoud_taal(request: Verzoek) -> None:
    """Keep the language that this parent chose with this request, if any; last, as all parents share one log of it."""
    if taal := _zelf_gekozen(request):
        kies_mail(taal=taal, by=request.actor, at=request.nu)


def onthoud_taal_van(request: OpenVerzoek, ouder_id: UUID) -> None:
    """Keep the language in which this parent came in with the code, when it was chosen; nothing once access ended."""
    if taal := _zelf_gekozen(request):
        with suppress(NietGevonden), als(Actor(rol=Rol.OUDER, id=ouder_id)) as ouder:
            kies_mail(taal=taal, by=ouder, at=request.nu)


def _zelf_gekozen(request: OpenVerzoek) -> str:
    """The language asked for by who reads; a link on somebody else's site chooses nothing for a parent who is in."""
    elders = request.headers.get("Sec-Fetch-Site") == "cross-site"
    return "" if elders else gevraagde_taal(request)
