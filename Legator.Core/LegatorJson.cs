using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Legator.Core.Audit;
using Legator.Core.Guardrails;
using Legator.Core.Runs;

namespace Legator.Core;

/// <summary>The one set of JSON rules of the product: camelCase names, nulls left out, enums by their wire names, reasons as they are documented, unknown members ignored.</summary>
public static class LegatorJson
{
    /// <summary>Compact output; used on the wire, in the journal and in resources.</summary>
    public static JsonSerializerOptions Options { get; } = Create(indented: false);

    /// <summary>The same rules with line breaks, for people.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(indented: true);

    private static JsonSerializerOptions Create(bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            PropertyNameCaseInsensitive = false,
            NumberHandling = JsonNumberHandling.Strict,
            WriteIndented = indented,
            AllowOutOfOrderMetadataProperties = true,
        };
        options.Converters.Add(new JsonElementConverter());
        // The first converter that fits counts. Reasons are written as documents and status write them.
        options.Converters.Add(new JsonStringEnumConverter<GuardrailReason>(namingPolicy: null, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter<InterruptedOutcome>(namingPolicy: null, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
