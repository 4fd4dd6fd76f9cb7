"""What the captures of a run are to each other."""
