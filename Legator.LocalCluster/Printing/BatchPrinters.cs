using System.Globalization;
using System.Text.Json.Nodes;

namespace Legator.LocalCluster.Printing;

/// <summary>Jobs and cron jobs.</summary>
internal static class BatchPrinters
{
    public static readonly BuiltInPrinter Jobs = WorkloadPrinters.WithTemplate(
        BuiltInPrinter.Named()
            .Text("Status", "Whether the job runs, or how it ended.", JobStatus)
            .Text("Completions", "Pods that succeeded, of those wanted.", Completions)
            .Timed("Duration", "How long the job took, or has taken.", Duration)
            .Age(),
        selector: true);

    public static readonly BuiltInPrinter CronJobs = CronColumns();

    private static BuiltInPrinter CronColumns()
    {
        string[] template = ["spec", "jobTemplate", "spec", "template", "spec"];
        return BuiltInPrinter.Named()
            .Text("Schedule", "When jobs are started.", o => o.Text("spec", "schedule"))
            .Text("Timezone", "The zone that the schedule is read in.", o => o.Text("spec", "timeZone").OrNone())
            .Text("Suspend", "True while no jobs are started.", o => o.At("spec", "suspend") is JsonValue v && v.TryGetValue(out bool yes) && yes ? "True" : "False")
            .Whole("Active", "Jobs that run now.", o => o.Count("status", "active"))
            .Timed("Last Schedule", "How long ago a job was started.", (o, now) => o.At("status", "lastScheduleTime") is { } at ? HumanDuration.Since(at, now) : PrintedFields.None)
            .Age()
            .Wide("Containers", "Names of the template's containers.", o => PrintedFields.Containers(o.At(template)))
            .Wide("Images", "Images of the template's containers.", o => PrintedFields.Images(o.At(template)))
            .Wide("Selector", "Which pods belong to it.", o => o.At("spec", "jobTemplate", "spec", "selector").Selector());
    }

    private static string JobStatus(JsonObject job)
    {
        var conditions = job.Items("status", "conditions").Where(c => c.Text("status") == "True").Select(c => c.Text("type")).ToHashSet(StringComparer.Ordinal);
        return conditions.Contains("Complete") ? "Complete"
            : conditions.Contains("Failed") ? "Failed"
            : job.At("metadata", "deletionTimestamp") is not null ? "Terminating"
            : conditions.Contains("Suspended") ? "Suspended"
            : conditions.Contains("FailureTarget") ? "FailureTarget"
            : conditions.Contains("SuccessCriteriaMet") ? "SuccessCriteriaMet"
            : "Running";
    }

    private static string Completions(JsonObject job)
    {
        var succeeded = job.Whole("status", "succeeded");
        if (job.At("spec", "completions") is not null)
        {
            return $"{succeeded}/{job.Whole("spec", "completions")}";
        }
        var parallelism = job.Whole("spec", "parallelism");
        return parallelism > 1 ? $"{succeeded}/1 of {parallelism}" : $"{succeeded}/1";
    }

    private static string Duration(JsonObject job, DateTimeOffset now)
    {
        if (!DateTimeOffset.TryParse(job.Text("status", "startTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start))
        {
            return "";
        }
        var ended = DateTimeOffset.TryParse(job.Text("status", "completionTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var completion);
        return HumanDuration.Format((ended ? completion : now) - start);
    }
}
