using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.Learned;

/// <param name="Chances">For each <see cref="Saying"/>, how likely it is what the sentence says.</param>
/// <param name="Trust">0–1: less where the words may be another's.</param>
internal sealed record Said(Sentence Sentence, float[] Chances, float Trust, Doubts Doubts, Naming Naming)
{
    private const int Stances = (int)Saying.Declines + 1;

    /// <summary>As <see cref="Trust"/>, for what takes a stance, once its place in the text has been weighed.</summary>
    public float StanceTrust { get; private init; } = Trust;

    public float this[Saying saying] => Chances[(int)saying] * ((int)saying < Stances ? StanceTrust : Trust);

    /// <summary>How likely the sentence seems to take a stance, seen alone.</summary>
    public float TakesStance
    {
        get
        {
            var sum = 0f;
            for (var i = 0; i < Stances; i++) sum += Chances[i];
            return sum;
        }
    }

    /// <summary>0–1: less where the rules found that the stance is another's, or of an aim or the rest only.</summary>
    public float Doubted => SayingReader.TrustIn(Doubts & (Doubts.NotTheSenders | Doubts.Limited));

    /// <summary>How likely the sentence is the one that takes the stance.</summary>
    public float Decides => TakesStance * StanceTrust;

    /// <param name="decides">How likely the sentence is the one that takes the stance.</param>
    public Said Weighed(float decides) => this with { StanceTrust = decides / TakesStance };
}

/// <summary>Why a sentence may not tell the sender's view of the whole.</summary>
[Flags]
internal enum Doubts
{
    None = 0,
    Background = 1,
    RetellsAnother = 2,
    NotTheSenders = 4,
    OfPart = 8,
    Quoted = 16,
    Limited = 32,
}

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
