"""Help pages of the algorithms, out of the provider itself, and these with the manual as web pages in the package."""
