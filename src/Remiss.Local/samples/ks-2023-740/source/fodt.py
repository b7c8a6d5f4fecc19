"""Turns a plain HTML letter into a flat ODT with real heading, list and table styles, for LibreOffice to export.

Usage: fodt.py letter.html letter.fodt

In the HTML: <header> is the letterhead of page 1, <div class="running"> the header of the following pages, <footer> the foot of
every page, <main> the letter. <span class="page"> becomes "page (pages)". Tables: data-widths="8cm 8cm", class="grid" for lines.
"""
import re
import sys
from html.parser import HTMLParser
from xml.sax.saxutils import escape, quoteattr

VOID = {"br", "meta"}


class Node:
    def __init__(self, tag, attrs=()):
        self.tag, self.attrs, self.children = tag, dict(attrs), []

    def find(self, tag, cls=None):
        for child in self.children:
            if isinstance(child, Node):
                if child.tag == tag and cls in (None, child.attrs.get("class")):
                    return child
                if (found := child.find(tag, cls)) is not None:
                    return found
        return None

    def nodes(self, *tags):
        return [c for c in self.children if isinstance(c, Node) and (not tags or c.tag in tags)]


class Tree(HTMLParser):
    def __init__(self):
        super().__init__()
        self.stack = [Node("root")]

    def handle_starttag(self, tag, attrs):
        node = Node(tag, attrs)
        self.stack[-1].children.append(node)
        if tag not in VOID:
            self.stack.append(node)

    def handle_endtag(self, tag):
        if self.stack[-1].tag != tag:
            raise ValueError(f"</{tag}> at {self.getpos()} closes <{self.stack[-1].tag}>")
        self.stack.pop()

    def handle_data(self, data):
        self.stack[-1].children.append(data)


class Writer:
    def __init__(self):
        self.automatic, self.count = [], 0

    def name(self, prefix):
        self.count += 1
        return f"{prefix}{self.count}"

    def inline(self, node):
        out = []
        for child in node.children:
            if isinstance(child, str):
                out.append(escape(re.sub(r"\s+", " ", child)))
            elif child.tag == "br":
                out.append("<text:line-break/>")
            elif child.tag in ("b", "i"):
                out.append(f'<text:span text:style-name="{child.tag.upper()}">{self.inline(child)}</text:span>')
            elif child.attrs.get("class") == "page":
                out.append("<text:page-number text:select-page=\"current\"/> (<text:page-count/>)")
            else:
                out.append(self.inline(child))
        return "".join(out).strip() if node.tag not in ("b", "i", "span") else "".join(out)

    def blocks(self, node):
        out = []
        for child in node.nodes():
            if child.tag in ("h1", "h2", "h3"):
                level = child.tag[1]
                out.append(f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{self.inline(child)}</text:h>')
            elif child.tag == "p":
                name = "P" + child.attrs.get("class", "body")
                out.append(f'<text:p text:style-name="{name}">{self.inline(child)}</text:p>')
            elif child.tag in ("ul", "ol"):
                items = "".join(f'<text:list-item><text:p text:style-name="Plist">{self.inline(li)}</text:p></text:list-item>'
                                for li in child.nodes("li"))
                out.append(f'<text:list text:style-name="{"Bullets" if child.tag == "ul" else "Numbers"}">{items}</text:list>')
            elif child.tag == "table":
                out.append(self.table(child))
        return "".join(out)

    def table(self, node):
        name, grid = self.name("Table"), node.attrs.get("class") == "grid"
        widths = node.attrs["data-widths"].split()
        total = sum(float(w.removesuffix("cm")) for w in widths)
        self.automatic.append(
            f'<style:style style:name="{name}" style:family="table"><style:table-properties style:width="{total}cm" '
            f'table:align="left" fo:margin-bottom="{"0.3cm" if grid else "0cm"}"/></style:style>')
        columns = []
        for i, width in enumerate(widths):
            self.automatic.append(f'<style:style style:name="{name}.C{i}" style:family="table-column">'
                                  f'<style:table-column-properties style:column-width="{width}"/></style:style>')
            columns.append(f'<table:table-column table:style-name="{name}.C{i}"/>')
        cell = "GridCell" if grid else "OpenCell"
        rows, header = [], ""
        for tr in node.nodes("tr"):
            cells = []
            for td in tr.nodes("td", "th"):
                style = "PcellHead" if td.tag == "th" else "Pcell" + ("Right" if td.attrs.get("class") == "n" else "")
                content = self.blocks(td) if td.nodes("p") else f'<text:p text:style-name="{style}">{self.inline(td)}</text:p>'
                cells.append(f'<table:table-cell table:style-name="{cell}" office:value-type="string">{content}</table:table-cell>')
            row = f'<table:table-row>{"".join(cells)}</table:table-row>'
            if tr.nodes("th"):
                header = f"<table:table-header-rows>{row}</table:table-header-rows>"
            else:
                rows.append(row)
        return f'<table:table table:name="{name}" table:style-name="{name}">{"".join(columns)}{header}{"".join(rows)}</table:table>'


def paragraph(name, parent="Standard", text="", par="", display=None):
    shown = f" style:display-name={quoteattr(display)}" if display else ""
    level = f' style:default-outline-level="{display[-1]}"' if display and display.startswith("Heading") else ""
    return (f'<style:style style:name="{name}"{shown}{level} style:family="paragraph" style:parent-style-name="{parent}" style:class="text">'
            f'<style:paragraph-properties {par}/><style:text-properties {text}/></style:style>')


def convert(html):
    tree = Tree()
    tree.feed(html)
    root = tree.stack[0]
    page = root.find("html")
    font, size = page.attrs.get("data-font", "Liberation Serif"), float(page.attrs.get("data-size", "11"))
    heads = page.attrs.get("data-heads", font)
    writer = Writer()
    body = writer.blocks(page.find("main"))
    head = writer.blocks(page.find("header"))
    running, foot = writer.blocks(page.find("div", "running")), writer.blocks(page.find("footer"))
    bold = 'fo:font-weight="bold"'
    styles = "".join([
        f'<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2"/><style:text-properties '
        f'style:font-name="{font}" fo:font-size="{size}pt" fo:language="sv" fo:country="SE"/></style:default-style>',
        '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>',
        paragraph("Text_20_body", par='fo:margin-bottom="0.22cm" fo:line-height="118%"', display="Text body"),
        paragraph("Heading_20_1", text=f'style:font-name="{heads}" fo:font-size="{size + 4}pt" {bold}',
                  par='fo:margin-top="0.5cm" fo:margin-bottom="0.35cm" fo:keep-with-next="always"', display="Heading 1"),
        paragraph("Heading_20_2", text=f'style:font-name="{heads}" fo:font-size="{size + 1.5}pt" {bold}',
                  par='fo:margin-top="0.4cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"', display="Heading 2"),
        paragraph("Heading_20_3", text=f'style:font-name="{heads}" fo:font-size="{size}pt" fo:font-style="italic" {bold}',
                  par='fo:margin-top="0.3cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"', display="Heading 3"),
        paragraph("Pbody", "Text_20_body"),
        paragraph("Plist", "Text_20_body", par='fo:margin-bottom="0.1cm"'),
        paragraph("Pquote", "Text_20_body", par='fo:margin-left="0.9cm" fo:margin-right="0.9cm" fo:margin-bottom="0.22cm"'),
        paragraph("Plead", "Text_20_body", par='fo:keep-with-next="always"'),
        paragraph("Psignfirst", par='fo:margin-top="0.9cm" fo:keep-with-next="always"'),
        paragraph("Pright", par='fo:text-align="end"'),
        paragraph("Psmall", text=f'fo:font-size="{size - 2.5}pt"'),
        paragraph("Psmallright", text=f'fo:font-size="{size - 2.5}pt"', par='fo:text-align="end"'),
        paragraph("Plabel", text=f'fo:font-size="{size - 3}pt" fo:color="#444444"'),
        paragraph("Pmark", text=f'style:font-name="{heads}" fo:font-size="{size + 6}pt" {bold}'),
        paragraph("Pkind", text=f'style:font-name="{heads}" fo:font-size="{size + 2}pt" fo:letter-spacing="0.05cm" {bold}'),
        paragraph("Psign", par='fo:margin-top="0.9cm" fo:keep-together="always"'),
        paragraph("Pcell", text=f'fo:font-size="{size - 1}pt"'),
        paragraph("PcellRight", text=f'fo:font-size="{size - 1}pt"', par='fo:text-align="end"'),
        paragraph("PcellHead", text=f'fo:font-size="{size - 1}pt" {bold}'),
        f'<style:style style:name="B" style:family="text"><style:text-properties {bold}/></style:style>',
        '<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>',
        *(f'<text:list-style style:name="{name}">{level}'
          '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment '
          'text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="1.1cm"/></style:list-level-properties>'
          f'{end}</text:list-style>'
          for name, level, end in (
              ("Bullets", '<text:list-level-style-bullet text:level="1" text:bullet-char="•">', "</text:list-level-style-bullet>"),
              ("Numbers", '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">',
               "</text:list-level-style-number>"))),
    ])
    cells = ('<style:style style:name="GridCell" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" '
             'fo:border="0.5pt solid #555555"/></style:style>'
             '<style:style style:name="OpenCell" style:family="table-cell"><style:table-cell-properties fo:padding="0.02cm" '
             'fo:border="none"/></style:style>')
    layout = ('<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" '
              'fo:margin-top="1.4cm" fo:margin-bottom="1.2cm" fo:margin-left="2.6cm" fo:margin-right="2.4cm"/>'
              '<style:header-style><style:header-footer-properties fo:min-height="1.2cm" fo:margin-bottom="0.5cm"/></style:header-style>'
              '<style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style>'
              '</style:page-layout>')
    automatic = cells + "".join(writer.automatic)
    main = ('<style:style style:name="Start" style:family="paragraph" style:parent-style-name="Text_20_body" '
            'style:master-page-name="First"><style:text-properties fo:font-size="4pt"/></style:style>')
    spaces = " ".join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{u}:1.0"' for p, u in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("fo", "xsl-fo-compatible"), ("meta", "meta"),
        ("svg", "svg-compatible")))
    title = page.find("title")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f'<office:meta><dc:title>{writer.inline(title)}</dc:title><dc:language>sv-SE</dc:language></office:meta>'
        f'<office:font-face-decls>{"".join(f"<style:font-face style:name={quoteattr(f)} svg:font-family={quoteattr(f)}/>" for f in {font, heads})}'
        f'</office:font-face-decls><office:styles>{styles}</office:styles>'
        f'<office:automatic-styles>{layout}{automatic}{main}</office:automatic-styles>'
        '<office:master-styles>'
        f'<style:master-page style:name="Standard" style:page-layout-name="A4"><style:header>{running}</style:header>'
        f'<style:footer>{foot}</style:footer></style:master-page>'
        f'<style:master-page style:name="First" style:page-layout-name="A4" style:next-style-name="Standard"><style:header>{head}</style:header>'
        f'<style:footer>{foot}</style:footer></style:master-page>'
        '</office:master-styles>'
        f'<office:body><office:text><text:p text:style-name="Start"/>{body}</office:text></office:body></office:document>')


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as source:
        flat = convert(source.read())
    with open(sys.argv[2], "w", encoding="utf-8") as target:
        target.write(flat)
