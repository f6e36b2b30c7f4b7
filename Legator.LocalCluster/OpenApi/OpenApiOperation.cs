namespace Legator.LocalCluster.OpenApi;

/// <summary>One operation that a path offers.</summary>
/// <param name="Method">get, post, put, patch or delete.</param>
/// <param name="Action">The word that Kubernetes has for it, such as <c>list</c>.</param>
/// <param name="Id">A name that is unique in the document.</param>
/// <param name="Answer">The name of the definition of the answer.</param>
/// <param name="Body">The name of the definition of the body; null where there is none.</param>
/// <param name="Consumes">Media types of the body.</param>
/// <param name="Query">Query parameters.</param>
internal sealed record OpenApiOperation(string Method, string Action, string Id, string Answer, string? Body, string[] Consumes, string[] Query);
