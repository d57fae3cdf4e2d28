"""The domain: data in, data out. No qgis, no network, no global state."""
