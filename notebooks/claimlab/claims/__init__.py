"""What is printed: files in, typed claims out."""
