"""How does ciphertext lie in a bucket of a server that speaks S3, under the same names as in a folder?

A bucket of its own, private, that keeps no old versions: destroying must be destroying. Each file goes up and comes
down as a whole by way of an unnamed file on this machine (ciphertext as well), so that it is there complete or not at
all, who reads it needs no network halfway, and it stays readable when it is removed meanwhile. No request is longer
than one piece, so that a time-out of seconds holds for every size.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from functools import cache
from math import inf
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, BinaryIO, Literal, cast
from uuid import UUID

from django.conf import settings
from obstore.exceptions import BaseError
from obstore.store import S3Store

from overstap.foundation.opslag.fouten import NietBewaard, OpslagStoring

if TYPE_CHECKING:
    from obstore.store import ClientConfig

# Of one request: 8 MiB in thirty seconds is a line of 2 Mbit/s. With this many of them at once.
_DEEL, _TEGELIJK = 8 * 1024 * 1024, 2
_VERBINDEN, _GEDULD = timedelta(seconds=5), timedelta(seconds=30)
# Who asks whether we are ready does not wait for a server that is slow.
_KORT = timedelta(seconds=2)
# A bucket that hangs may not hold a whole server, every thread of which waits for a file. One that was not heard from
# for so many seconds is asked something small first, and so is each that we write to: no answer comes before our last
# byte, so there is nothing else to wait for. Who reads waits so long for the first byte, and for each next one.
_STIL = 5.0
_STILTE = timedelta(seconds=5)
_gehoord: dict[tuple[tuple[str, str], ...], float] = {}
# "null" is the name where keeping versions was switched off: removing removes it.
_ZONDER_VERSIES = {None, "null"}
_VERSIES = (
    "Deze emmer bewaart oude versies: wat Overstap vernietigt, blijft daar dan staan. Neem een emmer zonder versies"
    " (versioning en object lock uit)."
)
_ONBEREIKBAAR = "de emmer met bestanden antwoordt niet, of weigert"


@contextmanager
def nieuw(bestand_id: UUID) -> Iterator[BinaryIO]:
    """A file to write ciphertext into; it is in the bucket at the end of a `with` without an error, else it is not.

    Raises `OpslagStoring`. A bucket that turns out to keep versions is not written to twice: that is refused.
    """
    with _onderweg() as half:
        yield half
        half.seek(0)
        with _of_storing():
            gezet = _winkel(schrijft=True).put(_naam(bestand_id), half, chunk_size=_DEEL, max_concurrency=_TEGELIJK)
            if gezet["version"] not in _ZONDER_VERSIES:
                _winkel().delete(_naam(bestand_id))
                raise OpslagStoring(_VERSIES)


def open_geheim(bestand_id: UUID) -> BinaryIO:
    """The ciphertext, whole on this machine, open from its first byte; raises `NietBewaard` and `OpslagStoring`."""
    uit = _onderweg()
    try:
        for stuk in _stukken(bestand_id):
            uit.write(stuk)
        uit.seek(0)
    except BaseException:
        uit.close()
        raise
    return uit


def verwijder(bestand_id: UUID) -> None:
    """Remove the ciphertext; harmless when it is already gone. Raises `OpslagStoring`."""
    with _of_storing():
        try:
            _winkel().delete(_naam(bestand_id))
        except FileNotFoundError as fout:
            if not _alleen_dit_bestand(fout):
                raise


def alle() -> Iterator[UUID]:
    """Every file that is here, in the order of their ids. Raises `OpslagStoring`."""
    with _of_storing():
        for bladzijde in _winkel().list():
            for een in bladzijde:
                with suppress(ValueError):
                    yield UUID(een["path"].rpartition("/")[2])


def ontbreekt() -> Iterator[str]:
    """Why no file can be written or read now, in words for an operator."""
    try:
        with _of_storing():
            _klop(_emmer())
    except OpslagStoring:
        yield _ONBEREIKBAAR


def _stukken(bestand_id: UUID) -> Iterator[memoryview]:
    """The ciphertext in pieces, each of one request, which is tried again by itself."""
    plaats, omvang = 0, 1
    while plaats < omvang:
        with _of_storing():
            try:
                deel = _winkel().get(_naam(bestand_id), options={"range": (plaats, plaats + _DEEL)})
                stuk, omvang = memoryview(deel.bytes()), deel.meta["size"]
            except FileNotFoundError as fout:
                if _alleen_dit_bestand(fout):
                    raise NietBewaard(str(bestand_id)) from fout
                raise
        if not stuk:
            raise OpslagStoring(_ONBEREIKBAAR)
        plaats += len(stuk)
        yield stuk


def _alleen_dit_bestand(fout: FileNotFoundError) -> bool:
    """Is it this file that is not there? A bucket that is gone says 404 too, and nobody may take that for destroyed."""
    return "NoSuchKey" in str(fout)


@contextmanager
def _of_storing() -> Iterator[None]:
    """Say in one way that the bucket could not do it."""
    try:
        yield
    except (BaseError, FileNotFoundError) as fout:
        _gehoord.pop(_emmer(), None)
        raise OpslagStoring(_ONBEREIKBAAR) from fout


def _onderweg() -> BinaryIO:
    """A file without a name on this machine, for ciphertext that comes or goes."""
    Path(settings.OVERSTAP_BIJLAGEN_MAP).mkdir(parents=True, exist_ok=True, mode=0o700)
    return cast("BinaryIO", tempfile.TemporaryFile(dir=settings.OVERSTAP_BIJLAGEN_MAP))


def _winkel(*, schrijft: bool = False) -> S3Store:
    """The bucket, which answered just now."""
    emmer = _emmer()
    if schrijft or monotonic() - _gehoord.get(emmer, -inf) > _STIL:
        _klop(emmer)
        _gehoord[emmer] = monotonic()
    return _van(emmer, "schrijven" if schrijft else "lezen")


def _emmer() -> tuple[tuple[str, str], ...]:
    return tuple(sorted((settings.OVERSTAP_EMMER or {}).items()))


def _klop(emmer: tuple[tuple[str, str], ...]) -> None:
    """Ask the smallest question that only the right bucket, with the right key, answers: nothing is called so."""
    _van(emmer, "kloppen").list_with_delimiter("geen")


@cache
def _van(emmer: tuple[tuple[str, str], ...], om_te: Literal["kloppen", "lezen", "schrijven"]) -> S3Store:
    """One for each process: it keeps its connections. Made at the first question, so after a server forked."""
    waarden, kort = dict(emmer), om_te == "kloppen"
    klant: ClientConfig = {
        "connect_timeout": _KORT if kort else _VERBINDEN,
        "timeout": _KORT if kort else _GEDULD,
        "allow_http": waarden["adres"].startswith("http://"),
    }
    # After so long no further try is begun.
    opnieuw = {"kloppen": _KORT, "lezen": _STILTE, "schrijven": _GEDULD}[om_te]
    if om_te == "lezen":
        klant["read_timeout"] = _STILTE
    if waarden["ca"]:
        klant["root_certificate"] = waarden["ca"]
    return S3Store(
        waarden["naam"],
        endpoint=waarden["adres"], region=waarden["regio"], access_key_id=waarden["sleutel_id"],
        secret_access_key=waarden["sleutel"], virtual_hosted_style_request=False, client_options=klant,
        retry_config={"max_retries": 0 if kort else 3, "retry_timeout": opnieuw},
    )  # fmt: skip


def _naam(bestand_id: UUID) -> str:
    return f"{bestand_id.hex[:2]}/{bestand_id.hex}"
