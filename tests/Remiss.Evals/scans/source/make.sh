#!/bin/sh
# Makes the scans beside this folder out of the texts in it, as an office scanner does at 300 dpi. Usage: sh source/make.sh
# Needs Chromium, poppler-utils, ImageMagick and Python 3. The committed scans are the truth: programs and noise differ.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# text, font, size, kind, angle
while read -r text font size kind angle; do
  python3 page.py "$text.txt" "$font" "$size" >"$work/$text.html"
  chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync \
    --no-pdf-header-footer --print-to-pdf="$work/$text.pdf" "file://$work/$text.html" 2>/dev/null
  pdftoppm -r 300 -gray "$work/$text.pdf" "$work/$text"
  for page in "$work/$text"-*.pgm; do
    convert "$page" -background '#f6f6f6' -rotate "$angle" -gravity center -extent 2480x3508 +repage -attenuate 0.1 +noise Gaussian -blur 0x0.5 \
      -level 5%,96% -density 300 -units PixelsPerInch "${page%.pgm}.png"
  done
  case $kind in
    pdf) for page in "$work/$text"-*.png; do convert "$page" -colorspace Gray -quality 35 "${page%.png}.jpg"; done
         python3 ../../../../src/Remiss.Local/samples/ks-2023-740/source/scan.py "../$text.pdf" 2480 3508 "$work/$text"-*.jpg ;;
    jpeg) convert "$work/$text"-*.png -quality 35 "../$text.jpeg" ;;
    png) convert "$work/$text"-*.png -threshold 62% -type bilevel "../$text.png" ;;
    tiff) convert "$work/$text"-*.png -threshold 62% -type bilevel -compress Group4 "../$text.tiff" ;;
  esac
done <<'LIST'
01-brev Liberation_Serif 12 pdf 0.3
02-yttrande Liberation_Sans 11 pdf -0.4
03-protokoll Liberation_Serif 12 tiff 0.2
04-meddelande Liberation_Sans 11 tiff -0.2
05-avstar DejaVu_Serif 11 png 0
06-synpunkter DejaVu_Sans 11 png 0.3
07-delvis Liberation_Serif 12 jpeg -0.3
08-anstand Liberation_Mono 11 jpeg 0.2
09-smatt Liberation_Serif 10 pdf 0.5
10-kritisk DejaVu_Sans 10 pdf -0.2
LIST
