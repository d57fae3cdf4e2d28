"""The work in six steps, from project to partner: what was asked, what was done, and what is out of date."""
