"""Which region, people and dossiers does a test begin with? All made by the real acts, as the real people.

    wereld = regio()                              # two po schools, a vo school, their people
    geval = wereld.dossier_in(Staat.TER_INZAGE)   # a pupil of school A in this state
    wereld.leg_klaar(Staat.TER_INZAGE)            # made beforehand, for all tests of a module that ask for it
    with als(wereld.a.leerkracht) as by: ...      # act or look as somebody

Needs the fixture `db` (or `eigen_database`). All moments are fixed: `AT` is "now", everything happened before it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from overstap.config.demo.kind import Kind
from overstap.config.demo.regio import Mensen, Schoolmensen, bouw_regio
from overstap.config.demo.uit_las import gelezen as gelezen_van
from overstap.config.demo.verloop import Verloop
from overstap.domain.adviezen.enums import Niveau, Toetsadvies
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.importen.snapshot import Gelezen
from overstap.domain.inzages.actions import mail_verzonden
from overstap.domain.inzages.enums import Wijze
from overstap.domain.inzages.queries import inzages_for
from overstap.domain.inzages.rules import gezaghebbenden
from overstap.domain.rapporten.queries import inhoud_for
from overstap.domain.scholen.rules import Regiobestand, School, lees_regio
from overstap.foundation.access import Actor, Rol
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.rls import als
from overstap.jobs.oso import zet_klaar
from overstap.jobs.pdf import maak_pdfs
from overstap.jobs.taak import systeem_voor
from tests import klok

AT = klok.AT
VANDAAG = AT.date()
WACHTWOORD = "vier woorden op een rij"
REGIOBESTAND = Path(__file__).resolve().parents[1] / "regio" / "voorbeeld.toml"

__all__ = [
    "AT", "VANDAAG", "WACHTWOORD", "Geval", "Plek", "Wereld", "dagen_terug", "gelezen", "kind",
    "laat_mail_vertrekken", "logboek", "maak_pdf_nu", "moeder_van", "regio", "volgens_de_wet", "zet_oso_nu_klaar",
]  # fmt: skip

_NAMEN = (
    ("Deniz", "Doğan", "man"),
    ("Zofia", "Świt", "vrouw"),
    ("Ilias", "El Amrani", "man"),
    ("Mai", "Nguyễn", "vrouw"),
)
_HIERVOOR = {
    Staat.TER_INZAGE: Staat.CONCEPT,
    Staat.DEFINITIEF: Staat.TER_INZAGE,
    Staat.HEROPEND: Staat.DEFINITIEF,
    Staat.OVERGEDRAGEN: Staat.DEFINITIEF,
    Staat.GELEZEN: Staat.OVERGEDRAGEN,
    Staat.OPGEHAALD: Staat.OVERGEDRAGEN,
    Staat.INGETROKKEN: Staat.OVERGEDRAGEN,
}
_ZONDER_VERSIE = {Staat.CONCEPT, Staat.TER_INZAGE}


def dagen_terug(dagen: int) -> datetime:
    """A moment so many days before `AT`."""
    return AT - timedelta(days=dagen)


def kind(nummer: int = 0, **anders: object) -> Kind:
    """An invented pupil; every number has its own name, BSN and birthday."""
    roepnaam, achternaam, geslacht = _NAMEN[nummer % len(_NAMEN)]
    gegevens = {"nummer": nummer, "roepnaam": roepnaam, "achternaam": achternaam, "geslacht": geslacht, **anders}
    return Kind(**gegevens)  # type: ignore[arg-type]  # a test names only what matters to it


@dataclass(frozen=True)
class Plek:
    """A school as a test sees it: its id, and an actor by the name of the role."""

    mensen: Schoolmensen

    @property
    def id(self) -> UUID:
        return self.mensen.id

    @property
    def gegevens(self) -> School:
        return self.mensen.gegevens

    @property
    def leerkracht(self) -> Actor:
        return self.mensen[Rol.LEERKRACHT]

    @property
    def ib(self) -> Actor:
        return self.mensen[Rol.INTERN_BEGELEIDER]

    @property
    def directeur(self) -> Actor:
        return self.mensen[Rol.DIRECTEUR]

    @property
    def administratie(self) -> Actor:
        vo = Rol.ADMINISTRATIE_VO in self.mensen.actoren
        return self.mensen[Rol.ADMINISTRATIE_VO if vo else Rol.ADMINISTRATIE_PO]

    @property
    def toelating(self) -> Actor:
        return self.mensen[Rol.TOELATINGSCOMMISSIE]

    @property
    def zorg(self) -> Actor:
        return self.mensen[Rol.ZORGCOORDINATOR]

    def gelezen(self, nummer: int = 0, **anders: object) -> Gelezen:
        """What the OSO file of an invented pupil of this school gives; without attachments."""
        return gelezen(self.gegevens, nummer, **anders)


def gelezen(school: School, nummer: int = 0, *, met_stukken: bool = False, **anders: object) -> Gelezen:
    """What the OSO file of an invented pupil of this school gives."""
    return gelezen_van(kind(nummer, **anders), school, VANDAAG, met_stukken=met_stukken)


@dataclass
class Geval(Verloop):
    """A pupil in a state: `dossier_id`, `ouders` (each with `actor`, `inzage_id`, `code`), `overdracht_id`."""


@dataclass
class Wereld:
    """The region with school `a`, school `b`, the vo school, the samenwerkingsverband (`swv[Rol.SWV_LOKET]`) and
    who coordinates (`regio[Rol.REGIOCOORDINATOR]`).

    `wachtwoord` opens every account.
    """

    a: Plek
    b: Plek
    vo: Plek
    swv: Mensen
    regio: Mensen
    wachtwoord: str
    _volgende: int = field(default=0)
    _klaar: dict[tuple[object, ...], list[Geval]] = field(default_factory=dict)

    def leg_klaar(self, *staten: Staat, met_bestanden: bool = False, **anders: object) -> Wereld:
        """Make a dossier in each of these states, which waits until `dossier_in` is asked for one like it.

        A module whose tests begin alike lays ready what more than one of them takes (fixture `begin`, with `samen`);
        every test gets a deep copy of this world (with `opnieuw`), and so each of them takes from the full stock.
        """
        klaar, self._klaar = self._klaar, {}
        for staat in staten:
            geval = self.dossier_in(staat, met_bestanden=met_bestanden, **anders)
            klaar.setdefault(_vraag(staat, self.a, met_bestanden, anders), []).append(geval)
        self._klaar = klaar
        return self

    def dossier_in(
        self, staat: Staat, *, school: Plek | None = None, met_bestanden: bool = False, **anders: object
    ) -> Geval:
        """A pupil (of school A unless said otherwise) whose dossier is in this state, by all the acts before it.

        It goes on from what lies ready, when something does. `met_bestanden` also makes the PDFs and the OSO file,
        which the worker does otherwise; it takes a second. `anders` are particulars of the pupil (`gezin="apart"`,
        `bijzonder=frozenset({"dyslexie"})`).
        """
        plek = school or self.a
        if klaar := self._klaar.get(_vraag(staat, plek, met_bestanden, anders)):
            return klaar.pop(0)
        if staat is Staat.CONCEPT:
            return self._begin(plek, anders)
        geval = self.dossier_in(_HIERVOOR[staat], school=plek, met_bestanden=met_bestanden, **anders)
        _stap(geval, staat, met_bestanden=met_bestanden)
        return geval

    def _begin(self, plek: Plek, anders: dict[str, object]) -> Geval:
        geval = Geval(kind(self._volgende, **anders), plek.mensen, self.vo.mensen, advies=Niveau.VMBO_GT_HAVO)
        self._volgende += 1
        geval.importeer(dagen_terug(40), plek.gelezen(geval.kind.nummer, **anders))
        return geval


def volgens_de_wet(bestand: Regiobestand) -> Regiobestand:
    """This region without agreements of its own about the zorgroutes: they go as the law says."""
    return replace(bestand, verbanden=tuple(replace(swv, routes={}) for swv in bestand.verbanden))


def regio(*, at: datetime = AT - timedelta(days=60)) -> Wereld:
    """The example region with its schools and people, all with the same password; its zorgroutes go as in the law."""
    gebouwd = bouw_regio(
        volgens_de_wet(lees_regio(REGIOBESTAND.read_text(encoding="utf-8"))), at=at, wachtwoord=WACHTWOORD
    )
    scholen = (Plek(gebouwd[brin]) for brin in ("99XA", "99XB", "99XV"))
    return Wereld(*scholen, gebouwd.swv, gebouwd.regio, WACHTWOORD)


def _vraag(staat: Staat, plek: Plek, met_bestanden: bool, anders: dict[str, object]) -> tuple[object, ...]:
    """What makes two questions for a dossier the same."""
    return (staat, plek.id, met_bestanden and staat not in _ZONDER_VERSIE, *sorted(anders.items()))


def breng_verder(geval: Geval, *staten: Staat) -> None:
    """Bring a pupil who was taken over already through these states, one after the other, with what the worker does."""
    for staat in staten:
        _stap(geval, staat, met_bestanden=True)


def _stap(geval: Geval, staat: Staat, *, met_bestanden: bool) -> None:
    """Do all that lies between the state before and this one."""
    if staat is Staat.TER_INZAGE:
        _ter_inzage(geval)
    elif staat is Staat.DEFINITIEF:
        for nummer in range(len(geval.ouders)):
            geval.teken(nummer, dagen_terug(18))
        geval.maak_definitief(dagen_terug(15))
    elif staat is Staat.HEROPEND:
        geval.heropen(dagen_terug(14))
    elif staat is Staat.OVERGEDRAGEN:
        geval.meld_aan(dagen_terug(12))
        geval.verstuur(dagen_terug(10))
    else:
        bij_het_vo = {Staat.GELEZEN: geval.lees, Staat.OPGEHAALD: geval.haal_op, Staat.INGETROKKEN: geval.trek_in}
        bij_het_vo[staat](dagen_terug(8))
    if met_bestanden and staat in _DAN_DE_WERKER:
        _DAN_DE_WERKER[staat](geval)


def _ter_inzage(geval: Geval) -> None:
    geval.vul_in(dagen_terug(30))
    geval.geef_voorlopig(dagen_terug(28))
    geval.leg_toets_vast(Toetsadvies.VMBO_GT_HAVO, dagen_terug(26).date(), dagen_terug(24))
    geval.geef_definitief(dagen_terug(22))
    geval.nodig_uit(dagen_terug(20))
    laat_mail_vertrekken(geval, dagen_terug(20))


def laat_mail_vertrekken(geval: Verloop, at: datetime | None = None) -> None:
    """Say that the invitations left, as the worker does: until then nothing proves that a parent could read.

    Without a moment each left when it was made.
    """
    with als(systeem_voor(geval.school.id)) as by:
        for inzage in inzages_for(by, dossier_for(by, geval.dossier_id)):
            if inzage.wijze == Wijze.DIGITAAL:
                mail_verzonden(inzage=inzage, by=by, at=at or inzage.aangeboden_op)


def maak_pdf_nu(geval: Geval) -> None:
    """Do now what the worker does after a version was made."""
    assert geval.versie_id is not None
    with als(systeem_voor(geval.school.id)) as by:
        maak_pdfs(versie_id=geval.versie_id, dossier_id=geval.dossier_id, by=by, at=AT)


def zet_oso_nu_klaar(geval: Geval) -> None:
    """Do now what the worker does after a transfer was sent."""
    assert geval.overdracht_id is not None
    with als(systeem_voor(geval.school.id)) as by:
        zet_klaar(overdracht_id=geval.overdracht_id, dossier_id=geval.dossier_id, by=by, at=AT)


_DAN_DE_WERKER = {Staat.DEFINITIEF: maak_pdf_nu, Staat.OVERGEDRAGEN: zet_oso_nu_klaar}


def moeder_van(geval: Verloop) -> UUID:
    """The key of the first parent with gezag, for an invitation."""
    with als(geval.school[Rol.LEERKRACHT]) as by:
        dossier = dossier_for(by, geval.dossier_id)
        return gezaghebbenden(inhoud_for(by, dossier, slot_for(by, dossier)))[0].sleutel


def logboek(geval: Verloop) -> list[str]:
    """What the logboek of this dossier says, oldest first, as its own school reads it."""
    with als(geval.school[Rol.DIRECTEUR]):
        return list(
            AuditEvent.objects.filter(dossier_id=geval.dossier_id).order_by("nummer").values_list("wat", flat=True)
        )
