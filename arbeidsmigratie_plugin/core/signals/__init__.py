"""Highlights: one file per kind of place that a supervisor looks for. Each is an indication with its evidence."""
