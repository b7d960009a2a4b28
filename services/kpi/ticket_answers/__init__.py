"""Survey answers that came with tickets: told to feedback once for each contract whose ticket it is."""
