"""What does a login service say of itself (OpenID Connect Discovery), and can we work with it safely?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# Signed with a key of which the service shows only the public half; never with the secret that we have too.
ALGORITMEN = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
_NODIG = ("authorization_endpoint", "token_endpoint", "jwks_uri")
_ERBIJ = ("end_session_endpoint",)
_MANIEREN = ("client_secret_basic", "client_secret_post")


class AanbodGeweigerd(Exception):
    """We cannot work with this login service; `zin` says why, to who sets it up."""

    def __init__(self, zin: str) -> None:
        super().__init__(zin)
        self.zin = zin


def lees_aanbod(document: Any, uitgever: str, *, ook_binnen: bool = False) -> dict[str, Any]:
    """Return what we use of the document that a service at `uitgever` (the issuer) shows; raises `AanbodGeweigerd`.

    The name in it must be the one we asked for: else a service could speak for another (Discovery 1.0, 4.3).
    """
    if not isinstance(document, Mapping):
        raise AanbodGeweigerd("Op dit adres staat geen inlogdienst (OpenID Connect). Controleer het adres.")
    if document.get("issuer") != uitgever:
        raise AanbodGeweigerd(
            "De inlogdienst noemt zichzelf anders dan dit adres. Neem het adres (issuer) precies zo over als uw ICT het"
            " kent, ook de streep aan het eind."
        )
    gelezen: dict[str, Any] = {"issuer": uitgever}
    for naam in (*_NODIG, *_ERBIJ):
        adres = document.get(naam)
        if adres is None and naam in _ERBIJ:
            continue
        if not isinstance(adres, str) or not _mag(adres, ook_binnen=ook_binnen):
            raise AanbodGeweigerd("De inlogdienst noemt geen goede adressen: elk adres moet met https:// beginnen.")
        gelezen[naam] = adres
    _controleer_kunnen(document)
    manieren = _lijst(document, "token_endpoint_auth_methods_supported") or _MANIEREN[:1]
    gelezen["token_endpoint_auth_methods_supported"] = [een for een in _MANIEREN if een in manieren]
    if not gelezen["token_endpoint_auth_methods_supported"]:
        raise AanbodGeweigerd("De inlogdienst neemt geen geheim (client secret) aan. Vraag uw ICT dat aan te zetten.")
    return gelezen


def _controleer_kunnen(document: Mapping[str, Any]) -> None:
    if "code" not in _lijst(document, "response_types_supported"):
        raise AanbodGeweigerd("De inlogdienst geeft geen code (authorization code). Vraag uw ICT dat aan te zetten.")
    if not set(_lijst(document, "id_token_signing_alg_values_supported")) & set(ALGORITMEN):
        raise AanbodGeweigerd("De inlogdienst ondertekent niet op een manier die wij vertrouwen, zoals RS256.")
    pkce = _lijst(document, "code_challenge_methods_supported")
    # Some services do it and do not say so.
    if pkce and "S256" not in pkce:
        raise AanbodGeweigerd("De inlogdienst kent geen PKCE met S256. Vraag uw ICT dat aan te zetten.")


def _mag(adres: str, *, ook_binnen: bool) -> bool:
    return adres.startswith("https://") or (ook_binnen and adres.startswith("http://"))


def _lijst(document: Mapping[str, Any], naam: str) -> list[str]:
    waarde = document.get(naam)
    return [een for een in waarde if isinstance(een, str)] if isinstance(waarde, list) else []
