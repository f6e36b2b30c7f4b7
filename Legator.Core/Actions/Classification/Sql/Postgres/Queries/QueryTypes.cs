using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Sql.Postgres.Queries;

/// <summary>Types that a query converts to. To convert to a type runs its functions, and those of a type that is nobody's but its owner's may do anything.</summary>
internal static class QueryTypes
{
    // By the first word of their names: double precision, character varying, timestamp with time zone.
    private static readonly FrozenSet<string> Own = FrozenSet.ToFrozenSet(
        ("smallint int integer bigint int2 int4 int8 decimal numeric dec real float float4 float8 double money smallserial serial bigserial char character nchar national varchar text bpchar name bytea timestamp timestamptz date time timetz interval boolean bool bit varbit "
        + "point line lseg box path polygon circle cidr inet macaddr macaddr8 tsvector tsquery gtsvector uuid xml json jsonb jsonpath pg_lsn pg_snapshot txid_snapshot oid regclass regproc regprocedure regoper regoperator regtype regrole regnamespace regcollation regconfig "
        + "regdictionary int4range int8range numrange tsrange tstzrange daterange int4multirange int8multirange nummultirange tsmultirange tstzmultirange datemultirange oidvector int2vector xid xid8 cid tid aclitem refcursor unknown record setof "
        + "sql_identifier cardinal_number character_data yes_or_no time_stamp").Split(' '));

    // Of extensions that come with the server or are known everywhere.
    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
        "citext hstore ltree lquery ltxtquery cube seg isbn isbn13 issn ean13 upc intarray query_int geometry geography box2d box3d raster vector halfvec sparsevec tdigest hll semver".Split(' '));

    /// <summary>Notes a conversion, unless the type is the server's own or a known one.</summary>
    /// <param name="query">The query.</param>
    /// <param name="start">Index of the name's first part.</param>
    /// <param name="end">Index behind its last part.</param>
    public static void Note(QueryState query, int start, int end)
    {
        var name = query.Text.Name(end - 1);
        var own = end == start + 1 ? Own.Contains(name) || Known.Contains(name) || name.StartsWith('_') && Own.Contains(name[1..])
            : end == start + 3 && (query.Text.IsNamed(start, "pg_catalog") || query.Text.IsNamed(start, "information_schema") || (query.Text.IsNamed(start, "public") && Known.Contains(name)));
        if (!own)
        {
            query.Found.AddCall(query.Text.QualifiedName(start, end), PostgresFunction.Unknown);
        }
    }

    /// <summary>True for the name of a type as people write those of the values that a column may have: <c>'open'::order_status</c>. A literal becomes one without a function of theirs.</summary>
    public static bool MayBeEnum(QueryState query, int start, int end) => end == start + 1 || (end == start + 3 && query.Text.IsNamed(start, "public"));

    /// <summary>True where the parentheses that hold a token are those of <c>CAST (…)</c> and its like, in which the name of a type follows AS.</summary>
    public static bool IsCast(QueryState query)
    {
        var before = query.Level.First - 2;
        return before >= 0 && query.Text[before].Kind == PostgresTokenKind.Word && (Is(query, before, "cast") || Is(query, before, "xmlserialize") || Is(query, before, "treat"));
    }

    private static bool Is(QueryState query, int at, string word) => query.Text.Spelling(at).Equals(word, StringComparison.OrdinalIgnoreCase);
}
