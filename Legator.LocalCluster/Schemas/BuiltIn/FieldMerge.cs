namespace Legator.LocalCluster.Schemas.BuiltIn;

/// <summary>How a list of a built-in kind is merged.</summary>
/// <param name="Kind">Atomic, set or map.</param>
/// <param name="Keys">What identifies an item in server-side apply.</param>
/// <param name="PatchKey">What identifies an item in a strategic merge patch; null where there is none.</param>
/// <param name="PatchStrategy">merge, replace or retainKeys, joined by commas; null where there is none.</param>
internal sealed record FieldMerge(ListKind Kind, string[] Keys, string? PatchKey, string? PatchStrategy);
