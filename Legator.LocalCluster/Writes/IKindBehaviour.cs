using System.Text.Json.Nodes;
using Legator.LocalCluster.Errors;

namespace Legator.LocalCluster.Writes;

/// <summary>What one built-in kind does with its objects beyond storing them. Objects are in their stored version.</summary>
internal interface IKindBehaviour
{
    /// <summary>Sets what the server sets: defaults, initial status.</summary>
    void Prepare(JsonObject resource, JsonObject? old, string subresource);

    /// <summary>Adds what is wrong with the object.</summary>
    void Validate(JsonObject resource, JsonObject? old, List<StatusCause> causes);
}
