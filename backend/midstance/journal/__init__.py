"""An athlete's journal: entries, their merge, what is folded from them, the sync exchange."""
