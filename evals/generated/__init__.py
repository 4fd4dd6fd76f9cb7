"""Generated stories: text written by templates, with who took what from whom known."""
