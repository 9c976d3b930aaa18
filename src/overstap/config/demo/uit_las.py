"""What does the school's own administration know of an invented pupil, as if it came from an OSO file?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from overstap.config.demo.gezin import verzorgers, voogdij, woonadres
from overstap.config.demo.kind import Kind
from overstap.config.demo.stukken import stukken
from overstap.config.demo.toetsen import toetsen
from overstap.domain.bijlagen.snapshot import Bestand
from overstap.domain.dossiers.enums import Nummersoort
from overstap.domain.importen.snapshot import Gelezen, InzageInOso, Persoonsnummer
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.domain.scholen.rules import School, schooljaar_van


def gelezen(kind: Kind, school: School, vandaag: date, *, met_stukken: bool = True) -> Gelezen:
    """Everything that the import of this pupil gives: content, BSN and attachments.

    Without `met_stukken` there are no attachments: making them takes a tenth of a second.
    """
    schooljaar = schooljaar_van(vandaag)
    los = stukken(kind, vandaag) if met_stukken else ()
    return Gelezen(
        inhoud=Inhoud(
            {**_leerling(kind, school, schooljaar), **_loopbaan(kind, school, vandaag), **_zorg(kind, los, vandaag)}
        ),
        nummer=Persoonsnummer(Nummersoort.BSN, kind.bsn),
        bestanden=los,
        inzage=InzageInOso(datum=None, ingezien=False),
        profiel="POVO",
        overdrachtsoort="overstapdossier",
        datum=vandaag,
        schooljaar=schooljaar,
        pakket="Klaslokaal",
        pakketversie="26.2",
        standaardversie="2019.1",
    )


def _leerling(kind: Kind, school: School, schooljaar: str) -> Mapping[str, Any]:
    return {
        "voornamen": kind.voornamen,
        "voorletters": "".join(f"{naam[0]}." for naam in kind.voornamen),
        "voorvoegsel": kind.voorvoegsel,
        "achternaam": kind.achternaam,
        "roepnaam": kind.roepnaam,
        "geboortedatum": kind.geboren(schooljaar),
        "geslacht": kind.geslacht,
        "leerlingid": f"MD-{4000 + kind.nummer}",
        "adresgeheim": False,
        "adressen": (woonadres(kind),),
        "verzorgers_aansprakelijk": kind.gezin != "voogd",
        "verzorgers": verzorgers(kind),
        "aansprakelijke_instelling": voogdij() if kind.gezin == "voogd" else None,
        "school": basisschool(school),
    }


def basisschool(school: School) -> dict[str, Any]:
    """The veld `school` of a school in the region file."""
    return {
        "naam": school.naam,
        "brincode": school.brin,
        "vestigingscode": school.vestiging,
        "aanleverpunt": school.aanleverpunt,
        "soort": "BO",
        "adressen": (
            {
                "soortadres": "bezoek", "straat": school.straat, "nummer": school.huisnummer,
                "postcode": school.postcode, "plaats": school.plaats,
            },
        ),
        "communicatie": (
            {"soort": "telefoon", "nummer": school.telefoon},
            {"soort": "e-mail", "nummer": school.email},
        ),
    }  # fmt: skip


def _loopbaan(kind: Kind, school: School, vandaag: date) -> Mapping[str, Any]:
    begin = date(int(schooljaar_van(vandaag)[:4]), 8, 1)
    later_begonnen = {"verhuisd": 6, "nieuwkomer": 7}
    eerste_hier = min((groep for woord, groep in later_begonnen.items() if woord in kind.bijzonder), default=1)
    jaren = _schooljaren(kind, school, begin)
    hier = [jaar for jaar in jaren if jaar["brincode"] == school.brin]
    ingeschreven = (
        hier[0]["begindatum"] if eerste_hier > 1 else kind.geboren(schooljaar_van(vandaag)).replace(year=begin.year - 8)
    )
    # Whoever did a year twice came a year earlier.
    ingeschreven -= timedelta(days=365) if "doublure" in kind.bijzonder and eerste_hier == 1 else timedelta()
    return {
        "datum_inschrijving": ingeschreven,
        "startdatum_huidig_onderwijs": ingeschreven,
        "schoolloopbaan": tuple(jaren),
        "toetsen": toetsen(kind, vandaag, begin),
        "cijferlijsten": _rapport(kind, begin),
    }


def _schooljaren(kind: Kind, school: School, begin: date) -> list[dict[str, Any]]:
    groepen = [1, 2, 3, 3, 4, 5, 6, 7, 8] if "doublure" in kind.bijzonder else list(range(1, 9))
    if "nieuwkomer" in kind.bijzonder:
        groepen = [7, 8]
    rijen = []
    for terug, groep in enumerate(reversed(groepen)):
        jaar = begin.year - terug
        elders = "verhuisd" in kind.bijzonder and groep < 6
        rijen.append(
            {
                "schooljaar": f"{jaar}-{jaar + 1}",
                "groepscode": kind.groep if groep == 8 else f"{groep}{kind.groep[1:] or 'A'}",
                "groepsnaam": f"Groep {kind.groep if groep == 8 else groep}",
                "jaargroep": str(groep),
                "begindatum": date(jaar, 8, 1),
                "einddatum": date(jaar + 1, 7, 31),
                "brincode": "99XZ" if elders else school.brin,
                "vestigingscode": "00" if elders else school.vestiging,
                "schoolsoort": "BO",
            }
        )
    return rijen[::-1]


def _rapport(kind: Kind, begin: date) -> tuple[dict[str, Any], ...]:
    """The marks of the last report of group 7."""
    basis = 5.5 + (kind.sterkte.rang or 6) * 0.28
    vakken = ("Taal", "Rekenen", "Wereldoriëntatie", "Bewegingsonderwijs", "Werkhouding")
    cijfers = [
        min(9.5, round((basis + (kind.nummer * 3 + plaats * 5) % 7 * 0.25 - 0.5) * 2) / 2)
        for plaats in range(len(vakken))
    ]
    return (
        {
            "jaargroep": "7",
            "periode": "Eindrapport",
            "afnamedatum": date(begin.year, 6, 26),
            "vakken": tuple(
                {"naam": vak, "scores": ({"waarde": f"{cijfer:.1f}".replace(".", ",")},)}
                for vak, cijfer in zip(vakken, cijfers, strict=True)
            ),
        },
    )


def _zorg(kind: Kind, los: tuple[Bestand, ...], vandaag: date) -> Mapping[str, Any]:
    begin = date(int(schooljaar_van(vandaag)[:4]), 8, 1)
    sleutels: dict[str, tuple[str, ...]] = {}
    for bestand in los:
        sleutels[bestand.plek] = (*sleutels.get(bestand.plek, ()), bestand.sleutel)
    diagnoses = {
        "dyslexie": ("Dyslexie", date(begin.year - 2, 11, 12), "M. Verburg, gz-psycholoog", "Praktijk Leeslicht"),
        "adhd": ("ADHD", date(begin.year - 3, 4, 20), "R. Aydın, kinderarts", "Streekziekenhuis Meerdorp"),
        "slechthorend": (
            "Slechthorend",
            date(begin.year - 6, 9, 3),
            "Dr. I. de Leeuw",
            "Audiologisch centrum De Klank",
        ),
    }
    rijen = tuple(
        {
            "codes": _CODES[woord], "naam": naam, "datum": op, "doorwie": wie, "instantie": waar,
            "documenten": sleutels.get("diagnoses.documenten", ()),
        }
        for woord, (naam, op, wie, waar) in diagnoses.items()
        if woord in kind.bijzonder
    )  # fmt: skip
    return {
        "diagnoses": rijen,
        "handelingsplannen": tuple(
            {"startdatum": date(begin.year - 1, 9, 14), "einddatum": date(begin.year, 7, 3), "gericht_op": plan}
            for woord, plan in _PLANNEN.items()
            if woord in kind.bijzonder
        ),
        "arrangementen_cluster12": ({"datum": date(begin.year - 5, 10, 1)},)
        if "slechthorend" in kind.bijzonder
        else (),
        "opp": {"ingangsdatum": date(begin.year - 1, 9, 1), "documenten": sleutels.get("opp.documenten", ())}
        if "lwoo" in kind.bijzonder
        else {},
        "overige_documenten": sleutels.get("overige_documenten", ()),
    }


_CODES = {"dyslexie": ("F81.0",), "adhd": ("F90.0+",), "slechthorend": ("H91.9.s",)}
_PLANNEN = {
    "dyslexie": "Vlot lezen: drie keer per week met een maatje, en extra instructie bij spellingregels.",
    "adhd": "Taken in stukjes verdelen, een vaste plek vooraan en elke ochtend samen de dag doornemen.",
    "lwoo": "Rekenen tot en met eind groep 6, met concreet materiaal en dagelijkse herhaling.",
    "nieuwkomer": "Woordenschat: elke dag een half uur Nederlands in een kleine groep.",
}
