"""What a roll-out by lot showed: gathered, estimated, judged and told."""
