"""`praktijken new`: which question comes next, and what the answers so far are worth. Knows no terminal."""
