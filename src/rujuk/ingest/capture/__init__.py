"""What every reader makes a page with: its address, its characters, its bounds."""
