CREATE TABLE "handover_devices" (
	"id" text PRIMARY KEY NOT NULL,
	"handover_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"code_sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	"ip" text NOT NULL,
	"user_agent" text NOT NULL,
	CONSTRAINT "handover_devices_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "handovers" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"kinds" jsonb NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"token_hash" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone,
	"code_tries" integer DEFAULT 0 NOT NULL,
	"locked_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"revealed_at" timestamp with time zone,
	"revealed_device" text,
	"revealed_ip" text,
	"revealed_user_agent" text,
	"stored_at" timestamp with time zone,
	CONSTRAINT "handovers_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "secrets" DROP CONSTRAINT "secrets_customer_id_kind_pk";--> statement-breakpoint
ALTER TABLE "partner_settings" ADD COLUMN "secret_retention_days" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "secrets" ADD COLUMN "id" text PRIMARY KEY DEFAULT 'sec_' || replace(gen_random_uuid()::text, '-', '') NOT NULL;--> statement-breakpoint
ALTER TABLE "secrets" ADD COLUMN "pasted_by" text;--> statement-breakpoint
ALTER TABLE "secrets" ADD COLUMN "handover_id" text;--> statement-breakpoint
ALTER TABLE "secrets" ADD COLUMN "revealed_ip" text;--> statement-breakpoint
ALTER TABLE "secrets" ADD COLUMN "revealer_signed_in_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "secrets" ADD COLUMN "expired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "secrets" ADD COLUMN "due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "secrets" ADD COLUMN "failures" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "secrets" ADD COLUMN "last_failure" text;--> statement-breakpoint
ALTER TABLE "secrets" ADD COLUMN "quarantined_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "handover_id" text;--> statement-breakpoint
ALTER TABLE "handover_devices" ADD CONSTRAINT "handover_devices_handover_id_handovers_id_fk" FOREIGN KEY ("handover_id") REFERENCES "public"."handovers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "handover_devices_handover_id_code_sent_at_index" ON "handover_devices" USING btree ("handover_id","code_sent_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "handover_devices_ip_code_sent_at_index" ON "handover_devices" USING btree ("ip","code_sent_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "handovers_customer_id_created_at_index" ON "handovers" USING btree ("customer_id","created_at" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "secrets" ADD CONSTRAINT "secrets_pasted_by_users_id_fk" FOREIGN KEY ("pasted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "secrets" ADD CONSTRAINT "secrets_handover_id_handovers_id_fk" FOREIGN KEY ("handover_id") REFERENCES "public"."handovers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_handover_id_handovers_id_fk" FOREIGN KEY ("handover_id") REFERENCES "public"."handovers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "secrets_due_at_index" ON "secrets" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "secrets_handover_id_index" ON "secrets" USING btree ("handover_id");--> statement-breakpoint
CREATE INDEX "mails_handover_id_created_at_index" ON "mails" USING btree ("handover_id","created_at" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "secrets" ADD CONSTRAINT "secrets_one_per_kind" UNIQUE("customer_id","kind");--> statement-breakpoint
ALTER TABLE "partner_settings" ADD CONSTRAINT "partner_settings_retention" CHECK ("partner_settings"."secret_retention_days" between 1 and 365);--> statement-breakpoint
UPDATE "secrets" SET "due_at" = "received_at" + interval '30 days' WHERE "sealed" IS NOT NULL;
