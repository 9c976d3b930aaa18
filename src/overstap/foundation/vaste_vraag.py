"""How is a question that every request asks put to the database, without composing its SQL anew each time?"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from inspect import signature
from typing import Any, Generic, TypeVar

from django.db import connections
from django.db.models import Expression, Field, Model, QuerySet
from django.db.models.query import get_related_populators
from django.db.models.sql.compiler import SQLCompiler
from django.db.transaction import TransactionManagementError

M = TypeVar("M", bound=Model)


class _Open(Expression):
    """A place in a question where a value comes each time that it is asked."""

    def __init__(self, nummer: int) -> None:
        super().__init__(output_field=Field())
        self.nummer = nummer

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> Any:
        """Return a place for a value, and itself as what stands there."""
        return "%s", (self,)


class VasteVraag(Generic[M]):
    """A question of one shape, composed the first time that it is asked (ADR 47).

        _MET_ID = VasteVraag(lambda account_id: Account.objects.filter(id=account_id))
        account = _MET_ID.een(account_id)

    Composing costs the ORM longer than asking. What comes are whole objects, with those that `select_related` names.
    Values are compared as they are: an id is a `UUID`, a moment a `datetime`; None equals nothing.
    """

    def __init__(self, maak: Callable[..., QuerySet[M]]) -> None:
        """`maak` gets a place for each of its parameters and returns the question; it may not look into them."""
        self._maak = maak
        self._gesteld: dict[bool, _Gesteld[M]] = {}

    def alle(self, *waarden: object, vergrendel: bool = False) -> list[M]:
        """Return what answers the question with these values, in its order; with `vergrendel` those rows are locked.

        Raises `TransactionManagementError` when rows are locked outside a transaction.
        """
        if vergrendel not in self._gesteld:
            self._gesteld[vergrendel] = self._stel(vergrendel=vergrendel)
        return self._gesteld[vergrendel].vraag(waarden)

    def een(self, *waarden: object, vergrendel: bool = False) -> M | None:
        """Return the first that answers it, or None."""
        return next(iter(self.alle(*waarden, vergrendel=vergrendel)), None)

    def _stel(self, *, vergrendel: bool) -> _Gesteld[M]:
        vraag = self._maak(*map(_Open, range(len(signature(self._maak).parameters))))
        return _Gesteld(vraag.select_for_update(of=("self",)) if vergrendel else vraag)


class _Gesteld(Generic[M]):
    """The question in SQL, and how an object is made of a row."""

    def __init__(self, vraag: QuerySet[M]) -> None:
        if vraag.query.annotations or vraag.query.values_select:
            raise TypeError("een vaste vraag geeft hele objecten, zonder iets erbij")
        self._vergrendelt, self._alias = vraag.query.select_for_update, vraag.db
        self._compiler: Any = vraag.query.get_compiler(self._alias)
        self._sql, self._plaatsen = self._compiler.as_sql()
        soort = self._compiler.klass_info
        plekken = soort["select_fields"]
        self._model, self._velden = vraag.model, [self._compiler.select[plek][0].target.attname for plek in plekken]
        self._begin, self._eind = plekken[0], plekken[-1] + 1
        keuze = self._compiler.select
        self._erbij = get_related_populators(soort, keuze, self._alias)  # type: ignore[call-arg]  # types of Django 6
        # Kept by every thread: it would hold the connection of the first one open.
        self._compiler.connection = None

    def vraag(self, waarden: tuple[object, ...]) -> list[M]:
        """Ask it with these values."""
        verbinding = connections[self._alias]
        if self._vergrendelt and not verbinding.in_atomic_block:
            raise TransactionManagementError("een rij vergrendelen kan alleen in een transactie")
        with verbinding.cursor() as cursor:
            ingevuld: list[Any] = [waarden[plek.nummer] if isinstance(plek, _Open) else plek for plek in self._plaatsen]
            cursor.execute(self._sql, ingevuld)
            rijen = cursor.fetchall()
        lezer = copy(self._compiler)
        lezer.connection = verbinding
        return [self._object(rij) for rij in lezer.results_iter([rijen])]

    def _object(self, rij: Any) -> M:
        gevonden = self._model.from_db(self._alias, self._velden, rij[self._begin : self._eind])
        for bijzaak in self._erbij:
            bijzaak.populate(rij, gevonden)
        return gevonden
