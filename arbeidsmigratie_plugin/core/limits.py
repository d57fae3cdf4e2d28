"""Numbers that parameters and core share; a module without imports, so that QGIS starts without numpy."""

LOWEST_RESOLUTION = 5
HIGHEST_RESOLUTION = 11
DEFAULT_RESOLUTION = 8

#: Matched share of the registrations in percent: below the first a warning, below the second no map.
MATCHED_WARNING = 95.0
MATCHED_MINIMUM = 85.0

#: Output formats by suffix. No shapefile: it cuts field names, which are part of the API, to ten characters.
DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON", ".fgb": "FlatGeobuf", ".csv": "CSV"}

#: Where the BAG can come from: the two services of PDOK, or the file that a user downloaded.
BAG_SOURCES = ("ogcapi", "wfs", "bestand")

#: Kinds of location list: permits, certificates, vacancy, residents, signals, checks, student housing.
LIST_KINDS = ("vergunning", "certificaat", "leegstand", "bewoners", "signaal", "controle", "studentenhuisvesting")

#: How hot spots are looked for, and where the p-values of Gi* come from.
HOTSPOT_METHODS = ("ring_poisson", "gi_star", "scan")
GI_STAR_TAILS = ("permutatie", "normaal")
HOTSPOT_FDR = 0.05

#: Highest false discovery rate of a finding: above it a class says that there is no demonstrable deviation.
HIGHEST_FDR = 0.10

#: Up to so far from a cluster a national border is near (m).
BORDER_DISTANCE = 5000.0

#: Finest resolution that is ever shared: that of the atoms of disclosure control.
FINEST_SHARED = 9
