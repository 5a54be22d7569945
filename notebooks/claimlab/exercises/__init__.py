"""Questions to replies, and what a student types to a kept answer."""
