"""Who vouches for the systems of the simulator? An authority of its own, made anew, believed by nobody else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from overstap.integrations.oso.draad.certificaat import Papieren

_BITS = 2048
_EVEN = timedelta(hours=1)


@dataclass(frozen=True)
class _Paar:
    sleutel: rsa.RSAPrivateKey
    certificaat: x509.Certificate


class Waarmerk:
    """An authority in a folder. Everything that it gives is valid from an hour before `nu`, for `dagen`."""

    def __init__(self, map_: Path, *, nu: datetime, naam: str = "simulator", dagen: int = 30) -> None:
        self._map, self._nu, self._dagen = map_, nu, dagen
        map_.mkdir(parents=True, exist_ok=True, mode=0o700)
        sleutel = _sleutel()
        wie = _naam(f"Overstap {naam}", "")
        # Not a certificate that anybody should ever believe outside the simulator.
        bouwer = _bouwer(wie, wie, sleutel.public_key(), nu, dagen).add_extension(
            x509.BasicConstraints(ca=True, path_length=0), critical=True
        )
        bouwer = bouwer.add_extension(_gebruik(uitgever=True), critical=True).add_extension(
            x509.SubjectKeyIdentifier.from_public_key(sleutel.public_key()), critical=False
        )
        self._wortel = _Paar(sleutel, bouwer.sign(sleutel, hashes.SHA256()))
        self._bestand = _schrijf(map_ / f"{naam}-uitgever.pem", _pem(self._wortel.certificaat))

    def geef(self, naam: str, oin: str, *, dagen: int | None = None, sleutel: Path | None = None) -> Papieren:
        """The papers of a system that answers on this machine; `dagen` below zero is expired, `oin` may be empty.

        `sleutel` is a key that was made before, since making one takes long.
        """
        prive = _lees_sleutel(sleutel) if sleutel else _sleutel()
        wortel = self._wortel.certificaat
        bouwer = _bouwer(_naam(naam, oin), wortel.subject, prive.public_key(), self._nu, dagen or self._dagen)
        thuis = [x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]
        bouwer = bouwer.add_extension(x509.SubjectAlternativeName(thuis), critical=False)
        bouwer = bouwer.add_extension(_gebruik(uitgever=False), critical=True).add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(self._wortel.sleutel.public_key()), critical=False
        )
        certificaat = bouwer.sign(self._wortel.sleutel, hashes.SHA256())
        return Papieren(
            certificaat=_schrijf(self._map / f"{naam}.pem", _pem(certificaat)),
            sleutel=sleutel or _schrijf(self._map / f"{naam}.key", _pem_sleutel(prive)),
            uitgevers=self._bestand,
        )

    def trek_in(self, *papieren: Papieren, dagen: int | None = None) -> Path:
        """A list of revoked certificates (CRL) with these on it, that counts for `dagen`."""
        bouwer = x509.CertificateRevocationListBuilder(
            self._wortel.certificaat.subject, self._nu - _EVEN, self._nu + timedelta(days=dagen or self._dagen)
        )
        for een in papieren:
            nummer = x509.load_pem_x509_certificate(een.certificaat.read_bytes()).serial_number
            weg = x509.RevokedCertificateBuilder().serial_number(nummer).revocation_date(self._nu - _EVEN)
            bouwer = bouwer.add_revoked_certificate(weg.build())
        lijst = bouwer.sign(self._wortel.sleutel, hashes.SHA256())
        return _schrijf(self._map / "ingetrokken.crl", lijst.public_bytes(serialization.Encoding.PEM))


def _sleutel() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=_BITS)


def _lees_sleutel(bestand: Path) -> rsa.RSAPrivateKey:
    sleutel = serialization.load_pem_private_key(bestand.read_bytes(), None)
    assert isinstance(sleutel, rsa.RSAPrivateKey)
    return sleutel


def _naam(naam: str, oin: str) -> x509.Name:
    delen = [x509.NameAttribute(NameOID.COUNTRY_NAME, "NL"), x509.NameAttribute(NameOID.COMMON_NAME, naam)]
    return x509.Name([*delen, x509.NameAttribute(NameOID.SERIAL_NUMBER, oin)] if oin else delen)


def _bouwer(
    van: x509.Name, door: x509.Name, publiek: rsa.RSAPublicKey, nu: datetime, dagen: int
) -> x509.CertificateBuilder:
    eind = nu + timedelta(days=dagen)
    begin = min(nu, eind) - _EVEN
    return (
        x509.CertificateBuilder()
        .subject_name(van)
        .issuer_name(door)
        .public_key(publiek)
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(eind)
    )


def _gebruik(*, uitgever: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not uitgever,
        content_commitment=False,
        key_encipherment=not uitgever,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=uitgever,
        crl_sign=uitgever,
        encipher_only=False,
        decipher_only=False,
    )


def _pem(certificaat: x509.Certificate) -> bytes:
    return certificaat.public_bytes(serialization.Encoding.PEM)


def _pem_sleutel(sleutel: rsa.RSAPrivateKey) -> bytes:
    return sleutel.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _schrijf(bestand: Path, ruw: bytes) -> Path:
    bestand.touch(mode=0o600)
    bestand.write_bytes(ruw)
    return bestand
