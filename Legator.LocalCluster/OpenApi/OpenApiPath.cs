namespace Legator.LocalCluster.OpenApi;

/// <summary>One path with its operations.</summary>
internal sealed record OpenApiPath(string Path, OpenApiResource Resource, IReadOnlyList<OpenApiOperation> Operations)
{
    /// <summary>The names in braces.</summary>
    public IEnumerable<string> PathParameters => Path.Split('/').Where(p => p.StartsWith('{')).Select(p => p.Trim('{', '}'));
}
