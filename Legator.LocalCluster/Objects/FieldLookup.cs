using System.Globalization;
using System.Text.Json;

namespace Legator.LocalCluster.Objects;

/// <summary>Finds the text of one field in an object's bytes without building anything else.</summary>
internal static class FieldLookup
{
    public static string Text(ReadOnlySpan<byte> resource, string[] path)
    {
        Utf8JsonReader json = new(resource, new JsonReaderOptions { MaxDepth = 512 });
        json.Read();
        for (int depth = 0; depth < path.Length; depth++)
        {
            if (json.TokenType != JsonTokenType.StartObject || !Enter(ref json, path[depth]))
            {
                return "";
            }
        }

        return json.TokenType switch
        {
            JsonTokenType.String => json.GetString()!,
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            JsonTokenType.Number when json.TryGetInt64(out long whole) => whole.ToString(CultureInfo.InvariantCulture),
            JsonTokenType.Number => json.GetDouble().ToString(CultureInfo.InvariantCulture),
            _ => "",
        };
    }

    private static bool Enter(ref Utf8JsonReader json, string name)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            bool found = json.ValueTextEquals(name);
            json.Read();
            if (found)
            {
                return true;
            }

            json.Skip();
        }

        return false;
    }
}
