using Remiss.Intake.Classification.Stances;

namespace Remiss.Intake.Classification.Learned;

/// <summary>Tells how likely each sentence is the one that takes the sender's stance.</summary>
internal sealed class DecidingModel(LinearModel model)
{
    public const int Labels = 2;

    /// <summary>In so short a text the place of a sentence says little, and the rules' doubt of whose stance it is stands.</summary>
    private const int FewSentences = 8;

    public LinearModel Model { get; } = model;

    public List<Said> Weigh(IReadOnlyList<Said> said, IReadOnlyList<StanceEvidence> evidence)
    {
        var weighed = new List<Said>(said.Count);
        var list = new DecidingList(said, evidence);
        Span<float> features = stackalloc float[DecidingList.Features];
        for (var i = 0; i < said.Count; i++)
        {
            list.Fill(i, features);
            weighed.Add(said[i].Weighed(Chance(features) * (said.Count <= FewSentences ? said[i].Doubted : 1)));
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
