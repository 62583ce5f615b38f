"""Between files and values: YAML and JSON to rules, facts and cases, and back."""
