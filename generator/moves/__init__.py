"""Renaming, merging and withdrawing: what changes in which file, so that no link goes dead."""
