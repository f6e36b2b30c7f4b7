using System.ClientModel;
using System.Net.Sockets;
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
            ClientResultException { Status: 401 or 403 } e => $"The provider refused the credential ({e.Status}): check the Secret that auth.secretRef names. {e.Message}",
            ClientResultException { Status: 404 } e => $"The provider knows no such model or address (404): check model and baseURL of the tier. {e.Message}",
            ClientResultException { Status: 429 } e => $"The provider still asked to wait after all retries (429). {e.Message}",
            ClientResultException { Status: > 0 } e => $"The provider answered {e.Status}. {e.Message}",
            HttpRequestException { StatusCode: { } status } e => $"The provider answered {(int)status}. {e.Message}",
            { InnerException: SocketException or HttpRequestException } or HttpRequestException => $"The provider could not be reached: {Innermost(exception).Message}",
            TimeoutRejectedException => "The provider did not answer in time.",
            _ => $"The model could not be asked: {exception.Message}",
        };
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= MaxLength ? line : line[..MaxLength] + "…";
    }

    private static Exception Innermost(Exception exception) => exception.InnerException is { } inner ? Innermost(inner) : exception;
}
