"""Makes the pictures of the manual: the whole job on the demo region, in Dutch, as small files in docs/schermen."""

from __future__ import annotations

import argparse
import shutil
import struct
import tempfile
import zlib
from pathlib import Path

import numpy as np
from qgis.PyQt.QtGui import QImage

from tools.demo import DemoFiles, make_region
from tools.desktop.desktop import Desktop, Report

ROOT = Path(__file__).resolve().parents[2]

#: No picture is larger (bytes); colours are left out until it is so.
LARGEST = 80_000

COLOURS = (256, 128, 96, 64, 48, 32, 28, 24, 20, 16)


#: Red, green and blue -> light, and how blue and how red: a legend lives by the last two.
_SEEN = np.array([[0.21, -0.35, 1.5], [0.50, -0.75, -1.1], [0.08, 1.1, -0.4]])


def given(demo: DemoFiles, project: Path) -> dict[str, object]:
    """What the walk through the whole job is given.

    Args:
        demo: The demo region.
        project: Folder of the project that it makes.
    """
    delivery = demo.deliveries[-1]
    return {
        "bag": demo.bag,
        "gemeenten": demo.gemeenten,
        "context": demo.areas,
        "rni": delivery.xlsx,
        "vacancy": demo.vacancy,
        "peildatum": delivery.peildatum,
        "project": project,
    }


def save_small(picture: Path, target: Path) -> int:
    """Saves a picture with no more colours than fit.

    Args:
        picture: PNG as it was taken.
        target: Where it goes.

    Returns:
        Its size in bytes.
    """
    pixels = _pixels(picture)
    found, place, count = np.unique(pixels.reshape(-1), return_inverse=True, return_counts=True)
    channels = found.view(np.uint8).reshape(-1, 4)[:, 2::-1].astype(np.float64)
    for colours in COLOURS:
        palette, nearest = _palette(channels, count, colours)
        target.write_bytes(_png(nearest[place].reshape(pixels.shape), palette))
        if target.stat().st_size <= LARGEST:
            break
    return target.stat().st_size


def _pixels(picture: Path) -> np.ndarray:
    image = QImage(str(picture)).convertToFormat(QImage.Format.Format_RGB32)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    return np.frombuffer(bits, np.uint32).reshape(image.height(), image.width()).copy()


def _palette(channels: np.ndarray, count: np.ndarray, colours: int) -> tuple[np.ndarray, np.ndarray]:
    """The colours that stand for all: each next one is what many pixels have and is unlike those before.

    Args:
        channels: Red, green and blue of every colour.
        count: How many pixels have it.
        colours: How many may stay.

    Returns:
        Those that stay, and for every colour which of them stands for it.
    """
    seen = channels @ _SEEN
    distance = np.full(len(channels), np.inf)
    nearest = np.zeros(len(channels), np.uint8)
    chosen = [int(np.argmax(count))]
    for number in range(colours):
        to_last = ((seen - seen[chosen[-1]]) ** 2).sum(axis=1)
        closer = to_last < distance
        nearest[closer], distance[closer] = number, to_last[closer]
        if not distance.any() or number + 1 == colours:
            break
        chosen.append(int(np.argmax(distance * np.sqrt(count))))
    return channels[chosen].astype(np.uint8), nearest


def _png(indexes: np.ndarray, palette: np.ndarray) -> bytes:
    """A PNG with a palette, one byte per pixel.

    Args:
        indexes: Rows of places in the palette.
        palette: Red, green and blue.
    """
    height, width = indexes.shape
    rows = np.concatenate([np.zeros((height, 1), np.uint8), indexes], axis=1)
    parts = (
        (b"IHDR", struct.pack(">2I5B", width, height, 8, 3, 0, 0, 0)),
        (b"PLTE", palette.tobytes()),
        (b"IDAT", zlib.compress(rows.tobytes(), 9)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def make(folder: Path) -> list[Report]:
    """Takes the walks and keeps their pictures.

    Args:
        folder: Where the pictures go; those of before go.
    """
    # The same place each time: some pictures show where files are.
    work = Path(tempfile.gettempdir()) / "gis-demo"
    shutil.rmtree(work, ignore_errors=True)
    demo = make_region(work / "regio")
    desktop = Desktop(work / "gebruiker").prepare()
    job = given(demo, work / "werk/demoregio")
    reports = [desktop.walk("tools.desktop.walk:whole_job", work / "out", 300, **job)]
    desktop.remove_libraries()
    reports.append(desktop.walk("tools.desktop.walk:without_libraries", work / "out", 60))
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    for name in (shot for report in reports for shot in report.seen.get("shots", [])):
        size = save_small(work / "out" / f"{name}.png", folder / f"{name}.png")
        print(f"{size:7d}  {name}.png")
    shutil.rmtree(work)
    return reports


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=ROOT / "docs/schermen", help="where the pictures go")
    problems = [problem for report in make(parser.parse_args().folder) for problem in report.problems()]
    print("\n".join(problems))
    raise SystemExit(1 if problems else 0)
