"""Attribution: whose agents answered."""
