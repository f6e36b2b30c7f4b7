using System.Globalization;
using Legator.LocalCluster.Access;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Errors;

namespace Legator.LocalCluster.Requests;

/// <summary>One request for a resource: who asks, for what, with which options.</summary>
internal sealed class ApiRequest(HttpContext http, RequestTarget target, ResourceKind kind, ApiUser user)
{
    private List<string>? _warnings;

    public HttpContext Http => http;

    public RequestTarget Target => target;

    public ResourceKind Kind => kind;

    public ApiUser User => user;

    public string Namespace => target.Namespace;

    public string Name => target.Name;

    public CancellationToken Aborted => http.RequestAborted;

    public IReadOnlyList<string> Warnings => _warnings ?? [];

    public string Query(string name) => http.Request.Query[name].ToString();

    public bool Flag(string name) => Query(name) is "true" or "1" or "True" or "t";

    public bool DryRun { get; set; }

    /// <summary>Who owns the fields that this request sets: the given manager or the program's name.</summary>
    public string FieldManager
    {
        get
        {
            string given = Query("fieldManager");
            if (given.Length > 0)
            {
                return given;
            }

            string agent = http.Request.Headers.UserAgent.ToString();
            int slash = agent.IndexOf('/', StringComparison.Ordinal);
            string name = slash >= 0 ? agent[..slash] : agent;
            return name.Length == 0 ? "unknown" : name.Length > 128 ? name[..128] : name;
        }
    }

    public void Warn(string text) => (_warnings ??= []).Add(text);

    public int IntQuery(string name)
    {
        string text = Query(name);
        if (text.Length == 0)
        {
            return 0;
        }

        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw ApiErrors.BadRequest($"strconv.ParseInt: parsing \"{text}\": invalid syntax");
    }
}
