"""What does every view know about the request before it begins? `ActorMiddleware` fills this in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest, QueryDict

from overstap.foundation.access import Actor

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from overstap.domain.meekijken.models import Meekijktoestemming
    from overstap.domain.scholen.models import Aanstelling, Organisatie


class OpenVerzoek(HttpRequest):
    """A request of anybody: of a page marked `openbaar` or `ingelogd`, an error page, or one still being checked.

    `nu` is its one clock, `aanstellingen` are all running roles of this colleague and `aanstelling` the one chosen
    for now; `soort` is the kind of its organisation, or "ouder". `oefenplekken` are as whom this colleague may
    practise, and `oefening` is whether somebody does. `meekijken` is the consent by which a helper looks along at
    `organisatie`, `uitgekeken` that one ended since the page before.
    """

    nu: datetime
    actor: Actor | None
    soort: str | None
    aanstellingen: list[Aanstelling]
    oefenplekken: list[Aanstelling]
    oefening: bool
    aanstelling: Aanstelling | None
    organisatie: Organisatie | None
    meekijken: Meekijktoestemming | None
    uitgekeken: bool


class Verzoek(OpenVerzoek):
    """A request of a page marked `voor(…)`: the middleware lets it through only with an actor."""

    actor: Actor
    soort: str


def getypt(request: OpenVerzoek) -> QueryDict | None:
    """What was sent with a form, also when that is nothing at all; None when the form is only shown."""
    return request.POST if request.method == "POST" else None


def werkplekken(request: Verzoek) -> frozenset[UUID]:
    """The organisations that this session reaches: of whoever came in with the login service of one, that one only."""
    return frozenset(een.organisatie_id for een in request.aanstellingen)
