"""Regional oversight of labour-migrant housing: core, sources, sharing and the plugin object."""
