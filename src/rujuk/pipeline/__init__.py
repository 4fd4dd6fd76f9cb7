"""The order of the stages by plain calls, the run's settings and its manifest."""
