CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "worker_heartbeats" (
	"process" text PRIMARY KEY NOT NULL,
	"version" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"slowest" text NOT NULL,
	"slowest_ms" integer NOT NULL
);
--> statement-breakpoint
DROP INDEX "handover_devices_ip_code_sent_at_index";--> statement-breakpoint
DROP INDEX "applicant_devices_ip_created_at_index";--> statement-breakpoint
CREATE INDEX "rate_limits_expire_index" ON "rate_limits" USING btree ("expire");--> statement-breakpoint
-- What waits for a person is counted on the health page: along these, however large the tables are.
CREATE INDEX "deliveries_quarantined" ON "deliveries" ("quarantined_at") WHERE "quarantined_at" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "deliveries_orphans" ON "deliveries" ("received_at") WHERE "state" = 'orphan';--> statement-breakpoint
CREATE INDEX "mails_quarantined" ON "mails" ("quarantined_at") WHERE "quarantined_at" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "customers_quarantined" ON "customers" ("quarantined_at") WHERE "quarantined_at" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "invitations_quarantined" ON "invitations" ("quarantined_at") WHERE "quarantined_at" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "bulk_items_quarantined" ON "bulk_items" ("quarantined_at") WHERE "quarantined_at" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "secrets_quarantined" ON "secrets" ("quarantined_at") WHERE "quarantined_at" IS NOT NULL;
