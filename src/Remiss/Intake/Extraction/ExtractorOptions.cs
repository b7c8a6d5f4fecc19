using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Remiss.Intake.Extraction;

public sealed class ExtractorOptions
{
    /// <summary>How many files are read at once, each in a child process of its own: one for each core.</summary>
    [Range(1, 64)]
    public int Children { get; set; } = Math.Min(Environment.ProcessorCount, 64);

    /// <summary>For one file; a child that needs longer is killed.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>For a child to get ready; one that needs longer is an error of the installation.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan StartLimit { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>After so many files a child is replaced, whatever its health.</summary>
    [Range(1, 1_000_000)]
    public int FilesPerChild { get; set; } = 2_000;

    /// <summary>A child's managed heap.</summary>
    [Range(64, 16_384)]
    public int HeapMegabytes { get; set; } = 384;

    /// <summary>All that a child holds in memory; one that holds more is killed.</summary>
    [Range(128, 32_768)]
    public int MemoryMegabytes { get; set; } = 512;

    /// <summary>The longest answer that is listened to.</summary>
    [Range(1, 1_024)]
    public int AnswerMegabytes { get; set; } = 128;

    /// <summary>The program that reads, with its arguments. Empty: <c>extractor/Remiss.Extractor.dll</c> beside this program.</summary>
    public IList<string> Command { get; init; } = [];

    /// <summary>The same for one scan at a time, whose pages are read side by side.</summary>
    internal ExtractorOptions ForScans(TimeSpan timeLimit) => new()
    {
        Children = 1,
        TimeLimit = timeLimit,
        StartLimit = StartLimit,
        FilesPerChild = FilesPerChild,
        HeapMegabytes = HeapMegabytes,
        MemoryMegabytes = MemoryMegabytes,
        AnswerMegabytes = AnswerMegabytes,
        Command = Command,
    };
}

[OptionsValidator]
public sealed partial class ExtractorOptionsValidator : IValidateOptions<ExtractorOptions>;
