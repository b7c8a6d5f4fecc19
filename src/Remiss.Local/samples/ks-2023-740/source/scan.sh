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
python3 "$(dirname "$0")/scan.py" "$2" 1240 1754 "$work"/page-*.jpg
