"""Who gives and who receives: how the words name them."""
