"""Where the runner stands in every slot: a fold of all ended sessions, oldest first."""

from midstance.training.advance import advance
from midstance.training.outcome import outcomes
from midstance.training.rungs import begin
from midstance.training.values import EndedSession, Ladders, Policy, Positions


def fold(sessions: list[EndedSession], ladders: Ladders, policy: Policy) -> Positions:
    """The positions by slot and place after `sessions`, on the ladders of today.

    A slot that no longer has a ladder at a place has no position there.
    """
    positions: Positions = {}
    for session in sessions:
        positions = apply(positions, session, ladders, policy)
    return positions


def apply(
    positions: Positions, session: EndedSession, ladders: Ladders, policy: Policy
) -> Positions:
    """The positions after one more session, which may have moved to another place midway."""
    after, place = dict(positions), session["place"]
    happened = outcomes(
        items=session["items"],
        sets=session["sets"],
        day=session["day"],
        checkin=session.get("checkin"),
        morning=session.get("morning"),
        attendance=session.get("attendance"),
    )
    for slot, outcome in happened.items():
        at = outcome["prescribed"].get("place", place)
        ladder = ladders.get(slot, {}).get(at)
        if ladder is None:
            continue
        before = after.get(slot, {}).get(at) or begin(ladder, outcome["prescribed"])
        moved = advance(before, outcome, ladder, policy)["position"]
        after[slot] = {**after.get(slot, {}), at: moved}
    return after
