"""Chambers: which names mean the same body within one document, and what it is."""
