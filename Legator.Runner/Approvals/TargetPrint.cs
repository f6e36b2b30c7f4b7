using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core.Approvals;
using Legator.Core.Audit;

namespace Legator.Runner.Approvals;

/// <summary>A digest of an object as people and agents set it. What the cluster keeps writing by itself (status, bookkeeping) is left out: a node that reports every few seconds is still the node that somebody approved something about.</summary>
internal static class TargetPrint
{
    private static readonly string[] Bookkeeping = ["resourceVersion", "managedFields", "generation", "selfLink"];

    public static ApprovalTerms Of(JsonObject? target, ApprovalTerms terms)
    {
        if (target is null)
        {
            return terms;
        }

        var print = (JsonObject)target.DeepClone();
        print.Remove("status");
        var version = "";
        if (print["metadata"] is JsonObject metadata)
        {
            version = metadata["resourceVersion"]?.ToString() ?? "";
            foreach (var field in Bookkeeping)
            {
                metadata.Remove(field);
            }
        }

        return terms with { Target = CanonicalJson.Sha256(JsonSerializer.SerializeToElement(print)), TargetVersion = version.Length == 0 ? null : version };
    }
}
