"""A real QGIS Desktop on a screen that nobody sees, walked through by clicks and keys.

Here is nothing: half of the modules runs inside QGIS, and must not bring the other half along.
"""
