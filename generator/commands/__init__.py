"""The subcommands of `praktijken`, each with `add` (its arguments) and `run` (options in, exit code out)."""
