"""Addresses: which may stand in an invitation, and how people write them."""

import pytest

from samskab.common.mail import Address, address_of, is_fit_for_invitations


def test_address_when_it_is_fit_or_not() -> None:
    fit = "a@b.dk jens.o'hara+hr@sub.kommune.dk x_1-2@a-b.example"
    assert all(map(is_fit_for_invitations, fit.split()))
    unfit = (
        "",
        "ada",
        "ada@kommune",
        "søren@kommune.dk",
        "a b@kommune.dk",
        "a@b.dk\r\nX:1",
        "a@b.dk\n",
        "a..b@kommune.dk",
        ".a@kommune.dk",
        "a@-b.dk",
        "a%40b@kommune.dk",
        "a?subject=x@kommune.dk",
        "a@b.dk;c@d.dk",
        "Ada <a@b.dk>",
        "mailto:a@b.dk",
        "a" * 250 + "@b.dk",
    )
    assert not any(map(is_fit_for_invitations, unfit))


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("hr@fjordby.example", Address("hr@fjordby.example")),
        ("HR i Fjordby <hr@fjordby.example>", Address("hr@fjordby.example", "HR i Fjordby")),
        ('"Skov, Ada" <ada@fjordby.example>', Address("ada@fjordby.example", "Skov, Ada")),
        ("", None),
        ("HR", None),
        ("hr@", None),
        ("søren@fjordby.example", None),
        ("a@b.dk, c@d.dk", None),
    ],
)
def test_address_when_somebody_writes_it(text: str, address: Address | None) -> None:
    assert address_of(text) == address
