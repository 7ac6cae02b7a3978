"""Made-up runners who train by the engine's word for months: to read, to plot, to test it by."""
