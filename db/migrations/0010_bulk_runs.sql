CREATE TABLE "import_rows" (
	"import_id" text NOT NULL,
	"position" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"fixes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"not_twin" boolean DEFAULT false NOT NULL,
	"company_name" text DEFAULT '' NOT NULL,
	"name_keys" text[] DEFAULT '{}' NOT NULL,
	"verdict" text DEFAULT 'problem' NOT NULL,
	"problems" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"missing" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "import_rows_import_id_position_pk" PRIMARY KEY("import_id","position")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"encoding" text NOT NULL,
	"delimiter" text NOT NULL,
	"header" jsonb NOT NULL,
	"row_count" integer NOT NULL,
	"mapping" jsonb,
	"user_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"run_id" text,
	"due_at" timestamp with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"last_failure" text,
	"quarantined_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "bulk_items" (
	"id" text PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"position" integer NOT NULL,
	"customer_id" text NOT NULL,
	"company_name" text NOT NULL,
	"patches" jsonb,
	"state" text DEFAULT 'queued' NOT NULL,
	"reason" jsonb,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"last_failure" text,
	"quarantined_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "bulk_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"selected" integer NOT NULL,
	"assignee_id" text,
	"user_id" text NOT NULL,
	"authenticated_at" timestamp with time zone NOT NULL,
	"ip" text NOT NULL,
	"user_agent" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"paused_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"last_failure" text,
	"quarantined_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_run_id_bulk_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."bulk_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_runs" ADD CONSTRAINT "bulk_runs_assignee_id_users_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_runs" ADD CONSTRAINT "bulk_runs_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_rows_import_id_verdict_position_index" ON "import_rows" USING btree ("import_id","verdict","position");--> statement-breakpoint
CREATE INDEX "imports_due_at_index" ON "imports" USING btree ("due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "bulk_items_run_id_position_index" ON "bulk_items" USING btree ("run_id","position");--> statement-breakpoint
CREATE INDEX "bulk_items_run_id_state_position_index" ON "bulk_items" USING btree ("run_id","state","position");--> statement-breakpoint
CREATE INDEX "bulk_items_due_at_index" ON "bulk_items" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "bulk_runs_due_at_index" ON "bulk_runs" USING btree ("due_at");