#!/bin/sh
# Makes an image-only PDF of a PDF's pages, as an office scanner does. Usage: scan.sh in.pdf out.pdf
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
pdftoppm -r 150 -gray "$1" "$work/page"
for page in "$work"/page-*.pgm; do
  convert "$page" -background '#f4f4f4' -rotate 0.7 -gravity center -extent 1240x1754 \
    -attenuate 0.12 +noise Gaussian -blur 0x0.6 -level 4%,97% -colorspace Gray -density 150 -quality 38 "${page%.pgm}.jpg"
done
python3 - "$2" "$work"/page-*.jpg <<'PY'
import sys
out, pages = sys.argv[1], sys.argv[2:]
objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
kids = []
for path in pages:
    jpeg = open(path, "rb").read()
    n = len(objects) + 1
    kids.append(f"{n} 0 R")
    draw = b"q 595 0 0 842 0 0 cm /Scan Do Q"
    objects += [
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {n + 1} 0 R /Resources << /XObject << /Scan {n + 2} 0 R >> >> >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(draw), draw),
        b"<< /Type /XObject /Subtype /Image /Width 1240 /Height 1754 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode "
        b"/Length %d >>\nstream\n%s\nendstream" % (len(jpeg), jpeg)]
objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
body, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
for number, content in enumerate(objects, 1):
    places.append(len(body))
    body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
table = len(body)
body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % p for p in places)
body += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
open(out, "wb").write(body)
PY
