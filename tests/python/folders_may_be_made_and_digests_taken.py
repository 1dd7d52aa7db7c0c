import hashlib
import os

if False:
    os.makedirs("nowhere")
print(hashlib.sha256(b"abc").hexdigest(), hashlib.sha256("weights".encode()).hexdigest()[:8])
h = hashlib.sha256()
h.update(b"a" * 200)
h.update(b"")
print(h.hexdigest(), h.digest()[:4], h.digest_size, hashlib.sha256(b"").hexdigest())
print(hashlib.md5(b"abc").hexdigest())
print(os.getenv("SURELY_NOT_SET"), os.getenv("SURELY_NOT_SET", "x"), os.environ.get("NOPE", 1))
