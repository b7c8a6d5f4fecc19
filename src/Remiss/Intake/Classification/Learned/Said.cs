using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.Learned;

/// <param name="Chances">For each <see cref="Saying"/>, how likely it is what the sentence says.</param>
/// <param name="Trust">0–1: less where the words may be another's.</param>
internal sealed record Said(Sentence Sentence, float[] Chances, float Trust)
{
    public float this[Saying saying] => Chances[(int)saying] * Trust;
}
