CREATE TABLE "audit_heads" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_people" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"name" text,
	"ip" text,
	"user_agent" text,
	"salt" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "person_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
-- What the two hashes are of. JSON, so that no value can be read as the end of one and the start of the next.
CREATE FUNCTION audit_person_hash(salt text, name text, ip text, user_agent text) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(json_build_array(salt, name, ip, user_agent)::text, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
CREATE FUNCTION audit_entry_hash(entry audit_entries) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(json_build_array(
    entry.previous_hash, entry.seq, extract(epoch FROM entry.at), entry.actor_kind, entry.actor_id,
    entry.action, entry.subject, entry.details, entry.person_hash
  )::text, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
-- What names people moves beside the chain, which is then linked anew over what is left.
DROP TRIGGER audit_entries_append_only ON audit_entries;
--> statement-breakpoint
INSERT INTO audit_people (seq, name, ip, user_agent, salt)
SELECT seq, actor_name, ip, user_agent, gen_random_uuid()::text
FROM audit_entries WHERE actor_kind <> 'system';
--> statement-breakpoint
DO $$
DECLARE
  entry audit_entries%ROWTYPE;
  last text := '';
BEGIN
  FOR entry IN SELECT * FROM audit_entries ORDER BY seq LOOP
    entry.previous_hash := last;
    entry.person_hash := coalesce((
      SELECT audit_person_hash(salt, name, ip, user_agent) FROM audit_people WHERE seq = entry.seq), '');
    last := audit_entry_hash(entry);
    UPDATE audit_entries SET previous_hash = entry.previous_hash, person_hash = entry.person_hash, hash = last
    WHERE seq = entry.seq;
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE "audit_entries" DROP COLUMN "actor_name";--> statement-breakpoint
ALTER TABLE "audit_entries" DROP COLUMN "ip";--> statement-breakpoint
ALTER TABLE "audit_entries" DROP COLUMN "user_agent";--> statement-breakpoint
CREATE INDEX "audit_entries_actor_id_seq_index" ON "audit_entries" USING btree ("actor_id","seq" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_entries_action_seq_index" ON "audit_entries" USING btree ("action","seq" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_entries_actor_id_action_seq_index" ON "audit_entries" USING btree ("actor_id","action","seq" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_entries_at_seq_index" ON "audit_entries" USING btree ("at","seq");--> statement-breakpoint
CREATE OR REPLACE FUNCTION audit_entries_append() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last audit_entries%ROWTYPE;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('audit_entries'));
  SELECT * INTO last FROM audit_entries ORDER BY seq DESC LIMIT 1;
  NEW.seq := coalesce(last.seq, 0) + 1;
  NEW.at := clock_timestamp();
  NEW.previous_hash := coalesce(last.hash, '');
  NEW.hash := audit_entry_hash(NEW);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_people_no_change BEFORE UPDATE OR TRUNCATE ON audit_people
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_heads_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_heads
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- The one way to take a name out of the log. The portal's role may call it, and may not delete by itself.
CREATE FUNCTION erase_audit_people(actor_ids text[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  erased bigint;
BEGIN
  DELETE FROM audit_people USING audit_entries
  WHERE audit_people.seq = audit_entries.seq AND audit_entries.actor_id = ANY (actor_ids);
  GET DIAGNOSTICS erased = ROW_COUNT;
  RETURN erased;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION erase_audit_people(text[]) FROM PUBLIC;
--> statement-breakpoint
CREATE TABLE "webhook_rejection_counts" (
	"code" text NOT NULL,
	"minute" timestamp with time zone NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "webhook_rejection_counts_code_minute_pk" PRIMARY KEY("code","minute")
);
--> statement-breakpoint
CREATE TABLE "webhook_rejections" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"code" text NOT NULL,
	"body" "bytea" NOT NULL,
	"body_bytes" integer NOT NULL,
	"headers" jsonb NOT NULL,
	"facts" jsonb NOT NULL
);
--> statement-breakpoint
DROP INDEX "deliveries_received_at_index";--> statement-breakpoint
DROP INDEX "partner_api_requests_at_index";--> statement-breakpoint
DROP INDEX "partner_api_requests_customer_id_at_index";--> statement-breakpoint
ALTER TABLE "deliveries" ALTER COLUMN "body" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "body_sha256" text;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "headers" jsonb;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "attempts" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "last_received_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "effect" jsonb;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "stale" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "replay_id" text;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "replayed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "verdict" text GENERATED ALWAYS AS (case
  when quarantined_at is not null then 'failed'
  when state = 'received' and last_failure is not null then 'failed'
  when state = 'received' then 'waiting'
  when state = 'projected' and stale then 'stale'
  when state = 'projected' then 'verified'
  else state end) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "partner_api_requests" ADD COLUMN "fields" text[];--> statement-breakpoint
CREATE INDEX "webhook_rejections_at_id_index" ON "webhook_rejections" USING btree ("at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "webhook_rejections_code_at_id_index" ON "webhook_rejections" USING btree ("code","at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "deliveries_received_at_id_index" ON "deliveries" USING btree ("received_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "deliveries_verdict_received_at_id_index" ON "deliveries" USING btree ("verdict","received_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "deliveries_client_id_received_at_id_index" ON "deliveries" USING btree ("client_id","received_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "deliveries_institution_id_received_at_id_index" ON "deliveries" USING btree ("institution_id","received_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "deliveries_duplicates" ON "deliveries" USING btree ("received_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "deliveries"."attempts" > 1;--> statement-breakpoint
CREATE INDEX "deliveries_with_body" ON "deliveries" USING btree ("received_at") WHERE "deliveries"."body" is not null;--> statement-breakpoint
CREATE INDEX "deliveries_replays" ON "deliveries" USING btree ("replay_id") WHERE "deliveries"."replay_id" is not null;--> statement-breakpoint
CREATE INDEX "partner_api_requests_at_id_index" ON "partner_api_requests" USING btree ("at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "partner_api_requests_customer_id_at_id_index" ON "partner_api_requests" USING btree ("customer_id","at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "partner_api_requests_endpoint_at_id_index" ON "partner_api_requests" USING btree ("endpoint","at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "partner_api_requests_outcome_at_id_index" ON "partner_api_requests" USING btree ("outcome","at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "partner_api_requests_request_id_index" ON "partner_api_requests" USING btree ("request_id");