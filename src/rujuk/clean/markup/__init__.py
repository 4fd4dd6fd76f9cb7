"""HTML to blocks, and what its tags say of it: knows no lines."""
