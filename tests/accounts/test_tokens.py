"""Secrets are long, told apart by their hashes, and an invite survives being read aloud."""

from midstance.accounts.tokens import ALPHABET, code_hash, new_code, new_token, secret_hash


def test_a_token_has_256_bits_and_is_not_what_is_stored() -> None:
    token = new_token()
    assert len(token) == 43
    assert token not in secret_hash(token)
    assert secret_hash(token) != secret_hash(new_token())


def test_a_code_is_three_groups_of_letters_nobody_mistakes() -> None:
    groups = new_code().split("-")
    assert [len(group) for group in groups] == [4, 4, 4]
    assert set("".join(groups)) <= set(ALPHABET)


def test_a_code_may_be_typed_carelessly() -> None:
    assert code_hash("7K3F-Q0ZD-M1XW") == code_hash(" 7k3f qOzd mIxw ")
    assert code_hash("7K3F-Q0ZD-M1XW") != code_hash("7K3F-Q0ZD-M1XV")
