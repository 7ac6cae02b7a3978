"""Makes the coach's spoken words: one sound file and the index of what is where in it.

python frontend/media/voice/make.py    (needs Debian's `flite` and `lame`)
"""

import hashlib
import json
import math
import subprocess
import tempfile
import tomllib
import wave
from array import array
from pathlib import Path

HERE = Path(__file__).parent
INDEX = HERE.parents[1] / "player" / "clips.js"
VOICE, STRETCH, RATE_HZ = "slt", 1.04, 16_000

# Decoders add silence of their own in front; the pip tells how much, so that words stay exact.
PIP_S, PIP_HZ, PIP_WIDTH_S = 0.2, 1000, 0.003
FIRST_S, GAP_S = 0.5, 0.06
ONSET, TAIL = 10 ** (-26 / 20), 10 ** (-42 / 20)  # of the word's own loudest 4 ms
WINDOW = RATE_HZ * 4 // 1000
FADE_OUT = RATE_HZ * 25 // 1000
LOUDNESS, PEAK = 0.17, 0.92
BITRATE_KBPS = 32


def main() -> None:
    track = [0.0] * round(FIRST_S * RATE_HZ)
    add_pip(track)
    index: dict[str, tuple[float, float]] = {}
    for key, text in words().items():
        clip = leveled(trimmed(said(text)))
        index[key] = (round(len(track) / RATE_HZ, 5), round(len(clip) / RATE_HZ, 3))
        track += clip + [0.0] * round(GAP_S * RATE_HZ)
    encoded = mp3(track)
    name = f"words-{hashlib.sha256(encoded).hexdigest()[:8]}.mp3"
    for old in HERE.glob("words-*.mp3"):
        old.unlink()
    (HERE / name).write_bytes(encoded)
    INDEX.write_text(as_module(name, index))


def words() -> dict[str, str]:
    groups = tomllib.loads((HERE / "words.toml").read_text())
    return {key: text for group in groups.values() for key, text in group.items()}


def said(text: str) -> list[float]:
    with tempfile.NamedTemporaryFile(suffix=".wav") as file:
        stretch = ["--setf", f"duration_stretch={STRETCH}"]
        subprocess.run(
            ["flite", "-voice", VOICE, *stretch, "-t", text, "-o", file.name], check=True
        )
        with wave.open(file.name) as sound:
            samples = array("h", sound.readframes(sound.getnframes()))
            if (sound.getnchannels(), sound.getframerate()) != (1, RATE_HZ):
                raise ValueError(f"the voice {VOICE} is not mono at {RATE_HZ} Hz")
    return [sample / 32768 for sample in samples]


def trimmed(samples: list[float]) -> list[float]:
    """From the first moment one hears to the last: calls are exact because words begin at once."""
    levels = [level(samples[at : at + WINDOW]) for at in range(0, len(samples) - WINDOW, WINDOW)]
    loudest = max(levels)
    first = next(i for i, it in enumerate(levels) if it > ONSET * loudest) * WINDOW
    loud_first = next(
        at
        for at in range(first, first + WINDOW)
        if abs(samples[at]) > ONSET * loudest or at == first + WINDOW - 1
    )
    last = (max(i for i, it in enumerate(levels) if it > TAIL * loudest) + 2) * WINDOW
    clip = samples[loud_first:last]
    fade = min(FADE_OUT, len(clip))
    for i in range(fade):
        clip[-1 - i] *= i / fade
    return clip


def leveled(clip: list[float]) -> list[float]:
    """Every word as loud as the others; what would clip is rounded off."""
    gain = LOUDNESS / level([sample for sample in clip if abs(sample) > 0.005])
    return [PEAK * math.tanh(sample * gain / PEAK) for sample in clip]


def level(samples: list[float]) -> float:
    return math.sqrt(sum(sample * sample for sample in samples) / max(1, len(samples)))


def add_pip(track: list[float]) -> None:
    for i in range(len(track)):
        away_s = i / RATE_HZ - PIP_S
        bell = math.exp(-((away_s / PIP_WIDTH_S) ** 2) / 2)
        track[i] += 0.8 * bell * math.cos(2 * math.pi * PIP_HZ * away_s)


def mp3(track: list[float]) -> bytes:
    """MP3, because every phone decodes it."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "words.wav", Path(folder) / "words.mp3"
        with wave.open(str(source), "wb") as sound:
            sound.setparams((1, 2, RATE_HZ, 0, "NONE", ""))
            sound.writeframes(array("h", (round(sample * 32767) for sample in track)).tobytes())
        bitrate = ["-m", "m", "--cbr", "-b", str(BITRATE_KBPS)]
        subprocess.run(["lame", "--quiet", "-q", "0", *bitrate, source, target], check=True)
        return target.read_bytes()


def as_module(name: str, index: dict[str, tuple[float, float]]) -> str:
    lines = "".join(
        f"  {json.dumps(key)}: [{at_s}, {for_s}],\n" for key, (at_s, for_s) in index.items()
    )
    return f"""\
/** Where each spoken word is in the sound file. Made by media/voice/make.py: change it there. */

export const FILE = "{name}";
/** The middle of the pip by which the decoder's own delay is found. */
export const PIP_S = {PIP_S};
/** Begin and length in seconds. @type {{Record<string, [number, number]>}} */
export const CLIPS = {{
{lines}}};
"""


if __name__ == "__main__":
    main()
