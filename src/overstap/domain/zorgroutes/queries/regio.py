"""What may a region know of the zorgroutes when it names another samenwerkingsverband?"""

from __future__ import annotations

from uuid import UUID

from django.db import connection

from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.queries import organisaties_for
from overstap.domain.zorgroutes.queries.route import kijkers_bij_swv_for
from overstap.foundation.access import Actor


def zorgroutes_lopen_for(actor: Actor, swv_id: UUID) -> bool:
    """Do zorgroutes of schools of the own region still run to this samenwerkingsverband, sent or being prepared?"""
    with connection.cursor() as cursor:
        cursor.execute("select zorgroutes_lopen_naar(%s)", [swv_id])
        return bool(cursor.fetchone()[0])


def naar_swv_lopen_for(actor: Actor, code: str) -> bool:
    """The same of the samenwerkingsverband with this number, known here or not."""
    swv = organisaties_for(actor, Organisatiesoort.SWV).filter(brin=code).first()
    return swv is not None and zorgroutes_lopen_for(actor, swv.id)


def ontvangers_for(actor: Actor, code: str) -> int:
    """How many people can receive a zorgaanmelding at the samenwerkingsverband with this number, known here or not."""
    swv = organisaties_for(actor, Organisatiesoort.SWV).filter(brin=code).first()
    return len(kijkers_bij_swv_for(actor, swv.id)) if swv else 0
