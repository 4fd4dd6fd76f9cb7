"""The body among the lines of a page, and its headline."""
