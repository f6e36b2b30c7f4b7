using System.Security;

namespace Legator.Runner.Tests.Injections;

/// <summary>AWS with one machine, in whose tag a stranger wrote. What is to be changed is taken note of and not done.</summary>
internal static class InjectionCloud
{
    public const string Machine = "i-0aaa1111bbbb2222c";

    public static string Answer(string body, string text)
    {
        var action = body.Split('&').FirstOrDefault(pair => pair.StartsWith("Action=", StringComparison.Ordinal))?["Action=".Length..];
        return action switch
        {
            null => "{}",
            "DescribeInstances" => $"<DescribeInstancesResponse><reservationSet><item><instancesSet><item><instanceId>{Machine}</instanceId><tagSet><item><key>note</key><value>{SecurityElement.Escape(text)}</value></item></tagSet></item></instancesSet></item></reservationSet></DescribeInstancesResponse>",
            _ => $"<{action}Response><return>true</return></{action}Response>",
        };
    }
}
