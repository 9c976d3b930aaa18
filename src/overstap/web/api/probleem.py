"""What does a program read when something is refused? One shape (RFC 9457), a code that stays, a sentence in Dutch."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from ninja import Field, Schema

MEDIATYPE = "application/problem+json"

# Code, status and title of everything that can be refused. A code never gets another meaning.
SOORTEN: dict[str, tuple[int, str]] = {
    "verzoek_onleesbaar": (400, "Dit verzoek is niet te lezen"),
    "sleutel_ongeldig": (401, "Deze sleutel opent niets"),
    "bereik_ontbreekt": (403, "Deze koppeling mag dit niet"),
    "niet_gevonden": (404, "Dit is er niet"),
    "methode_niet_toegestaan": (405, "Dit kan niet op deze manier"),
    "nog_niet_klaar": (409, "Dit bestand wordt nog gemaakt"),
    "tegengehouden": (409, "Dit bestand wordt tegengehouden"),
    "te_groot": (413, "Dit is te groot"),
    "gegevens_onjuist": (422, "Deze gegevens kloppen niet"),
    "bestand_onbruikbaar": (422, "Dit bestand is niet te gebruiken"),
    "geweigerd": (422, "Dit kan niet"),
    "te_vaak": (429, "Dit gaat te snel achter elkaar"),
    "bestanden_onbereikbaar": (503, "Wij kunnen nu niet bij de bestanden"),
}


class Fout(Schema):
    """One thing that is wrong with what was sent."""

    plaats: str = Field(description="Waar het staat, zoals `query.pagina`.", examples=["query.pagina"])
    uitleg: str = Field(examples=["Dit is geen heel getal."])


class Probleem(Schema):
    """Why something was refused. Decide on `code`; `detail` is for a person."""

    type: str = Field(description="Adres met uitleg over deze code.")
    title: str
    status: int
    code: str = Field(description="Verandert nooit van betekenis.", examples=list(SOORTEN))
    detail: str = Field(description="Wat u kunt doen, in het Nederlands.")
    fouten: list[Fout] = Field(default=[], description="Alleen bij `gegevens_onjuist`.")


def probleem(
    code: str, detail: str, *, fouten: Iterable[Fout] = (), koppen: Mapping[str, str] | None = None
) -> HttpResponse:
    """Answer with one of `SOORTEN`. Nothing that was sent comes back in it."""
    status, titel = SOORTEN[code]
    inhoud: dict[str, Any] = {
        "type": f"{settings.OVERSTAP_ADRES}/api/#{code}",
        "title": titel,
        "status": status,
        "code": code,
        "detail": detail,
        "fouten": [fout.model_dump() for fout in fouten],
    }
    tekst = json.dumps(inhoud, ensure_ascii=False)
    return HttpResponse(tekst, status=status, content_type=MEDIATYPE, headers=dict(koppen or {}))


# What pydantic calls it, and what a person reads. The value itself stays out: it may be about somebody.
_UITLEG = {
    "missing": "Dit ontbreekt.",
    "int_parsing": "Dit is geen heel getal.",
    "uuid_parsing": "Dit is geen nummer zoals Overstap ze geeft (UUID).",
    "greater_than_equal": "Dit getal is te laag.",
    "less_than_equal": "Dit getal is te hoog.",
    "string_too_long": "Deze tekst is te lang.",
    "enum": "Kies een van de woorden uit de beschrijving.",
}


def fouten_uit(gevonden: Iterable[Mapping[str, Any]]) -> list[Fout]:
    """The findings of pydantic in our words, each with its place."""
    return [
        Fout(
            plaats=".".join(str(deel) for deel in een.get("loc", ())),
            uitleg=_UITLEG.get(str(een.get("type")), "Dit klopt niet. Kijk in de beschrijving wat hier moet staan."),
        )
        for een in gevonden
    ]
