"""What `samskab explain` and `samskab suggest` say, line by line."""
