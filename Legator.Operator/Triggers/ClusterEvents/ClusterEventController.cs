using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Backends.Kubernetes.WorkQueues;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Triggers;
using Legator.Operator.Agents;
using Legator.Operator.Control;
using Legator.Operator.Runs;

namespace Legator.Operator.Triggers.ClusterEvents;

/// <summary>Makes runs of what happened in the cluster: one for the first, and one for all that comes within the time of gathering. Runs name what they stand for, so a new leader makes none twice.</summary>
internal sealed class ClusterEventController(InformerSet informers, RunBook book, HappeningBox box, AgentReviewer reviewer, RunMaker maker, TimeProvider time) : IController
{
    /// <summary>What these runs name as their source.</summary>
    public const string Source = "kubernetes-event";

    private const int MostShown = 20;

    // Reporters have clocks of their own.
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    // Of more occurrences than a run names, those count as told that are older than its making by this.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(10);

    public string Name => "cluster-events";

    public IEnumerable<IDisposable> Watch(WorkQueue<ObjectKey> queue)
    {
        void Add(AgentKey agent) => queue.Add(new ObjectKey(agent.Namespace, agent.Name));

        box.Changed += Add;
        yield return new Subscription(() => box.Changed -= Add);
        yield return book.Subscribe(change =>
        {
            if ((change.New ?? change.Old) is { Delivery.Source: Source } run)
            {
                Add(RunBook.AgentOf(run));
            }
        });
        yield return informers.Agents.Subscribe(change =>
        {
            if (!change.IsResync && (change.Old?.Metadata.Generation != change.New?.Metadata.Generation || change.Old?.Status?.TriggersSince != change.New?.Status?.TriggersSince))
            {
                queue.Add(change.Key);
            }
        });
    }

    public async Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        var agentKey = new AgentKey(key.Namespace, key.Name);
        var waiting = box.Of(agentKey);
        if (waiting.Count == 0)
        {
            return ReconcileResult.Done;
        }

        var agent = informers.Agents.TryGet(key.Namespace, key.Name);
        if (agent is null or { Metadata.DeletionTimestamp: not null } || !HappeningMatch.Waits(agent.Spec))
        {
            box.Remove(agentKey, waiting);
            return ReconcileResult.Done;
        }

        // Until the status says since when the triggers count, nothing does.
        if (agent.Status?.ObservedTriggers != ObservedTriggers.Of(agent.Spec) || agent.Status?.TriggersSince is not { } since)
        {
            return ReconcileResult.After(LookAgain);
        }

        var runs = book.Of(agentKey).Where(run => run.Delivery?.Source == Source).ToList();
        var news = New(waiting, runs, since - Skew);
        box.Remove(agentKey, waiting.Except(news));
        if (news.Count == 0)
        {
            return ReconcileResult.Done;
        }

        var wait = Gathering.WaitOf(runs, HappeningMatch.DebounceOf(agent.Spec), time.GetUtcNow());
        return wait > TimeSpan.Zero ? ReconcileResult.After(wait) : await MakeAsync(agent, agentKey, news, cancellationToken);
    }

    private static List<Happening> New(IReadOnlyList<Happening> waiting, List<RunHead> runs, DateTimeOffset since)
    {
        var told = runs.SelectMany(run => run.Delivery!.Ids).ToHashSet(StringComparer.Ordinal);
        var full = runs.Where(run => run.Delivery!.Count > run.Delivery.Ids.Count).Select(run => run.Created - Overlap).Max();
        return [.. waiting.Where(happening => happening.Time > since && !(happening.Time < full) && !told.Contains(happening.Id))];
    }

    private async Task<ReconcileResult> MakeAsync(LegatorAgent agent, AgentKey key, List<Happening> news, CancellationToken cancellationToken)
    {
        var review = await reviewer.ReviewForRunAsync(agent, cancellationToken);
        if (review.IsPending)
        {
            return ReconcileResult.After(LookAgain);
        }

        var shown = new JsonArray([.. news.TakeLast(MostShown).Select(happening => happening.Event.DeepClone())]);
        var order = new RunOrder(RunNames.ForRequest(key, $"{Source}/{news[0].Id}"), RunTrigger.KubernetesEvent)
        {
            Payload = TriggerPayload.Of(JsonSerializer.SerializeToElement(new JsonObject { ["events"] = shown })),
            Delivery = new RunDelivery { Source = Source, Count = news.Count, LastAt = news[^1].Time, Ids = [.. news.Select(happening => happening.Id).TakeLast(HappeningBox.MostWaiting / 2)] },
        };
        await maker.MakeAsync(agent, review, order, cancellationToken);
        box.Remove(key, news);
        return ReconcileResult.Done;
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
