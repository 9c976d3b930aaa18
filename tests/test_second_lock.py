"""Which tables stand behind row-level security? The list comes from the database itself."""

from __future__ import annotations

import psycopg
import pytest

# Tables without row-level security, each with its reason. Everything else must have it.
EXEMPT = {
    "gebruikers_account": "read to log in, before anybody is known; holds no pupil data",
    "gebruikers_ouderaccount": "read to check a code, before anybody is known; holds no personal data",
    "gebruikers_gastcode": "read to check a code, before anybody is known; holds no personal data",
    "scholen_regio": "public settings of a region",
    "scholen_organisatie": "public list of schools",
    "scholen_aanstelling": "read to find the actor; who works where is shown before a transfer",
    "tussenopslag": "cache: counters of rate limits, no personal data",
    "gebruikers_sessie": "read to find the actor",
    "django_migrations": "technical",
    "django_content_type": "technical",
    "auth_permission": "technical, unused",
    "auth_group": "technical, unused",
    "auth_group_permissions": "technical, unused",
    "account_emailaddress": "login addresses of colleagues",
    "account_emailconfirmation": "login addresses of colleagues",
    "mfa_authenticator": "second factor of colleagues",
    "schoollogins_schoollogin": "read to show the button, before anybody is known; a trigger lets each write its own",
    "socialaccount_socialaccount": "read to log in, before anybody is known; a keyed hash of a login elsewhere",
    "socialaccount_socialapp": "unused",
    "socialaccount_socialtoken": "unused: what a login service lets us do is not kept",
}
TECHNICAL_PREFIX = ("procrastinate_",)  # job arguments are ids only; another test proves that


def _tables(cursor: psycopg.Cursor[tuple[str, bool, bool]]) -> list[tuple[str, bool, bool]]:
    cursor.execute(
        """
        select c.relname, c.relrowsecurity,
               exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'school_id'
                       and exists (select 1 from pg_attribute b where b.attrelid = c.oid and b.attname = 'dossier_id'))
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1
        """
    )
    return cursor.fetchall()


def test_every_table_has_row_level_security_or_a_reason(
    eigenaar_cursor: psycopg.Cursor[tuple[str, bool, bool]],
) -> None:
    open_tables = [
        name
        for name, secured, _ in _tables(eigenaar_cursor)
        if not secured and name not in EXEMPT and not name.startswith(TECHNICAL_PREFIX)
    ]
    assert open_tables == []


def test_no_exempt_table_is_secured_or_gone(eigenaar_cursor: psycopg.Cursor[tuple[str, bool, bool]]) -> None:
    unsecured = {name for name, secured, _ in _tables(eigenaar_cursor) if not secured}
    assert EXEMPT.keys() - unsecured == set()


def test_everything_that_hangs_on_a_dossier_has_the_composite_key(
    eigenaar_cursor: psycopg.Cursor[tuple[str, bool, bool]],
) -> None:
    hangs = [name for name, _, on_dossier in _tables(eigenaar_cursor) if on_dossier]
    assert len(hangs) >= 12
    for name in hangs:
        eigenaar_cursor.execute(
            "select count(*) from pg_constraint "
            "where conrelid = %s::regclass and contype = 'f' and cardinality(conkey) = 2",
            [name],
        )
        # What hangs on something else of the dossier too may be held to that in the same way.
        assert eigenaar_cursor.fetchone()[0] >= 1, name


@pytest.mark.django_db
def test_the_runtime_role_owns_nothing_and_cannot_bypass() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("select rolbypassrls, rolsuper from pg_roles where rolname = current_user")
        assert cursor.fetchone() == (False, False)
        cursor.execute(
            "select count(*) from pg_class where relowner = (select oid from pg_roles where rolname = current_user)"
        )
        assert cursor.fetchone() == (0,)


def test_no_temporary_table_stands_in_for_a_real_one_where_the_owner_acts(
    eigenaar_cursor: psycopg.Cursor[tuple[str, list[str]]],
) -> None:
    eigenaar_cursor.execute(
        "select p.proname, p.proconfig from pg_proc p join pg_namespace n on n.oid = p.pronamespace "
        "where n.nspname = 'public' and p.prosecdef and p.proname not like 'procrastinate%'"
    )
    functies = dict(eigenaar_cursor.fetchall())
    assert len(functies) >= 4
    assert [naam for naam, instellingen in functies.items() if "search_path=public, pg_temp" not in instellingen] == []
