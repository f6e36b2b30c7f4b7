using System.Text.Json.Nodes;
using Legator.LocalCluster.Objects;

namespace Legator.LocalCluster.Ownership;

/// <summary>One entry of metadata.managedFields.</summary>
internal sealed record ManagerEntry(string Manager, string Operation, string ApiVersion, string Subresource, string Time, FieldSet Fields)
{
    public const string Apply = "Apply";
    public const string Update = "Update";

    public static ManagerEntry? Read(JsonNode? node)
    {
        if (node is not JsonObject entry || entry["fieldsV1"] is not JsonObject fields || ObjectMeta.Text(entry, "operation") is not (Apply or Update))
        {
            return null;
        }

        return new ManagerEntry(
            ObjectMeta.Text(entry, "manager"), ObjectMeta.Text(entry, "operation"), ObjectMeta.Text(entry, "apiVersion"),
            ObjectMeta.Text(entry, "subresource"), ObjectMeta.Text(entry, "time"), FieldSet.FromJson(fields));
    }

    /// <summary>Whether the entry is the one that this operation of this manager goes on with.</summary>
    public bool Is(string manager, string operation, string apiVersion, string subresource) =>
        Manager == manager && Operation == operation && Subresource == subresource && (operation == Apply || ApiVersion == apiVersion);

    public JsonObject ToJson()
    {
        JsonObject entry = new()
        {
            ["manager"] = Manager,
            ["operation"] = Operation,
            ["apiVersion"] = ApiVersion,
        };
        if (Time.Length > 0)
        {
            entry["time"] = Time;
        }

        entry["fieldsType"] = "FieldsV1";
        entry["fieldsV1"] = Fields.ToJson();
        if (Subresource.Length > 0)
        {
            entry["subresource"] = Subresource;
        }

        return entry;
    }

    /// <summary>As a conflict names it.</summary>
    public override string ToString()
    {
        string who = $"\"{Manager}\"" + (Subresource.Length > 0 ? $" with subresource \"{Subresource}\"" : "");
        return Operation == Apply ? who : $"{who} using {ApiVersion}";
    }
}
