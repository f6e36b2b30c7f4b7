using Legator.LocalCluster.Errors;

namespace Legator.LocalCluster.Requests;

/// <summary>The options that writes take as query parameters, checked.</summary>
internal static class WriteOptions
{
    /// <summary>Checks dryRun, fieldValidation and fieldManager and notes the dry run on the request.</summary>
    public static void Apply(ApiRequest request, string optionsKind)
    {
        List<StatusCause> causes = [];
        string[] dryRun = [.. request.Http.Request.Query["dryRun"].Where(v => !string.IsNullOrEmpty(v)).Select(v => v!)];
        if (dryRun.Any(v => v != "All"))
        {
            causes.Add(StatusCause.NotSupported("dryRun", $"[{string.Join(",", dryRun.Select(v => $"\"{v}\""))}]", ["All"]));
        }

        string validation = request.Query("fieldValidation");
        if (validation is not ("" or "Ignore" or "Strict" or "Warn"))
        {
            causes.Add(StatusCause.NotSupported("fieldValidation", $"\"{validation}\"", ["", "Ignore", "Strict", "Warn"]));
        }

        if (request.Query("fieldManager").Length > 128)
        {
            causes.Add(new StatusCause("FieldValueTooLong", "Too long: may not be more than 128 bytes", "fieldManager"));
        }

        if (causes.Count > 0)
        {
            throw ApiErrors.Invalid(optionsKind, "meta.k8s.io", "", causes);
        }

        request.DryRun = dryRun.Length > 0;
    }
}
