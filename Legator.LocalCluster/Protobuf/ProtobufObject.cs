using System.Text;
using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Protobuf;

/// <summary>
/// Turns a protobuf request body into the object that the same client would have sent as JSON. Current kubectl sends built-in kinds this way.
/// The wire does not tell an unset plain field from a zero one, so zeros are dropped except where the API means something by them.
/// </summary>
internal static class ProtobufObject
{
    public const string MediaType = "application/vnd.kubernetes.protobuf";
    private const int MaxDepth = 64;

    private static readonly HashSet<string> _zeroMeans = new(StringComparer.Ordinal)
    {
        "replicas", "minReplicas", "parallelism", "completions", "backoffLimit", "activeDeadlineSeconds", "ttlSecondsAfterFinished", "suspend",
        "successfulJobsHistoryLimit", "failedJobsHistoryLimit", "revisionHistoryLimit", "progressDeadlineSeconds", "partition", "automountServiceAccountToken",
        "immutable", "allowPrivilegeEscalation", "readOnlyRootFilesystem", "runAsNonRoot", "privileged", "runAsUser", "runAsGroup", "fsGroup",
        "terminationGracePeriodSeconds", "gracePeriodSeconds", "expirationSeconds", "optional", "enableServiceLinks", "hostUsers", "shareProcessNamespace",
        "controller", "blockOwnerDeletion", "defaultMode", "mode", "value", "averageUtilization", "maxUnavailable", "minAvailable",
    };

    /// <summary>Reads an enveloped object; fails with <see cref="FormatException"/>.</summary>
    public static JsonObject Read(ReadOnlySpan<byte> body)
    {
        if (!body.StartsWith("k8s\0"u8))
        {
            throw new FormatException("the body is no Kubernetes protobuf envelope");
        }

        string apiVersion = "";
        string kind = "";
        ReadOnlySpan<byte> raw = [];
        ProtobufReader envelope = new(body[4..]);
        while (envelope.Read())
        {
            switch (envelope.Number)
            {
                case 1:
                    (apiVersion, kind) = TypeMeta(envelope.Content);
                    break;
                case 2:
                    raw = envelope.Content;
                    break;
            }
        }

        JsonObject resource = new() { ["apiVersion"] = apiVersion, ["kind"] = kind };
        int slash = apiVersion.IndexOf('/', StringComparison.Ordinal);
        MessageType? type = kind is "DeleteOptions"
            ? MessageTypes.Find("meta.v1.DeleteOptions")
            : MessageTypes.Of(slash < 0 ? "" : apiVersion[..slash], slash < 0 ? apiVersion : apiVersion[(slash + 1)..], kind);
        Fill(resource, raw, type ?? throw new FormatException($"no kind \"{kind}\" in version \"{apiVersion}\" can be read from protobuf; send it as JSON"), 0);
        return resource;
    }

    private static (string ApiVersion, string Kind) TypeMeta(ReadOnlySpan<byte> message)
    {
        string apiVersion = "";
        string kind = "";
        ProtobufReader reader = new(message);
        while (reader.Read())
        {
            if (reader.Number == 1)
            {
                apiVersion = Encoding.UTF8.GetString(reader.Content);
            }
            else if (reader.Number == 2)
            {
                kind = Encoding.UTF8.GetString(reader.Content);
            }
        }

        return (apiVersion, kind);
    }

    private static void Fill(JsonObject into, ReadOnlySpan<byte> message, MessageType type, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new FormatException("the protobuf message is nested too deep");
        }

        ProtobufReader reader = new(message);
        while (reader.Read())
        {
            if (type.ByNumber(reader.Number) is not { } field)
            {
                continue;
            }

            switch (field.Form)
            {
                case FieldForm.Inline:
                    Fill(into, reader.Content, MessageTypes.Find(field.Type)!, depth + 1);
                    break;
                case FieldForm.List:
                    List(into, field.Name).Add(ProtobufValue.Read(ref reader, field.Type, depth) ?? "");
                    break;
                case FieldForm.Map:
                    Entry(into, field, reader.Content, depth);
                    break;
                default:
                    if (ProtobufValue.Read(ref reader, field.Type, depth) is { } value && (!ProtobufValue.IsZero(value) || _zeroMeans.Contains(field.Name)))
                    {
                        into[field.Name] = value;
                    }

                    break;
            }
        }
    }

    public static JsonObject Message(ReadOnlySpan<byte> content, MessageType type, int depth)
    {
        JsonObject found = [];
        Fill(found, content, type, depth + 1);
        return found;
    }

    private static JsonArray List(JsonObject into, string name)
    {
        if (into[name] is not JsonArray list)
        {
            into[name] = list = [];
        }

        return list;
    }

    private static void Entry(JsonObject into, MessageField field, ReadOnlySpan<byte> entry, int depth)
    {
        if (into[field.Name] is not JsonObject map)
        {
            into[field.Name] = map = [];
        }

        string key = "";
        JsonNode? value = null;
        ProtobufReader reader = new(entry);
        while (reader.Read())
        {
            if (reader.Number == 1)
            {
                key = Encoding.UTF8.GetString(reader.Content);
            }
            else if (reader.Number == 2)
            {
                value = ProtobufValue.Read(ref reader, field.Type, depth);
            }
        }

        map[key] = value ?? "";
    }
}
