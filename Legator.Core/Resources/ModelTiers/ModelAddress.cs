using System.Text.RegularExpressions;

namespace Legator.Core.Resources.ModelTiers;

/// <summary>Where a tier's API is, from what people write: with or without a version, with or without the path of a call.</summary>
public static partial class ModelAddress
{
    private static readonly string[] Calls = ["/chat/completions", "/messages", "/models", "/chat", "/tags"];

    /// <summary>The address that calls are put below: <c>chat/completions</c> and <c>models</c> of the OpenAI kind, <c>v1/messages</c> of Anthropic, <c>api/chat</c> of Ollama. It has no slash at its end.</summary>
    /// <param name="provider">The tier's provider.</param>
    /// <param name="written">The tier's endpoint or baseURL; null or empty for the provider's public address.</param>
    /// <param name="problem">What is wrong, as a sentence without a subject, and the fix; null when nothing is.</param>
    /// <returns>The address; null when there is a problem.</returns>
    public static Uri? Of(string provider, string? written, out string? problem)
    {
        problem = null;
        var text = string.IsNullOrWhiteSpace(written) ? Public(provider) : written.Trim();
        if (text is null)
        {
            problem = $"{provider} has no public address: set baseURL (or endpoint), such as http://host:8000/v1";
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            problem = $"'{text}' is not an http or https URL: write one such as https://api.example.com/v1";
            return null;
        }

        return new UriBuilder(uri) { Path = Below(provider, uri.AbsolutePath.TrimEnd('/')), Query = "", Fragment = "" }.Uri;
    }

    private static string? Public(string provider) => provider switch
    {
        "anthropic" => "https://api.anthropic.com",
        "kimi" => "https://api.moonshot.ai/v1",
        "ollama" => "http://localhost:11434",
        "openai" => "https://api.openai.com/v1",
        _ => null,
    };

    private static string Below(string provider, string path)
    {
        path = Calls.FirstOrDefault(call => path.EndsWith(call, StringComparison.Ordinal)) is { } call ? path[..^call.Length] : path;
        return provider switch
        {
            "anthropic" => Without(path, "/v1"),
            "ollama" => Without(Without(path, "/api"), "/v1"),
            _ => Version().IsMatch(path) ? path : path + "/v1",
        };
    }

    private static string Without(string path, string end) => path.EndsWith(end, StringComparison.Ordinal) ? path[..^end.Length] : path;

    [GeneratedRegex("/v[0-9]")]
    private static partial Regex Version();
}
