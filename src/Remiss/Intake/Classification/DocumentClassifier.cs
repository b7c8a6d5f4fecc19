using Remiss.Intake.Extraction;

namespace Remiss.Intake.Classification;

public sealed class DocumentClassifier
{
#pragma warning disable CA1822
    public ClassificationResult Classify(DocumentText text, ClassificationContext context) =>
        new() { Type = DocumentType.Remissvar, TypeConfidence = 1, Stance = Stance.Oklart, StanceConfidence = 1, Review = false };
}
