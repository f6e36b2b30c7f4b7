using System.Text.RegularExpressions;
using Legator.Core.Runs;

namespace Legator.Runner.Providers.OpenAI;

/// <summary>The address below which <c>chat/completions</c> is found, from what people write with or without <c>/v1</c>.</summary>
internal static partial class OpenAIEndpoint
{
    public static Uri Of(RunSnapshotModel model)
    {
        var text = model.Endpoint ?? model.Provider switch
        {
            "openai" => "https://api.openai.com/v1",
            "kimi" => "https://api.moonshot.ai/v1",
            _ => throw new ModelUnusableException($"Provider '{model.Provider}' of tier '{model.TierName}' needs an address: set baseURL (or endpoint)."),
        };
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            throw new ModelUnusableException($"endpoint '{text}' of tier '{model.TierName}' is no http or https URL.");
        }

        var path = uri.AbsolutePath.TrimEnd('/');
        path = path.EndsWith("/chat/completions", StringComparison.Ordinal) ? path[..^"/chat/completions".Length] : path;
        return new UriBuilder(uri) { Path = Version().IsMatch(path) ? path : path + "/v1" }.Uri;
    }

    [GeneratedRegex("/v[0-9]")]
    private static partial Regex Version();
}
