"""What two scenarios differ in, in words."""
