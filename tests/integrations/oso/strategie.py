"""Which reports could a school have? Made from the table of paths, then bent until no rule is broken."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from overstap.domain.adviezen.enums import Niveau, Toetsadvies
from overstap.domain.rapporten.catalogue.typen import (
    Groep,
    Keuze,
    Meerkeuze,
    Rijen,
    Teksten,
    schoon,
)
from overstap.domain.rapporten.catalogue.typen.lijsten import Decimalen
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.integrations.oso.v2019.structuur import GEWEIGERD, VELD, Pad, paden, type_van
from overstap.integrations.oso.v2019.waarden import CODES
from tests.integrations.oso.leerling import ADRES, DATUM, MAIL, TELEFOON, WAARDEN

LEERLING = "/dossier/huidigeschool/leerling"
DAGEN = st.dates(date(1990, 1, 1), date(2040, 12, 31))
TOETSDAGEN = st.dates(date(2024, 8, 1), date(2027, 7, 31))
TEKENS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
LASTIG = st.sampled_from(
    ["Jan & <zoon>", "a\"b'c", "👩🏽‍🏫 juf", "x\u0323\u0301", "]]>", "Ørsted‐Çelik", "رضا", "a\nb", "00"]
)


def teksten(langste: int = 60) -> st.SearchStrategy[str]:
    """Texts as the catalogue stores them: clean, without spaces around, not empty, and with every kind of sign."""
    ruw = st.one_of(LASTIG, st.text(TEKENS, min_size=1, max_size=20))
    return ruw.map(lambda tekst: schoon(tekst).strip()[:langste].strip()).filter(bool)


def _blad(pad: Pad) -> st.SearchStrategy[Any]:
    soort = type_van(pad.sleutel)
    if pad.omzetting in CODES:
        return st.sampled_from(list(CODES[pad.omzetting].values()))
    if isinstance(soort, Keuze | Meerkeuze):
        return st.sampled_from(list(soort.lijst.codes))
    if pad.patroon is not None and pad.soort == "datum":
        # The one pattern of a day: a schoolyear ends on 31 July.
        return DAGEN.map(lambda dag: dag.replace(month=7, day=31))
    if pad.patroon is not None:
        return st.from_regex(pad.patroon, fullmatch=True)
    return {
        "datum": DAGEN,
        "janee": st.booleans(),
        "geheel": st.integers(0, 1000),
        "decimaal": st.decimals(-1000, 1000, places=2),
        "tekst": teksten(pad.tekens[1] or 60),
    }[pad.soort]


def _delen(pad: Pad) -> dict[str, tuple[st.SearchStrategy[Any], bool]]:
    """(strategy, obligatory) of every part below a block, by its name in the catalogue."""
    delen: dict[str, tuple[st.SearchStrategy[Any], bool]] = {}
    for kind in pad.kinderen:
        if kind.lot == GEWEIGERD or kind.omzetting == "document":
            continue
        if kind.lot != VELD:
            # Parts of an optional wrapper stand or fall together; the obligatory ones are then always there.
            delen |= {naam: (deel, verplicht) for naam, (deel, verplicht) in _delen(kind).items()}
            continue
        soort = type_van(kind.sleutel)
        if isinstance(soort, Rijen):
            deel = st.lists(blok(kind), min_size=kind.minimum, max_size=2).map(tuple)
        elif isinstance(soort, Groep):
            deel = blok(kind)
        elif isinstance(soort, Decimalen | Teksten | Meerkeuze):
            deel = st.lists(_blad(kind), min_size=1, max_size=3).map(tuple)
        else:
            deel = _blad(kind)
        delen[kind.deel] = (deel, bool(kind.minimum))
    return delen


def blok(pad: Pad) -> st.SearchStrategy[dict[str, Any]]:
    """The values of one block: the obligatory parts, and any of the others."""
    if pad.omzetting == "communicatie":
        return st.sampled_from(
            [TELEFOON, MAIL, {"soort": "telefoon", "geheim": True}, {"soort": "e-mail", "geheim": True}]
        )
    delen = _delen(pad)
    return st.fixed_dictionaries(
        {naam: deel for naam, (deel, verplicht) in delen.items() if verplicht},
        optional={naam: deel for naam, (deel, verplicht) in delen.items() if not verplicht},
    )


def _zonder_geheim_adres(rij: dict[str, Any]) -> dict[str, Any]:
    if rij.get("adresgeheim"):
        return {naam: waarde for naam, waarde in rij.items() if naam not in ("adressen", "adres_buitenland")}
    return rij


@st.composite
def adressen(draw: st.DrawFn) -> dict[str, Any]:
    """A pupil with a secret address and none, or with one."""
    geheim = draw(st.booleans())
    rest = {"adressen": (ADRES, *draw(st.lists(blok(paden()[f"{LEERLING}/adreslijst/adres"]), max_size=1)))}
    return {"adresgeheim": geheim, "adressen": (), **({} if geheim else rest)}


@st.composite
def adviezen(draw: st.DrawFn) -> dict[str, Any]:
    """An advice, perhaps adjusted; the file has one advice when the two are the same."""
    niveaus = st.sampled_from([niveau.value for niveau in Niveau])
    voorlopig, definitief = draw(niveaus), draw(st.none() | niveaus)
    return {"advies_voorlopig": voorlopig, "advies_definitief": None if definitief == voorlopig else definitief}


@st.composite
def doorstroomtoetsen(draw: st.DrawFn) -> dict[str, Any]:
    """A result with its words, of a test that OSO 2019.1 has a code for; or nothing."""
    pad = f"{LEERLING}/eindtoets_basisonderwijs"
    if draw(st.booleans()):
        return {}
    toets = draw(blok(paden()[f"{pad}/eindtoetsresultaat"]))
    woorden = draw(st.sampled_from([advies.label for advies in Toetsadvies]) | teksten())
    herkend = Toetsadvies.uit_tekst(woorden)
    return {
        **toets,
        "deelgenomen": draw(st.booleans()),
        "toetsadvies_tekst": woorden,
        "toetsadvies": herkend.value if herkend else None,
    }


@st.composite
def toetsen(draw: st.DrawFn) -> tuple[dict[str, Any], ...]:
    """Tests that are not too old and have a score."""
    score = {"toetsscore": {"aantalgoed": draw(st.integers(0, 100))}}
    rijen = draw(st.lists(blok(paden()[f"{LEERLING}/toetslijst/toets"]), max_size=2))
    return tuple(
        {
            **rij,
            "afnamedatum": draw(TOETSDAGEN),
            **score,
            "onderdelen": tuple({**onderdeel, **score} for onderdeel in rij.get("onderdelen", ())),
            "afgenomen_door": _een_werkgever(rij.get("afgenomen_door", {})),
        }
        for rij in rijen
    )


def _een_werkgever(door: dict[str, Any]) -> dict[str, Any]:
    """Somebody works for an instelling or a school, not for both."""
    return {naam: waarde for naam, waarde in door.items() if naam != "school" or "instelling" not in door}


def _met_cijfer(lijst: dict[str, Any]) -> dict[str, Any]:
    cijfer = {"waarde": "7"}
    vakken = tuple(
        {
            "naam": vak["naam"],
            "onderdelen": tuple({**cijfer, **onderdeel} for onderdeel in vak.get("onderdelen", ())),
            "scores": tuple({**cijfer, **score} for score in vak.get("scores", ())) or (cijfer,),
        }
        for vak in lijst.get("vakken", ()) or ({"naam": "Taal"},)
    )
    return {**lijst, "vakken": vakken}


_CIJFERS = ("beoordeling", "eindcijfer", "cijfer_ce", "cijfer_se", "cijfers_se", "rapportcijfer", "werkstuk")


def _een_cijfer(vak: dict[str, Any]) -> dict[str, Any]:
    """A subject of the vo has one kind of result, no more and no less."""
    rest = {naam: waarde for naam, waarde in vak.items() if naam not in _CIJFERS}
    cijfer = next((naam for naam in _CIJFERS if naam in vak), None)
    return {**rest, cijfer: vak[cijfer]} if cijfer else {**rest, "eindcijfer": 7}


LOS = {
    naam: deel
    for naam, (deel, _) in _delen(paden()[LEERLING]).items()
    if naam
    not in (
        "doorstroomtoets",
        "toetsen",
        "cijferlijsten",
        "vakken_vo",
        "verzorgers",
        "adressen",
        "adres_buitenland",
        "adresgeheim",
        "communicatie",
    )
}


@st.composite
def leerlingen(draw: st.DrawFn) -> Inhoud:
    """A report that OSO 2019.1 can carry whole."""
    verzorgers = draw(st.lists(blok(paden()[f"{LEERLING}/verzorger"]), min_size=1, max_size=2))
    lijsten = draw(st.lists(blok(paden()[f"{LEERLING}/cijferlijstlijst/cijferlijst"]), max_size=2))
    vakken = draw(st.lists(blok(paden()[f"{LEERLING}/resultaatvakkenvo"]), max_size=2))
    waarden = {
        **WAARDEN,
        **draw(st.fixed_dictionaries({}, optional=LOS)),
        **draw(adressen()),
        **draw(adviezen()),
        "voornamen": tuple(draw(st.lists(teksten(), min_size=1, max_size=3))),
        "achternaam": draw(teksten()),
        "contactpersoon": draw(teksten()),
        "contacttelefoon": "0100000000",
        "verzorgers_aansprakelijk": True,
        "verzorgers": tuple(map(_zonder_geheim_adres, verzorgers)),
        "schoolloopbaan": tuple(
            draw(st.lists(blok(paden()[f"{LEERLING}/schoolloopbaanlijst/schoolloopbaan"]), min_size=1, max_size=2))
        ),
        "doorstroomtoets": draw(doorstroomtoetsen()),
        "toetsen": draw(toetsen()),
        "cijferlijsten": tuple(map(_met_cijfer, lijsten)),
        "vakken_vo": tuple(map(_een_cijfer, vakken)),
        "opp": {"ingangsdatum": DATUM - timedelta(days=draw(st.integers(0, 900)))},
        "overige_documenten": (),
    }
    return Inhoud(waarden)
