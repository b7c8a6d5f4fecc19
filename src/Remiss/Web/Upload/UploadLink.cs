namespace Remiss.Web.Upload;

/// <summary>What a genuine link says: whose it is, and which of the organisation's links in the case it is.</summary>
public sealed record UploadLink(string Case, string Organisation, int Generation);
