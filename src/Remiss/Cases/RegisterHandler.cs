using System.Text.Json;
using Remiss.Storage;

namespace Remiss.Cases;

/// <summary>Changes the register of organisations, with its lines in the audit log. Nothing is ever taken out of it.</summary>
public sealed class RegisterHandler(RemissLedger ledger, TimeProvider time)
{
    /// <summary>Takes a register file in: what is new is added, what is known by the same id is replaced, the rest stays.</summary>
    /// <param name="text">As docs/schemas/register.schema.json has it.</param>
    /// <param name="name">What the text is called in errors.</param>
    /// <exception cref="InvalidFileException">With every error; nothing has been changed.</exception>
    public async Task ImportAsync(string text, string name, string who, CancellationToken cancellationToken)
    {
        var read = await RegisterFile.ParseAsync(text, name, cancellationToken);
        await CheckAsync(read.Organisations, name, cancellationToken);
        await SaveAsync(read.Organisations, who, cancellationToken);
    }

    /// <summary>Adds an organisation, or changes the one with its id.</summary>
    /// <exception cref="InvalidFileException">With every error; nothing has been changed.</exception>
    public async Task ChangeAsync(Organisation organisation, string who, CancellationToken cancellationToken)
    {
        await CheckAsync([organisation], organisation.Id, cancellationToken);
        await SaveAsync([organisation], who, cancellationToken);
    }

    internal async Task SaveAsync(IEnumerable<Organisation> organisations, string who, CancellationToken cancellationToken)
    {
        foreach (var organisation in organisations)
        {
            while (true)
            {
                var before = await ledger.FindOrganisationAsync(organisation.Id, cancellationToken);
                if (Same(organisation, before?.Value)) break;
                var change = ledger.ChangeRegister().Audit(
                    new(time.GetUtcNow(), who, before is null ? "organisation_added" : "organisation_changed", organisation.Id, organisation.Name));
                if (before is null) change.Insert(organisation.Id, organisation);
                else change.Replace(organisation.Id, before, organisation);
                if (await change.CommitAsync(cancellationToken)) break;
            }
        }
    }

    /// <summary>The register as it would be has to be a valid one: no name and no domain may belong to two.</summary>
    private async Task CheckAsync(IReadOnlyList<Organisation> changed, string name, CancellationToken cancellationToken)
    {
        var ids = changed.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        var known = await ledger.ReadRegisterAsync(cancellationToken);
        Register after = new([.. known.Organisations.Where(o => !ids.Contains(o.Id)), .. changed]);
        await RegisterFile.ParseAsync(RegisterFile.Write(after), name, cancellationToken);
    }

    private static bool Same(Organisation one, Organisation? other) =>
        other is not null
        && JsonSerializer.Serialize(one, RemissJson.Options) == JsonSerializer.Serialize(other, RemissJson.Options);
}
