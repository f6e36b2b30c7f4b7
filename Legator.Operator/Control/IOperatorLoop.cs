namespace Legator.Operator.Control;

/// <summary>Work that only the leading operator does.</summary>
internal interface IOperatorLoop
{
    /// <summary>For logs.</summary>
    string Name { get; }

    /// <summary>Works until cancelled.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
