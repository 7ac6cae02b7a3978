"""The first content of the page: what its reader sees before any script has run."""

import json
from datetime import date
from html import escape
from typing import Any

import structlog
from fastapi import Request
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from midstance.accounts import cookie
from midstance.accounts.devices import SignedIn, SignedOut, recognize
from midstance.api.catalog import catalog
from midstance.api.day_asked import day_or_today
from midstance.api.runner.standing import NoProfile, standing
from midstance.api.runner.today import today
from midstance.api.runner.told import told
from midstance.database import Database

LOG = structlog.get_logger()
REASONS_SHOWN = 2
TITLES = {"rest": "Rest day", "done": "Done for today", "none": "Nothing planned"}
DOOR = """<div class="page door"><header>
<img src="/a/{release}/media/icon.svg" alt="" width="64" height="64">
<h1>Midstance</h1>
<p class="lead">Strength for runners, in stages. It knows what today is and why, paces every rep,
and keeps working where the signal does not.</p>
</header></div>"""


def first_content(request: Request) -> str:
    """The door for a stranger; for an athlete the account and the head of Today."""
    path, token = request.url.path, cookie.token(request)
    try:
        if path != "/" or token is None:
            return _door(request) if path in ("/", "/welcome") else ""
        database: Database = request.app.state.database
        with database.read() as db:
            device, _ = recognize(db, token)
            return _account(device) + _day(db, device.athlete)
    except SignedOut:
        return _door(request)
    except SQLAlchemyError as error:
        # A page that works from the phone's own storage must open without the database too.
        LOG.warning("no first content", error=repr(error))
        return ""


def _door(request: Request) -> str:
    return DOOR.format(release=request.app.state.assets.release.id)


def _account(device: SignedIn) -> str:
    """Data, not script: a browser that lost its storage opens the right journal with it."""
    fields = {
        "athlete": device.athlete,
        "name": device.name,
        "owner": device.owner,
        "device": device.device,
    }
    text = json.dumps(fields).replace("<", "\\u003c")
    return f'<script type="application/json" id="account">{text}</script>'


def _day(db: Session, athlete_id: str) -> str:
    """Date, title, facts and the why, in the words and the classes of the view of Today."""
    content = catalog()
    try:
        stands = standing(db, athlete_id, day_or_today(db, athlete_id, None), content)
    except NoProfile:
        return ""
    now = told(today(stands, content, None, None), content.policy, stands.runner.units)
    if now["kind"] == "stop":
        return ""
    workout = now["workout"] if now["kind"] == "session" else None
    title = workout["name"] if workout else TITLES[now["kind"]]
    why = " ".join(reason["text"] for reason in now["reasons"][:REASONS_SHOWN])
    chips = _chips(workout, stands.stage) if workout else ""
    return (
        '<div class="page today"><div class="day"><header>'
        f'<div class="eyebrow"><span>{_date(stands.day)}</span></div>'
        f"<h1>{escape(title)}</h1>{chips}"
        f'<p class="why"><b>Why today:</b> <span class="muted">{escape(why)}</span></p>'
        "</header></div></div>"
    )


def _chips(workout: dict[str, Any], stage: Any) -> str:
    least, most = stage["weeks"]["min"], stage["weeks"]["max"]
    span = f"{most}" if least == most else f"{least}&ndash;{most}"
    week = f"Stage {stage['number']} · <b>week {stage['week']}</b> of {span}"
    return (
        f'<div class="chips"><span class="chip"><span><b>{workout["minutes"]}</b> min</span></span>'
        f'<span class="chip"><span>{week}</span></span></div>'
    )


def _date(day: str) -> str:
    then = date.fromisoformat(day)
    return f"{then:%A, %B} {then.day}"
