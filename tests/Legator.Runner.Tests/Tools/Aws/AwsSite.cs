using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Legator.Runner.Tests.Tools.Aws;

/// <summary>Stands in for AWS: works each request's signature out anew from what arrived, refuses a wrong one as AWS does, and remembers the others.</summary>
public sealed class AwsSite : IAsyncLifetime
{
    public const string KeyId = "AKIDEXAMPLE";
    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    public const string SessionToken = "session-token-of-a-role";

    private WebApplication? _app;

    public Uri Address { get; private set; } = null!;

    public ConcurrentQueue<AwsCall> Calls { get; } = new();

    /// <summary>What is answered to a call: media type and text.</summary>
    public Func<AwsCall, (int Status, string Media, string Text)> Answer { get; set; } = _ => (200, "application/json", "{}");

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync() => await _app!.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var headers = context.Request.Headers;
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var (problem, region, service) = Check(context.Request.Method, target, headers, body);
        var call = new AwsCall(service, region, context.Request.Method, target, headers["x-amz-target"].ToString(), body);
        if (problem is null)
        {
            Calls.Enqueue(call);
        }

        var (status, media, text) = problem is null ? Answer(call) : (403, "text/xml", $"<ErrorResponse><Error><Code>{problem}</Code><Message>The request signature we calculated does not match.</Message></Error></ErrorResponse>");
        context.Response.StatusCode = status;
        context.Response.ContentType = media;
        await context.Response.WriteAsync(text);
    }

    /// <summary>What is wrong with a signature, and the scope that it was made for.</summary>
    internal static (string? Problem, string Region, string Service) Check(string method, string target, IHeaderDictionary headers, string body)
    {
        var parts = headers.Authorization.ToString().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (parts is not ["AWS4-HMAC-SHA256", _, _, _])
        {
            return ("MissingAuthenticationToken", "", "");
        }

        var values = parts.Skip(1).Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1]);
        var scope = values["Credential"].Split('/');
        var names = values["SignedHeaders"].Split(';');
        if (scope[0] != KeyId || (headers.ContainsKey("x-amz-security-token") && headers["x-amz-security-token"] != SessionToken))
        {
            return ("InvalidClientTokenId", "", "");
        }

        // Whatever could change what is asked for must be signed.
        if (headers.Keys.Any(h => (h.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase) || h is "Host" or "Content-Type") && !names.Contains(h.ToLowerInvariant())))
        {
            return ("SignatureDoesNotMatch", "", "");
        }

        var signature = Signature(method, target, headers, body, names, scope);
        return (signature == values["Signature"] ? null : "SignatureDoesNotMatch", scope[2], scope[3]);
    }

    private static string Signature(string method, string target, IHeaderDictionary headers, string body, string[] names, string[] scope)
    {
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? target : target[..question];
        var query = (question < 0 ? "" : target[(question + 1)..]).Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Contains('=', StringComparison.Ordinal) ? p : p + "=").OrderBy(p => p.Split('=')[0], StringComparer.Ordinal).ThenBy(p => p, StringComparer.Ordinal);
        var canonical = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{method}\n{(scope[3] == "s3" ? path : Encoded(path))}\n{string.Join('&', query)}\n");
        foreach (var name in names)
        {
            canonical.Append(CultureInfo.InvariantCulture, $"{name}:{headers[name].ToString().Trim()}\n");
        }

        canonical.Append(CultureInfo.InvariantCulture, $"\n{string.Join(';', names)}\n{Hash(body)}");
        var toSign = $"AWS4-HMAC-SHA256\n{headers["x-amz-date"]}\n{string.Join('/', scope.Skip(1))}\n{Hash(canonical.ToString())}";
        var key = scope.Skip(1).Aggregate(Encoding.UTF8.GetBytes("AWS4" + SecretKey), (k, part) => HMACSHA256.HashData(k, Encoding.UTF8.GetBytes(part)));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
    }

    private static string Encoded(string path) => path.Replace("%", "%25", StringComparison.Ordinal).Replace(":", "%3A", StringComparison.Ordinal);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
