"""Files of others become guides; this layer knows no database and no HTTP."""
