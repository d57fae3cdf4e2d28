"""Dialogs of the steps: each takes what is known and gives plain data; none runs anything."""
