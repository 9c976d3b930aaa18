"""Which part of the report goes to a samenwerkingsverband? What it may decide on, and no more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from overstap.domain.bijlagen.enums import Bijlagesoort
from overstap.domain.rapporten.catalogue import Publiek, catalogus
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.domain.rapporten.snapshot.documenten import alleen_documenten
from overstap.domain.rapporten.snapshot.geheim import zonder_geheim

# It decides on the motivation (of which the report is a part), the leerachterstand, the IQ and the social-emotional
# research (WVO 2020 art. 2.30 and 2.43). The schooladvies does not lead there, and absence is no criterion.
SECTIES = ("leerling", "schoolloopbaan", "leerresultaten", "gedrag", "ondersteuning_gekregen", "ondersteuning_nodig")


# Where an OSO file has a place for the OPP or groeidocument that goes with a support question.
_PLEK_VAN_PLAN = "toelichting_onderwijsbehoeften"


class Bijlageachtig(Protocol):
    """An attachment, as far as this matters."""

    sleutel: str
    soort: str


def plannen_in(bijlagen: Iterable[Bijlageachtig]) -> list[str]:
    """The keys of the OPPs and groeidocumenten among these attachments."""
    return [bijlage.sleutel for bijlage in bijlagen if bijlage.soort == Bijlagesoort.OPP]


def voor_oso(rapport: Inhoud, plannen: Sequence[str]) -> Inhoud:
    """The same report with the OPP or groeidocument (keys of attachments) where OSO looks for the support.

    An OSO file for a samenwerkingsverband must hold something about support; where the administration knew nothing,
    that is this document. One that the report names already stays where it is.
    """
    if _PLEK_VAN_PLAN in rapport or not plannen or any(sleutel in str(rapport.naar_json()) for sleutel in plannen):
        return rapport
    return rapport.met({_PLEK_VAN_PLAN: (plannen[0],)})


def voor_swv(inhoud: Inhoud) -> Inhoud:
    """The part of a report that goes along: what counts, without what is secret or not for a samenwerkingsverband."""
    lijst = catalogus()
    namen = frozenset(
        veld.naam for naam in SECTIES for veld in lijst.sectie(naam).velden if Publiek.SWV in veld.zichtbaar_voor
    )
    open_ = Inhoud(zonder_geheim(inhoud.geldend(lijst), lijst.velden.values(), None))
    return open_.alleen(namen)


def met_documenten(rapport: Inhoud, sleutels: Iterable[str]) -> Inhoud:
    """The same report, that points at no other documents than those with these keys."""
    return Inhoud(alleen_documenten(rapport, catalogus().velden.values(), frozenset(sleutels)))
