"""`python -m chamber_extract` is the command `extract`."""

from chamber_extract.cli import main

if __name__ == "__main__":
    main()
