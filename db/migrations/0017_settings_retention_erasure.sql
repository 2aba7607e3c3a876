CREATE TABLE "attestation_drafts" (
	"kind" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"customer_id" text PRIMARY KEY NOT NULL,
	"erased_by" text NOT NULL,
	"erased_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attestation_texts" ADD COLUMN "sha256" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "attestation_texts" ADD COLUMN "published_by" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "deletion_noticed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "partner_settings" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "partner_settings" ADD COLUMN "products" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "partner_settings" ADD COLUMN "account_since" date;--> statement-breakpoint
ALTER TABLE "partner_settings" ADD COLUMN "support_email" text;--> statement-breakpoint
ALTER TABLE "partner_settings" ADD COLUMN "support_phone_number" text;--> statement-breakpoint
ALTER TABLE "partner_settings" ADD COLUMN "support_contact_url" text;--> statement-breakpoint
ALTER TABLE "partner_settings" ADD COLUMN "support_link_update_url" text;--> statement-breakpoint
ALTER TABLE "partner_settings" ADD COLUMN "contact_email" text;--> statement-breakpoint
ALTER TABLE "partner_settings" ADD COLUMN "greeting" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "partner_settings" ADD COLUMN "draft_retention_days" integer DEFAULT 180 NOT NULL;--> statement-breakpoint
ALTER TABLE "attestation_drafts" ADD CONSTRAINT "attestation_drafts_saved_by_users_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_erased_by_users_id_fk" FOREIGN KEY ("erased_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestation_texts" ADD CONSTRAINT "attestation_texts_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "create_attempts_review_id_index" ON "create_attempts" USING btree ("review_id") WHERE "create_attempts"."review_id" is not null;--> statement-breakpoint
CREATE INDEX "customers_untouched" ON "customers" USING btree ("updated_at") WHERE (customers.client_id is null and customers.status not in ('SUBMITTING', 'SUBMIT_UNKNOWN')) and not (customers.deletion_noticed_at is not null and customers.deletion_noticed_at >= customers.updated_at);--> statement-breakpoint
CREATE INDEX "customers_noticed" ON "customers" USING btree ("deletion_noticed_at") WHERE (customers.client_id is null and customers.status not in ('SUBMITTING', 'SUBMIT_UNKNOWN')) and (customers.deletion_noticed_at is not null and customers.deletion_noticed_at >= customers.updated_at);--> statement-breakpoint
CREATE INDEX "step_answers_logo" ON "step_answers" USING btree ((answers ->> 'logo')) WHERE step = 'logo';--> statement-breakpoint
CREATE INDEX "handover_devices_code_sent_at_index" ON "handover_devices" USING btree ("code_sent_at");--> statement-breakpoint
CREATE INDEX "handovers_unused" ON "handovers" USING btree ("expires_at") WHERE "handovers"."revealed_at" is null;--> statement-breakpoint
CREATE INDEX "applicant_devices_last_used" ON "applicant_devices" USING btree ((greatest(applicant_devices.code_sent_at, applicant_devices.last_seen_at)));--> statement-breakpoint
CREATE INDEX "invitations_forwarded_from_index" ON "invitations" USING btree ("forwarded_from") WHERE "invitations"."forwarded_from" is not null;--> statement-breakpoint
CREATE INDEX "submissions_invitation_id_index" ON "submissions" USING btree ("invitation_id") WHERE "submissions"."invitation_id" is not null;--> statement-breakpoint
CREATE INDEX "review_comments_review_id_index" ON "review_comments" USING btree ("review_id") WHERE "review_comments"."review_id" is not null;--> statement-breakpoint
CREATE INDEX "reviews_submission_id_index" ON "reviews" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "bulk_items_customer_id_index" ON "bulk_items" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "sessions_expires_at_index" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "verification_tokens_expires_at_index" ON "verification_tokens" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "partner_settings" ADD CONSTRAINT "partner_settings_draft_retention" CHECK ("partner_settings"."draft_retention_days" between 30 and 730);--> statement-breakpoint
-- A published version is the next one of its kind, and its hash is the hash of its very words.
ALTER TABLE attestation_texts DISABLE TRIGGER attestation_texts_append_only;--> statement-breakpoint
UPDATE attestation_texts SET sha256 = encode(sha256(convert_to(body, 'UTF8')), 'hex');--> statement-breakpoint
ALTER TABLE attestation_texts ENABLE TRIGGER attestation_texts_append_only;--> statement-breakpoint
CREATE FUNCTION attestation_texts_publish() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version IS DISTINCT FROM (
    SELECT coalesce(max(version), 0) + 1 FROM attestation_texts WHERE kind = NEW.kind
  ) THEN
    RAISE EXCEPTION 'Versions of a wording follow one another' USING ERRCODE = 'unique_violation';
  END IF;
  NEW.sha256 := encode(sha256(convert_to(NEW.body, 'UTF8')), 'hex');
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER attestation_texts_publish BEFORE INSERT ON attestation_texts
  FOR EACH ROW EXECUTE FUNCTION attestation_texts_publish();--> statement-breakpoint
-- Evidence never changes, but for two ends: it goes with a draft that was never sent, and what it says
-- about people is erased with them. Only the two functions below set this variable.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'TRUNCATE' AND TG_TABLE_NAME IN ('attestations', 'reviews', 'submissions')
    AND current_setting('vestibule.erasing', true) = 'on' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION review_comments_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND (OLD.review_id IS NULL OR current_setting('vestibule.erasing', true) = 'on') THEN
    RETURN OLD;
  END IF;
  IF OLD.review_id IS NOT NULL THEN
    RAISE EXCEPTION 'A comment that went out stays' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF (NEW.internal, NEW.customer_id, NEW.step, NEW.path, NEW.body)
    IS DISTINCT FROM (OLD.internal, OLD.customer_id, OLD.step, OLD.path, OLD.body)
    OR NOT EXISTS (
      SELECT FROM reviews
      WHERE id = NEW.review_id AND customer_id = NEW.customer_id AND decision = 'changes_requested'
    ) THEN
    RAISE EXCEPTION 'A comment can only go out' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
-- Answers as typed, with empty ones where people and their addresses stood.
CREATE FUNCTION answers_without_people(answers jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT answers || jsonb_build_object(
    'contacts', '{"technical": {"use": "ours", "givenName": "", "familyName": "", "email": ""},
      "billing": {"use": "ours", "givenName": "", "familyName": "", "email": ""}}'::jsonb,
    'support', '{"email": "", "phoneNumber": "", "contactUrl": "", "linkUpdateUrl": ""}'::jsonb,
    'company', coalesce(answers -> 'company', '{}') || jsonb_build_object(
      'address', jsonb_build_object(
        'countryCode', coalesce(answers #> '{company,address,countryCode}', '""'),
        'street', '', 'city', '', 'region', '', 'postalCode', ''
      )
    )
  )
$$;--> statement-breakpoint
-- Deletes the evidence of a draft that Plaid cannot know.
CREATE FUNCTION delete_evidence(customer text) RETURNS void LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM customers
    WHERE id = customer AND client_id IS NULL AND status NOT IN ('SUBMITTING', 'SUBMIT_UNKNOWN')
  ) OR EXISTS (
    SELECT FROM create_attempts
    WHERE customer_id = customer AND state IN ('SENDING', 'CREATED', 'UNKNOWN')
  ) THEN
    RAISE EXCEPTION 'Plaid may know this customer' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM set_config('vestibule.erasing', 'on', true);
  DELETE FROM create_attempts WHERE customer_id = customer;
  DELETE FROM review_comments WHERE customer_id = customer;
  DELETE FROM reviews WHERE customer_id = customer;
  DELETE FROM submissions WHERE customer_id = customer;
  DELETE FROM attestations WHERE customer_id = customer;
  PERFORM set_config('vestibule.erasing', '', true);
END $$;--> statement-breakpoint
-- Takes people out of the evidence of a customer that stays; the hashes of what they handed in stay.
CREATE FUNCTION erase_evidence(customer text) RETURNS void LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('vestibule.erasing', 'on', true);
  DELETE FROM review_comments WHERE customer_id = customer;
  UPDATE reviews SET
    answers = answers_without_people(answers),
    reason = CASE WHEN reason = '' THEN '' ELSE 'erased' END
  WHERE customer_id = customer;
  UPDATE submissions SET answers = answers_without_people(answers) WHERE customer_id = customer;
  UPDATE submissions SET name = 'erased', email = 'erased', ip = 'erased', user_agent = 'erased'
  WHERE customer_id = customer AND invitation_id IS NOT NULL;
  PERFORM set_config('vestibule.erasing', '', true);
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION delete_evidence(text), erase_evidence(text) FROM PUBLIC;
