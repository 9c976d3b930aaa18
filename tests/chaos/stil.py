"""What waits when somebody else hangs: the virus scanner, the mail server, or who uploads?"""

from __future__ import annotations

import os
import random
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.chaos.bezoeker import NAAR, Bezoeker, GeenAntwoord, formulier
from tests.chaos.controle import leeg_de_wachtrij, oordeel, wachtend
from tests.chaos.druk import Druk
from tests.chaos.opstelling import Opstelling, opstelling, vrije_poort, wacht
from tests.clamd import draaiende_clamd
from tests.s3 import s3_server

_VELDEN = {"soort": "lvs_profiel", "omschrijving": "Proef", "besproken_op": "3-11-2026"}


def scanner(keren: int, schrijven: int) -> dict[str, Any]:
    """clamd takes a connection and never answers: nothing is called safe, and everything else goes on."""
    with draaiende_clamd() as clamd, opstelling("scanner", OVERSTAP_CLAMD=clamd.pad) as waar:
        Path(clamd.pad).parent.chmod(0o755)
        druk = Druk(waar, definitief=max(4, schrijven // 100), importeren=max(4, schrijven // 100))
        waar.begin()
        te_vroeg, duren, gemaakt = 0, [], []
        druk.start()
        for keer in range(keren):
            clamd.bevries()
            er_waren = [rij[0] for rij in waar.vraag("select id from bijlagen_bijlage")]
            pad = f"/po/dossiers/{druk.schrijven[keer % len(druk.schrijven)][0]}/bijlagen/toevoegen/"
            for n in range(4):
                # A connection of its own: one that is silent for long is closed by the server.
                wie = Bezoeker(waar.poort, druk.sessies[0]["leerkracht"], geduld=120)
                antwoord = wie.upload(pad, f"stil-{keer}-{n}.pdf", _pdf(n), _VELDEN)
                if antwoord.status not in NAAR:
                    raise RuntimeError(f"bijlage {keer}-{n}: {antwoord.status}")
            eerder = _gedaan(waar, "pdf.maken")
            wacht(lambda: druk.aantal() >= schrijven * (keer + 1) // keren, "te weinig bevestigingen", 900)  # noqa: B023  # called at once
            gemaakt.append(_gedaan(waar, "pdf.maken") - eerder)
            te_vroeg += _met_oordeel(waar, er_waren)
            clamd.verder()
            duren.append(wacht(lambda: _alles_beoordeeld(waar), "na de scanner blijft een bijlage wachten", 300, 0.5))
        druk.stop()
        rust = leeg_de_wachtrij(waar)
        return {
            "gehangen": keren, "te_vroeg_beoordeeld": te_vroeg, "pdfs_terwijl_hij_hing": gemaakt,
            "alles_beoordeeld_na_s": [round(duur, 1) for duur in duren], "wachtrij_leeg_s": round(rust, 1),
            "bijlagen": dict(waar.vraag("select scan, count(*) from bijlagen_bijlage group by 1")),
            **oordeel(waar, druk.boek),
        }  # fmt: skip


def _wachten_op_oordeel(waar: Opstelling) -> int:
    return int(waar.vraag("select count(*) from bijlagen_bijlage where scan = 'wordt_gecontroleerd'")[0][0])


def _met_oordeel(waar: Opstelling, behalve: list[Any]) -> int:
    """How many attachments have a verdict, of those that came since: by an upload or with an import."""
    vraag = "select count(*) from bijlagen_bijlage where scan <> 'wordt_gecontroleerd' and id <> all(%s)"
    return int(waar.vraag(vraag, behalve)[0][0])


def _alles_beoordeeld(waar: Opstelling) -> bool:
    """Try now what waits for a later try, and see whether every attachment has its verdict."""
    waar.vraag(
        "update procrastinate_jobs set scheduled_at = null where status = 'todo' and task_name = 'bijlage.controleren'"
    )
    return not _wachten_op_oordeel(waar)


def emmer(keren: int, schrijven: int) -> dict[str, Any]:
    """The bucket with files takes connections and never answers, for six seconds each time: people go on writing."""
    with s3_server() as s3:
        plek = s3.emmer()
        anders = {f"OVERSTAP_EMMER_{naam.upper()}": plek[naam] for naam in ("adres", "sleutel_id", "sleutel")}
        with opstelling("emmer", OVERSTAP_EMMER=plek["naam"], **anders) as waar:
            druk = Druk(waar, definitief=max(4, schrijven // 100), importeren=max(4, schrijven // 100))
            waar.begin()
            er_waren, antwoorden, tijdens, duren = _bijlagen(waar), Counter[str](), 0, []
            druk.start()
            for keer in range(keren):
                wacht(lambda: druk.aantal() >= schrijven * (keer + 1) // (keren + 1), "te weinig bevestigingen", 900)  # noqa: B023  # called at once
                pad = f"/po/dossiers/{druk.schrijven[keer % len(druk.schrijven)][0]}/bijlagen/toevoegen/"
                wie = Bezoeker(waar.poort, druk.sessies[0]["leerkracht"], geduld=180)
                s3.bevries()
                eerder, begin = druk.aantal(), time.monotonic()
                gaat = threading.Thread(target=lambda: antwoorden.update([_antwoord(wie, pad)]), daemon=True)  # noqa: B023  # joined below
                gaat.start()
                time.sleep(6)
                tijdens += druk.aantal() - eerder
                s3.verder()
                gaat.join(180)
                duren.append(round(time.monotonic() - begin - 6, 1))
            wacht(lambda: druk.aantal() >= schrijven, "te weinig bevestigingen", 900)
            druk.stop()
            rust = leeg_de_wachtrij(waar)
            return {
                "gehangen": keren, "daden_terwijl_hij_hing": tijdens, "uploads": dict(antwoorden),
                "upload_na_s": duren, "bijlagen_verloren": max(0, antwoorden["genomen"] - _bijlagen(waar) + er_waren),
                "wachtrij_leeg_s": round(rust, 1), **oordeel(waar, druk.boek),
            }  # fmt: skip


def _antwoord(wie: Bezoeker, pad: str) -> str:
    try:
        antwoord = wie.upload(pad, "emmer.pdf", _pdf(1), _VELDEN)
    except GeenAntwoord as fout:
        return str(fout)
    return "genomen" if antwoord.status in NAAR else str(antwoord.status)


def _bijlagen(waar: Opstelling) -> int:
    return int(waar.vraag("select count(*) from bijlagen_bijlage")[0][0])


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
