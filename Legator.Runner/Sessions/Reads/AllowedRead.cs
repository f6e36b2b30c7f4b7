using Legator.Core.Runs.Events;
using Legator.Runner.Gate;

namespace Legator.Runner.Sessions.Reads;

/// <summary>A read that the gate lets through, before it is executed.</summary>
internal sealed record AllowedRead(SessionCall Call, ActionJudged Judged, Permit Permit);
