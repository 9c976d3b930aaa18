"""Would the search for leaks find a text in every dress it may wear?"""

from __future__ import annotations

import base64
import gzip
import json
import zlib

import pytest

from tests.e2e.lek import gevonden, mailtekst

TEKST = "Zij leest thuis çok güzel voor"
RUW = TEKST.encode()
DRESSES = {
    "plain": RUW,
    "json": json.dumps({"a": TEKST}).encode(),
    "hexadecimal, as PostgreSQL dumps bytes": b"\\\\x" + RUW.hex().encode(),
    "base64": b"<x>" + base64.b64encode(b"?" + RUW) + b"</x>",
    "a session, compressed and signed": b"."
    + base64.urlsafe_b64encode(zlib.compress(RUW * 3)).rstrip(b"=")
    + b":1w:abc",
    "compressed bytes in a dump": b"\\\\x" + zlib.compress(RUW * 2).hex().encode(),
    "gzip": gzip.compress(RUW),
    "utf-16": TEKST.encode("utf-16-le"),
}


@pytest.mark.parametrize("dress", DRESSES)
def test_a_text_is_found_in_its_dress(dress: str) -> None:
    assert gevonden(
        b"niets \n" + DRESSES[dress] if dress not in {"gzip", "utf-16"} else DRESSES[dress], {"t": TEKST}
    ) == ["t"]


def test_nothing_is_found_where_nothing_is() -> None:
    assert gevonden(b"\\\\x" + bytes(range(256)).hex().encode() * 4, {"t": TEKST, "bytes": b"\x01\x03\x05"}) == []


def test_a_mail_is_read_without_the_address_it_goes_to() -> None:
    ruw = b"To: moeder@ouders.example\nSubject: Klaar\n\nDag " + RUW
    assert gevonden(mailtekst(ruw), {"adres": "moeder@ouders.example"}) == []
    assert gevonden(mailtekst(b"Subject: moeder@ouders.example\n\nDag"), {"adres": "moeder@ouders.example"}) == [
        "adres"
    ]
