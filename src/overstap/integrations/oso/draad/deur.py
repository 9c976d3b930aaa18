"""How are messages of other systems let in? A plain HTTPS server that asks a certificate, within limits."""

from __future__ import annotations

import io
import logging
import shutil
import socket
import ssl
import threading
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic
from types import TracebackType
from typing import Any, BinaryIO, Self

from overstap.integrations.oso.draad.certificaat import Papieren, oin_van
from overstap.integrations.oso.draad.doorgever import Nietgeloofd, type_koppen

log = logging.getLogger(__name__)
_STUK = 64 * 1024


@dataclass(frozen=True)
class Brief:
    """What came in: on which path, from whom (OIN of the certificate), and the bytes of the message."""

    pad: str
    oin: str
    ruw: bytes


@dataclass(frozen=True)
class Antwoordbrief:
    """What goes back: a status and the bytes of an envelope. `knip` cuts the connection after so many bytes, a status 0
    before the first. `koppen` are said beside the usual ones or in their place; `vooraf` goes before all of it.

    Of a big one `ruw` is what goes before the `omvang` bytes that `lading` still has, and `staart` what goes after.
    """

    ruw: bytes
    status: int = 200
    knip: int | None = None
    lading: BinaryIO | None = field(default=None, repr=False)
    omvang: int = 0
    staart: bytes = b""
    koppen: Mapping[str, str] = field(default_factory=dict)
    vooraf: bytes = b""


@dataclass(frozen=True)
class Deurmaat:
    """What one caller may cost: seconds for the handshake and for the whole letter, bytes, and how many at once.

    `wachten` is how long (seconds) who is one too many may wait for a place, before anything was said.
    """

    handdruk: float = 10.0
    lezen: float = 30.0
    bytes: int = 2 * 1024 * 1024
    tegelijk: int = 64
    wachten: float = 0.0


GEWOON = Deurmaat()
type_behandelaar = Callable[[Brief], Antwoordbrief]
type_herken = Callable[[str, type_koppen], str]


class Deur:
    """A server on one address; a context: inside it, messages are answered by `behandel` in threads.

    It asks the certificate itself. With `herken` a proxy before it did: that says who called, by the address that
    speaks here and its headers, or raises `Nietgeloofd`.
    """

    def __init__(
        self,
        adres: tuple[str, int],
        papieren: Papieren,
        behandel: type_behandelaar,
        maat: Deurmaat | None = None,
        herken: type_herken | None = None,
    ) -> None:
        self._server = _Server(adres, papieren, behandel, maat or GEWOON, herken)
        self._draad = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    @property
    def poort(self) -> int:
        """The port that it listens on."""
        return int(self._server.server_address[1])

    def __enter__(self) -> Self:
        self._draad.start()
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._draad.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def __init__(
        self,
        adres: tuple[str, int],
        papieren: Papieren,
        behandel: type_behandelaar,
        maat: Deurmaat,
        herken: type_herken | None,
    ) -> None:
        # Papers that are no good are found when the door opens, and not by the first who calls.
        papieren.als_deur()
        super().__init__(adres, _Loket)
        self.papieren, self.behandel, self.maat, self.herken = papieren, behandel, maat, herken
        self._plaatsen = threading.Semaphore(maat.tegelijk)

    def process_request(self, request: Any, client_address: Any) -> None:
        # Before a thread is made: who is one too many costs no more than a connection. Who waits, waits in the queue of
        # the system, where the others stand too.
        if not self._plaatsen.acquire(timeout=self.maat.wachten):
            self.shutdown_request(request)
            return
        try:
            super().process_request(request, client_address)
        except BaseException:
            self._plaatsen.release()
            raise

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._plaatsen.release()

    def finish_request(self, request: Any, client_address: Any) -> None:
        if self.herken is not None:
            request.settimeout(self.maat.lezen)
            super().finish_request(request, client_address)
            return
        # The handshake happens here, in the thread of this caller: who is slow keeps nobody waiting.
        request.settimeout(self.maat.handdruk)
        try:
            # Asked each time: a new certificate, or a new list of revoked ones, counts from when it is there.
            context = self.papieren.als_deur()
        except (OSError, ValueError):
            log.error("oso-deur: onze certificaten zijn niet te lezen; niemand komt binnen")  # noqa: TRY400  # the trace says no more, a hundred times
            return
        try:
            veilig = context.wrap_socket(request, server_side=True)
        except (OSError, ValueError):
            log.info("oso-deur: handdruk geweigerd")
            return
        try:
            veilig.settimeout(self.maat.lezen)
            super().finish_request(veilig, client_address)
        finally:
            _sluit(veilig)

    def handle_error(self, request: Any, client_address: Any) -> None:
        # Without the trace: it may hold what was sent.
        log.warning("oso-deur: gesprek afgebroken")


def _sluit(veilig: ssl.SSLSocket) -> None:
    # Who called may have gone first; then there is nothing left to say goodbye to.
    with closing(veilig), suppress(OSError):
        veilig.shutdown(socket.SHUT_RDWR)


class _Geweigerd(Exception):
    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Opdelijn(io.RawIOBase):
    """What comes in over a line, until `tijd` seconds have passed since this was made."""

    def __init__(self, lijn: socket.socket, tijd: float) -> None:
        self._lijn, self._einde = lijn, monotonic() + tijd

    def readable(self) -> bool:
        return True

    def readinto(self, ruimte: memoryview, /) -> int:  # type: ignore[override]  # the stubs ask for any buffer
        # Who sends one byte each second is too late as well.
        over = self._einde - monotonic()
        if over <= 0:
            raise TimeoutError
        self._lijn.settimeout(over)
        return self._lijn.recv_into(ruimte)


class _Loket(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server
    connection: ssl.SSLSocket

    def setup(self) -> None:
        super().setup()
        self.rfile.close()
        self.rfile = io.BufferedReader(Opdelijn(self.connection, self.server.maat.lezen))

    def do_POST(self) -> None:
        self.close_connection = True
        try:
            brief = Brief(self.path, self._wie(), self._lees())
        except _Geweigerd as reden:
            antwoord = Antwoordbrief(b"", reden.status)
        else:
            antwoord = self.server.behandel(brief)
        if antwoord.status == 0:
            return
        self.wfile.write(antwoord.vooraf)
        # Of the time for the letter little may be left; the answer has its own, for each portion.
        self.connection.settimeout(self.server.maat.lezen)
        self.send_response_only(antwoord.status)
        for naam, waarde in ({"Content-Type": "text/xml; charset=utf-8"} | dict(antwoord.koppen)).items():
            self.send_header(naam, waarde)
        self.send_header("Content-Length", str(len(antwoord.ruw) + antwoord.omvang + len(antwoord.staart)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(antwoord.ruw[: antwoord.knip])
        if antwoord.lading is not None:
            with antwoord.lading:
                shutil.copyfileobj(antwoord.lading, self.wfile, _STUK)
            self.wfile.write(antwoord.staart)

    def _wie(self) -> str:
        """The OIN of who called, by its own certificate; raises `_Geweigerd`."""
        herken = self.server.herken
        if herken is None:
            return oin_van(self.connection.getpeercert())
        try:
            return herken(self.client_address[0], lambda naam: self.headers.get_all(naam) or [])
        except Nietgeloofd as fout:
            log.warning("oso-deur: niet geloofd wat werd doorgegeven (%s)", fout.code)
            raise _Geweigerd(403) from None
        except (OSError, ValueError):
            log.error("oso-deur: onze certificaten zijn niet te lezen; niemand komt binnen")  # noqa: TRY400  # the trace says no more, a hundred times
            raise _Geweigerd(503) from None

    def _lees(self) -> bytes:
        """The body; raises `_Geweigerd`."""
        lengte = self.headers.get("Content-Length", "")
        try:
            if "chunked" in self.headers.get("Transfer-Encoding", "").lower():
                return self._in_stukken()
            if not (lengte.isascii() and lengte.isdigit()):
                raise _Geweigerd(411)
            return self._in_een_keer(int(lengte))
        except (ValueError, TimeoutError):
            raise _Geweigerd(400) from None

    def _in_een_keer(self, lengte: int) -> bytes:
        if lengte > self.server.maat.bytes:
            raise _Geweigerd(413)
        ruw = self.rfile.read(lengte)
        if len(ruw) < lengte:
            raise _Geweigerd(400)
        return ruw

    def _in_stukken(self) -> bytes:
        ruw = b""
        while omvang := int(self.rfile.readline(32).split(b";")[0].strip(), 16):
            if omvang < 0 or len(ruw) + omvang > self.server.maat.bytes:
                raise _Geweigerd(413)
            ruw += self.rfile.read(omvang)
            if self.rfile.readline(3).strip():
                raise _Geweigerd(400)
        return ruw

    def log_message(self, *_args: object) -> None:
        """Say nothing: the line would name who called when; the audit log does that."""
