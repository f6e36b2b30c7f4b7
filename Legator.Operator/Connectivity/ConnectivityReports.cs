using Legator.Core.Connectivity;
using Legator.Operator.Control;

namespace Legator.Operator.Connectivity;

/// <summary>What the last look at each environment's network found. Findings of which the conditions say the same are the same.</summary>
internal sealed class ConnectivityReports() : Findings<ConnectivityReport>((before, now) => ConnectivityAspects.Of(before).SequenceEqual(ConnectivityAspects.Of(now)));
