"""Lines with their labels: by rules, by repetition, by the classifier."""
