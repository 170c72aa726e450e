"""Which units get most out of what they spend: data envelopment analysis (DEA)."""
