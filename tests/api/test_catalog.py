"""The catalog and the programs: ready-made answers that a phone asks for once."""

import httpx

from midstance.content.load import load


def test_exercises_come_in_catalog_order_and_whole(client: httpx.Client) -> None:
    answer = client.get("/api/exercises")
    assert answer.status_code == 200
    numbers = [exercise["number"] for exercise in answer.json()]
    assert numbers == sorted(numbers)
    assert {exercise["slug"] for exercise in answer.json()} == set(load().exercises)
    one = answer.json()[0]
    assert client.get(f"/api/exercises/{one['slug']}").json() == one


def test_a_catalog_that_did_not_change_is_not_sent_again(client: httpx.Client) -> None:
    for address in ("/api/exercises", "/api/programs", "/api/programs/stronger-strides"):
        first = client.get(address)
        again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        other = client.get(address, headers={"If-None-Match": 'W/"something else"'})
        assert other.content == first.content


def test_what_is_not_in_the_catalog_is_named(client: httpx.Client) -> None:
    for address in ("/api/exercises/moonwalk", "/api/programs/moonwalk"):
        answer = client.get(address)
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
        assert "moonwalk" in answer.json()["detail"]


def test_a_program_has_its_stages_templates_and_slots(client: httpx.Client) -> None:
    programs = client.get("/api/programs").json()
    assert len(programs) == 4
    for program in programs:
        assert client.get(f"/api/programs/{program['slug']}").json() == program
        slots = {slot["slot"] for template in program["templates"] for slot in template["slots"]}
        assert slots <= set(program["slots"])
