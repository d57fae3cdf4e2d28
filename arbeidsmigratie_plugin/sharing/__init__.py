"""What leaves: layers, map project, layout and picture."""
