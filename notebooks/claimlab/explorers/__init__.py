"""One module an explorer. Each has what `frame.ExplorerModule` says, and a state on `frame.State`."""
