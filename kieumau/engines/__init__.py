"""Engines: two ways to run one compiled program for one ward, held to one meaning."""
