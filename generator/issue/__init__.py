"""A practice that someone files as an issue: the form, what its answers mean, and what is said back."""
