"""Where a conflict may come to rest if parties move alone: the graph model, asked of a scenario."""
