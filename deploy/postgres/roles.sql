-- Rights in the journal's database, for an installation where not every process should be its owner. Run it once as the owner, after the Operator has
-- started once with the owner's connection string and has laid the tables; then make users that are members of these roles:
--   legator_journal   Runner and Web: append events and read. They can change and remove nothing.
--   legator_operator  the Operator besides: it makes checkpoints, keeps the list of runs, and removes runs that a checkpoint let go.
DO $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'legator_journal') THEN
        CREATE ROLE legator_journal NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'legator_operator') THEN
        CREATE ROLE legator_operator NOLOGIN IN ROLE legator_journal;
    END IF;
END $$;
GRANT SELECT ON journal_format TO legator_journal;
GRANT SELECT, INSERT ON run_events TO legator_journal;
GRANT SELECT ON audit_checkpoints, audit_marks, run_list TO legator_journal;
GRANT INSERT ON audit_checkpoints, audit_marks TO legator_operator;
GRANT INSERT, UPDATE ON run_list TO legator_operator;
GRANT DELETE ON run_events TO legator_operator
