"""How does the Onderwijs Serviceregister know that a request is ours and whole? By a signed word (JWT)."""

from __future__ import annotations

import base64
import hashlib
import json
from datetime import datetime
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from overstap.integrations.oso.draad.certificaat import Papieren
from overstap.integrations.oso.draad.uitgave import Registervorm


def onderteken(ruw: bytes, papieren: Papieren, vorm: Registervorm, *, nu: datetime) -> str:
    """The signed word for a request with this body: who says it (our OIN), to whom, until when, and of which bytes.

    The names in its head are those of the wiki of the register, which differ from RFC 7515. Raises ValueError when our
    key is no RSA key.
    """
    sleutel = serialization.load_pem_private_key(papieren.sleutel.read_bytes(), None)
    if not isinstance(sleutel, rsa.RSAPrivateKey):
        raise ValueError("het OSR vraagt een RSA-sleutel")  # noqa: TRY004  # one error for a file that is no good
    certificaat = x509.load_pem_x509_certificate(papieren.certificaat.read_bytes())
    inhoud = {
        "iat": int(nu.timestamp()),
        "nbf": int(nu.timestamp()),
        "exp": int(nu.timestamp()) + vorm.geldig_seconden,
        "aud": vorm.ontvanger,
        "iss": papieren.eigen_oin(),
        "hash": base64.b64encode(hashlib.sha256(ruw).digest()).decode("ascii"),
    }
    kop = {"alg": "RS256", vorm.kop_soort: "JWT", "jwk": _jwk(certificaat, sleutel.public_key(), vorm)}
    tekst = f"{_deel(kop)}.{_deel(inhoud)}"
    return f"{tekst}.{_url(sleutel.sign(tekst.encode('ascii'), padding.PKCS1v15(), hashes.SHA256()))}"


def _jwk(certificaat: x509.Certificate, publiek: rsa.RSAPublicKey, vorm: Registervorm) -> dict[str, Any]:
    getallen = publiek.public_numbers()
    vingerafdruk = _url(certificaat.fingerprint(hashes.SHA256()))
    return {
        "kty": "RSA",
        "n": _url(_groot(getallen.n)),
        "e": _url(_groot(getallen.e)),
        "x5c": [base64.b64encode(certificaat.public_bytes(serialization.Encoding.DER)).decode("ascii")],
        "x5t": _url(certificaat.fingerprint(hashes.SHA1())),  # noqa: S303  # a name that the register asks for, no proof
        vorm.kop_vingerafdruk: vingerafdruk,
        "kid": vingerafdruk,
        "alg": "RS256",
        "use": "sig",
    }


def _deel(wat: dict[str, Any]) -> str:
    return _url(json.dumps(wat, separators=(",", ":")).encode())


def _url(ruw: bytes) -> str:
    return base64.urlsafe_b64encode(ruw).rstrip(b"=").decode("ascii")


def _groot(getal: int) -> bytes:
    return getal.to_bytes((getal.bit_length() + 7) // 8, "big")
