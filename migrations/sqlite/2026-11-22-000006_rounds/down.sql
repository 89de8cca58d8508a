DROP INDEX proposal_by_round;
ALTER TABLE proposal DROP COLUMN round_id;
DROP TABLE round_pairing;
DROP TABLE round_run;
DROP TABLE round;
DROP TABLE job;
