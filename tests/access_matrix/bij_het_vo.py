"""What did the vo school of the access matrix do with what came in? It decided, placed, asked and was answered."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from overstap.domain.adviezen.enums import Niveau
from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.overdrachten.actions import beantwoord_lasvraag, meld_klaar
from overstap.domain.overdrachten.queries.lijn import lijnvragen_for
from overstap.domain.overdrachten.rules.lijn import Lijngesprek
from overstap.domain.plaatsingen import actions
from overstap.domain.plaatsingen.enums import Aanmeldstatus, Vervolgstand
from overstap.domain.plaatsingen.queries import terugblik_for
from overstap.foundation.access import Actor, Rol
from overstap.foundation.rls import als
from tests.wereld import AT, dagen_terug

if TYPE_CHECKING:
    from tests.access_matrix.wereld import Zaak


def beslis(gelezen: Zaak, opgehaald: Zaak) -> None:
    """The pupil of `gelezen` is placed and both questions are there; of `opgehaald` one waits for its answer."""
    brugklas_id = _brugklas(gelezen)
    gelezen.brugklas_id = opgehaald.brugklas_id = brugklas_id
    with als(gelezen.vo[Rol.ZORGCOORDINATOR]) as by:
        op = {"overdracht_id": gelezen.overdracht_id, "by": by, "at": dagen_terug(6)}
        actions.besluit(naar=Aanmeldstatus.TOELAATBAAR, **op)
        actions.plaats(brugklas_id=brugklas_id, **op)
        gelezen.vraag_id = actions.stel_vraag(tekst="Wat hielp in groep 7?", **op)
        gelezen.warm_id = actions.kondig_gesprek_aan(
            gepland_op=AT.date(), gegevens={"wie": "de leerkracht", "met_wie": "de mentor", "waarover": "wennen"}, **op
        )
    with als(gelezen.school[Rol.DIRECTEUR]) as by:
        jaar = dossier_for(by, gelezen.dossier_id).schooljaar
        actions.vraag_terugblik(schooljaar=jaar, by=by, at=AT + timedelta(days=365))
    with als(gelezen.vo[Rol.ZORGCOORDINATOR]) as by:
        (rij,) = terugblik_for(by, jaar)
        op = {"by": by, "at": AT + timedelta(days=560)}
        actions.leg_terugblik_vast(schooljaar=jaar, standen={rij.plaatsing_id: Vervolgstand.ZOALS}, **op)
    with als(gelezen.school[Rol.LEERKRACHT]) as by:
        actions.beantwoord_vraag(
            dossier_id=gelezen.dossier_id, vraag_id=gelezen.vraag_id, tekst="Een vast plekje.", by=by, at=dagen_terug(5)
        )
    with als(opgehaald.vo[Rol.TOELATINGSCOMMISSIE]) as by:
        op = {"overdracht_id": opgehaald.overdracht_id, "by": by, "at": dagen_terug(6)}
        actions.besluit(naar=Aanmeldstatus.IN_BEHANDELING, **op)
        opgehaald.vraag_id = actions.stel_vraag(tekst="Wie kan ik bellen?", **op)


def vraag_over_de_lijn(aangemeld: Zaak, opgehaald: Zaak) -> None:
    """The administration of the vo school asked for two pupils too early; of one the basisschool says it is ready."""
    for zaak in (aangemeld, opgehaald):
        _vroeg(zaak)
    with als(opgehaald.school[Rol.ADMINISTRATIE_PO]) as by:
        assert opgehaald.lasvraag_id is not None
        meld_klaar(dossier_id=opgehaald.dossier_id, lasvraag_id=opgehaald.lasvraag_id, by=by, at=dagen_terug(8))


def _vroeg(zaak: Zaak) -> None:
    las = Actor(rol=Rol.LEERLINGADMINISTRATIE, organisatie_id=zaak.vo.id)
    gesprek = Lijngesprek("sessie-1", "99XA", "kenmerk-po", "99XV", "kenmerk-vo", "0" * 20, "NogNiet", "niet_gereed")
    with als(las) as by:
        beantwoord_lasvraag(
            dossier_id=zaak.dossier_id, school_id=zaak.school.id, overdracht_id=None, gesprek=gesprek,
            by=by, at=dagen_terug(9),
        )  # fmt: skip
    with als(zaak.school[Rol.DIRECTEUR]) as by:
        [vraag] = lijnvragen_for(by, [zaak.dossier_id])[zaak.dossier_id]
    zaak.lasvraag_id = vraag.rij.id


def _brugklas(zaak: Zaak) -> UUID:
    with als(zaak.vo[Rol.TOELATINGSCOMMISSIE]) as by:
        return actions.bewaar_brugklas(
            schooljaar="2026-2027", naam="1A", advies_van=Niveau.VMBO_GT, advies_tot=Niveau.HAVO, capaciteit=28,
            by=by, at=dagen_terug(20),
        )  # fmt: skip
