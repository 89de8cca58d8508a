-- Work at the review queue.

-- Who is looking at a proposal just now, so that nobody does the same work twice. It binds nobody and runs out by itself.
CREATE TABLE review_claim (
  proposal_id TEXT NOT NULL REFERENCES proposal (id),
  account_id TEXT NOT NULL REFERENCES account (id),
  until TEXT NOT NULL,
  PRIMARY KEY (proposal_id)
) STRICT;

-- All that the queue filters, counts and sorts by: a row of proposal is long, and its explanation would be read past at each step.
CREATE INDEX proposal_queue ON proposal (state, id, kind, theme, first_id, second_id, created_by, last_edited_by, recommended_by, round_id, score, created_at, approved_by, published_at);
