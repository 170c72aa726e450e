"""The browser door: a Django project, an app per noun."""
