"""Highlights as layers, one module each: names and fields are public."""
