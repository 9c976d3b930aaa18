"""A guest of the invented vo school: invited, come in, and going through everything by the real acts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.test import Client

from overstap.config.demo.regio import Schoolmensen
from overstap.domain.adviezen.enums import Niveau, Toetsadvies
from overstap.domain.dossiers.enums import Nummersoort
from overstap.domain.dossiers.queries import dossiers_for
from overstap.domain.gebruikers.queries import gastcode_for
from overstap.domain.importen.rules import Invoer
from overstap.domain.importen.rules.invoeren import Verzorgerinvoer
from overstap.domain.overdrachten.actions import nodig_gast_uit, voer_gastleerling_in, zet_eigen_school
from overstap.domain.overdrachten.models import Gastuitnodiging
from overstap.domain.overdrachten.queries import aanmeldingen_for
from overstap.foundation.access import Actor, Rol
from overstap.foundation.rls import als
from tests.wereld import AT, Geval, Wereld, dagen_terug, kind, laat_mail_vertrekken

SCHOOL = {"straat": "Dorpsweide", "huisnummer": "1", "postcode": "9999 XX", "telefoon": "0000000000", "email": ""}
LEERLING = Invoer(
    voornamen="Tess Maria", roepnaam="Tess", voorvoegsel="van", achternaam="Dongen", geboortedatum=date(2015, 2, 3),
    geslacht="vrouw", soort=Nummersoort.BSN, nummer="999993653", leerlingid="", groep="8A",
    ingeschreven_op=date(2019, 8, 26), adresgeheim=False,
    adres={"straat": "Veldkers", "nummer": "3", "postcode": "9999 XX", "plaats": "Overmeer"},
    verzorgers=(Verzorgerinvoer("2", "Lena", "", "Dongen", gezag=True, mail="lena@ouders.example"),),
)  # fmt: skip


@dataclass
class Gast:
    """One invitation: its ids, the code, and who comes in with it."""

    uitnodiging_id: UUID
    code: str
    actor: Actor
    gastcode_id: UUID

    @property
    def deur(self) -> str:
        """The address in the mail."""
        return f"/po/gast/{self.gastcode_id}/"

    def client(self) -> Client:
        """A browser in which the code was typed."""
        client = Client()
        assert client.post(self.deur, {"code": self.code}).status_code == 302
        return client


def nodig_uit(vo: Actor, *, brin: str = "99ZZ", tot: date = date(2027, 1, 31), at=AT) -> Gast:
    """Invite, as somebody of a vo school."""
    with als(vo) as by:
        uitnodiging_id, code = nodig_gast_uit(
            brin=brin, vestiging="00", naam="Basisschool De Verte", plaats="Overmeer", collega="Wim Overdijk",
            mail="wim@deverte.example", aangemeld_op=date(2026, 11, 20), tot=tot, by=by, at=at,
        )  # fmt: skip
    return gast_van(vo, uitnodiging_id, code)


def gast_van(vo: Actor, uitnodiging_id: UUID, code: str) -> Gast:
    """What an invitation leads to."""
    with als(vo) as by:
        rij = Gastuitnodiging.objects.get(id=uitnodiging_id)
        gastcode_id = gastcode_for(by, rij.account_id)
    assert gastcode_id
    return Gast(uitnodiging_id, code, Actor(Rol.GAST, rij.account_id, rij.school_id), gastcode_id)


def begin(gast: Gast, at=AT) -> UUID:
    """Give the address of the school and type in the one pupil; returns the dossier."""
    with als(gast.actor) as by:
        zet_eigen_school(plaats="Overmeer", gegevens=SCHOOL, by=by, at=at)
        return voer_gastleerling_in(invoer=LEERLING, by=by, at=at).id


def geval_van(wereld: Wereld, gast: Gast) -> Geval:
    """The dossier of a guest, to go on with by the real acts: the guest does what colleagues do elsewhere."""
    rollen = (Rol.LEERKRACHT, Rol.INTERN_BEGELEIDER, Rol.DIRECTEUR, Rol.ADMINISTRATIE_PO)
    alleen = Schoolmensen(gast.actor.werkt_bij, dict.fromkeys(rollen, (gast.actor,)), wereld.a.gegevens)
    geval = Geval(kind(0), alleen, wereld.vo.mensen, advies=Niveau.VMBO_GT_HAVO)
    with als(gast.actor) as by:
        dossier = dossiers_for(by).get()
        geval.dossier_id, geval.aanmelding_id = dossier.id, aanmeldingen_for(by, dossier).get().id
    return geval


def maak_definitief(geval: Geval) -> None:
    """Everything from the empty report to the definitive one."""
    geval.vul_in(dagen_terug(0))
    geval.geef_voorlopig(AT)
    geval.leg_toets_vast(Toetsadvies.VMBO_GT_HAVO, AT.date(), AT)
    geval.geef_definitief(AT)
    geval.nodig_uit(AT)
    laat_mail_vertrekken(geval, AT)
    for nummer in range(len(geval.ouders)):
        geval.teken(nummer, AT)
    geval.maak_definitief(AT)
