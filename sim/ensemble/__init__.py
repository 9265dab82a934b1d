"""Many worlds: play them in batches, keep them in files, read them again."""
