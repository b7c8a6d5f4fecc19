using Remiss.Cases;
using Remiss.Local.Host;

namespace Remiss.Chaos.Inbox;

/// <summary>The cases whose answers come in, with everybody who is told of them.</summary>
internal sealed class ChaosCases(DateOnly today)
{
    private const int CaseCount = 3;
    private const int RecipientCount = 6;

    public IReadOnlyList<RemissCase> Cases { get; } =
    [
        .. Enumerable.Range(1, CaseCount).Select(number => new RemissCase
        {
            Id = $"ks-{today.Year}-{number}",
            Dnr = $"KS {today.Year}/{number}",
            Title = "Samverkan för trygghet",
            Remitter = "Kommunstyrelsen",
            CoordinatingBody = "koncernledningen",
            RemittedOn = today,
            RecipientDeadline = today.AddDays(21 + (number * 7)),
            RemitterDeadline = today.AddDays(60),
            Coordinators = [new("Handläggare Ett", "handläggare", $"handlaggare{number}@example.invalid", $"entra-h{number}")],
            Recipients = [.. Enumerable.Range(0, RecipientCount).Select(r => Id(number, r))],
        }),
    ];

    public Register Register { get; } = new(
    [
        new() { Id = "koncernledningen", Name = "Koncernledningen" },
        .. from number in Enumerable.Range(1, CaseCount)
           from recipient in Enumerable.Range(0, RecipientCount)
           select new Organisation
           {
               Id = Id(number, recipient),
               Name = Name(Id(number, recipient)),
               Contacts = [new("Svarande", Mail(Id(number, recipient)), ContactRole.Answerer, recipient % 2 == 0 ? "entra-" + Id(number, recipient) : null)],
           },
    ]);

    public IEnumerable<string> TeamsUsers => Register.Organisations.SelectMany(o => o.Contacts).Select(c => c.EntraId)
        .Concat(Cases.SelectMany(c => c.Coordinators).Select(c => c.EntraId)).OfType<string>();

    public async Task RegisterAsync(LocalHost host, CancellationToken cancellationToken)
    {
        foreach (var remissCase in Cases) await host.Get<CaseRegistration>().RegisterAsync(remissCase, Register, cancellationToken);
    }

    public static string Name(string organisation) => $"Exempelbolaget {organisation[^3..].ToUpperInvariant()} AB";

    public static string Mail(string organisation) => $"svar@{organisation}.invalid";

    private static string Id(int number, int recipient) => $"bolag-{number}{(char)('a' + recipient)}{(char)('k' + recipient)}";
}
