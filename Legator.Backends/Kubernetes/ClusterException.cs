using System.Text.Json;

namespace Legator.Backends.Kubernetes;

/// <summary>The Kubernetes API refused a request or could not be reached.</summary>
public sealed class ClusterException(int code, string reason, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>HTTP status; 0 when there was no answer.</summary>
    public int Code { get; } = code;

    /// <summary>The API's machine-readable reason, e.g. <c>NotFound</c>; <c>Unreachable</c> or <c>Timeout</c> when there was no answer.</summary>
    public string Reason { get; } = reason;

    /// <summary>The API's <c>details</c>: which object, which fields.</summary>
    public JsonElement? Details { get; init; }

    /// <summary>How long the API asks to wait before the next try.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public bool IsNotFound => Code == 404;

    public bool IsConflict => Code == 409 && Reason != "AlreadyExists";

    public bool IsAlreadyExists => Reason == "AlreadyExists";

    /// <summary>The resource version is too old: list again.</summary>
    public bool IsGone => Code == 410 || Reason is "Expired" or "Gone";

    public bool IsForbidden => Code is 401 or 403;

    public bool IsInvalid => Code is 400 or 422;

    /// <summary>The same request may work later.</summary>
    public bool IsTransient => Code is 0 or 429 or >= 500;
}
