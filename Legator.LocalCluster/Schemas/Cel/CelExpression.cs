namespace Legator.LocalCluster.Schemas.Cel;

/// <summary>A parsed expression. Values are null, bool, long, double, string, TimeSpan, DateTimeOffset, JsonObject, or a list of those.</summary>
internal delegate object? CelExpression(CelScope scope);
