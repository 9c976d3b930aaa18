"""A server that speaks S3, on the loopback and in a process of its own, with buckets to try."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import uuid4

import boto3

_SECONDEN = 60.0


@dataclass(frozen=True)
class S3:
    """A running server; `emmer` makes a bucket and says how our settings name it."""

    adres: str
    proces: subprocess.Popen[bytes]

    @property
    def klant(self):
        """Somebody else's client, to look what really lies there."""
        return boto3.client(
            "s3", endpoint_url=self.adres, region_name="us-east-1", aws_access_key_id="proef",
            aws_secret_access_key="proef",
        )  # fmt: skip

    def emmer(self, *, versies: bool = False) -> dict[str, str]:
        """A fresh bucket."""
        naam = f"proef-{uuid4().hex[:12]}"
        self.klant.create_bucket(Bucket=naam)
        if versies:
            self.klant.put_bucket_versioning(Bucket=naam, VersioningConfiguration={"Status": "Enabled"})
        return {
            "naam": naam, "adres": self.adres, "regio": "us-east-1", "sleutel_id": "proef", "sleutel": "proef",
            "ca": "",
        }  # fmt: skip

    def bevries(self) -> None:
        """Let it hang: it takes connections and never answers."""
        self.proces.send_signal(signal.SIGSTOP)

    def verder(self) -> None:
        """Let it go on."""
        self.proces.send_signal(signal.SIGCONT)

    def namen(self, emmer: dict[str, str]) -> list[str]:
        """The names of everything in a bucket."""
        return [een["Key"] for een in self.klant.list_objects_v2(Bucket=emmer["naam"]).get("Contents", [])]


@contextmanager
def s3_server() -> Iterator[S3]:
    """Start it, and stop it in the end."""
    with socket.create_server(("127.0.0.1", 0)) as vrij:
        poort = vrij.getsockname()[1]
    woorden = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(poort)]
    with subprocess.Popen(woorden, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as programma:
        try:
            _wacht(poort)
            yield S3(f"http://127.0.0.1:{poort}", programma)
        finally:
            programma.kill()


def _wacht(poort: int) -> None:
    tot = time.monotonic() + _SECONDEN
    while time.monotonic() < tot:
        try:
            socket.create_connection(("127.0.0.1", poort), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("de S3-server startte niet")
