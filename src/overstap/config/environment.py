"""Which values does the environment give, and which may a development machine take from var/?

In production (`OVERSTAP_PRODUCTIE=1`) every secret and every address comes from the environment, and a missing one
stops the program. Elsewhere `./dev` leaves them in `var/`: secrets in `var/geheimen/`, the databases in `var/pg`.
"""

from __future__ import annotations

import base64
import binascii
import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

PROJECT = Path(__file__).resolve().parents[3]
VAR = Path(os.environ.get("OVERSTAP_VAR") or PROJECT / "var")


def flag(name: str) -> bool:
    """Return whether the variable is switched on: 1, true, yes, ja or aan."""
    return os.environ.get(name, "").lower() in {"1", "true", "yes", "ja", "aan"}


# For how many weeks back-ups are kept: of the main database with the files, and of the key store. A page tells schools
# so; whoever keeps the server running must do it.
KOPIE_WEKEN = tuple(int(os.environ.get(naam, "4")) for naam in ("OVERSTAP_KOPIE_WEKEN", "OVERSTAP_SLEUTELKOPIE_WEKEN"))
PRODUCTION = flag("OVERSTAP_PRODUCTIE")
DEMO = flag("OVERSTAP_DEMO")
if PRODUCTION and DEMO:
    raise ImproperlyConfigured(
        "OVERSTAP_DEMO en OVERSTAP_PRODUCTIE gaan niet samen: wie demo heeft, kent de wachtwoorden."
    )


def secret(name: str) -> str:
    """Return a secret from the environment, or from the file that its name with _BESTAND names.

    On a development machine from the file `./dev setup` wrote.
    """
    if value := os.environ.get(name):
        return value
    if given := file(f"{name}_BESTAND"):
        return given.read_text(encoding="ascii").strip()
    made = VAR / "geheimen" / name
    if not PRODUCTION and made.exists():
        return made.read_text(encoding="ascii").strip()
    raise ImproperlyConfigured(f"{name} ontbreekt. Zet deze omgevingsvariabele (ontwikkelmachine: draai ./dev setup).")


def file(name: str) -> Path | None:
    """Return the file that the variable names, None when it names none; a name without a file stops the program."""
    value = os.environ.get(name, "")
    if value and not Path(value).is_file():
        raise ImproperlyConfigured(f"{name}: {value} is geen bestand.")
    return Path(value) if value else None


def entree() -> tuple[str, str, str] | None:
    """Return (issuer, client id, secret) with which this server is known to Entree Federatie; None without one."""
    issuer = os.environ.get("OVERSTAP_ENTREE_UITGEVER", "")
    if not issuer:
        return None
    if not issuer.startswith("https://") and not DEMO:
        raise ImproperlyConfigured("OVERSTAP_ENTREE_UITGEVER moet met https:// beginnen.")
    client = os.environ.get("OVERSTAP_ENTREE_CLIENT", "")
    if not client:
        raise ImproperlyConfigured("OVERSTAP_ENTREE_CLIENT ontbreekt. Zet hier de client id die Kennisnet u gaf.")
    return issuer, client, secret("OVERSTAP_ENTREE_GEHEIM")


def key(name: str) -> bytes:
    """Return a secret of 32 bytes, written as base64."""
    try:
        value = base64.b64decode(secret(name), validate=True)
    except binascii.Error as error:
        raise ImproperlyConfigured(f"{name} is geen geldige base64.") from error
    if len(value) != 32:
        raise ImproperlyConfigured(
            f"{name} moet 32 bytes zijn, niet {len(value)}. Maak er een: openssl rand -base64 32"
        )
    return value


def emmer() -> dict[str, str] | None:
    """Return the bucket (S3) in which encrypted files lie, None where they lie in a folder."""
    naam = os.environ.get("OVERSTAP_EMMER", "")
    if not naam:
        return None
    adres = secret("OVERSTAP_EMMER_ADRES")
    if not adres.startswith("https://") and (PRODUCTION or not adres.startswith("http://")):
        raise ImproperlyConfigured("OVERSTAP_EMMER_ADRES moet met https:// beginnen: https://s3.voorbeeld.nl")
    ca = file("OVERSTAP_EMMER_CA")
    return {
        "naam": naam,
        "adres": adres,
        "regio": os.environ.get("OVERSTAP_EMMER_REGIO") or "us-east-1",
        "sleutel_id": secret("OVERSTAP_EMMER_SLEUTEL_ID"),
        "sleutel": secret("OVERSTAP_EMMER_SLEUTEL"),
        "ca": ca.read_text(encoding="ascii") if ca else "",
    }


def hoofdsleutel_ernaast() -> bytes | None:
    """Return the master key that also opens while it is being replaced; None when there is no other."""
    naam = "OVERSTAP_HOOFDSLEUTEL_ERNAAST"
    return key(naam) if os.environ.get(naam) or os.environ.get(f"{naam}_BESTAND") else None


# A query that a connection asked five times stays planned there: with row-level security in it, planning costs more
# than answering. A pooler between us and the server must know prepared statements (PgBouncer 1.22 or newer does).
_PREPARED = {"server_side_binding": True, "prepare_threshold": 5}
# Compiling a query to machine code costs 0.4 s, and no query of ours lasts that long: a long list would wait for it.
_NO_JIT = "-c jit=off"
# How many connections wait in one process for the next page.
POOL = {"min_size": 1, "max_size": 8, "timeout": 10}


def database(name: str, *, pool: bool) -> dict[str, Any]:
    """Return Django's settings for the database whose URL is in the variable `name`.

    The URL is `postgresql://user:password@host:port/database`; for a socket leave the host out and
    end with `?host=/folder`.
    `pool` is only for programs that serve many requests from threads.
    """
    parts = urlsplit(secret(name))
    if parts.scheme not in {"postgresql", "postgres"}:
        raise ImproperlyConfigured(f"{name} moet met postgresql:// beginnen: Overstap werkt alleen met PostgreSQL.")
    options: dict[str, Any] = dict(parse_qsl(parts.query))
    host = options.pop("host", "") or parts.hostname or ""
    options |= _PREPARED | {"options": f"{options.get('options', '')} {_NO_JIT}".strip()}
    if pool:
        options["pool"] = POOL
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
        "CONN_MAX_AGE": 0,
        # After PostgreSQL went away, every connection of the pool would cost somebody an error page (24 for one fall,
        # `./dev chaos database`). Asking first costs one round trip.
        "CONN_HEALTH_CHECKS": pool,
    }
