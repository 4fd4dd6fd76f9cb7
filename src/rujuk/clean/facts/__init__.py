"""What characters tell of a report by themselves: days, outlets, datelines, languages."""
