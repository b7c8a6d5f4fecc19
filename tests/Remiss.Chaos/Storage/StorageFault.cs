namespace Remiss.Chaos.Storage;

internal enum StorageFault
{
    /// <summary>412 although nothing has changed. Never on a create that must be the first: no storage says that something exists which does not.</summary>
    Precondition,

    TooMany,
    InternalError,
    Unavailable,
    CutBefore,

    /// <summary>Carried out, and then the connection breaks.</summary>
    CutAfter,

    /// <summary>Carried out, and then 500.</summary>
    ErrorAfter,

    Slow,
}
