using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Legator.Web.Api;

/// <summary>The head of <c>/openapi/v1.json</c>.</summary>
internal static class ApiDocument
{
    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Legator API",
                Version = "v1",
                Description = "Agents, runs and journals. Every call needs 'Authorization: Bearer TOKEN'. Errors are application/problem+json with 'reason', 'detail' and, where one is at fault, 'field'.",
            };
            document.Servers = [];
            return Task.CompletedTask;
        });
    }
}
