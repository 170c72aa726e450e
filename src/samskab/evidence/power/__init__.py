"""Power and smallest detectable effect, before anyone is trained."""
