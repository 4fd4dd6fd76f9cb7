"""Hostile inputs by the hundred thousand: made-up captures of every kind, damaged, read and cleaned."""
