"""The window: one client of the library. The only place that imports Qt."""
