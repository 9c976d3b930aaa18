"""Which levels can a schooladvies have, and how do they compare?"""

from __future__ import annotations

from typing import Self

from overstap.foundation.choice import Choice


class Niveau(Choice):
    """The 24 values of DUO "Advies-vo" that were still open in 2015, also OSO codelijst 2.

    Columns: key, short label, long label, code, rank, ladder steps, current equivalent.

    * ``label`` is short ("vmbo-k/gt"), ``lang`` is for a sentence.
    * ``code``: two positions, the leading zero counts ("01").
    * ``rang``: place in the strict order of values; LWOO sorts equal to the same
      level without it. ``None`` where no comparison exists.
    * ``treden``: steps of the picture "adviesladder", 0 pro, 1 vmbo-b, 2 vmbo-k,
      3 vmbo-gt, 4 havo, 5 vwo; a combination covers several, vso none.
    * ``huidig``: the value to use today. Seven old values are only read
      (``alleen_lezen``); for all others it is the value itself.

    Source: DUO list 7.1.2 Advies-vo, OSO 2019.1 codelijst 2, the 17 names of the
    doorstroomtoetsketen 1.1.0 and DUO's sort numbers.
    """

    lang: str
    code: str
    rang: int | None
    treden: tuple[int, ...]
    huidige_waarde: str

    VSO = ("vso", "vso", "voortgezet speciaal onderwijs", "01", 0, ())
    PRO = ("pro", "pro", "praktijkonderwijs", "10", 1, (0,))
    VMBO_B = ("vmbo_b", "vmbo-b", "vmbo basis", "20", 3, (1,))
    VMBO_B_LWOO = (
        "vmbo_b_lwoo",
        "vmbo-b met lwoo",
        "vmbo basis met leerwegondersteuning",
        "21",
        3,
        (1,),
    )
    VMBO_BK = ("vmbo_bk", "vmbo-b/k", "vmbo basis of kader", "22", 4, (1, 2))
    VMBO_BK_LWOO = (
        "vmbo_bk_lwoo",
        "vmbo-b/k met lwoo",
        "vmbo basis of kader met leerwegondersteuning",
        "23",
        4,
        (1, 2),
    )
    VMBO_K = ("vmbo_k", "vmbo-k", "vmbo kader", "30", 5, (2,))
    VMBO_K_LWOO = (
        "vmbo_k_lwoo",
        "vmbo-k met lwoo",
        "vmbo kader met leerwegondersteuning",
        "31",
        5,
        (2,),
    )
    VMBO_KGT = (
        "vmbo_kgt",
        "vmbo-k/gt",
        "vmbo kader of gemengd-theoretisch",
        "34",
        6,
        (2, 3),
    )
    VMBO_KGT_LWOO = (
        "vmbo_kgt_lwoo",
        "vmbo-k/gt met lwoo",
        "vmbo kader of gemengd-theoretisch met leerwegondersteuning",
        "35",
        6,
        (2, 3),
    )
    VMBO_GT = ("vmbo_gt", "vmbo-gt", "vmbo gemengd-theoretisch", "42", 7, (3,))
    VMBO_GT_LWOO = (
        "vmbo_gt_lwoo",
        "vmbo-gt met lwoo",
        "vmbo gemengd-theoretisch met leerwegondersteuning",
        "43",
        7,
        (3,),
    )
    VMBO_GT_HAVO = (
        "vmbo_gt_havo",
        "vmbo-gt/havo",
        "vmbo gemengd-theoretisch of havo",
        "52",
        8,
        (3, 4),
    )
    HAVO = ("havo", "havo", "havo", "60", 9, (4,))
    HAVO_VWO = ("havo_vwo", "havo/vwo", "havo of vwo", "61", 10, (4, 5))
    VWO = ("vwo", "vwo", "vwo", "70", 11, (5,))
    GEEN = (
        "geen",
        "geen specifiek advies",
        "geen specifiek advies mogelijk",
        "80",
        None,
        (),
    )

    # Gemengd and theoretisch are one value nowadays. These are read from older files only.
    VMBO_KG = (
        "vmbo_kg",
        "vmbo-k/g",
        "vmbo kader of gemengd",
        "32",
        6,
        (2, 3),
        "vmbo_kgt",
    )
    VMBO_KG_LWOO = (
        "vmbo_kg_lwoo",
        "vmbo-k/g met lwoo",
        "vmbo kader of gemengd met leerwegondersteuning",
        "33",
        6,
        (2, 3),
        "vmbo_kgt_lwoo",
    )
    VMBO_G = ("vmbo_g", "vmbo-g", "vmbo gemengd", "40", 7, (3,), "vmbo_gt")
    VMBO_G_LWOO = (
        "vmbo_g_lwoo",
        "vmbo-g met lwoo",
        "vmbo gemengd met leerwegondersteuning",
        "41",
        7,
        (3,),
        "vmbo_gt_lwoo",
    )
    VMBO_G_HAVO = (
        "vmbo_g_havo",
        "vmbo-g/havo",
        "vmbo gemengd of havo",
        "44",
        8,
        (3, 4),
        "vmbo_gt_havo",
    )
    VMBO_T = ("vmbo_t", "vmbo-t", "vmbo theoretisch", "50", 7, (3,), "vmbo_gt")
    VMBO_T_LWOO = (
        "vmbo_t_lwoo",
        "vmbo-t met lwoo",
        "vmbo theoretisch met leerwegondersteuning",
        "51",
        7,
        (3,),
        "vmbo_gt_lwoo",
    )

    def __new__(  # noqa: PLR0917  # the columns of the table above
        cls,
        value: str,
        label: str = "",
        lang: str = "",
        code: str = "",
        rang: int | None = None,
        treden: tuple[int, ...] = (),
        huidig: str = "",
    ) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.lang, member.code = label, lang, code
        member.rang, member.treden, member.huidige_waarde = rang, treden, huidig or value
        return member

    @classmethod
    def kiesbaar(cls) -> tuple[Niveau, ...]:
        """The 17 levels that a school may give today, lowest first, "geen specifiek advies" last."""
        return tuple(niveau for niveau in cls if not niveau.alleen_lezen)

    @property
    def huidig(self) -> Niveau:
        """The value in today's list that stands for this one."""
        return Niveau(self.huidige_waarde)

    @property
    def alleen_lezen(self) -> bool:
        """Is this an old value that may be read from a file but no longer given?"""
        return self.huidige_waarde != self.value

    @property
    def lwoo(self) -> bool:
        """Does this advice come with leerwegondersteunend onderwijs?"""
        return self.value.endswith("_lwoo")

    @property
    def zonder_lwoo(self) -> Niveau:
        """The same level without LWOO."""
        return Niveau(self.value.removesuffix("_lwoo"))

    @property
    def met_lwoo(self) -> Niveau | None:
        """The same level with LWOO; ``None`` where DUO has no such value (vmbo-gt/havo and up, pro, vso)."""
        return next(
            (niveau for niveau in Niveau if niveau.lwoo and niveau.zonder_lwoo is self.zonder_lwoo),
            None,
        )
