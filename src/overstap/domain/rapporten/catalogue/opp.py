"""Is the question about the ontwikkelingsperspectief (OPP) asked of this pupil?"""

from dataclasses import replace

from overstap.domain.rapporten.catalogue.register import Catalogus

VRAAG = "opp_toelichting"


def zonder_opp_vraag(lijst: Catalogus) -> Catalogus:
    """The catalogue of a pupil of whom no OPP is expected: a form asks nothing about it, what was written stays."""
    return Catalogus(
        tuple(
            replace(
                sectie,
                velden=tuple(
                    replace(veld, alleen_op_verzoek=True) if veld.naam == VRAAG else veld for veld in sectie.velden
                ),
            )
            for sectie in lijst.secties
        )
    )
