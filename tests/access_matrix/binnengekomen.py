"""Which files came in and wait in the world of the access matrix? Each is of the pupil with that `nummer`."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from overstap.domain.bijlagen.actions import leg_klaar
from overstap.domain.bijlagen.snapshot import Bestand
from overstap.domain.importen.actions import bewaar_upload, leg_ophaling_vast, neem_ontvangst_in, vraag_op
from overstap.domain.importen.enums import Ontvangstherkomst
from overstap.domain.importen.queries import ontvangst_for, ontvangstbijlagen_for
from overstap.domain.overdrachten.actions import geef_unieke_code, geef_vrij, vraag_bundel
from overstap.domain.overdrachten.enums import Bundelsoort
from overstap.foundation.rls import als
from overstap.integrations.oso import voorbeeldbestand
from tests.integrations.oso.leerling import LEERLING, SCHOOL
from tests.partij import gelezen_partij, osobestand, regels_van
from tests.wereld import AT, Plek, Wereld


def upload(plek: Plek, nummer: int) -> UUID:
    """A file of a pupil that school A does not have yet, which waits for a decision."""
    persoonsnummer = plek.gelezen(nummer).nummer
    assert persoonsnummer is not None
    inhoud = LEERLING.met({"school": {**SCHOOL, "brincode": plek.gegevens.brin}})
    ruw = voorbeeldbestand(inhoud, nummer=persoonsnummer, datum=AT.date())
    with als(plek.administratie) as by:
        return bewaar_upload(stukken=[ruw], by=by, at=AT)


def opvraging(plek: Plek, nummer: int) -> UUID:
    """A pupil whom school A asked for in its own administration, and who did not come yet.

    When another did not stand ready there, the Traffic Center was away at the end.
    """
    with als(plek.administratie) as by:
        ander = vraag_op(nummer="999990019", by=by, at=AT)
        leg_ophaling_vast(
            opvraging_id=ander, code="NogNiet", uitkomst="niet_gereed", sessie="s", kenmerk="k", stukken=[],
            afmelding="{}", by=by, at=AT,
        )  # fmt: skip
        persoonsnummer = plek.gelezen(nummer).nummer
        assert persoonsnummer is not None
        return vraag_op(nummer=persoonsnummer.waarde, by=by, at=AT)


def los_blad(plek: Plek) -> None:
    """A sheet of a pile of school A that waits until somebody says whose it is."""
    with als(plek.leerkracht) as by:
        leg_klaar(bestandsnaam="blad.pdf", mime="application/pdf", inhoud=[b"%PDF-1.7 blad"], by=by, at=AT)


def partij(plek: Plek, nummer: int) -> tuple[UUID, UUID]:
    """A ZIP that the worker read, with one pupil that school A does not have yet; its id and that of the file."""
    partij_id = gelezen_partij(plek.administratie, [("een.xml", osobestand(plek.gegevens, nummer))])
    return partij_id, regels_van(plek.administratie, partij_id)[0].rij.id


def ontvangst(wereld: Wereld, nummer: int, bijlage: Bestand) -> tuple[UUID, UUID]:
    """A pupil of a school outside the region, whose file the vo school took in; its id and that of its attachment."""
    with als(wereld.vo.administratie) as by:
        uit_las = replace(wereld.b.gelezen(nummer), bestanden=(bijlage,))
        ontvangst_id = neem_ontvangst_in(gelezen=uit_las, herkomst=Ontvangstherkomst.BASISSCHOOL, by=by, at=AT)
        return ontvangst_id, ontvangstbijlagen_for(by, ontvangst_for(by, ontvangst_id))[0].rij.id


def inname(wereld: Wereld, nummer: int) -> UUID:
    """A file of another pupil, which waits until the vo school takes it in."""
    with als(wereld.vo.administratie) as by:
        ruw = osobestand(wereld.b.gegevens, nummer)
        return bewaar_upload(stukken=[ruw], herkomst=Ontvangstherkomst.EIGEN_LAS, by=by, at=AT)


def aan_te_melden(plek: Plek, dossier_id: UUID) -> UUID:
    """A definitive report of school A with a code that is open to who applies the pupil; and a ZIP that waits."""
    with als(plek.administratie) as by:
        geef_unieke_code(dossier_id=dossier_id, by=by, at=AT)
        geef_vrij(dossier_id=dossier_id, by=by, at=AT)
        return vraag_bundel(soort=Bundelsoort.OSO, van=[dossier_id], by=by, at=AT)
