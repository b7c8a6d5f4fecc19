namespace Remiss.Local.Azurite;

/// <summary>There is no storage to work on. The message says what is wrong and how to use another one.</summary>
internal sealed class StorageUnavailableException(string reason) : Exception(
    $"{reason} Installera Node.js 20 eller senare, eller sätt AzureWebJobsStorage till anslutningssträngen för en annan lagring.");
