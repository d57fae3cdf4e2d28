"""The demo region: fictional municipalities with a BAG, map context, RNI deliveries and truth tables, from a seed.

Run it as `python -m tools.demo --seed 2026 --folder build/demo` from the root of the repository. It writes:

- `bag-light.gpkg`: the BAG in the layout of PDOK's file of that name.
- `gemeenten.gpkg`: `gemeentegebied`, and `buitenland` with the districts across the border.
- `functioneel_gebied.gpkg`: functional areas as TOP10NL has them, as vlak and multivlak.
- `rni_<date>.xlsx` and `rni_<date>.csv`: the same registrations in two dresses, for four of the five municipalities.
- `leegstand_<date>.csv`: homes without residents.
- `waarheid_locaties.csv`, `waarheid_objecten.csv`: what was planted where, and which objects in use belong to it.
  An 'afleider' looks like something and is not; 'cluster' and 'verplaatsing' are circles with their radius in the
  explanation, and hold all objects in use inside.
- `waarheid_rni_<date>.csv`: what a perfect import counts. An address counts for the object in use that its identifier,
  its full key or its street and place name; or for the only object at its number when just one of the two sides has
  an addition (chalets on a park's main address). It does not count when its stay ended before the reference date,
  when it lies near or opposite the number, or when it can mean two objects.
- `waarheid_rni_<date>_rijen.csv`: number of rows by what must become of them.

Stages, in order: land, places, towns, estates, complexes, woods, greenhouses, parks, waterside, roads, villages,
countryside (they plan), collisions (takes away what can't stand), registers and anomalies (the BAG), registrations and
rows (who is where), spelling and deliveries (how it is written down), truth.
"""

from __future__ import annotations

from .region import DeliveryFiles, DemoFiles, make_region

__all__ = ["DeliveryFiles", "DemoFiles", "make_region"]
