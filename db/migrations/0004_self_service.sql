CREATE TABLE "applicant_devices" (
	"id" text PRIMARY KEY NOT NULL,
	"invitation_id" text NOT NULL,
	"invitation_version" integer NOT NULL,
	"token_hash" text NOT NULL,
	"code_serial" integer DEFAULT 1 NOT NULL,
	"code_sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"code_tries" integer DEFAULT 0 NOT NULL,
	"confirmed_at" timestamp with time zone,
	"session_started_at" timestamp with time zone,
	"last_seen_at" timestamp with time zone,
	"ip" text NOT NULL,
	"user_agent" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "applicant_devices_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"forwarded_from" text,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"steps" jsonb NOT NULL,
	"accepts_addendum" boolean DEFAULT false NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"due_on" date,
	"lifetime_days" integer NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"token_hash" text NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"opened_at" timestamp with time zone,
	"active_at" timestamp with time zone,
	"submitted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"reminders" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"last_failure" text,
	"quarantined_at" timestamp with time zone,
	CONSTRAINT "invitations_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitations_sender" CHECK (("invitations"."created_by" is null) <> ("invitations"."forwarded_from" is null)),
	CONSTRAINT "invitations_lifetime" CHECK ("invitations"."lifetime_days" between 1 and 90)
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"customer_id" text NOT NULL,
	"invitation_id" text,
	"user_id" text,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"authenticated_at" timestamp with time zone NOT NULL,
	"ip" text NOT NULL,
	"user_agent" text NOT NULL,
	"answers" jsonb NOT NULL,
	"answers_sha256" text NOT NULL,
	"addendum_version" integer,
	"addendum_text" text,
	"addendum_sha256" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "submissions_reference_unique" UNIQUE("reference"),
	CONSTRAINT "submissions_person" CHECK (("submissions"."invitation_id" is null) <> ("submissions"."user_id" is null)),
	CONSTRAINT "submissions_addendum" CHECK (num_nulls("submissions"."addendum_version", "submissions"."addendum_text", "submissions"."addendum_sha256") in (0, 3)),
	CONSTRAINT "submissions_complete" CHECK ('' not in ("submissions"."name", "submissions"."email", "submissions"."ip", "submissions"."user_agent", "submissions"."answers_sha256"))
);
--> statement-breakpoint
CREATE TABLE "review_comments" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"step" text NOT NULL,
	"path" text NOT NULL,
	"body" text NOT NULL,
	"internal" boolean NOT NULL,
	"review_id" text,
	"user_id" text NOT NULL,
	"user_name" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_comments_internal" CHECK (not "review_comments"."internal" or "review_comments"."review_id" is null)
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"submission_id" text NOT NULL,
	"decision" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"answers" jsonb NOT NULL,
	"answers_sha256" text NOT NULL,
	"user_id" text NOT NULL,
	"user_name" text NOT NULL,
	"authenticated_at" timestamp with time zone NOT NULL,
	"ip" text NOT NULL,
	"user_agent" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reviews_reason" CHECK ("reviews"."decision" <> 'rejected' or "reviews"."reason" <> ''),
	CONSTRAINT "reviews_complete" CHECK ('' not in ("reviews"."user_name", "reviews"."ip", "reviews"."user_agent", "reviews"."answers_sha256"))
);
--> statement-breakpoint
ALTER TABLE "create_attempts" ADD COLUMN "review_id" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "fillers" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "assignee_id" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "reviewer_id" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "reviewing_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "enable_asked_by" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "enable_asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "partner_settings" ADD COLUMN "second_person_sends" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "partner_settings" ADD COLUMN "second_person_enables" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "invitation_id" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "refused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "refusal" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "wants_turn_mails" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "wants_digest" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "failures" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "last_failure" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "quarantined_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "applicant_devices" ADD CONSTRAINT "applicant_devices_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_forwarded_from_invitations_id_fk" FOREIGN KEY ("forwarded_from") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_comments" ADD CONSTRAINT "review_comments_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_comments" ADD CONSTRAINT "review_comments_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_comments" ADD CONSTRAINT "review_comments_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "applicant_devices_invitation_id_created_at_index" ON "applicant_devices" USING btree ("invitation_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "applicant_devices_ip_created_at_index" ON "applicant_devices" USING btree ("ip","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "invitations_customer_id_created_at_index" ON "invitations" USING btree ("customer_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "invitations_due_at_index" ON "invitations" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "submissions_customer_id_at_index" ON "submissions" USING btree ("customer_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "review_comments_customer_id_at_index" ON "review_comments" USING btree ("customer_id","at");--> statement-breakpoint
CREATE INDEX "reviews_customer_id_at_index" ON "reviews" USING btree ("customer_id","at" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_assignee_id_users_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_reviewer_id_users_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_enable_asked_by_users_id_fk" FOREIGN KEY ("enable_asked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mails_invitation_id_created_at_index" ON "mails" USING btree ("invitation_id","created_at" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "create_attempts" ADD CONSTRAINT "create_attempts_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "reviews"("id");--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_complete" CHECK ('' NOT IN ("text", "text_sha256", "payload_sha256", "user_name", "ip", "user_agent"));--> statement-breakpoint
CREATE TRIGGER submissions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON submissions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER reviews_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reviews
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
-- An invited person hands in the answers of its own customer, with the addendum where that is its part.
CREATE FUNCTION submissions_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.invitation_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM invitations
    WHERE id = NEW.invitation_id AND customer_id = NEW.customer_id
      AND revoked_at IS NULL AND accepts_addendum = (NEW.addendum_version IS NOT NULL)
  ) THEN
    RAISE EXCEPTION 'A submission lacks evidence' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER submissions_evidence BEFORE INSERT ON submissions
  FOR EACH ROW EXECUTE FUNCTION submissions_evidence();--> statement-breakpoint
-- Nothing is sent to Plaid without both confirmations of exactly what is sent, and, where the partner
-- wants two people, without another person's approval.
CREATE FUNCTION create_attempts_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (
    SELECT count(DISTINCT kind) FROM attestations
    WHERE customer_id = NEW.customer_id AND payload_sha256 = NEW.payload_sha256
      AND kind IN ('due_diligence', 'bank_addendum')
  ) < 2 THEN
    RAISE EXCEPTION 'An attempt lacks confirmations' USING ERRCODE = 'check_violation';
  END IF;
  IF (SELECT bool_or(second_person_sends) FROM partner_settings) AND NOT EXISTS (
    SELECT FROM reviews
    WHERE id = NEW.review_id AND customer_id = NEW.customer_id
      AND decision = 'approved' AND user_id <> NEW.user_id
  ) THEN
    RAISE EXCEPTION 'An attempt lacks the approval of another person' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER create_attempts_evidence BEFORE INSERT ON create_attempts
  FOR EACH ROW EXECUTE FUNCTION create_attempts_evidence();--> statement-breakpoint
INSERT INTO attestation_texts (kind, version, title, body) VALUES
  ('addendum_acceptance', 1, 'Bank addendum', 'I have read the Plaid bank addendum that {partner} gave to {legalEntityName}. I may act for {legalEntityName}, and I accept the bank addendum on its behalf.');
