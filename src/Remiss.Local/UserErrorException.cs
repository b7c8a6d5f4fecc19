namespace Remiss.Local;

/// <summary>Something that the person at the keyboard can put right; the message says how, in one line.</summary>
internal sealed class UserErrorException(string message) : Exception(message);
