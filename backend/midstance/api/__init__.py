"""The HTTP interface: one small router per resource."""
