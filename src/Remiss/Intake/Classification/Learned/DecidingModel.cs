using Remiss.Intake.Classification.Stances;

namespace Remiss.Intake.Classification.Learned;

/// <summary>Tells how likely each sentence is the one that takes the sender's stance.</summary>
internal sealed class DecidingModel(LinearModel model)
{
    public const int Labels = 2;

    public LinearModel Model { get; } = model;

    public List<Said> Weigh(IReadOnlyList<Said> said, IReadOnlyList<StanceEvidence> evidence)
    {
        var weighed = new List<Said>(said.Count);
        var list = new DecidingList(said, evidence);
        Span<float> features = stackalloc float[DecidingList.Features];
        for (var i = 0; i < said.Count; i++)
        {
            list.Fill(i, features);
            weighed.Add(said[i].Weighed(Chance(features)));
        }

        return weighed;
    }

    private float Chance(ReadOnlySpan<float> features)
    {
        var score = Model.Bias[1] - Model.Bias[0];
        for (var f = 0; f < features.Length; f++) score += (Model.Weights[f * Labels + 1] - Model.Weights[f * Labels]) * features[f];
        return 1 / (1 + MathF.Exp(-score));
    }
}
