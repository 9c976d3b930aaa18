"""How does a zorgaanmelding become an OSO file for a samenwerkingsverband, and what is told back in words?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from overstap.domain.bijlagen.snapshot import Bestand, Bron
from overstap.domain.importen.snapshot import Persoonsnummer
from overstap.domain.rapporten.enums import Ernst
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.domain.zorgroutes.snapshot import Besluit
from overstap.integrations.oso.geschreven import Geschreven, Schrijffout
from overstap.integrations.oso.schrijven import stel_op

_PROFIEL = "POSWV"
# What a samenwerkingsverband does not decide on stays at school: it is switched off, not sent empty.
_UITGEZET = frozenset({"cat_verzuim", "cat_overstapadvies", "cat_ouderinzage"})


def zorgbestand(
    inhoud: Inhoud, *, nummer: Persoonsnummer | None, bestanden: Sequence[Bestand | Bron], datum: date
) -> Geschreven:
    """The POSWV file; raises `Schrijffout`, also when the number of the pupil stands in a text of the report."""
    return stel_op(
        inhoud.geldend(), nummer=nummer, inzage=None, bestanden=bestanden, datum=datum, profiel=_PROFIEL,
        uitgezet=_UITGEZET,
    )  # fmt: skip


def besluit_in_woorden(besluit: Besluit) -> str:
    """What a samenwerkingsverband tells a school back over the line: nobody published a form, so lines for a person."""
    dagen = {"Geldt vanaf": besluit.vanaf, "Geldt tot en met": besluit.tot}
    regels = [
        ("Besluit", besluit.uitkomst.label),
        ("Besloten op", _dag(besluit.op)),
        ("Nummer", besluit.nummer),
        ("Categorie", besluit.categorie.label if besluit.categorie else ""),
        *((naam, _dag(dag) if dag else "") for naam, dag in dagen.items()),
        ("Toelichting", besluit.toelichting),
    ]
    return "\n".join(f"{naam}: {waarde}" for naam, waarde in regels if waarde)


def _dag(dag: date) -> str:
    return f"{dag.day}-{dag.month}-{dag.year}"


def bezwaren(inhoud: Inhoud, *, nummer: Persoonsnummer | None, sleutels: Sequence[str], datum: date) -> tuple[str, ...]:
    """Sentences about what keeps that file from being made on the day `datum`; empty is well.

    `sleutels` are those of the attachments that go along; what is in them doesn't matter here.
    """
    leeg = [Bestand(sleutel, "", "bijlage.pdf", "", "application/pdf", b"%PDF-1.7 ") for sleutel in sleutels]
    try:
        zorgbestand(inhoud, nummer=nummer, bestanden=leeg, datum=datum)
    except Schrijffout as fout:
        zinnen = [f"{melding.tekst} {melding.herstel}" for melding in fout.meldingen if melding.ernst is Ernst.FOUT]
        return tuple(dict.fromkeys(zinnen))
    return ()
