"""What is answered."""

from django import forms

from samskab.web.invitations.enums import Answer

GIVEN = [choice for choice in Answer.choices if choice[0] != Answer.NONE]


class AnswerForm(forms.Form):
    """One of three buttons."""

    answer = forms.ChoiceField(choices=GIVEN)
