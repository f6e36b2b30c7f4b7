using System.Globalization;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Requests;
using Legator.LocalCluster.Selectors;

namespace Legator.LocalCluster.Reads;

/// <summary>The query of a list, watch or collection deletion, parsed and checked.</summary>
internal sealed record ListQuery(ObjectSelector Selector, int Limit, ContinueToken? Continue, long Revision, bool RevisionGiven, bool Exact)
{
    public static ListQuery Parse(ApiRequest request)
    {
        ObjectSelector selector = ObjectSelector.Parse(request.Kind, request.Query("labelSelector"), request.Query("fieldSelector"));
        string version = request.Query("resourceVersion");
        string match = request.Query("resourceVersionMatch");
        string token = request.Query("continue");
        long revision = ParseRevision(version);
        CheckMatch(request, version, match, token);
        if (token.Length > 0 && version.Length > 0 && version != "0")
        {
            throw ApiErrors.BadRequest("specifying resource version is not allowed when using continue");
        }

        return new ListQuery(
            selector, request.IntQuery("limit"), token.Length > 0 ? ContinueToken.Decode(token) : null, revision, version.Length > 0, match == "Exact");
    }

    public static long ParseRevision(string version)
    {
        if (version.Length == 0)
        {
            return 0;
        }

        return long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out long revision)
            ? revision
            : throw ApiErrors.BadRequest($"invalid resource version: resourceVersion: Invalid value: \"{version}\": strconv.ParseUint: parsing \"{version}\": invalid syntax");
    }

    private static void CheckMatch(ApiRequest request, string version, string match, string token)
    {
        if (match.Length == 0 || request.Query("sendInitialEvents").Length > 0)
        {
            return;
        }

        List<StatusCause> causes = [];
        if (version.Length == 0)
        {
            causes.Add(StatusCause.Forbidden("resourceVersionMatch", "resourceVersionMatch is forbidden unless resourceVersion is provided"));
        }

        if (token.Length > 0)
        {
            causes.Add(StatusCause.Forbidden("resourceVersionMatch", "resourceVersionMatch is forbidden when continue is provided"));
        }

        if (match is not ("Exact" or "NotOlderThan"))
        {
            causes.Add(StatusCause.NotSupported("resourceVersionMatch", $"\"{match}\"", ["Exact", "NotOlderThan", ""]));
        }
        else if (match == "Exact" && version == "0")
        {
            causes.Add(StatusCause.Forbidden("resourceVersionMatch", "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\""));
        }

        if (causes.Count > 0)
        {
            throw ApiErrors.Invalid("ListOptions", "meta.k8s.io", "", causes);
        }
    }
}
