"""Does the application refuse to start when its environment is wrong?"""

import base64
import os
import subprocess
import sys

import pytest

COMPLETE = {
    "OVERSTAP_PRODUCTIE": "1",
    "OVERSTAP_SECRET_KEY": "geheim" * 10,
    "OVERSTAP_HOOFDSLEUTEL": base64.b64encode(b"h" * 32).decode(),
    "OVERSTAP_ZOEKSLEUTEL": base64.b64encode(b"z" * 32).decode(),
    "OVERSTAP_ADRES": "https://overstap.example.nl",
    "OVERSTAP_HOSTS": "overstap.example.nl",
    "DATABASE_URL": "postgresql://app:a@db.example.nl:5432/overstap?sslmode=verify-full&options=-c%20work_mem%3D64MB",
    "OVERSTAP_SMTP_HOST": "smtp.example.nl",
    "OVERSTAP_CLAMD": "/run/clamav/clamd.ctl",
    "SLEUTELS_URL": "postgresql://app:a@sleutels.example.nl/sleutels",
}


PRINT_SETTINGS = """
from overstap.config import settings as s
print(*s.DATABASES["default"]["OPTIONS"]["options"].split())
print(s.SESSION_COOKIE_SECURE, s.DATABASES["default"]["HOST"], s.DEBUG, s.ALLAUTH_TRUSTED_PROXY_COUNT)
"""
# Everything `overstap talen bouw` loads, without writing files that others read.
BUILD_NOTHING = """
from overstap.commands import main, talen
from overstap.web.ouders import vertaling
vertaling.VERTAALD = ()
raise SystemExit(main(["talen", "bouw"]))
"""
SECRETS = ["OVERSTAP_SECRET_KEY", "OVERSTAP_HOOFDSLEUTEL", "OVERSTAP_ZOEKSLEUTEL", "DATABASE_URL", "SLEUTELS_URL"]


def start(**changes: str | None) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], **COMPLETE, **changes}
    return subprocess.run(
        [sys.executable, "-c", PRINT_SETTINGS],
        env={name: value for name, value in environment.items() if value is not None},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_complete_production_environment_starts():
    started = start(OVERSTAP_DEBUG="1")
    options, rest = started.stdout.splitlines() or ("", started.stderr)
    # What the address says of the connection stays, beside what we ask of every connection.
    assert options == "-c work_mem=64MB -c jit=off"
    assert rest.split() == ["True", "db.example.nl", "False", "1"]


def test_wrong_tries_are_counted_per_visitor_behind_the_proxies_we_trust():
    assert start(OVERSTAP_PROXYS="2").stdout.split()[-1] == "2"


def test_the_translations_are_made_where_there_are_no_secrets_yet():
    """`./dev setup` does that on a bare machine, before anything else ran."""
    made = subprocess.run(
        [sys.executable, "-c", BUILD_NOTHING],
        env={"PATH": os.environ["PATH"], "OVERSTAP_VAR": os.devnull},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr


@pytest.mark.parametrize("name", SECRETS)
def test_production_takes_no_secret_from_the_machine(name: str):
    assert f"{name} ontbreekt" in start(**{name: None}).stderr


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"OVERSTAP_DEMO": "1"}, "gaan niet samen"),
        ({"OVERSTAP_ADRES": "http://overstap.example.nl"}, "https://"),
        ({"OVERSTAP_HOSTS": None}, "OVERSTAP_HOSTS"),
        ({"OVERSTAP_SMTP_HOST": None}, "OVERSTAP_SMTP_HOST"),
        ({"OVERSTAP_CLAMD": None}, "OVERSTAP_CLAMD"),
        ({"OVERSTAP_HOOFDSLEUTEL": base64.b64encode(b"kort").decode()}, "32 bytes"),
        ({"OVERSTAP_ZOEKSLEUTEL": "geen base64!"}, "base64"),
        ({"DATABASE_URL": "sqlite:///overstap.db"}, "alleen met PostgreSQL"),
    ],
)
def test_production_refuses_to_start(changes: dict[str, str | None], message: str):
    refused = start(**changes)
    assert refused.returncode != 0
    assert message in refused.stderr
