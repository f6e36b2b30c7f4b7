using System.Text.Json.Nodes;
using Legator.LocalCluster.Catalog;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;

namespace Legator.LocalCluster.Writes;

/// <summary>A finished LegatorRun is a record: its spec and status never change again. Labels, annotations and finalizers may.</summary>
internal sealed class FinishedRunRule
{
    private const string Runs = "legatorruns.legator.io";

    public void Check(ResourceKind kind, JsonObject wanted, JsonObject live)
    {
        if (kind.Collection != Runs)
        {
            return;
        }

        string phase = ObjectMeta.Text(live["status"] as JsonObject, "phase");
        if (phase is not ("Succeeded" or "Failed" or "Escalated" or "Blocked" or "Cancelled"))
        {
            return;
        }

        List<StatusCause> causes = [];
        foreach (string field in (ReadOnlySpan<string>)["spec", "status"])
        {
            if (!JsonNode.DeepEquals(wanted[field], live[field]))
            {
                causes.Add(StatusCause.Forbidden(field, $"a finished run is immutable (phase {phase}); start a new run instead"));
            }
        }

        if (causes.Count > 0)
        {
            throw ApiErrors.Invalid(kind, ObjectMeta.Name(live), causes);
        }
    }
}
