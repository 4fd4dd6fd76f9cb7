"""How per-item work is run: in this process or in several; knows no stage."""
