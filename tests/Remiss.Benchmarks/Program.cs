using Remiss.Benchmarks;
using Remiss.Benchmarks.WorkerStart;

if (args is ["ratios"]) return await Ratios.CheckAsync() == 0 ? 0 : 1;
if (args is ["worker-start", _, ..]) return await WorkerStartCommand.RunAsync(args[1..]);
if (args is ["hot"])
{
    HotCode.Run();
    return 0;
}

Dictionary<string, Func<Task>> measurements = new(StringComparer.Ordinal)
{
    ["pdf"] = PdfSpeed.RunAsync,
    ["short"] = ShortPdfSpeed.RunAsync,
    ["docx"] = DocxSpeed.RunAsync,
    ["overhead"] = SandboxOverhead.RunAsync,
    ["memory"] = ParentMemory.RunAsync,
    ["bombs"] = Bombs.RunAsync,
    ["document"] = DocumentTime.RunAsync,
};

string[] asked = args.Length == 0 ? [.. measurements.Keys] : args;
if (asked.FirstOrDefault(name => !measurements.ContainsKey(name)) is { } unknown)
{
    Console.Error.WriteLine($"{unknown} is not measured here. Choose among hot, ratios, worker-start DIR..., {string.Join(", ", measurements.Keys)}.");
    return 2;
}

foreach (var name in asked) await measurements[name]();
return 0;
