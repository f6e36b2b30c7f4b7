using System.Collections.Concurrent;
using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Kinds;
using Microsoft.Extensions.Options;

namespace Legator.Operator.Secrets;

/// <summary>Knows which fields a Secret has, and never its values. Looks are kept for a short while, because many agents share a Secret.</summary>
internal sealed class SecretPresence(ResourceClient<Secret> secrets, IOptions<OperatorOptions> options, TimeProvider time)
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan KeepFound = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan KeepMissing = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<(string Namespace, string Name), (string[]? Fields, DateTimeOffset Until)> _looks = new();

    /// <summary>Looks for a Secret in one namespace.</summary>
    /// <param name="inNamespace">The namespace.</param>
    /// <param name="name">Name of the Secret.</param>
    /// <param name="field">A field that it must have; null when any will do.</param>
    /// <param name="cancellationToken">Gives the look up.</param>
    /// <returns>Null when it is there; else what is missing, as the end of a sentence.</returns>
    public async Task<string?> MissingAsync(string inNamespace, string name, string? field, CancellationToken cancellationToken)
    {
        try
        {
            var fields = await FieldsAsync(inNamespace, name, cancellationToken);
            return fields is null
                ? $"there is no Secret '{name}' in namespace '{inNamespace}': create it, or name one that exists"
                : field is null || fields.Contains(field, StringComparer.Ordinal) ? null : $"Secret '{name}' in namespace '{inNamespace}' has no field '{field}': add it, or name one that it has";
        }
        catch (ClusterException exception) when (exception.IsForbidden || exception.IsInvalid)
        {
            return $"Secret '{name}' in namespace '{inNamespace}' cannot be looked at ({exception.Reason}): correct the name, or let the Operator get Secrets there";
        }
    }

    /// <summary>Looks for a Secret in the product's own namespace and in others; one that has it is enough.</summary>
    public async Task<string?> MissingEverywhereAsync(IReadOnlyCollection<string> namespaces, string name, string? field, CancellationToken cancellationToken)
    {
        var places = namespaces.Prepend(options.Value.SystemNamespace).Distinct(StringComparer.Ordinal).ToList();
        string? missing = null;
        foreach (var place in places)
        {
            var answer = await MissingAsync(place, name, field, cancellationToken);
            if (answer is null)
            {
                return null;
            }

            missing = answer;
        }

        return missing;
    }

    private async Task<string[]?> FieldsAsync(string inNamespace, string name, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_looks.TryGetValue((inNamespace, name), out var look) && look.Until > now)
        {
            return look.Fields;
        }

        var secret = await secrets.GetAsync(inNamespace, name, cancellationToken);
        string[]? fields = secret is null ? null : [.. secret.Data?.Keys ?? []];
        if (_looks.Count >= MostRemembered)
        {
            _looks.Clear();
        }

        _looks[(inNamespace, name)] = (fields, now + (fields is null ? KeepMissing : KeepFound));
        return fields;
    }
}
