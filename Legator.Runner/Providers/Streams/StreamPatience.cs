namespace Legator.Runner.Providers.Streams;

/// <summary>How long a streamed reply may keep us waiting.</summary>
/// <param name="First">Until its first byte: a model may have to be loaded, and the prompt to be read.</param>
/// <param name="Next">Between two pieces.</param>
internal sealed record StreamPatience(TimeSpan First, TimeSpan Next)
{
    /// <summary>The failure of one that kept us waiting for longer.</summary>
    public HttpRequestException Lost(bool atFirst) => new(
        HttpRequestError.ResponseEnded, atFirst ? $"No reply came within {First.TotalSeconds:0.#} s." : $"The reply stalled: nothing came for {Next.TotalSeconds:0.#} s.");
}
