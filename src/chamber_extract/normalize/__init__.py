"""Chinese numerals, quantities, money and dates as exact values. Usable without any document."""
