DROP TABLE partnership;
DROP TABLE answer;
DROP TABLE review;
DROP TABLE proposal_step;
DROP TABLE proposal;
DROP TABLE feedback;
DROP TABLE request;
