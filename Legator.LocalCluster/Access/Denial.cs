namespace Legator.LocalCluster.Access;

/// <summary>Words a denial as the API server does.</summary>
internal static class Denial
{
    public static string Text(ApiUser user, AccessAttributes wanted)
    {
        if (wanted.Path.Length > 0)
        {
            return $"User \"{user.Name}\" cannot {wanted.Verb} path \"{wanted.Path}\"";
        }

        string scope = wanted.Namespace.Length > 0 ? $"in the namespace \"{wanted.Namespace}\"" : "at the cluster scope";
        return $"User \"{user.Name}\" cannot {wanted.Verb} resource \"{wanted.FullResource}\" in API group \"{wanted.Group}\" {scope}";
    }
}
