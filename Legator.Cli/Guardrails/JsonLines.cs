using System.Text.Encodings.Web;
using System.Text.Json;
using Legator.Core;

namespace Legator.Cli.Guardrails;

/// <summary>Writes one answer a line.</summary>
internal static class JsonLines
{
    // Answers quote shell lines and SQL; people read them, so only what JSON itself demands is escaped.
    private static readonly JsonSerializerOptions Options = new(LegatorJson.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = false };

    public static void Write<T>(TextWriter output, T answer) => output.Write(JsonSerializer.Serialize(answer, Options) + "\n");
}
