"""Several plans seen together: their figures, what is due in them, and a page that leads to all."""
