"""Gouden Praktijken: from validated YAML records to a fast, accessible Dutch site."""
