namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>Walks over a query, or any part of a statement that may hold expressions, and finds everything in it that is not a read.
/// A query of MySQL can only change something through a word of <see cref="MySqlWords"/>, a call, or a hint; so each of these is judged where it stands.</summary>
internal ref struct MySqlQuery
{
    private const int MaximumDepth = 4000;

    private readonly MySqlCursor s;
    private readonly MySqlFindings findings;
    private readonly List<string> tables;
    private HashSet<string>? expressions;
    private MySqlFrame[] frames;
    private int depth;
    private MySqlFrameKind nextFrame;

    private MySqlQuery(MySqlCursor statement, MySqlFindings findings, List<string> tables)
    {
        s = statement;
        this.findings = findings;
        this.tables = tables;
        frames = new MySqlFrame[8];
    }

    /// <summary>Walks over all tokens.</summary>
    /// <param name="statement">The query, or what is left of it.</param>
    /// <param name="findings">Where everything goes that is not a read.</param>
    /// <param name="tables">Where the names of the tables go.</param>
    public static void Walk(MySqlCursor statement, MySqlFindings findings, List<string> tables)
    {
        var query = new MySqlQuery(statement, findings, tables);
        for (var i = 0; i < statement.Count; i++)
        {
            i = query.Step(i);
        }

        if (query.depth != 0)
        {
            findings.Add("select", RiskTier.DestructiveMutation, "its parentheses do not match");
        }

        if (query.expressions is { } names)
        {
            tables.RemoveAll(names.Contains);
        }
    }

    private ref MySqlFrame Frame => ref frames[depth];

    private int Step(int i)
    {
        var token = s[i];
        switch (token.Kind)
        {
            case MySqlTokenKind.Symbol:
                Symbol(token.Symbol);
                break;
            case MySqlTokenKind.Word when !s.Is(i - 1, '.'):
                return Word(i, token.Use);
            case MySqlTokenKind.Word or MySqlTokenKind.Quoted or MySqlTokenKind.DoubleQuoted:
                return Name(i);
            case MySqlTokenKind.Assignment:
                findings.Add("set", RiskTier.ServiceMutation, "sets a variable of the session");
                break;
            case MySqlTokenKind.Number or MySqlTokenKind.Text or MySqlTokenKind.UserVariable or MySqlTokenKind.SystemVariable when s.Is(i + 1, '('):
                findings.Add("select", RiskTier.DestructiveMutation, "calls something that has no name");
                break;
        }

        return i;
    }

    private void Symbol(char symbol)
    {
        switch (symbol)
        {
            case '(':
                Open();
                break;
            case ')':
                if (depth == 0)
                {
                    findings.Add("select", RiskTier.DestructiveMutation, "its parentheses do not match");
                    break;
                }

                depth--;
                break;
            case ',':
                Frame.TableNext = Frame.Tables;
                break;
        }

        nextFrame = MySqlFrameKind.Plain;
    }

    private void Open()
    {
        var inherited = Frame.TableNext;
        Frame.TableNext = false;
        if (depth + 1 >= MaximumDepth)
        {
            findings.Add("select", RiskTier.DestructiveMutation, "it is nested too deeply to be judged");
            depth = 0;
        }

        if (++depth == frames.Length)
        {
            Array.Resize(ref frames, frames.Length * 2);
        }

        frames[depth] = new MySqlFrame { Kind = nextFrame, Query = inherited, Tables = inherited, TableNext = inherited };
    }

    // A name in quotes, or after a dot: never a keyword.
    private int Name(int i)
    {
        if (s.Is(i - 1, '.') && s.IsAny(i, "NEXTVAL", "CURRVAL"))
        {
            findings.Add("call", RiskTier.DataMutation, "moves a sequence, where the server speaks Oracle's dialect");
        }

        return Frame.TableNext && !s.Is(i - 1, '.') ? Table(i) : Called(i);
    }

    private int Called(int i)
    {
        if (s.Is(i + 1, '(') && !MySqlNames.IsNoCall(s, i, Frame.Kind, ref expressions))
        {
            MySqlCalls.Judge(MySqlNames.Whole(s, i), findings);
        }

        return i;
    }

    private int Table(int i)
    {
        Frame.TableNext = false;
        var end = i;
        var name = s.Qualified(ref end);
        if (s.Is(end, '('))
        {
            return Called(end - 1);
        }

        // In MySQL these words may stand between two tables and begin a derived one.
        if (name is not null && !(s[i].Kind == MySqlTokenKind.Word && name is "lateral" or "dual"))
        {
            tables.Add(name);
        }

        return Math.Max(i, end - 1);
    }

    private int Word(int i, MySqlWordUse use)
    {
        if ((use & (MySqlWordUse.Grammar | MySqlWordUse.Special | MySqlWordUse.Foreign)) == 0)
        {
            if (Frame.TableNext && !((use & MySqlWordUse.Function) != 0 && s.Is(i + 1, '(')))
            {
                return Table(i);
            }

            Function(i, use);
            return i;
        }

        if ((use & MySqlWordUse.Function) != 0 && s.Is(i + 1, '('))
        {
            Function(i, use);
        }
        else if ((use & MySqlWordUse.Special) != 0)
        {
            MySqlClauses.Judge(s, i, Frame.Kind, findings);
        }
        else if ((use & MySqlWordUse.Foreign) != 0)
        {
            MySqlClauses.Foreign(s, i, findings);
        }
        else
        {
            Grammar(i);
        }

        return i;
    }

    private void Function(int i, MySqlWordUse use)
    {
        var table = Frame.TableNext;
        Frame.TableNext = false;
        if (!s.Is(i + 1, '('))
        {
            return;
        }

        if ((use & MySqlWordUse.Function) != 0)
        {
            nextFrame = MySqlNames.FrameOf(s, i);
            if (nextFrame == MySqlFrameKind.Document && !table)
            {
                // Only where a table can stand this is the server's own.
                Called(i);
            }
        }
        else if ((use & MySqlWordUse.Type) == 0 || !MySqlNames.IsType(s, i, Frame.Kind))
        {
            nextFrame = Frame.Kind is MySqlFrameKind.Document or MySqlFrameKind.Columns && s.Is(i, "COLUMNS") ? MySqlFrameKind.Columns : MySqlFrameKind.Plain;
            Called(i);
        }
    }

    // Follows where tables are named. What else the words do does not matter.
    private void Grammar(int i)
    {
        ref var frame = ref Frame;
        if (s.Is(i, "SELECT"))
        {
            frame.Query = true;
            frame.Tables = frame.TableNext = false;
        }
        else if (s.Is(i, "FROM"))
        {
            frame.Tables = frame.TableNext = frame.Query;
        }
        else if (s.IsAny(i, "JOIN", "STRAIGHT_JOIN"))
        {
            frame.TableNext = frame.Tables;
        }
        else if (s.Is(i, "TABLE"))
        {
            frame.TableNext = true;
        }
        else if (s.IsAny(i, "WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "UNION"))
        {
            frame.Tables = frame.TableNext = false;
        }
        else if (s.IsAny(i, "ON", "USING", "WITH"))
        {
            frame.TableNext = false;
        }
    }
}
