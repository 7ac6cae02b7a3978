"""Midstance: a staged lower-limb strength program for runners, served to a phone."""

from importlib.metadata import version

__version__ = version("midstance")
