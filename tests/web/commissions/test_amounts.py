import pytest
from django import forms
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from samskab.telling.language import Language
from samskab.web.commissions.amounts import KronerField, oere_typed
from samskab.web.notation import typed_kroner

OERE = st.integers(min_value=0, max_value=10**13)


class PriceForm(forms.Form):
    price = KronerField()


@pytest.mark.parametrize(
    ("language", "text", "oere"),
    [
        ("da", "1250000", 125_000_000),
        ("da", "1.250.000", 125_000_000),
        ("da", "1 250 000 kr.", 125_000_000),
        ("da", "12,5", 1_250),
        ("da", "1.500", 150_000),
        ("da", "0", 0),
        ("en", "1,250,000.05", 125_000_005),
        ("en", "DKK 600", 60_000),
    ],
)
def test_an_amount_when_typed_as_people_do_is_read(language: str, text: str, oere: int) -> None:
    with translation.override(language):
        form = PriceForm({"price": text})
        assert form.is_valid(), form.errors
        assert form.cleaned_data["price"] == oere


@pytest.mark.parametrize("text", ["tre", "-5", "1.25", "12,345", "1,250.00", "1.2500", "9" * 15])
def test_an_amount_when_none_is_refused_with_an_example(text: str) -> None:
    with translation.override("da"):
        form = PriceForm({"price": text})
        assert not form.is_valid()
        assert "skriv fx 250.000" in form.errors["price"][0]


def test_an_amount_when_missing_is_required() -> None:
    assert not PriceForm({"price": "  "}).is_valid()


@given(OERE, st.sampled_from(Language))
def test_an_amount_when_shown_in_a_form_is_read_back(oere: int, language: Language) -> None:
    with translation.override(language.value):
        assert oere_typed(typed_kroner(oere), language) == oere
