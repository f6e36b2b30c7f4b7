using Legator.LocalCluster.Errors;

namespace Legator.LocalCluster.Access;

/// <summary>Lets those who may impersonate act as somebody else (kubectl --as).</summary>
internal static class Impersonation
{
    public static ApiUser Apply(HttpContext http, ApiUser user, Authorizer authorizer)
    {
        IHeaderDictionary headers = http.Request.Headers;
        string name = headers["Impersonate-User"].ToString();
        string[] groups = [.. headers["Impersonate-Group"].Select(g => g ?? "")];
        if (name.Length == 0)
        {
            return groups.Length == 0
                ? user
                : throw new ApiException(500, "InternalError", "Internal error occurred: requested groups without impersonating a user");
        }

        Require(user, authorizer, Attributes(name));
        foreach (string group in groups)
        {
            Require(user, authorizer, new AccessAttributes("impersonate", "", "groups", "", "", group));
        }

        return new ApiUser(name, headers["Impersonate-Uid"].ToString(), [.. groups, .. Implied(name), "system:authenticated"]);
    }

    private static AccessAttributes Attributes(string name)
    {
        string[] parts = name.Split(':');
        return parts is ["system", "serviceaccount", var ns, var account]
            ? new AccessAttributes("impersonate", "", "serviceaccounts", "", ns, account)
            : new AccessAttributes("impersonate", "", "users", "", "", name);
    }

    private static string[] Implied(string name)
    {
        string[] parts = name.Split(':');
        return parts is ["system", "serviceaccount", var ns, _] ? ["system:serviceaccounts", "system:serviceaccounts:" + ns] : [];
    }

    private static void Require(ApiUser user, Authorizer authorizer, AccessAttributes wanted)
    {
        if (!authorizer.Allows(user, wanted))
        {
            throw ApiErrors.Forbidden(wanted.Group, wanted.Resource, wanted.Name, Denial.Text(user, wanted));
        }
    }
}
