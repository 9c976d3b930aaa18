"""How does a test ask as a program? With a key in the header, as any client; undone afterwards."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import jsonschema_rs
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http.response import HttpResponseBase
from django.test import Client

from overstap.web.api.document import daden, document
from overstap.web.api.samenstel import api


def met(sleutel: str) -> dict[str, str]:
    """The headers of a program."""
    return {"authorization": f"Bearer {sleutel}"} if sleutel else {}


def vraag(sleutel: str, adres: str, *, wijze: str = "GET", bestand: bytes | None = None) -> tuple[int, Any]:
    """(status, answer as JSON or as bytes) of one request; whatever it did is undone."""
    with transaction.atomic(), transaction.atomic(using="sleutels"):
        antwoord = stuur(sleutel, adres, wijze=wijze, bestand=bestand)
        inhoud = inhoud_van(antwoord)
        transaction.set_rollback(True)
        transaction.set_rollback(True, using="sleutels")
    return antwoord.status_code, inhoud


def stuur(sleutel: str, adres: str, *, wijze: str = "GET", bestand: bytes | None = None) -> HttpResponseBase:
    """One request that stays."""
    antwoord = _stuur(sleutel, adres, wijze=wijze, bestand=bestand)
    if not antwoord.streaming and "json" in antwoord.headers["Content-Type"]:
        controleer(adres, wijze, antwoord.status_code, json.loads(antwoord.content))
    return antwoord


@cache
def beschrijving() -> dict[str, Any]:
    """The OpenAPI document."""
    return document(api)


def controleer(adres: str, wijze: str, status: int, inhoud: Any) -> None:
    """Whatever a test asks: the answer has the shape that the OpenAPI document gives it, refusals too."""
    gevonden = beschrijving()
    pad = f"/api/v1/{adres.partition('?')[0]}"
    for sjabloon, hoe, daad in daden(gevonden):
        if hoe == wijze.lower() and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", sjabloon), pad):
            (soort,) = daad["responses"][status]["content"].values()
            schema = {**soort["schema"], "components": gevonden["components"]}
            jsonschema_rs.validator_for(schema, validate_formats=True).validate(inhoud)


def _stuur(sleutel: str, adres: str, *, wijze: str, bestand: bytes | None) -> HttpResponseBase:
    client, waar = Client(enforce_csrf_checks=True), f"/api/v1/{adres}"
    if wijze == "GET":
        return client.get(waar, headers=met(sleutel))
    velden = {"bestand": SimpleUploadedFile("leerling.xml", bestand)} if bestand is not None else {}
    return client.post(waar, velden, headers=met(sleutel))


def inhoud_van(antwoord: HttpResponseBase) -> Any:
    """What came back: JSON as values, everything else as bytes."""
    ruw = b"".join(antwoord.streaming_content) if antwoord.streaming else antwoord.content
    return json.loads(ruw) if "json" in antwoord.headers["Content-Type"] else ruw
