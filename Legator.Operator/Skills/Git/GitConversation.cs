using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Legator.Backends.SkillSources;
using Legator.Core.Skills.Remote;

namespace Legator.Operator.Skills.Git;

/// <summary>What libgit2 says to one repository and hears from it, over a client that judges every address. Counts the bytes, knows the deadline, and keeps the first thing that went wrong.</summary>
internal sealed class GitConversation(SourceConnections connections, GitAddress address, SourceCredential? credential, long mostBytes, CancellationToken cancellationToken) : IDisposable
{
    private const int MostRedirects = 5;
    private readonly HttpMessageInvoker _http = connections.Open(credential?.CaBundle);
    private readonly Uri _origin = connections.BaseOf(address.Host);
    private Uri? _repository;
    private long _received;

    /// <summary>The first thing that went wrong; libgit2 only learns that something did.</summary>
    public Exception? Fault { get; private set; }

    public void Dispose() => _http.Dispose();

    /// <summary>The list of references.</summary>
    public Stream References() => Guard(() =>
    {
        var at = new Uri(_origin, $"{address.Repository}/info/refs?service=git-upload-pack");
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            var response = Send(new HttpRequestMessage(HttpMethod.Get, at));
            if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location)
            {
                at = new Uri(at, location);
                connections.Check(at);
                continue;
            }

            var body = Require(response, "application/x-git-upload-pack-advertisement");
            _repository = new Uri(at, at.AbsolutePath[..at.AbsolutePath.LastIndexOf("/info/refs", StringComparison.Ordinal)] + "/");
            return Receive(body);
        }

        throw SkillSourceException.Refusing($"{address.Host} redirects more than {MostRedirects} times");
    });

    /// <summary>Asks for objects.</summary>
    public Stream Pack(byte[] question) => Guard(() =>
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_repository!, "git-upload-pack"))
        {
            Content = new ByteArrayContent(question) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-git-upload-pack-request") } },
        };
        var answer = Receive(Require(Send(request), "application/x-git-upload-pack-result"));
        GitPack.Check(answer.GetBuffer().AsSpan(0, (int)answer.Length));
        return answer;
    });

    /// <summary>Says once more what went wrong, in words for people.</summary>
    public SkillSourceException Explain(Exception fallback) => (Fault ?? fallback) switch
    {
        SkillSourceException known => known,
        HttpRequestException { InnerException: SkillSourceException known } => known,
        HttpRequestException e => new SkillSourceException($"{address.Host} cannot be reached ({(e.InnerException ?? e).Message})"),
        IOException e => new SkillSourceException($"{address.Host} ends its answer too early ({e.Message})"),
        var e => SkillSourceException.Refusing($"{address.Host} does not speak as a git server does ({e.Message.ReplaceLineEndings(" ")})"),
    };

    /// <summary>All of an answer, as far as it may be long; what it says of its length is no promise.</summary>
    private MemoryStream Receive(Stream body)
    {
        using (body)
        {
            var received = new MemoryStream();
            var buffer = new byte[64 * 1024];
            while (body.ReadAsync(buffer, cancellationToken).AsTask().GetAwaiter().GetResult() is > 0 and var count)
            {
                _received += count;
                if (_received > mostBytes)
                {
                    throw SkillSourceException.Refusing(string.Create(CultureInfo.InvariantCulture, $"the repository sends more than {mostBytes / (1024 * 1024)} MiB"));
                }

                received.Write(buffer, 0, count);
            }

            received.Position = 0;
            return received;
        }
    }

    private HttpResponseMessage Send(HttpRequestMessage request)
    {
        using (request)
        {
            request.Headers.UserAgent.ParseAdd("git/2.0 (legator)");
            if (credential is { NamesSomebody: true } && Uri.Compare(request.RequestUri, _origin, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0)
            {
                request.Headers.Authorization = credential.Header;
            }

            return _http.SendAsync(request, cancellationToken).GetAwaiter().GetResult();
        }
    }

    private Stream Require(HttpResponseMessage response, string mediaType)
    {
        if (response.StatusCode == HttpStatusCode.OK && response.Content.Headers.ContentType?.MediaType == mediaType)
        {
            return response.Content.ReadAsStream(cancellationToken);
        }

        response.Dispose();
        throw response.StatusCode switch
        {
            HttpStatusCode.OK => SkillSourceException.Refusing($"{address.Host} does not speak as a git server does at {address.Repository}"),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => SkillSourceException.Refusing($"{address.Host} refuses {address.Repository} (HTTP {(int)response.StatusCode}): {(credential is { NamesSomebody: true } ? "correct the credential, or let it in there" : "it does not exist, or a credential is needed and none is given")}"),
            HttpStatusCode.NotFound => SkillSourceException.Refusing($"{address.Host} has no repository {address.Repository}"),
            _ => new SkillSourceException($"{address.Host} answers HTTP {(int)response.StatusCode} for {address.Repository}"),
        };
    }

    private T Guard<T>(Func<T> action)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return action();
        }
        catch (Exception e)
        {
            Fault ??= e;
            throw;
        }
    }
}
