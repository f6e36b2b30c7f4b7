namespace Legator.EndToEnd.Tests.Chaos;

/// <summary>One change that a run intended.</summary>
/// <param name="Run">The run.</param>
/// <param name="Seq">Number of the action.</param>
/// <param name="Ticket">The ticket of an order; null for a restart.</param>
/// <param name="Said">What the journal says became of it.</param>
/// <param name="Asked">Place in the journal of the intent.</param>
/// <param name="Told">Place in the journal of that word; beyond all places for none.</param>
internal sealed record ChaosChange(ChaosRun Run, int Seq, string? Ticket, ChaosWord Said, int Asked, int Told)
{
    public override string ToString() => $"{Run.Name}, action {Seq}{(Ticket is null ? ", restart" : $", order for {Ticket}")}";
}
