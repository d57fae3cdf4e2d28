"""Where data come from: spreadsheets, vector files and layers of QGIS."""
