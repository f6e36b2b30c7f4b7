using System.Globalization;
using Legator.LocalCluster.Catalog;

namespace Legator.LocalCluster.Errors;

/// <summary>The errors that the Kubernetes API server gives, in its words, since clients and people match on them.</summary>
internal static class ApiErrors
{
    public static ApiException NotFound(ResourceKind kind, string name) => NotFound(kind.Group, kind.Plural, name);

    public static ApiException NotFound(string group, string plural, string name) =>
        new(404, "NotFound", $"{Qualified(plural, group)} \"{name}\" not found") { Name = name, Group = group, Kind = plural };

    public static ApiException NoSuchResource() => new(404, "NotFound", "the server could not find the requested resource") { EmptyDetails = true };

    public static ApiException AlreadyExists(ResourceKind kind, string name) =>
        new(409, "AlreadyExists", $"{kind.Qualified} \"{name}\" already exists") { Name = name, Group = kind.Group, Kind = kind.Plural };

    public static ApiException Conflict(ResourceKind kind, string name) => Conflict(
        kind, name, "the object has been modified; please apply your changes to the latest version and try again");

    public static ApiException Conflict(ResourceKind kind, string name, string why) =>
        new(409, "Conflict", $"Operation cannot be fulfilled on {kind.Qualified} \"{name}\": {why}") { Name = name, Group = kind.Group, Kind = kind.Plural };

    public static ApiException BadRequest(string message) => new(400, "BadRequest", message);

    public static ApiException Unauthorized() => new(401, "Unauthorized", "Unauthorized");

    public static ApiException MethodNotAllowed() =>
        new(405, "MethodNotAllowed", "the server does not allow this method on the requested resource") { EmptyDetails = true };

    public static ApiException UnsupportedMediaType(params string[] accepted) => new(
        415, "UnsupportedMediaType", $"the body of the request was in an unknown format - accepted media types include: {string.Join(", ", accepted)}");

    public static ApiException NotAcceptable() => new(
        406, "NotAcceptable", "only the following media types are accepted: application/json, application/yaml");

    public static ApiException TooLarge(long limit) => new(
        413, "RequestEntityTooLarge", string.Create(CultureInfo.InvariantCulture, $"Request entity too large: limit is {limit}"));

    public static ApiException Invalid(ResourceKind kind, string name, IReadOnlyList<StatusCause> causes) =>
        Invalid(kind.Kind, kind.Group, name, causes);

    public static ApiException Invalid(string kind, string group, string name, IReadOnlyList<StatusCause> causes)
    {
        string lines = causes.Count == 1 ? causes[0].Line : $"[{string.Join(", ", causes.Select(c => c.Line))}]";
        return new ApiException(422, "Invalid", $"{Qualified(kind, group)} \"{name}\" is invalid: {lines}")
        {
            Name = name,
            Group = group,
            Kind = kind,
            Causes = causes,
        };
    }

    public static ApiException Forbidden(ResourceKind kind, string name, string why) =>
        Forbidden(kind.Group, kind.Plural, name, why);

    public static ApiException Forbidden(string group, string plural, string name, string why) => new(
        403, "Forbidden", name.Length == 0 ? $"{Qualified(plural, group)} is forbidden: {why}" : $"{Qualified(plural, group)} \"{name}\" is forbidden: {why}")
    {
        Name = name,
        Group = group,
        Kind = plural,
    };

    public static ApiException Expired(string message) => new(410, "Expired", message);

    public static ApiException Internal(string message) => new(500, "InternalError", $"Internal error occurred: {message}")
    {
        Causes = [new StatusCause("", message, "")],
    };

    private static string Qualified(string plural, string group) => group.Length == 0 ? plural : $"{plural}.{group}";
}
