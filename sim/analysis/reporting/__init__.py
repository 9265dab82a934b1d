"""What a report says first: sentences worked out from the numbers, which stand beside them."""
