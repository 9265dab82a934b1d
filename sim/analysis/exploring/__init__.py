"""What a run's answer is, how good, how robust, and what it hangs on, in a few sentences and their tables."""
