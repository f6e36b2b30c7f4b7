using System.Net.Sockets;
using ModelContextProtocol;

namespace Legator.Runner.Tools.Mcp;

/// <summary>Says in a line why a server did not do what it was asked. What the server said itself is bounded; the gate redacts it.</summary>
internal static class McpFailure
{
    private const int Longest = 300;

    /// <param name="exception">What went wrong.</param>
    /// <param name="redact">Takes out what the server was shown.</param>
    public static string Describe(Exception exception, Func<string, string> redact) => redact(Describe(exception));

    public static string Describe(Exception exception)
    {
        var innermost = exception;
        while (innermost.InnerException is { } inner)
        {
            innermost = inner;
        }

        return innermost switch
        {
            OperationCanceledException or TimeoutException => "It did not answer in time.",
            SocketException e => $"It cannot be reached: {McpText.Line(e.Message, Longest)}.",
            System.Security.Authentication.AuthenticationException e => $"Its certificate is not trusted: {McpText.Line(e.Message, Longest)}",
            System.Text.Json.JsonException => "It answers something that is not the Model Context Protocol.",
            _ => McpText.Line(innermost.Message, Longest),
        };
    }

    /// <summary>True when the two did not find a common version, and another may do.</summary>
    public static bool IsMisunderstanding(Exception exception) => exception is McpException || exception.GetBaseException() is System.Text.Json.JsonException;

    /// <summary>True when the server answered that it would not; the connection is as good as before.</summary>
    public static bool IsAnswer(Exception exception) => exception is McpProtocolException;
}
