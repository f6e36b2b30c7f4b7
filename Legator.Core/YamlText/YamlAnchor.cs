using System.Text.Json.Nodes;

namespace Legator.Core.YamlText;

/// <summary>What an alias stands for, and how many values it brings.</summary>
internal readonly record struct YamlAnchor(JsonNode? Value, int Nodes);
