"""The nouns of Rujuk: plain frozen data, standard library only; knows no stage and touches nothing outside."""
