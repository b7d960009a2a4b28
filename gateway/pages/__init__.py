"""What people see: the files of the front end, read once, served as they were built."""
