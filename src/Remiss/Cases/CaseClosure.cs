namespace Remiss.Cases;

/// <summary>That a case is closed, or has been: nobody is reminded, nothing is reported, and what still comes in is kept and noted.</summary>
public sealed record CaseClosure(bool IsClosed, string By, DateTimeOffset At, string Reason);
