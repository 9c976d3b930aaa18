"""Which colleague was invited in the world of the access matrix, or asks for an account, and has no answer yet?"""

from __future__ import annotations

from overstap.domain.medewerkers.actions import bevestig_medewerkers, maak_agendalink, nodig_uit, vraag_account
from overstap.domain.seintjes.actions import kies_seintjes, wek_collegas
from overstap.foundation.access import Rol
from overstap.foundation.rls import als
from overstap.jobs.taak import systeem_voor
from tests.wereld import AT, Plek


def nodig_collega_uit(plek: Plek) -> None:
    """The directeur invites a teacher and confirmed the list of last year; another one asks to be invited."""
    with als(plek.directeur) as by:
        nodig_uit(naam="Nina Nieuw", email="nina@school.example", rol=Rol.LEERKRACHT, by=by, at=AT)
        maak_agendalink(by=by, at=AT)
        kies_seintjes(keuzes={"te_doen": "week"}, by=by, at=AT)
        bevestig_medewerkers(schooljaar="2025-2026", by=by, at=AT)
    with als(systeem_voor(plek.id)) as by:
        wek_collegas(by=by, at=AT)
        vraag_account(naam="Vera Vraag", email="vera@school.example", by=by, at=AT)
