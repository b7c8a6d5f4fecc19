"""Writes the mails of the sample case. Usage: mails.py ANSWER.docx STATISTICS.pdf OUTDIR"""
import sys
from email.generator import BytesGenerator
from email.header import Header
from email.message import Message
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email import charset, encoders, policy
from pathlib import Path

QP = charset.Charset("utf-8")
QP.body_encoding = charset.QP
QP.header_encoding = charset.BASE64


def address(name, mail):
    return f"{Header(name, QP).encode() if not name.isascii() else name} <{mail}>"


def attach(mail, path, name, kind):
    main, sub = kind.split("/")
    part = MIMEBase(main, sub)
    part.set_payload(path.read_bytes())
    encoders.encode_base64(part)
    # Both spellings, as mail programs send them: RFC 2047 for old readers, RFC 2231 for new ones.
    part.set_param("name", Header(name, QP, maxlinelen=1000).encode())
    part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", name))
    mail.attach(part)


def write(mail, path):
    with open(path, "wb") as target:
        BytesGenerator(target, mangle_from_=False, policy=policy.compat32.clone(linesep="\r\n")).flatten(mail)


def bodies(text, html):
    part = MIMEMultipart("alternative", boundary="_000_7F3A21C05D_")
    part.attach(MIMEText(text, "plain", QP))
    part.attach(MIMEText(html, "html", QP))
    return part


def covering_mail(docx, pdf):
    text = """Hej Ylva!

Här kommer SISABs remissvar om samverkansöverenskommelsen med polisen, KS 2023/740, tillsammans med en bilaga med statistik.

Hör gärna av dig om något är oklart.

Vänliga hälsningar
Ebba Exempelgren
Trygghetsstrateg
SISAB
08-465 004 12
"""
    paragraphs = [p.replace("\n", "<br>\r\n") for p in text.strip().split("\n\n")]
    html = ('<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head>\r\n<body lang="SV" '
            'style="font-family:Calibri,sans-serif;font-size:11pt">\r\n' + "\r\n".join(f"<p>{p}</p>" for p in paragraphs) + "\r\n</body></html>\r\n")
    mail = MIMEMultipart("mixed", boundary="_004_7F3A21C05D_")
    mail["From"] = address("Ebba Exempelgren", "ebba.exempelgren@sisab.se")
    mail["To"] = address("Ylva Provlund", "ylva.provlund@stadshusab.se")
    mail["Cc"] = address("Anders Exempelström", "anders.exempelstrom@stadshusab.se") + ", " + address("Registrator SISAB", "registrator@sisab.se")
    mail["Subject"] = Header("SISABs remissvar, övergripande samverkansöverenskommelse KS 2023/740", QP, header_name="Subject").encode()
    mail["Date"] = "Wed, 27 Sep 2023 15:41:08 +0200"
    mail["Message-ID"] = "<7f3a21c05d.20230927134108@sisab.se>"
    mail["Content-Language"] = "sv-SE"
    mail.attach(bodies(text, html))
    attach(mail, docx, "Yttrande SISAB samverkansöverenskommelse.docx",
           "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    attach(mail, pdf, "Bilaga statistik händelser 2021-2023.pdf", "application/pdf")
    return mail


def automatic_reply():
    text = """Detta är ett automatiskt svar.

Tack för ditt meddelande. Stockholms Hamnar har tagit emot din e-post. Handlingar som ska diarieföras registreras nästa arbetsdag och
lämnas till ansvarig handläggare. Du kan inte svara på det här meddelandet.

Registraturen
Stockholms Hamn AB
registrator@stockholmshamnar.se
"""
    mail = MIMEText(text, "plain", QP)
    mail["From"] = address("Registrator Stockholms Hamnar", "registrator@stockholmshamnar.se")
    mail["To"] = address("Anders Exempelström", "anders.exempelstrom@stadshusab.se")
    mail["Subject"] = Header("Automatiskt svar: Remiss av Övergripande samverkansöverenskommelse, KS 2023/740 (svar senast 6 oktober)", QP,
                             header_name="Subject").encode()
    mail["Date"] = "Mon, 11 Sep 2023 16:02:55 +0200"
    mail["Message-ID"] = "<auto-20230911140255-19@stockholmshamnar.se>"
    mail["In-Reply-To"] = "<remiss-ks-2023-740-hamn@stadshusab.se>"
    mail["Auto-Submitted"] = "auto-replied"
    mail["X-Auto-Response-Suppress"] = "All"
    mail["Precedence"] = "auto_reply"
    return mail


if __name__ == "__main__":
    answer, statistics, out = map(Path, sys.argv[1:])
    write(covering_mail(answer, statistics), out / "sisab" / "2023-09-27 Remissvar KS 2023_740.eml")
    write(automatic_reply(), out / "stockholm-hamnar" / "Automatiskt svar.eml")
