using Remiss.Intake.Extraction;

namespace Remiss.Intake.Classification;

public sealed class DocumentClassifier
{
    public ClassificationResult Classify(DocumentText text, ClassificationContext context) => throw new NotSupportedException();
}
