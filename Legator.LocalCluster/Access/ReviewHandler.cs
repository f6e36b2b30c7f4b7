using System.Text.Json.Nodes;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Requests;
using Legator.LocalCluster.Responses;

namespace Legator.LocalCluster.Access;

/// <summary>Answers reviews: may I, may they, who am I, whose token is this. Nothing is stored.</summary>
internal sealed class ReviewHandler(Authorizer authorizer, Authenticator authenticator)
{
    public async Task CreateAsync(ApiRequest request)
    {
        byte[] body = await RequestBody.ReadAsync(request.Http).ConfigureAwait(false);
        JsonObject review = (JsonObject)ObjectDecoder.Decode(body, request.Http.Request.ContentType, request.Kind).Root!;
        JsonObject spec = review["spec"] as JsonObject ?? [];
        review["metadata"] ??= new JsonObject();
        review["status"] = request.Kind.Kind switch
        {
            "SelfSubjectAccessReview" => Access(request.User, spec),
            "SubjectAccessReview" or "LocalSubjectAccessReview" => Access(Subject(spec), spec),
            "SelfSubjectRulesReview" => Rules(request.User, ObjectMeta.Text(spec, "namespace")),
            "SelfSubjectReview" => new JsonObject { ["userInfo"] = UserInfo(request.User) },
            _ => Token(spec),
        };
        await Respond.JsonAsync(request.Http, 201, ObjectBytes.Of(review)).ConfigureAwait(false);
    }

    private JsonObject Access(ApiUser user, JsonObject spec)
    {
        AccessAttributes wanted = (spec["resourceAttributes"], spec["nonResourceAttributes"]) switch
        {
            (JsonObject r, null) => new AccessAttributes(
                ObjectMeta.Text(r, "verb"), ObjectMeta.Text(r, "group"), ObjectMeta.Text(r, "resource"),
                ObjectMeta.Text(r, "subresource"), ObjectMeta.Text(r, "namespace"), ObjectMeta.Text(r, "name")),
            (null, JsonObject p) => AccessAttributes.ForPath(ObjectMeta.Text(p, "verb"), ObjectMeta.Text(p, "path")),
            _ => throw ApiErrors.BadRequest("exactly one of nonResourceAttributes or resourceAttributes must be specified"),
        };
        bool allowed = authorizer.Allows(user, wanted);
        return allowed ? new JsonObject { ["allowed"] = true } : new JsonObject { ["allowed"] = false, ["reason"] = "" };
    }

    private static ApiUser Subject(JsonObject spec) => new(
        ObjectMeta.Text(spec, "user"), ObjectMeta.Text(spec, "uid"), [.. (spec["groups"] as JsonArray ?? []).Select(g => g?.ToString() ?? "")]);

    private JsonObject Rules(ApiUser user, string ns)
    {
        JsonArray resources = [];
        JsonArray paths = [];
        foreach (PolicyRule rule in authorizer.RulesOf(user, ns))
        {
            if (rule.Paths.Length > 0)
            {
                paths.Add((JsonNode)new JsonObject { ["verbs"] = List(rule.Verbs), ["nonResourceURLs"] = List(rule.Paths) });
                continue;
            }

            JsonObject shown = new() { ["verbs"] = List(rule.Verbs), ["apiGroups"] = List(rule.Groups), ["resources"] = List(rule.Resources) };
            if (rule.Names.Length > 0)
            {
                shown["resourceNames"] = List(rule.Names);
            }

            resources.Add((JsonNode)shown);
        }

        return new JsonObject { ["resourceRules"] = resources, ["nonResourceRules"] = paths, ["incomplete"] = false };
    }

    private JsonObject Token(JsonObject spec)
    {
        string token = ObjectMeta.Text(spec, "token");
        ApiUser? user = authenticator.Admin(token);
        IReadOnlyList<string> audiences = [TokenIssuer.Issuer];
        if (user is null && authenticator.Account(token) is { } account)
        {
            (user, audiences) = account;
        }

        return user is null
            ? new JsonObject { ["authenticated"] = false, ["user"] = new JsonObject(), ["error"] = "invalid bearer token" }
            : new JsonObject { ["authenticated"] = true, ["user"] = UserInfo(user), ["audiences"] = List(audiences) };
    }

    private static JsonObject UserInfo(ApiUser user)
    {
        JsonObject info = new() { ["username"] = user.Name, ["groups"] = List(user.Groups) };
        if (user.Uid.Length > 0)
        {
            info["uid"] = user.Uid;
        }

        return info;
    }

    private static JsonArray List(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode)t)];
}
