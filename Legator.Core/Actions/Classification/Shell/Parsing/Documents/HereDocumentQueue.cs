namespace Legator.Core.Actions.Classification.Shell.Parsing.Documents;

/// <summary>Here-documents whose bodies follow on the next line. Each stays on one side of a substitution.</summary>
internal sealed class HereDocumentQueue
{
    private readonly List<PendingDocument> _pending = [];

    // How many of them began outside of the substitution that is being read.
    private int _outside;

    public void Add(PendingDocument document) => _pending.Add(document);

    /// <summary>Reads all bodies: the line that they began on has ended.</summary>
    public void ReadBodies(ShellCursor cursor)
    {
        if (_pending.Count == 0)
        {
            return;
        }

        if (_outside > 0)
        {
            throw cursor.Problem("A here-document begins outside of a substitution and goes on inside of it.");
        }

        foreach (var document in _pending)
        {
            HereDocumentReader.Read(cursor, document);
        }

        _pending.Clear();
    }

    /// <summary>A substitution begins.</summary>
    /// <returns>What <see cref="Leave"/> needs at its end.</returns>
    public int Enter()
    {
        var outside = _outside;
        _outside = _pending.Count;
        return outside;
    }

    /// <summary>A substitution has ended.</summary>
    public void Leave(ShellCursor cursor, int outside)
    {
        if (_pending.Count != _outside)
        {
            throw cursor.Problem("A here-document begins inside of a substitution and goes on outside of it.");
        }

        _outside = outside;
    }
}
