"""With which keys does somebody try the API on the demo region? They open nothing but invented pupils."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from django.conf import settings
from django.utils.crypto import salted_hmac

from overstap.domain.koppelingen.queries import koppelingen_for, sleutels_for
from overstap.domain.koppelingen.rules import Sleuteldelen, schrijf_sleutel, vingerafdruk
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.queries import organisaties_for
from overstap.foundation.access import SYSTEEM, Actor, Rol
from overstap.foundation.rls import als

NAAM = "Proefprogramma"


class Proefsleutel(NamedTuple):
    """The key of one organisation of the demo."""

    organisatie: str
    soort: str
    sleutel: str


def proefgeheim(organisatie_id: UUID) -> bytes:
    """What is secret in the key of an organisation of a demo: the same at every start, another one on every machine."""
    return salted_hmac("overstap.api.proefsleutel", str(organisatie_id), algorithm="sha256").digest()


def proefsleutels() -> list[Proefsleutel]:
    """The keys that work, by organisation; none outside a demo."""
    if not settings.OVERSTAP_DEMO:
        return []
    plekken = [(soort, een) for soort in Organisatiesoort for een in organisaties_for(SYSTEEM, soort)]
    alle = [Proefsleutel(een.naam, soort.label, _sleutel(een.id)) for soort, een in plekken]
    return [proef for proef in alle if proef.sleutel]


def _sleutel(organisatie_id: UUID) -> str:
    with als(Actor(rol=Rol.SYSTEEM, organisatie_id=organisatie_id)) as by:
        for koppeling in koppelingen_for(by).filter(naam=NAAM):
            for rij in sleutels_for(by, koppeling):
                delen = Sleuteldelen(organisatie_id, rij.id, proefgeheim(organisatie_id))
                if vingerafdruk(delen) == bytes(rij.hash):
                    return schrijf_sleutel(delen)
    return ""
