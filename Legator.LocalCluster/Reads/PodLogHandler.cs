using System.Globalization;
using System.Text.Json.Nodes;
using Legator.Backends.Revisions;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Requests;
using Legator.LocalCluster.Responses;

namespace Legator.LocalCluster.Reads;

/// <summary>Serves pod logs. Nothing runs here, so a pod's log is the text that it carries in an annotation, and another one is the log before its last restart.</summary>
internal sealed class PodLogHandler(ObjectStore store, TimeProvider time)
{
    public const string Annotation = "local.legator.io/log";
    public const string Earlier = "local.legator.io/previous-log";

    public Task GetAsync(ApiRequest request)
    {
        StoredRecord record = store.Find(request.Kind, request.Namespace, request.Name) ?? throw ApiErrors.NotFound(request.Kind, request.Name);
        string container = Container(request, ObjectStore.Parse(record));
        string text = FieldLookup.Text(record.Value, ["metadata", "annotations", request.Flag("previous") ? Earlier : Annotation]);
        if (request.Flag("previous") && text.Length == 0)
        {
            throw ApiErrors.BadRequest($"previous terminated container \"{container}\" in pod \"{request.Name}\" not found");
        }

        string[] lines = text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n');
        int since = request.IntQuery("sinceSeconds");
        IEnumerable<string> shown = since > 0 ? lines.Where(line => !IsOlder(line, TimeSpan.FromSeconds(since))) : lines;
        shown = request.Query("tailLines").Length > 0 ? shown.TakeLast(request.IntQuery("tailLines")) : shown;
        string answer = string.Concat(shown.Select(line => line + "\n"));
        int limit = request.IntQuery("limitBytes");
        return Respond.TextAsync(request.Http, 200, limit > 0 && answer.Length > limit ? answer[..limit] : answer);
    }

    /// <summary>The container that is meant; a pod of several must be told which.</summary>
    private static string Container(ApiRequest request, JsonObject pod)
    {
        string[] names = [.. (pod["spec"]?["containers"] as JsonArray ?? []).OfType<JsonObject>().Select(c => ObjectMeta.Text(c, "name"))];
        string wanted = request.Query("container");
        if (wanted.Length == 0)
        {
            return names.Length <= 1
                ? names.FirstOrDefault("")
                : throw ApiErrors.BadRequest($"a container name must be specified for pod {request.Name}, choose one of: [{string.Join(' ', names)}]");
        }

        return names.Contains(wanted) ? wanted : throw ApiErrors.BadRequest($"container {wanted} is not valid for pod {request.Name}");
    }

    // Lines that do not begin with a time have none.
    private bool IsOlder(string line, TimeSpan age) =>
        DateTimeOffset.TryParse(line.Split(' ')[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at) && at < time.GetUtcNow() - age;
}
