CREATE TABLE "sso_accounts" (
	"user_id" text NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"bound_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sso_accounts_user_id_issuer_pk" PRIMARY KEY("user_id","issuer"),
	CONSTRAINT "sso_accounts_subject" UNIQUE("issuer","subject")
);
--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "user_id" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "invitation_ends_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "last_active_at" timestamp with time zone;--> statement-breakpoint
UPDATE "users" SET "last_active_at" = (SELECT max("last_seen_at") FROM "sessions" WHERE "user_id" = "users"."id");--> statement-breakpoint
ALTER TABLE "sso_accounts" ADD CONSTRAINT "sso_accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mails_user_id_created_at_index" ON "mails" USING btree ("user_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "users_by_name" ON "users" USING btree ((search_fold("name") collate "C"),"id");--> statement-breakpoint
CREATE INDEX "users_by_activity" ON "users" USING btree ((coalesce("last_active_at", "created_at")) desc nulls last,"id" desc nulls last);--> statement-breakpoint
CREATE INDEX "users_search" ON "users" USING gin ((search_fold("name" || ' ' || "email")) gin_trgm_ops);