"""Addresses that were ever published, and where each of them leads today."""
