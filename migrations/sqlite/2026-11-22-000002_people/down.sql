DROP TABLE idempotency;
DROP TABLE setting;
DROP TABLE portal_key;
DROP TABLE portal;
DROP TABLE session;
DROP TABLE invitation;
DROP TABLE account;
