namespace Remiss.Evals.Training;

/// <summary>What takes most of the time of training, done once for all that ask for it.</summary>
public sealed class TrainedOnce : IAsyncLifetime
{
    internal TrainingTexts Texts { get; private set; } = null!;

    internal ModelTrainer Trainer { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Texts = await TrainingTexts.ReadAsync(Path.Combine(AppContext.BaseDirectory, "set"), TestContext.Current.CancellationToken);
        Trainer = new ModelTrainer(Texts);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
