using System.Collections.Frozen;
using System.Net;
using Legator.Core.Actions.Classification.Http.Apis;
using Legator.Core.Actions.Classification.Http.GraphQl;
using Legator.Core.Actions.Classification.Http.Orders;

namespace Legator.Core.Actions.Classification.Http;

/// <summary>Says how bad an HTTP request could be, and refuses addresses that hand out credentials or belong to the machine's own networks unless the environment names them.</summary>
public static class HttpClassifier
{
    /// <summary>The domain of what it classifies.</summary>
    public const string Domain = "http";

    // API server, kubelet, controller manager and scheduler belong to the Kubernetes tools; the others speak no HTTP, and may take what is sent for their own commands.
    private static readonly FrozenSet<int> ForeignPorts = FrozenSet.ToFrozenSet(
    [
        6443, 16443, 10250, 10255, 10257, 10259,
        7, 19, 21, 22, 23, 25, 53, 69, 110, 111, 119, 135, 137, 139, 143, 161, 179, 389, 445, 465, 512, 513, 514, 587, 636, 873, 993, 995, 1433, 1521, 2049, 2181, 3306, 3389, 5432, 5672, 5900, 6379, 6667, 9092, 11211, 27017,
    ]);

    /// <summary>Classifies one request.</summary>
    /// <param name="call">The request; its method decides first: anything but GET, HEAD and OPTIONS is a read only where a well-known API says so.</param>
    /// <param name="endpoints">URLs of the environment's endpoints.</param>
    public static ProposedAction Classify(HttpCall call, IEnumerable<Uri> endpoints)
    {
        var target = call.Target;
        var findings = Judge(call);
        var kind = AddressRules.Of(target.Url.IdnHost);
        var foreign = ForeignPorts.Contains(target.Url.Port);
        var closed = (kind != AddressKind.Public || foreign) && !Named(target, endpoints);
        return new ProposedAction(Domain, call.Method.ToLowerInvariant(), HttpTargets.Of(target, findings.Kinds), findings.Tier)
        {
            Effects = findings.Effects,
            Guarded = findings.Kinds.Count > 0,
            BlockedBecause = findings.Refusal ?? (closed ? $"{target.Url.Authority} is {(kind == AddressKind.Public ? "a port of a cluster, or of a server that speaks no HTTP" : Describe(kind))}, which no agent may call by itself." : null),
            BlockedUnless = findings.Refusal is null && closed ? $"Name {target.Origin} as an endpoint of the environment." : null,
        };
    }

    /// <summary>Whether an address may be connected to for an origin: public ones always; for an origin that the environment names, also loopback and private ones, and any address that the origin itself spells.</summary>
    public static bool MayConnect(HttpTarget target, IPAddress address, IEnumerable<Uri> endpoints) =>
        AddressRules.Of(address) switch
        {
            AddressKind.Public => true,
            AddressKind.Loopback or AddressKind.Private => Named(target, endpoints),
            _ => Named(target, endpoints) && HostAddress.Read(target.Url.IdnHost) is { } spelled && spelled.Equals(HostAddress.Embedded(address)),
        };

    private static bool Named(HttpTarget target, IEnumerable<Uri> endpoints)
    {
        foreach (var endpoint in endpoints)
        {
            if (HttpTarget.OriginOf(endpoint) == target.Origin)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a request asks for, wherever it goes.</summary>
    internal static HttpFindings Judge(HttpCall call)
    {
        var findings = new HttpFindings();
        var path = HttpText.Unescape(call.Target.Url.AbsolutePath);
        SentSecrets.Judge(call, findings);
        HttpHeaderRules.Judge(call, findings);
        ValueRules.JudgeCode(path, findings);
        ValueRules.JudgePath(path, findings);
        QueryRules.Judge(call.Target.Url.Query.AsSpan().TrimStart('?'), path, findings);
        var graph = GraphQlRules.IsFor(call, path);
        if (graph || (call.Body is not null && GraphQlRules.Claims(call)))
        {
            GraphQl(call, findings);
        }

        if (!graph || (call.Method != "POST" && call.Body is null))
        {
            Plain(call, path, findings);
        }
        else
        {
            PathRules.Judge(call, path, findings);
            BodyRules.JudgeMethod(call, findings);
        }

        return findings;
    }

    private static void GraphQl(HttpCall call, HttpFindings findings)
    {
        var kind = GraphQlRules.Read(call);
        findings.Raise(GraphQlRules.TierOf(kind), GraphQlRules.Describe(kind));
        if (call.Method is not ("GET" or "POST" or "HEAD" or "OPTIONS"))
        {
            Method(call, findings);
        }
    }

    private static void Plain(HttpCall call, string path, HttpFindings findings)
    {
        var request = new ApiRequest(call, path);
        if (MethodRules.Of(call.Method).Tier == RiskTier.Read)
        {
            PathRules.Judge(call, path, findings);
            DangerousWrites.JudgeRead(request, findings);
            ChangingReads.Judge(request, findings);
            SecretReads.Judge(request, findings);
            if (findings.Tier == RiskTier.DestructiveMutation && ObjectStores.IsFor(request))
            {
                findings.Raise(RiskTier.DataMutation, "what is removed there is data");
            }

            if (call.Method == "GET" && request.Last == "build" && request.Parts.Contains("job"))
            {
                findings.Raise(RiskTier.ServiceMutation, "starts a build");
            }

            Orders(request, findings);
            if (call.Body is not null && !ReadingPosts.Contains(request))
            {
                findings.Raise(RiskTier.ServiceMutation, $"a {call.Method} with a body is not understood alike by all servers");
                BodyRules.Judge(call, path, findings);
            }

            return;
        }

        if (call.Method == "POST" && ReadingPosts.Contains(request))
        {
            PathRules.Judge(call, path, findings);
            BodyRules.JudgeQuestion(call, path, findings);
            return;
        }

        Method(call, findings);
        BodyRules.Judge(call, path, findings);
        DangerousWrites.JudgeWrite(request, findings);
        if (DataWrites.Why(request) is { } why)
        {
            findings.Raise(RiskTier.DataMutation, why);
        }

        PathRules.Judge(call, path, findings);
    }

    // What the places of words say is asked last: nothing is told twice, and most requests hold none.
    private static void Orders(ApiRequest request, HttpFindings findings)
    {
        if (findings.Tier != RiskTier.Read)
        {
            return;
        }

        UnnamedDeeds.Judge(request, findings);
        if (PathRules.IsText(request.Call, request.Path))
        {
            QueryVerbs.JudgeText(request, findings);
        }
        else
        {
            PathOrders.Judge(request, findings);
            QueryOrders.Judge(request, findings);
            StatePaths.Judge(request, findings);
            VerbOrders.Judge(request, findings);
            QueryVerbs.Judge(request, findings);
        }
    }

    private static void Method(HttpCall call, HttpFindings findings)
    {
        var (tier, effect) = MethodRules.Of(call.Method);
        findings.Raise(tier, effect);
    }

    private static string Describe(AddressKind kind) => kind switch
    {
        AddressKind.CloudMetadata => "the metadata service of a cloud",
        AddressKind.LinkLocal => "a link-local address",
        AddressKind.Loopback => "this machine",
        AddressKind.Private => "inside a private network",
        _ => "a reserved address",
    };
}
