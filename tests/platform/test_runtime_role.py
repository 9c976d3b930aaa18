"""Do the tests themselves run behind the same wall as production?"""

import psycopg
import pytest
from django.core.management import call_command
from django.db import ProgrammingError, connection, connections, transaction

from tests.database import Databases

PROEF = """
    create table proef (id int primary key, organisatie_id int not null);
    insert into proef values (1, 7), (2, 8);
    alter table proef enable row level security;
    create policy proef_lezen on proef using
        (organisatie_id = nullif(current_setting('app.proef', true), '')::int);
"""


def test_the_application_role_owns_nothing_and_cannot_step_over_row_level_security(eigenaar_cursor: psycopg.Cursor):
    eigenaar_cursor.execute(
        "select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = 'overstap_app'"
    )
    assert eigenaar_cursor.fetchone() == (False, False, False, False)
    eigenaar_cursor.execute("select count(*) from pg_class where relowner = 'overstap_app'::regrole")
    assert eigenaar_cursor.fetchone() == (0,)


def test_a_protected_row_is_invisible_without_an_actor(eigen_database: Databases, eigenaar_cursor: psycopg.Cursor):
    eigenaar_cursor.execute(PROEF)
    eigenaar_cursor.execute("select count(*) from proef")
    assert eigenaar_cursor.fetchone() == (2,)
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from proef")
        assert cursor.fetchone() == (0,)
        with transaction.atomic():
            cursor.execute("select set_config('app.proef', '7', true)")
            cursor.execute("select id from proef")
            assert cursor.fetchall() == [(1,)]
        cursor.execute("select count(*) from proef")
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize(
    "statement", ["create table eigen (id int)", "truncate gebruikers_sessie", "delete from django_migrations"]
)
def test_the_application_role_may_not(db: None, statement: str):
    with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"), connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_keys_live_in_another_database(db: None):
    assert connections["sleutels"].settings_dict["NAME"] != connection.settings_dict["NAME"]
    with connections["sleutels"].cursor() as cursor:
        cursor.execute("select count(*) from pg_class where relname like 'gebruikers_%'")
        assert cursor.fetchone() == (0,)


def test_every_change_of_a_model_has_its_migration(db: None):
    call_command("makemigrations", check=True, dry_run=True, verbosity=1)


@pytest.mark.parametrize("number", [1, 2])
def test_a_database_of_its_own_starts_empty(eigen_database: Databases, number: int):
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from gebruikers_ouderaccount")
        assert cursor.fetchone() == (0,)
        cursor.execute(
            "insert into gebruikers_ouderaccount (id, pogingen, oefening) values (gen_random_uuid(), %s, false)",
            [number],
        )
