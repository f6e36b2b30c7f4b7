namespace Legator.Runner.Tests.Vendors;

/// <summary>What a vendor answers.</summary>
internal sealed record VendorReply(string Body, int Status = 200, string? RetryAfter = null)
{
    public string Type { get; init; } = "application/json";

    /// <summary>The answer is held back until then.</summary>
    public Task Until { get; init; } = Task.CompletedTask;
}
