"""What people note beside the figures: causes, events, doubts about data, remarks."""
