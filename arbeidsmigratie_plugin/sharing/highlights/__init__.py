"""Highlights as layers, one module each: names and fields are public."""

PARKS = "vakantieparken"
COMPANY_DWELLINGS = "bedrijfswoningen"
OCCUPANCY = "bezetting"
VACANCY = "leegstand"
