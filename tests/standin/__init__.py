"""Servers on loopback for the tests: MapServer, pygeoapi, and a stand-in of our own with PDOK's habits."""
