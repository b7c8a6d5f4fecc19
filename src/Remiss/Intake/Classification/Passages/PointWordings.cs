using Remiss.Intake.Classification.Language;

namespace Remiss.Intake.Classification.Passages;

internal readonly record struct PointWording(PassageKind Kind, double Weight);

/// <summary>The words with which a body says what it thinks and what it asks for.</summary>
internal static class PointWordings
{
    public static readonly PhraseBook<PointWording> All = new()
    {
        { "önskar; begär; hemställer; efterfrågar; efterlyser; ber .. om|att; önskemål .. om; önskvärt; önskan om; vill .. se|få|involveras|delta", new(PassageKind.Request, 1) },
        { "uppmanar; yrkar; protesterar; undrar; ser .. brister; anser; föreslår; påtalar; påpekar; understryker; betonar; poängterar; bedömer; menar; tycker", new(PassageKind.Point, 1) },
        { "vill .. framhålla|framföra|lyfta|understryka|betona|påpeka|påtala|poängtera|peka|belysa|uppmärksamma; ser .. behov|vikten|risk|risker|det; ser även; framhåller", new(PassageKind.Point, 1) },
        { "saknar; saknas; förordar; förutsätter; det är .. viktigt|angeläget|avgörande|nödvändigt|bra|positivt|önskvärt|väsentligt; av .. stor vikt|betydelse", new(PassageKind.Point, 0.8) },
        { "behöver .. förtydlig*|tydlig*|klargöra*|komplettera*|utveckla*|regleras; bör; borde; måste; behov av", new(PassageKind.Point, 0.6) },
        { "konstaterar; uppfattar; noterar; uppskattar; vikten av; ser .. positivt; välkomnar; delar; instämmer; risk för|att", new(PassageKind.Point, 0.5) },
    };
}
