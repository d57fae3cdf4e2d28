"""Clusters that hold up: hot spots, clusters across borders, displacement. Counts of addresses, never of persons."""
