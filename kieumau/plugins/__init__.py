"""Plugins: folders of data, found, read and composed into one set of criteria.

The bundled ones lie beside this file and are found through the same entry points as a stranger's.
"""
