"""Files of rows or entries: JSONL, JSON, CSV, workbooks, feeds."""
