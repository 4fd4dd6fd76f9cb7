"""The command line: parses, calls the pipeline, prints. Data goes to standard output, everything else to standard error."""
