using Legator.Backends.Revisions;
using Legator.LocalCluster.Errors;
using Legator.LocalCluster.Objects;
using Legator.LocalCluster.Requests;
using Legator.LocalCluster.Responses;

namespace Legator.LocalCluster.Reads;

/// <summary>Serves pod logs. Nothing runs here, so a pod's log is the text that it carries in an annotation.</summary>
internal sealed class PodLogHandler(ObjectStore store)
{
    public const string Annotation = "local.legator.io/log";

    public Task GetAsync(ApiRequest request)
    {
        StoredRecord record = store.Find(request.Kind, request.Namespace, request.Name) ?? throw ApiErrors.NotFound(request.Kind, request.Name);
        string text = FieldLookup.Text(record.Value, ["metadata", "annotations", Annotation]);
        int tail = request.Query("tailLines").Length > 0 ? request.IntQuery("tailLines") : -1;
        return Respond.TextAsync(request.Http, 200, tail < 0 ? text : Tail(text, tail));
    }

    private static string Tail(string text, int lines)
    {
        string[] all = text.TrimEnd('\n').Split('\n');
        return text.Length == 0 || lines == 0 ? "" : string.Join('\n', all.TakeLast(lines)) + "\n";
    }
}
