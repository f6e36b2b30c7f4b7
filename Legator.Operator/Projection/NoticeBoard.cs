using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Operator.Events;
using Legator.Operator.Runs;

namespace Legator.Operator.Projection;

/// <summary>Makes Kubernetes Events of what tools want people to know: about the run, its agent and its environment, wherever one looks first.</summary>
internal sealed class NoticeBoard(RunBook book, Informer<LegatorAgent> agents, Informer<LegatorEnvironment> environments, EventRecorder events)
{
    public void Report(RunKey run, NoticeRaised notice)
    {
        var head = book.Find(run);
        IResource?[] concerned =
        [
            head,
            head is null ? null : agents.TryGet(run.Namespace, head.Agent),
            environments.TryGet(run.Namespace, notice.Environment),
        ];
        foreach (var about in concerned.OfType<IResource>())
        {
            if (notice.IsWarning)
            {
                events.Warning(about, notice.Reason, notice.Message);
            }
            else
            {
                events.Normal(about, notice.Reason, notice.Message);
            }
        }
    }
}
