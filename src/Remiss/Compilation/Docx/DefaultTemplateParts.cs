namespace Remiss.Compilation.Docx;

/// <summary>The look of the report where no other template is given. Arial and Times New Roman have metric twins wherever LibreOffice runs.</summary>
internal static class DefaultTemplateParts
{
    private const string Namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    public const string Styles = $"""
        <w:styles {Namespace}>
          <w:docDefaults>
            <w:rPrDefault><w:rPr>
              <w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>
              <w:sz w:val="23"/><w:szCs w:val="23"/>
              <w:lang w:val="sv-SE" w:eastAsia="sv-SE" w:bidi="ar-SA"/>
            </w:rPr></w:rPrDefault>
            <w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="290" w:lineRule="auto"/></w:pPr></w:pPrDefault>
          </w:docDefaults>
          <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>
            <w:pPr><w:widowControl/></w:pPr>
          </w:style>
          <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
          <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>
            <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>
          </w:style>
          <w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>
          <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Subtitle"/><w:qFormat/>
            <w:pPr><w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before="440" w:after="120" w:line="264" w:lineRule="auto"/></w:pPr>
            <w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:b/><w:bCs/><w:color w:val="1B2B41"/><w:sz w:val="36"/><w:szCs w:val="36"/></w:rPr>
          </w:style>
          <w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>
            <w:pPr><w:spacing w:after="240"/></w:pPr>
            <w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:color w:val="4A5568"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>
          </w:style>
          <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>
            <w:pPr><w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before="400" w:after="120" w:line="264" w:lineRule="auto"/><w:outlineLvl w:val="0"/></w:pPr>
            <w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:b/><w:bCs/><w:color w:val="1B2B41"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>
          </w:style>
          <w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>
            <w:pPr><w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before="300" w:after="100" w:line="264" w:lineRule="auto"/><w:outlineLvl w:val="1"/></w:pPr>
            <w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:b/><w:bCs/><w:color w:val="1B2B41"/><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr>
          </w:style>
          <w:style w:type="paragraph" w:styleId="Heading3"><w:name w:val="heading 3"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>
            <w:pPr><w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before="240" w:after="80" w:line="264" w:lineRule="auto"/><w:outlineLvl w:val="2"/></w:pPr>
            <w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:i/><w:iCs/><w:color w:val="1B2B41"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>
          </w:style>
          <w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/><w:uiPriority w:val="99"/><w:semiHidden/><w:rPr><w:color w:val="595959"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/><w:qFormat/>
            <w:pPr><w:pBdr><w:left w:val="single" w:sz="12" w:space="10" w:color="B4BECB"/></w:pBdr><w:spacing w:after="100"/><w:ind w:left="340"/></w:pPr>
          </w:style>
          <w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/><w:qFormat/>
            <w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:ind w:left="454" w:hanging="284"/><w:contextualSpacing/></w:pPr>
          </w:style>
          <w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/>
            <w:pPr><w:tabs><w:tab w:val="right" w:pos="8788"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>
            <w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:color w:val="4A5568"/><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr>
          </w:style>
          <w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Header"/></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Arendeuppgift"><w:name w:val="Ärendeuppgift"/><w:basedOn w:val="Normal"/>
            <w:pPr><w:tabs><w:tab w:val="left" w:pos="1701"/></w:tabs><w:spacing w:after="40"/><w:ind w:left="1701" w:hanging="1701"/></w:pPr>
            <w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>
          </w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Upplysning"><w:name w:val="Upplysning"/><w:basedOn w:val="Normal"/>
            <w:pPr><w:spacing w:after="60" w:line="264" w:lineRule="auto"/></w:pPr>
            <w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:color w:val="4A5568"/><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr>
          </w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Attfyllai"><w:name w:val="Att fylla i"/><w:basedOn w:val="Normal"/>
            <w:pPr><w:pBdr><w:top w:val="single" w:sz="24" w:space="2" w:color="FBF5DF"/><w:left w:val="single" w:sz="24" w:space="8" w:color="C9A227"/><w:bottom w:val="single" w:sz="24" w:space="2" w:color="FBF5DF"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="FBF5DF"/><w:ind w:left="227"/></w:pPr>
            <w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:color w:val="5C4A0A"/><w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr>
          </w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Attfyllaipunkt"><w:name w:val="Att fylla i punkt"/><w:basedOn w:val="Attfyllai"/>
            <w:pPr><w:contextualSpacing/></w:pPr>
          </w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Bilaga"><w:name w:val="Bilaga"/><w:basedOn w:val="Normal"/>
            <w:pPr><w:spacing w:after="60"/></w:pPr>
          </w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Bilagafil"><w:name w:val="Bilagafil"/><w:basedOn w:val="Bilaga"/>
                      </w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Tabelltext"><w:name w:val="Tabelltext"/><w:basedOn w:val="Normal"/>
            <w:pPr><w:spacing w:before="60" w:after="60" w:line="252" w:lineRule="auto"/></w:pPr>
            <w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>
          </w:style>
          <w:style w:type="table" w:customStyle="1" w:styleId="Remisstabell"><w:name w:val="Remisstabell"/><w:basedOn w:val="TableNormal"/>
            <w:tblPr><w:tblBorders>
              <w:top w:val="single" w:sz="8" w:space="0" w:color="1B2B41"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="1B2B41"/>
              <w:insideH w:val="single" w:sz="4" w:space="0" w:color="C5CCD6"/>
            </w:tblBorders></w:tblPr>
            <w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/><w:color w:val="1B2B41"/></w:rPr>
              <w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="1B2B41"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="EEF1F5"/></w:tcPr>
            </w:tblStylePr>
          </w:style>
        </w:styles>
        """;

    public const string Numbering = $"""
        <w:numbering {Namespace}>
          <w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="454" w:hanging="284"/></w:pPr></w:lvl>
          </w:abstractNum>
          <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        </w:numbering>
        """;

    public const string Settings = $"""
        <w:settings {Namespace}>
          <w:zoom w:percent="100"/>
          <w:defaultTabStop w:val="1134"/>
          <w:characterSpacingControl w:val="doNotCompress"/>
          <w:compat>
            <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
            <w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
            <w:compatSetting w:name="enableOpenTypeFeatures" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
            <w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
            <w:compatSetting w:name="differentiateMultirowTableHeaders" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
          </w:compat>
          <w:themeFontLang w:val="sv-SE"/>
          <w:decimalSymbol w:val=","/>
          <w:listSeparator w:val=";"/>
        </w:settings>
        """;

    public static string Header { get; } = $"""
        <w:hdr {Namespace}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{Field("avsandare", "Avsändare")}<w:r><w:tab/></w:r>{Text("Tjänsteutlåtande, dnr ")}{Field("dnr", "Diarienummer")}</w:p></w:hdr>
        """;

    public static string Footer { get; } = $"""
        <w:ftr {Namespace}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:tab/></w:r>{Text("Sida ")}<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>{Text(" (")}<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple>{Text(")")}</w:p></w:ftr>
        """;

    /// <summary>A4 with margins of 2.5 cm, 3 cm at the left.</summary>
    public static string Document(string header, string footer) => $"""
        <w:document {Namespace} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>
        {Label("Handläggare", Field("handlaggare", "Handläggare"))}
        {Label("Till", Field("till", "Mottagare"))}
        {Label("Datum", Field("datum", "Datum"))}
        <w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>{Field("rubrik", "Ärendets rubrik")}</w:p>
        <w:p><w:pPr><w:pStyle w:val="Subtitle"/></w:pPr>{Field("referens", "Svar på remiss")}</w:p>
        {string.Concat(TemplatePlaces.Sections.Select(Section))}
        <w:sectPr>
          <w:headerReference w:type="default" r:id="{header}"/><w:footerReference w:type="default" r:id="{footer}"/>
          <w:pgSz w:w="11906" w:h="16838"/>
          <w:pgMar w:top="1588" w:right="1418" w:bottom="1418" w:left="1700" w:header="737" w:footer="624" w:gutter="0"/>
        </w:sectPr>
        </w:body></w:document>
        """;

    private static string Label(string label, string value) => $"""
        <w:p><w:pPr><w:pStyle w:val="Arendeuppgift"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{label}</w:t><w:tab/></w:r>{value}</w:p>
        """;

    private static string Text(string text) => $"""<w:r><w:t xml:space="preserve">{text}</w:t></w:r>""";

    private static string Field(string tag, string shown) =>
        $"""<w:sdt><w:sdtPr><w:alias w:val="{shown}"/><w:tag w:val="{tag}"/><w:text/></w:sdtPr><w:sdtContent>{Text(shown)}</w:sdtContent></w:sdt>""";

    private static string Section(string tag) => $"""
        <w:sdt><w:sdtPr><w:alias w:val="Avsnitt: {tag}"/><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent><w:p>{Text($"Här kommer avsnittet {tag}.")}</w:p></w:sdtContent></w:sdt>
        """;
}
