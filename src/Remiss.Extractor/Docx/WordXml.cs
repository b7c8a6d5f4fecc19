using System.Xml;

namespace Remiss.Extractor.Docx;

internal static class WordXml
{
    /// <summary>An attribute of Word's own namespace, transitional or strict, or one without a namespace.</summary>
    public static string? Word(this XmlReader xml, string name) => xml.GetAttribute(name, xml.NamespaceURI) ?? xml.GetAttribute(name);

    /// <summary>A switch such as <c>w:vanish</c> is on unless it says otherwise.</summary>
    public static bool IsOn(this XmlReader xml) => xml.Word("val") is not ("0" or "false" or "off");
}
