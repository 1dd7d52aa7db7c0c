import warnings

import nnscan

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    nnscan.export("examples/gpt.py", "GPT", inputs={"idx": "int64[B,T]"})
assert len(caught) == 1, caught
assert "block_size" in str(caught[0].message)
assert caught[0].filename == __file__
