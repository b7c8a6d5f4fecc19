"""A PDF of grey JPEG pages, all A4 and of one size: scan.py out.pdf width height page.jpg ..."""
import sys
out, width, height, pages = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]
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
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode "
        b"/Length %d >>\nstream\n%s\nendstream" % (int(width), int(height), len(jpeg), jpeg)]
objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
body, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
for number, content in enumerate(objects, 1):
    places.append(len(body))
    body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
table = len(body)
body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % p for p in places)
body += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
open(out, "wb").write(body)
