using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Legator.LocalCluster.Errors;

namespace Legator.LocalCluster.Writes.Kinds;

/// <summary>Secrets take plain text as stringData and keep it as base64 data; their values and type have rules.</summary>
internal sealed class SecretBehaviour : IKindBehaviour
{
    public void Prepare(JsonObject resource, JsonObject? old, string subresource)
    {
        Defaults.Set(resource, "type", "Opaque");
        if (resource["stringData"] is JsonObject plain)
        {
            JsonObject data = Defaults.Map(resource, "data");
            foreach ((string key, JsonNode? value) in plain)
            {
                data[key] = Convert.ToBase64String(Encoding.UTF8.GetBytes(value is JsonValue v && v.TryGetValue(out string? text) ? text : ""));
            }
        }

        resource.Remove("stringData");
    }

    public void Validate(JsonObject resource, JsonObject? old, List<StatusCause> causes)
    {
        if (resource["data"] is JsonObject data)
        {
            foreach ((string key, JsonNode? value) in data)
            {
                if (value is not null && (value is not JsonValue v || !v.TryGetValue(out string? text) || !Base64.IsValid(text)))
                {
                    throw ApiErrors.BadRequest("Secret in version \"v1\" cannot be handled as a Secret: illegal base64 data at input byte 0");
                }

                DataKeys.Check(key, causes);
            }
        }

        if (old is not null && !JsonNode.DeepEquals(old["type"], resource["type"]))
        {
            causes.Add(StatusCause.Invalid("type", $"\"{resource["type"]}\"", "field is immutable"));
        }

        DataKeys.CheckImmutable(resource, old, causes);
    }
}
