"""What does one pupil with 40 MB of attachments cost the worker at its peak, coming in and going out?

Beside a small pupil, because the program itself takes most of it.
"""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from bench.partij import werker, zip_van

if TYPE_CHECKING:
    from bench.klas import Klas
    from overstap.domain.bijlagen.snapshot import Bestand

AANTAL, OMVANG = 4, 10 * 1024 * 1024


def meet(klas: Klas) -> dict[str, float]:
    """MB of memory of a worker that reads and takes over one file, and of one that makes the OSO file."""
    uit = {f"import_{naam}_mb": _importeer(klas, bestanden) for naam, bestanden in _soorten()}
    uit |= {f"export_{naam}_mb": _exporteer(klas, bestanden) for naam, bestanden in _soorten()}
    return uit


def _soorten() -> tuple[tuple[str, tuple[Bestand, ...]], ...]:
    from overstap.domain.bijlagen.snapshot import Bestand

    toeval = random.Random(1)  # noqa: S311  # the same bytes every time
    groot = tuple(
        Bestand(f"groot-{nummer}", "", f"scan-{nummer}.pdf", "Scan", "application/pdf", b"%PDF-" + inhoud)
        for nummer, inhoud in enumerate(toeval.randbytes(OMVANG) for _ in range(AANTAL))
    )
    return ("klein", ()), ("groot", groot)


def _importeer(klas: Klas, bestanden: tuple[Bestand, ...]) -> float:
    from overstap.domain.importen.actions import bewaar_partij, neem_partij_over
    from overstap.foundation.rls import als
    from overstap.integrations.oso import voorbeeldbestand
    from tests.wereld import AT, VANDAAG

    plek = klas.wereld.b
    uit_las = plek.gelezen(50 + len(bestanden))
    inhoud = uit_las.inhoud.met({"contactnodig": False, "advies_voorlopig": "havo"})
    ruw = voorbeeldbestand(inhoud, nummer=uit_las.nummer, datum=VANDAAG, bestanden=bestanden)
    with als(plek.administratie) as by:
        partij_id = bewaar_partij(stukken=[zip_van([ruw])], by=by, at=AT)
    lezen = werker("importeer", str(plek.id), str(partij_id))
    with als(plek.administratie) as by:
        if neem_partij_over(partij_id=partij_id, by=by, at=AT) != 1:
            raise OSError("het bestand werd niet overgenomen")
    return max(lezen["mb"], werker("importeer", str(plek.id), str(partij_id))["mb"])


def _exporteer(klas: Klas, bestanden: tuple[Bestand, ...]) -> float:
    from overstap.domain.adviezen.enums import Toetsadvies
    from tests.wereld import Geval, dagen_terug, kind, laat_mail_vertrekken, maak_pdf_nu

    plek = klas.wereld.a
    nummer = 800 + len(bestanden)
    geval = Geval(kind(nummer), plek.mensen, klas.wereld.vo.mensen)
    geval.importeer(dagen_terug(40), replace(plek.gelezen(nummer), bestanden=bestanden))
    geval.geef_vrij(dagen_terug(35), dagen_terug(35).date())
    geval.vul_in(dagen_terug(30))
    geval.geef_voorlopig(dagen_terug(28))
    geval.leg_toets_vast(Toetsadvies.VMBO_GT_HAVO, dagen_terug(26).date(), dagen_terug(24))
    geval.geef_definitief(dagen_terug(22))
    geval.nodig_uit(dagen_terug(20))
    laat_mail_vertrekken(geval, dagen_terug(20))
    for ouder in range(len(geval.ouders)):
        geval.teken(ouder, dagen_terug(18))
    geval.maak_definitief(dagen_terug(15))
    geval.meld_aan(dagen_terug(12))
    geval.verstuur(dagen_terug(10))
    maak_pdf_nu(geval)
    return werker("exporteer", *_ids(geval.school.id, geval.dossier_id, geval.overdracht_id), "1")["mb"]


def _ids(*ids: UUID | None) -> tuple[str, ...]:
    return tuple(map(str, ids))
