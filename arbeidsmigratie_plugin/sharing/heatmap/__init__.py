"""The partner package: what leaves, as files that open without this plugin."""
