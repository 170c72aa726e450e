"""Who may see the pages of personal data; the municipality's people are none of the provider's."""

from tests.web.members.pages import ADMINISTRATOR
from tests.web.pages import Page

PAGES = {
    "personal_data": Page(ADMINISTRATOR, ADMINISTRATOR),
    "person_export": Page(ADMINISTRATOR, arguments=lambda world: {"pk": world.person.pk}),
    "person_erase": Page(ADMINISTRATOR, arguments=lambda world: {"pk": world.person.pk}),
    "facilitator_export": Page(ADMINISTRATOR, arguments=lambda world: {"pk": world.facilitator.pk}),
    "facilitator_erase": Page(ADMINISTRATOR, arguments=lambda world: {"pk": world.facilitator.pk}),
}
