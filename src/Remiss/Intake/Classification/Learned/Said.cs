using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.Learned;

/// <param name="Chances">For each <see cref="Saying"/>, how likely it is what the sentence says.</param>
internal sealed record Said(Sentence Sentence, float[] Chances, Doubts Doubts, Naming Naming)
{
    private const int Stances = (int)Saying.Declines + 1;

    /// <summary>0–1: less where the words may be another's.</summary>
    public float Trust { get; } = Doubts.Trust();

    /// <summary>As <see cref="Trust"/>, for what takes a stance, once its place in the text has been weighed.</summary>
    public float StanceTrust { get; private init; } = Doubts.Trust();

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
    public float Doubted => (Doubts & (Doubts.NotTheSenders | Doubts.Limited)).Trust();

    /// <param name="decides">How likely the sentence is the one that takes the stance.</param>
    public Said Weighed(float decides) => this with { StanceTrust = decides / TakesStance };
}
