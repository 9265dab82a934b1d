"""What a report says first: sentences that are worked out from the numbers, each with its numbers beside it."""
