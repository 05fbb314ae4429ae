"""A document's text and pictures printed by WeasyPrint: what `cargo xtask bench document` stands beside.

usage: document.py TEXT OUT.pdf PICTURE.svg…      (needs PyPI weasyprint)

TEXT is what pdftotext writes: lines, and a form feed after each page.
"""
import html
import pathlib
import sys

import weasyprint

STYLE = "@page { size: A4; margin: 17mm } body { font: 10pt Inter, sans-serif } pre { white-space: pre-wrap; font: inherit }" \
    " section { break-after: page } img { width: 100% }"

text, out, *pictures = sys.argv[1:]
pages = pathlib.Path(text).read_text().split("\f")
shown = [f"<section><pre>{html.escape(page)}</pre></section>" for page in pages if page.strip()]
drawn = [f'<section><img alt="{html.escape(pathlib.Path(picture).stem)}" src="{pathlib.Path(picture).resolve().as_uri()}"></section>' for picture in pictures]
page = f'<!doctype html><html lang="en"><title>Plan</title><style>{STYLE}</style><body>{"".join(shown + drawn)}</body></html>'
weasyprint.HTML(string=page).write_pdf(out, pdf_tags=True)
