"""Every formula, once, beside the rule it comes from."""
