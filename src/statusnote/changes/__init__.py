"""Two plans → what differs between them in meaning, told in each of the formats of `formats`."""
