"""Files of many wards, larger than memory: read, judged and written in parts.

Each row comes to what it comes to alone, or is set aside with the reasons it would be refused for.
"""
