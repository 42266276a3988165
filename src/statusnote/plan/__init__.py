"""What a plan may say: the model, the rules across its fields, and a file read into a plan."""
