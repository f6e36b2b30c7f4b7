using System.Collections.Frozen;

namespace Legator.Core.Actions.Classification.Sql.MySql;

/// <summary>The words that mean something to MySQL or MariaDB, and what each may be in a query. What is not in here is a name.</summary>
internal static class MySqlWords
{
    // Keywords in both products and in all versions: none of them bare can be the name of a stored function.
    private const string Grammar =
        """
        ALL AND AS ASC BETWEEN BINARY BOTH BY CASE CHARACTER COLLATE CROSS DESC DISTINCT DISTINCTROW DIV DUAL ELSE EXISTS FALSE
        FORCE FROM FULLTEXT GROUP HAVING HIGH_PRIORITY IGNORE IN INDEX INNER IS JOIN KEY KEYS LEADING LIKE LIMIT MATCH NATURAL NOT NULL ON
        OR ORDER OUTER PARTITION READ REGEXP RLIKE ROW SELECT SEPARATOR SQL_BIG_RESULT SQL_CALC_FOUND_ROWS SQL_SMALL_RESULT
        STRAIGHT_JOIN TABLE THEN TO TRAILING TRUE UNION UNIQUE UNSIGNED USING VALUES WHEN WHERE WITH XOR ZEROFILL RANGE
        DAY_HOUR DAY_MICROSECOND DAY_MINUTE DAY_SECOND HOUR_MICROSECOND HOUR_MINUTE HOUR_SECOND MINUTE_MICROSECOND MINUTE_SECOND SECOND_MICROSECOND YEAR_MONTH
        INTERVAL LEFT RIGHT IF MOD CHAR CONVERT CURRENT_USER CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP LOCALTIME LOCALTIMESTAMP UTC_DATE UTC_TIME
        UTC_TIMESTAMP DATABASE SCHEMA DATABASES SCHEMAS
        """;

    // Reserved in both products and no part of a query. Whoever writes one of them bare writes something else than a query.
    private const string Foreign =
        """
        ADD ALTER ANALYZE BEFORE CALL CASCADE CHANGE CHECK COLUMN CONDITION CONSTRAINT CONTINUE CREATE CURSOR DECLARE DELAYED DELETE DESCRIBE DETERMINISTIC DROP
        EACH ELSEIF ENCLOSED ESCAPED EXIT EXPLAIN FOREIGN GRANT INFILE INOUT INSERT ITERATE KILL LEAVE LOAD LOOP LOW_PRIORITY MODIFIES
        NO_WRITE_TO_BINLOG OPTIMIZE OPTION OPTIONALLY OUT OUTFILE PROCEDURE PURGE READS REFERENCES RELEASE RENAME REPEAT REPLACE REQUIRE RESIGNAL RETURN
        REVOKE SENSITIVE SIGNAL SPECIFIC SQL SQLEXCEPTION SQLSTATE SQLWARNING STARTING TERMINATED TRIGGER UNDO UNLOCK UPDATE WHILE WRITE DUMPFILE
        """;

    private const string Special = "INTO FOR FETCH LOCK SET USE NEXTVAL SETVAL CURRVAL";

    private const string Types =
        """
        BIGINT BINARY BIT BLOB BOOL BOOLEAN CHAR DATE DATETIME DEC DECIMAL DOUBLE FIXED FLOAT INT INTEGER JSON LONGTEXT MEDIUMINT MEDIUMTEXT NATIONAL NCHAR
        NUMERIC NVARCHAR REAL SIGNED SMALLINT TEXT TIME TIMESTAMP TINYINT TINYTEXT UNSIGNED VARBINARY VARCHAR VARCHAR2 VECTOR YEAR
        """;

    private const string Opens = "SELECT FROM WHERE AND OR XOR HAVING ON BY JOIN WHEN THEN LIMIT BETWEEN LIKE UNION DISTINCT IN IS USING DIV REGEXP RLIKE";

    private const string Follows = "FROM WHERE GROUP HAVING ORDER LIMIT UNION AND OR XOR IN LIKE BETWEEN ON JOIN INNER CROSS THEN AS DIV REGEXP RLIKE BY ASC DESC";

    // Keywords only in some places, or in some versions.
    private const string Between =
        """
        AGAINST ANY AT BOOLEAN CHARSET COLUMNS CURRENT CYCLE DATE DATETIME DAY DEFAULT EMPTY END ERROR ESCAPE EXAMINED EXCEPT EXPANSION FIRST FOLLOWING GROUPS HOUR INTERSECT
        JSON LANGUAGE LATERAL LEVEL LOCKED MEMBER MICROSECOND MINUS MINUTE MODE MONTH NESTED NEXT NOWAIT NULLS OF OFFSET OJ ONLY ORDINALITY OVER PATH PRECEDING PRECISION QUALIFY
        QUARTER QUERY RECURSIVE RESPECT RESTRICT RETURNING ROLLUP ROWS SECOND SHARE SKIP SOME SOUNDS SQL_BUFFER_RESULT SQL_CACHE SQL_NO_CACHE SYSTEM_TIME TABLESAMPLE TIES TIME
        TIMESTAMP UNBOUNDED UNSIGNED VARYING WEEK WINDOW WITHIN YEAR ZONE ALL SIGNED DOUBLE CHAR BINARY ARRAY SYSTEM SQL_TSI_SECOND SQL_TSI_MINUTE SQL_TSI_HOUR SQL_TSI_DAY
        SQL_TSI_WEEK SQL_TSI_MONTH SQL_TSI_QUARTER SQL_TSI_YEAR
        """;

    private static readonly FrozenDictionary<string, MySqlWordUse> Uses = Build();

    private static readonly FrozenDictionary<string, MySqlWordUse>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Uses.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a bare word may be.</summary>
    public static MySqlWordUse UseOf(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out var use) ? use : MySqlWordUse.Name;

    private static FrozenDictionary<string, MySqlWordUse> Build()
    {
        var uses = new Dictionary<string, MySqlWordUse>(StringComparer.OrdinalIgnoreCase);
        Add(uses, Grammar, MySqlWordUse.Grammar);
        Add(uses, Foreign, MySqlWordUse.Foreign);
        Add(uses, Special, MySqlWordUse.Special);
        Add(uses, Types, MySqlWordUse.Type);
        Add(uses, Opens, MySqlWordUse.Opens);
        Add(uses, Follows, MySqlWordUse.Follows);
        Add(uses, Between, MySqlWordUse.Between);
        foreach (var group in MySqlFunctions.Reading)
        {
            Add(uses, group, MySqlWordUse.Function);
        }

        return uses.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static void Add(Dictionary<string, MySqlWordUse> uses, string words, MySqlWordUse use)
    {
        foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            uses[word] = uses.GetValueOrDefault(word) | use;
        }
    }
}
