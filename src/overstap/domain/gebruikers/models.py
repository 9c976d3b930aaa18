"""Who can log in, and in which browsers is somebody inside now?"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models


class AccountManager(BaseUserManager["Account"]):
    def create_user(self, email: str, password: str | None = None, **fields: object) -> Account:
        """Make an account that can log in with `email`; without a password only by another way in."""
        account = self.model(email=self.normalize_email(email).lower(), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """One person who can log in; where this person works, and as what, stands in `scholen`."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    naam = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    gastmail = models.EmailField(blank=True)
    """Where the mail of a guest goes: a guest has no password, and may be somebody who also has an account."""

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["naam"]

    objects = AccountManager()

    def __str__(self) -> str:
        return self.naam

    @property
    def postadres(self) -> str:
        """Where mail for this person goes."""
        return self.gastmail or self.email

    def get_full_name(self) -> str:
        return self.naam

    def get_short_name(self) -> str:
        return self.naam


class Toegangscode(models.Model):
    """A way in without a password: an unguessable id in a link, and a code.

    Holds no personal data, because it is read before anybody is known: the link travels by mail,
    the code by another way, and only a keyed hash of the code is kept.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    codehash = models.BinaryField(null=True)
    pogingen = models.PositiveSmallIntegerField(default=0)
    geldig_tot = models.DateTimeField(null=True)
    ingetrokken_op = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.id)


class Ouderaccount(Toegangscode):
    """The access of one parent (or pupil from 16) to one report; `oefening`: of an invented one."""

    oefening = models.BooleanField(default=False)


class Gastcode(Toegangscode):
    """The access of one guest: a colleague of a basisschool without Overstap, invited for one pupil."""

    account = models.OneToOneField(Account, on_delete=models.PROTECT, related_name="+")


class Sessie(AbstractBaseSession):
    """One browser in which somebody is inside; the row is the access, so whoever deletes it ends it at once.

    `account` is a colleague; of a parent or a guest it is empty. `apparaat` says in words which device it is: the
    address of that device and what its browser says of itself are kept nowhere. `session_key` is a hash of the key
    that the browser has (`web/algemeen/sessies.py`).
    """

    nummer = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, null=True, related_name="+")
    apparaat = models.CharField(max_length=60, blank=True)
    begonnen_op = models.DateTimeField()
    laatst_op = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.nummer)
