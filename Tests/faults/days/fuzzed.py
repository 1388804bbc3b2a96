# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms and files that nobody would send: libFuzzer tries what takes them apart."""

import asyncio
import os
import signal
import struct
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCES = os.path.join(HERE, "../../../Sources")
SECONDS = 40

TARGETS = {
    "FormParts": [f"Site/Forms/Parts/{name}.swift" for name in ("FormPart", "FormPartParser", "FormPartHeaders")],
    "Files": [f"Files/{name}.swift" for name in ("FileKind", "FileSieve", "JPEGSieve", "PNGSieve", "WebPSieve", "PDFSieve")],
}


async def pass_through(yard, outcome, is_quick):
    folder = os.path.join("/tmp", f"rondom-fuzz-{os.getpid()}")
    os.makedirs(folder, exist_ok=True)
    for name, sources in TARGETS.items():
        program = os.path.join(folder, name)
        built = await run(
            ["swiftc", "-O", "-sanitize=fuzzer,address", "-parse-as-library", "-package-name", "rondom", "-o", program,
             os.path.join(HERE, "../fuzz", f"{name}Fuzz.swift")] + [os.path.join(SOURCES, source) for source in sources],
            timeout=200)
        if not outcome.expect(built[0] == 0, f"the tries of {name} are built", built[1][-400:]):
            continue
        corpus = os.path.join(folder, name + "-corpus")
        os.makedirs(corpus, exist_ok=True)
        for number, seed in enumerate(seeds()[name]):
            with open(os.path.join(corpus, f"seed{number}"), "wb") as file:
                file.write(seed)
        tried = await run(
            [program, corpus, f"-max_total_time={SECONDS}", "-max_len=4096", f"-artifact_prefix={folder}/"],
            timeout=SECONDS + 40, SWIFT_BACKTRACE="enable=no", ASAN_OPTIONS="detect_leaks=0")
        outcome.expect(tried[0] == 0, f"{name}: nothing brought it down in {SECONDS} seconds", tried[1][-600:])


async def run(command, timeout, **environment):
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT, env={**os.environ, **environment})
    try:
        said, _ = await asyncio.wait_for(process.communicate(), timeout)
    except asyncio.TimeoutError:
        process.send_signal(signal.SIGKILL)
        return -1, "it did not end"
    return process.returncode, said.decode(errors="replace")


def seeds():
    """Whole forms and files, to begin from."""
    form = (b'--x\r\nContent-Disposition: form-data; name="token"\r\n\r\nt\r\n--x\r\nContent-Disposition: form-data; '
            b'name="file"; filename="a%22.jpg"\r\nContent-Type: image/jpeg\r\n\r\n\r\n--y\r\n--x--\r\n')
    chunk = lambda name, data: struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    png = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) + chunk(b"tEXt", b"a\0b")
           + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b""))
    segment = lambda marker, data: bytes([255, marker]) + struct.pack(">H", len(data) + 2) + data
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
    jpeg = (b"\xff\xd8" + segment(0xE0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0") + segment(0xE1, exif)
            + segment(0xC0, b"\x08\0\x08\0\x08\x01\x01\x11\0") + segment(0xDA, b"\x01\x01\0\0\x3f\0") + b"ab\xff\0c\xff\xd9z")
    body = b"VP8X\x0a\0\0\0\x0c" + bytes(9) + b"VP8L\x06\0\0\0/" + bytes(5) + b"EXIF\x02\0\0\0ab"
    webp = b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body
    pdf = b"%PDF-1.7\n1 0 obj endobj\n%%EOF\n"
    files = [bytes([kind, 7]) + file for kind, file in enumerate((jpeg, png, webp, pdf))]
    return {"FormParts": [bytes([3]) + form], "Files": files}
