-- The audit log can only grow. Each entry takes its number and its place in the hash chain inside one
-- lock, so that the order of numbers is the order of commits and a missing entry is noticed.
CREATE FUNCTION audit_entries_append() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last audit_entries%ROWTYPE;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('audit_entries'));
  SELECT * INTO last FROM audit_entries ORDER BY seq DESC LIMIT 1;
  NEW.seq := coalesce(last.seq, 0) + 1;
  NEW.at := clock_timestamp();
  NEW.previous_hash := coalesce(last.hash, '');
  NEW.hash := encode(sha256(convert_to(concat_ws(E'\x1f',
    NEW.previous_hash, NEW.seq, extract(epoch FROM NEW.at), NEW.actor_kind, NEW.actor_id, NEW.actor_name,
    NEW.action, NEW.subject, coalesce(NEW.ip, ''), coalesce(NEW.user_agent, ''), NEW.details
  ), 'UTF8')), 'hex');
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_entries_append BEFORE INSERT ON audit_entries
  FOR EACH ROW EXECUTE FUNCTION audit_entries_append();
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER attestations_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON attestations
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER attestation_texts_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON attestation_texts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
INSERT INTO attestation_texts (kind, version, title, body) VALUES
  ('due_diligence', 1, 'Due diligence', 'I confirm that {partner} has completed its due diligence on {legalEntityName}, as our agreement with Plaid requires.'),
  ('bank_addendum', 1, 'Bank addendum', 'I confirm that {partner} has sent the Plaid bank addendum to {legalEntityName}.');
