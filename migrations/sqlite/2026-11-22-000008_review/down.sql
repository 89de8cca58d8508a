DROP INDEX proposal_queue;
DROP TABLE review_claim;
