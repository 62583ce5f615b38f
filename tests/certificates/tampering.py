"""Tampering with certificates: one thing changed, and the digests put right again or not.

An attacker who changes the text and nothing else is found by the digest. So the ones here know the
format: they put the certificate's digest right after the change (`resealed`) and, where they
changed the program, at will the standard's too.
"""

import json
from copy import deepcopy
from datetime import date, timedelta

from kieumau.certificates.certificate import canonical_text, digest_of
from kieumau.program.digest import digest

TRUTHS = ("unmet", "unknown", "met")
OUTCOMES = ("met", "not_met", "undetermined")
OPS = (">=", ">", "<=", "<", "=", "!=")


def places(data, path=()):
    """Yield the path of every value that holds no others, and of every object and list."""
    inner = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in inner:
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from places(value, (*path, key))


def at(data, path):
    """Return what stands at a path."""
    for key in path:
        data = data[key]
    return data


def changed(data, path, random):
    """Return data with another value at a path: another word, number, day; one less or more."""
    data = deepcopy(data)
    inside, key = at(data, path[:-1]), path[-1]
    inside[key] = other(inside[key], random)
    return data


def other(value, random):
    """Return a value near another, never the same."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + random.choice((-1, 1, 10))
    if isinstance(value, list):
        return value[1:] if value and random.random() < 0.5 else [*value, *(value[:1] or ["x"])]
    if isinstance(value, dict):
        if value and random.random() < 0.5:
            gone = random.choice(sorted(value))
            return {key: each for key, each in value.items() if key != gone}
        return {**value, "x": random.choice([*value.values(), "x"])}
    for words in (TRUTHS, OUTCOMES, OPS):
        if value in words:
            return random.choice([each for each in words if each != value])
    if value.lstrip("-").isdigit():
        return str(int(value) + random.choice((-1, 1, 10)))
    if len(value) == len("2023-12-31") and value[4] == value[7] == "-":
        return (date.fromisoformat(value) + timedelta(random.choice((-1, 1, 365)))).isoformat()
    if len(value) == 64:
        return digest(value)
    return random.choice((value + "x", value[1:] if len(value) > 1 else "x", "x" + value))


def resealed(data, *, standard=False):
    """Return a certificate whose digest, and at will whose standard's digest, is right again."""
    data = deepcopy(data)
    if standard:
        data["standard"]["digest"] = digest(data["program"])
    return {**data, "digest": digest_of(data)}


def text_of(data):
    """Return a certificate's canonical text."""
    return canonical_text(data)


def flipped(text, random):
    """Return a certificate's bytes with one bit the other way round."""
    raw = bytearray(text.encode())
    raw[random.randrange(len(raw))] ^= 1 << random.randrange(8)
    return bytes(raw)


def respelt(text, random):
    """Return a text that says the same in other bytes: spaces, the order of keys, escapes."""
    data = json.loads(text)
    return random.choice(
        (
            json.dumps(data, ensure_ascii=False, sort_keys=True),
            json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True),
            json.dumps(dict(reversed(data.items())), ensure_ascii=False, separators=(",", ":")),
            text.replace('"outcome"', '"\\u006futcome"', 1),
            f"{text} ",
            f" {text}",
        )
    )
