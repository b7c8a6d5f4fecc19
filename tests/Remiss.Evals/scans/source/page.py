"""A text as an HTML page: a line is a paragraph, "# " begins a heading, "---" a new page."""
import html
import sys

text, font, size = sys.argv[1], sys.argv[2].replace("_", " "), sys.argv[3]
lines = open(text, encoding="utf-8").read().splitlines()
body = "".join(
    "<div style='break-after:page'></div>" if line == "---"
    else f"<h1>{html.escape(line[2:])}</h1>" if line.startswith("# ")
    else f"<p>{html.escape(line)}</p>"
    for line in lines if line)
print(f"""<!doctype html><html lang="sv"><meta charset="utf-8"><style>@page{{size:A4;margin:25mm}}
body{{font:{size}pt/1.4 "{font}"}}h1{{font-size:1.4em}}</style>{body}</html>""")
