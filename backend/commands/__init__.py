"""The `tiepsuc` command: everything an operator does outside the browser."""

from __future__ import annotations

import os
import sys

import click
from sqlalchemy.exc import OperationalError, ProgrammingError

from backend import create_app
from backend.commands.communes import communes
from backend.commands.database import database
from backend.commands.forms import forms
from backend.commands.guides import guides
from backend.commands.keys import keys
from backend.commands.offline import offline
from backend.commands.people import people
from backend.commands.prepare import prepare
from backend.domain.errors import Refusal
from backend.settings import WrongSetting, read


@click.group(help="Run and look after Tiếp Sức. Settings come from the environment: see docs/settings.md.")
@click.version_option(package_name="tiepsuc")
@click.pass_context
def tiepsuc(context: click.Context) -> None:
    """Open the app for the command that follows."""
    app = create_app(read(os.environ))
    context.with_resource(app.app_context())


for command in (communes, database, forms, guides, keys, offline, people, prepare):
    tiepsuc.add_command(command)


def main() -> None:
    """Run the command; a wrong setting or a refusal ends it with one plain line."""
    try:
        tiepsuc()
    except WrongSetting as wrong:
        sys.exit(f"tiepsuc: {wrong}")
    except (OperationalError, ProgrammingError) as error:
        sys.exit(f"tiepsuc: the database is not ready ({error.orig}). Run `tiepsuc prepare` first.")
    except Refusal as refusal:
        details = ", ".join(f"{name}: {value}" for name, value in refusal.details.items())
        sys.exit(f"tiepsuc: {refusal.code}" + (f" ({details})" if details else ""))
