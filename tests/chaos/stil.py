"""What waits when somebody else hangs: the virus scanner, the mail server, or who uploads?"""

from __future__ import annotations

import os
import random
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.chaos.bezoeker import NAAR, Bezoeker, formulier
from tests.chaos.controle import leeg_de_wachtrij, oordeel, wachtend
from tests.chaos.druk import Druk
from tests.chaos.opstelling import Opstelling, opstelling, vrije_poort, wacht
from tests.clamd import draaiende_clamd

_VELDEN = {"soort": "lvs_profiel", "omschrijving": "Proef", "besproken_op": "3-11-2026"}


def scanner(keren: int, schrijven: int) -> dict[str, Any]:
    """clamd takes a connection and never answers: nothing is called safe, and everything else goes on."""
    with draaiende_clamd() as clamd, opstelling("scanner", OVERSTAP_CLAMD=clamd.pad) as waar:
        Path(clamd.pad).parent.chmod(0o755)
        druk = Druk(waar, definitief=8, importeren=4)
        clamd.bevries()
        waar.begin()
        wie = Bezoeker(waar.poort, druk.sessies[0]["leerkracht"])
        pad = f"/po/dossiers/{druk.schrijven[0][0]}/bijlagen/"
        for n in range(8):
            antwoord = wie.upload(f"{pad}toevoegen/", f"stil-{n}.pdf", _pdf(n), _VELDEN)
            if antwoord.status not in NAAR:
                raise RuntimeError(f"bijlage {n}: {antwoord.status}")
        druk.start()
        begin = time.monotonic()
        wacht(lambda: _gedaan(waar, "pdf.maken") > 0, "er komt geen pdf terwijl de scanner hangt", 600, 0.5)
        eerste_pdf = time.monotonic() - begin
        wacht(lambda: druk.aantal() >= schrijven, "te weinig bevestigingen", 600)
        druk.stop()
        tijdens = dict(waar.vraag("select scan, count(*) from bijlagen_bijlage group by 1"))
        clamd.verder()
        begin = time.monotonic()
        leeg_de_wachtrij(waar)
        na = dict(waar.vraag("select scan, count(*) from bijlagen_bijlage group by 1"))
        return {
            "eerste_pdf_s": round(eerste_pdf, 1), "bijlagen_tijdens": tijdens, "bijlagen_daarna": na,
            "alles_gekeurd_na_s": round(time.monotonic() - begin, 1), **oordeel(waar, druk.boek),
        }  # fmt: skip


def mailserver(keren: int, schrijven: int) -> dict[str, Any]:
    """The mail server takes connections and never says a word: the worker goes on with other work."""
    poort = vrije_poort()
    anders = {"OVERSTAP_DEMO": "0", "OVERSTAP_SMTP_HOST": "127.0.0.1", "OVERSTAP_SMTP_PORT": str(poort)}
    with zwijgende_server(poort) as verbindingen, opstelling("mailserver", **anders) as waar:
        # Each of them invites two parents: mails enough to hold every thread of the worker.
        druk = Druk(waar, definitief=6, importeren=2)
        druk.klaar_voor.clear()
        # The world lets its invitations leave by itself; here they still have to.
        waar.vraag("update inzages_inzage set mail_verzonden_op = null")
        post = waar.vraag("select count(*) from procrastinate_jobs where task_name like 'mail.%'")[0][0]
        waar.begin()
        druk.start()
        begin = time.monotonic()
        wacht(lambda: _gedaan(waar, "pdf.maken") >= 6, "geen pdf terwijl de mailserver zwijgt", 600, 0.5)
        alle_pdf = time.monotonic() - begin
        wacht(lambda: druk.aantal() >= schrijven, "te weinig bevestigingen", 600)
        druk.stop()
        uit = {
            "mails": post, "vergeefse_verbindingen": len(verbindingen), "alle_pdfs_s": round(alle_pdf, 1),
            "mails_nog_te_gaan": sum(n for naam, n in wachtend(waar).items() if naam.startswith("mail.")),
        }  # fmt: skip
        return uit | oordeel(waar, druk.boek)


def upload(keren: int, schrijven: int) -> dict[str, Any]:
    """An upload that stops halfway: nothing of it stays, and nobody else notices."""
    toeval = random.Random("upload")
    with opstelling("upload") as waar:
        druk = Druk(waar, definitief=2, importeren=2)
        waar.begin()
        leeg_de_wachtrij(waar)
        sessie, pad = druk.sessies[0]["leerkracht"], f"/po/dossiers/{druk.schrijven[0][0]}/bijlagen/toevoegen/"
        er_was, rijen = _bestanden(waar), waar.vraag("select count(*) from bijlagen_bijlage")
        druk.klaar_voor.clear()
        druk.nummers.clear()
        druk.start()
        for n in range(keren * 5):
            _scheur(waar.poort, sessie, pad, _pdf(n) * 40, toeval.random())
        wacht(lambda: druk.aantal() >= schrijven, "te weinig bevestigingen", 600)
        druk.stop()
        erbij, nu = _bestanden(waar) - er_was, waar.vraag("select count(*) from bijlagen_bijlage")
        heel = Bezoeker(waar.poort, sessie).upload(pad, "heel.pdf", _pdf(1), _VELDEN)
        return {
            "gescheurd": keren * 5, "half_gebleven": len(erbij) + nu[0][0] - rijen[0][0],
            "daarna": heel.status, **oordeel(waar, druk.boek),
        }  # fmt: skip


def _scheur(poort: int, sessie: str, pad: str, ruw: bytes, deel: float) -> None:
    """Send a part of an upload and hang up."""
    inhoud, soort = formulier("half.pdf", ruw, _VELDEN)
    kop = (
        f"POST {pad} HTTP/1.1\r\nHost: localhost:{poort}\r\nCookie: sessionid={sessie}; csrftoken={'a' * 32}\r\n"
        f"Content-Type: {soort}\r\nContent-Length: {len(inhoud)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", poort), timeout=10) as lijn:
        lijn.sendall(kop.encode() + inhoud[: int(len(inhoud) * deel)])


def _bestanden(waar: Opstelling) -> set[Path]:
    return {pad for pad in Path(waar.omgeving["OVERSTAP_BIJLAGEN_MAP"]).rglob("*") if pad.is_file()}


def _gedaan(waar: Opstelling, taak: str) -> int:
    vraag = "select count(*) from procrastinate_jobs where task_name = %s and status = 'succeeded'"
    return int(waar.vraag(vraag, taak)[0][0])


def _pdf(nummer: int) -> bytes:
    return b"%PDF-1.7 " + bytes([65 + nummer]) + os.urandom(20_000)


@contextmanager
def zwijgende_server(poort: int) -> Iterator[list[socket.socket]]:
    """Somebody who takes every connection and never says anything; gives the connections so far."""
    genomen: list[socket.socket] = []
    with socket.create_server(("127.0.0.1", poort), backlog=100) as deur:

        def neem() -> None:
            while True:
                try:
                    genomen.append(deur.accept()[0])
                except OSError:
                    return

        threading.Thread(target=neem, daemon=True).start()
        yield genomen
        deur.shutdown(socket.SHUT_RDWR)
        for lijn in genomen:
            lijn.close()
