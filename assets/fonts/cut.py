"""Cuts static fonts from the variable Inter, at the weights that the design tokens name.

usage: cut.py InterVariable.woff2 OUT_FOLDER      (needs PyPI fonttools and brotli)
source: npm package inter-ui 4.1.1, variable/InterVariable.woff2 (OFL-1.1)
"""
import sys
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

CUTS = {"Regular": 420, "Medium": 520, "SemiBold": 620, "Bold": 680}

for style, weight in CUTS.items():
    font = TTFont(sys.argv[1])
    font = instancer.instantiateVariableFont(font, {"wght": weight, "opsz": 14})
    names = font["name"]
    for name_id in (16, 17, 21, 22, 25):
        names.removeNames(nameID=name_id)
    for name_id, text in {1: "Inter", 2: style, 3: f"4.1;Inter-{style}-{weight}", 4: f"Inter {style}", 6: f"Inter-{style}"}.items():
        names.removeNames(nameID=name_id)
        names.setName(text, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font.flavor = None
    font.save(f"{sys.argv[2]}/Inter-{style}.ttf")
