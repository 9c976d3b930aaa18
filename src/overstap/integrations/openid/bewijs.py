"""Which id token do we believe? What the library leaves open is asked here (OpenID Connect Core 1.0, 3.1.3.7)."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Mapping
from hashlib import sha256
from hmac import compare_digest
from typing import Any

from overstap.integrations.openid.aanbod import ALGORITMEN

_LANGSTE_ONDERWERP = 255


class BewijsGeweigerd(Exception):
    """This token proves nothing; the word is for us, no person reads it."""


def nonce_bij(geheim: str) -> str:
    """The nonce of one try, made of the PKCE secret that only this session knows, and of no use to find it."""
    return urlsafe_b64encode(sha256(b"nonce:" + geheim.encode()).digest()).decode().rstrip("=")


def controleer_kop(kop: Mapping[str, Any]) -> None:
    """Refuse a token that says it is signed with a shared secret or with nothing, or not with which key."""
    if kop.get("alg") not in ALGORITMEN:
        raise BewijsGeweigerd("algoritme")
    if not isinstance(kop.get("kid"), str):
        raise BewijsGeweigerd("sleutel")


def controleer_bewijs(inhoud: Mapping[str, Any], *, client_id: str, nonce: str) -> str:
    """Return who somebody is (`sub`) from a token whose signature, issuer, audience and term were found right.

    Raises `BewijsGeweigerd` when it was made for another try or another program, or has no term.
    """
    if not isinstance(inhoud.get("exp"), int) or not isinstance(inhoud.get("iat"), int):
        raise BewijsGeweigerd("termijn")
    publiek = inhoud.get("aud")
    voor = inhoud.get("azp")
    if (isinstance(publiek, list) and len(publiek) > 1 and voor is None) or voor not in {None, client_id}:
        raise BewijsGeweigerd("publiek")
    gezegd = inhoud.get("nonce")
    if not isinstance(gezegd, str) or not compare_digest(gezegd.encode(), nonce.encode()):
        raise BewijsGeweigerd("nonce")
    wie = inhoud.get("sub")
    if not isinstance(wie, str) or not 0 < len(wie) <= _LANGSTE_ONDERWERP:
        raise BewijsGeweigerd("onderwerp")
    return wie
