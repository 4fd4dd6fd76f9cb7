"""Scores of each capability on real data named by RUJUK_DATA, and the gate that refuses to let one drop."""
