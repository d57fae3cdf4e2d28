"""The panel that leads through the work, and the page of those who read its result."""
