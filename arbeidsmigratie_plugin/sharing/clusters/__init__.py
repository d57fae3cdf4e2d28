"""Hot spots and clusters as layers: names and fields are public."""

HOTSPOTS = "hotspots"
CLUSTERS = "clusters"
