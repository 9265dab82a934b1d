"""Two runs, world by world."""
