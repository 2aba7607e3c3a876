CREATE TABLE "answer_changes" (
	"customer_id" text NOT NULL,
	"step" text NOT NULL,
	"editor" text NOT NULL,
	"path" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"changed_by" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "answer_changes_customer_id_editor_step_path_pk" PRIMARY KEY("customer_id","editor","step","path")
);
--> statement-breakpoint
CREATE TABLE "institution_counts" (
	"institution_id" text NOT NULL,
	"status" text NOT NULL,
	"n" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "launch_ticks" (
	"customer_id" text NOT NULL,
	"item" text NOT NULL,
	"ticked_by" text NOT NULL,
	"ticked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"link" text DEFAULT '' NOT NULL,
	CONSTRAINT "launch_ticks_customer_id_item_pk" PRIMARY KEY("customer_id","item")
);
--> statement-breakpoint
DROP INDEX "institutions_institution_id_status_index";--> statement-breakpoint
ALTER TABLE "answer_changes" ADD CONSTRAINT "answer_changes_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "launch_ticks" ADD CONSTRAINT "launch_ticks_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "launch_ticks" ADD CONSTRAINT "launch_ticks_ticked_by_users_id_fk" FOREIGN KEY ("ticked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_changes_customer_id_at_index" ON "answer_changes" USING btree ("customer_id","at");--> statement-breakpoint
CREATE INDEX "institution_counts_institution_id_status_index" ON "institution_counts" USING btree ("institution_id","status");--> statement-breakpoint
CREATE INDEX "institution_changes_latest" ON "institution_changes" USING btree ("customer_id","at","id");--> statement-breakpoint
CREATE INDEX "institutions_waiting" ON "institutions" USING btree ("institution_id","status","status_since","customer_id");--> statement-breakpoint
-- Counts of banks are kept by adding, never by changing a row: many writers do not wait for each other,
-- and thousands of rows written at once are counted at once.
CREATE FUNCTION institution_counts_add() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO institution_counts (institution_id, status, n)
    SELECT institution_id, status, count(*) FROM after GROUP BY institution_id, status;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO institution_counts (institution_id, status, n)
    SELECT institution_id, status, -count(*) FROM before GROUP BY institution_id, status;
  ELSE
    INSERT INTO institution_counts (institution_id, status, n)
    SELECT institution_id, status, sum(n) FROM (
      SELECT institution_id, status, 1 AS n FROM after
      UNION ALL
      SELECT institution_id, status, -1 FROM before
    ) AS moved GROUP BY institution_id, status HAVING sum(n) <> 0;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER institution_counts_inserted AFTER INSERT ON institutions
  REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION institution_counts_add();--> statement-breakpoint
CREATE TRIGGER institution_counts_updated AFTER UPDATE ON institutions
  REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION institution_counts_add();--> statement-breakpoint
CREATE TRIGGER institution_counts_deleted AFTER DELETE ON institutions
  REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION institution_counts_add();--> statement-breakpoint
INSERT INTO institution_counts (institution_id, status, n)
SELECT institution_id, status, count(*) FROM institutions GROUP BY institution_id, status;
