"""What in a text that somebody wrote may not be there, or should be looked at again: numbers, old absence, names?

What the law forbids without doubt stops the report (`Ernst.FOUT`); what only looks like it is pointed out. Nothing
is ever taken out of a text.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from overstap.domain.leerlingen.rules import is_bsn, is_onderwijsnummer
from overstap.domain.rapporten.catalogue.grondslag import ART_2, ART_3_B, ART_7, AVG_5_1_C
from overstap.domain.rapporten.catalogue.typen import MAANDEN, Alinea, Tekst
from overstap.domain.rapporten.enums import Ernst


@dataclass(frozen=True)
class Bezwaar:
    """One thing in a text: what to do, and why."""

    ernst: Ernst
    zin: str
    reden: str


@dataclass(frozen=True)
class Geschreven:
    """A text with its kind. `van_de_school`: somebody here wrote it, so it can be mended here."""

    soort: Tekst
    tekst: str
    van_de_school: bool


def bezwaren_in(teksten: Iterable[Geschreven], grens: date, eigen: Collection[str] = ()) -> Iterator[Bezwaar]:
    """Everything in the texts of one veld; `grens` is the first day of which absence may be told.

    `eigen` are the names of the pupil, who is nobody else: "de oma van Noa" names no oma. A number is looked for in
    every text; the rest only in prose that people here wrote.
    """
    alles = list(teksten)
    yield from _nummers(alles)
    yield from _buiten_de_lijst(stuk.tekst for stuk in alles)
    for stuk in alles:
        if stuk.van_de_school and isinstance(stuk.soort, Alinea):
            yield from _bereikbaarheid(stuk.tekst)
            yield from _namen(stuk.tekst, eigen)
            yield from _oud_verzuim(stuk.tekst, grens)


# Nine digits on their own, also when written with dots, hyphens or spaces: 123456782, 1234.56.782.
_NEGEN_CIJFERS = re.compile(r"(?<![\d])\d(?:[ .\-]?\d){8}(?![\d])")


def _nummers(teksten: Iterable[Geschreven]) -> Iterator[Bezwaar]:
    """In a text of the LAS the same nine digits are often the number of a letter; there somebody looks."""
    gevonden = [stuk for stuk in teksten if lijkt_persoonsnummer(stuk.tekst)]
    if any(stuk.van_de_school for stuk in gevonden):
        yield Bezwaar(
            Ernst.FOUT,
            "Hier staat een burgerservicenummer of onderwijsnummer. Haal het weg.",
            f"Het nummer gaat apart mee. Staat het hier, dan kan het rapport niet definitief worden ({ART_3_B.kort}).",
        )
    elif gevonden:
        yield Bezwaar(
            Ernst.WAARSCHUWING,
            "Hier staat een nummer dat een burgerservicenummer kan zijn. Kijk het na in uw leerlingadministratie.",
            f"Het nummer gaat apart mee en hoort niet in een tekst ({ART_3_B.kort}).",
        )


def lijkt_persoonsnummer(tekst: str) -> bool:
    """Do nine digits stand in this text that can be a BSN or an onderwijsnummer?"""
    nummers = (re.sub(r"\D", "", gevonden) for gevonden in _NEGEN_CIJFERS.findall(tekst))
    return any(is_bsn(nummer) or (nummer.startswith("10") and is_onderwijsnummer(nummer)) for nummer in nummers)


_NIET_TOELAATBAAR = re.compile(
    r"\b(politie|justitie|jeugdzorg|veilig thuis|verwijsindex|VIR|reclassering|kinderbescherming)\b", re.IGNORECASE
)


def _buiten_de_lijst(teksten: Iterable[str]) -> Iterator[Bezwaar]:
    for woord in sorted({gevonden.lower() for tekst in teksten for gevonden in _NIET_TOELAATBAAR.findall(tekst)}):
        yield Bezwaar(
            Ernst.WAARSCHUWING,
            f"Hier staat het woord '{woord}'. Kijk of deze zin weg kan.",
            f"Gegevens van politie, justitie en jeugdzorg horen niet in het rapport ({ART_2.kort}).",
        )


_MAILADRES = re.compile(r"[^\s@<>(),;]+@[^\s@<>(),;]+\.[a-zA-Z]{2,}")
_TELEFOON = re.compile(r"(?<!\d)(?:\+31|0031|0)(?:[ \-]?\d){9}(?!\d)")


def _bereikbaarheid(tekst: str) -> Iterator[Bezwaar]:
    for patroon, wat in ((_TELEFOON, "telefoonnummer"), (_MAILADRES, "e-mailadres")):
        if patroon.search(tekst):
            yield Bezwaar(
                Ernst.WAARSCHUWING,
                f"Hier staat een {wat}. Kan het weg?",
                "Voor wie de vo-school kan bellen is een eigen vraag bij Schooladvies en onderbouwing "
                f"({AVG_5_1_C.kort}).",
            )


# Who somebody is, followed by a name: juf Sanne, zijn broer Daan, mevrouw De Vries.
_IEMAND = re.compile(
    r"\b(?:[Jj]uf|[Jj]uffrouw|[Mm]eester|[Mm]evrouw|[Mm]evr\.|[Mm]eneer|[Dd]hr\.|[Dd]okter|[Dd]r\.|[Tt]ante|[Oo]om"
    r"|[Oo]pa|[Oo]ma|[Bb]roer(?:tje)?|[Zz]us(?:je)?|[Vv]riend(?:in|je|innetje)?|[Kk]lasgeno(?:ot|te)|[Nn]eef(?:je)?"
    r"|[Nn]icht(?:je)?|[Pp]sycholoog|[Ll]ogopedist(?:e)?|[Bb]uur(?:man|vrouw|jongen|meisje))"
    r" ((?:(?:[Dd]e|[Dd]en|[Dd]er|[Vv]an|[Ee]l|[Tt]er?) )*[A-ZÀ-Þ][\w’'-]+)"
)


def _namen(tekst: str, eigen: Collection[str]) -> Iterator[Bezwaar]:
    for naam in dict.fromkeys(_IEMAND.findall(tekst)):
        if naam.startswith("van ") and re.sub(r"[’']s?$", "", naam.removeprefix("van ")) in eigen:
            continue
        yield Bezwaar(
            Ernst.WAARSCHUWING,
            f"Hier staat misschien de naam van iemand anders: {naam}. Schrijf liever alleen wie het is.",
            f"Het rapport gaat over één leerling. Gegevens van anderen noemt de wet niet ({ART_2.kort}).",
        )


_VERZUIM = re.compile(
    r"\b(?:school)?(?:verzuim|afwezig|absent|spijbel|gespijbeld|thuiszit|ziekgemeld|ziek gemeld|te laat)", re.IGNORECASE
)
_MAAND = "|".join(MAANDEN)
_TIJD = re.compile(
    r"(?P<dag>\d{1,2})[-/.](?P<nr>\d{1,2})[-/.](?P<jaar>20\d\d)"
    rf"|(?:(?P<dag2>\d{{1,2}}) )?(?P<maand>{_MAAND}) (?P<jaar2>20\d\d)"
    r"|(?P<van>20\d\d)[-/](?P<tot>(?:20)?\d\d)(?!\d)"
    r"|(?P<kaal>20\d\d)(?!\d)"
    r"|groep (?P<groep>[1-6])(?!\d)",
    re.IGNORECASE,
)


def _oud_verzuim(tekst: str, grens: date) -> Iterator[Bezwaar]:
    for zin in re.split(r"(?<=[.!?])\s+|\n", tekst):
        oud = [tijd[0] for tijd in _TIJD.finditer(zin) if _laatste_dag(tijd) < grens] if _VERZUIM.search(zin) else []
        if oud:
            dag = f"{grens.day} {MAANDEN[grens.month - 1]} {grens.year}"
            yield Bezwaar(
                Ernst.WAARSCHUWING,
                f"Hier gaat het over verzuim van {oud[0]}. Schrijf alleen over verzuim vanaf {dag}.",
                f"Verzuim van langer dan een jaar geleden mag niet mee ({ART_7.kort}).",
            )
            return


def _laatste_dag(tijd: re.Match[str]) -> date:
    """The last day that these words can mean; a day that cannot be never counts as old."""
    deel = tijd.groupdict()
    try:
        if deel["dag"]:
            return date(int(deel["jaar"]), int(deel["nr"]), int(deel["dag"]))
        if deel["maand"]:
            nummer, jaar = MAANDEN.index(deel["maand"].lower()) + 1, int(deel["jaar2"])
            if deel["dag2"]:
                return date(jaar, nummer, int(deel["dag2"]))
            return date(jaar + nummer // 12, nummer % 12 + 1, 1) - timedelta(days=1)
        if deel["tot"]:
            return date(2000 + int(deel["tot"]) % 100, 7, 31)
        # Whoever is in group 8 left group 6 more than a year ago, on whichever day.
        return date.min if deel["groep"] else date(int(deel["kaal"]), 12, 31)
    except ValueError:
        return date.max
