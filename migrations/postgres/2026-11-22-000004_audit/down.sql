DROP TRIGGER audit_entry_append_only ON audit_entry;
DROP TRIGGER review_append_only ON review;
DROP TRIGGER proposal_step_append_only ON proposal_step;
DROP FUNCTION kembar_append_only();
DROP TABLE audit_entry;
