"""Mail: links and a test, in the language of whoever gets it; nothing of any customer."""
