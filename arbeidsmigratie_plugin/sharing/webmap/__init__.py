"""The web map: one HTML file that opens offline, with the published regions and nothing else in it."""
