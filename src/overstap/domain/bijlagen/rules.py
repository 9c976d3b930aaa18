"""Which kind is an attachment likely to be, and may it be released?"""

from __future__ import annotations

from datetime import date

from overstap.domain.bijlagen.enums import Bijlagesoort, Instemming

_SOORT_BIJ_PLEK = {
    "doorstroomtoets": Bijlagesoort.LEERLINGRAPPORT,
    "toetsen": Bijlagesoort.LVS_PROFIEL,
    "opp": Bijlagesoort.OPP,
    "handelingsplannen": Bijlagesoort.HANDELINGSPLAN,
    "diagnoses": Bijlagesoort.ONDERZOEK,
    "toelichting": Bijlagesoort.ONDERSTEUNING,
    "tlv": Bijlagesoort.ONDERSTEUNING,
    "arrangementen": Bijlagesoort.ONDERSTEUNING,
    "verzuim": Bijlagesoort.VERZUIM,
    "cijferlijsten": Bijlagesoort.RAPPORT,
}


def soort_bij_plek(plek: str) -> Bijlagesoort:
    """The kind that the place in the OSO file suggests; a loose document is `OVERIG` until a person says."""
    for begin, soort in _SOORT_BIJ_PLEK.items():
        if plek.startswith(begin):
            return soort
    return Bijlagesoort.OVERIG


class VrijgaveGeweigerd(Exception):
    """This attachment may not travel along (yet); `zin` says what to do."""

    def __init__(self, zin: str) -> None:
        self.zin = zin
        super().__init__(zin)


def controleer_vrijgave(soort: Bijlagesoort, instemming_op: date | None, vandaag: date) -> None:
    """Raise `VrijgaveGeweigerd` unless what the parents must have said was recorded (okr-proces §6, AVG 6-1-a)."""
    if soort.instemming is Instemming.GEEN:
        return
    if instemming_op is None:
        raise VrijgaveGeweigerd(
            f"Vul eerst in op welke dag de ouders instemden. {soort.instemming.label} voor: {soort.label.lower()}."
        )
    if instemming_op > vandaag:
        raise VrijgaveGeweigerd("De dag waarop de ouders instemden ligt in de toekomst. Vul de echte dag in.")
