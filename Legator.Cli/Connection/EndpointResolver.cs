using System.CommandLine;

namespace Legator.Cli.Connection;

/// <summary>Finds the API: what the command line says, else the environment, else the local data directory.</summary>
internal static class EndpointResolver
{
    public static ApiEndpoint Resolve(ParseResult parsed, GlobalOptions options, CliEnvironment environment)
    {
        var folder = DataDirectory.Find(parsed.GetValue(options.DataDirectory) ?? environment.Variable("LEGATOR_DATA_DIR"), environment);
        var (text, source) = FindUrl(parsed, options, environment, folder);
        var url = Parse(text, source);
        return new ApiEndpoint(url, FindToken(parsed, options, environment, folder, url), source);
    }

    private static (string Url, string Source) FindUrl(ParseResult parsed, GlobalOptions options, CliEnvironment environment, DataDirectory? folder)
    {
        if (parsed.GetValue(options.ApiUrl) is { Length: > 0 } option)
        {
            return (option, "--api-url");
        }

        if (environment.Variable("LEGATOR_API_URL") is { Length: > 0 } variable)
        {
            return (variable, "LEGATOR_API_URL");
        }

        return folder switch
        {
            { ApiUrl: { } file } => (file, Path.Combine(folder.Path, "api-url")),
            { } => throw new CliException($"{Path.Combine(folder.Path, "api-url")} does not exist: no Legator has started with that data directory. Start one with 'dotnet run --project Legator.AppHost -- --data-dir {folder.Path}', or give --api-url and --token."),
            null => throw new CliException("no Legator found: neither ./.legator nor ~/.legator holds an api-url. Start one with 'dotnet run --project Legator.AppHost', or give --api-url and --token (or LEGATOR_API_URL and LEGATOR_TOKEN)."),
        };
    }

    private static Uri Parse(string text, string source) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? new Uri(url.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/")
            : throw new CliException($"{source}: '{text}' is not a URL. Write it like http://127.0.0.1:8090.", ExitCodes.Usage);

    private static string FindToken(ParseResult parsed, GlobalOptions options, CliEnvironment environment, DataDirectory? folder, Uri url)
    {
        if ((parsed.GetValue(options.Token) ?? environment.Variable("LEGATOR_TOKEN"))?.Trim() is { Length: > 0 } given)
        {
            return given;
        }

        // The local token belongs to the local API: it is never sent to another host, whatever the URL says.
        var local = folder?.ApiUrl is { } own && Uri.TryCreate(own, UriKind.Absolute, out var ownUrl) && ownUrl.Authority == url.Authority;
        return (local ? folder!.Token : null)
            ?? throw new CliException($"no token for {url}: give --token or LEGATOR_TOKEN. A local Legator keeps its token in <data-dir>/token.");
    }
}
