"""Roth and Sant'Anna's efficient estimator for start times drawn by lot."""
