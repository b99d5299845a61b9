"""What the tests that open the built site share."""
