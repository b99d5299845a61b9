"""Keeping a catalogue up to date: are links alive, and who has to look at what, as a table and as issues."""
