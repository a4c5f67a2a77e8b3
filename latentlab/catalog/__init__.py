"""What LatentLab knows by name: an entry for each method, network, data set and number, which everything else reads."""
