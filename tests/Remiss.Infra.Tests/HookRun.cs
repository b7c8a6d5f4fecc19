using System.Diagnostics;

namespace Remiss.Infra.Tests;

/// <summary>A hook of azd, run where every program it calls is a double that notes the call.</summary>
internal sealed record HookRun(int ExitCode, string Error, IReadOnlyList<string> Calls)
{
    private const string Az = """
        case "$*" in
          "ad app create"*) [ -z "${MAY_NOT_REGISTER:-}" ] && echo new-client-id ;;
          "ad app federated-credential list"*) echo "${CREDENTIALS:-0}" ;;
          "account show"*) echo the-tenant ;;
          "identity show"*) echo the-principal ;;
          "resource list"*) echo /vault ;;
          "resource show"*) echo /app ;;
          "rest --method get"*) [ -n "${HAS_UPLOAD_LINK_KEY:-}" ] ;;
          "functionapp keys list"*) [ "$(grep -c 'keys list' "$CALLS")" -lt "${KEY_AFTER:-1}" ] || echo a-key ;;
          *events.bicepparam*) [ "$(grep -c events.bicepparam "$CALLS")" -ge "${WEBHOOK_AFTER:-1}" ] ;;
          *uploadLinkKey.bicepparam*) echo "made a key of ${#UPLOAD_LINK_KEY} letters" >>"$CALLS" ;;
        esac
        """;

    private static readonly Dictionary<string, string> Doubles = new()
    {
        ["az"] = Az,
        ["azd"] = "",
        ["sleep"] = "",
        ["openssl"] = "echo 0123456789012345678901234567890123456789012345678901234567890123",
    };

    private static readonly Dictionary<string, string> Variables = new()
    {
        ["AZURE_ENV_NAME"] = "prov",
        ["AZURE_RESOURCE_GROUP"] = "rg-prov",
        ["APP_NAME"] = "func-remiss",
        ["APP_URL"] = "https://func-remiss.azurewebsites.net",
        ["APP_IDENTITY_NAME"] = "id-remiss",
        ["VAULT_NAME"] = "kv-remiss",
        ["SENDER_MAIL"] = "remiss@example.invalid",
        ["BUDGET_START"] = "2026-11-01",
        ["LOGIN_CLIENT_ID"] = "a-client-id",
    };

    public static HookRun Of(string hook, params (string Name, string Value)[] changed)
    {
        var folder = Directory.CreateTempSubdirectory("remiss-hook-").FullName;
        try
        {
            var calls = Path.Combine(folder, "calls");
            File.WriteAllText(calls, "");
            foreach (var (name, body) in Doubles) WriteDouble(Path.Combine(folder, name), name, body);
            var start = new ProcessStartInfo("sh", [Path.Combine(Repository.Infra, "hooks", hook)])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            };
            start.Environment["PATH"] = $"{folder}{Path.PathSeparator}{start.Environment["PATH"]}";
            start.Environment["CALLS"] = calls;
            foreach (var (name, value) in Variables) start.Environment[name] = value;
            foreach (var (name, value) in changed) start.Environment[name] = value;
            using var process = Process.Start(start)!;
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return new(process.ExitCode, error, File.ReadAllLines(calls));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public IEnumerable<string> CallsOf(string start) => Calls.Where(call => call.StartsWith(start, StringComparison.Ordinal));

    private static void WriteDouble(string path, string name, string body)
    {
        File.WriteAllText(path, $"#!/bin/sh\necho \"{name} $(echo $*)\" >>\"$CALLS\"\n{body}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
