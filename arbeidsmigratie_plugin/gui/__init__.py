"""The desktop: panel, dialogs, settings page and tasks. Declares, reads, calls, writes, reports."""
