"""An athlete's journal as what the engine needs."""
