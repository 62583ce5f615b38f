"""``python -m kieumau``: the command line."""

from kieumau.cli import main

if __name__ == "__main__":
    main()
