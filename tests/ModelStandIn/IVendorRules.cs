using System.Text.Json.Nodes;

namespace Legator.Tests.ModelStandIn;

/// <summary>One vendor's API: what it demands of a request, and how it answers.</summary>
internal interface IVendorRules
{
    /// <summary>Where conversations go.</summary>
    string Path { get; }

    /// <summary>Where its models are listed.</summary>
    string ModelsPath { get; }

    /// <summary>Null when the headers prove who asks.</summary>
    string? Refusal(IReadOnlyDictionary<string, string> headers, string key);

    /// <summary>What the vendor says against a request: its schema first, then what no schema tells.</summary>
    IEnumerable<string> Problems(JsonObject body);

    JsonObject Reply(StandInTurn turn, string model);

    /// <summary>The same reply in pieces, as they go over the wire.</summary>
    IEnumerable<string> Stream(StandInTurn turn, string model);

    /// <summary>Media type of a streamed reply.</summary>
    string StreamType { get; }

    JsonObject Models(IEnumerable<string> names);

    JsonObject Error(int status, string message);
}
