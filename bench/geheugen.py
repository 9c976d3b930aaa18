"""How much memory does one web process hold after five hundred requests of every kind of visitor?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle, islice
from typing import TYPE_CHECKING

from bench.klas import log_in
from bench.server import Bezoeker

if TYPE_CHECKING:
    from bench.klas import Klas
    from bench.server import Server

AANTAL = 500


# What no section may hold, so that the page comes back with everything in it.
TE_LANG = {"gedrag_contact": "Lang verhaal. " * 200}


def meet(waar: Server, klas: Klas) -> dict[str, float]:
    """MB after the start, after a hundred and after five hundred mixed requests."""
    uit = {f"{naam}_mb_begin": mb for naam, mb in waar.geheugen_mb().items()}
    soorten = list(_verzoeken(waar, klas))
    for nummer, verzoek in enumerate(islice(cycle(soorten), AANTAL), start=1):
        verzoek()
        if nummer in {100, AANTAL}:
            uit |= {f"{naam}_mb_na_{nummer}": mb for naam, mb in waar.geheugen_mb().items()}
    return uit | {"soorten": len(soorten)}


def _verzoeken(waar: Server, klas: Klas) -> Iterator[Callable[[], bytes]]:
    """Reading and writing pages, downloads and refusals, for a teacher, a directeur, a vo school, a parent, nobody."""
    from overstap.domain.dossiers.enums import Staat
    from overstap.domain.rapporten.catalogue import catalogus

    wereld = klas.wereld
    naar_vo = wereld.dossier_in(Staat.GELEZEN, met_bestanden=True)
    dossiers = [geval.dossier_id for geval in klas.gevallen]
    leerkracht, directeur, vo, ouder = (
        Bezoeker(waar, log_in(wie))
        for wie in (wereld.a.leerkracht, wereld.a.directeur, wereld.vo.toelating, naar_vo.ouders[0].actor)
    )
    niemand = Bezoeker(waar, "geen")
    lezen: list[tuple[Bezoeker, str]] = [(leerkracht, "/po/"), (leerkracht, "/po/ouders/"), (vo, "/vo/")]
    secties = [sectie.naam for sectie in catalogus().secties]
    for nummer, dossier_id in enumerate(dossiers):
        pad = f"/po/dossiers/{dossier_id}/"
        verder = ("", f"onderdelen/{secties[nummer % len(secties)]}/", "bijlagen/", "ouders/", "advies/", "definitief/")
        lezen += [(leerkracht, f"{pad}{deel}") for deel in verder]
        lezen += [(directeur, f"{pad}logboek/"), (directeur, f"{pad}overdracht/"), (leerkracht, "/po/")]
    lezen += [(ouder, f"/ouders/rapport/{deel}") for deel in ("", "kopie/", "wie-keek/", "mening/")]
    for wie, adres in lezen:
        yield lambda wie=wie, adres=adres: wie.vraag(adres)  # type: ignore[misc]  # a lambda has no types of its own
    zending = f"/vo/overdrachten/{naar_vo.overdracht_id}/"
    yield lambda: vo.vraag(zending)
    yield lambda: vo.vraag(f"{zending}oso/", gegevens={})
    yield lambda: vo.vraag(f"{zending}pdf/", gegevens={})
    yield lambda: leerkracht.vraag(f"/po/dossiers/{dossiers[0]}/onderdelen/gedrag/", gegevens=TE_LANG, verwacht=422)
    yield lambda: vo.vraag(f"/po/dossiers/{dossiers[0]}/", verwacht=404)
    yield lambda: niemand.vraag("/account/inloggen/")
