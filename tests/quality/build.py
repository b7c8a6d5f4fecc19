#!/usr/bin/env python3
"""Rebuilds documents/ and expected/ from the texts below. Needs soffice, chromium, qpdf, pdflatex (texlive-latex-base,
texlive-lang-european) and the sample case's fodt.py.

The programs stamp dates into what they write, so the bytes differ from those committed, which are the truth.
"""
import email.message, email.policy, html, os, struct, subprocess, sys, tempfile, textwrap, zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
FODT = os.path.join(HERE, "../../src/Remiss.Local/samples/ks-2023-740/source/fodt.py")
DOCUMENTS, EXPECTED = os.path.join(HERE, "documents"), os.path.join(HERE, "expected")

# A text is its header, its footer, and paragraphs: h1, h2, p, li (bullets), ol (numbers), tr (cells of a row).
TEXTS = {
    "brev": ("Exempelbolaget AB\nDnr EX 2024/118", "Exempelbolaget AB · Provgatan 7 · 100 00 Stockholm", [
        ("p", "Mottagare: Stockholms Stadshus AB"),
        ("h1", "Yttrande över förslag till riktlinjer för gröna tak"),
        ("p", "Exempelbolaget tillstyrker förslaget och lämnar följande synpunkter. Riktlinjerna är väl avvägda, men kostnaden för skötsel under de första åren är underskattad. Bolaget har egna erfarenheter från fyra anläggningar som byggdes mellan 2016 och 2021."),
        ("h2", "Skötsel och garantitid"),
        ("p", "Enligt förslaget ska varje tak besiktigas vartannat år. Bolaget anser att en årlig besiktning under garantitiden är rimligare, eftersom de flesta bristerna visar sig tidigt. Därefter räcker vart tredje år."),
        ("li", "Bevattning behövs under torra perioder även på sedumtak."),
        ("li", "Ogräs bör rensas för hand minst två gånger per säsong."),
        ("li", "Brunnar och ränndalar ska hållas fria från löv och grus."),
        ("p", "Bolaget föreslår också att mark- och miljöfrågorna samlas i en bilaga. Hänvisningarna till branschens anvisningar från år 2019 bör uppdateras."),
        ("p", "Åsa Provsson\nVerkställande direktör"),
    ]),
    "protokoll": ("Styrelsen för Mönsterbostäder AB", "Justerares signaturer", [
        ("h1", "Protokollsutdrag från sammanträde den 14 mars 2024"),
        ("p", "Plats: Sammanträdesrummet Björken. Tid: klockan 09.00–11.30."),
        ("h2", "§ 21 Svar på remiss om cykelparkering vid bostäder"),
        ("p", "Ärendet har beretts av avdelningen för utemiljö. Av utredningen framgår att behovet av låsbara platser ökar i samtliga områden utom ett."),
        ("h2", "Styrelsens beslut"),
        ("ol", "Styrelsen godkänner bolagets yttrande och överlämnar det till kommunstyrelsen."),
        ("ol", "Styrelsen avstyrker kravet på två platser per lägenhet i äldre bebyggelse."),
        ("ol", "Styrelsen uppdrar åt verkställande direktören att återkomma med en plan."),
        ("h2", "Reservation"),
        ("p", "Två ledamöter reserverar sig mot beslutet i andra punkten och anför att normen bör gälla lika för alla hus, oavsett ålder."),
        ("p", "Vid protokollet\nÖrjan Modellberg"),
    ]),
    "tabell": ("", "", [
        ("h1", "Redovisning av inkomna synpunkter"),
        ("p", "Tabellen visar antalet ärenden som bolaget har behandlat under tre år. Uppgifterna för det sista året är preliminära."),
        ("tr", ["Område", "2021", "2022", "2023"]),
        ("tr", ["Östra kvarteret", "118", "97", "104"]),
        ("tr", ["Västra kvarteret", "86", "91", "77"]),
        ("tr", ["Norra hamnen", "41", "52", "63"]),
        ("tr", ["Södra parken", "19", "23", "31"]),
        ("p", "Ökningen i Norra hamnen hänger samman med inflyttningen i de nya husen. Bolaget bedömer att nivån blir oförändrad under nästa år."),
        ("h2", "Kostnader"),
        ("tr", ["Post", "Belopp i kronor"]),
        ("tr", ["Belysning", "1 250 000"]),
        ("tr", ["Lås och dörrar", "875 500"]),
        ("p", "Beloppen anges exklusive mervärdesskatt och har inte räknats om till dagens prisnivå."),
    ]),
    "rapport": ("Provstadens Energi AB", "Provstadens Energi AB · Org.nr 556000-0000", [
        ("h1", "Tjänsteutlåtande om laddstolpar på allmän plats"),
        *[part for number, (topic, view) in enumerate([
            ("placering", "Stolparna bör stå där elnätet redan har kapacitet, vilket i praktiken innebär längs de större gatorna och intill torgen"),
            ("betalning", "Det ska vara möjligt att betala utan att först ladda ned ett program eller skaffa ett konto hos leverantören"),
            ("drift", "Felanmälan ska kunna göras dygnet runt, och en trasig stolpe ska vara lagad inom tre arbetsdagar"),
            ("upphandling", "Avtalen bör löpa på fem år med möjlighet till förlängning, så att mindre företag vågar lämna anbud"),
            ("uppföljning", "Statistik över användningen ska lämnas kvartalsvis och publiceras som öppna data på stadens webbplats"),
            ("tillgänglighet", "Minst en stolpe av tio ska kunna nås från rullstol, och kabeln ska gå att lyfta med en hand"),
        ], 1) for part in [
            ("h2", f"{number}. Synpunkter på {topic}"),
            ("p", f"{view}. Bolaget har prövat ordningen i två stadsdelar under arton månader och kan konstatera att den fungerar, om än med vissa justeringar. Erfarenheterna av {topic} redovisas närmare i den bilagda promemorian, som även innehåller kostnader och tidplan."),
            ("p", f"Förslaget saknar en beskrivning av hur ansvaret för {topic} fördelas mellan nämnderna. Bolaget anser att en enda nämnd bör ha samordningsansvaret och att övriga ska samverka genom en arbetsgrupp som träffas varje månad. I annat fall finns en risk för att frågor blir liggande."),
            ("p", "Bolaget tillstyrker förslaget i denna del med de ändringar som anges ovan. Kostnaden bedöms rymmas inom beslutad ram för innevarande år, medan kommande års behov får prövas i den ordinarie budgetprocessen."),
        ]],
        ("p", "Karin Testlund\nEnhetschef"),
    ]),
    "kort": ("", "", [
        ("p", "Hej!"),
        ("p", "Vi har tagit del av remissen om trygga skolvägar (dnr ÖP 2024/7) och har ingen erinran mot förslaget."),
        ("p", "Med vänlig hälsning\nProvköpings Hamn AB\nregistrator@example.org"),
    ]),
    "tecken": ("", "", [
        ("h1", "Särskilda tecken i ett yttrande"),
        ("p", "Citat skrivs ”så här” eller ’så här’. Intervall anges som 10–20 procent – inte 10-20 – och belopp som 3,5 miljoner € eller 40 000 £."),
        ("p", "Namn som Müller, Łukasz, Šimić, Ødegård, Þór och Élise ska läsas rätt. Det gäller även é, ü, ñ, ç och ß samt ½, ¼, ², m³ och 25 °C."),
        ("p", "Tecknen § 5, 3 kap. 2 §, & och @ förekommer ofta, liksom snedstreck i och/eller samt Kv. Ängen 2:14."),
        ("li", "Första punkten handlar om å, ä och ö."),
        ("li", "Andra punkten handlar om Å, Ä och Ö."),
    ]),
}


def expected(header, footer, parts):
    lines, number = [header] if header else [], 0
    for kind, text in parts:
        number = number + 1 if kind == "ol" else 0
        lines.append("\t".join(text) if kind == "tr" else f"{number}. {text}" if kind == "ol" else text)
    return "\n".join(lines + ([footer] if footer else [])) + "\n"


def markup(header, footer, parts, running=True):
    out, open_tag = [], None
    for kind, text in parts + [(None, "")]:
        wanted = {"li": "ul", "ol": "ol", "tr": "table"}.get(kind)
        if open_tag != wanted:
            if open_tag: out.append(f"</{open_tag}>")
            if wanted: out.append(f"<{wanted}>" if wanted != "table" else f'<table data-widths="{"6cm " + " ".join(["3cm"] * (len(text) - 1))}">')
            open_tag = wanted
        if kind == "tr": out.append("<tr>" + "".join(f"<td><p>{html.escape(cell)}</p></td>" for cell in text) + "</tr>")
        elif kind: out.append("<{0}>{1}</{0}>".format("li" if wanted else kind, html.escape(text).replace("\n", "<br>")))
    top = "".join(f"<p>{html.escape(line)}</p>" for line in header.split("\n") if line)
    foot = f"<p>{html.escape(footer)}</p>" if footer else ""
    head = '<!doctype html>\n<html lang="sv"><head><meta charset="utf-8"><title>Prov</title></head><body>'
    if running: return f"{head}<header>{top}</header><div class='running'>{top}</div><footer>{foot}</footer><main>{''.join(out)}</main></body></html>"
    return f"{head}{top}{''.join(out)}{foot}</body></html>"


def plain(header, footer, parts):
    blocks, number = [header] if header else [], 0
    for kind, text in parts:
        number = number + 1 if kind == "ol" else 0
        if kind == "tr": blocks.append("   ".join(cell.ljust(20) for cell in text).rstrip())
        elif kind in ("li", "ol"): blocks.append(textwrap.fill(text, 72, initial_indent="- " if kind == "li" else f"{number}. ", subsequent_indent="  "))
        else: blocks.append("\n".join(textwrap.fill(line, 72) for line in text.split("\n")))
    return "\n\n".join(blocks + ([footer] if footer else [])) + "\n"


def latex(header, footer, parts, preamble):
    signs = str.maketrans({c: "\\" + c for c in "&%#_$"} | {"·": r"\textperiodcentered{}"})
    clean = lambda text: text.translate(signs).replace("\n", r"\\ ")
    out, open_tag = [], None
    for kind, text in parts + [(None, "")]:
        wanted = {"li": "itemize", "ol": "enumerate", "tr": "tabular"}.get(kind)
        if open_tag != wanted:
            if open_tag: out.append(rf"\end{{{open_tag}}}")
            if wanted: out.append(rf"\par\noindent\begin{{{wanted}}}" + ("{%s}" % ("l" * len(text)) if wanted == "tabular" else ""))
            open_tag = wanted
        if kind == "tr": out.append(" & ".join(map(clean, text)) + r"\\")
        elif kind: out.append({"h1": r"\section*{%s}", "h2": r"\subsection*{%s}", "p": "%s\n", "li": r"\item %s", "ol": r"\item %s"}[kind] % clean(text))
    body = "\n".join(filter(None, [clean(header) + "\n", *out, clean(footer) if footer else ""]))
    return rf"\pdfgentounicode=0 \documentclass[11pt,a4paper]{{article}}{preamble}\usepackage[swedish]{{babel}}\pagestyle{{empty}}\begin{{document}}{body}\end{{document}}"


def mail(name, text, page, attachment=None):
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    message["From"], message["To"] = "Registrator <registrator@example.org>", "remiss@example.com"
    message["Subject"], message["Date"], message["Message-ID"] = "Svar på remiss – " + name, "Fri, 15 Mar 2024 10:00:00 +0100", f"<{name}@example.org>"
    if text is not None: message.set_content(text)
    if page is not None: message.set_content(page, subtype="html") if text is None else message.add_alternative(page, subtype="html")
    if attachment: message.add_attachment(open(attachment, "rb").read(), "application", "octet-stream", filename=os.path.basename(attachment))
    return bytes(message)


def compound(streams):
    """The simplest compound file: small streams in the root, each entry the right neighbour of the one before."""
    names = sorted(streams, key=lambda name: (len(name), name.upper()))
    mini, table, entries = b"", [], []
    for index, name in enumerate(names):
        content = streams[name]
        assert len(content) < 4096, name
        count = -(-len(content) // 64)
        start = len(table) if count else 0xFFFFFFFE
        table += [len(table) + i + 1 for i in range(count - 1)] + ([0xFFFFFFFE] if count else [])
        mini += content.ljust(count * 64, b"\0")
        entries.append((name, 2, 0xFFFFFFFF, index + 2 if index + 1 < len(names) else 0xFFFFFFFF, 0xFFFFFFFF, start, len(content)))
    pad = lambda data, fill=b"\0": data.ljust(-(-len(data) // 512) * 512, fill)
    mini_table = pad(struct.pack(f"<{len(table)}I", *table), b"\xff")
    data = pad(mini)
    entry = lambda name, kind, left, right, child, start, size: name.encode("utf-16-le").ljust(64, b"\0") + struct.pack(
        "<HBBIII16xI16xIQ", len(name) * 2 + 2, kind, 1, left, right, child, 0, start, size)
    sectors = [-(-(len(entries) + 1) * 128 // 512), len(mini_table) // 512, len(data) // 512]
    starts, fat, at = [], [0xFFFFFFFD], 1
    for count in sectors:
        starts.append(at)
        fat += [at + i + 1 for i in range(count - 1)] + [0xFFFFFFFE]
        at += count
    directory = pad(entry("Root Entry", 5, 0xFFFFFFFF, 0xFFFFFFFF, 1, starts[2], len(mini)) + b"".join(entry(*e) for e in entries))
    header = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 16 + struct.pack(
        "<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, starts[0], 0, 4096, starts[1], sectors[1], 0xFFFFFFFE, 0, 0)
    return header + b"\xff" * 432 + pad(struct.pack(f"<{len(fat)}I", *fat), b"\xff") + directory + mini_table + data


def message(text, page=None):
    streams = {"__properties_version1.0": b"\0" * 32, "__substg1.0_0037001F": "Svar".encode("utf-16-le")}
    if text is not None: streams["__substg1.0_1000001F"] = text.replace("\n", "\r\n").encode("utf-16-le")
    if page is not None: streams["__substg1.0_10130102"] = page.encode()
    return compound(streams)


def write(name, content):
    with open(os.path.join(DOCUMENTS, name), "wb") as file: file.write(content)


with tempfile.TemporaryDirectory() as work:
    for name, text in TEXTS.items():
        with open(os.path.join(EXPECTED, name + ".txt"), "w", encoding="utf-8") as file: file.write(expected(*text))
        with open(os.path.join(work, name + ".html"), "w", encoding="utf-8") as file: file.write(markup(*text))
        subprocess.run([sys.executable, FODT, os.path.join(work, name + ".html"), os.path.join(work, name + ".fodt")], check=True)
        write(name + ".html", markup(*text, running=False).encode())
        write(name + ".txt", plain(*text).encode({"brev": "cp1252", "protokoll": "utf-16", "tabell": "cp1252", "rapport": "utf-8-sig"}.get(name, "utf-8")))
    for kind in ["odt", "rtf", "doc:MS Word 97", "docx:MS Word 2007 XML", "pdf:writer_pdf_Export"]:
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{work}/profile", "--convert-to", kind, "--outdir", DOCUMENTS]
                       + [os.path.join(work, name + ".fodt") for name in TEXTS], check=True, capture_output=True)
    # Letters painted in two, and bitmaps that name no glyph: what LaTeX has made for most of its life.
    for folder, preamble, names in ("latex", r"\usepackage[T1]{fontenc}", TEXTS), ("latex-ot1", r"\usepackage[OT1]{fontenc}", ["brev", "protokoll", "tabell", "rapport", "kort"]), ("latex-ot1-bitmap", r"\usepackage[OT1]{fontenc}\pdfmapfile{}", ["brev", "protokoll"]):
        os.makedirs(os.path.join(DOCUMENTS, folder), exist_ok=True)
        for name in names:
            with open(os.path.join(work, name + ".tex"), "w", encoding="utf-8") as file: file.write(latex(*TEXTS[name], preamble))
            subprocess.run(["pdflatex", "-interaction=batchmode", "-output-directory", os.path.join(DOCUMENTS, folder), os.path.join(work, name + ".tex")], check=True, capture_output=True)
            for ending in ("log", "aux"): os.remove(os.path.join(DOCUMENTS, folder, f"{name}.{ending}"))
    os.makedirs(os.path.join(DOCUMENTS, "chromium"), exist_ok=True)
    for name in TEXTS:
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-pdf-header-footer",
                        f"--print-to-pdf={DOCUMENTS}/chromium/{name}.pdf", f"{DOCUMENTS}/{name}.html"], check=True, capture_output=True)
    for folder, bits in ("owner", "128"), ("owner256", "256"):
        os.makedirs(os.path.join(DOCUMENTS, folder), exist_ok=True)
        subprocess.run(["qpdf", "--allow-weak-crypto", "--encrypt", "", "owner", bits, "--", os.path.join(DOCUMENTS, "brev.pdf"), os.path.join(DOCUMENTS, folder, "brev.pdf")], check=True)
    for name in ["brev", "kort", "tecken"]:
        text = TEXTS[name]
        write(f"{name}.eml", mail(name, plain(*text) if name != "tecken" else None, markup(*text, running=False)))
    for name in ["kort", "tabell", "tecken"]:
        text = TEXTS[name]
        write(f"{name}.msg", message(plain(*text) if name == "kort" else None, None if name == "kort" else markup(*text, running=False)[:4000]))
    with zipfile.ZipFile(os.path.join(DOCUMENTS, "samling.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ["brev.doc", "protokoll.rtf", "tecken.odt"]: archive.write(os.path.join(DOCUMENTS, name), name)
