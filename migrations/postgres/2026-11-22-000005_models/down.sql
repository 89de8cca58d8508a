DROP TABLE model;
DROP FUNCTION kembar_model_stays;
