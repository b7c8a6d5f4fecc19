using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;

namespace Remiss.Storage;

/// <summary>
/// Records as table entities: each member is a property of its own, so that a person can read and filter the table; members with
/// structure are JSON. Null members are left out.
/// </summary>
internal static class EntityCodec
{
    /// <summary>A table property holds at most 32 K UTF-16 characters.</summary>
    private const int PropertyLimit = 32_000;

    public static TableEntity Encode<T>(string partition, string rowKey, T row)
    {
        var entity = new TableEntity(partition, rowKey);
        foreach (var (name, node) in JsonSerializer.SerializeToNode(row, RemissJson.Options)!.AsObject())
        {
            if (node is null) continue;
            entity[name] = node is JsonValue value ? Scalar(value) : node.ToJsonString(RemissJson.Options);
            if (entity[name] is string { Length: > PropertyLimit } text)
            {
                throw new InvalidOperationException(
                    $"Row '{rowKey}' in partition '{partition}': member '{name}' has {text.Length} characters; a table property holds {PropertyLimit}.");
            }
        }

        return entity;
    }

    public static T Decode<T>(TableEntity entity)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var member in RemissJson.Options.GetTypeInfo(typeof(T)).Properties)
            {
                if (!entity.TryGetValue(member.Name, out var value) || value is null) continue;
                json.WritePropertyName(member.Name);
                if (value is string text && IsStructured(member)) json.WriteRawValue(text);
                else Write(json, value);
            }

            json.WriteEndObject();
        }

        return JsonSerializer.Deserialize<T>(buffer.WrittenSpan, RemissJson.Options)
            ?? throw new InvalidOperationException($"Row '{entity.RowKey}' in partition '{entity.PartitionKey}' is empty.");
    }

    private static bool IsStructured(JsonPropertyInfo member) =>
        RemissJson.Options.GetTypeInfo(member.PropertyType).Kind is not JsonTypeInfoKind.None;

    private static object Scalar(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when value.TryGetValue<long>(out var integer) => integer,
        JsonValueKind.Number when value.TryGetValue<int>(out var integer) => (long)integer,
        JsonValueKind.Number => value.GetValue<double>(),
        _ => value.ToString(),
    };

    private static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int integer:
                json.WriteNumberValue(integer);
                break;
            case long integer:
                json.WriteNumberValue(integer);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            default:
                throw new InvalidOperationException($"A table property of type {value.GetType().Name} was not written by this program.");
        }
    }
}
