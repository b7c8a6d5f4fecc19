using System.Globalization;
using System.Text;
using Remiss.Extractor.Compound;

namespace Remiss.Extractor.Tests.Msg;

/// <summary>A message as Outlook saves it, or one inside another.</summary>
internal sealed class MsgFile
{
    private readonly List<CompoundNode> nodes = [];
    private readonly List<byte> list = [];
    private int recipients;
    private int attachments;

    public MsgFile Text(int id, string value)
    {
        nodes.Add(new(Name(id, 0x1F), Encoding.Unicode.GetBytes(value)));
        return this;
    }

    public MsgFile Bytes(int id, byte[] value)
    {
        nodes.Add(new(Name(id, 0x102), value));
        return this;
    }

    public MsgFile Narrow(int id, byte[] value)
    {
        nodes.Add(new(Name(id, 0x1E), value));
        return this;
    }

    public MsgFile Number(int id, int type, long value)
    {
        list.AddRange(BitConverter.GetBytes((ushort)type));
        list.AddRange(BitConverter.GetBytes((ushort)id));
        list.AddRange(new byte[4]);
        list.AddRange(BitConverter.GetBytes(value));
        return this;
    }

    public MsgFile Recipient(string address)
    {
        nodes.Add(new MsgFile().Text(0x39FE, address).Node(string.Create(CultureInfo.InvariantCulture, $"__recip_version1.0_#{recipients++:X8}"), 8));
        return this;
    }

    public MsgFile Attachment(string name, byte[] content, string? contentId = null)
    {
        var attachment = new MsgFile().Text(0x3707, name).Bytes(0x3701, content);
        if (contentId is not null) attachment.Text(0x3712, contentId);
        return Add(attachment);
    }

    public MsgFile Attachment(MsgFile message)
    {
        var attachment = new MsgFile();
        attachment.nodes.Add(message.Node(Name(0x3701, 0x0D), 24));
        return Add(attachment);
    }

    public byte[] Build()
    {
        using var file = new MemoryStream();
        CompoundWriter.Write(Node("", 32), file);
        return file.ToArray();
    }

    private MsgFile Add(MsgFile attachment)
    {
        nodes.Add(attachment.Node(string.Create(CultureInfo.InvariantCulture, $"__attach_version1.0_#{attachments++:X8}"), 8));
        return this;
    }

    private CompoundNode Node(string name, int headBytes) =>
        new CompoundNode(name).With([.. nodes, new CompoundNode("__properties_version1.0", [.. new byte[headBytes], .. list])]);

    private static string Name(int id, int type) => string.Create(CultureInfo.InvariantCulture, $"__substg1.0_{id:X4}{type:X4}");
}
