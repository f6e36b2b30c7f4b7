using Legator.Runner.Gate;

namespace Legator.Runner.Tools.Http;

/// <summary>A tool that sends one request. All of them prepare and send it in the same way.</summary>
internal abstract class HttpTool<TArguments>(HttpRequests requests) : Tool<TArguments>
    where TArguments : class, IHttpArguments
{
    public override TimeSpan Timeout => TimeSpan.FromSeconds(10);

    /// <summary>The method that the call is sent with.</summary>
    protected abstract string MethodOf(TArguments arguments);

    protected sealed override Task<PreparedCall> PrepareAsync(TArguments arguments, RunScope scope, CancellationToken cancellationToken) =>
        Task.FromResult(requests.Prepare(Name, MethodOf(arguments), arguments, scope));
}
