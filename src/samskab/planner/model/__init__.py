"""The words of the planning problem as frozen data: what goes in and what comes out."""
