using System.Text.Json.Nodes;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Requests;
using Legator.LocalCluster.Schemas;

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

    /// <summary>Removes what the kind does not know and returns the paths.</summary>
    public static List<string> Unknown(ResourceKind kind, JsonObject resource)
    {
        if (kind.Builtin is { } builtin)
        {
            return builtin.DecodeProblem(resource) is { } problem
                ? throw ApiErrors.BadRequest($"{kind.Kind} in version \"{kind.Version}\" cannot be handled as a {kind.Kind}: {problem}")
                : [.. builtin.Prune(resource)];
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

    private static void AddSchemaCauses(ResourceSchema schema, JsonObject resource, JsonObject? old, string subresource, List<StatusCause> causes)
    {
        bool broken = causes.Exists(c => c.Reason == "FieldValueRequired");
        IReadOnlyList<FieldError> errors = subresource == "status" ? schema.ValidateStatus(resource, old) : schema.Validate(resource, old);
        causes.AddRange(errors.Select(e => new StatusCause(e.CauseReason, e.Message, e.FieldOrNil)));
        if (broken && schema.Root.HoldsRules && !causes.Exists(c => c.Field == "<nil>"))
        {
            causes.Add(StatusCause.Invalid(
                "<nil>", "null", "some validation rules were not checked because the object was invalid; correct the existing errors to complete validation"));
        }
    }

    /// <summary>Refuses an object that breaks its kind's rules, with every cause.</summary>
    public void Validate(ResourceKind kind, JsonObject resource, JsonObject? old, string subresource)
    {
        List<StatusCause> causes = [];
        MetadataChecks.Validate(kind, resource, causes);
        if (kind.Custom is { } custom)
        {
            AddSchemaCauses(custom.Schema, resource, old, subresource, causes);
        }

        behaviours.For(kind)?.Validate(resource, old, causes);
        if (causes.Count > 0)
        {
            throw ApiErrors.Invalid(kind, ObjectMeta.Name(resource), causes);
        }
    }
}
