"""Red team: made worlds, other ways to protect a map, and an attacker who has nothing but the exported files."""
