"""Does nothing get lost when the primary PostgreSQL dies and its synchronous standby takes over? And: one moment back.

Real servers. The programs get both addresses (`target_session_attrs=read-write`), as a real installation may.
"""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import psycopg

from overstap.foundation.postgres.cluster import Cluster
from tests.chaos.bezoeker import Bezoeker
from tests.chaos.controle import leeg_de_wachtrij, oordeel
from tests.chaos.druk import Druk
from tests.chaos.opstelling import Opstelling, opstelling, wacht
from tests.chaos.uitval import dood_met_kinderen

_OPTIES = ("max_connections=100", "wal_keep_size=256MB", "hot_standby=on")


def standby(keren: int, schrijven: int) -> dict[str, Any]:
    """Kill the primary under load and let the standby take over; the dead one becomes the next standby."""
    with opstelling("standby", opties=_OPTIES) as waar:
        ander = _standby_van(waar.cluster, waar.map / "pg2")
        try:
            return _wissel_steeds(waar, ander, keren, schrijven)
        finally:
            ander.stop()


def _wissel_steeds(waar: Opstelling, ander: Cluster, keren: int, schrijven: int) -> dict[str, Any]:
    waar.omgeving.update(_beide(waar.omgeving, waar.cluster, ander))
    os.environ.update({naam: waar.omgeving[naam] for naam in ("DATABASE_URL", "SLEUTELS_URL")})
    druk = Druk(waar, definitief=max(4, schrijven // 50), importeren=max(4, schrijven // 50))
    waar.begin()
    druk.start()
    eerste, tweede, duren = waar.cluster, ander, []
    for keer in range(keren):
        tot = schrijven * (keer + 1) // (keren + 1)
        wacht(lambda: druk.aantal() >= tot, "te weinig bevestigingen", 900)  # noqa: B023  # called at once
        begin = time.monotonic()
        dood_met_kinderen(int((eerste.folder / "postmaster.pid").read_text(encoding="ascii").split()[0]))
        tweede._run("pg_ctl", "-D", tweede.folder, "-w", "promote")
        wacht(lambda: druk.eerste_na(begin) is not None, "niemand dient na de wissel", 300, 0.02)  # noqa: B023  # called at once
        duren.append(round((druk.eerste_na(begin) or begin) - begin, 2))
        shutil.rmtree(eerste.folder)
        eerste, tweede = tweede, _standby_van(tweede, eerste.folder)
    wacht(lambda: druk.aantal() >= schrijven, "te weinig bevestigingen", 900)
    druk.stop()
    leeg_de_wachtrij(waar)
    uit = {"gedood": keren, "weer_dienen_s": duren, **oordeel(waar, druk.boek)}
    for een in (eerste, tweede):
        een.stop()
    return uit


def _standby_van(primair: Cluster, map_: Path) -> Cluster:
    """A copy that follows, and which the primary waits for before it says that something was written."""
    met_wachtwoord = primair.superuser_url("postgres")
    kopie = Cluster(map_, options=_OPTIES)
    kopie.password_file.write_text(primair.password_file.read_text(encoding="ascii"), encoding="ascii")
    kopie._own_folder(kopie.folder)
    kopie._run("pg_basebackup", "-D", kopie.folder, "-R", "-X", "stream", "-c", "fast", "-d", met_wachtwoord)
    kopie.ensure_running()
    with psycopg.connect(met_wachtwoord, autocommit=True) as verbinding:
        verbinding.execute("alter system set synchronous_standby_names = '*'")
        verbinding.execute("select pg_reload_conf()")
    with psycopg.connect(met_wachtwoord, autocommit=True) as verbinding:
        vraag = "select count(*) from pg_stat_replication where sync_state = 'sync'"
        wacht(lambda: verbinding.execute(vraag).fetchone() == (1,), "de tweede loopt niet mee", 60)
    return kopie


def _beide(omgeving: Mapping[str, str], een: Cluster, ander: Cluster) -> dict[str, str]:
    namen = [naam for naam in omgeving if naam.endswith("_URL") and naam.startswith(("DATABASE", "SLEUTELS"))]
    return {
        naam: re.sub(r"host=.*", f"host={een.socket},{ander.socket}&target_session_attrs=read-write", omgeving[naam])
        for naam in namen
    }


def moment(keren: int, schrijven: int) -> dict[str, Any]:
    """Point in time recovery: what was written before the moment is there, what came after is not (docs/beheer.md)."""
    with opstelling("moment", opties=("archive_mode=on", "wal_level=replica", "archive_timeout=5")) as waar:
        archief, basis = waar.cluster.folder.parent / "moment-archief", waar.cluster.folder.parent / "moment-basis"
        for map_ in (archief, basis):
            shutil.rmtree(map_, ignore_errors=True)
            waar.cluster._own_folder(map_)
        with psycopg.connect(waar.cluster.superuser_url(), autocommit=True) as verbinding:
            verbinding.execute(f"alter system set archive_command = 'test ! -f {archief}/%f && cp %p {archief}/%f'")
            verbinding.execute("select pg_reload_conf()")
        waar.cluster._run("pg_basebackup", "-D", basis, "-X", "none", "-c", "fast", "-d", waar.cluster.superuser_url())
        druk = Druk(waar, definitief=2, importeren=2)
        waar.start("web")
        waar.wacht_tot_hij_dient()
        dossier = druk.schrijven[0][0]
        voor = _bewaar(waar, druk, dossier, "Geschreven voor het moment.")
        time.sleep(1.5)
        op = waar.vraag("select now()")[0][0]
        time.sleep(1.5)
        na = _bewaar(waar, druk, dossier, "Geschreven na het moment.")
        with psycopg.connect(waar.cluster.superuser_url(), autocommit=True) as verbinding:
            segment = verbinding.execute("select pg_walfile_name(pg_switch_wal())").fetchone()
        wacht((archief / segment[0]).exists, "het archief krijgt het laatste deel niet", 60, 0.2)
        waar.dood("web")
        rijen_toen = waar.vraag("select count(*) from audit_auditevent where op <= %s", op)[0][0]
        dood_met_kinderen(int((waar.cluster.folder / "postmaster.pid").read_text(encoding="ascii").split()[0]))
        shutil.rmtree(waar.cluster.folder)
        begin = time.monotonic()
        basis.rename(waar.cluster.folder)
        with (waar.cluster.folder / "postgresql.auto.conf").open("a", encoding="ascii") as instelling:
            instelling.write(
                f"\nrestore_command = 'cp {archief}/%f %p'\nrecovery_target_time = '{op.isoformat()}'\n"
                "recovery_target_action = 'promote'\narchive_mode = off\n"
            )
        waar.cluster._give(waar.cluster.folder / "postgresql.auto.conf")
        (waar.cluster.folder / "recovery.signal").touch()
        waar.cluster._give(waar.cluster.folder / "recovery.signal")
        waar.cluster.options = ("max_connections=100",)
        waar.cluster.ensure_running()
        wacht(lambda: waar.vraag("select pg_is_in_recovery()")[0][0] is False, "het herstel eindigt niet", 120, 0.2)
        duur = time.monotonic() - begin
        waar.start("web")
        waar.wacht_tot_hij_dient()
        pagina = Bezoeker(waar.poort, druk.sessies[0]["leerkracht"]).haal(_pad(dossier)).tekst
        rijen_nu = waar.vraag("select count(*) from audit_auditevent where op <= %s", op)[0][0]
        gebroken = waar.vraag("select count(*) from audit_breuken()")[0][0]
        shutil.rmtree(archief)
        return {
            "bevestigd_voor": voor, "bevestigd_na": na, "eerdere_tekst_er": "Geschreven voor het moment." in pagina,
            "latere_tekst_er": "Geschreven na het moment." in pagina, "hersteld_in_s": round(duur, 1),
            "verloren": int("Geschreven voor het moment." not in pagina) + rijen_toen - rijen_nu,
            "dubbel": int("Geschreven na het moment." in pagina), "logboek_gebroken": gebroken,
        }  # fmt: skip


def _bewaar(waar: Opstelling, druk: Druk, dossier: Any, tekst: str) -> bool:
    wie = Bezoeker(waar.poort, druk.sessies[0]["leerkracht"])
    gevonden = re.search(r'name="revisie" value="(\d+)"', wie.haal(_pad(dossier)).tekst)
    revisie = gevonden[1] if gevonden else "0"
    return wie.stuur(_pad(dossier), {"gedrag_contact": tekst, "revisie": revisie, "knop": "vanzelf"}).status == 200


def _pad(dossier: Any) -> str:
    return f"/po/dossiers/{dossier}/onderdelen/gedrag/"
