"""Transcripts: commands with the output shown beneath each."""


def commands(text):
    """Yield each command of a transcript with the output shown beneath it."""
    command, shown = "", []
    for line in text.splitlines():
        if line.startswith("$ "):
            if command:
                yield command, shown
            command, shown = line[2:], []
        elif command.endswith("\\") and not shown:
            command = command[:-1] + line.strip()
        else:
            shown.append(line)
    if command:
        yield command, shown


def agrees(shown, found):
    """Return whether lines are those shown, ``...`` alone on a line standing for any lines."""
    if not shown:
        return not found
    first, *rest = shown
    if first.strip() == "...":
        return any(agrees(rest, found[skip:]) for skip in range(len(found) + 1))
    return bool(found) and first.rstrip() == found[0].rstrip() and agrees(rest, found[1:])
