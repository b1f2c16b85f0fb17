"""Bibliography files -> records without articles. Whatever comes in, nothing raises: what cannot be read is data."""
