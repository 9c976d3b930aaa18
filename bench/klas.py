"""Which pupils are there to measure on? A class of thirty in every state, made by the real acts."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import cycle, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from overstap.foundation.access import Actor
    from tests.wereld import Geval, Wereld

DERTIG = 30


@dataclass
class Klas:
    """The region, and the pupils of school A so far."""

    wereld: Wereld
    gevallen: list[Geval] = field(default_factory=list)

    def vul_aan(self, tot: int) -> None:
        """Make pupils in all states until there are so many."""
        from overstap.domain.dossiers.enums import Staat
        from tests.wereld import dagen_terug

        for staat in islice(cycle(Staat), len(self.gevallen), tot):
            geval = self.wereld.dossier_in(staat)
            self.gevallen.append(geval)
            if staat is Staat.TER_INZAGE:  # The parents of the others signed.
                geval.geef_zienswijze(0, "Wij zien het anders.", dagen_terug(9))
                geval.vraag_correctie(1, "Haar broertje heet Sem.", dagen_terug(8))

    def importeer(self, tot: int) -> None:
        """Only import pupils until there are so many."""
        from overstap.domain.dossiers.enums import Staat

        while len(self.gevallen) < tot:
            self.gevallen.append(self.wereld.dossier_in(Staat.CONCEPT))


def maak_klas() -> Klas:
    """The region without pupils."""
    from tests.wereld import regio

    return Klas(regio())


def log_in(wie: Actor) -> str:
    """The key of a session in which this person is logged in."""
    from django.test import Client

    from overstap.domain.gebruikers.models import Account
    from overstap.domain.gebruikers.queries import codemerk_for
    from overstap.domain.scholen.models import Aanstelling
    from overstap.web.components.actor import AANSTELLING_SLEUTEL, OUDER_CODEMERK, OUDER_SLEUTEL

    client = Client()
    if wie.ouder_id is None:
        client.force_login(Account.objects.get(id=wie.id))
    sessie = client.session
    if wie.ouder_id is None:
        plek = Aanstelling.objects.get(account_id=wie.id, organisatie_id=wie.organisatie_id, rol=wie.rol.value)
        sessie[AANSTELLING_SLEUTEL] = str(plek.id)
    else:
        sessie[OUDER_SLEUTEL] = str(wie.ouder_id)
        sessie[OUDER_CODEMERK] = codemerk_for(None, wie.ouder_id)
    sessie.save()
    return str(sessie.session_key)
