import json, os
from pathlib import Path
import yaml
here = os.path.dirname(os.path.abspath(__file__))
folder = Path(__file__).resolve().parent / "data"
with open(os.path.join(here, "data", "config.json")) as f:
    config = json.load(f)
print(config["model"], sorted(config))
text = (folder / "config.yaml").read_text()
print(len(text.splitlines()), yaml.safe_load(text)["depth_multiple"])
with open(folder / "config.yaml", "r", encoding="utf-8") as f:
    d = yaml.safe_load(f)
print(d)
print(os.path.isfile(os.path.join(here, "data", "config.json")), os.path.exists(here + "/data/none"), folder.exists(), (folder / "config.json").is_file(), folder.is_dir(), folder.name)
with open(folder / "lines.txt") as f:
    for i, line in enumerate(f):
        print(i, repr(line))
with open(folder / "lines.txt") as f:
    print(f.readline(), f.readlines(), f.read() == "")
print([l.strip() for l in open(folder / "lines.txt", "rb").read().decode().split("\n") if l])
try:
    open(folder / "missing.txt")
except FileNotFoundError as e:
    print("FileNotFoundError")
print(sorted(p.name for p in folder.glob("*.json")), sorted(os.listdir(folder)))
