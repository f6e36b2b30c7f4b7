namespace Legator.LocalCluster.Access;

/// <summary>What somebody wants to do: a verb on a resource, or on a plain path.</summary>
internal sealed record AccessAttributes(string Verb, string Group, string Resource, string Subresource, string Namespace, string Name)
{
    /// <summary>The path of a request that is for no resource; empty otherwise.</summary>
    public string Path { get; init; } = "";

    public static AccessAttributes ForPath(string verb, string path) => new(verb, "", "", "", "", "") { Path = path };

    /// <summary>As rules name it: "pods/log".</summary>
    public string FullResource => Subresource.Length == 0 ? Resource : $"{Resource}/{Subresource}";
}
