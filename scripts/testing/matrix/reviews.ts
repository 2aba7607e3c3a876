import { getApproval } from "@/lib/reviews/approval";
import { assignCustomer, getAssignment } from "@/lib/reviews/assign";
import { addComment, removeComment } from "@/lib/reviews/comment";
import { decideReview } from "@/lib/reviews/decide";
import { getReview } from "@/lib/reviews/queries";
import { countReviews, lastReviewAt, listReviews } from "@/lib/reviews/queue";
import { reviewNext, startReview } from "@/lib/reviews/reviewing";
import { editors } from "@/scripts/testing/who";
import type { Rows } from "./row";

export const reviews: Rows = {
  addComment: {
    call: (actor, { id }) => {
      const about = { customerId: id, step: "support", path: "email" } as const;
      return addComment(actor, { ...about, body: "Why?", internal: false });
    },
    may: editors,
  },
  assignCustomer: {
    call: (actor, { id }) => assignCustomer(actor, { customerId: id, userId: null }),
    may: editors,
  },
  countReviews: { call: (actor) => countReviews(actor), may: editors },
  decideReview: {
    call: (actor, { id }) => {
      const seen = {
        submissionId: "",
        answersSha256: "",
        verdict: { decision: "approved" },
      } as const;
      return decideReview(actor, { customerId: id, ...seen });
    },
    may: editors,
  },
  getApproval: { call: (actor, { id }) => getApproval(actor, id), may: editors },
  getAssignment: { call: (actor, { id }) => getAssignment(actor, id), may: editors },
  getReview: { call: (actor, { id }) => getReview(actor, id), may: editors },
  lastReviewAt: { call: (actor) => lastReviewAt(actor), may: editors },
  listReviews: { call: (actor) => listReviews(actor, { after: null, before: null }), may: editors },
  removeComment: {
    call: (actor, { id }) => removeComment(actor, { customerId: id, id: "com_nothing" }),
    may: editors,
  },
  reviewNext: { call: (actor) => reviewNext(actor), may: editors },
  startReview: { call: (actor, { id }) => startReview(actor, id), may: editors },
};
