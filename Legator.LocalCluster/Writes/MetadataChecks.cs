using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Selectors;

namespace Legator.LocalCluster.Writes;

/// <summary>Checks that every object's metadata must pass, and drops metadata that does not exist.</summary>
internal static class MetadataChecks
{
    private const int AnnotationsLimit = 256 * 1024;

    private static readonly HashSet<string> _known = new(StringComparer.Ordinal)
    {
        "name", "generateName", "namespace", "selfLink", "uid", "resourceVersion", "generation", "creationTimestamp", "deletionTimestamp",
        "deletionGracePeriodSeconds", "labels", "annotations", "ownerReferences", "finalizers", "managedFields",
    };

    /// <summary>Removes unknown metadata fields and returns their paths.</summary>
    public static List<string> Prune(JsonObject resource)
    {
        List<string> unknown = [];
        if (resource["metadata"] is JsonObject metadata)
        {
            unknown.AddRange(metadata.Select(p => p.Key).Where(k => !_known.Contains(k)));
            unknown.ForEach(k => metadata.Remove(k));
        }

        return [.. unknown.Select(k => "metadata." + k)];
    }

    public static void Validate(ResourceKind kind, JsonObject resource, List<StatusCause> causes)
    {
        JsonObject metadata = ObjectMeta.Of(resource);
        string name = ObjectMeta.Name(resource);
        string prefix = ObjectMeta.Text(metadata, "generateName");
        if (prefix.Length > 0 && NameProblem(kind, Completed(prefix)) is { } prefixProblem)
        {
            causes.Add(StatusCause.Invalid("metadata.generateName", Quoted(prefix), prefixProblem));
        }

        if (name.Length == 0)
        {
            causes.Add(StatusCause.Required("metadata.name", "name or generateName is required"));
        }
        else if (NameProblem(kind, name) is { } problem)
        {
            causes.Add(StatusCause.Invalid("metadata.name", Quoted(name), problem));
        }

        Labels(metadata, causes);
        Annotations(metadata, causes);
        Owners(metadata, causes);
        Finalizers(metadata, causes);
    }

    // A prefix may end in a dash, since something follows it.
    private static string Completed(string prefix) => prefix.Length > 1 && prefix[^1] == '-' ? prefix[..^2] + "a" : prefix;

    private static string? NameProblem(ResourceKind kind, string name) => kind.Collection switch
    {
        "namespaces" => NameSyntax.LabelProblem(name),
        "services" => NameSyntax.ServiceProblem(name),
        _ when kind.Group == "rbac.authorization.k8s.io" => NameSyntax.PathSegmentProblem(name),
        _ => NameSyntax.SubdomainProblem(name),
    };

    private static void Labels(JsonObject metadata, List<StatusCause> causes)
    {
        foreach ((string key, JsonNode? value) in Strings(metadata, "labels"))
        {
            if (LabelSyntax.KeyProblem(key) is { } keyProblem)
            {
                causes.Add(StatusCause.Invalid("metadata.labels", Quoted(key), keyProblem));
            }

            string text = value?.ToString() ?? "";
            if (LabelSyntax.ValueProblem(text) is { } valueProblem)
            {
                causes.Add(StatusCause.Invalid("metadata.labels", Quoted(text), valueProblem));
            }
        }
    }

    private static void Annotations(JsonObject metadata, List<StatusCause> causes)
    {
        long size = 0;
        foreach ((string key, JsonNode? value) in Strings(metadata, "annotations"))
        {
            if (LabelSyntax.KeyProblem(key.ToLowerInvariant()) is { } problem)
            {
                causes.Add(StatusCause.Invalid("metadata.annotations", Quoted(key), problem));
            }

            size += key.Length + (value?.ToString().Length ?? 0);
        }

        if (size > AnnotationsLimit)
        {
            causes.Add(new StatusCause("FieldValueTooLong", "Too long: may not be more than 262144 bytes", "metadata.annotations"));
        }
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Strings(JsonObject metadata, string field)
    {
        switch (metadata[field])
        {
            case null:
                return [];
            case JsonObject map:
                foreach ((string _, JsonNode? value) in map)
                {
                    if (value is not null && value.GetValueKind() != JsonValueKind.String)
                    {
                        throw Undecodable(field, value, "string");
                    }
                }

                return map;
            case var other:
                throw Undecodable(field, other, "map[string]string");
        }
    }

    private static void Owners(JsonObject metadata, List<StatusCause> causes)
    {
        if (metadata["ownerReferences"] is not { } given)
        {
            return;
        }

        if (given is not JsonArray owners)
        {
            throw Undecodable("ownerReferences", given, "[]v1.OwnerReference");
        }

        int controllers = 0;
        for (int i = 0; i < owners.Count; i++)
        {
            JsonObject owner = owners[i] as JsonObject ?? throw Undecodable("ownerReferences", given, "v1.OwnerReference");
            foreach (string field in (ReadOnlySpan<string>)["apiVersion", "kind", "name", "uid"])
            {
                if (ObjectMeta.Text(owner, field).Length == 0)
                {
                    string shown = field == "apiVersion" ? "version must not be empty" : "must not be empty";
                    causes.Add(StatusCause.Invalid($"metadata.ownerReferences.{field}", "\"\"", shown));
                }
            }

            controllers += owner["controller"] is JsonValue flag && flag.TryGetValue(out bool on) && on ? 1 : 0;
        }

        if (controllers > 1)
        {
            causes.Add(StatusCause.Invalid("metadata.ownerReferences", owners.ToJsonString(), "Only one reference can have Controller set to true"));
        }
    }

    private static void Finalizers(JsonObject metadata, List<StatusCause> causes)
    {
        foreach (JsonNode? finalizer in metadata["finalizers"] as JsonArray ?? [])
        {
            string name = finalizer?.ToString() ?? "";
            if (LabelSyntax.KeyProblem(name) is { } problem)
            {
                causes.Add(StatusCause.Invalid("metadata.finalizers", Quoted(name), problem));
            }
        }
    }

    private static ApiException Undecodable(string field, JsonNode value, string type) =>
        ApiErrors.BadRequest($"json: cannot unmarshal {value.GetValueKind().ToString().ToLowerInvariant()} into Go struct field ObjectMeta.metadata.{field} of type {type}");

    private static string Quoted(string text) => $"\"{text}\"";
}
