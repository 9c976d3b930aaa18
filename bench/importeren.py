"""What does it cost to take one OSO file over: from the bytes of the official example to a dossier that is stored?"""

from __future__ import annotations

import statistics
import time
from itertools import pairwise
from typing import TYPE_CHECKING

from bench.oso import OSO_MAP

if TYPE_CHECKING:
    from bench.klas import Klas

KEREN = 10


def meet(klas: Klas) -> dict[str, float]:
    """CPU milliseconds and queries of the whole act (keep, read, take over) and of its parts; every time undone."""
    from django.db import connection, connections, transaction
    from django.test.utils import CaptureQueriesContext

    from overstap.domain.importen.actions import bewaar_upload, neem_over
    from overstap.domain.importen.queries import upload_for, uploadlezer_for
    from overstap.domain.scholen.models import Organisatie
    from overstap.foundation.rls import als
    from overstap.integrations.oso import lees
    from tests.wereld import AT

    ruw = (OSO_MAP / "Voorbeelddossier_OV_POVO_full.xml").read_bytes()
    brin = (lees(ruw).inhoud.get("school") or {}).get("brincode", "")
    tijden: dict[str, list[float]] = {"bewaar": [], "lees": [], "neem_over": [], "heel": [], "heel_wachten": []}
    queries = 0
    for keer in range(KEREN + 1):
        with transaction.atomic(), transaction.atomic(using="sleutels"):
            # The official example is of a school of its own; ours takes its BRIN for a moment.
            Organisatie.objects.filter(id=klas.wereld.a.id).update(brin=brin)
            with (
                CaptureQueriesContext(connection) as hier,
                CaptureQueriesContext(connections["sleutels"]) as sleutels,
                als(klas.wereld.a.administratie) as by,
            ):
                begin, klok = time.perf_counter(), [time.process_time()]
                upload_id = bewaar_upload(stukken=[ruw], by=by, at=AT)
                klok.append(time.process_time())
                with uploadlezer_for(by, upload_for(by, upload_id, AT)) as bron:
                    gelezen = lees(bron, vandaag=AT.date())
                klok.append(time.process_time())
                neem_over(upload_id=upload_id, gelezen=gelezen, by=by, at=AT)
                klok.append(time.process_time())
                wachten = (time.perf_counter() - begin) * 1000
            queries = len(hier) + len(sleutels)
            transaction.set_rollback(True)
            transaction.set_rollback(True, using="sleutels")
        if keer:
            delen = [(tot - van) * 1000 for van, tot in pairwise(klok)]
            metingen = (*delen, sum(delen), wachten)
            for naam, meting in zip(tijden, metingen, strict=True):
                tijden[naam].append(meting)
    return {f"{naam}_ms": round(statistics.median(reeks), 1) for naam, reeks in tijden.items()} | {
        "queries": queries, "bijlagen": len(gelezen.bestanden), "omvang_kb": len(ruw) // 1024,
    }  # fmt: skip
