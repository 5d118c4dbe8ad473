# /// hostile
# attack = "A small packed text unpacks to more than there is (a zip bomb)."
# reason = ["memory", "failed"]
#
# [limits]
# cpu-ms = 8000
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import zlib

packer = zlib.compressobj()
packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(600)) + packer.flush()
kept = zlib.decompress(packed)
print("ESCAPED")
