"""Who belongs to an organisation: invitations by mail, roles, and the people users are."""
