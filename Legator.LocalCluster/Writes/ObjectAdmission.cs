using System.Text.Json.Nodes;
using Legator.LocalCluster.BuiltinTypes;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Requests;

namespace Legator.LocalCluster.Writes;

/// <summary>Takes an object from as-given to as-stored: unknown fields, defaults, checks. In the order in which the API server does it.</summary>
internal sealed class ObjectAdmission(KindBehaviours behaviours)
{
    /// <summary>Removes what the kind does not know; says so as the request wants it said (fieldValidation).</summary>
    public static void Prune(ApiRequest request, JsonObject resource, IReadOnlyList<string> duplicates)
    {
        List<string> problems = [.. duplicates.Select(d => $"duplicate field \"{d}\"")];
        List<string> unknown = Unknown(request.Kind, resource);

        unknown.Sort(StringComparer.Ordinal);
        problems.AddRange(unknown.Select(u => $"unknown field \"{u}\""));
        if (problems.Count == 0)
        {
            return;
        }

        switch (request.Query("fieldValidation"))
        {
            case "Strict":
                throw ApiErrors.BadRequest(
                    $"{request.Kind.Kind} in version \"{request.Kind.Version}\" cannot be handled as a {request.Kind.Kind}: strict decoding error: {string.Join(", ", problems)}");
            case "Ignore":
                break;
            default:
                problems.ForEach(request.Warn);
                break;
        }
    }

    private static List<string> Unknown(ResourceKind kind, JsonObject resource)
    {
        if (MessageTypes.Of(kind) is { } type)
        {
            return BuiltinFields.Prune(resource, type, kind.Version);
        }

        List<string> unknown = MetadataChecks.Prune(resource);
        if (kind.Custom is { } custom)
        {
            unknown.AddRange(custom.Schema.Prune(resource));
        }

        return unknown;
    }

    /// <summary>Sets defaults and what the server decides.</summary>
    public void Prepare(ResourceKind kind, JsonObject resource, JsonObject? old, string subresource)
    {
        kind.Custom?.Schema.Default(resource);
        behaviours.For(kind)?.Prepare(resource, old, subresource);
    }

    /// <summary>Refuses an object that breaks its kind's rules, with every cause.</summary>
    public void Validate(ResourceKind kind, JsonObject resource, JsonObject? old)
    {
        List<StatusCause> causes = [];
        MetadataChecks.Validate(kind, resource, causes);
        if (kind.Custom is { } custom)
        {
            causes.AddRange(custom.Schema.Validate(resource, old).Select(e => new StatusCause(e.CauseReason, e.Message, e.FieldOrNil)));
        }

        behaviours.For(kind)?.Validate(resource, old, causes);
        if (causes.Count > 0)
        {
            throw ApiErrors.Invalid(kind, ObjectMeta.Name(resource), causes);
        }
    }
}
