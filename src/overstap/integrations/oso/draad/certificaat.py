"""Who is at the other end, and whom do we trust? Certificates of one environment, apart from every other."""

from __future__ import annotations

import re
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.x509.oid import NameOID

# Long enough before the end to ask for a new one: an application takes weeks.
WAARSCHUW = timedelta(days=60)
_OIN = re.compile(r"[0-9]{20}")


@dataclass(frozen=True)
class Papieren:
    """What we show and whom we believe in one environment (PEM files).

    `uitgevers` are the only authorities that count: those of the system itself do not. `ingetrokken` is their list of
    revoked certificates (CRL); when it is named, a certificate that is not covered by it is refused.
    """

    certificaat: Path
    sleutel: Path
    uitgevers: Path
    ingetrokken: Path | None = None

    def als_klant(self) -> ssl.SSLContext:
        """How we call another system."""
        return self._context(ssl.PROTOCOL_TLS_CLIENT)

    def als_deur(self) -> ssl.SSLContext:
        """How we let another system in: never without a certificate that we believe."""
        context = self._context(ssl.PROTOCOL_TLS_SERVER)
        context.verify_mode = ssl.CERT_REQUIRED
        return context

    def _context(self, soort: int) -> ssl.SSLContext:
        # A file that was renewed counts from the next exchange on.
        bestanden = (self.certificaat, self.sleutel, self.uitgevers, self.ingetrokken)
        return _maak_context(self, soort, tuple(een.stat().st_mtime_ns for een in bestanden if een))

    def eigen_oin(self) -> str:
        """The OIN in our own certificate, empty when it has none."""
        return oin_uit_pem(self.certificaat.read_bytes())

    def verloopt(self) -> datetime:
        """When our certificate or an authority that we believe ends, whichever is first (UTC)."""
        pem = self.certificaat.read_bytes() + b"\n" + self.uitgevers.read_bytes()
        return min(een.not_valid_after_utc for een in x509.load_pem_x509_certificates(pem))

    def waarschuwing(self, nu: datetime) -> str:
        """A sentence for who runs the server when a certificate ends soon, else empty."""
        dagen = (self.verloopt() - nu).days
        if dagen >= WAARSCHUW.days:
            return ""
        if dagen < 0:
            return "Het certificaat voor OSO is verlopen. Er gaat niets meer over de lijn. Zet nu een nieuw neer."
        return f"Het certificaat voor OSO verloopt over {dagen} dagen. Vraag nu een nieuw aan."


@lru_cache(maxsize=16)
def _maak_context(papieren: Papieren, soort: int, _stempel: tuple[int, ...]) -> ssl.SSLContext:
    """Kept, because reading a key costs as much as a whole exchange."""
    context = ssl.SSLContext(soort)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(papieren.certificaat, papieren.sleutel)
    context.load_verify_locations(papieren.uitgevers)
    if papieren.ingetrokken is not None:
        context.load_verify_locations(papieren.ingetrokken)
        context.verify_flags |= ssl.VerifyFlags.VERIFY_CRL_CHECK_LEAF
    return context


def oin_uit_pem(pem: bytes) -> str:
    """The OIN (20 digits) in the subject of a certificate, empty when there is none."""
    naam = x509.load_pem_x509_certificate(pem).subject.get_attributes_for_oid(NameOID.SERIAL_NUMBER)
    return _als_oin([str(een.value) for een in naam])


def oin_van(certificaat: Mapping[str, Any] | None) -> str:
    """The OIN in what `getpeercert()` gives of who is at the other end, empty when there is none."""
    paren = [paar for deel in (certificaat or {}).get("subject", ()) for paar in deel]
    return _als_oin([waarde for naam, waarde in paren if naam == "serialNumber"])


def _als_oin(waarden: list[str]) -> str:
    # Two of them, or another form, is nobody that we know.
    return waarden[0] if len(waarden) == 1 and _OIN.fullmatch(waarden[0]) else ""
