using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.LocalCluster.Errors;

namespace Legator.LocalCluster.Writes.Kinds;

/// <summary>ConfigMaps hold strings under plain keys and may be immutable.</summary>
internal sealed class ConfigMapBehaviour : IKindBehaviour
{
    public void Prepare(JsonObject resource, JsonObject? old, string subresource)
    {
    }

    public void Validate(JsonObject resource, JsonObject? old, List<StatusCause> causes)
    {
        if (resource["data"] is JsonObject data)
        {
            foreach ((string key, JsonNode? value) in data)
            {
                if (value is not null && value.GetValueKind() != JsonValueKind.String)
                {
                    string found = value.GetValueKind() switch { JsonValueKind.Number => "number", JsonValueKind.Object => "object", JsonValueKind.Array => "array", _ => "bool" };
                    throw ApiErrors.BadRequest(
                        $"ConfigMap in version \"v1\" cannot be handled as a ConfigMap: json: cannot unmarshal {found} into Go struct field ConfigMap.data of type string");
                }

                DataKeys.Check(key, causes);
            }
        }

        DataKeys.CheckImmutable(resource, old, causes);
    }
}
