"""Tables from checks and runs; pictures and texts only read them."""
