"""Speed and memory of Rujuk, as ratios against a named peer in the same run."""
