"""Cuts the static fonts for what Inter lacks: Arabic and Hebrew at the four weights of the design, East Asian scripts at
two, pictographs at one.

usage: scripts.py ARABIC.woff2 HEBREW.woff2 FOLDER_OF_NotoSansCJK EMOJI_FOLDER OUT_FOLDER
(needs PyPI fonttools and brotli)
sources (all OFL-1.1): npm packages @fontsource-variable/noto-sans-arabic 5.3.0, noto-sans-hebrew 5.3.0 and noto-emoji
5.3.1 (files *-wght-normal.woff2; the pictographs come in ten parts), Debian package fonts-noto-cjk
1:20220127+repack1-1 (NotoSansCJK-Regular.ttc and NotoSansCJK-Bold.ttc, their face "SC")

East Asian letters are those that names are written in: the first levels of GB 2312, of Big5 and of
JIS X 0208, the syllables of KS X 1001, kana, and full-width forms. Pictographs are drawn in one color, flags and keycaps
as one; a tone of skin shows nothing.
"""
import sys
import tempfile
from pathlib import Path
from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.varLib import instancer

CUTS = {"Regular": 420, "Medium": 520, "SemiBold": 620, "Bold": 680}


def save(font, family, style, weight, path):
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in (0, 13, 14)]
    plain = family.replace(" ", "")
    for name_id, text in {1: family, 2: style, 3: f"{plain}-{style}-{weight}", 4: f"{family} {style}", 6: f"{plain}-{style}"}.items():
        names.setName(text, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font.flavor = None
    font.save(path)


def letters(codec, rows):
    """The letters in these rows of a double-byte character set; `rows` are pairs of bytes, from and to."""
    found = set()
    for first, last in rows:
        for code in range(first, last + 1):
            try:
                text = code.to_bytes(2, "big").decode(codec)
            except UnicodeDecodeError:
                continue
            found.update(ord(letter) for letter in text)
    return found


def east_asian():
    wanted = letters("gb2312", [(0xB0A1, 0xD7F9)]) | letters("big5", [(0xA440, 0xC67E)])
    wanted |= letters("euc_jp", [(0xB0A1, 0xCFD3)]) | letters("euc_kr", [(0xB0A1, 0xC8FE)])
    for first, last in [(0x3000, 0x303F), (0x3040, 0x30FF), (0x3131, 0x318E), (0xFF00, 0xFFEF)]:
        wanted |= set(range(first, last + 1))
    return wanted


def cut_east_asian(folder, out):
    for style, weight in {"Regular": 420, "Bold": 680}.items():
        fonts = TTCollection(f"{folder}/NotoSansCJK-{style}.ttc").fonts
        font = next(font for font in fonts if font["name"].getDebugName(1) == "Noto Sans CJK SC")
        options = Options(layout_features=["ccmp"], drop_tables=["vhea", "vmtx", "VORG", "BASE"], hinting=False, notdef_outline=True, name_IDs=[0, 13, 14])
        subset = Subsetter(options)
        subset.populate(unicodes=east_asian())
        subset.subset(font)
        save(font, "Noto Sans CJK", style, weight, f"{out}/NotoSansCJK-{style}.otf")


def cut_pictographs(folder, out):
    with tempfile.TemporaryDirectory() as parts:
        paths = []
        for part in sorted(Path(folder).glob("*-wght-normal.woff2")):
            font = instancer.instantiateVariableFont(TTFont(part), {"wght": 420})
            for table in ("vhea", "vmtx", "STAT", "VVAR"):
                if table in font:
                    del font[table]
            font.flavor = None
            paths.append(f"{parts}/{part.stem}.ttf")
            font.save(paths[-1])
        font = Merger().merge(paths)
    for tone in range(0x1F3FB, 0x1F400):
        glyph = font.getBestCmap()[tone]
        font["glyf"][glyph] = Glyph()
        font["hmtx"][glyph] = (0, 0)
    save(font, "Noto Emoji", "Regular", 420, f"{out}/NotoEmoji-Regular.ttf")


def main(arabic, hebrew, east, pictographs, out):
    for path, family in [(arabic, "Noto Sans Arabic"), (hebrew, "Noto Sans Hebrew")]:
        for style, weight in CUTS.items():
            font = instancer.instantiateVariableFont(TTFont(path), {"wght": weight})
            save(font, family, style, weight, f"{out}/{family.replace(' ', '')}-{style}.ttf")
    cut_east_asian(east, out)
    cut_pictographs(pictographs, out)


main(*sys.argv[1:])
