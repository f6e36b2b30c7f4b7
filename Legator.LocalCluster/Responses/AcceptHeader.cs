using Legator.LocalCluster.Errors;

namespace Legator.LocalCluster.Responses;

/// <summary>Decides the shape of an answer from the Accept header.</summary>
internal static class AcceptHeader
{
    public static ResponseForm Form(HttpContext http)
    {
        string accept = http.Request.Headers.Accept.ToString();
        if (accept.Length == 0 || accept == "application/json" || accept == "*/*")
        {
            return ResponseForm.Plain;
        }

        foreach (string option in accept.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = option.Split(';', StringSplitOptions.TrimEntries);
            if (parts[0] is not ("application/json" or "*/*" or "application/*" or "application/yaml"))
            {
                continue;
            }

            string shape = parts.FirstOrDefault(p => p.StartsWith("as=", StringComparison.Ordinal))?[3..] ?? "";
            switch (shape)
            {
                case "":
                    return ResponseForm.Plain;
                case "Table" when parts.Contains("v=v1") || parts.Contains("v=v1beta1"):
                    return ResponseForm.Table;
                case "PartialObjectMetadata" or "PartialObjectMetadataList" when parts.Contains("v=v1") || parts.Contains("v=v1beta1"):
                    return ResponseForm.PartialMetadata;
            }
        }

        throw ApiErrors.NotAcceptable();
    }
}
