namespace Remiss.Notifications.Mail;

/// <summary>What a mail says, before it is laid out as HTML or as plain text.</summary>
public sealed record Letter
{
    public required string Subject { get; init; }

    /// <summary>What a mail program shows after the subject in its list.</summary>
    public required string Preview { get; init; }

    public required string Heading { get; init; }

    public IReadOnlyList<string> Opening { get; init; } = [];

    public IReadOnlyList<Fact> Facts { get; init; } = [];

    public IReadOnlyList<LetterSection> Sections { get; init; } = [];

    /// <summary>Why the reader gets the mail.</summary>
    public required string Footer { get; init; }
}

public sealed record Fact(string Label, string Value);

public sealed record LetterSection(string Heading, IReadOnlyList<string> Paragraphs)
{
    public IReadOnlyList<string> Items { get; init; } = [];

    public IReadOnlyList<MailPerson> People { get; init; } = [];

    /// <summary>What the reader is asked to do, as a button.</summary>
    public MailLink? Action { get; init; }

    /// <summary>From the case file or the settings, never from a document.</summary>
    public IReadOnlyList<MailLink> Links { get; init; } = [];
}

public sealed record MailPerson(string Name, string Mail);

public sealed record MailLink(string Text, Uri Url);
