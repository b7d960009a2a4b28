"""Letters that tell somebody what happened: kinds, counts, contract titles and addresses, nothing else."""
