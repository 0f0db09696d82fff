"""Gifts in tables and lists."""
