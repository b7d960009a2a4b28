"""The merged OpenAPI of all services and its human pages."""
