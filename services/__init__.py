"""The services of Copil; each sub-package but `common` is a deployable of its own."""
