using Legator.Core.Actions;
using Legator.Core.Actions.Classification.Http;

namespace Legator.Core.Tests.Actions.Classification.Http.Orders;

/// <summary>Judges a GET of a path on a host of no importance.</summary>
internal static class HttpPaths
{
    public static RiskTier TierOf(string path)
    {
        HttpTarget.TryRead("https://api.example.com" + path, out var target, out var problem).ShouldBeTrue(problem);
        return HttpClassifier.Classify(new HttpCall("GET", target!, HttpCall.NoHeaders, null), []).Tier;
    }
}
