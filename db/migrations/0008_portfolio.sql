-- A word as it is searched for and sorted by: without case, accents and presentation forms.
CREATE FUNCTION search_fold(typed text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(normalize(regexp_replace(normalize(typed, NFKD), '[\u0300-\u036f]', '', 'g'), NFKC))
$$;--> statement-breakpoint
-- What stands between spaces, without punctuation around it.
CREATE FUNCTION search_words(typed text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT DISTINCT word FROM (
    SELECT left(regexp_replace(part, '^[^[:alnum:]]+|[^[:alnum:]]+$', '', 'g'), 100) AS word
    FROM regexp_split_to_table(search_fold(typed), '\s+') AS part
  ) AS parts WHERE word <> ''
$$;--> statement-breakpoint
-- Whole words and, of words like "Smith-Jones", their parts; of scripts without spaces every end of
-- a word, so that a search finds its middle, too.
CREATE FUNCTION search_terms(names text, website text, client_id text, emails text[])
RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH words AS (
    SELECT word FROM search_words(names) AS word
  ), terms AS (
    SELECT word AS term FROM words
    UNION ALL
    SELECT part FROM words, regexp_split_to_table(word, '[^[:alnum:]]+') AS part
    WHERE word ~ '[^[:alnum:]]'
    UNION ALL
    SELECT substr(word, start) FROM words, generate_series(2, least(length(word), 100)) AS start
    WHERE word ~ '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]'
    UNION ALL
    SELECT substring(search_fold(website) FROM '^(?:[a-z]+://)?(?:www\.)?([^/?#:\s]+)')
    UNION ALL
    SELECT lower(client_id)
    UNION ALL
    SELECT search_fold(email) FROM unnest(emails) AS email
  )
  SELECT DISTINCT left(term, 100) FROM terms WHERE term <> ''
$$;--> statement-breakpoint
-- When and after how many days a customer went live; a customer that never did is in no week.
CREATE FUNCTION go_live_week(enabled_at timestamptz) RETURNS date
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT date_trunc('week', enabled_at AT TIME ZONE 'UTC')::date
$$;--> statement-breakpoint
CREATE FUNCTION go_live_days(created_at timestamptz, enabled_at timestamptz) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT greatest(0, extract(epoch FROM enabled_at - created_at) / 86400)::integer
$$;--> statement-breakpoint
CREATE TABLE "customer_counts" (
	"turn" text NOT NULL,
	"status" text NOT NULL,
	"n" bigint NOT NULL
);--> statement-breakpoint
CREATE TABLE "customer_terms" (
	"customer_id" text NOT NULL,
	"term" text collate "C" NOT NULL,
	CONSTRAINT "customer_terms_customer_id_term_pk" PRIMARY KEY("customer_id","term")
);--> statement-breakpoint
CREATE TABLE "go_live_counts" (
	"week" date NOT NULL,
	"days" integer NOT NULL,
	"n" bigint NOT NULL
);--> statement-breakpoint
DROP INDEX "customers_review_queue";--> statement-breakpoint
DROP INDEX "customers_search";--> statement-breakpoint
ALTER TABLE "customers"
  ADD COLUMN "turn" text GENERATED ALWAYS AS (case
  when status = 'ACTIVE' and banks_attention > 0 then 'you'
  when status = 'ACTIVE' and (banks_total = 0 or banks_enabled < banks_total) then 'plaid'
  when status in ('DRAFT', 'IN_REVIEW', 'READY', 'SUBMIT_FAILED', 'SUBMIT_UNKNOWN', 'MORE_INFORMATION_NEEDED', 'PENDING_ENABLEMENT', 'ENABLE_UNKNOWN', 'DENIED') then 'you'
  when status in ('INVITED', 'CUSTOMER_EDITING', 'CHANGES_REQUESTED') then 'customer'
  when status in ('REJECTED', 'SUBMITTING', 'ENABLING', 'ACTIVE', 'REMOVED') then 'nobody'
  else 'plaid' end) STORED NOT NULL,
  ADD COLUMN "name_key" text collate "C" GENERATED ALWAYS AS (coalesce(nullif(left(search_fold(company_name), 100), ''), chr(1114111))) STORED NOT NULL,
  ADD COLUMN "country" text,
  ADD COLUMN "products" text[] DEFAULT '{}' NOT NULL,
  ADD COLUMN "emails" text[] DEFAULT '{}' NOT NULL,
  DROP COLUMN "search_text";--> statement-breakpoint
-- What lists, search and counters read of customers that are there already.
UPDATE "customers" SET
  "country" = coalesce(
    (SELECT "answers" #>> '{address,countryCode}' FROM "step_answers" WHERE "customer_id" = "id" AND "step" = 'company'),
    (SELECT "country_code" FROM "partner_settings"), 'US'),
  "products" = coalesce((
    SELECT array(SELECT jsonb_array_elements_text("answers" -> 'products')) FROM "step_answers"
    WHERE "customer_id" = "id" AND "step" = 'products' AND "answers" ->> 'use' = 'chosen'), '{}'),
  "emails" = array(
    SELECT DISTINCT lower(btrim("email")) FROM "step_answers", LATERAL (VALUES
      (CASE WHEN "step" = 'contacts' AND "answers" #>> '{technical,use}' = 'theirs' THEN "answers" #>> '{technical,email}' END),
      (CASE WHEN "step" = 'contacts' AND "answers" #>> '{billing,use}' = 'theirs' THEN "answers" #>> '{billing,email}' END),
      (CASE WHEN "step" = 'support' THEN "answers" ->> 'email' END)
    ) AS typed ("email")
    WHERE "customer_id" = "id" AND btrim("email") <> '')
WHERE EXISTS (SELECT FROM "step_answers" WHERE "customer_id" = "id");--> statement-breakpoint
INSERT INTO "customer_terms" ("customer_id", "term")
SELECT "id", "term" FROM "customers", search_terms(
  concat_ws(' ', "company_name", "legal_entity_name", "application_name"), "website", "client_id", "emails"
) AS "term";--> statement-breakpoint
CREATE INDEX "customer_terms_term_customer_id_index" ON "customer_terms" USING btree ("term","customer_id");--> statement-breakpoint
CREATE INDEX "go_live_counts_week_index" ON "go_live_counts" USING btree ("week");--> statement-breakpoint
CREATE INDEX "customers_turn_updated_at_id_index" ON "customers" USING btree ("turn","updated_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "customers_assignee_id_updated_at_id_index" ON "customers" USING btree ("assignee_id","updated_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "customers_live_by_turn" ON "customers" USING btree ("turn","updated_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "customers"."status" = 'ACTIVE';--> statement-breakpoint
CREATE INDEX "customers_name_key_id_index" ON "customers" USING btree ("name_key","id");--> statement-breakpoint
CREATE INDEX "customers_turn_name_key_id_index" ON "customers" USING btree ("turn","name_key","id");--> statement-breakpoint
CREATE INDEX "customers_status_name_key_id_index" ON "customers" USING btree ("status","name_key","id");--> statement-breakpoint
CREATE INDEX "customers_status_since_id_index" ON "customers" USING btree ("status_since","id");--> statement-breakpoint
CREATE INDEX "customers_turn_status_since_id_index" ON "customers" USING btree ("turn","status_since","id");--> statement-breakpoint
CREATE INDEX "customers_status_status_since_id_index" ON "customers" USING btree ("status","status_since","id");--> statement-breakpoint
CREATE INDEX "institutions_attention" ON "institutions" USING btree ("status_since","customer_id") WHERE "institutions"."status" = 'ATTENTION_REQUIRED';--> statement-breakpoint
INSERT INTO "customer_counts" ("turn", "status", "n")
SELECT "turn", "status", count(*) FROM "customers" GROUP BY "turn", "status";--> statement-breakpoint
INSERT INTO "go_live_counts" ("week", "days", "n")
SELECT go_live_week("enabled_at"), go_live_days("created_at", "enabled_at"), count(*)
FROM "customers" WHERE "enabled_at" IS NOT NULL GROUP BY 1, 2;--> statement-breakpoint
-- Counters only ever get rows added, so that nobody waits for anybody; the work loop sums them up.
CREATE FUNCTION customers_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO customer_counts SELECT turn, status, count(*) FROM new_rows GROUP BY 1, 2;
    INSERT INTO go_live_counts
      SELECT go_live_week(enabled_at), go_live_days(created_at, enabled_at), count(*)
      FROM new_rows WHERE enabled_at IS NOT NULL GROUP BY 1, 2;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO customer_counts SELECT turn, status, -count(*) FROM old_rows GROUP BY 1, 2;
    INSERT INTO go_live_counts
      SELECT go_live_week(enabled_at), go_live_days(created_at, enabled_at), -count(*)
      FROM old_rows WHERE enabled_at IS NOT NULL GROUP BY 1, 2;
  ELSE
    INSERT INTO customer_counts
      SELECT turn, status, sum(n) FROM (
        SELECT turn, status, 1 AS n FROM new_rows UNION ALL SELECT turn, status, -1 FROM old_rows
      ) AS moved GROUP BY 1, 2 HAVING sum(n) <> 0;
    INSERT INTO go_live_counts
      SELECT go_live_week(enabled_at), go_live_days(created_at, enabled_at), sum(n) FROM (
        SELECT created_at, enabled_at, 1 AS n FROM new_rows
        UNION ALL SELECT created_at, enabled_at, -1 FROM old_rows
      ) AS moved WHERE enabled_at IS NOT NULL GROUP BY 1, 2 HAVING sum(n) <> 0;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION customers_terms() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed text[];
BEGIN
  IF TG_OP = 'DELETE' THEN
    SELECT array_agg(id) INTO changed FROM old_rows;
    DELETE FROM customer_terms WHERE customer_id = ANY (changed);
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN
    INSERT INTO customer_terms
      SELECT id, term FROM new_rows, search_terms(
        concat_ws(' ', company_name, legal_entity_name, application_name), website, client_id, emails
      ) AS term;
    RETURN NULL;
  END IF;
  SELECT array_agg(id) INTO changed FROM new_rows JOIN old_rows USING (id)
  WHERE (new_rows.company_name, new_rows.legal_entity_name, new_rows.application_name,
      new_rows.website, new_rows.client_id, new_rows.emails)
    IS DISTINCT FROM (old_rows.company_name, old_rows.legal_entity_name, old_rows.application_name,
      old_rows.website, old_rows.client_id, old_rows.emails);
  IF changed IS NOT NULL THEN
    DELETE FROM customer_terms WHERE customer_id = ANY (changed);
    INSERT INTO customer_terms
      SELECT id, term FROM new_rows, search_terms(
        concat_ws(' ', company_name, legal_entity_name, application_name), website, client_id, emails
      ) AS term WHERE id = ANY (changed);
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER customers_count_insert AFTER INSERT ON customers
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION customers_count();--> statement-breakpoint
CREATE TRIGGER customers_count_update AFTER UPDATE ON customers
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION customers_count();--> statement-breakpoint
CREATE TRIGGER customers_count_delete AFTER DELETE ON customers
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION customers_count();--> statement-breakpoint
CREATE TRIGGER customers_terms_insert AFTER INSERT ON customers
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION customers_terms();--> statement-breakpoint
CREATE TRIGGER customers_terms_update AFTER UPDATE ON customers
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION customers_terms();--> statement-breakpoint
CREATE TRIGGER customers_terms_delete AFTER DELETE ON customers
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION customers_terms();
