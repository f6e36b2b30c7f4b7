namespace Legator.Backends.Journals;

/// <summary>How the journal's tables came to be, one step a format. A step that was released never changes.</summary>
internal static class PostgresMigrations
{
    private const string Events = """
        CREATE TABLE run_events (
            position      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            namespace     text NOT NULL,
            run           text NOT NULL,
            sequence      bigint NOT NULL,
            time          timestamptz NOT NULL,
            final         boolean NOT NULL,
            data          text NOT NULL,
            previous_hash bytea NOT NULL,
            hash          bytea NOT NULL,
            CONSTRAINT run_events_fence UNIQUE (namespace, run, sequence)
        );
        CREATE FUNCTION run_events_append_only() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$;
        CREATE TRIGGER run_events_never_change BEFORE UPDATE OR DELETE ON run_events
            FOR EACH ROW EXECUTE FUNCTION run_events_append_only();
        CREATE TRIGGER run_events_never_emptied BEFORE TRUNCATE ON run_events
            FOR EACH STATEMENT EXECUTE FUNCTION run_events_append_only();
        """;

    // By the run and not by time: only so the database itself can hold that a run has each sequence once.
    private const string Partitions = """
        ALTER TABLE run_events RENAME TO run_events_before;
        ALTER TABLE run_events_before RENAME CONSTRAINT run_events_fence TO run_events_before_fence;
        CREATE TABLE run_events (
            position      bigint GENERATED ALWAYS AS IDENTITY,
            namespace     text COLLATE "C" NOT NULL,
            run           text COLLATE "C" NOT NULL,
            sequence      bigint NOT NULL,
            time          timestamptz NOT NULL,
            final         boolean NOT NULL,
            data          text NOT NULL,
            previous_hash bytea NOT NULL,
            hash          bytea NOT NULL,
            CONSTRAINT run_events_fence UNIQUE (namespace, run, sequence)
        ) PARTITION BY HASH (namespace, run);
        CREATE INDEX run_events_position ON run_events (position);
        DO $$
        DECLARE
            part int;
            held record;
        BEGIN
            BEGIN
                ALTER TABLE run_events ALTER COLUMN data SET COMPRESSION lz4;
            EXCEPTION WHEN feature_not_supported THEN
                NULL; -- A server built without it compresses in its older way.
            END;
            FOR part IN 0..7 LOOP
                EXECUTE format('CREATE TABLE run_events_%s PARTITION OF run_events FOR VALUES WITH (MODULUS 8, REMAINDER %s)', part, part);
                EXECUTE format('CREATE TRIGGER run_events_never_emptied BEFORE TRUNCATE ON run_events_%s FOR EACH STATEMENT EXECUTE FUNCTION run_events_append_only()', part);
            END LOOP;
            INSERT INTO run_events (position, namespace, run, sequence, time, final, data, previous_hash, hash) OVERRIDING SYSTEM VALUE
                SELECT position, namespace, run, sequence, time, final, data, previous_hash, hash FROM run_events_before ORDER BY position;
            EXECUTE format('ALTER TABLE run_events ALTER COLUMN position RESTART WITH %s', (SELECT COALESCE(MAX(position), 0) + 1 FROM run_events_before));
            FOR held IN SELECT acl.grantee, acl.privilege_type FROM pg_class, aclexplode(relacl) acl
                WHERE oid = 'run_events_before'::regclass AND acl.grantee <> relowner AND acl.privilege_type IN ('SELECT', 'INSERT') LOOP
                EXECUTE format('GRANT %s ON run_events TO %s', held.privilege_type, CASE held.grantee WHEN 0 THEN 'PUBLIC' ELSE held.grantee::regrole::text END);
            END LOOP;
        END $$;
        DROP TABLE run_events_before;
        CREATE TRIGGER run_events_never_change BEFORE UPDATE ON run_events
            FOR EACH ROW EXECUTE FUNCTION run_events_append_only();
        CREATE TRIGGER run_events_never_emptied BEFORE TRUNCATE ON run_events
            FOR EACH STATEMENT EXECUTE FUNCTION run_events_append_only();
        """;

    // What a signed checkpoint let go may be deleted; nothing else.
    private const string Checkpoints = """
        CREATE TABLE audit_checkpoints (
            number    bigint PRIMARY KEY,
            document  text NOT NULL,
            signature text NOT NULL
        );
        CREATE TABLE audit_marks (
            number    bigint NOT NULL,
            namespace text COLLATE "C" NOT NULL,
            run       text COLLATE "C" NOT NULL,
            sequence  bigint NOT NULL,
            hash      bytea NOT NULL,
            retired   boolean NOT NULL,
            PRIMARY KEY (number, namespace, run)
        );
        CREATE INDEX audit_marks_retired ON audit_marks (namespace, run) WHERE retired;
        CREATE TRIGGER audit_checkpoints_never_change BEFORE UPDATE OR DELETE ON audit_checkpoints
            FOR EACH ROW EXECUTE FUNCTION run_events_append_only();
        CREATE TRIGGER audit_checkpoints_never_emptied BEFORE TRUNCATE ON audit_checkpoints
            FOR EACH STATEMENT EXECUTE FUNCTION run_events_append_only();
        CREATE TRIGGER audit_marks_never_change BEFORE UPDATE OR DELETE ON audit_marks
            FOR EACH ROW EXECUTE FUNCTION run_events_append_only();
        CREATE TRIGGER audit_marks_never_emptied BEFORE TRUNCATE ON audit_marks
            FOR EACH STATEMENT EXECUTE FUNCTION run_events_append_only();
        CREATE FUNCTION run_events_retired_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF EXISTS (SELECT 1 FROM audit_marks m WHERE m.retired AND m.namespace = OLD.namespace AND m.run = OLD.run AND m.sequence >= OLD.sequence) THEN
                RETURN OLD;
            END IF;
            RAISE EXCEPTION 'the journal is append-only: no checkpoint lets run %/% go', OLD.namespace, OLD.run;
        END $$;
        CREATE TRIGGER run_events_never_vanish BEFORE DELETE ON run_events
            FOR EACH ROW EXECUTE FUNCTION run_events_retired_only();
        DO $$
        DECLARE held record;
        BEGIN
            FOR held IN SELECT acl.grantee FROM pg_class, aclexplode(relacl) acl
                WHERE oid = 'run_events'::regclass AND acl.grantee <> relowner AND acl.privilege_type = 'SELECT' LOOP
                EXECUTE format('GRANT SELECT ON audit_checkpoints, audit_marks TO %s', CASE held.grantee WHEN 0 THEN 'PUBLIC' ELSE held.grantee::regrole::text END);
            END LOOP;
        END $$;
        """;

    // Not part of the record: what it says can be made again from the LegatorRuns, so it may be changed.
    private const string RunList = """
        CREATE TABLE run_list (
            namespace  text COLLATE "C" NOT NULL,
            name       text COLLATE "C" NOT NULL,
            agent      text COLLATE "C" NOT NULL,
            phase      text COLLATE "C" NOT NULL,
            created_at timestamptz NOT NULL,
            version    text NOT NULL,
            summary    text NOT NULL,
            PRIMARY KEY (namespace, name)
        );
        CREATE INDEX run_list_all ON run_list (created_at, name, namespace);
        CREATE INDEX run_list_namespace ON run_list (namespace, created_at, name);
        CREATE INDEX run_list_agent ON run_list (agent, created_at, name, namespace);
        CREATE INDEX run_list_phase ON run_list (phase, created_at, name, namespace);
        DO $$
        DECLARE held record;
        BEGIN
            FOR held IN SELECT acl.grantee, acl.privilege_type FROM pg_class, aclexplode(relacl) acl
                WHERE oid = 'run_events'::regclass AND acl.grantee <> relowner AND acl.privilege_type IN ('SELECT', 'INSERT') LOOP
                EXECUTE format('GRANT %s ON run_list TO %s',
                    CASE held.privilege_type WHEN 'INSERT' THEN 'INSERT, UPDATE' ELSE 'SELECT' END,
                    CASE held.grantee WHEN 0 THEN 'PUBLIC' ELSE held.grantee::regrole::text END);
            END LOOP;
        END $$;
        """;

    public static IReadOnlyList<string> All { get; } = [Events, Partitions, Checkpoints, RunList];
}
