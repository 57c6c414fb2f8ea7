-- How many list rows differ from what they should be, in either direction.
SELECT
  (SELECT count (*) FROM (SELECT * FROM resident_list_now EXCEPT SELECT * FROM resident_list))
  + (SELECT count (*) FROM (SELECT * FROM resident_list EXCEPT SELECT * FROM resident_list_now))
