using System.Security.Cryptography;
using System.Text;

namespace Remiss.Tests.Intake.Histories;

/// <summary>A content that is sent in.</summary>
/// <param name="IsAnswer">It settles what its sender owes.</param>
internal sealed record SentFile(string Text, bool IsAnswer)
{
    public static IReadOnlyList<SentFile> All { get; } =
    [
        new("", false),
        new("Remissvar\nErt dnr KS 2023/740\nSISAB har beretts tillfälle att yttra sig. SISAB tillstyrker förslaget.\n", true),
        new("Remissvar\nErt dnr KS 2023/740\nSISAB har beretts tillfälle att yttra sig. SISAB avstyrker förslaget.\n", true),
        new("Remissvar\nErt dnr KS 2023/740\nSISAB har beretts tillfälle att yttra sig. SISAB har inget att erinra mot förslaget.\n", true),
        new("Två stolar och ett bord behöver flyttas till källaren.\n", false),
    ];

    public byte[] Bytes => Encoding.UTF8.GetBytes(Text);

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Bytes));
}
