using System.Text.Json;
using Legator.Backends.Revisions;

namespace Legator.LocalCluster.Objects;

/// <summary>What selectors and cleanup ask of a stored object, read once from its bytes and kept beside them.</summary>
internal sealed class ObjectFacts
{
    /// <summary>Labels as alternating keys and values; empty when there are none.</summary>
    public string[] Labels { get; private set; } = [];

    public OwnerLink[] Owners { get; private set; } = [];

    public string Uid { get; private set; } = "";

    public string DeletionTimestamp { get; private set; } = "";

    public string[] Finalizers { get; private set; } = [];

    public bool IsDeleting => DeletionTimestamp.Length > 0;

    public static ObjectFacts Of(StoredRecord record)
    {
        if (record.Facts is ObjectFacts known)
        {
            return known;
        }

        ObjectFacts facts = Read(record.Value);
        record.Facts = facts;
        return facts;
    }

    public string? Label(string key)
    {
        for (int i = 0; i < Labels.Length; i += 2)
        {
            if (Labels[i] == key)
            {
                return Labels[i + 1];
            }
        }

        return null;
    }

    private static ObjectFacts Read(byte[] value)
    {
        ObjectFacts facts = new();
        Utf8JsonReader json = new(value, new JsonReaderOptions { MaxDepth = 512 });
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            bool metadata = json.ValueTextEquals("metadata"u8);
            json.Read();
            if (metadata && json.TokenType == JsonTokenType.StartObject)
            {
                facts.ReadMetadata(ref json);
                return facts;
            }

            json.Skip();
        }

        return facts;
    }

    private void ReadMetadata(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            string name = json.GetString()!;
            json.Read();
            switch (name)
            {
                case "labels" when json.TokenType == JsonTokenType.StartObject:
                    Labels = Pairs(ref json);
                    break;
                case "ownerReferences" when json.TokenType == JsonTokenType.StartArray:
                    Owners = OwnerList(ref json);
                    break;
                case "finalizers" when json.TokenType == JsonTokenType.StartArray:
                    Finalizers = Texts(ref json);
                    break;
                case "uid":
                    Uid = json.GetString() ?? "";
                    break;
                case "deletionTimestamp":
                    DeletionTimestamp = json.GetString() ?? "";
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
    }

    private static string[] Pairs(ref Utf8JsonReader json)
    {
        List<string> pairs = [];
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            // Keys repeat over thousands of objects.
            pairs.Add(string.Intern(json.GetString()!));
            json.Read();
            pairs.Add(json.TokenType == JsonTokenType.String ? json.GetString()! : "");
            json.Skip();
        }

        return [.. pairs];
    }

    private static string[] Texts(ref Utf8JsonReader json)
    {
        List<string> texts = [];
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            texts.Add(json.TokenType == JsonTokenType.String ? json.GetString()! : "");
            json.Skip();
        }

        return [.. texts];
    }

    private static OwnerLink[] OwnerList(ref Utf8JsonReader json)
    {
        List<OwnerLink> owners = [];
        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
        {
            Dictionary<string, string> fields = new(StringComparer.Ordinal);
            bool blocks = false;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                string name = json.GetString()!;
                json.Read();
                blocks |= name == "blockOwnerDeletion" && json.TokenType == JsonTokenType.True;
                fields[name] = json.TokenType == JsonTokenType.String ? json.GetString()! : "";
                json.Skip();
            }

            owners.Add(new OwnerLink(
                fields.GetValueOrDefault("apiVersion", ""), fields.GetValueOrDefault("kind", ""),
                fields.GetValueOrDefault("name", ""), fields.GetValueOrDefault("uid", ""), blocks));
        }

        return [.. owners];
    }
}
