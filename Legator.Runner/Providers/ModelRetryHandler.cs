using System.Globalization;
using System.Net;
using Legator.Runner.Providers.Pace;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Legator.Runner.Providers;

/// <summary>Repeats requests that failed for reasons that pass: 429, 408, 5xx and network errors, with jitter, and never before the provider's Retry-After, which holds for all who ask the same model.</summary>
internal sealed class ModelRetryHandler : DelegatingHandler
{
    /// <summary>A provider that asks for a longer wait has said no for this run.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(60);

    /// <summary>How some say that they have too much to do.</summary>
    private const int Overloaded = 529;

    /// <summary>Pause after a refusal that names none.</summary>
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    private readonly ResiliencePipeline<HttpResponseMessage> _retries;
    private readonly ResiliencePipeline<HttpResponseMessage> _attempt;
    private readonly ModelPace _pace;
    private readonly Action _refused;
    private readonly TimeProvider _time;
    private readonly long _mostBytes;

    /// <param name="inner">Sends.</param>
    /// <param name="maxRetries">Failed requests are repeated so often.</param>
    /// <param name="mostBytes">A longer reply is given up.</param>
    /// <param name="attemptTimeout">How long an attempt may take to its last byte; null where what sends has its own limits.</param>
    /// <param name="pace">The line of all who ask the same model.</param>
    /// <param name="refused">Is told of each refusal because of too much.</param>
    /// <param name="time">Measures the waits.</param>
    public ModelRetryHandler(HttpMessageHandler inner, int maxRetries, long mostBytes, TimeSpan? attemptTimeout, ModelPace pace, Action refused, TimeProvider time)
        : base(inner)
    {
        (_time, _mostBytes, _pace, _refused) = (time, mostBytes, pace, refused);
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        if (maxRetries > 0)
        {
            builder.AddRetry(Strategy(maxRetries));
        }

        _retries = builder.Build();
        var attempt = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        _attempt = (attemptTimeout is { } limit ? attempt.AddTimeout(limit) : attempt).Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not null)
        {
            await request.Content.LoadIntoBufferAsync(cancellationToken);
        }

        return await _retries.ExecuteAsync(
            static async (state, token) => await state.Self.SendInTurnAsync(state.request, token), (Self: this, request), cancellationToken);
    }

    private async Task<HttpResponseMessage> SendInTurnAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await _pace.EnterAsync(cancellationToken);
        TimeSpan? pause = null;
        try
        {
            var response = await _attempt.ExecuteAsync(
                static async (state, token) => await state.Self.SendOnceAsync(state.request, token), (Self: this, request), cancellationToken);
            pause = PauseAfter(response);
            return response;
        }
        finally
        {
            _pace.Leave(pause);
        }
    }

    /// <summary>How long nobody is to ask; null where the provider does not say that it is too much. One that wants a longer pause than anybody waits has said no to the one run; others hear its no for themselves.</summary>
    private TimeSpan? PauseAfter(HttpResponseMessage response)
    {
        var wait = RetryAfter(response);
        if (response.StatusCode != HttpStatusCode.TooManyRequests && (int)response.StatusCode != Overloaded && (response.StatusCode != HttpStatusCode.ServiceUnavailable || wait is null))
        {
            return null;
        }

        _refused();
        return wait is { } asked && asked <= LongestRetryAfter ? asked : ShortestPause;
    }

    /// <summary>An attempt ends with the last byte of the reply: a connection that breaks or stalls in the middle of it is a failure like any other.</summary>
    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(_mostBytes, cancellationToken);
            var written = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            if (WholeCharacters.Of(written) is var whole && !ReferenceEquals(whole, written))
            {
                response.Content = new ByteArrayContent(whole) { Headers = { ContentType = response.Content.Headers.ContentType } };
            }

            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private RetryStrategyOptions<HttpResponseMessage> Strategy(int maxRetries) => new()
    {
        MaxRetryAttempts = maxRetries,
        BackoffType = DelayBackoffType.Exponential,
        Delay = TimeSpan.FromSeconds(1),
        MaxDelay = TimeSpan.FromSeconds(30),
        UseJitter = true,
        ShouldHandle = args => ValueTask.FromResult(args.Outcome switch
        {
            { Exception: HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } } => false,
            { Exception: HttpRequestException or TimeoutRejectedException } => true,
            { Result: { } response } => Passes(response.StatusCode) && (RetryAfter(response) ?? TimeSpan.Zero) <= LongestRetryAfter,
            _ => false,
        }),
        DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result is { } response ? RetryAfter(response) : null),
        OnRetry = args =>
        {
            args.Outcome.Result?.Dispose();
            return ValueTask.CompletedTask;
        },
    };

    private static bool Passes(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)status >= 500;

    /// <summary>Some vendors say it in milliseconds too, which is the more exact.</summary>
    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        _ when response.Headers.TryGetValues("retry-after-ms", out var values)
            && double.TryParse(values.First(), CultureInfo.InvariantCulture, out var wait) && wait is >= 0 and < 1e9 => TimeSpan.FromMilliseconds(wait),
        { Delta: { } delta } => delta,
        { Date: { } date } => date - _time.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero,
        _ => null,
    };
}
