"""Statistical disclosure control: what of the counts per address may leave, and the proof that nobody is in it."""
