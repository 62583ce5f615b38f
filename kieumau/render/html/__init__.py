"""HTML pages: one door to jinja2, one stylesheet; each stands alone and asks no network."""
