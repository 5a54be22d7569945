"""What follows from the claims: named figures, comparisons, readings of hedges, scenarios, fair sentences."""
