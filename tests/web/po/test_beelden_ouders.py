"""Do the pages about who may read, paper and proof work for eyes, hands and ears?"""

from __future__ import annotations

import pytest

from tests.browser import TELEFOON, keur, kom_binnen
from tests.web.po.klas import NU, maak_klas
from tests.web.po.test_ouders import inzages, schrijf
from tests.web.po.test_ouders_bewijs import ouder
from tests.web.po.vol import maak_dossier, nodig_iedereen_uit

pytestmark = pytest.mark.browser


def test_every_kind_of_reader(server, venster) -> None:
    from overstap.domain.inzages.actions import mail_verzonden, meld_mail_mislukt, vraag_code
    from overstap.domain.overdrachten.actions import leg_aanmelding_vast
    from overstap.domain.overdrachten.enums import Aanmeldwijze
    from overstap.foundation.rls import als

    klas = maak_klas()
    verzorgers = (
        ouder(1, "Samira", "2", adresgeheim=True),
        ouder(2, "Karim", "1", wettigevertegenwoordiger=False),
        ouder(3, "Petra", "3"),
    )
    dossier_id = maak_dossier(klas, "klaar", verzorgers=verzorgers)
    eerste, tweede = nodig_iedereen_uit(klas, dossier_id)
    verzoek = schrijf(klas, dossier_id, eerste, "vraag_correctie", "Ons huisnummer is 12, niet 21.")
    schrijf(klas, dossier_id, eerste, "geef_zienswijze", "Wij vinden havo/vwo beter passen.")
    with als(klas.directeur) as by:
        een, twee = (next(rij for rij in inzages(klas, dossier_id) if rij.id == wie) for wie in (eerste, tweede))
        mail_verzonden(inzage=een, by=by, at=NU)
        meld_mail_mislukt(dossier_id=dossier_id, inzage_id=twee.id, by=by, at=NU)
        leg_aanmelding_vast(
            dossier_id=dossier_id, ontvanger_id=klas.vo.id, aangemeld_op=NU.date(), wijze=Aanmeldwijze.OUDERS,
            by=by, at=NU,
        )  # fmt: skip
    vraag_code(ouder_id=een.ouder_id, mail="", by=None, at=NU)
    page = venster(TELEFOON)
    kom_binnen(page, server, "marije@voorbeeld.nl")

    def kijk(rest: str, naam: str) -> None:
        page.goto(f"{server}/po/dossiers/{dossier_id}/{rest}")
        keur(page, f"po-{naam}")

    kijk("ouders/", "ouders-soorten")
    kijk(f"inzages/{eerste}/zienswijze/", "ouder-zienswijze")
    kijk("ouders/gesprek/", "gesprek")
    kijk(f"ouders/{verzorgers[1]['id']}/uitnodigen/", "ouder-zonder-gezag")
    kijk(f"correcties/{verzoek}/verlengen/", "correctie-verlengen")
    kijk(f"inzages/{eerste}/correctieverzoek/", "ouder-correctie")
    kijk(f"inzages/{eerste}/sluiten/", "ouder-sluiten")
