"""What is known of each language, as data: word lists and patterns in TOML, read and checked by `rujuk.lang.base`."""
