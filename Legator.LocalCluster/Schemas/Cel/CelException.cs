namespace Legator.LocalCluster.Schemas.Cel;

/// <summary>An expression that cannot be parsed or evaluated; the message says why.</summary>
internal sealed class CelException(string message) : Exception(message);
