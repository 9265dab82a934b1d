"""What simple models say about the same worlds: rules of thumb to hold the simulation against."""
