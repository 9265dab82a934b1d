"""What a run says: endings, agreements, utilities, and what stood in the way."""
