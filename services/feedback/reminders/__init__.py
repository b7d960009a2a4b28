"""What a clock tells of the voice of customers and of threads: words that wait, delays that have passed."""
