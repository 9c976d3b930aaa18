"""What does the OpenAPI document say beside what the code says: files, and for what every request can be refused?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ninja import NinjaAPI

from overstap.domain.koppelingen.enums import Webhookgebeurtenis
from overstap.web.api.probleem import MEDIATYPE, SOORTEN, Probleem

_GELUKT = range(200, 300)
_OVERAL = (401, 403, 405, 422, 429)
_UUID = {"type": "string", "format": "uuid"}
# Of a field without an example.
_WAARDEN: dict[str, Any] = {
    "date-time": "2027-03-01T08:30:00Z",
    "date": "2027-03-01",
    "uuid": "7b0c1f7e-6a55-4a1e-9d0b-0c1b5b6f2a10",
    "boolean": False,
    "integer": 1,
    "string": "…",
}
_PROBLEEM = "#/components/schemas/Probleem"


def als_bestand(mime: str, wat: str) -> dict[str, Any]:
    """What the document says of an answer that is a file."""
    bestand = {"type": "string", "format": "binary"}
    return {"responses": {200: {"description": wat, "content": {mime: {"schema": bestand}}}}}


def document(api: NinjaAPI) -> dict[str, Any]:
    """The OpenAPI document of the API, made from its code."""
    gevonden: dict[str, Any] = api.get_openapi_schema(path_prefix="api/v1/")
    schemas = gevonden["components"]["schemas"]
    eigen = Probleem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas |= eigen.pop("$defs")
    schemas["Probleem"] = eigen
    gevonden["webhooks"] = {een.value: {"post": _bericht(een)} for een in Webhookgebeurtenis}
    for pad, wijze, daad in daden(gevonden):
        if (goed := goed_antwoord(daad)) is not None:
            goed["example"] = voorbeeld(goed["schema"], schemas)
        for status in _statussen(pad, wijze):
            daad["responses"][status] = _weigering(status)
    return gevonden


def daden(gevonden: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(path, method, operation) of everything in a document."""
    for pad, wijzen in gevonden["paths"].items():
        for wijze, daad in wijzen.items():
            yield pad, wijze, daad


def goed_antwoord(daad: Mapping[str, Any]) -> dict[str, Any] | None:
    """What the document says of the answer when it went well; None where that is a file."""
    for status, antwoord in daad["responses"].items():
        if int(status) in _GELUKT and "application/json" in antwoord.get("content", {}):
            gevonden: dict[str, Any] = antwoord["content"]["application/json"]
            return gevonden
    return None


def voorbeeld(schema: Mapping[str, Any], schemas: Mapping[str, Any]) -> Any:
    """One answer of this shape, made of the examples that stand with its fields; so it cannot go stale."""
    if naam := schema.get("$ref"):
        return voorbeeld(schemas[naam.rpartition("/")[2]], schemas)
    if mogelijk := schema.get("examples") or schema.get("enum"):
        return mogelijk[0]
    if delen := schema.get("anyOf") or schema.get("allOf"):
        return voorbeeld(delen[0], schemas)
    if schema.get("type") == "object":
        return {naam: voorbeeld(veld, schemas) for naam, veld in schema.get("properties", {}).items()}
    if schema.get("type") == "array":
        return [voorbeeld(schema["items"], schemas)]
    return _WAARDEN[schema.get("format") or schema["type"]]


def _bericht(gebeurtenis: Webhookgebeurtenis) -> dict[str, Any]:
    """A message that we send, as Standard Webhooks has it."""
    koppen = {
        "webhook-id": "Bij elke poging hetzelfde: wie hem al kent, doet niets.",
        "webhook-timestamp": "Seconden sinds 1970, van deze poging. Weiger wat ouder is dan vijf minuten.",
        "webhook-signature": "`v1,` en HMAC-SHA-256 in base64 over `id.timestamp.inhoud`, met het geheim na `whsec_`.",
    }
    over = {"type": "object", "required": [gebeurtenis.veld], "properties": {gebeurtenis.veld: _UUID}}
    inhoud = {
        "type": "object",
        "required": ["type", "timestamp", "data"],
        "properties": {
            "type": {"const": gebeurtenis.value},
            "timestamp": {"type": "string", "format": "date-time"},
            "data": over,
        },
    }
    return {
        "summary": gebeurtenis.label,
        "parameters": [
            {"in": "header", "name": kop, "required": True, "description": zin, "schema": {"type": "string"}}
            for kop, zin in koppen.items()
        ],
        "requestBody": {"required": True, "content": {"application/json": {"schema": inhoud}}},
        "responses": {"200": {"description": "Antwoord binnen tien seconden met 2xx; 410 als u niets meer wilt."}},
    }


def _statussen(pad: str, wijze: str) -> Iterator[int]:
    yield from _OVERAL
    if "{" in pad:
        yield from (404, 409)
    if wijze == "post":
        yield from (400, 413, 503)


def _weigering(status: int) -> dict[str, Any]:
    soorten = [(code, titel) for code, (bij, titel) in SOORTEN.items() if bij == status]
    antwoord: dict[str, Any] = {
        "description": " ".join(f"{titel} (`{code}`)." for code, titel in soorten),
        "content": {MEDIATYPE: {"schema": {"$ref": _PROBLEEM}}},
    }
    if status in {429, 503}:
        antwoord["headers"] = {
            "Retry-After": {"schema": {"type": "integer"}, "description": "Zoveel seconden wachten."}
        }
    return antwoord
