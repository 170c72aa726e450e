"""Why a plan is as it is: what else could be, what that would cost, and what forbids the rest."""
