ALTER TABLE "customers" ADD COLUMN "application_name_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "legal_entity_name_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "gaps" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "step_answers" ADD COLUMN "fields" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "customers_application_name_key_index" ON "customers" USING btree ("application_name_key");--> statement-breakpoint
CREATE INDEX "customers_legal_entity_name_key_index" ON "customers" USING btree ("legal_entity_name_key");--> statement-breakpoint
ALTER TABLE "step_answers" DROP COLUMN "complete";--> statement-breakpoint
-- What was already typed keeps its meaning: a contact, products or number that is there was chosen.
UPDATE "step_answers" SET "answers" = jsonb_set(
  jsonb_set("answers", '{technical,use}', CASE WHEN "answers" #>> '{technical,email}' <> '' THEN '"theirs"'::jsonb ELSE '"ours"'::jsonb END),
  '{billing,use}', CASE WHEN "answers" #>> '{billing,email}' <> '' THEN '"theirs"'::jsonb ELSE '"ours"'::jsonb END
) WHERE "step" = 'contacts';--> statement-breakpoint
UPDATE "step_answers" SET "answers" = jsonb_set("answers", '{use}',
  CASE WHEN jsonb_array_length("answers" -> 'products') > 0 THEN '"chosen"'::jsonb ELSE '"ours"'::jsonb END
) WHERE "step" = 'products';--> statement-breakpoint
UPDATE "step_answers" SET "answers" = jsonb_set("answers", '{isDepository}',
  to_jsonb(coalesce("answers" ->> 'registrationNumber', '') <> '')
) WHERE "step" = 'company';--> statement-breakpoint
UPDATE "customers" SET
  "application_name_key" = lower(regexp_replace("application_name", '[[:space:][:punct:]]', '', 'g')),
  "legal_entity_name_key" = lower(regexp_replace("legal_entity_name", '[[:space:][:punct:]]', '', 'g'));--> statement-breakpoint
-- Which fields a draft lacks is known from its next save on; until then only that it lacks some.
UPDATE "customers" SET "gaps" = '[{"step": "company", "path": ""}]' WHERE "status" = 'DRAFT';
