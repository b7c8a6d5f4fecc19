using System.Text;
using Remiss.Extractor.Attachments;
using Remiss.Extractor.Compound;
using Remiss.Extractor.Mail;
using Remiss.Extractor.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Msg;

/// <summary>The files and messages that hang on a message. A message inside becomes a file as if it had been saved by itself.</summary>
internal sealed class MsgAttachments(CompoundStorage root, Encoding narrow, ExtractionLimits limits)
{
    private const int Subject = 0x0037;
    private const int DisplayName = 0x3001;
    private const int Data = 0x3701;
    private const int ShortName = 0x3704;
    private const int LongName = 0x3707;
    private const int MimeType = 0x370E;
    private const int ContentId = 0x3712;
    private const string Names = "__nameid_version1.0";
    private const int LargestSignaturePicture = 100 << 10;
    private const int EntryBytes = 1_024;

    private readonly ByteBudget budget = new(limits.InflatedBytes);

    public void Write(AttachmentFolder folder, string html)
    {
        foreach (var storage in root.Storages.Where(storage => storage.Name.StartsWith("__attach_version1.0_", StringComparison.Ordinal)))
        {
            var attachment = new MsgProperties(storage, headBytes: 8) { NarrowEncoding = narrow };
            var name = attachment.Text(LongName) ?? attachment.Text(ShortName) ?? attachment.Text(DisplayName) ?? "";
            if (attachment.Bytes(Data) is { } content)
            {
                if (!IsSignaturePicture(attachment, content, html))
                    folder.Add(name, attachment.Text(MimeType) ?? "application/octet-stream", file => file.Write(content));
            }
            else if (attachment.Object(Data) is { } message && message.Has(MsgProperties.ListName))
            {
                var subject = new MsgProperties(message, headBytes: 24) { NarrowEncoding = narrow }.Text(Subject);
                folder.Add(MessageName.Of("", subject, ".msg"), "application/vnd.ms-outlook", file => CompoundWriter.Write(AsFile(message), file));
            }
        }
    }

    private static bool IsSignaturePicture(MsgProperties attachment, byte[] content, string html) =>
        content.Length < LargestSignaturePicture && attachment.Text(ContentId) is { Length: > 0 } id
        && html.Contains("cid:" + id, StringComparison.OrdinalIgnoreCase)
        && (attachment.Text(MimeType) ?? "image/").StartsWith("image/", StringComparison.OrdinalIgnoreCase);

    private CompoundNode AsFile(CompoundStorage message)
    {
        var file = Copy(message, "", 0);
        if (file.Children.FindIndex(child => child.Name == MsgProperties.ListName) is var at and >= 0) file.Children[at] = new(MsgProperties.ListName, WithFileHead(file.Children[at].Content!));
        if (!message.Has(Names) && root.Storage(Names) is { } names) file.With(Copy(names, Names, 0));
        return file;
    }

    /// <summary>A storage that holds itself ends at the limits.</summary>
    private CompoundNode Copy(CompoundStorage storage, string name, int depth)
    {
        if (depth > limits.Depth) throw new LimitExceededException(ExtractionReasons.TooDeep);
        var copy = new CompoundNode(name);
        foreach (var (streamName, content) in storage.Streams)
        {
            budget.Spend(content.Length + EntryBytes);
            copy.Children.Add(new CompoundNode(streamName, content));
        }

        foreach (var inner in storage.Storages)
        {
            budget.Spend(EntryBytes);
            copy.Children.Add(Copy(inner, inner.Name, depth + 1));
        }

        return copy;
    }

    /// <summary>The list of a message that is a file has eight bytes more at its head, all of them reserved.</summary>
    private static byte[] WithFileHead(byte[] list)
    {
        const int Inside = 24;
        return list.Length < Inside ? list : [.. list[..Inside], .. new byte[8], .. list[Inside..]];
    }
}
