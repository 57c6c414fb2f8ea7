-- Acts about a person or a family that can be taken back, the one entered last first: an act of last month may be noted after one of today.
SELECT e.uid FROM event_standing AS e
WHERE e.before IS NOT NULL AND e.rid IN (
  SELECT rid FROM event WHERE resident_uid = ?1
  UNION SELECT rid FROM event WHERE other_uid = ?1
  UNION SELECT rid FROM event WHERE family_uid = ?1
  UNION SELECT rid FROM event WHERE from_family_uid = ?1)
ORDER BY e.rid DESC
