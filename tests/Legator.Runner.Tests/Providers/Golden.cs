using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Legator.Runner.Tests.Providers;

/// <summary>Compares what went over the wire with a committed file; <c>LEGATOR_UPDATE_GOLDEN=1</c> writes the file anew.</summary>
internal static class Golden
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void ShouldMatch(this JsonNode? actual, string name, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "Golden", name);
        var text = actual!.ToJsonString(Indented) + "\n";
        if (Environment.GetEnvironmentVariable("LEGATOR_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, text);
        }

        text.ShouldBe(File.ReadAllText(path), $"the request differs from {name}");
    }
}
