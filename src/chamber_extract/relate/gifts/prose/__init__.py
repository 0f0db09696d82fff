"""Gifts told in sentences."""
