CREATE TABLE "attestation_texts" (
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "attestation_texts_kind_version_pk" PRIMARY KEY("kind","version")
);
--> statement-breakpoint
CREATE TABLE "attestations" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"kind" text NOT NULL,
	"text_version" integer NOT NULL,
	"text" text NOT NULL,
	"text_sha256" text NOT NULL,
	"payload_sha256" text NOT NULL,
	"user_id" text NOT NULL,
	"user_name" text NOT NULL,
	"authenticated_at" timestamp with time zone NOT NULL,
	"ip" text NOT NULL,
	"user_agent" text NOT NULL,
	"confirmed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "create_attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"state" text DEFAULT 'SENDING' NOT NULL,
	"application_name_key" text,
	"payload" jsonb NOT NULL,
	"payload_sha256" text NOT NULL,
	"user_id" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"request_id" text,
	"error_kind" text,
	"error_code" text,
	"error_message" text
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" text PRIMARY KEY NOT NULL,
	"status" text DEFAULT 'DRAFT' NOT NULL,
	"status_since" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" text,
	"company_name" text DEFAULT '' NOT NULL,
	"legal_entity_name" text DEFAULT '' NOT NULL,
	"application_name" text DEFAULT '' NOT NULL,
	"website" text DEFAULT '' NOT NULL,
	"search_text" text GENERATED ALWAYS AS (lower(company_name || ' ' || legal_entity_name || ' ' || application_name || ' ' || website || ' ' || coalesce(client_id, ''))) STORED NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"submitted_at" timestamp with time zone,
	"enabled_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"checked_at" timestamp with time zone,
	"flowdown_status" text,
	"questionnaire_status" text,
	"registrations_as_of" timestamp with time zone,
	"banks_total" integer DEFAULT 0 NOT NULL,
	"banks_enabled" integer DEFAULT 0 NOT NULL,
	"banks_attention" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"last_failure" text,
	"quarantined_at" timestamp with time zone,
	CONSTRAINT "customers_client_id_unique" UNIQUE("client_id")
);
--> statement-breakpoint
CREATE TABLE "institution_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"institution_id" text NOT NULL,
	"status" text NOT NULL,
	"source" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "institutions" (
	"customer_id" text NOT NULL,
	"institution_id" text NOT NULL,
	"name" text NOT NULL,
	"status" text NOT NULL,
	"environments" jsonb NOT NULL,
	"status_since" timestamp with time zone DEFAULT now() NOT NULL,
	"production_enablement_date" date,
	"classic_disablement_date" date,
	"errors" jsonb NOT NULL,
	CONSTRAINT "institutions_customer_id_institution_id_pk" PRIMARY KEY("customer_id","institution_id")
);
--> statement-breakpoint
CREATE TABLE "logos" (
	"sha256" text PRIMARY KEY NOT NULL,
	"png" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partner_settings" (
	"only_row" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"partner_name" text NOT NULL,
	"country_code" text DEFAULT 'US' NOT NULL,
	"technical_contact" text,
	"billing_contact" text,
	"has_monthly_commitment" boolean DEFAULT false NOT NULL,
	CONSTRAINT "partner_settings_one_row" CHECK ("partner_settings"."only_row")
);
--> statement-breakpoint
CREATE TABLE "secrets" (
	"customer_id" text NOT NULL,
	"kind" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"sealed" "bytea",
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revealed_at" timestamp with time zone,
	"revealed_by" text,
	CONSTRAINT "secrets_customer_id_kind_pk" PRIMARY KEY("customer_id","kind")
);
--> statement-breakpoint
CREATE TABLE "step_answers" (
	"customer_id" text NOT NULL,
	"step" text NOT NULL,
	"answers" jsonb NOT NULL,
	"complete" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "step_answers_customer_id_step_pk" PRIMARY KEY("customer_id","step")
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"seq" bigint PRIMARY KEY DEFAULT 0 NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"ip" text,
	"user_agent" text,
	"details" jsonb NOT NULL,
	"previous_hash" text DEFAULT '' NOT NULL,
	"hash" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"body" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text DEFAULT 'received' NOT NULL,
	"webhook_code" text,
	"client_id" text,
	"institution_id" text,
	"status" text,
	"customer_id" text,
	"projected_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"last_failure" text,
	"quarantined_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" text PRIMARY KEY NOT NULL,
	"template" text NOT NULL,
	"recipient" text NOT NULL,
	"parameters" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"last_failure" text,
	"quarantined_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "partner_api_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"endpoint" text NOT NULL,
	"customer_id" text,
	"attempt" integer NOT NULL,
	"outcome" text NOT NULL,
	"http_status" integer,
	"error_code" text,
	"request_id" text,
	"duration_ms" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_budgets" (
	"name" text PRIMARY KEY NOT NULL,
	"tokens" real NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"user_id" text NOT NULL,
	"ip" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sessions_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"email_verified" timestamp with time zone,
	"suspended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verification_tokens" (
	"identifier" text NOT NULL,
	"token_hash" text NOT NULL,
	"link_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "verification_tokens_identifier_token_hash_pk" PRIMARY KEY("identifier","token_hash")
);
--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "create_attempts" ADD CONSTRAINT "create_attempts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "create_attempts" ADD CONSTRAINT "create_attempts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "institution_changes" ADD CONSTRAINT "institution_changes_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "institutions" ADD CONSTRAINT "institutions_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "secrets" ADD CONSTRAINT "secrets_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "secrets" ADD CONSTRAINT "secrets_revealed_by_users_id_fk" FOREIGN KEY ("revealed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_answers" ADD CONSTRAINT "step_answers_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attestations_customer_id_kind_confirmed_at_index" ON "attestations" USING btree ("customer_id","kind","confirmed_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "create_attempts_one_per_customer" ON "create_attempts" USING btree ("customer_id") WHERE state in ('SENDING', 'CREATED', 'UNKNOWN');--> statement-breakpoint
CREATE UNIQUE INDEX "create_attempts_one_per_application_name" ON "create_attempts" USING btree ("application_name_key") WHERE state in ('SENDING', 'CREATED', 'UNKNOWN');--> statement-breakpoint
CREATE INDEX "create_attempts_customer_id_started_at_index" ON "create_attempts" USING btree ("customer_id","started_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "customers_updated_at_id_index" ON "customers" USING btree ("updated_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "customers_status_updated_at_id_index" ON "customers" USING btree ("status","updated_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "customers_due_at_index" ON "customers" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "customers_search" ON "customers" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "institution_changes_customer_id_institution_id_at_index" ON "institution_changes" USING btree ("customer_id","institution_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "institutions_institution_id_status_index" ON "institutions" USING btree ("institution_id","status");--> statement-breakpoint
CREATE INDEX "audit_entries_subject_seq_index" ON "audit_entries" USING btree ("subject","seq" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "deliveries_due_at_index" ON "deliveries" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "deliveries_client_id_state_index" ON "deliveries" USING btree ("client_id","state");--> statement-breakpoint
CREATE INDEX "deliveries_received_at_index" ON "deliveries" USING btree ("received_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "mails_due_at_index" ON "mails" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "partner_api_requests_at_index" ON "partner_api_requests" USING btree ("at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "partner_api_requests_customer_id_at_index" ON "partner_api_requests" USING btree ("customer_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "sessions_user_id_index" ON "sessions" USING btree ("user_id");