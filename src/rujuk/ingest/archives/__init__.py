"""Files that hold captures inside them: web archives, zip archives, saved pages with their parts."""
