"""The claim desk: figures of a pasted text, confirmed one at a time, and the ledger they make."""
