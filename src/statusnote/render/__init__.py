"""The note in each of its forms: `forms` is their registry, and each is a module of its own."""
