"""One module an explorer. Each has `explorer(ledger, predicted=None)`: its controls and its pure view."""
