"""What feedback knows of contracts: who is a party of which."""
