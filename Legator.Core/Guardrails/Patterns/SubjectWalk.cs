using System.Buffers;
using Legator.Core.Actions;

namespace Legator.Core.Guardrails.Patterns;

/// <summary>Asks patterns about every way in which a tool, a verb and a target can be written together. Texts are put together in one buffer, and what they have in common is looked up once.</summary>
internal ref struct SubjectWalk
{
    private const int MostTails = 63;

    private readonly PatternIndex _index;
    private Span<char> _text;
    private char[]? _rented;

    /// <summary>Begins.</summary>
    /// <param name="index">The patterns.</param>
    /// <param name="buffer">Room on the stack for ordinary texts.</param>
    /// <param name="one">True when one pattern is enough.</param>
    public SubjectWalk(PatternIndex index, Span<char> buffer, bool one)
    {
        _index = index;
        _text = buffer;
        Hits = new PatternHits(one);
    }

    /// <summary>What was found.</summary>
    public PatternHits Hits;

    /// <summary>True when a pattern also counts that stands for one of the objects that a target stands for.</summary>
    public bool Overlapping { get; init; }

    /// <summary>A target led by nothing, and led by a verb: what sheets and protection rules speak of.</summary>
    public void SheetSubjects(string verb, TargetSpelling target)
    {
        var start = PatternCursor.Start(_index);
        Targets(start, 0, target);
        Targets(Word(start, 0, verb, out var end).Advance(" "), Blank(end), target);
    }

    /// <summary>A tool alone, with a verb or a tier, with a target, and with both: what allowances and denials speak of.</summary>
    public void ToolSubjects(string tool, string verb, string tier, TargetSpelling target)
    {
        var bare = Word(PatternCursor.Start(_index), 0, tool, out var end);
        bare.Finish(_text[..end], ref Hits);
        var behind = Blank(end);
        var led = bare.Advance(" ");
        Targets(led, behind, target);
        Led(led, behind, verb, target);
        Led(led, behind, tier, target);
    }

    /// <summary>A tool with the text of the call.</summary>
    public void LineSubject(string tool, string foldedLine)
    {
        var led = Word(PatternCursor.Start(_index), 0, tool, out var end).Advance(" ");
        if (!led.Hopeless)
        {
            end = Write(Blank(end), foldedLine);
            led.Advance(foldedLine).Finish(_text[..end], ref Hits);
        }
    }

    /// <summary>Gives back what was borrowed.</summary>
    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<char>.Shared.Return(_rented);
            _rented = null;
        }
    }

    private void Led(PatternCursor cursor, int at, string word, TargetSpelling target)
    {
        if (cursor.Hopeless || Hits.Done)
        {
            return;
        }

        var led = Word(cursor, at, word, out var end);
        led.Finish(_text[..end], ref Hits);
        Targets(led.Advance(" "), Blank(end), target);
    }

    private void Targets(PatternCursor cursor, int at, TargetSpelling target)
    {
        if (cursor.Hopeless)
        {
            return;
        }

        // Where only wildcards are left, the end of the text decides, and it is the same for all heads.
        var wild = cursor.Wild;
        var fitting = Fitting(wild, target.Tails);
        for (var i = 0; i < target.Heads.Count && !Hits.Done; i++)
        {
            var head = target.Heads[i];
            var behind = cursor.Advance(head);
            var tails = behind.Alive || behind.Wild != wild ? ulong.MaxValue : fitting;
            if (tails != 0 && !behind.Hopeless)
            {
                Tails(behind, Write(at, head), target.Tails, tails);
            }
        }
    }

    private readonly ulong Fitting(PrefixNode? wild, IReadOnlyList<string> tails)
    {
        if (tails.Count > MostTails)
        {
            return ulong.MaxValue;
        }

        var fitting = 0UL;
        for (var i = 0; wild is not null && i < tails.Count; i++)
        {
            fitting |= wild.WildMayEnd(tails[i], Overlapping) ? 1UL << i : 0;
        }

        return fitting;
    }

    private void Tails(PatternCursor cursor, int at, IReadOnlyList<string> tails, ulong fitting)
    {
        for (var i = 0; i < tails.Count && !Hits.Done; i++)
        {
            if (fitting == ulong.MaxValue || (fitting & (1UL << i)) != 0)
            {
                Tail(cursor, at, tails[i]);
            }
        }
    }

    private void Tail(PatternCursor cursor, int at, string tail)
    {
        var behind = cursor.Advance(tail);
        var wildcard = Overlapping ? tail.IndexOf('*', StringComparison.Ordinal) : -1;
        if (behind.Hopeless && wildcard < 0)
        {
            return;
        }

        var end = Write(at, tail);
        behind.Finish(_text[..end], ref Hits);
        if (wildcard >= 0 && !Hits.Done)
        {
            cursor.Advance(tail.AsSpan(0, wildcard)).FinishOverlapping(_index, _text[..end], ref Hits);
        }
    }

    private PatternCursor Word(PatternCursor cursor, int at, string word, out int end)
    {
        Room(at + word.Length);
        end = at + word.AsSpan().ToUpperInvariant(_text[at..]);
        return cursor.Advance(_text[at..end]);
    }

    private int Blank(int at)
    {
        Room(at + 1);
        _text[at] = ' ';
        return at + 1;
    }

    private int Write(int at, string folded)
    {
        Room(at + folded.Length);
        folded.CopyTo(_text[at..]);
        return at + folded.Length;
    }

    private void Room(int length)
    {
        if (length <= _text.Length)
        {
            return;
        }

        var larger = ArrayPool<char>.Shared.Rent(Math.Max(length, _text.Length * 2));
        _text.CopyTo(larger);
        Dispose();
        _rented = larger;
        _text = larger;
    }
}
