#!/bin/sh
# Rebuilds ../documents from the sources here. Needs soffice, chromium, pdftoppm, convert (ImageMagick) and python3.
# The programs stamp dates and versions into what they write, so the bytes differ from those committed, which are the truth.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$here/../documents"
docs=$(cd "$here/../documents" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$docs"
mkdir -p bostadsformedlingen familjebostader micasa sisab st-erik-markutveckling stockholm-hamnar stockholm-parkering stockholm-vatten \
  stockholmshem stokab svenska-bostader

office() { soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to "$1" --outdir "$work" "$2" >/dev/null 2>&1; }

writer() { # source format target
  python3 "$here/fodt.py" "$here/writer/$1.html" "$work/$1.fodt"
  case $2 in docx) office 'docx:MS Word 2007 XML' "$work/$1.fodt" ;; pdf) office pdf:writer_pdf_Export "$work/$1.fodt" ;; esac
  mv "$work/$1.$2" "$3"
}

print() { # source target
  chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer "--print-to-pdf=$work/print.pdf" "file://$here/print/$1.html" 2>/dev/null
  mv "$work/print.pdf" "$2"
}

writer sisab-yttrande docx "$work/sisab.docx"
soffice --headless "-env:UserInstallation=file://$work/profile" --infilter='HTML (StarCalc)' --convert-to pdf:calc_pdf_Export \
  --outdir "$work" "$here/writer/sisab-statistik.html" >/dev/null 2>&1
python3 "$here/mail/mails.py" "$work/sisab.docx" "$work/sisab-statistik.pdf" "$docs"

writer svenska-bostader-remissvar docx 'svenska-bostader/Remissvar Svenska Bostäder.docx'
writer svenska-bostader-rattad pdf 'svenska-bostader/Rättad version av remissvar.pdf'

print familjebostader 'familjebostader/01 Yttrade samverkan polisen.pdf'
cp 'familjebostader/01 Yttrade samverkan polisen.pdf' 'familjebostader/Yttrande samverkan polisen (1).pdf'
# An upload that broke off: the end of the archive, with its directory, is missing.
writer familjebostader-word docx "$work/fb.docx"
head -c 3000 "$work/fb.docx" > 'familjebostader/Remisvar_FB.docx'

writer stockholmskans-remissvar docx 'stockholmshem/remissvar KS2023-740.docx'
print stockholmshem 'stockholmshem/Remissvar AB Stockholmshem.pdf'

sed 's/$/\r/' "$here/mail/micasa-kvittens.txt" > 'micasa/Bekräftelse.txt'
writer micasa-tjansteutlatande pdf 'micasa/Tjänsteutlåtande 2023-00412.pdf'

writer stockholm-parkering-word docx 'stockholm-hamnar/Remissvar Stockholm Parkering.docx'
writer stockholm-parkering-signerad pdf 'stockholm-parkering/Yttrande_remiss_KS_2023-740_signerad.pdf'
writer stockholms-hamn-protokoll pdf 'stockholm-hamnar/Protokollsutdrag styrelsen 2023-09-28.pdf'

cp "$here/mail/stokab-svar.html" 'stokab/Svar på remiss KS 2023_740.html'
writer st-erik-markutveckling pdf "$work/st-erik.pdf"
sh "$here/scan.sh" "$work/st-erik.pdf" 'st-erik-markutveckling/Skannat_20231004-093512.pdf'
writer svoa-yttrande docx 'stockholm-vatten/SVOA yttrande KS 2023-740 slutlig.docx'
print bostadsformedlingen 'bostadsformedlingen/Begäran om förlängd svarstid.pdf'

mkdir -p ../request
print underremiss '../request/Underremiss KS 2023-740.pdf'
