using System.ClientModel;
using System.Net.Sockets;
using Anthropic.Exceptions;
using Legator.Runner.Tools;
using Polly.Timeout;

namespace Legator.Runner.Providers;

/// <summary>Tells people why a model could not be asked.</summary>
internal static class ModelFailure
{
    private const int MaxLength = 500;

    public static string Describe(Exception exception)
    {
        var text = exception switch
        {
            _ when Status(exception) is { } status => Answered(status, exception.Message),
            _ when Cause<ModelUnusableException>(exception) is { } unusable => unusable.Message,
            _ when IsUnreachable(exception) => $"The provider could not be reached: {Innermost(exception).Message}",
            _ when Cause<TimeoutRejectedException>(exception) is not null => "The provider did not answer in time.",
            _ => $"The model could not be asked: {exception.Message}",
        };
        var line = text.ReplaceLineEndings(" ");
        return OutputBounds.Cut(line, MaxLength);
    }

    /// <summary>True when another provider may do better: this one is away, overloaded, or does not serve us. What is wrong with the request itself is wrong everywhere.</summary>
    public static bool IsTheProviders(Exception exception) => Status(exception) switch
    {
        { } status => status is 401 or 402 or 403 or 404 or 408 or 409 or 425 or 429 or >= 500,
        null => true,
    };

    private static string Answered(int status, string message) => status switch
    {
        401 or 403 => $"The provider refused the credential ({status}): check the Secret that auth.secretRef names. {message}",
        404 => $"The provider knows no such model or address (404): check model and baseURL of the tier. {message}",
        429 => $"The provider still asked to wait after all retries (429). {message}",
        _ => $"The provider answered {status}. {message}",
    };

    private static int? Status(Exception exception) => exception switch
    {
        ClientResultException { Status: > 0 } e => e.Status,
        AnthropicApiException e => (int)e.StatusCode,
        HttpRequestException { StatusCode: { } status } => (int)status,
        _ => null,
    };

    private static bool IsUnreachable(Exception exception) => Cause<HttpRequestException>(exception) is not null || Cause<SocketException>(exception) is not null;

    private static T? Cause<T>(Exception? exception)
        where T : Exception => exception is null or T ? exception as T : Cause<T>(exception.InnerException);

    private static Exception Innermost(Exception exception) => exception.InnerException is { } inner ? Innermost(inner) : exception;
}
