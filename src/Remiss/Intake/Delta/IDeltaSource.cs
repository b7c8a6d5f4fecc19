namespace Remiss.Intake.Delta;

/// <summary>A library or a mailbox in Microsoft Graph: something that tells page by page what has changed since it was last asked.</summary>
/// <typeparam name="T">What it holds.</typeparam>
public interface IDeltaSource<T>
    where T : class
{
    /// <summary>Where the ledger keeps what is known about it.</summary>
    string Partition { get; }

    /// <summary>Which library or mailbox; another one is read from its beginning.</summary>
    string Name { get; }

    /// <param name="link">Where the last page said to go on; null for the beginning.</param>
    Task<DeltaPage<T>> ReadAsync(string? link, CancellationToken cancellationToken);

    /// <returns>Null for what carries no file: folders, and what has been deleted.</returns>
    string? IdOf(T item);

    /// <returns>Null when it is gone.</returns>
    Task<T?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Puts it in the inbox unless that has been done.</summary>
    /// <param name="attempt">From 1; how many times this item has been tried with this one.</param>
    /// <returns>What to remember of it; <paramref name="before"/> when there is nothing new, null when it is nothing for the inbox.</returns>
    Task<TakenItem?> TakeAsync(T item, TakenItem? before, int attempt, CancellationToken cancellationToken);
}

/// <param name="Next">Where to go on at once; null on the last page.</param>
/// <param name="Delta">Where to ask next time; on the last page only.</param>
public sealed record DeltaPage<T>(IReadOnlyList<T> Items, string? Next, string? Delta);
