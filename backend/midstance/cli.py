"""The command line: serve, and what an installation needs now and then."""

import argparse
import getpass
import json
import sqlite3
import ssl
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.request import urlopen

from pydantic import ValidationError
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from midstance import __version__, migrate
from midstance.database import Database
from midstance.errors import Problem, Refused
from midstance.settings import Settings
from midstance.simulate.runner import KINDS

WEEKS_MOST = 520


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command; exits with 1 and a sentence when it cannot be done."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], None] = options.command
    try:
        command(options)
    except (Refused, Problem, OSError) as error:
        sys.exit(f"midstance: {error}")
    except (sqlite3.Error, DBAPIError) as error:
        sys.exit(
            f"midstance: the database: {error.orig if isinstance(error, DBAPIError) else error}"
        )
    except ValidationError as error:
        lines = [f"MIDSTANCE_{e['loc'][0]}".upper() + f": {e['msg']}" for e in error.errors()]
        sys.exit("midstance: a setting is not right.\n  " + "\n  ".join(lines))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="midstance", description="Settings are MIDSTANCE_* environment variables; see README."
    )
    commands = parser.add_subparsers(required=True, metavar="command")

    def add(
        name: str, run: Callable[[argparse.Namespace], None], text: str
    ) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=text, description=text)
        command.set_defaults(command=run)
        return command

    add("serve", _serve, "Migrate the database and serve")
    add("health", _health, "Ask the server on this machine whether it works")
    add("migrate", _migrate, "Bring the database to this version's schema")
    add("rebuild", _rebuild, "Make all projections again from the journal; changes nothing")
    content = add("content", _content, "Check the exercises, the programs and the policy")
    content.add_argument("action", choices=["check"])
    backup = add("backup", _backup, "Copy the SQLite database, also while it is in use")
    backup.add_argument("file", type=Path)
    password = add("password", _password, "Set a new password for somebody who forgot theirs")
    password.add_argument("name")
    simulate = add("simulate", _simulate, "Let a made-up runner train for months, week by week")
    simulate.add_argument("--program", default="stronger-strides", metavar="SLUG")
    simulate.add_argument("--runner", default="novice", metavar="NAME", help=", ".join(KINDS))
    simulate.add_argument("--weeks", type=int, default=26)
    simulate.add_argument("--seed", type=int, default=1)
    simulate.add_argument("--json", action="store_true", help="plain values instead of a table")
    simulate.add_argument("--plot", type=Path, metavar="FILE.svg", help="draw it, too")
    add("openapi", _openapi, "Print the description of the HTTP interface")
    add("version", _version, "Print the version")
    return parser


def _serve(_: argparse.Namespace) -> None:
    from midstance.serve import serve  # noqa: PLC0415 - other commands start without the web

    serve(Settings())


def _health(_: argparse.Namespace) -> None:
    settings = Settings()
    # The certificate is for the name that phones use, not for this machine's own.
    unverified = ssl._create_unverified_context() if settings.certificate else None  # noqa: S323
    url = f"{settings.address_here(settings.port)}/api/health"
    with urlopen(url, timeout=5, context=unverified) as answer:  # noqa: S310
        print(answer.read().decode())


def _migrate(_: argparse.Namespace) -> None:
    migrate.upgrade(Settings().database_url)


def _rebuild(_: argparse.Namespace) -> None:
    from midstance.journal.rebuild import rebuild  # noqa: PLC0415

    settings = Settings()
    migrate.upgrade(settings.database_url)
    database = Database(settings.database_url)
    try:
        report = rebuild(database)
    finally:
        database.close()
    for sentence in report.changed:
        print(sentence)
    print(f"{report.entries} entries of {report.athletes} athletes: {report.records} records")
    sys.exit(1 if report.changed else 0)


def _content(_: argparse.Namespace) -> None:
    from midstance.content.check import report  # noqa: PLC0415

    text, status = report()
    print(text)
    sys.exit(status)


def _backup(options: argparse.Namespace) -> None:
    url = make_url(Settings().database_url)
    if url.get_backend_name() != "sqlite":
        raise Refused("This copies SQLite only; for Postgres use pg_dump.")
    source, target = Path(url.database or ""), options.file
    if not source.is_file():
        raise Refused(f"There is no database at {source}.")
    if target.exists():
        raise Refused(f"{target} exists already; nothing was overwritten.")
    migrate.copy_sqlite(source, target)
    target.chmod(0o600)
    print(f"{target} holds everything in {source}.")


def _password(options: argparse.Namespace) -> None:
    from midstance.accounts.athletes import reset_password  # noqa: PLC0415
    from midstance.accounts.passwords import LENGTH_MAX, LENGTH_MIN  # noqa: PLC0415

    new = (
        getpass.getpass("New password: ")
        if sys.stdin.isatty()
        else sys.stdin.readline().rstrip("\n")
    )
    if not LENGTH_MIN <= len(new) <= LENGTH_MAX:
        raise Refused(f"A password has {LENGTH_MIN} to {LENGTH_MAX} characters.")
    settings = Settings()
    migrate.upgrade(settings.database_url)
    database = Database(settings.database_url)
    try:
        signed_out = reset_password(database, name=options.name, new=new)
    finally:
        database.close()
    print(f"The password is set, and {signed_out} devices are signed out.")


def _simulate(options: argparse.Namespace) -> None:
    from midstance.simulate.life import live  # noqa: PLC0415
    from midstance.simulate.plot import plot  # noqa: PLC0415
    from midstance.simulate.runner import draw  # noqa: PLC0415
    from midstance.simulate.table import table  # noqa: PLC0415
    from midstance.simulate.weeks import plain  # noqa: PLC0415
    from midstance.simulate.world import NoProgram, world  # noqa: PLC0415

    if options.runner not in KINDS:
        raise Refused(f"There is no runner {options.runner}; there are {', '.join(KINDS)}.")
    if not 1 <= options.weeks <= WEEKS_MOST:
        raise Refused(f"Simulate 1 to {WEEKS_MOST} weeks.")
    try:
        life = live(draw(options.runner, options.seed), world(options.program), options.weeks)
    except NoProgram as error:
        raise Refused(str(error)) from error
    print(json.dumps(plain(life), indent=2) if options.json else table(life))
    if options.plot:
        options.plot.write_text(plot(life))


def _openapi(_: argparse.Namespace) -> None:
    from midstance.app import create_app  # noqa: PLC0415

    app = create_app(Settings(database_url="sqlite://"))
    print(json.dumps(app.openapi(), indent=2))


def _version(_: argparse.Namespace) -> None:
    print(__version__)
