"""What a journal takes in: once, in order, each entry by itself."""

import hashlib
import json

import pytest

from midstance.database import Database
from midstance.journal.head import CHAIN_0
from midstance.journal.pull import Reset
from tests.journal.exchange import ATHLETE, OTHER, exchange, journal
from tests.journal.making import entry, new_uuid


def test_entries_are_kept_in_the_order_they_came_and_handed_back_as_they_are(
    database: Database,
) -> None:
    sent = [entry(set={"reps": 8}), entry("weather", set={"wind": 1.5}, by="a newer app")]
    done = exchange(database, *sent)
    assert done.pushed.accepted == [one["id"] for one in sent]
    assert [json.loads(text) for text in done.page.texts] == sent
    assert journal(database) == sent


def test_the_chain_is_the_hash_of_all_ids_so_far(database: Database) -> None:
    sent = [entry(), entry(), entry()]
    end = exchange(database, *sent).page.end
    chain = CHAIN_0
    for one in sent:
        chain = hashlib.sha256((chain + one["id"]).encode()).hexdigest()[:32]
    assert (end.seq, end.chain) == (3, chain)


def test_receiving_the_same_entry_again_accepts_it_again_and_stores_it_once(
    database: Database,
) -> None:
    one = entry(set={"reps": 8, "rir": 2})
    again = dict(reversed(one.items()))
    exchange(database, one)
    assert exchange(database, again).pushed.accepted == [one["id"]]
    assert journal(database) == [one]


def test_the_same_entry_twice_in_one_push_is_stored_once(database: Database) -> None:
    one = entry()
    assert exchange(database, one, dict(one)).pushed.accepted == [one["id"]]
    assert journal(database) == [one]


def test_an_id_with_other_content_is_refused_and_the_first_stays(database: Database) -> None:
    one = entry(set={"reps": 8})
    other = one | {"set": {"reps": 9}}
    exchange(database, one)
    (refusal,) = exchange(database, other).pushed.rejected
    assert (refusal["id"], refusal["code"]) == (one["id"], "id_reused")
    assert journal(database) == [one]


def test_an_id_with_two_contents_in_one_push_keeps_the_first(database: Database) -> None:
    one = entry("odd", set={"a": 1})
    done = exchange(database, one, one | {"set": {"a": True}})
    assert done.pushed.accepted == [one["id"]]
    assert [(refused["index"], refused["code"]) for refused in done.pushed.rejected] == [
        (1, "id_reused")
    ]


def test_a_bad_entry_never_holds_up_the_others(database: Database) -> None:
    good = [entry(set={"reps": 8}), entry("odd")]
    nameless = entry()
    del nameless["id"]
    bad = [entry(set={"reps": "ten"}), 5, nameless, entry(day="2026-02-30")]
    done = exchange(database, good[0], *bad, good[1])
    assert done.pushed.accepted == [one["id"] for one in good]
    assert [refused["code"] for refused in done.pushed.rejected] == ["invalid"] * 4
    assert [refused["index"] for refused in done.pushed.rejected] == [1, 2, 3, 4]
    assert [refused["id"] for refused in done.pushed.rejected] == [
        bad[0]["id"],
        None,
        None,
        bad[3]["id"],
    ]
    assert done.pushed.rejected[0]["field"] == "set.reps"
    assert journal(database) == good


def test_entries_may_come_a_month_late_and_from_wrong_clocks(database: Database) -> None:
    sent = [
        entry(day="2026-10-01"),
        entry(day="9999-12-31", at="9999-12-31T23:59:59.999Z-ffffff-ffffffff"),
        entry(day="1970-01-01", at="1970-01-01T00:00:00.000Z-000000-00000000"),
    ]
    assert len(exchange(database, *sent).pushed.accepted) == 3


def test_a_page_holds_as_many_as_asked_for_and_says_when_there_are_more(
    database: Database,
) -> None:
    sent = [entry() for _ in range(5)]
    first = exchange(database, *sent, limit=2).page
    assert (len(first.texts), first.more, first.end.seq) == (2, True, 2)
    rest = exchange(database, cursor=2, chain=first.end.chain, limit=3).page
    assert (len(rest.texts), rest.more, rest.end.seq) == (3, False, 5)
    nothing = exchange(database, cursor=5, chain=rest.end.chain).page
    assert (nothing.texts, nothing.more, nothing.end) == ([], False, rest.end)


def test_a_page_of_large_entries_ends_before_it_chokes_a_phone(database: Database) -> None:
    sent = [entry("odd", set={"a": "x" * 60_000}) for _ in range(20)]
    exchange(database, *sent[:10])
    exchange(database, *sent[10:])
    first = exchange(database).page
    assert first.more
    assert sum(map(len, first.texts)) <= 1024 * 1024
    assert journal(database) == sent


@pytest.mark.parametrize(("cursor", "chain"), [(3, "0" * 32), (0, "1" * 32), (2, "2" * 32)])
def test_a_cursor_that_is_not_in_this_journal_is_told_to_start_over(
    database: Database, cursor: int, chain: str
) -> None:
    exchange(database, entry(), entry())
    with pytest.raises(Reset):
        exchange(database, entry(), cursor=cursor, chain=chain)
    assert len(journal(database)) == 2


def test_a_cursor_in_the_middle_is_held_to_the_chain_there(database: Database) -> None:
    first = exchange(database, entry()).page.end
    exchange(database, entry(), entry())
    assert len(exchange(database, cursor=1, chain=first.chain).page.texts) == 2
    with pytest.raises(Reset):
        exchange(database, cursor=1, chain=CHAIN_0)


def test_athletes_share_nothing_not_even_ids(database: Database) -> None:
    one = entry(set={"reps": 8})
    other = one | {"set": {"reps": 9}}
    exchange(database, one, athlete=ATHLETE)
    assert exchange(database, other, athlete=OTHER).pushed.accepted == [one["id"]]
    assert journal(database, ATHLETE) == [one]
    assert journal(database, OTHER) == [other]


def test_a_push_of_five_hundred_is_one_transaction(database: Database) -> None:
    record = new_uuid()
    sent = [entry(record=record, set={"reps": number}) for number in range(500)]
    assert len(exchange(database, *sent).pushed.accepted) == 500
    assert journal(database) == sent
