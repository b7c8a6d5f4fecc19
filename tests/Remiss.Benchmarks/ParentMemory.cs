using System.Diagnostics;
using System.Globalization;

namespace Remiss.Benchmarks;

/// <summary>The parent's memory while it has many files read.</summary>
internal static class ParentMemory
{
    private const int Files = 10_000;
    private const int Step = 1_000;

    public static async Task RunAsync()
    {
        var attachments = Directory.CreateTempSubdirectory("remiss-bench-").FullName;
        var samples = Bench.Samples("*.docx").Concat(Bench.Samples("*.pdf")).ToArray();
        var cores = Environment.ProcessorCount;
        await using var pool = Bench.Pool(cores);
        Console.WriteLine();
        Console.WriteLine($"The parent over {Files} files, with {cores} children");
        for (var done = 0; done < Files; done += Step)
        {
            await Bench.ReadThroughAsync(pool, Enumerable.Range(0, Step).Select(i => samples[i % samples.Length]), cores, attachments);
            GC.Collect();
            using var self = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {done + Step,6} files   managed {GC.GetTotalMemory(forceFullCollection: true) / 1048576.0,6:0.0} MB   in all {self.WorkingSet64 >> 20,4} MB   children so far {pool.Report.Started}"));
        }

        Directory.Delete(attachments, recursive: true);
    }
}
