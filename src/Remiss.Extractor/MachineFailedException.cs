namespace Remiss.Extractor;

/// <summary>Not the file but the machine is to blame; the request may be tried again.</summary>
internal sealed class MachineFailedException(Exception inner) : Exception("The attachments could not be written.", inner);
