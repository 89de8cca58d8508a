DROP TRIGGER review_no_update;
DROP TRIGGER review_no_delete;
DROP TRIGGER proposal_step_no_update;
DROP TRIGGER proposal_step_no_delete;
DROP TABLE audit_entry;
