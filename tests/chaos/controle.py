"""Is every acknowledged write there, once, and is everything else whole? Asked of the database, as its owner."""

from __future__ import annotations

import time
from collections import Counter
from typing import Any

from tests.chaos.druk import Boek
from tests.chaos.opstelling import Opstelling

_DRAIN = 420.0
_DUBBEL = """
select (select count(*) from (select versie_id, publiek from rapporten_versiepdf group by 1, 2 having count(*) > 1) d)
     + (select count(*) from (select dossier_id from rapporten_versie where soort = 'definitief' group by 1
        having count(*) > 1) d)
"""


def leeg_de_wachtrij(waar: Opstelling) -> float:
    """Seconds until no job waits any more. What waits for a later try is tried now; what a dead worker left is not
    hurried: another one must find it."""
    begin = time.monotonic()
    while time.monotonic() - begin < _DRAIN:
        waar.vraag("update procrastinate_jobs set scheduled_at = null where status = 'todo' and scheduled_at > now()")
        if not wachtend(waar):
            return time.monotonic() - begin
        time.sleep(1)
    raise RuntimeError(f"de wachtrij raakt niet leeg: {wachtend(waar)}")


def wachtend(waar: Opstelling) -> dict[str, int]:
    """Jobs that are not done, without those that come round by the clock."""
    rijen = waar.vraag(
        "select task_name, count(*) from procrastinate_jobs where status in ('todo', 'doing')"
        " and task_name not in (select task_name from procrastinate_periodic_defers) group by 1"
    )
    return {str(naam): int(aantal) for naam, aantal in rijen}


def oordeel(waar: Opstelling, boek: Boek) -> dict[str, Any]:
    """The figures; `verloren` must be 0, and so must what is `stuk`."""
    opgeslagen = {rij[0]: rij[1] for rij in waar.vraag("select dossier_id, revisie from rapporten_concept")}
    verloren = []
    for dossier_id, revisies in boek.revisies.items():
        # Every save has a number of its own; one that was undone after all leaves its number to the next.
        verloren += [f"{dossier_id}: {n} tweemaal" for n, keer in Counter(revisies).items() if keer > 1]
        verloren += [f"{dossier_id}: {n} weg" for n in revisies if n > opgeslagen.get(dossier_id, -1)]
    er = {str(rij[0]) for rij in waar.vraag("select id from dossiers_dossier")}
    verloren += [
        f"import {nummer}" for nummer, naar in boek.geimporteerd.items() if naar.strip("/").split("/")[-1] not in er
    ]
    vast = {rij[0] for rij in waar.vraag("select dossier_id from rapporten_versie where soort = 'definitief'")}
    verloren += [f"definitief {dossier_id}" for dossier_id in boek.definitief if dossier_id not in vast]
    return {
        "bevestigd": len(boek.bevestigd),
        "bewaard": sum(map(len, boek.revisies.values())),
        "geimporteerd": len(boek.geimporteerd),
        "definitief": len(boek.definitief),
        "verloren": len(verloren),
        "welke": verloren[:5],
        "geen_antwoord": dict(boek.geen_antwoord),
        "onverwacht": dict(Counter(boek.onverwacht).most_common(5)),
        **_gesteldheid(waar),
    }


def _gesteldheid(waar: Opstelling) -> dict[str, Any]:
    taken = dict(waar.vraag("select status::text, count(*) from procrastinate_jobs group by 1"))
    vaker = waar.vraag("select count(*) from procrastinate_jobs where attempts > 1")[0][0]
    # `sleutel` is what the school knows the pupil by: two of one would be an import that was done twice.
    dubbel = waar.vraag(_DUBBEL)[0][0]
    return {
        "vanzelf_herstart": waar.herstart,
        "taken": taken,
        "taken_vaker_geprobeerd": vaker,
        "dubbel": dubbel + _dubbele_leerlingen(waar),
        "post_dubbel": _dubbele_post(waar),
        "bestanden_weg": _bestanden_weg(waar),
        "logboek_gebroken": waar.vraag("select count(*) from audit_breuken()")[0][0],
    }


def _dubbele_leerlingen(waar: Opstelling) -> int:
    return int(
        waar.vraag(
            "select count(*) from (select school_id, achternaam, roepnaam from leerlingen_leerling"
            " where achternaam like 'Chaos%' group by 1, 2, 3 having count(*) > 1) d"
        )[0][0]
    )


def _dubbele_post(waar: Opstelling) -> int:
    """Mails that say the same to the same address."""
    from overstap.integrations.mail.postbus import lees_post

    post = Counter((een.aan, een.onderwerp, een.tekst) for een in lees_post(waar.map / "demo-post"))
    return sum(keer - 1 for keer in post.values())


def _bestanden_weg(waar: Opstelling) -> int:
    """Rows that name a file which is not in the store; that of a refused attachment was thrown away on purpose."""
    from overstap.foundation import opslag

    kolommen = waar.vraag(
        "select k.table_name, k.column_name, exists (select from information_schema.columns w"
        " where w.table_schema = 'public' and w.table_name = k.table_name and w.column_name = 'weigerreden')"
        " from information_schema.columns k where k.table_schema = 'public' and k.data_type = 'uuid'"
        " and k.column_name like '%bestand_id'"
    )
    er, weg = set(opslag.alle()), 0
    for tabel, kolom, te_weigeren in kolommen:
        ook = " and weigerreden = ''" if te_weigeren else ""
        for (bestand_id,) in waar.vraag(f'select "{kolom}" from "{tabel}" where "{kolom}" is not null{ook}'):  # noqa: S608  # names from the catalogue
            weg += bestand_id not in er
    return weg
