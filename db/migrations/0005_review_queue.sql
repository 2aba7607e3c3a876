ALTER TABLE "partner_settings" ALTER COLUMN "partner_name" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "reason_code" text;--> statement-breakpoint
CREATE INDEX "customers_review_queue" ON "customers" USING btree ("status_since","id") WHERE "customers"."status" = 'IN_REVIEW';--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_reason_code" CHECK (("reviews"."decision" = 'rejected') = ("reviews"."reason_code" is not null));--> statement-breakpoint
-- A decision is about the answers handed in last, and where the partner wants two people, nobody
-- approves what they handed in themselves.
CREATE FUNCTION reviews_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  handed_in submissions%ROWTYPE;
BEGIN
  SELECT * INTO handed_in FROM submissions
  WHERE customer_id = NEW.customer_id ORDER BY at DESC, id DESC LIMIT 1;
  IF handed_in.id IS DISTINCT FROM NEW.submission_id THEN
    RAISE EXCEPTION 'A review is not about the latest submission' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.decision = 'approved' AND handed_in.user_id = NEW.user_id
    AND (SELECT bool_or(second_person_sends) FROM partner_settings) THEN
    RAISE EXCEPTION 'An approval lacks another person' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER reviews_evidence BEFORE INSERT ON reviews
  FOR EACH ROW EXECUTE FUNCTION reviews_evidence();--> statement-breakpoint
-- What is for colleagues stays so, and what went out to the customer stays as it was.
CREATE FUNCTION review_comments_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.review_id IS NOT NULL THEN
    RAISE EXCEPTION 'A comment that went out stays' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
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
CREATE TRIGGER review_comments_keep BEFORE UPDATE OR DELETE ON review_comments
  FOR EACH ROW EXECUTE FUNCTION review_comments_keep();
