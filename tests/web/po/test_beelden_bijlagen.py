"""Do the pages about attachments work for eyes, hands and screen readers, on a desk and on a phone?"""

from __future__ import annotations

import pytest

from tests.browser import keur
from tests.web.po.klas import NU, maak_klas
from tests.web.po.test_beelden import _open
from tests.web.po.test_bijlagen import DRIE, rijen
from tests.web.po.vol import bestand, maak_dossier

pytestmark = pytest.mark.browser


def _gekeurd(klas):
    """A pupil with an attachment in every state of the check."""
    from overstap.domain.bijlagen.actions import bepaal_vrijgave, leg_keuring_vast
    from overstap.domain.bijlagen.enums import Bijlagesoort, Ingreep, Ontvanger, Weigerreden
    from overstap.domain.bijlagen.rules import Gegeven
    from overstap.domain.bijlagen.snapshot import Keuring
    from overstap.foundation.rls import als

    dossier_id = maak_dossier(klas, bestanden=(*DRIE, bestand(4, "toetsen", "overzicht.pdf")))
    keuringen = {
        "verzuim.pdf": Keuring(gescand=True, ingrepen=(Ingreep.SCRIPT, Ingreep.GEGEVENS), schoon=b"%PDF-1.7 schoon"),
        "gesprek.pdf": Keuring(gescand=True, reden=Weigerreden.VIRUS),
        "onderzoek.pdf": Keuring(gescand=False),
    }
    for naam, keuring in keuringen.items():
        with als(klas.directeur) as by:
            rij = rijen(klas, dossier_id)[naam]
            leg_keuring_vast(dossier_id=dossier_id, bijlage_id=rij.id, keuring=keuring, by=by, at=NU)
    with als(klas.directeur) as by:
        bepaal_vrijgave(
            dossier_id=dossier_id, bijlage_id=rijen(klas, dossier_id)["onderzoek.pdf"].id, soort=Bijlagesoort.ONDERZOEK,
            aan=set(Ontvanger), gegeven=Gegeven(NU.date(), "Beide ouders", frozenset(Ontvanger)), by=by, at=NU,
        )  # fmt: skip
    return dossier_id


def _definitief_met_later(klas):
    """A definitive report beside which an attachment came, that the parents were told of."""
    from overstap.domain.bijlagen.enums import Bijlagesoort, Ontvanger
    from overstap.domain.inzages.actions.bijlagen import bepaal_bijlage, voeg_bijlage_toe
    from overstap.foundation.rls import als

    dossier_id = maak_dossier(klas, "definitief", nummer=1, roepnaam="Ilias", bestanden=DRIE[:1])
    with als(klas.directeur) as by:
        later = voeg_bijlage_toe(
            dossier_id=dossier_id, bestandsnaam="toets-juni.pdf", omschrijving="Toets van juni", mime="application/pdf",
            soort=Bijlagesoort.LVS_PROFIEL, inhoud=[b"%PDF-1.7"], omvang=8, besproken_op=NU.date(), by=by, at=NU,
        )  # fmt: skip
        bepaal_bijlage(
            dossier_id=dossier_id, bijlage_id=later, soort=Bijlagesoort.LVS_PROFIEL, aan={Ontvanger.VO}, gegeven=None,
            besproken_op=NU.date(), by=by, at=NU,
        )  # fmt: skip
    return dossier_id


def test_bijlagen(venster, server):
    klas = maak_klas()
    dossier_id = _gekeurd(klas)
    rij = rijen(klas, dossier_id)["verzuim.pdf"]
    page = _open(venster, server)
    begin = f"{server}/po/dossiers/{dossier_id}/bijlagen/"
    page.goto(begin)
    keur(page, "po-bijlagen-gekeurd")
    page.get_by_role("link", name="Voeg een bijlage toe").click()
    keur(page, "po-bijlage-toevoegen")
    page.get_by_role("button", name="Voeg de bijlage toe").click()
    keur(page, "po-bijlage-toevoegen-fout")
    page.goto(f"{begin}{rij.id}/intrekken/")
    keur(page, "po-bijlage-intrekken")
    page.goto(f"{begin}{rijen(klas, dossier_id)['onderzoek.pdf'].id}/toestemming/")
    keur(page, "po-bijlage-toestemming")
    page.goto(f"{server}/po/dossiers/{_definitief_met_later(klas)}/bijlagen/")
    keur(page, "po-bijlagen-definitief")


def test_profielbladen(venster, server):
    klas = maak_klas()
    dossier_id = maak_dossier(klas)
    page = _open(venster, server)
    page.goto(f"{server}/po/profielbladen/")
    page.get_by_role("button", name="Bekijk de bestanden").click()
    keur(page, "po-profielbladen-fout")
    stapel = [
        {"name": naam, "mimeType": "application/pdf", "buffer": b"%PDF-1.7 profiel"}
        for naam in ("Profiel Noor Haddou M8.pdf", "scan0001.pdf", "Noor Haddou rekenen.pdf")
    ]
    page.set_input_files("#bestanden", stapel)
    page.get_by_role("button", name="Bekijk de bestanden").click()
    page.get_by_role("group", name="Noor Haddou rekenen.pdf").get_by_label("Gooi dit bestand weg").check()
    page.get_by_role("group", name="Profiel Noor Haddou M8.pdf").get_by_label("Ja").check()
    keur(page, "po-profielbladen")
    page.get_by_role("button", name="Voeg toe bij deze leerlingen").click()
    keur(page, "po-profielbladen-klaar")
    assert set(rijen(klas, dossier_id)) == {"Profiel Noor Haddou M8.pdf"}
