"""Does a known text stand anywhere, in any dress: plain, hexadecimal, base64, escaped, compressed or a mixture?"""

from __future__ import annotations

import base64
import binascii
import email
import json
import os
import re
import subprocess
import zlib
from collections.abc import Iterator, Mapping
from email import policy
from pathlib import Path

from overstap.foundation.postgres.cluster import programs
from tests.database import Databases

# What may be something in another dress, long enough to hold a text worth finding.
_HEX = re.compile(rb"[0-9a-fA-F]{32,}")
_BASE64 = re.compile(rb"[A-Za-z0-9+/_\-]{16,}={0,2}")
_LAYERS = 4


def gevonden(hooiberg: bytes, naalden: Mapping[str, str | bytes]) -> list[str]:
    """The names of the texts that stand in the haystack."""
    lagen = [hooiberg, *_uitgepakt(hooiberg, _LAYERS)]
    alles = b"\0".join(lagen)
    return [naam for naam, naald in naalden.items() if any(vorm in alles for vorm in _vormen(naald))]


def dump(databases: Databases) -> Mapping[str, bytes]:
    """Everything in both databases, as the superuser sees it: the main one with queue and sessions, and the keys."""
    return {naam: _dump(databases, naam) for naam in (databases.main, databases.keys)}


def bestanden(map_: Path) -> Mapping[str, bytes]:
    """Every file below a folder."""
    return {str(pad.relative_to(map_)): pad.read_bytes() for pad in sorted(map_.rglob("*")) if pad.is_file()}


def mailtekst(ruw: bytes) -> bytes:
    """A mail as its reader sees it, without the address of the receiver: that one has to stand there."""
    bericht = email.message_from_bytes(ruw, policy=policy.default)
    del bericht["To"]
    deel = bericht.get_body()
    return "\n".join(
        [*(f"{naam}: {waarde}" for naam, waarde in bericht.items()), deel.get_content() if deel else ""]
    ).encode()


def _dump(databases: Databases, naam: str) -> bytes:
    program = programs() / "pg_dump"
    url = databases.cluster.superuser_url(naam)
    done = subprocess.run([str(program), f"--dbname={url}"], capture_output=True, check=False, env={**os.environ})
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def _vormen(naald: str | bytes) -> set[bytes]:
    """The ways in which a text may be written down."""
    vormen = {naald} if isinstance(naald, bytes) else {naald.encode(c) for c in ("utf-8", "utf-16-le", "utf-16-be")}
    if isinstance(naald, str):
        # JSON, in which a letter with an accent may be escaped.
        vormen.add(json.dumps(naald)[1:-1].encode())
        vormen.add(json.dumps(naald, ensure_ascii=False)[1:-1].encode())
    return vormen


def _uitgepakt(ruw: bytes, lagen: int) -> Iterator[bytes]:
    """Whatever comes out of `ruw` when hexadecimals, base64 and compression are undone, as often as needed."""
    if not lagen:
        return
    for binnen in _binnenin(ruw):
        yield binnen
        yield from _uitgepakt(binnen, lagen - 1)


def _binnenin(ruw: bytes) -> Iterator[bytes]:
    for vondst in _HEX.finditer(ruw):
        tekst = vondst.group()
        yield bytes.fromhex(tekst[: len(tekst) // 2 * 2].decode())
    for vondst in _BASE64.finditer(ruw):
        yield from _uit_base64(vondst.group())
    yield from _ontspannen(ruw)


def _uit_base64(tekst: bytes) -> Iterator[bytes]:
    kaal = tekst.rstrip(b"=").replace(b"-", b"+").replace(b"_", b"/")
    try:
        yield base64.b64decode(kaal + b"=" * (-len(kaal) % 4), validate=True)
    except binascii.Error:
        return


def _ontspannen(ruw: bytes) -> Iterator[bytes]:
    """The content of a whole zlib or gzip stream, or of a bare deflate stream."""
    if len(ruw) < 8:
        return
    for soort in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):
        try:
            uit = zlib.decompressobj(soort).decompress(ruw, 50_000_000)
        except zlib.error:
            continue
        if len(uit) > 8:
            yield uit
