-- Letters of a list, the latest first. ?1 text (folded part of name, applicant, title or number), ?2 type, ?3 area, ?4 from, ?5 until, ?6 subject, ?7 family, ?8 state,
-- ?9 void: 1 only, -1 without, 0 both, ?10 waiting at the counter, ?11 limit, ?12 offset. The total stands in every row.
SELECT letter.uid, letter.area, letter.type, letter.title, letter.number_text, letter.date, letter.subject_uid, letter.subject_name, letter.applicant, letter.purpose,
  letter.signer_name, letter.taken_by, letter.taken_on, letter.void_on, letter.event_uid, letter.state,
  EXISTS (SELECT 1 FROM letter_file WHERE letter_file.letter = letter.uid), count (*) OVER ()
FROM letter
WHERE letter.deleted = 0
  AND (?1 IS NULL OR pamong_fold (ifnull (letter.subject_name, '') || ' ' || ifnull (letter.applicant, '') || ' ' || ifnull (letter.title, '') || ' ' || ifnull (letter.number_text, '')) LIKE '%' || ?1 || '%' ESCAPE '\')
  AND (?2 IS NULL OR letter.type = ?2)
  AND (?3 IS NULL OR letter.area = ?3)
  AND (?4 IS NULL OR letter.date >= ?4)
  AND (?5 IS NULL OR letter.date <= ?5)
  AND (?6 IS NULL OR letter.subject_uid = ?6)
  AND (?7 IS NULL OR letter.family_uid = ?7)
  AND (?8 = 0 OR letter.state = ?8)
  AND (?9 = 0 OR (letter.void_on IS NOT NULL) = (?9 = 1))
  AND (?10 = 0 OR (letter.void_on IS NULL AND letter.number IS NOT NULL AND letter.state <> 3))
ORDER BY letter.date DESC, letter.rid DESC
LIMIT ?11 OFFSET ?12
