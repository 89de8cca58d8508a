DROP INDEX practice_catalogue;
ALTER TABLE practice DROP COLUMN basis;
DROP TABLE practice_theme;
