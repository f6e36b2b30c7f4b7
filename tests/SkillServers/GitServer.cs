using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Legator.Tests.SkillServers;

/// <summary>Git's own http-backend behind a web server on loopback, with TLS and a password where asked for.</summary>
internal sealed class GitServer : IAsyncDisposable
{
    private const string Backend = "/usr/lib/git-core/git-http-backend";
    private readonly WebApplication app;
    private readonly string? authorization;

    private GitServer(WebApplication app, string? credential)
    {
        this.app = app;
        authorization = credential is null ? null : "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(credential));
        app.Run(HandleAsync);
    }

    /// <summary>Folder of the repositories.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("legator-git-").FullName;

    /// <summary>What was asked for.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>What is done in place of git; null for git itself.</summary>
    public Func<HttpContext, Task<bool>>? Instead { get; set; }

    public string Host => new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Authority;

    /// <summary>Starts it; leaves the test out where there is no git.</summary>
    /// <param name="credential">User and password with a colon; null for anybody.</param>
    /// <param name="certificate">For TLS; null for plain http.</param>
    public static async Task<GitServer> StartAsync(string? credential = null, ServerCertificate? certificate = null)
    {
        Assert.SkipUnless(File.Exists(Backend), "git is not installed: apt-get install git.");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate.Certificate);
            }
        }));
        builder.WebHost.UseKestrelHttpsConfiguration();
        var server = new GitServer(builder.Build(), credential);
        await server.app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        if (Directory.Exists(Root))
        {
            Directory.Delete(Root, recursive: true);
        }
    }

    public Task<GitWork> RepositoryAsync(string name) => GitWork.CreateAsync(Root, name);

    private async Task HandleAsync(HttpContext context)
    {
        Requests.Enqueue($"{context.Request.Method} {context.Request.Path}");
        if (Instead is not null && await Instead(context))
        {
            return;
        }

        if (authorization is not null && context.Request.Headers.Authorization != authorization)
        {
            context.Response.StatusCode = 401;
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"git\"";
            return;
        }

        await BackendAsync(context);
    }

    private async Task BackendAsync(HttpContext context)
    {
        var start = new ProcessStartInfo(Backend) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (name, value) in ToolRun.Quiet.Concat(Variables(context.Request)))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        await context.Request.Body.CopyToAsync(process.StandardInput.BaseStream);
        process.StandardInput.Close();
        using var answer = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(answer);
        await process.WaitForExitAsync();
        await AnswerAsync(context.Response, answer.ToArray());
    }

    private Dictionary<string, string> Variables(HttpRequest request) => new()
    {
        ["GIT_PROJECT_ROOT"] = Root,
        ["GIT_HTTP_EXPORT_ALL"] = "1",
        ["PATH_INFO"] = request.Path.Value!,
        ["QUERY_STRING"] = request.QueryString.Value?.TrimStart('?') ?? "",
        ["REQUEST_METHOD"] = request.Method,
        ["CONTENT_TYPE"] = request.ContentType ?? "",
        ["CONTENT_LENGTH"] = $"{request.ContentLength}",
        ["REMOTE_ADDR"] = "127.0.0.1",
        ["GIT_PROTOCOL"] = request.Headers["Git-Protocol"].ToString(),
    };

    private static async Task AnswerAsync(HttpResponse response, byte[] answer)
    {
        var end = answer.AsSpan().IndexOf("\r\n\r\n"u8);
        foreach (var line in Encoding.ASCII.GetString(answer, 0, end).Split("\r\n"))
        {
            var (name, value) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
            if (name == "Status")
            {
                response.StatusCode = int.Parse(value.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
            }
            else
            {
                response.Headers[name] = value;
            }
        }

        await response.Body.WriteAsync(answer.AsMemory(end + 4));
    }
}
