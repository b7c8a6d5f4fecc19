namespace Remiss.Intake.Classification.Learned;

/// <summary>Whom the first words of a sentence name.</summary>
[Flags]
internal enum Naming
{
    None = 0,
    Sender = 1,
    SenderFirst = 2,
    Another = 4,
    AnotherFirst = 8,
}
