"""Chambers of commerce, people, dates, donations and policies from Chinese documents."""

__version__ = "0.1.0"
