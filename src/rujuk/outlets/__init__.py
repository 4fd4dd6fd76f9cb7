"""What is known of outlets: names, domains, owners, house marks. Knowledge only; it knows no stage."""
