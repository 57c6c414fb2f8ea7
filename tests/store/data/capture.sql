DROP TRIGGER IF EXISTS capture_resident_insert;
CREATE TRIGGER capture_resident_insert AFTER INSERT ON resident BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'resident', NEW.uid, NEW.area, 'insert', NEW.version, '{' || substr (''
      || CASE WHEN NEW."nik" IS NULL THEN '' ELSE ',"nik":[null,' || json_quote (NEW."nik") || ']' END
      || CASE WHEN NEW."name" IS NULL THEN '' ELSE ',"name":[null,' || json_quote (NEW."name") || ']' END
      || ifnull (',"sex":[null,' || NEW."sex" || ']', '')
      || CASE WHEN NEW."birth_place" IS NULL THEN '' ELSE ',"birth_place":[null,' || json_quote (NEW."birth_place") || ']' END
      || CASE WHEN NEW."birth_date" IS NULL THEN '' ELSE ',"birth_date":[null,' || json_quote (NEW."birth_date") || ']' END
      || ifnull (',"religion":[null,' || NEW."religion" || ']', '')
      || ifnull (',"education":[null,' || NEW."education" || ']', '')
      || ifnull (',"education_now":[null,' || NEW."education_now" || ']', '')
      || ifnull (',"occupation":[null,' || NEW."occupation" || ']', '')
      || ifnull (',"marital_status":[null,' || NEW."marital_status" || ']', '')
      || ifnull (',"nationality":[null,' || NEW."nationality" || ']', '')
      || ifnull (',"blood_type":[null,' || NEW."blood_type" || ']', '')
      || CASE WHEN NEW."father_name" IS NULL THEN '' ELSE ',"father_name":[null,' || json_quote (NEW."father_name") || ']' END
      || CASE WHEN NEW."mother_name" IS NULL THEN '' ELSE ',"mother_name":[null,' || json_quote (NEW."mother_name") || ']' END
      || CASE WHEN NEW."father_nik" IS NULL THEN '' ELSE ',"father_nik":[null,' || json_quote (NEW."father_nik") || ']' END
      || CASE WHEN NEW."mother_nik" IS NULL THEN '' ELSE ',"mother_nik":[null,' || json_quote (NEW."mother_nik") || ']' END
      || CASE WHEN NEW."family_uid" IS NULL THEN '' ELSE ',"family_uid":[null,' || json_quote (NEW."family_uid") || ']' END
      || ifnull (',"shdk":[null,' || NEW."shdk" || ']', '')
      || CASE WHEN NEW."current_address" IS NULL THEN '' ELSE ',"current_address":[null,' || json_quote (NEW."current_address") || ']' END
      || CASE WHEN NEW."birth_cert" IS NULL THEN '' ELSE ',"birth_cert":[null,' || json_quote (NEW."birth_cert") || ']' END
      || CASE WHEN NEW."passport" IS NULL THEN '' ELSE ',"passport":[null,' || json_quote (NEW."passport") || ']' END
      || CASE WHEN NEW."passport_until" IS NULL THEN '' ELSE ',"passport_until":[null,' || json_quote (NEW."passport_until") || ']' END
      || CASE WHEN NEW."kitas" IS NULL THEN '' ELSE ',"kitas":[null,' || json_quote (NEW."kitas") || ']' END
      || CASE WHEN NEW."marriage_cert" IS NULL THEN '' ELSE ',"marriage_cert":[null,' || json_quote (NEW."marriage_cert") || ']' END
      || CASE WHEN NEW."marriage_date" IS NULL THEN '' ELSE ',"marriage_date":[null,' || json_quote (NEW."marriage_date") || ']' END
      || CASE WHEN NEW."divorce_cert" IS NULL THEN '' ELSE ',"divorce_cert":[null,' || json_quote (NEW."divorce_cert") || ']' END
      || CASE WHEN NEW."divorce_date" IS NULL THEN '' ELSE ',"divorce_date":[null,' || json_quote (NEW."divorce_date") || ']' END
      || ifnull (',"disability":[null,' || NEW."disability" || ']', '')
      || ifnull (',"contraception":[null,' || NEW."contraception" || ']', '')
      || ifnull (',"pregnant":[null,' || NEW."pregnant" || ']', '')
      || ifnull (',"ektp":[null,' || NEW."ektp" || ']', '')
      || ifnull (',"ektp_status":[null,' || NEW."ektp_status" || ']', '')
      || CASE WHEN NEW."ektp_place" IS NULL THEN '' ELSE ',"ektp_place":[null,' || json_quote (NEW."ektp_place") || ']' END
      || CASE WHEN NEW."ektp_date" IS NULL THEN '' ELSE ',"ektp_date":[null,' || json_quote (NEW."ektp_date") || ']' END
      || CASE WHEN NEW."ethnicity" IS NULL THEN '' ELSE ',"ethnicity":[null,' || json_quote (NEW."ethnicity") || ']' END
      || CASE WHEN NEW."card_tag" IS NULL THEN '' ELSE ',"card_tag":[null,' || json_quote (NEW."card_tag") || ']' END
      || ifnull (',"insurance":[null,' || NEW."insurance" || ']', '')
      || CASE WHEN NEW."insurance_no" IS NULL THEN '' ELSE ',"insurance_no":[null,' || json_quote (NEW."insurance_no") || ']' END
      || ifnull (',"lat":[null,' || NEW."lat" || ']', '')
      || ifnull (',"lng":[null,' || NEW."lng" || ']', '')
      || ifnull (',"literacy":[null,' || NEW."literacy" || ']', '')
      || ifnull (',"residency":[null,' || NEW."residency" || ']', '')
      || CASE WHEN NEW."since" IS NULL THEN '' ELSE ',"since":[null,' || json_quote (NEW."since") || ']' END
      || CASE WHEN NEW."phone" IS NULL THEN '' ELSE ',"phone":[null,' || json_quote (NEW."phone") || ']' END
      || CASE WHEN NEW."batch_uid" IS NULL THEN '' ELSE ',"batch_uid":[null,' || json_quote (NEW."batch_uid") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local';
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'resident', NEW.uid, 'insert', '{' || substr (''
      || CASE WHEN NEW."nik" IS NULL THEN '' ELSE ',"nik":[null,' || json_quote (NEW."nik") || ']' END
      || CASE WHEN NEW."name" IS NULL THEN '' ELSE ',"name":[null,' || json_quote (NEW."name") || ']' END
      || ifnull (',"sex":[null,' || NEW."sex" || ']', '')
      || CASE WHEN NEW."birth_place" IS NULL THEN '' ELSE ',"birth_place":[null,' || json_quote (NEW."birth_place") || ']' END
      || CASE WHEN NEW."birth_date" IS NULL THEN '' ELSE ',"birth_date":[null,' || json_quote (NEW."birth_date") || ']' END
      || ifnull (',"religion":[null,' || NEW."religion" || ']', '')
      || ifnull (',"education":[null,' || NEW."education" || ']', '')
      || ifnull (',"education_now":[null,' || NEW."education_now" || ']', '')
      || ifnull (',"occupation":[null,' || NEW."occupation" || ']', '')
      || ifnull (',"marital_status":[null,' || NEW."marital_status" || ']', '')
      || ifnull (',"nationality":[null,' || NEW."nationality" || ']', '')
      || ifnull (',"blood_type":[null,' || NEW."blood_type" || ']', '')
      || CASE WHEN NEW."father_name" IS NULL THEN '' ELSE ',"father_name":[null,' || json_quote (NEW."father_name") || ']' END
      || CASE WHEN NEW."mother_name" IS NULL THEN '' ELSE ',"mother_name":[null,' || json_quote (NEW."mother_name") || ']' END
      || CASE WHEN NEW."father_nik" IS NULL THEN '' ELSE ',"father_nik":[null,' || json_quote (NEW."father_nik") || ']' END
      || CASE WHEN NEW."mother_nik" IS NULL THEN '' ELSE ',"mother_nik":[null,' || json_quote (NEW."mother_nik") || ']' END
      || CASE WHEN NEW."family_uid" IS NULL THEN '' ELSE ',"family_uid":[null,' || json_quote (NEW."family_uid") || ']' END
      || ifnull (',"shdk":[null,' || NEW."shdk" || ']', '')
      || CASE WHEN NEW."current_address" IS NULL THEN '' ELSE ',"current_address":[null,' || json_quote (NEW."current_address") || ']' END
      || CASE WHEN NEW."birth_cert" IS NULL THEN '' ELSE ',"birth_cert":[null,' || json_quote (NEW."birth_cert") || ']' END
      || CASE WHEN NEW."passport" IS NULL THEN '' ELSE ',"passport":[null,' || json_quote (NEW."passport") || ']' END
      || CASE WHEN NEW."passport_until" IS NULL THEN '' ELSE ',"passport_until":[null,' || json_quote (NEW."passport_until") || ']' END
      || CASE WHEN NEW."kitas" IS NULL THEN '' ELSE ',"kitas":[null,' || json_quote (NEW."kitas") || ']' END
      || CASE WHEN NEW."marriage_cert" IS NULL THEN '' ELSE ',"marriage_cert":[null,' || json_quote (NEW."marriage_cert") || ']' END
      || CASE WHEN NEW."marriage_date" IS NULL THEN '' ELSE ',"marriage_date":[null,' || json_quote (NEW."marriage_date") || ']' END
      || CASE WHEN NEW."divorce_cert" IS NULL THEN '' ELSE ',"divorce_cert":[null,' || json_quote (NEW."divorce_cert") || ']' END
      || CASE WHEN NEW."divorce_date" IS NULL THEN '' ELSE ',"divorce_date":[null,' || json_quote (NEW."divorce_date") || ']' END
      || ifnull (',"disability":[null,' || NEW."disability" || ']', '')
      || ifnull (',"contraception":[null,' || NEW."contraception" || ']', '')
      || ifnull (',"pregnant":[null,' || NEW."pregnant" || ']', '')
      || ifnull (',"ektp":[null,' || NEW."ektp" || ']', '')
      || ifnull (',"ektp_status":[null,' || NEW."ektp_status" || ']', '')
      || CASE WHEN NEW."ektp_place" IS NULL THEN '' ELSE ',"ektp_place":[null,' || json_quote (NEW."ektp_place") || ']' END
      || CASE WHEN NEW."ektp_date" IS NULL THEN '' ELSE ',"ektp_date":[null,' || json_quote (NEW."ektp_date") || ']' END
      || CASE WHEN NEW."ethnicity" IS NULL THEN '' ELSE ',"ethnicity":[null,' || json_quote (NEW."ethnicity") || ']' END
      || CASE WHEN NEW."card_tag" IS NULL THEN '' ELSE ',"card_tag":[null,' || json_quote (NEW."card_tag") || ']' END
      || ifnull (',"insurance":[null,' || NEW."insurance" || ']', '')
      || CASE WHEN NEW."insurance_no" IS NULL THEN '' ELSE ',"insurance_no":[null,' || json_quote (NEW."insurance_no") || ']' END
      || ifnull (',"lat":[null,' || NEW."lat" || ']', '')
      || ifnull (',"lng":[null,' || NEW."lng" || ']', '')
      || ifnull (',"literacy":[null,' || NEW."literacy" || ']', '')
      || ifnull (',"residency":[null,' || NEW."residency" || ']', '')
      || CASE WHEN NEW."since" IS NULL THEN '' ELSE ',"since":[null,' || json_quote (NEW."since") || ']' END
      || CASE WHEN NEW."phone" IS NULL THEN '' ELSE ',"phone":[null,' || json_quote (NEW."phone") || ']' END
      || CASE WHEN NEW."batch_uid" IS NULL THEN '' ELSE ',"batch_uid":[null,' || json_quote (NEW."batch_uid") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply';
END;
DROP TRIGGER IF EXISTS capture_resident_update;
CREATE TRIGGER capture_resident_update AFTER UPDATE ON resident BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO base (kind, uid, version, data)
    SELECT 'resident', OLD.uid, OLD.version, '{' || substr (''
      || CASE WHEN OLD."nik" IS NULL THEN '' ELSE ',"nik":' || json_quote (OLD."nik") END
      || CASE WHEN OLD."name" IS NULL THEN '' ELSE ',"name":' || json_quote (OLD."name") END
      || CASE WHEN OLD."sex" IS NULL THEN '' ELSE ',"sex":' || json_quote (OLD."sex") END
      || CASE WHEN OLD."birth_place" IS NULL THEN '' ELSE ',"birth_place":' || json_quote (OLD."birth_place") END
      || CASE WHEN OLD."birth_date" IS NULL THEN '' ELSE ',"birth_date":' || json_quote (OLD."birth_date") END
      || CASE WHEN OLD."religion" IS NULL THEN '' ELSE ',"religion":' || json_quote (OLD."religion") END
      || CASE WHEN OLD."education" IS NULL THEN '' ELSE ',"education":' || json_quote (OLD."education") END
      || CASE WHEN OLD."education_now" IS NULL THEN '' ELSE ',"education_now":' || json_quote (OLD."education_now") END
      || CASE WHEN OLD."occupation" IS NULL THEN '' ELSE ',"occupation":' || json_quote (OLD."occupation") END
      || CASE WHEN OLD."marital_status" IS NULL THEN '' ELSE ',"marital_status":' || json_quote (OLD."marital_status") END
      || CASE WHEN OLD."nationality" IS NULL THEN '' ELSE ',"nationality":' || json_quote (OLD."nationality") END
      || CASE WHEN OLD."blood_type" IS NULL THEN '' ELSE ',"blood_type":' || json_quote (OLD."blood_type") END
      || CASE WHEN OLD."father_name" IS NULL THEN '' ELSE ',"father_name":' || json_quote (OLD."father_name") END
      || CASE WHEN OLD."mother_name" IS NULL THEN '' ELSE ',"mother_name":' || json_quote (OLD."mother_name") END
      || CASE WHEN OLD."father_nik" IS NULL THEN '' ELSE ',"father_nik":' || json_quote (OLD."father_nik") END
      || CASE WHEN OLD."mother_nik" IS NULL THEN '' ELSE ',"mother_nik":' || json_quote (OLD."mother_nik") END
      || CASE WHEN OLD."family_uid" IS NULL THEN '' ELSE ',"family_uid":' || json_quote (OLD."family_uid") END
      || CASE WHEN OLD."shdk" IS NULL THEN '' ELSE ',"shdk":' || json_quote (OLD."shdk") END
      || CASE WHEN OLD."current_address" IS NULL THEN '' ELSE ',"current_address":' || json_quote (OLD."current_address") END
      || CASE WHEN OLD."birth_cert" IS NULL THEN '' ELSE ',"birth_cert":' || json_quote (OLD."birth_cert") END
      || CASE WHEN OLD."passport" IS NULL THEN '' ELSE ',"passport":' || json_quote (OLD."passport") END
      || CASE WHEN OLD."passport_until" IS NULL THEN '' ELSE ',"passport_until":' || json_quote (OLD."passport_until") END
      || CASE WHEN OLD."kitas" IS NULL THEN '' ELSE ',"kitas":' || json_quote (OLD."kitas") END
      || CASE WHEN OLD."marriage_cert" IS NULL THEN '' ELSE ',"marriage_cert":' || json_quote (OLD."marriage_cert") END
      || CASE WHEN OLD."marriage_date" IS NULL THEN '' ELSE ',"marriage_date":' || json_quote (OLD."marriage_date") END
      || CASE WHEN OLD."divorce_cert" IS NULL THEN '' ELSE ',"divorce_cert":' || json_quote (OLD."divorce_cert") END
      || CASE WHEN OLD."divorce_date" IS NULL THEN '' ELSE ',"divorce_date":' || json_quote (OLD."divorce_date") END
      || CASE WHEN OLD."disability" IS NULL THEN '' ELSE ',"disability":' || json_quote (OLD."disability") END
      || CASE WHEN OLD."contraception" IS NULL THEN '' ELSE ',"contraception":' || json_quote (OLD."contraception") END
      || CASE WHEN OLD."pregnant" IS NULL THEN '' ELSE ',"pregnant":' || json_quote (OLD."pregnant") END
      || CASE WHEN OLD."ektp" IS NULL THEN '' ELSE ',"ektp":' || json_quote (OLD."ektp") END
      || CASE WHEN OLD."ektp_status" IS NULL THEN '' ELSE ',"ektp_status":' || json_quote (OLD."ektp_status") END
      || CASE WHEN OLD."ektp_place" IS NULL THEN '' ELSE ',"ektp_place":' || json_quote (OLD."ektp_place") END
      || CASE WHEN OLD."ektp_date" IS NULL THEN '' ELSE ',"ektp_date":' || json_quote (OLD."ektp_date") END
      || CASE WHEN OLD."ethnicity" IS NULL THEN '' ELSE ',"ethnicity":' || json_quote (OLD."ethnicity") END
      || CASE WHEN OLD."card_tag" IS NULL THEN '' ELSE ',"card_tag":' || json_quote (OLD."card_tag") END
      || CASE WHEN OLD."insurance" IS NULL THEN '' ELSE ',"insurance":' || json_quote (OLD."insurance") END
      || CASE WHEN OLD."insurance_no" IS NULL THEN '' ELSE ',"insurance_no":' || json_quote (OLD."insurance_no") END
      || CASE WHEN OLD."lat" IS NULL THEN '' ELSE ',"lat":' || json_quote (OLD."lat") END
      || CASE WHEN OLD."lng" IS NULL THEN '' ELSE ',"lng":' || json_quote (OLD."lng") END
      || CASE WHEN OLD."literacy" IS NULL THEN '' ELSE ',"literacy":' || json_quote (OLD."literacy") END
      || CASE WHEN OLD."residency" IS NULL THEN '' ELSE ',"residency":' || json_quote (OLD."residency") END
      || CASE WHEN OLD."since" IS NULL THEN '' ELSE ',"since":' || json_quote (OLD."since") END
      || CASE WHEN OLD."phone" IS NULL THEN '' ELSE ',"phone":' || json_quote (OLD."phone") END
      || CASE WHEN OLD."batch_uid" IS NULL THEN '' ELSE ',"batch_uid":' || json_quote (OLD."batch_uid") END
      || CASE WHEN OLD.extra IS NULL OR OLD.extra = '{}' THEN '' ELSE ',' || substr (OLD.extra, 2, length (OLD.extra) - 2) END, 2) || '}'
    FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND OLD.version > 0 AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."nik", NEW."name", NEW."sex", NEW."birth_place", NEW."birth_date", NEW."religion", NEW."education", NEW."education_now", NEW."occupation", NEW."marital_status", NEW."nationality", NEW."blood_type", NEW."father_name", NEW."mother_name", NEW."father_nik", NEW."mother_nik", NEW."family_uid", NEW."shdk", NEW."current_address", NEW."birth_cert", NEW."passport", NEW."passport_until", NEW."kitas", NEW."marriage_cert", NEW."marriage_date", NEW."divorce_cert", NEW."divorce_date", NEW."disability", NEW."contraception", NEW."pregnant", NEW."ektp", NEW."ektp_status", NEW."ektp_place", NEW."ektp_date", NEW."ethnicity", NEW."card_tag", NEW."insurance", NEW."insurance_no", NEW."lat", NEW."lng", NEW."literacy", NEW."residency", NEW."since", NEW."phone", NEW."batch_uid") IS NOT (OLD.deleted, OLD."nik", OLD."name", OLD."sex", OLD."birth_place", OLD."birth_date", OLD."religion", OLD."education", OLD."education_now", OLD."occupation", OLD."marital_status", OLD."nationality", OLD."blood_type", OLD."father_name", OLD."mother_name", OLD."father_nik", OLD."mother_nik", OLD."family_uid", OLD."shdk", OLD."current_address", OLD."birth_cert", OLD."passport", OLD."passport_until", OLD."kitas", OLD."marriage_cert", OLD."marriage_date", OLD."divorce_cert", OLD."divorce_date", OLD."disability", OLD."contraception", OLD."pregnant", OLD."ektp", OLD."ektp_status", OLD."ektp_place", OLD."ektp_date", OLD."ethnicity", OLD."card_tag", OLD."insurance", OLD."insurance_no", OLD."lat", OLD."lng", OLD."literacy", OLD."residency", OLD."since", OLD."phone", OLD."batch_uid"))
      AND NOT EXISTS (SELECT 1 FROM base WHERE kind = 'resident' AND uid = OLD.uid);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'resident', NEW.uid, NEW.area, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, OLD.version, '{' || substr (''
      || CASE WHEN NEW."nik" IS OLD."nik" AND ctx.resolve IS NOT 'nik' THEN '' ELSE ',"nik":[' || json_quote (OLD."nik") || ',' || json_quote (NEW."nik") || ']' END
      || CASE WHEN NEW."name" IS OLD."name" AND ctx.resolve IS NOT 'name' THEN '' ELSE ',"name":[' || json_quote (OLD."name") || ',' || json_quote (NEW."name") || ']' END
      || CASE WHEN NEW."sex" IS OLD."sex" AND ctx.resolve IS NOT 'sex' THEN '' ELSE ',"sex":[' || json_quote (OLD."sex") || ',' || json_quote (NEW."sex") || ']' END
      || CASE WHEN NEW."birth_place" IS OLD."birth_place" AND NEW."birth_date" IS OLD."birth_date" AND ctx.resolve IS NOT 'birth_place' THEN '' ELSE ',"birth_place":[' || json_quote (OLD."birth_place") || ',' || json_quote (NEW."birth_place") || ']' END
      || CASE WHEN NEW."birth_place" IS OLD."birth_place" AND NEW."birth_date" IS OLD."birth_date" AND ctx.resolve IS NOT 'birth_place' THEN '' ELSE ',"birth_date":[' || json_quote (OLD."birth_date") || ',' || json_quote (NEW."birth_date") || ']' END
      || CASE WHEN NEW."religion" IS OLD."religion" AND ctx.resolve IS NOT 'religion' THEN '' ELSE ',"religion":[' || json_quote (OLD."religion") || ',' || json_quote (NEW."religion") || ']' END
      || CASE WHEN NEW."education" IS OLD."education" AND ctx.resolve IS NOT 'education' THEN '' ELSE ',"education":[' || json_quote (OLD."education") || ',' || json_quote (NEW."education") || ']' END
      || CASE WHEN NEW."education_now" IS OLD."education_now" AND ctx.resolve IS NOT 'education_now' THEN '' ELSE ',"education_now":[' || json_quote (OLD."education_now") || ',' || json_quote (NEW."education_now") || ']' END
      || CASE WHEN NEW."occupation" IS OLD."occupation" AND ctx.resolve IS NOT 'occupation' THEN '' ELSE ',"occupation":[' || json_quote (OLD."occupation") || ',' || json_quote (NEW."occupation") || ']' END
      || CASE WHEN NEW."marital_status" IS OLD."marital_status" AND ctx.resolve IS NOT 'marital_status' THEN '' ELSE ',"marital_status":[' || json_quote (OLD."marital_status") || ',' || json_quote (NEW."marital_status") || ']' END
      || CASE WHEN NEW."nationality" IS OLD."nationality" AND ctx.resolve IS NOT 'nationality' THEN '' ELSE ',"nationality":[' || json_quote (OLD."nationality") || ',' || json_quote (NEW."nationality") || ']' END
      || CASE WHEN NEW."blood_type" IS OLD."blood_type" AND ctx.resolve IS NOT 'blood_type' THEN '' ELSE ',"blood_type":[' || json_quote (OLD."blood_type") || ',' || json_quote (NEW."blood_type") || ']' END
      || CASE WHEN NEW."father_name" IS OLD."father_name" AND ctx.resolve IS NOT 'father_name' THEN '' ELSE ',"father_name":[' || json_quote (OLD."father_name") || ',' || json_quote (NEW."father_name") || ']' END
      || CASE WHEN NEW."mother_name" IS OLD."mother_name" AND ctx.resolve IS NOT 'mother_name' THEN '' ELSE ',"mother_name":[' || json_quote (OLD."mother_name") || ',' || json_quote (NEW."mother_name") || ']' END
      || CASE WHEN NEW."father_nik" IS OLD."father_nik" AND ctx.resolve IS NOT 'father_nik' THEN '' ELSE ',"father_nik":[' || json_quote (OLD."father_nik") || ',' || json_quote (NEW."father_nik") || ']' END
      || CASE WHEN NEW."mother_nik" IS OLD."mother_nik" AND ctx.resolve IS NOT 'mother_nik' THEN '' ELSE ',"mother_nik":[' || json_quote (OLD."mother_nik") || ',' || json_quote (NEW."mother_nik") || ']' END
      || CASE WHEN NEW."family_uid" IS OLD."family_uid" AND NEW."shdk" IS OLD."shdk" AND ctx.resolve IS NOT 'family_uid' THEN '' ELSE ',"family_uid":[' || json_quote (OLD."family_uid") || ',' || json_quote (NEW."family_uid") || ']' END
      || CASE WHEN NEW."family_uid" IS OLD."family_uid" AND NEW."shdk" IS OLD."shdk" AND ctx.resolve IS NOT 'family_uid' THEN '' ELSE ',"shdk":[' || json_quote (OLD."shdk") || ',' || json_quote (NEW."shdk") || ']' END
      || CASE WHEN NEW."current_address" IS OLD."current_address" AND ctx.resolve IS NOT 'current_address' THEN '' ELSE ',"current_address":[' || json_quote (OLD."current_address") || ',' || json_quote (NEW."current_address") || ']' END
      || CASE WHEN NEW."birth_cert" IS OLD."birth_cert" AND ctx.resolve IS NOT 'birth_cert' THEN '' ELSE ',"birth_cert":[' || json_quote (OLD."birth_cert") || ',' || json_quote (NEW."birth_cert") || ']' END
      || CASE WHEN NEW."passport" IS OLD."passport" AND ctx.resolve IS NOT 'passport' THEN '' ELSE ',"passport":[' || json_quote (OLD."passport") || ',' || json_quote (NEW."passport") || ']' END
      || CASE WHEN NEW."passport_until" IS OLD."passport_until" AND ctx.resolve IS NOT 'passport_until' THEN '' ELSE ',"passport_until":[' || json_quote (OLD."passport_until") || ',' || json_quote (NEW."passport_until") || ']' END
      || CASE WHEN NEW."kitas" IS OLD."kitas" AND ctx.resolve IS NOT 'kitas' THEN '' ELSE ',"kitas":[' || json_quote (OLD."kitas") || ',' || json_quote (NEW."kitas") || ']' END
      || CASE WHEN NEW."marriage_cert" IS OLD."marriage_cert" AND ctx.resolve IS NOT 'marriage_cert' THEN '' ELSE ',"marriage_cert":[' || json_quote (OLD."marriage_cert") || ',' || json_quote (NEW."marriage_cert") || ']' END
      || CASE WHEN NEW."marriage_date" IS OLD."marriage_date" AND ctx.resolve IS NOT 'marriage_date' THEN '' ELSE ',"marriage_date":[' || json_quote (OLD."marriage_date") || ',' || json_quote (NEW."marriage_date") || ']' END
      || CASE WHEN NEW."divorce_cert" IS OLD."divorce_cert" AND ctx.resolve IS NOT 'divorce_cert' THEN '' ELSE ',"divorce_cert":[' || json_quote (OLD."divorce_cert") || ',' || json_quote (NEW."divorce_cert") || ']' END
      || CASE WHEN NEW."divorce_date" IS OLD."divorce_date" AND ctx.resolve IS NOT 'divorce_date' THEN '' ELSE ',"divorce_date":[' || json_quote (OLD."divorce_date") || ',' || json_quote (NEW."divorce_date") || ']' END
      || CASE WHEN NEW."disability" IS OLD."disability" AND ctx.resolve IS NOT 'disability' THEN '' ELSE ',"disability":[' || json_quote (OLD."disability") || ',' || json_quote (NEW."disability") || ']' END
      || CASE WHEN NEW."contraception" IS OLD."contraception" AND ctx.resolve IS NOT 'contraception' THEN '' ELSE ',"contraception":[' || json_quote (OLD."contraception") || ',' || json_quote (NEW."contraception") || ']' END
      || CASE WHEN NEW."pregnant" IS OLD."pregnant" AND ctx.resolve IS NOT 'pregnant' THEN '' ELSE ',"pregnant":[' || json_quote (OLD."pregnant") || ',' || json_quote (NEW."pregnant") || ']' END
      || CASE WHEN NEW."ektp" IS OLD."ektp" AND ctx.resolve IS NOT 'ektp' THEN '' ELSE ',"ektp":[' || json_quote (OLD."ektp") || ',' || json_quote (NEW."ektp") || ']' END
      || CASE WHEN NEW."ektp_status" IS OLD."ektp_status" AND ctx.resolve IS NOT 'ektp_status' THEN '' ELSE ',"ektp_status":[' || json_quote (OLD."ektp_status") || ',' || json_quote (NEW."ektp_status") || ']' END
      || CASE WHEN NEW."ektp_place" IS OLD."ektp_place" AND ctx.resolve IS NOT 'ektp_place' THEN '' ELSE ',"ektp_place":[' || json_quote (OLD."ektp_place") || ',' || json_quote (NEW."ektp_place") || ']' END
      || CASE WHEN NEW."ektp_date" IS OLD."ektp_date" AND ctx.resolve IS NOT 'ektp_date' THEN '' ELSE ',"ektp_date":[' || json_quote (OLD."ektp_date") || ',' || json_quote (NEW."ektp_date") || ']' END
      || CASE WHEN NEW."ethnicity" IS OLD."ethnicity" AND ctx.resolve IS NOT 'ethnicity' THEN '' ELSE ',"ethnicity":[' || json_quote (OLD."ethnicity") || ',' || json_quote (NEW."ethnicity") || ']' END
      || CASE WHEN NEW."card_tag" IS OLD."card_tag" AND ctx.resolve IS NOT 'card_tag' THEN '' ELSE ',"card_tag":[' || json_quote (OLD."card_tag") || ',' || json_quote (NEW."card_tag") || ']' END
      || CASE WHEN NEW."insurance" IS OLD."insurance" AND ctx.resolve IS NOT 'insurance' THEN '' ELSE ',"insurance":[' || json_quote (OLD."insurance") || ',' || json_quote (NEW."insurance") || ']' END
      || CASE WHEN NEW."insurance_no" IS OLD."insurance_no" AND ctx.resolve IS NOT 'insurance_no' THEN '' ELSE ',"insurance_no":[' || json_quote (OLD."insurance_no") || ',' || json_quote (NEW."insurance_no") || ']' END
      || CASE WHEN NEW."lat" IS OLD."lat" AND NEW."lng" IS OLD."lng" AND ctx.resolve IS NOT 'lat' THEN '' ELSE ',"lat":[' || json_quote (OLD."lat") || ',' || json_quote (NEW."lat") || ']' END
      || CASE WHEN NEW."lat" IS OLD."lat" AND NEW."lng" IS OLD."lng" AND ctx.resolve IS NOT 'lat' THEN '' ELSE ',"lng":[' || json_quote (OLD."lng") || ',' || json_quote (NEW."lng") || ']' END
      || CASE WHEN NEW."literacy" IS OLD."literacy" AND ctx.resolve IS NOT 'literacy' THEN '' ELSE ',"literacy":[' || json_quote (OLD."literacy") || ',' || json_quote (NEW."literacy") || ']' END
      || CASE WHEN NEW."residency" IS OLD."residency" AND ctx.resolve IS NOT 'residency' THEN '' ELSE ',"residency":[' || json_quote (OLD."residency") || ',' || json_quote (NEW."residency") || ']' END
      || CASE WHEN NEW."since" IS OLD."since" AND ctx.resolve IS NOT 'since' THEN '' ELSE ',"since":[' || json_quote (OLD."since") || ',' || json_quote (NEW."since") || ']' END
      || CASE WHEN NEW."phone" IS OLD."phone" AND ctx.resolve IS NOT 'phone' THEN '' ELSE ',"phone":[' || json_quote (OLD."phone") || ',' || json_quote (NEW."phone") || ']' END
      || CASE WHEN NEW."batch_uid" IS OLD."batch_uid" AND ctx.resolve IS NOT 'batch_uid' THEN '' ELSE ',"batch_uid":[' || json_quote (OLD."batch_uid") || ',' || json_quote (NEW."batch_uid") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."nik", NEW."name", NEW."sex", NEW."birth_place", NEW."birth_date", NEW."religion", NEW."education", NEW."education_now", NEW."occupation", NEW."marital_status", NEW."nationality", NEW."blood_type", NEW."father_name", NEW."mother_name", NEW."father_nik", NEW."mother_nik", NEW."family_uid", NEW."shdk", NEW."current_address", NEW."birth_cert", NEW."passport", NEW."passport_until", NEW."kitas", NEW."marriage_cert", NEW."marriage_date", NEW."divorce_cert", NEW."divorce_date", NEW."disability", NEW."contraception", NEW."pregnant", NEW."ektp", NEW."ektp_status", NEW."ektp_place", NEW."ektp_date", NEW."ethnicity", NEW."card_tag", NEW."insurance", NEW."insurance_no", NEW."lat", NEW."lng", NEW."literacy", NEW."residency", NEW."since", NEW."phone", NEW."batch_uid") IS NOT (OLD.deleted, OLD."nik", OLD."name", OLD."sex", OLD."birth_place", OLD."birth_date", OLD."religion", OLD."education", OLD."education_now", OLD."occupation", OLD."marital_status", OLD."nationality", OLD."blood_type", OLD."father_name", OLD."mother_name", OLD."father_nik", OLD."mother_nik", OLD."family_uid", OLD."shdk", OLD."current_address", OLD."birth_cert", OLD."passport", OLD."passport_until", OLD."kitas", OLD."marriage_cert", OLD."marriage_date", OLD."divorce_cert", OLD."divorce_date", OLD."disability", OLD."contraception", OLD."pregnant", OLD."ektp", OLD."ektp_status", OLD."ektp_place", OLD."ektp_date", OLD."ethnicity", OLD."card_tag", OLD."insurance", OLD."insurance_no", OLD."lat", OLD."lng", OLD."literacy", OLD."residency", OLD."since", OLD."phone", OLD."batch_uid"));
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'resident', NEW.uid, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, '{' || substr (''
      || CASE WHEN NEW."nik" IS OLD."nik" AND ctx.resolve IS NOT 'nik' THEN '' ELSE ',"nik":[' || json_quote (OLD."nik") || ',' || json_quote (NEW."nik") || ']' END
      || CASE WHEN NEW."name" IS OLD."name" AND ctx.resolve IS NOT 'name' THEN '' ELSE ',"name":[' || json_quote (OLD."name") || ',' || json_quote (NEW."name") || ']' END
      || CASE WHEN NEW."sex" IS OLD."sex" AND ctx.resolve IS NOT 'sex' THEN '' ELSE ',"sex":[' || json_quote (OLD."sex") || ',' || json_quote (NEW."sex") || ']' END
      || CASE WHEN NEW."birth_place" IS OLD."birth_place" AND NEW."birth_date" IS OLD."birth_date" AND ctx.resolve IS NOT 'birth_place' THEN '' ELSE ',"birth_place":[' || json_quote (OLD."birth_place") || ',' || json_quote (NEW."birth_place") || ']' END
      || CASE WHEN NEW."birth_place" IS OLD."birth_place" AND NEW."birth_date" IS OLD."birth_date" AND ctx.resolve IS NOT 'birth_place' THEN '' ELSE ',"birth_date":[' || json_quote (OLD."birth_date") || ',' || json_quote (NEW."birth_date") || ']' END
      || CASE WHEN NEW."religion" IS OLD."religion" AND ctx.resolve IS NOT 'religion' THEN '' ELSE ',"religion":[' || json_quote (OLD."religion") || ',' || json_quote (NEW."religion") || ']' END
      || CASE WHEN NEW."education" IS OLD."education" AND ctx.resolve IS NOT 'education' THEN '' ELSE ',"education":[' || json_quote (OLD."education") || ',' || json_quote (NEW."education") || ']' END
      || CASE WHEN NEW."education_now" IS OLD."education_now" AND ctx.resolve IS NOT 'education_now' THEN '' ELSE ',"education_now":[' || json_quote (OLD."education_now") || ',' || json_quote (NEW."education_now") || ']' END
      || CASE WHEN NEW."occupation" IS OLD."occupation" AND ctx.resolve IS NOT 'occupation' THEN '' ELSE ',"occupation":[' || json_quote (OLD."occupation") || ',' || json_quote (NEW."occupation") || ']' END
      || CASE WHEN NEW."marital_status" IS OLD."marital_status" AND ctx.resolve IS NOT 'marital_status' THEN '' ELSE ',"marital_status":[' || json_quote (OLD."marital_status") || ',' || json_quote (NEW."marital_status") || ']' END
      || CASE WHEN NEW."nationality" IS OLD."nationality" AND ctx.resolve IS NOT 'nationality' THEN '' ELSE ',"nationality":[' || json_quote (OLD."nationality") || ',' || json_quote (NEW."nationality") || ']' END
      || CASE WHEN NEW."blood_type" IS OLD."blood_type" AND ctx.resolve IS NOT 'blood_type' THEN '' ELSE ',"blood_type":[' || json_quote (OLD."blood_type") || ',' || json_quote (NEW."blood_type") || ']' END
      || CASE WHEN NEW."father_name" IS OLD."father_name" AND ctx.resolve IS NOT 'father_name' THEN '' ELSE ',"father_name":[' || json_quote (OLD."father_name") || ',' || json_quote (NEW."father_name") || ']' END
      || CASE WHEN NEW."mother_name" IS OLD."mother_name" AND ctx.resolve IS NOT 'mother_name' THEN '' ELSE ',"mother_name":[' || json_quote (OLD."mother_name") || ',' || json_quote (NEW."mother_name") || ']' END
      || CASE WHEN NEW."father_nik" IS OLD."father_nik" AND ctx.resolve IS NOT 'father_nik' THEN '' ELSE ',"father_nik":[' || json_quote (OLD."father_nik") || ',' || json_quote (NEW."father_nik") || ']' END
      || CASE WHEN NEW."mother_nik" IS OLD."mother_nik" AND ctx.resolve IS NOT 'mother_nik' THEN '' ELSE ',"mother_nik":[' || json_quote (OLD."mother_nik") || ',' || json_quote (NEW."mother_nik") || ']' END
      || CASE WHEN NEW."family_uid" IS OLD."family_uid" AND NEW."shdk" IS OLD."shdk" AND ctx.resolve IS NOT 'family_uid' THEN '' ELSE ',"family_uid":[' || json_quote (OLD."family_uid") || ',' || json_quote (NEW."family_uid") || ']' END
      || CASE WHEN NEW."family_uid" IS OLD."family_uid" AND NEW."shdk" IS OLD."shdk" AND ctx.resolve IS NOT 'family_uid' THEN '' ELSE ',"shdk":[' || json_quote (OLD."shdk") || ',' || json_quote (NEW."shdk") || ']' END
      || CASE WHEN NEW."current_address" IS OLD."current_address" AND ctx.resolve IS NOT 'current_address' THEN '' ELSE ',"current_address":[' || json_quote (OLD."current_address") || ',' || json_quote (NEW."current_address") || ']' END
      || CASE WHEN NEW."birth_cert" IS OLD."birth_cert" AND ctx.resolve IS NOT 'birth_cert' THEN '' ELSE ',"birth_cert":[' || json_quote (OLD."birth_cert") || ',' || json_quote (NEW."birth_cert") || ']' END
      || CASE WHEN NEW."passport" IS OLD."passport" AND ctx.resolve IS NOT 'passport' THEN '' ELSE ',"passport":[' || json_quote (OLD."passport") || ',' || json_quote (NEW."passport") || ']' END
      || CASE WHEN NEW."passport_until" IS OLD."passport_until" AND ctx.resolve IS NOT 'passport_until' THEN '' ELSE ',"passport_until":[' || json_quote (OLD."passport_until") || ',' || json_quote (NEW."passport_until") || ']' END
      || CASE WHEN NEW."kitas" IS OLD."kitas" AND ctx.resolve IS NOT 'kitas' THEN '' ELSE ',"kitas":[' || json_quote (OLD."kitas") || ',' || json_quote (NEW."kitas") || ']' END
      || CASE WHEN NEW."marriage_cert" IS OLD."marriage_cert" AND ctx.resolve IS NOT 'marriage_cert' THEN '' ELSE ',"marriage_cert":[' || json_quote (OLD."marriage_cert") || ',' || json_quote (NEW."marriage_cert") || ']' END
      || CASE WHEN NEW."marriage_date" IS OLD."marriage_date" AND ctx.resolve IS NOT 'marriage_date' THEN '' ELSE ',"marriage_date":[' || json_quote (OLD."marriage_date") || ',' || json_quote (NEW."marriage_date") || ']' END
      || CASE WHEN NEW."divorce_cert" IS OLD."divorce_cert" AND ctx.resolve IS NOT 'divorce_cert' THEN '' ELSE ',"divorce_cert":[' || json_quote (OLD."divorce_cert") || ',' || json_quote (NEW."divorce_cert") || ']' END
      || CASE WHEN NEW."divorce_date" IS OLD."divorce_date" AND ctx.resolve IS NOT 'divorce_date' THEN '' ELSE ',"divorce_date":[' || json_quote (OLD."divorce_date") || ',' || json_quote (NEW."divorce_date") || ']' END
      || CASE WHEN NEW."disability" IS OLD."disability" AND ctx.resolve IS NOT 'disability' THEN '' ELSE ',"disability":[' || json_quote (OLD."disability") || ',' || json_quote (NEW."disability") || ']' END
      || CASE WHEN NEW."contraception" IS OLD."contraception" AND ctx.resolve IS NOT 'contraception' THEN '' ELSE ',"contraception":[' || json_quote (OLD."contraception") || ',' || json_quote (NEW."contraception") || ']' END
      || CASE WHEN NEW."pregnant" IS OLD."pregnant" AND ctx.resolve IS NOT 'pregnant' THEN '' ELSE ',"pregnant":[' || json_quote (OLD."pregnant") || ',' || json_quote (NEW."pregnant") || ']' END
      || CASE WHEN NEW."ektp" IS OLD."ektp" AND ctx.resolve IS NOT 'ektp' THEN '' ELSE ',"ektp":[' || json_quote (OLD."ektp") || ',' || json_quote (NEW."ektp") || ']' END
      || CASE WHEN NEW."ektp_status" IS OLD."ektp_status" AND ctx.resolve IS NOT 'ektp_status' THEN '' ELSE ',"ektp_status":[' || json_quote (OLD."ektp_status") || ',' || json_quote (NEW."ektp_status") || ']' END
      || CASE WHEN NEW."ektp_place" IS OLD."ektp_place" AND ctx.resolve IS NOT 'ektp_place' THEN '' ELSE ',"ektp_place":[' || json_quote (OLD."ektp_place") || ',' || json_quote (NEW."ektp_place") || ']' END
      || CASE WHEN NEW."ektp_date" IS OLD."ektp_date" AND ctx.resolve IS NOT 'ektp_date' THEN '' ELSE ',"ektp_date":[' || json_quote (OLD."ektp_date") || ',' || json_quote (NEW."ektp_date") || ']' END
      || CASE WHEN NEW."ethnicity" IS OLD."ethnicity" AND ctx.resolve IS NOT 'ethnicity' THEN '' ELSE ',"ethnicity":[' || json_quote (OLD."ethnicity") || ',' || json_quote (NEW."ethnicity") || ']' END
      || CASE WHEN NEW."card_tag" IS OLD."card_tag" AND ctx.resolve IS NOT 'card_tag' THEN '' ELSE ',"card_tag":[' || json_quote (OLD."card_tag") || ',' || json_quote (NEW."card_tag") || ']' END
      || CASE WHEN NEW."insurance" IS OLD."insurance" AND ctx.resolve IS NOT 'insurance' THEN '' ELSE ',"insurance":[' || json_quote (OLD."insurance") || ',' || json_quote (NEW."insurance") || ']' END
      || CASE WHEN NEW."insurance_no" IS OLD."insurance_no" AND ctx.resolve IS NOT 'insurance_no' THEN '' ELSE ',"insurance_no":[' || json_quote (OLD."insurance_no") || ',' || json_quote (NEW."insurance_no") || ']' END
      || CASE WHEN NEW."lat" IS OLD."lat" AND NEW."lng" IS OLD."lng" AND ctx.resolve IS NOT 'lat' THEN '' ELSE ',"lat":[' || json_quote (OLD."lat") || ',' || json_quote (NEW."lat") || ']' END
      || CASE WHEN NEW."lat" IS OLD."lat" AND NEW."lng" IS OLD."lng" AND ctx.resolve IS NOT 'lat' THEN '' ELSE ',"lng":[' || json_quote (OLD."lng") || ',' || json_quote (NEW."lng") || ']' END
      || CASE WHEN NEW."literacy" IS OLD."literacy" AND ctx.resolve IS NOT 'literacy' THEN '' ELSE ',"literacy":[' || json_quote (OLD."literacy") || ',' || json_quote (NEW."literacy") || ']' END
      || CASE WHEN NEW."residency" IS OLD."residency" AND ctx.resolve IS NOT 'residency' THEN '' ELSE ',"residency":[' || json_quote (OLD."residency") || ',' || json_quote (NEW."residency") || ']' END
      || CASE WHEN NEW."since" IS OLD."since" AND ctx.resolve IS NOT 'since' THEN '' ELSE ',"since":[' || json_quote (OLD."since") || ',' || json_quote (NEW."since") || ']' END
      || CASE WHEN NEW."phone" IS OLD."phone" AND ctx.resolve IS NOT 'phone' THEN '' ELSE ',"phone":[' || json_quote (OLD."phone") || ',' || json_quote (NEW."phone") || ']' END
      || CASE WHEN NEW."batch_uid" IS OLD."batch_uid" AND ctx.resolve IS NOT 'batch_uid' THEN '' ELSE ',"batch_uid":[' || json_quote (OLD."batch_uid") || ',' || json_quote (NEW."batch_uid") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply' AND (NEW.deleted, NEW."nik", NEW."name", NEW."sex", NEW."birth_place", NEW."birth_date", NEW."religion", NEW."education", NEW."education_now", NEW."occupation", NEW."marital_status", NEW."nationality", NEW."blood_type", NEW."father_name", NEW."mother_name", NEW."father_nik", NEW."mother_nik", NEW."family_uid", NEW."shdk", NEW."current_address", NEW."birth_cert", NEW."passport", NEW."passport_until", NEW."kitas", NEW."marriage_cert", NEW."marriage_date", NEW."divorce_cert", NEW."divorce_date", NEW."disability", NEW."contraception", NEW."pregnant", NEW."ektp", NEW."ektp_status", NEW."ektp_place", NEW."ektp_date", NEW."ethnicity", NEW."card_tag", NEW."insurance", NEW."insurance_no", NEW."lat", NEW."lng", NEW."literacy", NEW."residency", NEW."since", NEW."phone", NEW."batch_uid") IS NOT (OLD.deleted, OLD."nik", OLD."name", OLD."sex", OLD."birth_place", OLD."birth_date", OLD."religion", OLD."education", OLD."education_now", OLD."occupation", OLD."marital_status", OLD."nationality", OLD."blood_type", OLD."father_name", OLD."mother_name", OLD."father_nik", OLD."mother_nik", OLD."family_uid", OLD."shdk", OLD."current_address", OLD."birth_cert", OLD."passport", OLD."passport_until", OLD."kitas", OLD."marriage_cert", OLD."marriage_date", OLD."divorce_cert", OLD."divorce_date", OLD."disability", OLD."contraception", OLD."pregnant", OLD."ektp", OLD."ektp_status", OLD."ektp_place", OLD."ektp_date", OLD."ethnicity", OLD."card_tag", OLD."insurance", OLD."insurance_no", OLD."lat", OLD."lng", OLD."literacy", OLD."residency", OLD."since", OLD."phone", OLD."batch_uid");
END;
DROP TRIGGER IF EXISTS capture_resident_delete;
CREATE TRIGGER capture_resident_delete BEFORE DELETE ON resident BEGIN
  SELECT RAISE (ABORT, 'records are never deleted');
END;
DROP TRIGGER IF EXISTS capture_family_insert;
CREATE TRIGGER capture_family_insert AFTER INSERT ON family BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'family', NEW.uid, NEW.area, 'insert', NEW.version, '{' || substr (''
      || CASE WHEN NEW."kk_number" IS NULL THEN '' ELSE ',"kk_number":[null,' || json_quote (NEW."kk_number") || ']' END
      || CASE WHEN NEW."address" IS NULL THEN '' ELSE ',"address":[null,' || json_quote (NEW."address") || ']' END
      || CASE WHEN NEW."dusun" IS NULL THEN '' ELSE ',"dusun":[null,' || json_quote (NEW."dusun") || ']' END
      || CASE WHEN NEW."rw" IS NULL THEN '' ELSE ',"rw":[null,' || json_quote (NEW."rw") || ']' END
      || CASE WHEN NEW."rt" IS NULL THEN '' ELSE ',"rt":[null,' || json_quote (NEW."rt") || ']' END
      || CASE WHEN NEW."postcode" IS NULL THEN '' ELSE ',"postcode":[null,' || json_quote (NEW."postcode") || ']' END
      || ifnull (',"desil":[null,' || NEW."desil" || ']', '')
      || CASE WHEN NEW."desil_source" IS NULL THEN '' ELSE ',"desil_source":[null,' || json_quote (NEW."desil_source") || ']' END
      || CASE WHEN NEW."desil_date" IS NULL THEN '' ELSE ',"desil_date":[null,' || json_quote (NEW."desil_date") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local';
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'family', NEW.uid, 'insert', '{' || substr (''
      || CASE WHEN NEW."kk_number" IS NULL THEN '' ELSE ',"kk_number":[null,' || json_quote (NEW."kk_number") || ']' END
      || CASE WHEN NEW."address" IS NULL THEN '' ELSE ',"address":[null,' || json_quote (NEW."address") || ']' END
      || CASE WHEN NEW."dusun" IS NULL THEN '' ELSE ',"dusun":[null,' || json_quote (NEW."dusun") || ']' END
      || CASE WHEN NEW."rw" IS NULL THEN '' ELSE ',"rw":[null,' || json_quote (NEW."rw") || ']' END
      || CASE WHEN NEW."rt" IS NULL THEN '' ELSE ',"rt":[null,' || json_quote (NEW."rt") || ']' END
      || CASE WHEN NEW."postcode" IS NULL THEN '' ELSE ',"postcode":[null,' || json_quote (NEW."postcode") || ']' END
      || ifnull (',"desil":[null,' || NEW."desil" || ']', '')
      || CASE WHEN NEW."desil_source" IS NULL THEN '' ELSE ',"desil_source":[null,' || json_quote (NEW."desil_source") || ']' END
      || CASE WHEN NEW."desil_date" IS NULL THEN '' ELSE ',"desil_date":[null,' || json_quote (NEW."desil_date") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply';
END;
DROP TRIGGER IF EXISTS capture_family_update;
CREATE TRIGGER capture_family_update AFTER UPDATE ON family BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO base (kind, uid, version, data)
    SELECT 'family', OLD.uid, OLD.version, '{' || substr (''
      || CASE WHEN OLD."kk_number" IS NULL THEN '' ELSE ',"kk_number":' || json_quote (OLD."kk_number") END
      || CASE WHEN OLD."address" IS NULL THEN '' ELSE ',"address":' || json_quote (OLD."address") END
      || CASE WHEN OLD."dusun" IS NULL THEN '' ELSE ',"dusun":' || json_quote (OLD."dusun") END
      || CASE WHEN OLD."rw" IS NULL THEN '' ELSE ',"rw":' || json_quote (OLD."rw") END
      || CASE WHEN OLD."rt" IS NULL THEN '' ELSE ',"rt":' || json_quote (OLD."rt") END
      || CASE WHEN OLD."postcode" IS NULL THEN '' ELSE ',"postcode":' || json_quote (OLD."postcode") END
      || CASE WHEN OLD."desil" IS NULL THEN '' ELSE ',"desil":' || json_quote (OLD."desil") END
      || CASE WHEN OLD."desil_source" IS NULL THEN '' ELSE ',"desil_source":' || json_quote (OLD."desil_source") END
      || CASE WHEN OLD."desil_date" IS NULL THEN '' ELSE ',"desil_date":' || json_quote (OLD."desil_date") END
      || CASE WHEN OLD.extra IS NULL OR OLD.extra = '{}' THEN '' ELSE ',' || substr (OLD.extra, 2, length (OLD.extra) - 2) END, 2) || '}'
    FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND OLD.version > 0 AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."kk_number", NEW."address", NEW."dusun", NEW."rw", NEW."rt", NEW."postcode", NEW."desil", NEW."desil_source", NEW."desil_date") IS NOT (OLD.deleted, OLD."kk_number", OLD."address", OLD."dusun", OLD."rw", OLD."rt", OLD."postcode", OLD."desil", OLD."desil_source", OLD."desil_date"))
      AND NOT EXISTS (SELECT 1 FROM base WHERE kind = 'family' AND uid = OLD.uid);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'family', NEW.uid, NEW.area, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, OLD.version, '{' || substr (''
      || CASE WHEN NEW."kk_number" IS OLD."kk_number" AND ctx.resolve IS NOT 'kk_number' THEN '' ELSE ',"kk_number":[' || json_quote (OLD."kk_number") || ',' || json_quote (NEW."kk_number") || ']' END
      || CASE WHEN NEW."address" IS OLD."address" AND NEW."dusun" IS OLD."dusun" AND NEW."rw" IS OLD."rw" AND NEW."rt" IS OLD."rt" AND ctx.resolve IS NOT 'address' THEN '' ELSE ',"address":[' || json_quote (OLD."address") || ',' || json_quote (NEW."address") || ']' END
      || CASE WHEN NEW."address" IS OLD."address" AND NEW."dusun" IS OLD."dusun" AND NEW."rw" IS OLD."rw" AND NEW."rt" IS OLD."rt" AND ctx.resolve IS NOT 'address' THEN '' ELSE ',"dusun":[' || json_quote (OLD."dusun") || ',' || json_quote (NEW."dusun") || ']' END
      || CASE WHEN NEW."address" IS OLD."address" AND NEW."dusun" IS OLD."dusun" AND NEW."rw" IS OLD."rw" AND NEW."rt" IS OLD."rt" AND ctx.resolve IS NOT 'address' THEN '' ELSE ',"rw":[' || json_quote (OLD."rw") || ',' || json_quote (NEW."rw") || ']' END
      || CASE WHEN NEW."address" IS OLD."address" AND NEW."dusun" IS OLD."dusun" AND NEW."rw" IS OLD."rw" AND NEW."rt" IS OLD."rt" AND ctx.resolve IS NOT 'address' THEN '' ELSE ',"rt":[' || json_quote (OLD."rt") || ',' || json_quote (NEW."rt") || ']' END
      || CASE WHEN NEW."postcode" IS OLD."postcode" AND ctx.resolve IS NOT 'postcode' THEN '' ELSE ',"postcode":[' || json_quote (OLD."postcode") || ',' || json_quote (NEW."postcode") || ']' END
      || CASE WHEN NEW."desil" IS OLD."desil" AND NEW."desil_source" IS OLD."desil_source" AND NEW."desil_date" IS OLD."desil_date" AND ctx.resolve IS NOT 'desil' THEN '' ELSE ',"desil":[' || json_quote (OLD."desil") || ',' || json_quote (NEW."desil") || ']' END
      || CASE WHEN NEW."desil" IS OLD."desil" AND NEW."desil_source" IS OLD."desil_source" AND NEW."desil_date" IS OLD."desil_date" AND ctx.resolve IS NOT 'desil' THEN '' ELSE ',"desil_source":[' || json_quote (OLD."desil_source") || ',' || json_quote (NEW."desil_source") || ']' END
      || CASE WHEN NEW."desil" IS OLD."desil" AND NEW."desil_source" IS OLD."desil_source" AND NEW."desil_date" IS OLD."desil_date" AND ctx.resolve IS NOT 'desil' THEN '' ELSE ',"desil_date":[' || json_quote (OLD."desil_date") || ',' || json_quote (NEW."desil_date") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."kk_number", NEW."address", NEW."dusun", NEW."rw", NEW."rt", NEW."postcode", NEW."desil", NEW."desil_source", NEW."desil_date") IS NOT (OLD.deleted, OLD."kk_number", OLD."address", OLD."dusun", OLD."rw", OLD."rt", OLD."postcode", OLD."desil", OLD."desil_source", OLD."desil_date"));
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'family', NEW.uid, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, '{' || substr (''
      || CASE WHEN NEW."kk_number" IS OLD."kk_number" AND ctx.resolve IS NOT 'kk_number' THEN '' ELSE ',"kk_number":[' || json_quote (OLD."kk_number") || ',' || json_quote (NEW."kk_number") || ']' END
      || CASE WHEN NEW."address" IS OLD."address" AND NEW."dusun" IS OLD."dusun" AND NEW."rw" IS OLD."rw" AND NEW."rt" IS OLD."rt" AND ctx.resolve IS NOT 'address' THEN '' ELSE ',"address":[' || json_quote (OLD."address") || ',' || json_quote (NEW."address") || ']' END
      || CASE WHEN NEW."address" IS OLD."address" AND NEW."dusun" IS OLD."dusun" AND NEW."rw" IS OLD."rw" AND NEW."rt" IS OLD."rt" AND ctx.resolve IS NOT 'address' THEN '' ELSE ',"dusun":[' || json_quote (OLD."dusun") || ',' || json_quote (NEW."dusun") || ']' END
      || CASE WHEN NEW."address" IS OLD."address" AND NEW."dusun" IS OLD."dusun" AND NEW."rw" IS OLD."rw" AND NEW."rt" IS OLD."rt" AND ctx.resolve IS NOT 'address' THEN '' ELSE ',"rw":[' || json_quote (OLD."rw") || ',' || json_quote (NEW."rw") || ']' END
      || CASE WHEN NEW."address" IS OLD."address" AND NEW."dusun" IS OLD."dusun" AND NEW."rw" IS OLD."rw" AND NEW."rt" IS OLD."rt" AND ctx.resolve IS NOT 'address' THEN '' ELSE ',"rt":[' || json_quote (OLD."rt") || ',' || json_quote (NEW."rt") || ']' END
      || CASE WHEN NEW."postcode" IS OLD."postcode" AND ctx.resolve IS NOT 'postcode' THEN '' ELSE ',"postcode":[' || json_quote (OLD."postcode") || ',' || json_quote (NEW."postcode") || ']' END
      || CASE WHEN NEW."desil" IS OLD."desil" AND NEW."desil_source" IS OLD."desil_source" AND NEW."desil_date" IS OLD."desil_date" AND ctx.resolve IS NOT 'desil' THEN '' ELSE ',"desil":[' || json_quote (OLD."desil") || ',' || json_quote (NEW."desil") || ']' END
      || CASE WHEN NEW."desil" IS OLD."desil" AND NEW."desil_source" IS OLD."desil_source" AND NEW."desil_date" IS OLD."desil_date" AND ctx.resolve IS NOT 'desil' THEN '' ELSE ',"desil_source":[' || json_quote (OLD."desil_source") || ',' || json_quote (NEW."desil_source") || ']' END
      || CASE WHEN NEW."desil" IS OLD."desil" AND NEW."desil_source" IS OLD."desil_source" AND NEW."desil_date" IS OLD."desil_date" AND ctx.resolve IS NOT 'desil' THEN '' ELSE ',"desil_date":[' || json_quote (OLD."desil_date") || ',' || json_quote (NEW."desil_date") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply' AND (NEW.deleted, NEW."kk_number", NEW."address", NEW."dusun", NEW."rw", NEW."rt", NEW."postcode", NEW."desil", NEW."desil_source", NEW."desil_date") IS NOT (OLD.deleted, OLD."kk_number", OLD."address", OLD."dusun", OLD."rw", OLD."rt", OLD."postcode", OLD."desil", OLD."desil_source", OLD."desil_date");
END;
DROP TRIGGER IF EXISTS capture_family_delete;
CREATE TRIGGER capture_family_delete BEFORE DELETE ON family BEGIN
  SELECT RAISE (ABORT, 'records are never deleted');
END;
DROP TRIGGER IF EXISTS capture_area_insert;
CREATE TRIGGER capture_area_insert AFTER INSERT ON area BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'area', NEW.uid, NEW.area, 'insert', NEW.version, '{' || substr (''
      || CASE WHEN NEW."dusun" IS NULL THEN '' ELSE ',"dusun":[null,' || json_quote (NEW."dusun") || ']' END
      || CASE WHEN NEW."rw" IS NULL THEN '' ELSE ',"rw":[null,' || json_quote (NEW."rw") || ']' END
      || CASE WHEN NEW."rt" IS NULL THEN '' ELSE ',"rt":[null,' || json_quote (NEW."rt") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local';
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'area', NEW.uid, 'insert', '{' || substr (''
      || CASE WHEN NEW."dusun" IS NULL THEN '' ELSE ',"dusun":[null,' || json_quote (NEW."dusun") || ']' END
      || CASE WHEN NEW."rw" IS NULL THEN '' ELSE ',"rw":[null,' || json_quote (NEW."rw") || ']' END
      || CASE WHEN NEW."rt" IS NULL THEN '' ELSE ',"rt":[null,' || json_quote (NEW."rt") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply';
END;
DROP TRIGGER IF EXISTS capture_area_update;
CREATE TRIGGER capture_area_update AFTER UPDATE ON area BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO base (kind, uid, version, data)
    SELECT 'area', OLD.uid, OLD.version, '{' || substr (''
      || CASE WHEN OLD."dusun" IS NULL THEN '' ELSE ',"dusun":' || json_quote (OLD."dusun") END
      || CASE WHEN OLD."rw" IS NULL THEN '' ELSE ',"rw":' || json_quote (OLD."rw") END
      || CASE WHEN OLD."rt" IS NULL THEN '' ELSE ',"rt":' || json_quote (OLD."rt") END
      || CASE WHEN OLD.extra IS NULL OR OLD.extra = '{}' THEN '' ELSE ',' || substr (OLD.extra, 2, length (OLD.extra) - 2) END, 2) || '}'
    FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND OLD.version > 0 AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."dusun", NEW."rw", NEW."rt") IS NOT (OLD.deleted, OLD."dusun", OLD."rw", OLD."rt"))
      AND NOT EXISTS (SELECT 1 FROM base WHERE kind = 'area' AND uid = OLD.uid);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'area', NEW.uid, NEW.area, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, OLD.version, '{' || substr (''
      || CASE WHEN NEW."dusun" IS OLD."dusun" AND ctx.resolve IS NOT 'dusun' THEN '' ELSE ',"dusun":[' || json_quote (OLD."dusun") || ',' || json_quote (NEW."dusun") || ']' END
      || CASE WHEN NEW."rw" IS OLD."rw" AND ctx.resolve IS NOT 'rw' THEN '' ELSE ',"rw":[' || json_quote (OLD."rw") || ',' || json_quote (NEW."rw") || ']' END
      || CASE WHEN NEW."rt" IS OLD."rt" AND ctx.resolve IS NOT 'rt' THEN '' ELSE ',"rt":[' || json_quote (OLD."rt") || ',' || json_quote (NEW."rt") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."dusun", NEW."rw", NEW."rt") IS NOT (OLD.deleted, OLD."dusun", OLD."rw", OLD."rt"));
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'area', NEW.uid, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, '{' || substr (''
      || CASE WHEN NEW."dusun" IS OLD."dusun" AND ctx.resolve IS NOT 'dusun' THEN '' ELSE ',"dusun":[' || json_quote (OLD."dusun") || ',' || json_quote (NEW."dusun") || ']' END
      || CASE WHEN NEW."rw" IS OLD."rw" AND ctx.resolve IS NOT 'rw' THEN '' ELSE ',"rw":[' || json_quote (OLD."rw") || ',' || json_quote (NEW."rw") || ']' END
      || CASE WHEN NEW."rt" IS OLD."rt" AND ctx.resolve IS NOT 'rt' THEN '' ELSE ',"rt":[' || json_quote (OLD."rt") || ',' || json_quote (NEW."rt") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply' AND (NEW.deleted, NEW."dusun", NEW."rw", NEW."rt") IS NOT (OLD.deleted, OLD."dusun", OLD."rw", OLD."rt");
END;
DROP TRIGGER IF EXISTS capture_area_delete;
CREATE TRIGGER capture_area_delete BEFORE DELETE ON area BEGIN
  SELECT RAISE (ABORT, 'records are never deleted');
END;
DROP TRIGGER IF EXISTS capture_event_insert;
CREATE TRIGGER capture_event_insert AFTER INSERT ON event BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'event', NEW.uid, NEW.area, 'insert', NEW.version, '{' || substr (''
      || ifnull (',"type":[null,' || NEW."type" || ']', '')
      || CASE WHEN NEW."resident_uid" IS NULL THEN '' ELSE ',"resident_uid":[null,' || json_quote (NEW."resident_uid") || ']' END
      || CASE WHEN NEW."family_uid" IS NULL THEN '' ELSE ',"family_uid":[null,' || json_quote (NEW."family_uid") || ']' END
      || CASE WHEN NEW."from_family_uid" IS NULL THEN '' ELSE ',"from_family_uid":[null,' || json_quote (NEW."from_family_uid") || ']' END
      || CASE WHEN NEW."date" IS NULL THEN '' ELSE ',"date":[null,' || json_quote (NEW."date") || ']' END
      || CASE WHEN NEW."reported" IS NULL THEN '' ELSE ',"reported":[null,' || json_quote (NEW."reported") || ']' END
      || CASE WHEN NEW."cancels" IS NULL THEN '' ELSE ',"cancels":[null,' || json_quote (NEW."cancels") || ']' END
      || CASE WHEN NEW."reason" IS NULL THEN '' ELSE ',"reason":[null,' || json_quote (NEW."reason") || ']' END
      || CASE WHEN NEW."form" IS NULL THEN '' ELSE ',"form":[null,' || json_quote (NEW."form") || ']' END
      || CASE WHEN NEW."filed" IS NULL THEN '' ELSE ',"filed":[null,' || json_quote (NEW."filed") || ']' END
      || CASE WHEN NEW."issued" IS NULL THEN '' ELSE ',"issued":[null,' || json_quote (NEW."issued") || ']' END
      || CASE WHEN NEW."issued_no" IS NULL THEN '' ELSE ',"issued_no":[null,' || json_quote (NEW."issued_no") || ']' END
      || CASE WHEN NEW."other_uid" IS NULL THEN '' ELSE ',"other_uid":[null,' || json_quote (NEW."other_uid") || ']' END
      || CASE WHEN NEW."before" IS NULL THEN '' ELSE ',"before":[null,' || json_quote (NEW."before") || ']' END
      || CASE WHEN NEW."batch" IS NULL THEN '' ELSE ',"batch":[null,' || json_quote (NEW."batch") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local';
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'event', NEW.uid, 'insert', '{' || substr (''
      || ifnull (',"type":[null,' || NEW."type" || ']', '')
      || CASE WHEN NEW."resident_uid" IS NULL THEN '' ELSE ',"resident_uid":[null,' || json_quote (NEW."resident_uid") || ']' END
      || CASE WHEN NEW."family_uid" IS NULL THEN '' ELSE ',"family_uid":[null,' || json_quote (NEW."family_uid") || ']' END
      || CASE WHEN NEW."from_family_uid" IS NULL THEN '' ELSE ',"from_family_uid":[null,' || json_quote (NEW."from_family_uid") || ']' END
      || CASE WHEN NEW."date" IS NULL THEN '' ELSE ',"date":[null,' || json_quote (NEW."date") || ']' END
      || CASE WHEN NEW."reported" IS NULL THEN '' ELSE ',"reported":[null,' || json_quote (NEW."reported") || ']' END
      || CASE WHEN NEW."cancels" IS NULL THEN '' ELSE ',"cancels":[null,' || json_quote (NEW."cancels") || ']' END
      || CASE WHEN NEW."reason" IS NULL THEN '' ELSE ',"reason":[null,' || json_quote (NEW."reason") || ']' END
      || CASE WHEN NEW."form" IS NULL THEN '' ELSE ',"form":[null,' || json_quote (NEW."form") || ']' END
      || CASE WHEN NEW."filed" IS NULL THEN '' ELSE ',"filed":[null,' || json_quote (NEW."filed") || ']' END
      || CASE WHEN NEW."issued" IS NULL THEN '' ELSE ',"issued":[null,' || json_quote (NEW."issued") || ']' END
      || CASE WHEN NEW."issued_no" IS NULL THEN '' ELSE ',"issued_no":[null,' || json_quote (NEW."issued_no") || ']' END
      || CASE WHEN NEW."other_uid" IS NULL THEN '' ELSE ',"other_uid":[null,' || json_quote (NEW."other_uid") || ']' END
      || CASE WHEN NEW."before" IS NULL THEN '' ELSE ',"before":[null,' || json_quote (NEW."before") || ']' END
      || CASE WHEN NEW."batch" IS NULL THEN '' ELSE ',"batch":[null,' || json_quote (NEW."batch") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply';
END;
DROP TRIGGER IF EXISTS capture_event_update;
CREATE TRIGGER capture_event_update AFTER UPDATE ON event BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO base (kind, uid, version, data)
    SELECT 'event', OLD.uid, OLD.version, '{' || substr (''
      || CASE WHEN OLD."type" IS NULL THEN '' ELSE ',"type":' || json_quote (OLD."type") END
      || CASE WHEN OLD."resident_uid" IS NULL THEN '' ELSE ',"resident_uid":' || json_quote (OLD."resident_uid") END
      || CASE WHEN OLD."family_uid" IS NULL THEN '' ELSE ',"family_uid":' || json_quote (OLD."family_uid") END
      || CASE WHEN OLD."from_family_uid" IS NULL THEN '' ELSE ',"from_family_uid":' || json_quote (OLD."from_family_uid") END
      || CASE WHEN OLD."date" IS NULL THEN '' ELSE ',"date":' || json_quote (OLD."date") END
      || CASE WHEN OLD."reported" IS NULL THEN '' ELSE ',"reported":' || json_quote (OLD."reported") END
      || CASE WHEN OLD."cancels" IS NULL THEN '' ELSE ',"cancels":' || json_quote (OLD."cancels") END
      || CASE WHEN OLD."reason" IS NULL THEN '' ELSE ',"reason":' || json_quote (OLD."reason") END
      || CASE WHEN OLD."form" IS NULL THEN '' ELSE ',"form":' || json_quote (OLD."form") END
      || CASE WHEN OLD."filed" IS NULL THEN '' ELSE ',"filed":' || json_quote (OLD."filed") END
      || CASE WHEN OLD."issued" IS NULL THEN '' ELSE ',"issued":' || json_quote (OLD."issued") END
      || CASE WHEN OLD."issued_no" IS NULL THEN '' ELSE ',"issued_no":' || json_quote (OLD."issued_no") END
      || CASE WHEN OLD."other_uid" IS NULL THEN '' ELSE ',"other_uid":' || json_quote (OLD."other_uid") END
      || CASE WHEN OLD."before" IS NULL THEN '' ELSE ',"before":' || json_quote (OLD."before") END
      || CASE WHEN OLD."batch" IS NULL THEN '' ELSE ',"batch":' || json_quote (OLD."batch") END
      || CASE WHEN OLD.extra IS NULL OR OLD.extra = '{}' THEN '' ELSE ',' || substr (OLD.extra, 2, length (OLD.extra) - 2) END, 2) || '}'
    FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND OLD.version > 0 AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."type", NEW."resident_uid", NEW."family_uid", NEW."from_family_uid", NEW."date", NEW."reported", NEW."cancels", NEW."reason", NEW."form", NEW."filed", NEW."issued", NEW."issued_no", NEW."other_uid", NEW."before", NEW."batch") IS NOT (OLD.deleted, OLD."type", OLD."resident_uid", OLD."family_uid", OLD."from_family_uid", OLD."date", OLD."reported", OLD."cancels", OLD."reason", OLD."form", OLD."filed", OLD."issued", OLD."issued_no", OLD."other_uid", OLD."before", OLD."batch"))
      AND NOT EXISTS (SELECT 1 FROM base WHERE kind = 'event' AND uid = OLD.uid);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'event', NEW.uid, NEW.area, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, OLD.version, '{' || substr (''
      || CASE WHEN NEW."type" IS OLD."type" AND ctx.resolve IS NOT 'type' THEN '' ELSE ',"type":[' || json_quote (OLD."type") || ',' || json_quote (NEW."type") || ']' END
      || CASE WHEN NEW."resident_uid" IS OLD."resident_uid" AND ctx.resolve IS NOT 'resident_uid' THEN '' ELSE ',"resident_uid":[' || json_quote (OLD."resident_uid") || ',' || json_quote (NEW."resident_uid") || ']' END
      || CASE WHEN NEW."family_uid" IS OLD."family_uid" AND ctx.resolve IS NOT 'family_uid' THEN '' ELSE ',"family_uid":[' || json_quote (OLD."family_uid") || ',' || json_quote (NEW."family_uid") || ']' END
      || CASE WHEN NEW."from_family_uid" IS OLD."from_family_uid" AND ctx.resolve IS NOT 'from_family_uid' THEN '' ELSE ',"from_family_uid":[' || json_quote (OLD."from_family_uid") || ',' || json_quote (NEW."from_family_uid") || ']' END
      || CASE WHEN NEW."date" IS OLD."date" AND ctx.resolve IS NOT 'date' THEN '' ELSE ',"date":[' || json_quote (OLD."date") || ',' || json_quote (NEW."date") || ']' END
      || CASE WHEN NEW."reported" IS OLD."reported" AND ctx.resolve IS NOT 'reported' THEN '' ELSE ',"reported":[' || json_quote (OLD."reported") || ',' || json_quote (NEW."reported") || ']' END
      || CASE WHEN NEW."cancels" IS OLD."cancels" AND ctx.resolve IS NOT 'cancels' THEN '' ELSE ',"cancels":[' || json_quote (OLD."cancels") || ',' || json_quote (NEW."cancels") || ']' END
      || CASE WHEN NEW."reason" IS OLD."reason" AND ctx.resolve IS NOT 'reason' THEN '' ELSE ',"reason":[' || json_quote (OLD."reason") || ',' || json_quote (NEW."reason") || ']' END
      || CASE WHEN NEW."form" IS OLD."form" AND ctx.resolve IS NOT 'form' THEN '' ELSE ',"form":[' || json_quote (OLD."form") || ',' || json_quote (NEW."form") || ']' END
      || CASE WHEN NEW."filed" IS OLD."filed" AND ctx.resolve IS NOT 'filed' THEN '' ELSE ',"filed":[' || json_quote (OLD."filed") || ',' || json_quote (NEW."filed") || ']' END
      || CASE WHEN NEW."issued" IS OLD."issued" AND NEW."issued_no" IS OLD."issued_no" AND ctx.resolve IS NOT 'issued' THEN '' ELSE ',"issued":[' || json_quote (OLD."issued") || ',' || json_quote (NEW."issued") || ']' END
      || CASE WHEN NEW."issued" IS OLD."issued" AND NEW."issued_no" IS OLD."issued_no" AND ctx.resolve IS NOT 'issued' THEN '' ELSE ',"issued_no":[' || json_quote (OLD."issued_no") || ',' || json_quote (NEW."issued_no") || ']' END
      || CASE WHEN NEW."other_uid" IS OLD."other_uid" AND ctx.resolve IS NOT 'other_uid' THEN '' ELSE ',"other_uid":[' || json_quote (OLD."other_uid") || ',' || json_quote (NEW."other_uid") || ']' END
      || CASE WHEN NEW."before" IS OLD."before" AND ctx.resolve IS NOT 'before' THEN '' ELSE ',"before":[' || json_quote (OLD."before") || ',' || json_quote (NEW."before") || ']' END
      || CASE WHEN NEW."batch" IS OLD."batch" AND ctx.resolve IS NOT 'batch' THEN '' ELSE ',"batch":[' || json_quote (OLD."batch") || ',' || json_quote (NEW."batch") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."type", NEW."resident_uid", NEW."family_uid", NEW."from_family_uid", NEW."date", NEW."reported", NEW."cancels", NEW."reason", NEW."form", NEW."filed", NEW."issued", NEW."issued_no", NEW."other_uid", NEW."before", NEW."batch") IS NOT (OLD.deleted, OLD."type", OLD."resident_uid", OLD."family_uid", OLD."from_family_uid", OLD."date", OLD."reported", OLD."cancels", OLD."reason", OLD."form", OLD."filed", OLD."issued", OLD."issued_no", OLD."other_uid", OLD."before", OLD."batch"));
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'event', NEW.uid, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, '{' || substr (''
      || CASE WHEN NEW."type" IS OLD."type" AND ctx.resolve IS NOT 'type' THEN '' ELSE ',"type":[' || json_quote (OLD."type") || ',' || json_quote (NEW."type") || ']' END
      || CASE WHEN NEW."resident_uid" IS OLD."resident_uid" AND ctx.resolve IS NOT 'resident_uid' THEN '' ELSE ',"resident_uid":[' || json_quote (OLD."resident_uid") || ',' || json_quote (NEW."resident_uid") || ']' END
      || CASE WHEN NEW."family_uid" IS OLD."family_uid" AND ctx.resolve IS NOT 'family_uid' THEN '' ELSE ',"family_uid":[' || json_quote (OLD."family_uid") || ',' || json_quote (NEW."family_uid") || ']' END
      || CASE WHEN NEW."from_family_uid" IS OLD."from_family_uid" AND ctx.resolve IS NOT 'from_family_uid' THEN '' ELSE ',"from_family_uid":[' || json_quote (OLD."from_family_uid") || ',' || json_quote (NEW."from_family_uid") || ']' END
      || CASE WHEN NEW."date" IS OLD."date" AND ctx.resolve IS NOT 'date' THEN '' ELSE ',"date":[' || json_quote (OLD."date") || ',' || json_quote (NEW."date") || ']' END
      || CASE WHEN NEW."reported" IS OLD."reported" AND ctx.resolve IS NOT 'reported' THEN '' ELSE ',"reported":[' || json_quote (OLD."reported") || ',' || json_quote (NEW."reported") || ']' END
      || CASE WHEN NEW."cancels" IS OLD."cancels" AND ctx.resolve IS NOT 'cancels' THEN '' ELSE ',"cancels":[' || json_quote (OLD."cancels") || ',' || json_quote (NEW."cancels") || ']' END
      || CASE WHEN NEW."reason" IS OLD."reason" AND ctx.resolve IS NOT 'reason' THEN '' ELSE ',"reason":[' || json_quote (OLD."reason") || ',' || json_quote (NEW."reason") || ']' END
      || CASE WHEN NEW."form" IS OLD."form" AND ctx.resolve IS NOT 'form' THEN '' ELSE ',"form":[' || json_quote (OLD."form") || ',' || json_quote (NEW."form") || ']' END
      || CASE WHEN NEW."filed" IS OLD."filed" AND ctx.resolve IS NOT 'filed' THEN '' ELSE ',"filed":[' || json_quote (OLD."filed") || ',' || json_quote (NEW."filed") || ']' END
      || CASE WHEN NEW."issued" IS OLD."issued" AND NEW."issued_no" IS OLD."issued_no" AND ctx.resolve IS NOT 'issued' THEN '' ELSE ',"issued":[' || json_quote (OLD."issued") || ',' || json_quote (NEW."issued") || ']' END
      || CASE WHEN NEW."issued" IS OLD."issued" AND NEW."issued_no" IS OLD."issued_no" AND ctx.resolve IS NOT 'issued' THEN '' ELSE ',"issued_no":[' || json_quote (OLD."issued_no") || ',' || json_quote (NEW."issued_no") || ']' END
      || CASE WHEN NEW."other_uid" IS OLD."other_uid" AND ctx.resolve IS NOT 'other_uid' THEN '' ELSE ',"other_uid":[' || json_quote (OLD."other_uid") || ',' || json_quote (NEW."other_uid") || ']' END
      || CASE WHEN NEW."before" IS OLD."before" AND ctx.resolve IS NOT 'before' THEN '' ELSE ',"before":[' || json_quote (OLD."before") || ',' || json_quote (NEW."before") || ']' END
      || CASE WHEN NEW."batch" IS OLD."batch" AND ctx.resolve IS NOT 'batch' THEN '' ELSE ',"batch":[' || json_quote (OLD."batch") || ',' || json_quote (NEW."batch") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply' AND (NEW.deleted, NEW."type", NEW."resident_uid", NEW."family_uid", NEW."from_family_uid", NEW."date", NEW."reported", NEW."cancels", NEW."reason", NEW."form", NEW."filed", NEW."issued", NEW."issued_no", NEW."other_uid", NEW."before", NEW."batch") IS NOT (OLD.deleted, OLD."type", OLD."resident_uid", OLD."family_uid", OLD."from_family_uid", OLD."date", OLD."reported", OLD."cancels", OLD."reason", OLD."form", OLD."filed", OLD."issued", OLD."issued_no", OLD."other_uid", OLD."before", OLD."batch");
END;
DROP TRIGGER IF EXISTS capture_event_delete;
CREATE TRIGGER capture_event_delete BEFORE DELETE ON event BEGIN
  SELECT RAISE (ABORT, 'records are never deleted');
END;
DROP TRIGGER IF EXISTS capture_account_insert;
CREATE TRIGGER capture_account_insert AFTER INSERT ON account BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'account', NEW.uid, NEW.area, 'insert', NEW.version, '{' || substr (''
      || CASE WHEN NEW."name" IS NULL THEN '' ELSE ',"name":[null,' || json_quote (NEW."name") || ']' END
      || ifnull (',"duty":[null,' || NEW."duty" || ']', '')
      || CASE WHEN NEW."closed" IS NULL THEN '' ELSE ',"closed":[null,' || json_quote (NEW."closed") || ']' END
      || CASE WHEN NEW."assignment_no" IS NULL THEN '' ELSE ',"assignment_no":[null,' || json_quote (NEW."assignment_no") || ']' END
      || CASE WHEN NEW."assignment_date" IS NULL THEN '' ELSE ',"assignment_date":[null,' || json_quote (NEW."assignment_date") || ']' END
      || CASE WHEN NEW."dusun" IS NULL THEN '' ELSE ',"dusun":[null,' || json_quote (NEW."dusun") || ']' END
      || CASE WHEN NEW."rw" IS NULL THEN '' ELSE ',"rw":[null,' || json_quote (NEW."rw") || ']' END
      || CASE WHEN NEW."rt" IS NULL THEN '' ELSE ',"rt":[null,' || json_quote (NEW."rt") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local';
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'account', NEW.uid, 'insert', '{' || substr (''
      || CASE WHEN NEW."name" IS NULL THEN '' ELSE ',"name":[null,' || json_quote (NEW."name") || ']' END
      || ifnull (',"duty":[null,' || NEW."duty" || ']', '')
      || CASE WHEN NEW."closed" IS NULL THEN '' ELSE ',"closed":[null,' || json_quote (NEW."closed") || ']' END
      || CASE WHEN NEW."assignment_no" IS NULL THEN '' ELSE ',"assignment_no":[null,' || json_quote (NEW."assignment_no") || ']' END
      || CASE WHEN NEW."assignment_date" IS NULL THEN '' ELSE ',"assignment_date":[null,' || json_quote (NEW."assignment_date") || ']' END
      || CASE WHEN NEW."dusun" IS NULL THEN '' ELSE ',"dusun":[null,' || json_quote (NEW."dusun") || ']' END
      || CASE WHEN NEW."rw" IS NULL THEN '' ELSE ',"rw":[null,' || json_quote (NEW."rw") || ']' END
      || CASE WHEN NEW."rt" IS NULL THEN '' ELSE ',"rt":[null,' || json_quote (NEW."rt") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply';
END;
DROP TRIGGER IF EXISTS capture_account_update;
CREATE TRIGGER capture_account_update AFTER UPDATE ON account BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO base (kind, uid, version, data)
    SELECT 'account', OLD.uid, OLD.version, '{' || substr (''
      || CASE WHEN OLD."name" IS NULL THEN '' ELSE ',"name":' || json_quote (OLD."name") END
      || CASE WHEN OLD."duty" IS NULL THEN '' ELSE ',"duty":' || json_quote (OLD."duty") END
      || CASE WHEN OLD."closed" IS NULL THEN '' ELSE ',"closed":' || json_quote (OLD."closed") END
      || CASE WHEN OLD."assignment_no" IS NULL THEN '' ELSE ',"assignment_no":' || json_quote (OLD."assignment_no") END
      || CASE WHEN OLD."assignment_date" IS NULL THEN '' ELSE ',"assignment_date":' || json_quote (OLD."assignment_date") END
      || CASE WHEN OLD."dusun" IS NULL THEN '' ELSE ',"dusun":' || json_quote (OLD."dusun") END
      || CASE WHEN OLD."rw" IS NULL THEN '' ELSE ',"rw":' || json_quote (OLD."rw") END
      || CASE WHEN OLD."rt" IS NULL THEN '' ELSE ',"rt":' || json_quote (OLD."rt") END
      || CASE WHEN OLD.extra IS NULL OR OLD.extra = '{}' THEN '' ELSE ',' || substr (OLD.extra, 2, length (OLD.extra) - 2) END, 2) || '}'
    FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND OLD.version > 0 AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."name", NEW."duty", NEW."closed", NEW."assignment_no", NEW."assignment_date", NEW."dusun", NEW."rw", NEW."rt") IS NOT (OLD.deleted, OLD."name", OLD."duty", OLD."closed", OLD."assignment_no", OLD."assignment_date", OLD."dusun", OLD."rw", OLD."rt"))
      AND NOT EXISTS (SELECT 1 FROM base WHERE kind = 'account' AND uid = OLD.uid);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'account', NEW.uid, NEW.area, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, OLD.version, '{' || substr (''
      || CASE WHEN NEW."name" IS OLD."name" AND ctx.resolve IS NOT 'name' THEN '' ELSE ',"name":[' || json_quote (OLD."name") || ',' || json_quote (NEW."name") || ']' END
      || CASE WHEN NEW."duty" IS OLD."duty" AND ctx.resolve IS NOT 'duty' THEN '' ELSE ',"duty":[' || json_quote (OLD."duty") || ',' || json_quote (NEW."duty") || ']' END
      || CASE WHEN NEW."closed" IS OLD."closed" AND ctx.resolve IS NOT 'closed' THEN '' ELSE ',"closed":[' || json_quote (OLD."closed") || ',' || json_quote (NEW."closed") || ']' END
      || CASE WHEN NEW."assignment_no" IS OLD."assignment_no" AND NEW."assignment_date" IS OLD."assignment_date" AND ctx.resolve IS NOT 'assignment_no' THEN '' ELSE ',"assignment_no":[' || json_quote (OLD."assignment_no") || ',' || json_quote (NEW."assignment_no") || ']' END
      || CASE WHEN NEW."assignment_no" IS OLD."assignment_no" AND NEW."assignment_date" IS OLD."assignment_date" AND ctx.resolve IS NOT 'assignment_no' THEN '' ELSE ',"assignment_date":[' || json_quote (OLD."assignment_date") || ',' || json_quote (NEW."assignment_date") || ']' END
      || CASE WHEN NEW."dusun" IS OLD."dusun" AND NEW."rw" IS OLD."rw" AND NEW."rt" IS OLD."rt" AND ctx.resolve IS NOT 'dusun' THEN '' ELSE ',"dusun":[' || json_quote (OLD."dusun") || ',' || json_quote (NEW."dusun") || ']' END
      || CASE WHEN NEW."dusun" IS OLD."dusun" AND NEW."rw" IS OLD."rw" AND NEW."rt" IS OLD."rt" AND ctx.resolve IS NOT 'dusun' THEN '' ELSE ',"rw":[' || json_quote (OLD."rw") || ',' || json_quote (NEW."rw") || ']' END
      || CASE WHEN NEW."dusun" IS OLD."dusun" AND NEW."rw" IS OLD."rw" AND NEW."rt" IS OLD."rt" AND ctx.resolve IS NOT 'dusun' THEN '' ELSE ',"rt":[' || json_quote (OLD."rt") || ',' || json_quote (NEW."rt") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."name", NEW."duty", NEW."closed", NEW."assignment_no", NEW."assignment_date", NEW."dusun", NEW."rw", NEW."rt") IS NOT (OLD.deleted, OLD."name", OLD."duty", OLD."closed", OLD."assignment_no", OLD."assignment_date", OLD."dusun", OLD."rw", OLD."rt"));
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'account', NEW.uid, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, '{' || substr (''
      || CASE WHEN NEW."name" IS OLD."name" AND ctx.resolve IS NOT 'name' THEN '' ELSE ',"name":[' || json_quote (OLD."name") || ',' || json_quote (NEW."name") || ']' END
      || CASE WHEN NEW."duty" IS OLD."duty" AND ctx.resolve IS NOT 'duty' THEN '' ELSE ',"duty":[' || json_quote (OLD."duty") || ',' || json_quote (NEW."duty") || ']' END
      || CASE WHEN NEW."closed" IS OLD."closed" AND ctx.resolve IS NOT 'closed' THEN '' ELSE ',"closed":[' || json_quote (OLD."closed") || ',' || json_quote (NEW."closed") || ']' END
      || CASE WHEN NEW."assignment_no" IS OLD."assignment_no" AND NEW."assignment_date" IS OLD."assignment_date" AND ctx.resolve IS NOT 'assignment_no' THEN '' ELSE ',"assignment_no":[' || json_quote (OLD."assignment_no") || ',' || json_quote (NEW."assignment_no") || ']' END
      || CASE WHEN NEW."assignment_no" IS OLD."assignment_no" AND NEW."assignment_date" IS OLD."assignment_date" AND ctx.resolve IS NOT 'assignment_no' THEN '' ELSE ',"assignment_date":[' || json_quote (OLD."assignment_date") || ',' || json_quote (NEW."assignment_date") || ']' END
      || CASE WHEN NEW."dusun" IS OLD."dusun" AND NEW."rw" IS OLD."rw" AND NEW."rt" IS OLD."rt" AND ctx.resolve IS NOT 'dusun' THEN '' ELSE ',"dusun":[' || json_quote (OLD."dusun") || ',' || json_quote (NEW."dusun") || ']' END
      || CASE WHEN NEW."dusun" IS OLD."dusun" AND NEW."rw" IS OLD."rw" AND NEW."rt" IS OLD."rt" AND ctx.resolve IS NOT 'dusun' THEN '' ELSE ',"rw":[' || json_quote (OLD."rw") || ',' || json_quote (NEW."rw") || ']' END
      || CASE WHEN NEW."dusun" IS OLD."dusun" AND NEW."rw" IS OLD."rw" AND NEW."rt" IS OLD."rt" AND ctx.resolve IS NOT 'dusun' THEN '' ELSE ',"rt":[' || json_quote (OLD."rt") || ',' || json_quote (NEW."rt") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply' AND (NEW.deleted, NEW."name", NEW."duty", NEW."closed", NEW."assignment_no", NEW."assignment_date", NEW."dusun", NEW."rw", NEW."rt") IS NOT (OLD.deleted, OLD."name", OLD."duty", OLD."closed", OLD."assignment_no", OLD."assignment_date", OLD."dusun", OLD."rw", OLD."rt");
END;
DROP TRIGGER IF EXISTS capture_account_delete;
CREATE TRIGGER capture_account_delete BEFORE DELETE ON account BEGIN
  SELECT RAISE (ABORT, 'records are never deleted');
END;
DROP TRIGGER IF EXISTS capture_place_insert;
CREATE TRIGGER capture_place_insert AFTER INSERT ON place BEGIN
  SELECT RAISE (ABORT, 'owned by the server') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx WHERE mode = 'apply');
END;
DROP TRIGGER IF EXISTS capture_place_update;
CREATE TRIGGER capture_place_update AFTER UPDATE ON place BEGIN
  SELECT RAISE (ABORT, 'owned by the server') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx WHERE mode = 'apply');
END;
DROP TRIGGER IF EXISTS capture_place_delete;
CREATE TRIGGER capture_place_delete BEFORE DELETE ON place BEGIN
  SELECT RAISE (ABORT, 'records are never deleted');
END;
DROP TRIGGER IF EXISTS capture_waiver_insert;
CREATE TRIGGER capture_waiver_insert AFTER INSERT ON waiver BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'waiver', NEW.uid, NEW.area, 'insert', NEW.version, '{' || substr (''
      || CASE WHEN NEW."subject_uid" IS NULL THEN '' ELSE ',"subject_uid":[null,' || json_quote (NEW."subject_uid") || ']' END
      || CASE WHEN NEW."rule" IS NULL THEN '' ELSE ',"rule":[null,' || json_quote (NEW."rule") || ']' END
      || CASE WHEN NEW."reason" IS NULL THEN '' ELSE ',"reason":[null,' || json_quote (NEW."reason") || ']' END
      || CASE WHEN NEW."value" IS NULL THEN '' ELSE ',"value":[null,' || json_quote (NEW."value") || ']' END
      || CASE WHEN NEW."withdrawn" IS NULL THEN '' ELSE ',"withdrawn":[null,' || json_quote (NEW."withdrawn") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local';
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'waiver', NEW.uid, 'insert', '{' || substr (''
      || CASE WHEN NEW."subject_uid" IS NULL THEN '' ELSE ',"subject_uid":[null,' || json_quote (NEW."subject_uid") || ']' END
      || CASE WHEN NEW."rule" IS NULL THEN '' ELSE ',"rule":[null,' || json_quote (NEW."rule") || ']' END
      || CASE WHEN NEW."reason" IS NULL THEN '' ELSE ',"reason":[null,' || json_quote (NEW."reason") || ']' END
      || CASE WHEN NEW."value" IS NULL THEN '' ELSE ',"value":[null,' || json_quote (NEW."value") || ']' END
      || CASE WHEN NEW."withdrawn" IS NULL THEN '' ELSE ',"withdrawn":[null,' || json_quote (NEW."withdrawn") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply';
END;
DROP TRIGGER IF EXISTS capture_waiver_update;
CREATE TRIGGER capture_waiver_update AFTER UPDATE ON waiver BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO base (kind, uid, version, data)
    SELECT 'waiver', OLD.uid, OLD.version, '{' || substr (''
      || CASE WHEN OLD."subject_uid" IS NULL THEN '' ELSE ',"subject_uid":' || json_quote (OLD."subject_uid") END
      || CASE WHEN OLD."rule" IS NULL THEN '' ELSE ',"rule":' || json_quote (OLD."rule") END
      || CASE WHEN OLD."reason" IS NULL THEN '' ELSE ',"reason":' || json_quote (OLD."reason") END
      || CASE WHEN OLD."value" IS NULL THEN '' ELSE ',"value":' || json_quote (OLD."value") END
      || CASE WHEN OLD."withdrawn" IS NULL THEN '' ELSE ',"withdrawn":' || json_quote (OLD."withdrawn") END
      || CASE WHEN OLD.extra IS NULL OR OLD.extra = '{}' THEN '' ELSE ',' || substr (OLD.extra, 2, length (OLD.extra) - 2) END, 2) || '}'
    FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND OLD.version > 0 AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."subject_uid", NEW."rule", NEW."reason", NEW."value", NEW."withdrawn") IS NOT (OLD.deleted, OLD."subject_uid", OLD."rule", OLD."reason", OLD."value", OLD."withdrawn"))
      AND NOT EXISTS (SELECT 1 FROM base WHERE kind = 'waiver' AND uid = OLD.uid);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'waiver', NEW.uid, NEW.area, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, OLD.version, '{' || substr (''
      || CASE WHEN NEW."subject_uid" IS OLD."subject_uid" AND ctx.resolve IS NOT 'subject_uid' THEN '' ELSE ',"subject_uid":[' || json_quote (OLD."subject_uid") || ',' || json_quote (NEW."subject_uid") || ']' END
      || CASE WHEN NEW."rule" IS OLD."rule" AND ctx.resolve IS NOT 'rule' THEN '' ELSE ',"rule":[' || json_quote (OLD."rule") || ',' || json_quote (NEW."rule") || ']' END
      || CASE WHEN NEW."reason" IS OLD."reason" AND ctx.resolve IS NOT 'reason' THEN '' ELSE ',"reason":[' || json_quote (OLD."reason") || ',' || json_quote (NEW."reason") || ']' END
      || CASE WHEN NEW."value" IS OLD."value" AND ctx.resolve IS NOT 'value' THEN '' ELSE ',"value":[' || json_quote (OLD."value") || ',' || json_quote (NEW."value") || ']' END
      || CASE WHEN NEW."withdrawn" IS OLD."withdrawn" AND ctx.resolve IS NOT 'withdrawn' THEN '' ELSE ',"withdrawn":[' || json_quote (OLD."withdrawn") || ',' || json_quote (NEW."withdrawn") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."subject_uid", NEW."rule", NEW."reason", NEW."value", NEW."withdrawn") IS NOT (OLD.deleted, OLD."subject_uid", OLD."rule", OLD."reason", OLD."value", OLD."withdrawn"));
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'waiver', NEW.uid, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, '{' || substr (''
      || CASE WHEN NEW."subject_uid" IS OLD."subject_uid" AND ctx.resolve IS NOT 'subject_uid' THEN '' ELSE ',"subject_uid":[' || json_quote (OLD."subject_uid") || ',' || json_quote (NEW."subject_uid") || ']' END
      || CASE WHEN NEW."rule" IS OLD."rule" AND ctx.resolve IS NOT 'rule' THEN '' ELSE ',"rule":[' || json_quote (OLD."rule") || ',' || json_quote (NEW."rule") || ']' END
      || CASE WHEN NEW."reason" IS OLD."reason" AND ctx.resolve IS NOT 'reason' THEN '' ELSE ',"reason":[' || json_quote (OLD."reason") || ',' || json_quote (NEW."reason") || ']' END
      || CASE WHEN NEW."value" IS OLD."value" AND ctx.resolve IS NOT 'value' THEN '' ELSE ',"value":[' || json_quote (OLD."value") || ',' || json_quote (NEW."value") || ']' END
      || CASE WHEN NEW."withdrawn" IS OLD."withdrawn" AND ctx.resolve IS NOT 'withdrawn' THEN '' ELSE ',"withdrawn":[' || json_quote (OLD."withdrawn") || ',' || json_quote (NEW."withdrawn") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply' AND (NEW.deleted, NEW."subject_uid", NEW."rule", NEW."reason", NEW."value", NEW."withdrawn") IS NOT (OLD.deleted, OLD."subject_uid", OLD."rule", OLD."reason", OLD."value", OLD."withdrawn");
END;
DROP TRIGGER IF EXISTS capture_waiver_delete;
CREATE TRIGGER capture_waiver_delete BEFORE DELETE ON waiver BEGIN
  SELECT RAISE (ABORT, 'records are never deleted');
END;
DROP TRIGGER IF EXISTS capture_conflict_insert;
CREATE TRIGGER capture_conflict_insert AFTER INSERT ON conflict BEGIN
  SELECT RAISE (ABORT, 'owned by the server') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx WHERE mode = 'apply');
END;
DROP TRIGGER IF EXISTS capture_conflict_update;
CREATE TRIGGER capture_conflict_update AFTER UPDATE ON conflict BEGIN
  SELECT RAISE (ABORT, 'owned by the server') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx WHERE mode = 'apply');
END;
DROP TRIGGER IF EXISTS capture_conflict_delete;
CREATE TRIGGER capture_conflict_delete BEFORE DELETE ON conflict BEGIN
  SELECT RAISE (ABORT, 'records are never deleted');
END;
DROP TRIGGER IF EXISTS capture_identity_insert;
CREATE TRIGGER capture_identity_insert AFTER INSERT ON identity BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'identity', NEW.uid, NEW.area, 'insert', NEW.version, '{' || substr (''
      || CASE WHEN NEW."address" IS NULL THEN '' ELSE ',"address":[null,' || json_quote (NEW."address") || ']' END
      || CASE WHEN NEW."postcode" IS NULL THEN '' ELSE ',"postcode":[null,' || json_quote (NEW."postcode") || ']' END
      || CASE WHEN NEW."phone" IS NULL THEN '' ELSE ',"phone":[null,' || json_quote (NEW."phone") || ']' END
      || CASE WHEN NEW."email" IS NULL THEN '' ELSE ',"email":[null,' || json_quote (NEW."email") || ']' END
      || CASE WHEN NEW."website" IS NULL THEN '' ELSE ',"website":[null,' || json_quote (NEW."website") || ']' END
      || CASE WHEN NEW."letterhead_1" IS NULL THEN '' ELSE ',"letterhead_1":[null,' || json_quote (NEW."letterhead_1") || ']' END
      || CASE WHEN NEW."letterhead_2" IS NULL THEN '' ELSE ',"letterhead_2":[null,' || json_quote (NEW."letterhead_2") || ']' END
      || CASE WHEN NEW."letterhead_3" IS NULL THEN '' ELSE ',"letterhead_3":[null,' || json_quote (NEW."letterhead_3") || ']' END
      || CASE WHEN NEW."letterhead_4" IS NULL THEN '' ELSE ',"letterhead_4":[null,' || json_quote (NEW."letterhead_4") || ']' END
      || CASE WHEN NEW."logo" IS NULL THEN '' ELSE ',"logo":[null,' || json_quote (NEW."logo") || ']' END
      || CASE WHEN NEW."head_title" IS NULL THEN '' ELSE ',"head_title":[null,' || json_quote (NEW."head_title") || ']' END
      || CASE WHEN NEW."secretary_title" IS NULL THEN '' ELSE ',"secretary_title":[null,' || json_quote (NEW."secretary_title") || ']' END
      || CASE WHEN NEW."hamlet_word" IS NULL THEN '' ELSE ',"hamlet_word":[null,' || json_quote (NEW."hamlet_word") || ']' END
      || CASE WHEN NEW."hamlet_head_title" IS NULL THEN '' ELSE ',"hamlet_head_title":[null,' || json_quote (NEW."hamlet_head_title") || ']' END
      || CASE WHEN NEW."clergy_title" IS NULL THEN '' ELSE ',"clergy_title":[null,' || json_quote (NEW."clergy_title") || ']' END
      || CASE WHEN NEW."keeper_name" IS NULL THEN '' ELSE ',"keeper_name":[null,' || json_quote (NEW."keeper_name") || ']' END
      || CASE WHEN NEW."keeper_decree" IS NULL THEN '' ELSE ',"keeper_decree":[null,' || json_quote (NEW."keeper_decree") || ']' END
      || CASE WHEN NEW."keeper_since" IS NULL THEN '' ELSE ',"keeper_since":[null,' || json_quote (NEW."keeper_since") || ']' END
      || CASE WHEN NEW."menus_off" IS NULL THEN '' ELSE ',"menus_off":[null,' || json_quote (NEW."menus_off") || ']' END
      || ifnull (',"simple_form":[null,' || NEW."simple_form" || ']', ''), 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local';
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'identity', NEW.uid, 'insert', '{' || substr (''
      || CASE WHEN NEW."address" IS NULL THEN '' ELSE ',"address":[null,' || json_quote (NEW."address") || ']' END
      || CASE WHEN NEW."postcode" IS NULL THEN '' ELSE ',"postcode":[null,' || json_quote (NEW."postcode") || ']' END
      || CASE WHEN NEW."phone" IS NULL THEN '' ELSE ',"phone":[null,' || json_quote (NEW."phone") || ']' END
      || CASE WHEN NEW."email" IS NULL THEN '' ELSE ',"email":[null,' || json_quote (NEW."email") || ']' END
      || CASE WHEN NEW."website" IS NULL THEN '' ELSE ',"website":[null,' || json_quote (NEW."website") || ']' END
      || CASE WHEN NEW."letterhead_1" IS NULL THEN '' ELSE ',"letterhead_1":[null,' || json_quote (NEW."letterhead_1") || ']' END
      || CASE WHEN NEW."letterhead_2" IS NULL THEN '' ELSE ',"letterhead_2":[null,' || json_quote (NEW."letterhead_2") || ']' END
      || CASE WHEN NEW."letterhead_3" IS NULL THEN '' ELSE ',"letterhead_3":[null,' || json_quote (NEW."letterhead_3") || ']' END
      || CASE WHEN NEW."letterhead_4" IS NULL THEN '' ELSE ',"letterhead_4":[null,' || json_quote (NEW."letterhead_4") || ']' END
      || CASE WHEN NEW."logo" IS NULL THEN '' ELSE ',"logo":[null,' || json_quote (NEW."logo") || ']' END
      || CASE WHEN NEW."head_title" IS NULL THEN '' ELSE ',"head_title":[null,' || json_quote (NEW."head_title") || ']' END
      || CASE WHEN NEW."secretary_title" IS NULL THEN '' ELSE ',"secretary_title":[null,' || json_quote (NEW."secretary_title") || ']' END
      || CASE WHEN NEW."hamlet_word" IS NULL THEN '' ELSE ',"hamlet_word":[null,' || json_quote (NEW."hamlet_word") || ']' END
      || CASE WHEN NEW."hamlet_head_title" IS NULL THEN '' ELSE ',"hamlet_head_title":[null,' || json_quote (NEW."hamlet_head_title") || ']' END
      || CASE WHEN NEW."clergy_title" IS NULL THEN '' ELSE ',"clergy_title":[null,' || json_quote (NEW."clergy_title") || ']' END
      || CASE WHEN NEW."keeper_name" IS NULL THEN '' ELSE ',"keeper_name":[null,' || json_quote (NEW."keeper_name") || ']' END
      || CASE WHEN NEW."keeper_decree" IS NULL THEN '' ELSE ',"keeper_decree":[null,' || json_quote (NEW."keeper_decree") || ']' END
      || CASE WHEN NEW."keeper_since" IS NULL THEN '' ELSE ',"keeper_since":[null,' || json_quote (NEW."keeper_since") || ']' END
      || CASE WHEN NEW."menus_off" IS NULL THEN '' ELSE ',"menus_off":[null,' || json_quote (NEW."menus_off") || ']' END
      || ifnull (',"simple_form":[null,' || NEW."simple_form" || ']', ''), 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply';
END;
DROP TRIGGER IF EXISTS capture_identity_update;
CREATE TRIGGER capture_identity_update AFTER UPDATE ON identity BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO base (kind, uid, version, data)
    SELECT 'identity', OLD.uid, OLD.version, '{' || substr (''
      || CASE WHEN OLD."address" IS NULL THEN '' ELSE ',"address":' || json_quote (OLD."address") END
      || CASE WHEN OLD."postcode" IS NULL THEN '' ELSE ',"postcode":' || json_quote (OLD."postcode") END
      || CASE WHEN OLD."phone" IS NULL THEN '' ELSE ',"phone":' || json_quote (OLD."phone") END
      || CASE WHEN OLD."email" IS NULL THEN '' ELSE ',"email":' || json_quote (OLD."email") END
      || CASE WHEN OLD."website" IS NULL THEN '' ELSE ',"website":' || json_quote (OLD."website") END
      || CASE WHEN OLD."letterhead_1" IS NULL THEN '' ELSE ',"letterhead_1":' || json_quote (OLD."letterhead_1") END
      || CASE WHEN OLD."letterhead_2" IS NULL THEN '' ELSE ',"letterhead_2":' || json_quote (OLD."letterhead_2") END
      || CASE WHEN OLD."letterhead_3" IS NULL THEN '' ELSE ',"letterhead_3":' || json_quote (OLD."letterhead_3") END
      || CASE WHEN OLD."letterhead_4" IS NULL THEN '' ELSE ',"letterhead_4":' || json_quote (OLD."letterhead_4") END
      || CASE WHEN OLD."logo" IS NULL THEN '' ELSE ',"logo":' || json_quote (OLD."logo") END
      || CASE WHEN OLD."head_title" IS NULL THEN '' ELSE ',"head_title":' || json_quote (OLD."head_title") END
      || CASE WHEN OLD."secretary_title" IS NULL THEN '' ELSE ',"secretary_title":' || json_quote (OLD."secretary_title") END
      || CASE WHEN OLD."hamlet_word" IS NULL THEN '' ELSE ',"hamlet_word":' || json_quote (OLD."hamlet_word") END
      || CASE WHEN OLD."hamlet_head_title" IS NULL THEN '' ELSE ',"hamlet_head_title":' || json_quote (OLD."hamlet_head_title") END
      || CASE WHEN OLD."clergy_title" IS NULL THEN '' ELSE ',"clergy_title":' || json_quote (OLD."clergy_title") END
      || CASE WHEN OLD."keeper_name" IS NULL THEN '' ELSE ',"keeper_name":' || json_quote (OLD."keeper_name") END
      || CASE WHEN OLD."keeper_decree" IS NULL THEN '' ELSE ',"keeper_decree":' || json_quote (OLD."keeper_decree") END
      || CASE WHEN OLD."keeper_since" IS NULL THEN '' ELSE ',"keeper_since":' || json_quote (OLD."keeper_since") END
      || CASE WHEN OLD."menus_off" IS NULL THEN '' ELSE ',"menus_off":' || json_quote (OLD."menus_off") END
      || CASE WHEN OLD."simple_form" IS NULL THEN '' ELSE ',"simple_form":' || json_quote (OLD."simple_form") END
      || CASE WHEN OLD.extra IS NULL OR OLD.extra = '{}' THEN '' ELSE ',' || substr (OLD.extra, 2, length (OLD.extra) - 2) END, 2) || '}'
    FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND OLD.version > 0 AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."address", NEW."postcode", NEW."phone", NEW."email", NEW."website", NEW."letterhead_1", NEW."letterhead_2", NEW."letterhead_3", NEW."letterhead_4", NEW."logo", NEW."head_title", NEW."secretary_title", NEW."hamlet_word", NEW."hamlet_head_title", NEW."clergy_title", NEW."keeper_name", NEW."keeper_decree", NEW."keeper_since", NEW."menus_off", NEW."simple_form") IS NOT (OLD.deleted, OLD."address", OLD."postcode", OLD."phone", OLD."email", OLD."website", OLD."letterhead_1", OLD."letterhead_2", OLD."letterhead_3", OLD."letterhead_4", OLD."logo", OLD."head_title", OLD."secretary_title", OLD."hamlet_word", OLD."hamlet_head_title", OLD."clergy_title", OLD."keeper_name", OLD."keeper_decree", OLD."keeper_since", OLD."menus_off", OLD."simple_form"))
      AND NOT EXISTS (SELECT 1 FROM base WHERE kind = 'identity' AND uid = OLD.uid);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'identity', NEW.uid, NEW.area, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, OLD.version, '{' || substr (''
      || CASE WHEN NEW."address" IS OLD."address" AND ctx.resolve IS NOT 'address' THEN '' ELSE ',"address":[' || json_quote (OLD."address") || ',' || json_quote (NEW."address") || ']' END
      || CASE WHEN NEW."postcode" IS OLD."postcode" AND ctx.resolve IS NOT 'postcode' THEN '' ELSE ',"postcode":[' || json_quote (OLD."postcode") || ',' || json_quote (NEW."postcode") || ']' END
      || CASE WHEN NEW."phone" IS OLD."phone" AND ctx.resolve IS NOT 'phone' THEN '' ELSE ',"phone":[' || json_quote (OLD."phone") || ',' || json_quote (NEW."phone") || ']' END
      || CASE WHEN NEW."email" IS OLD."email" AND ctx.resolve IS NOT 'email' THEN '' ELSE ',"email":[' || json_quote (OLD."email") || ',' || json_quote (NEW."email") || ']' END
      || CASE WHEN NEW."website" IS OLD."website" AND ctx.resolve IS NOT 'website' THEN '' ELSE ',"website":[' || json_quote (OLD."website") || ',' || json_quote (NEW."website") || ']' END
      || CASE WHEN NEW."letterhead_1" IS OLD."letterhead_1" AND ctx.resolve IS NOT 'letterhead_1' THEN '' ELSE ',"letterhead_1":[' || json_quote (OLD."letterhead_1") || ',' || json_quote (NEW."letterhead_1") || ']' END
      || CASE WHEN NEW."letterhead_2" IS OLD."letterhead_2" AND ctx.resolve IS NOT 'letterhead_2' THEN '' ELSE ',"letterhead_2":[' || json_quote (OLD."letterhead_2") || ',' || json_quote (NEW."letterhead_2") || ']' END
      || CASE WHEN NEW."letterhead_3" IS OLD."letterhead_3" AND ctx.resolve IS NOT 'letterhead_3' THEN '' ELSE ',"letterhead_3":[' || json_quote (OLD."letterhead_3") || ',' || json_quote (NEW."letterhead_3") || ']' END
      || CASE WHEN NEW."letterhead_4" IS OLD."letterhead_4" AND ctx.resolve IS NOT 'letterhead_4' THEN '' ELSE ',"letterhead_4":[' || json_quote (OLD."letterhead_4") || ',' || json_quote (NEW."letterhead_4") || ']' END
      || CASE WHEN NEW."logo" IS OLD."logo" AND ctx.resolve IS NOT 'logo' THEN '' ELSE ',"logo":[' || json_quote (OLD."logo") || ',' || json_quote (NEW."logo") || ']' END
      || CASE WHEN NEW."head_title" IS OLD."head_title" AND ctx.resolve IS NOT 'head_title' THEN '' ELSE ',"head_title":[' || json_quote (OLD."head_title") || ',' || json_quote (NEW."head_title") || ']' END
      || CASE WHEN NEW."secretary_title" IS OLD."secretary_title" AND ctx.resolve IS NOT 'secretary_title' THEN '' ELSE ',"secretary_title":[' || json_quote (OLD."secretary_title") || ',' || json_quote (NEW."secretary_title") || ']' END
      || CASE WHEN NEW."hamlet_word" IS OLD."hamlet_word" AND ctx.resolve IS NOT 'hamlet_word' THEN '' ELSE ',"hamlet_word":[' || json_quote (OLD."hamlet_word") || ',' || json_quote (NEW."hamlet_word") || ']' END
      || CASE WHEN NEW."hamlet_head_title" IS OLD."hamlet_head_title" AND ctx.resolve IS NOT 'hamlet_head_title' THEN '' ELSE ',"hamlet_head_title":[' || json_quote (OLD."hamlet_head_title") || ',' || json_quote (NEW."hamlet_head_title") || ']' END
      || CASE WHEN NEW."clergy_title" IS OLD."clergy_title" AND ctx.resolve IS NOT 'clergy_title' THEN '' ELSE ',"clergy_title":[' || json_quote (OLD."clergy_title") || ',' || json_quote (NEW."clergy_title") || ']' END
      || CASE WHEN NEW."keeper_name" IS OLD."keeper_name" AND NEW."keeper_decree" IS OLD."keeper_decree" AND NEW."keeper_since" IS OLD."keeper_since" AND ctx.resolve IS NOT 'keeper_name' THEN '' ELSE ',"keeper_name":[' || json_quote (OLD."keeper_name") || ',' || json_quote (NEW."keeper_name") || ']' END
      || CASE WHEN NEW."keeper_name" IS OLD."keeper_name" AND NEW."keeper_decree" IS OLD."keeper_decree" AND NEW."keeper_since" IS OLD."keeper_since" AND ctx.resolve IS NOT 'keeper_name' THEN '' ELSE ',"keeper_decree":[' || json_quote (OLD."keeper_decree") || ',' || json_quote (NEW."keeper_decree") || ']' END
      || CASE WHEN NEW."keeper_name" IS OLD."keeper_name" AND NEW."keeper_decree" IS OLD."keeper_decree" AND NEW."keeper_since" IS OLD."keeper_since" AND ctx.resolve IS NOT 'keeper_name' THEN '' ELSE ',"keeper_since":[' || json_quote (OLD."keeper_since") || ',' || json_quote (NEW."keeper_since") || ']' END
      || CASE WHEN NEW."menus_off" IS OLD."menus_off" AND ctx.resolve IS NOT 'menus_off' THEN '' ELSE ',"menus_off":[' || json_quote (OLD."menus_off") || ',' || json_quote (NEW."menus_off") || ']' END
      || CASE WHEN NEW."simple_form" IS OLD."simple_form" AND ctx.resolve IS NOT 'simple_form' THEN '' ELSE ',"simple_form":[' || json_quote (OLD."simple_form") || ',' || json_quote (NEW."simple_form") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."address", NEW."postcode", NEW."phone", NEW."email", NEW."website", NEW."letterhead_1", NEW."letterhead_2", NEW."letterhead_3", NEW."letterhead_4", NEW."logo", NEW."head_title", NEW."secretary_title", NEW."hamlet_word", NEW."hamlet_head_title", NEW."clergy_title", NEW."keeper_name", NEW."keeper_decree", NEW."keeper_since", NEW."menus_off", NEW."simple_form") IS NOT (OLD.deleted, OLD."address", OLD."postcode", OLD."phone", OLD."email", OLD."website", OLD."letterhead_1", OLD."letterhead_2", OLD."letterhead_3", OLD."letterhead_4", OLD."logo", OLD."head_title", OLD."secretary_title", OLD."hamlet_word", OLD."hamlet_head_title", OLD."clergy_title", OLD."keeper_name", OLD."keeper_decree", OLD."keeper_since", OLD."menus_off", OLD."simple_form"));
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'identity', NEW.uid, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, '{' || substr (''
      || CASE WHEN NEW."address" IS OLD."address" AND ctx.resolve IS NOT 'address' THEN '' ELSE ',"address":[' || json_quote (OLD."address") || ',' || json_quote (NEW."address") || ']' END
      || CASE WHEN NEW."postcode" IS OLD."postcode" AND ctx.resolve IS NOT 'postcode' THEN '' ELSE ',"postcode":[' || json_quote (OLD."postcode") || ',' || json_quote (NEW."postcode") || ']' END
      || CASE WHEN NEW."phone" IS OLD."phone" AND ctx.resolve IS NOT 'phone' THEN '' ELSE ',"phone":[' || json_quote (OLD."phone") || ',' || json_quote (NEW."phone") || ']' END
      || CASE WHEN NEW."email" IS OLD."email" AND ctx.resolve IS NOT 'email' THEN '' ELSE ',"email":[' || json_quote (OLD."email") || ',' || json_quote (NEW."email") || ']' END
      || CASE WHEN NEW."website" IS OLD."website" AND ctx.resolve IS NOT 'website' THEN '' ELSE ',"website":[' || json_quote (OLD."website") || ',' || json_quote (NEW."website") || ']' END
      || CASE WHEN NEW."letterhead_1" IS OLD."letterhead_1" AND ctx.resolve IS NOT 'letterhead_1' THEN '' ELSE ',"letterhead_1":[' || json_quote (OLD."letterhead_1") || ',' || json_quote (NEW."letterhead_1") || ']' END
      || CASE WHEN NEW."letterhead_2" IS OLD."letterhead_2" AND ctx.resolve IS NOT 'letterhead_2' THEN '' ELSE ',"letterhead_2":[' || json_quote (OLD."letterhead_2") || ',' || json_quote (NEW."letterhead_2") || ']' END
      || CASE WHEN NEW."letterhead_3" IS OLD."letterhead_3" AND ctx.resolve IS NOT 'letterhead_3' THEN '' ELSE ',"letterhead_3":[' || json_quote (OLD."letterhead_3") || ',' || json_quote (NEW."letterhead_3") || ']' END
      || CASE WHEN NEW."letterhead_4" IS OLD."letterhead_4" AND ctx.resolve IS NOT 'letterhead_4' THEN '' ELSE ',"letterhead_4":[' || json_quote (OLD."letterhead_4") || ',' || json_quote (NEW."letterhead_4") || ']' END
      || CASE WHEN NEW."logo" IS OLD."logo" AND ctx.resolve IS NOT 'logo' THEN '' ELSE ',"logo":[' || json_quote (OLD."logo") || ',' || json_quote (NEW."logo") || ']' END
      || CASE WHEN NEW."head_title" IS OLD."head_title" AND ctx.resolve IS NOT 'head_title' THEN '' ELSE ',"head_title":[' || json_quote (OLD."head_title") || ',' || json_quote (NEW."head_title") || ']' END
      || CASE WHEN NEW."secretary_title" IS OLD."secretary_title" AND ctx.resolve IS NOT 'secretary_title' THEN '' ELSE ',"secretary_title":[' || json_quote (OLD."secretary_title") || ',' || json_quote (NEW."secretary_title") || ']' END
      || CASE WHEN NEW."hamlet_word" IS OLD."hamlet_word" AND ctx.resolve IS NOT 'hamlet_word' THEN '' ELSE ',"hamlet_word":[' || json_quote (OLD."hamlet_word") || ',' || json_quote (NEW."hamlet_word") || ']' END
      || CASE WHEN NEW."hamlet_head_title" IS OLD."hamlet_head_title" AND ctx.resolve IS NOT 'hamlet_head_title' THEN '' ELSE ',"hamlet_head_title":[' || json_quote (OLD."hamlet_head_title") || ',' || json_quote (NEW."hamlet_head_title") || ']' END
      || CASE WHEN NEW."clergy_title" IS OLD."clergy_title" AND ctx.resolve IS NOT 'clergy_title' THEN '' ELSE ',"clergy_title":[' || json_quote (OLD."clergy_title") || ',' || json_quote (NEW."clergy_title") || ']' END
      || CASE WHEN NEW."keeper_name" IS OLD."keeper_name" AND NEW."keeper_decree" IS OLD."keeper_decree" AND NEW."keeper_since" IS OLD."keeper_since" AND ctx.resolve IS NOT 'keeper_name' THEN '' ELSE ',"keeper_name":[' || json_quote (OLD."keeper_name") || ',' || json_quote (NEW."keeper_name") || ']' END
      || CASE WHEN NEW."keeper_name" IS OLD."keeper_name" AND NEW."keeper_decree" IS OLD."keeper_decree" AND NEW."keeper_since" IS OLD."keeper_since" AND ctx.resolve IS NOT 'keeper_name' THEN '' ELSE ',"keeper_decree":[' || json_quote (OLD."keeper_decree") || ',' || json_quote (NEW."keeper_decree") || ']' END
      || CASE WHEN NEW."keeper_name" IS OLD."keeper_name" AND NEW."keeper_decree" IS OLD."keeper_decree" AND NEW."keeper_since" IS OLD."keeper_since" AND ctx.resolve IS NOT 'keeper_name' THEN '' ELSE ',"keeper_since":[' || json_quote (OLD."keeper_since") || ',' || json_quote (NEW."keeper_since") || ']' END
      || CASE WHEN NEW."menus_off" IS OLD."menus_off" AND ctx.resolve IS NOT 'menus_off' THEN '' ELSE ',"menus_off":[' || json_quote (OLD."menus_off") || ',' || json_quote (NEW."menus_off") || ']' END
      || CASE WHEN NEW."simple_form" IS OLD."simple_form" AND ctx.resolve IS NOT 'simple_form' THEN '' ELSE ',"simple_form":[' || json_quote (OLD."simple_form") || ',' || json_quote (NEW."simple_form") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply' AND (NEW.deleted, NEW."address", NEW."postcode", NEW."phone", NEW."email", NEW."website", NEW."letterhead_1", NEW."letterhead_2", NEW."letterhead_3", NEW."letterhead_4", NEW."logo", NEW."head_title", NEW."secretary_title", NEW."hamlet_word", NEW."hamlet_head_title", NEW."clergy_title", NEW."keeper_name", NEW."keeper_decree", NEW."keeper_since", NEW."menus_off", NEW."simple_form") IS NOT (OLD.deleted, OLD."address", OLD."postcode", OLD."phone", OLD."email", OLD."website", OLD."letterhead_1", OLD."letterhead_2", OLD."letterhead_3", OLD."letterhead_4", OLD."logo", OLD."head_title", OLD."secretary_title", OLD."hamlet_word", OLD."hamlet_head_title", OLD."clergy_title", OLD."keeper_name", OLD."keeper_decree", OLD."keeper_since", OLD."menus_off", OLD."simple_form");
END;
DROP TRIGGER IF EXISTS capture_identity_delete;
CREATE TRIGGER capture_identity_delete BEFORE DELETE ON identity BEGIN
  SELECT RAISE (ABORT, 'records are never deleted');
END;
DROP TRIGGER IF EXISTS capture_official_insert;
CREATE TRIGGER capture_official_insert AFTER INSERT ON official BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'official', NEW.uid, NEW.area, 'insert', NEW.version, '{' || substr (''
      || CASE WHEN NEW."name" IS NULL THEN '' ELSE ',"name":[null,' || json_quote (NEW."name") || ']' END
      || ifnull (',"post":[null,' || NEW."post" || ']', '')
      || CASE WHEN NEW."dusun" IS NULL THEN '' ELSE ',"dusun":[null,' || json_quote (NEW."dusun") || ']' END
      || CASE WHEN NEW."rw" IS NULL THEN '' ELSE ',"rw":[null,' || json_quote (NEW."rw") || ']' END
      || CASE WHEN NEW."rt" IS NULL THEN '' ELSE ',"rt":[null,' || json_quote (NEW."rt") || ']' END
      || ifnull (',"form":[null,' || NEW."form" || ']', '')
      || CASE WHEN NEW."since" IS NULL THEN '' ELSE ',"since":[null,' || json_quote (NEW."since") || ']' END
      || CASE WHEN NEW."until" IS NULL THEN '' ELSE ',"until":[null,' || json_quote (NEW."until") || ']' END
      || CASE WHEN NEW."nik" IS NULL THEN '' ELSE ',"nik":[null,' || json_quote (NEW."nik") || ']' END
      || CASE WHEN NEW."nip" IS NULL THEN '' ELSE ',"nip":[null,' || json_quote (NEW."nip") || ']' END
      || CASE WHEN NEW."nipd" IS NULL THEN '' ELSE ',"nipd":[null,' || json_quote (NEW."nipd") || ']' END
      || CASE WHEN NEW."rank" IS NULL THEN '' ELSE ',"rank":[null,' || json_quote (NEW."rank") || ']' END
      || CASE WHEN NEW."phone" IS NULL THEN '' ELSE ',"phone":[null,' || json_quote (NEW."phone") || ']' END
      || CASE WHEN NEW."decree" IS NULL THEN '' ELSE ',"decree":[null,' || json_quote (NEW."decree") || ']' END
      || CASE WHEN NEW."decree_date" IS NULL THEN '' ELSE ',"decree_date":[null,' || json_quote (NEW."decree_date") || ']' END
      || CASE WHEN NEW."resident_uid" IS NULL THEN '' ELSE ',"resident_uid":[null,' || json_quote (NEW."resident_uid") || ']' END
      || CASE WHEN NEW."note" IS NULL THEN '' ELSE ',"note":[null,' || json_quote (NEW."note") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local';
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'official', NEW.uid, 'insert', '{' || substr (''
      || CASE WHEN NEW."name" IS NULL THEN '' ELSE ',"name":[null,' || json_quote (NEW."name") || ']' END
      || ifnull (',"post":[null,' || NEW."post" || ']', '')
      || CASE WHEN NEW."dusun" IS NULL THEN '' ELSE ',"dusun":[null,' || json_quote (NEW."dusun") || ']' END
      || CASE WHEN NEW."rw" IS NULL THEN '' ELSE ',"rw":[null,' || json_quote (NEW."rw") || ']' END
      || CASE WHEN NEW."rt" IS NULL THEN '' ELSE ',"rt":[null,' || json_quote (NEW."rt") || ']' END
      || ifnull (',"form":[null,' || NEW."form" || ']', '')
      || CASE WHEN NEW."since" IS NULL THEN '' ELSE ',"since":[null,' || json_quote (NEW."since") || ']' END
      || CASE WHEN NEW."until" IS NULL THEN '' ELSE ',"until":[null,' || json_quote (NEW."until") || ']' END
      || CASE WHEN NEW."nik" IS NULL THEN '' ELSE ',"nik":[null,' || json_quote (NEW."nik") || ']' END
      || CASE WHEN NEW."nip" IS NULL THEN '' ELSE ',"nip":[null,' || json_quote (NEW."nip") || ']' END
      || CASE WHEN NEW."nipd" IS NULL THEN '' ELSE ',"nipd":[null,' || json_quote (NEW."nipd") || ']' END
      || CASE WHEN NEW."rank" IS NULL THEN '' ELSE ',"rank":[null,' || json_quote (NEW."rank") || ']' END
      || CASE WHEN NEW."phone" IS NULL THEN '' ELSE ',"phone":[null,' || json_quote (NEW."phone") || ']' END
      || CASE WHEN NEW."decree" IS NULL THEN '' ELSE ',"decree":[null,' || json_quote (NEW."decree") || ']' END
      || CASE WHEN NEW."decree_date" IS NULL THEN '' ELSE ',"decree_date":[null,' || json_quote (NEW."decree_date") || ']' END
      || CASE WHEN NEW."resident_uid" IS NULL THEN '' ELSE ',"resident_uid":[null,' || json_quote (NEW."resident_uid") || ']' END
      || CASE WHEN NEW."note" IS NULL THEN '' ELSE ',"note":[null,' || json_quote (NEW."note") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply';
END;
DROP TRIGGER IF EXISTS capture_official_update;
CREATE TRIGGER capture_official_update AFTER UPDATE ON official BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO base (kind, uid, version, data)
    SELECT 'official', OLD.uid, OLD.version, '{' || substr (''
      || CASE WHEN OLD."name" IS NULL THEN '' ELSE ',"name":' || json_quote (OLD."name") END
      || CASE WHEN OLD."post" IS NULL THEN '' ELSE ',"post":' || json_quote (OLD."post") END
      || CASE WHEN OLD."dusun" IS NULL THEN '' ELSE ',"dusun":' || json_quote (OLD."dusun") END
      || CASE WHEN OLD."rw" IS NULL THEN '' ELSE ',"rw":' || json_quote (OLD."rw") END
      || CASE WHEN OLD."rt" IS NULL THEN '' ELSE ',"rt":' || json_quote (OLD."rt") END
      || CASE WHEN OLD."form" IS NULL THEN '' ELSE ',"form":' || json_quote (OLD."form") END
      || CASE WHEN OLD."since" IS NULL THEN '' ELSE ',"since":' || json_quote (OLD."since") END
      || CASE WHEN OLD."until" IS NULL THEN '' ELSE ',"until":' || json_quote (OLD."until") END
      || CASE WHEN OLD."nik" IS NULL THEN '' ELSE ',"nik":' || json_quote (OLD."nik") END
      || CASE WHEN OLD."nip" IS NULL THEN '' ELSE ',"nip":' || json_quote (OLD."nip") END
      || CASE WHEN OLD."nipd" IS NULL THEN '' ELSE ',"nipd":' || json_quote (OLD."nipd") END
      || CASE WHEN OLD."rank" IS NULL THEN '' ELSE ',"rank":' || json_quote (OLD."rank") END
      || CASE WHEN OLD."phone" IS NULL THEN '' ELSE ',"phone":' || json_quote (OLD."phone") END
      || CASE WHEN OLD."decree" IS NULL THEN '' ELSE ',"decree":' || json_quote (OLD."decree") END
      || CASE WHEN OLD."decree_date" IS NULL THEN '' ELSE ',"decree_date":' || json_quote (OLD."decree_date") END
      || CASE WHEN OLD."resident_uid" IS NULL THEN '' ELSE ',"resident_uid":' || json_quote (OLD."resident_uid") END
      || CASE WHEN OLD."note" IS NULL THEN '' ELSE ',"note":' || json_quote (OLD."note") END
      || CASE WHEN OLD.extra IS NULL OR OLD.extra = '{}' THEN '' ELSE ',' || substr (OLD.extra, 2, length (OLD.extra) - 2) END, 2) || '}'
    FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND OLD.version > 0 AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."name", NEW."post", NEW."dusun", NEW."rw", NEW."rt", NEW."form", NEW."since", NEW."until", NEW."nik", NEW."nip", NEW."nipd", NEW."rank", NEW."phone", NEW."decree", NEW."decree_date", NEW."resident_uid", NEW."note") IS NOT (OLD.deleted, OLD."name", OLD."post", OLD."dusun", OLD."rw", OLD."rt", OLD."form", OLD."since", OLD."until", OLD."nik", OLD."nip", OLD."nipd", OLD."rank", OLD."phone", OLD."decree", OLD."decree_date", OLD."resident_uid", OLD."note"))
      AND NOT EXISTS (SELECT 1 FROM base WHERE kind = 'official' AND uid = OLD.uid);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'official', NEW.uid, NEW.area, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, OLD.version, '{' || substr (''
      || CASE WHEN NEW."name" IS OLD."name" AND ctx.resolve IS NOT 'name' THEN '' ELSE ',"name":[' || json_quote (OLD."name") || ',' || json_quote (NEW."name") || ']' END
      || CASE WHEN NEW."post" IS OLD."post" AND NEW."dusun" IS OLD."dusun" AND NEW."rw" IS OLD."rw" AND NEW."rt" IS OLD."rt" AND ctx.resolve IS NOT 'post' THEN '' ELSE ',"post":[' || json_quote (OLD."post") || ',' || json_quote (NEW."post") || ']' END
      || CASE WHEN NEW."post" IS OLD."post" AND NEW."dusun" IS OLD."dusun" AND NEW."rw" IS OLD."rw" AND NEW."rt" IS OLD."rt" AND ctx.resolve IS NOT 'post' THEN '' ELSE ',"dusun":[' || json_quote (OLD."dusun") || ',' || json_quote (NEW."dusun") || ']' END
      || CASE WHEN NEW."post" IS OLD."post" AND NEW."dusun" IS OLD."dusun" AND NEW."rw" IS OLD."rw" AND NEW."rt" IS OLD."rt" AND ctx.resolve IS NOT 'post' THEN '' ELSE ',"rw":[' || json_quote (OLD."rw") || ',' || json_quote (NEW."rw") || ']' END
      || CASE WHEN NEW."post" IS OLD."post" AND NEW."dusun" IS OLD."dusun" AND NEW."rw" IS OLD."rw" AND NEW."rt" IS OLD."rt" AND ctx.resolve IS NOT 'post' THEN '' ELSE ',"rt":[' || json_quote (OLD."rt") || ',' || json_quote (NEW."rt") || ']' END
      || CASE WHEN NEW."form" IS OLD."form" AND ctx.resolve IS NOT 'form' THEN '' ELSE ',"form":[' || json_quote (OLD."form") || ',' || json_quote (NEW."form") || ']' END
      || CASE WHEN NEW."since" IS OLD."since" AND NEW."until" IS OLD."until" AND ctx.resolve IS NOT 'since' THEN '' ELSE ',"since":[' || json_quote (OLD."since") || ',' || json_quote (NEW."since") || ']' END
      || CASE WHEN NEW."since" IS OLD."since" AND NEW."until" IS OLD."until" AND ctx.resolve IS NOT 'since' THEN '' ELSE ',"until":[' || json_quote (OLD."until") || ',' || json_quote (NEW."until") || ']' END
      || CASE WHEN NEW."nik" IS OLD."nik" AND ctx.resolve IS NOT 'nik' THEN '' ELSE ',"nik":[' || json_quote (OLD."nik") || ',' || json_quote (NEW."nik") || ']' END
      || CASE WHEN NEW."nip" IS OLD."nip" AND ctx.resolve IS NOT 'nip' THEN '' ELSE ',"nip":[' || json_quote (OLD."nip") || ',' || json_quote (NEW."nip") || ']' END
      || CASE WHEN NEW."nipd" IS OLD."nipd" AND ctx.resolve IS NOT 'nipd' THEN '' ELSE ',"nipd":[' || json_quote (OLD."nipd") || ',' || json_quote (NEW."nipd") || ']' END
      || CASE WHEN NEW."rank" IS OLD."rank" AND ctx.resolve IS NOT 'rank' THEN '' ELSE ',"rank":[' || json_quote (OLD."rank") || ',' || json_quote (NEW."rank") || ']' END
      || CASE WHEN NEW."phone" IS OLD."phone" AND ctx.resolve IS NOT 'phone' THEN '' ELSE ',"phone":[' || json_quote (OLD."phone") || ',' || json_quote (NEW."phone") || ']' END
      || CASE WHEN NEW."decree" IS OLD."decree" AND NEW."decree_date" IS OLD."decree_date" AND ctx.resolve IS NOT 'decree' THEN '' ELSE ',"decree":[' || json_quote (OLD."decree") || ',' || json_quote (NEW."decree") || ']' END
      || CASE WHEN NEW."decree" IS OLD."decree" AND NEW."decree_date" IS OLD."decree_date" AND ctx.resolve IS NOT 'decree' THEN '' ELSE ',"decree_date":[' || json_quote (OLD."decree_date") || ',' || json_quote (NEW."decree_date") || ']' END
      || CASE WHEN NEW."resident_uid" IS OLD."resident_uid" AND ctx.resolve IS NOT 'resident_uid' THEN '' ELSE ',"resident_uid":[' || json_quote (OLD."resident_uid") || ',' || json_quote (NEW."resident_uid") || ']' END
      || CASE WHEN NEW."note" IS OLD."note" AND ctx.resolve IS NOT 'note' THEN '' ELSE ',"note":[' || json_quote (OLD."note") || ',' || json_quote (NEW."note") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."name", NEW."post", NEW."dusun", NEW."rw", NEW."rt", NEW."form", NEW."since", NEW."until", NEW."nik", NEW."nip", NEW."nipd", NEW."rank", NEW."phone", NEW."decree", NEW."decree_date", NEW."resident_uid", NEW."note") IS NOT (OLD.deleted, OLD."name", OLD."post", OLD."dusun", OLD."rw", OLD."rt", OLD."form", OLD."since", OLD."until", OLD."nik", OLD."nip", OLD."nipd", OLD."rank", OLD."phone", OLD."decree", OLD."decree_date", OLD."resident_uid", OLD."note"));
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'official', NEW.uid, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, '{' || substr (''
      || CASE WHEN NEW."name" IS OLD."name" AND ctx.resolve IS NOT 'name' THEN '' ELSE ',"name":[' || json_quote (OLD."name") || ',' || json_quote (NEW."name") || ']' END
      || CASE WHEN NEW."post" IS OLD."post" AND NEW."dusun" IS OLD."dusun" AND NEW."rw" IS OLD."rw" AND NEW."rt" IS OLD."rt" AND ctx.resolve IS NOT 'post' THEN '' ELSE ',"post":[' || json_quote (OLD."post") || ',' || json_quote (NEW."post") || ']' END
      || CASE WHEN NEW."post" IS OLD."post" AND NEW."dusun" IS OLD."dusun" AND NEW."rw" IS OLD."rw" AND NEW."rt" IS OLD."rt" AND ctx.resolve IS NOT 'post' THEN '' ELSE ',"dusun":[' || json_quote (OLD."dusun") || ',' || json_quote (NEW."dusun") || ']' END
      || CASE WHEN NEW."post" IS OLD."post" AND NEW."dusun" IS OLD."dusun" AND NEW."rw" IS OLD."rw" AND NEW."rt" IS OLD."rt" AND ctx.resolve IS NOT 'post' THEN '' ELSE ',"rw":[' || json_quote (OLD."rw") || ',' || json_quote (NEW."rw") || ']' END
      || CASE WHEN NEW."post" IS OLD."post" AND NEW."dusun" IS OLD."dusun" AND NEW."rw" IS OLD."rw" AND NEW."rt" IS OLD."rt" AND ctx.resolve IS NOT 'post' THEN '' ELSE ',"rt":[' || json_quote (OLD."rt") || ',' || json_quote (NEW."rt") || ']' END
      || CASE WHEN NEW."form" IS OLD."form" AND ctx.resolve IS NOT 'form' THEN '' ELSE ',"form":[' || json_quote (OLD."form") || ',' || json_quote (NEW."form") || ']' END
      || CASE WHEN NEW."since" IS OLD."since" AND NEW."until" IS OLD."until" AND ctx.resolve IS NOT 'since' THEN '' ELSE ',"since":[' || json_quote (OLD."since") || ',' || json_quote (NEW."since") || ']' END
      || CASE WHEN NEW."since" IS OLD."since" AND NEW."until" IS OLD."until" AND ctx.resolve IS NOT 'since' THEN '' ELSE ',"until":[' || json_quote (OLD."until") || ',' || json_quote (NEW."until") || ']' END
      || CASE WHEN NEW."nik" IS OLD."nik" AND ctx.resolve IS NOT 'nik' THEN '' ELSE ',"nik":[' || json_quote (OLD."nik") || ',' || json_quote (NEW."nik") || ']' END
      || CASE WHEN NEW."nip" IS OLD."nip" AND ctx.resolve IS NOT 'nip' THEN '' ELSE ',"nip":[' || json_quote (OLD."nip") || ',' || json_quote (NEW."nip") || ']' END
      || CASE WHEN NEW."nipd" IS OLD."nipd" AND ctx.resolve IS NOT 'nipd' THEN '' ELSE ',"nipd":[' || json_quote (OLD."nipd") || ',' || json_quote (NEW."nipd") || ']' END
      || CASE WHEN NEW."rank" IS OLD."rank" AND ctx.resolve IS NOT 'rank' THEN '' ELSE ',"rank":[' || json_quote (OLD."rank") || ',' || json_quote (NEW."rank") || ']' END
      || CASE WHEN NEW."phone" IS OLD."phone" AND ctx.resolve IS NOT 'phone' THEN '' ELSE ',"phone":[' || json_quote (OLD."phone") || ',' || json_quote (NEW."phone") || ']' END
      || CASE WHEN NEW."decree" IS OLD."decree" AND NEW."decree_date" IS OLD."decree_date" AND ctx.resolve IS NOT 'decree' THEN '' ELSE ',"decree":[' || json_quote (OLD."decree") || ',' || json_quote (NEW."decree") || ']' END
      || CASE WHEN NEW."decree" IS OLD."decree" AND NEW."decree_date" IS OLD."decree_date" AND ctx.resolve IS NOT 'decree' THEN '' ELSE ',"decree_date":[' || json_quote (OLD."decree_date") || ',' || json_quote (NEW."decree_date") || ']' END
      || CASE WHEN NEW."resident_uid" IS OLD."resident_uid" AND ctx.resolve IS NOT 'resident_uid' THEN '' ELSE ',"resident_uid":[' || json_quote (OLD."resident_uid") || ',' || json_quote (NEW."resident_uid") || ']' END
      || CASE WHEN NEW."note" IS OLD."note" AND ctx.resolve IS NOT 'note' THEN '' ELSE ',"note":[' || json_quote (OLD."note") || ',' || json_quote (NEW."note") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply' AND (NEW.deleted, NEW."name", NEW."post", NEW."dusun", NEW."rw", NEW."rt", NEW."form", NEW."since", NEW."until", NEW."nik", NEW."nip", NEW."nipd", NEW."rank", NEW."phone", NEW."decree", NEW."decree_date", NEW."resident_uid", NEW."note") IS NOT (OLD.deleted, OLD."name", OLD."post", OLD."dusun", OLD."rw", OLD."rt", OLD."form", OLD."since", OLD."until", OLD."nik", OLD."nip", OLD."nipd", OLD."rank", OLD."phone", OLD."decree", OLD."decree_date", OLD."resident_uid", OLD."note");
END;
DROP TRIGGER IF EXISTS capture_official_delete;
CREATE TRIGGER capture_official_delete BEFORE DELETE ON official BEGIN
  SELECT RAISE (ABORT, 'records are never deleted');
END;
DROP TRIGGER IF EXISTS capture_reminder_insert;
CREATE TRIGGER capture_reminder_insert AFTER INSERT ON reminder BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'reminder', NEW.uid, NEW.area, 'insert', NEW.version, '{' || substr (''
      || CASE WHEN NEW."title" IS NULL THEN '' ELSE ',"title":[null,' || json_quote (NEW."title") || ']' END
      || CASE WHEN NEW."date" IS NULL THEN '' ELSE ',"date":[null,' || json_quote (NEW."date") || ']' END
      || ifnull (',"repeat":[null,' || NEW."repeat" || ']', '')
      || CASE WHEN NEW."until" IS NULL THEN '' ELSE ',"until":[null,' || json_quote (NEW."until") || ']' END
      || CASE WHEN NEW."note" IS NULL THEN '' ELSE ',"note":[null,' || json_quote (NEW."note") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local';
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'reminder', NEW.uid, 'insert', '{' || substr (''
      || CASE WHEN NEW."title" IS NULL THEN '' ELSE ',"title":[null,' || json_quote (NEW."title") || ']' END
      || CASE WHEN NEW."date" IS NULL THEN '' ELSE ',"date":[null,' || json_quote (NEW."date") || ']' END
      || ifnull (',"repeat":[null,' || NEW."repeat" || ']', '')
      || CASE WHEN NEW."until" IS NULL THEN '' ELSE ',"until":[null,' || json_quote (NEW."until") || ']' END
      || CASE WHEN NEW."note" IS NULL THEN '' ELSE ',"note":[null,' || json_quote (NEW."note") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply';
END;
DROP TRIGGER IF EXISTS capture_reminder_update;
CREATE TRIGGER capture_reminder_update AFTER UPDATE ON reminder BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO base (kind, uid, version, data)
    SELECT 'reminder', OLD.uid, OLD.version, '{' || substr (''
      || CASE WHEN OLD."title" IS NULL THEN '' ELSE ',"title":' || json_quote (OLD."title") END
      || CASE WHEN OLD."date" IS NULL THEN '' ELSE ',"date":' || json_quote (OLD."date") END
      || CASE WHEN OLD."repeat" IS NULL THEN '' ELSE ',"repeat":' || json_quote (OLD."repeat") END
      || CASE WHEN OLD."until" IS NULL THEN '' ELSE ',"until":' || json_quote (OLD."until") END
      || CASE WHEN OLD."note" IS NULL THEN '' ELSE ',"note":' || json_quote (OLD."note") END
      || CASE WHEN OLD.extra IS NULL OR OLD.extra = '{}' THEN '' ELSE ',' || substr (OLD.extra, 2, length (OLD.extra) - 2) END, 2) || '}'
    FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND OLD.version > 0 AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."title", NEW."date", NEW."repeat", NEW."until", NEW."note") IS NOT (OLD.deleted, OLD."title", OLD."date", OLD."repeat", OLD."until", OLD."note"))
      AND NOT EXISTS (SELECT 1 FROM base WHERE kind = 'reminder' AND uid = OLD.uid);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'reminder', NEW.uid, NEW.area, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, OLD.version, '{' || substr (''
      || CASE WHEN NEW."title" IS OLD."title" AND ctx.resolve IS NOT 'title' THEN '' ELSE ',"title":[' || json_quote (OLD."title") || ',' || json_quote (NEW."title") || ']' END
      || CASE WHEN NEW."date" IS OLD."date" AND NEW."repeat" IS OLD."repeat" AND NEW."until" IS OLD."until" AND ctx.resolve IS NOT 'date' THEN '' ELSE ',"date":[' || json_quote (OLD."date") || ',' || json_quote (NEW."date") || ']' END
      || CASE WHEN NEW."date" IS OLD."date" AND NEW."repeat" IS OLD."repeat" AND NEW."until" IS OLD."until" AND ctx.resolve IS NOT 'date' THEN '' ELSE ',"repeat":[' || json_quote (OLD."repeat") || ',' || json_quote (NEW."repeat") || ']' END
      || CASE WHEN NEW."date" IS OLD."date" AND NEW."repeat" IS OLD."repeat" AND NEW."until" IS OLD."until" AND ctx.resolve IS NOT 'date' THEN '' ELSE ',"until":[' || json_quote (OLD."until") || ',' || json_quote (NEW."until") || ']' END
      || CASE WHEN NEW."note" IS OLD."note" AND ctx.resolve IS NOT 'note' THEN '' ELSE ',"note":[' || json_quote (OLD."note") || ',' || json_quote (NEW."note") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."title", NEW."date", NEW."repeat", NEW."until", NEW."note") IS NOT (OLD.deleted, OLD."title", OLD."date", OLD."repeat", OLD."until", OLD."note"));
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'reminder', NEW.uid, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, '{' || substr (''
      || CASE WHEN NEW."title" IS OLD."title" AND ctx.resolve IS NOT 'title' THEN '' ELSE ',"title":[' || json_quote (OLD."title") || ',' || json_quote (NEW."title") || ']' END
      || CASE WHEN NEW."date" IS OLD."date" AND NEW."repeat" IS OLD."repeat" AND NEW."until" IS OLD."until" AND ctx.resolve IS NOT 'date' THEN '' ELSE ',"date":[' || json_quote (OLD."date") || ',' || json_quote (NEW."date") || ']' END
      || CASE WHEN NEW."date" IS OLD."date" AND NEW."repeat" IS OLD."repeat" AND NEW."until" IS OLD."until" AND ctx.resolve IS NOT 'date' THEN '' ELSE ',"repeat":[' || json_quote (OLD."repeat") || ',' || json_quote (NEW."repeat") || ']' END
      || CASE WHEN NEW."date" IS OLD."date" AND NEW."repeat" IS OLD."repeat" AND NEW."until" IS OLD."until" AND ctx.resolve IS NOT 'date' THEN '' ELSE ',"until":[' || json_quote (OLD."until") || ',' || json_quote (NEW."until") || ']' END
      || CASE WHEN NEW."note" IS OLD."note" AND ctx.resolve IS NOT 'note' THEN '' ELSE ',"note":[' || json_quote (OLD."note") || ',' || json_quote (NEW."note") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply' AND (NEW.deleted, NEW."title", NEW."date", NEW."repeat", NEW."until", NEW."note") IS NOT (OLD.deleted, OLD."title", OLD."date", OLD."repeat", OLD."until", OLD."note");
END;
DROP TRIGGER IF EXISTS capture_reminder_delete;
CREATE TRIGGER capture_reminder_delete BEFORE DELETE ON reminder BEGIN
  SELECT RAISE (ABORT, 'records are never deleted');
END;
DROP TRIGGER IF EXISTS capture_batch_insert;
CREATE TRIGGER capture_batch_insert AFTER INSERT ON batch BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'batch', NEW.uid, NEW.area, 'insert', NEW.version, '{' || substr (''
      || CASE WHEN NEW."title" IS NULL THEN '' ELSE ',"title":[null,' || json_quote (NEW."title") || ']' END
      || CASE WHEN NEW."file" IS NULL THEN '' ELSE ',"file":[null,' || json_quote (NEW."file") || ']' END
      || CASE WHEN NEW."layout" IS NULL THEN '' ELSE ',"layout":[null,' || json_quote (NEW."layout") || ']' END
      || CASE WHEN NEW."source" IS NULL THEN '' ELSE ',"source":[null,' || json_quote (NEW."source") || ']' END
      || CASE WHEN NEW."compiled_by" IS NULL THEN '' ELSE ',"compiled_by":[null,' || json_quote (NEW."compiled_by") || ']' END
      || CASE WHEN NEW."compiled_on" IS NULL THEN '' ELSE ',"compiled_on":[null,' || json_quote (NEW."compiled_on") || ']' END
      || ifnull (',"rows":[null,' || NEW."rows" || ']', '')
      || ifnull (',"added":[null,' || NEW."added" || ']', '')
      || ifnull (',"changed":[null,' || NEW."changed" || ']', '')
      || CASE WHEN NEW."undone" IS NULL THEN '' ELSE ',"undone":[null,' || json_quote (NEW."undone") || ']' END
      || ifnull (',"injected":[null,' || NEW."injected" || ']', ''), 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local';
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'batch', NEW.uid, 'insert', '{' || substr (''
      || CASE WHEN NEW."title" IS NULL THEN '' ELSE ',"title":[null,' || json_quote (NEW."title") || ']' END
      || CASE WHEN NEW."file" IS NULL THEN '' ELSE ',"file":[null,' || json_quote (NEW."file") || ']' END
      || CASE WHEN NEW."layout" IS NULL THEN '' ELSE ',"layout":[null,' || json_quote (NEW."layout") || ']' END
      || CASE WHEN NEW."source" IS NULL THEN '' ELSE ',"source":[null,' || json_quote (NEW."source") || ']' END
      || CASE WHEN NEW."compiled_by" IS NULL THEN '' ELSE ',"compiled_by":[null,' || json_quote (NEW."compiled_by") || ']' END
      || CASE WHEN NEW."compiled_on" IS NULL THEN '' ELSE ',"compiled_on":[null,' || json_quote (NEW."compiled_on") || ']' END
      || ifnull (',"rows":[null,' || NEW."rows" || ']', '')
      || ifnull (',"added":[null,' || NEW."added" || ']', '')
      || ifnull (',"changed":[null,' || NEW."changed" || ']', '')
      || CASE WHEN NEW."undone" IS NULL THEN '' ELSE ',"undone":[null,' || json_quote (NEW."undone") || ']' END
      || ifnull (',"injected":[null,' || NEW."injected" || ']', ''), 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply';
END;
DROP TRIGGER IF EXISTS capture_batch_update;
CREATE TRIGGER capture_batch_update AFTER UPDATE ON batch BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO base (kind, uid, version, data)
    SELECT 'batch', OLD.uid, OLD.version, '{' || substr (''
      || CASE WHEN OLD."title" IS NULL THEN '' ELSE ',"title":' || json_quote (OLD."title") END
      || CASE WHEN OLD."file" IS NULL THEN '' ELSE ',"file":' || json_quote (OLD."file") END
      || CASE WHEN OLD."layout" IS NULL THEN '' ELSE ',"layout":' || json_quote (OLD."layout") END
      || CASE WHEN OLD."source" IS NULL THEN '' ELSE ',"source":' || json_quote (OLD."source") END
      || CASE WHEN OLD."compiled_by" IS NULL THEN '' ELSE ',"compiled_by":' || json_quote (OLD."compiled_by") END
      || CASE WHEN OLD."compiled_on" IS NULL THEN '' ELSE ',"compiled_on":' || json_quote (OLD."compiled_on") END
      || CASE WHEN OLD."rows" IS NULL THEN '' ELSE ',"rows":' || json_quote (OLD."rows") END
      || CASE WHEN OLD."added" IS NULL THEN '' ELSE ',"added":' || json_quote (OLD."added") END
      || CASE WHEN OLD."changed" IS NULL THEN '' ELSE ',"changed":' || json_quote (OLD."changed") END
      || CASE WHEN OLD."undone" IS NULL THEN '' ELSE ',"undone":' || json_quote (OLD."undone") END
      || CASE WHEN OLD."injected" IS NULL THEN '' ELSE ',"injected":' || json_quote (OLD."injected") END
      || CASE WHEN OLD.extra IS NULL OR OLD.extra = '{}' THEN '' ELSE ',' || substr (OLD.extra, 2, length (OLD.extra) - 2) END, 2) || '}'
    FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND OLD.version > 0 AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."title", NEW."file", NEW."layout", NEW."source", NEW."compiled_by", NEW."compiled_on", NEW."rows", NEW."added", NEW."changed", NEW."undone", NEW."injected") IS NOT (OLD.deleted, OLD."title", OLD."file", OLD."layout", OLD."source", OLD."compiled_by", OLD."compiled_on", OLD."rows", OLD."added", OLD."changed", OLD."undone", OLD."injected"))
      AND NOT EXISTS (SELECT 1 FROM base WHERE kind = 'batch' AND uid = OLD.uid);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'batch', NEW.uid, NEW.area, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, OLD.version, '{' || substr (''
      || CASE WHEN NEW."title" IS OLD."title" AND ctx.resolve IS NOT 'title' THEN '' ELSE ',"title":[' || json_quote (OLD."title") || ',' || json_quote (NEW."title") || ']' END
      || CASE WHEN NEW."file" IS OLD."file" AND ctx.resolve IS NOT 'file' THEN '' ELSE ',"file":[' || json_quote (OLD."file") || ',' || json_quote (NEW."file") || ']' END
      || CASE WHEN NEW."layout" IS OLD."layout" AND ctx.resolve IS NOT 'layout' THEN '' ELSE ',"layout":[' || json_quote (OLD."layout") || ',' || json_quote (NEW."layout") || ']' END
      || CASE WHEN NEW."source" IS OLD."source" AND ctx.resolve IS NOT 'source' THEN '' ELSE ',"source":[' || json_quote (OLD."source") || ',' || json_quote (NEW."source") || ']' END
      || CASE WHEN NEW."compiled_by" IS OLD."compiled_by" AND ctx.resolve IS NOT 'compiled_by' THEN '' ELSE ',"compiled_by":[' || json_quote (OLD."compiled_by") || ',' || json_quote (NEW."compiled_by") || ']' END
      || CASE WHEN NEW."compiled_on" IS OLD."compiled_on" AND ctx.resolve IS NOT 'compiled_on' THEN '' ELSE ',"compiled_on":[' || json_quote (OLD."compiled_on") || ',' || json_quote (NEW."compiled_on") || ']' END
      || CASE WHEN NEW."rows" IS OLD."rows" AND ctx.resolve IS NOT 'rows' THEN '' ELSE ',"rows":[' || json_quote (OLD."rows") || ',' || json_quote (NEW."rows") || ']' END
      || CASE WHEN NEW."added" IS OLD."added" AND ctx.resolve IS NOT 'added' THEN '' ELSE ',"added":[' || json_quote (OLD."added") || ',' || json_quote (NEW."added") || ']' END
      || CASE WHEN NEW."changed" IS OLD."changed" AND ctx.resolve IS NOT 'changed' THEN '' ELSE ',"changed":[' || json_quote (OLD."changed") || ',' || json_quote (NEW."changed") || ']' END
      || CASE WHEN NEW."undone" IS OLD."undone" AND ctx.resolve IS NOT 'undone' THEN '' ELSE ',"undone":[' || json_quote (OLD."undone") || ',' || json_quote (NEW."undone") || ']' END
      || CASE WHEN NEW."injected" IS OLD."injected" AND ctx.resolve IS NOT 'injected' THEN '' ELSE ',"injected":[' || json_quote (OLD."injected") || ',' || json_quote (NEW."injected") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."title", NEW."file", NEW."layout", NEW."source", NEW."compiled_by", NEW."compiled_on", NEW."rows", NEW."added", NEW."changed", NEW."undone", NEW."injected") IS NOT (OLD.deleted, OLD."title", OLD."file", OLD."layout", OLD."source", OLD."compiled_by", OLD."compiled_on", OLD."rows", OLD."added", OLD."changed", OLD."undone", OLD."injected"));
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'batch', NEW.uid, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, '{' || substr (''
      || CASE WHEN NEW."title" IS OLD."title" AND ctx.resolve IS NOT 'title' THEN '' ELSE ',"title":[' || json_quote (OLD."title") || ',' || json_quote (NEW."title") || ']' END
      || CASE WHEN NEW."file" IS OLD."file" AND ctx.resolve IS NOT 'file' THEN '' ELSE ',"file":[' || json_quote (OLD."file") || ',' || json_quote (NEW."file") || ']' END
      || CASE WHEN NEW."layout" IS OLD."layout" AND ctx.resolve IS NOT 'layout' THEN '' ELSE ',"layout":[' || json_quote (OLD."layout") || ',' || json_quote (NEW."layout") || ']' END
      || CASE WHEN NEW."source" IS OLD."source" AND ctx.resolve IS NOT 'source' THEN '' ELSE ',"source":[' || json_quote (OLD."source") || ',' || json_quote (NEW."source") || ']' END
      || CASE WHEN NEW."compiled_by" IS OLD."compiled_by" AND ctx.resolve IS NOT 'compiled_by' THEN '' ELSE ',"compiled_by":[' || json_quote (OLD."compiled_by") || ',' || json_quote (NEW."compiled_by") || ']' END
      || CASE WHEN NEW."compiled_on" IS OLD."compiled_on" AND ctx.resolve IS NOT 'compiled_on' THEN '' ELSE ',"compiled_on":[' || json_quote (OLD."compiled_on") || ',' || json_quote (NEW."compiled_on") || ']' END
      || CASE WHEN NEW."rows" IS OLD."rows" AND ctx.resolve IS NOT 'rows' THEN '' ELSE ',"rows":[' || json_quote (OLD."rows") || ',' || json_quote (NEW."rows") || ']' END
      || CASE WHEN NEW."added" IS OLD."added" AND ctx.resolve IS NOT 'added' THEN '' ELSE ',"added":[' || json_quote (OLD."added") || ',' || json_quote (NEW."added") || ']' END
      || CASE WHEN NEW."changed" IS OLD."changed" AND ctx.resolve IS NOT 'changed' THEN '' ELSE ',"changed":[' || json_quote (OLD."changed") || ',' || json_quote (NEW."changed") || ']' END
      || CASE WHEN NEW."undone" IS OLD."undone" AND ctx.resolve IS NOT 'undone' THEN '' ELSE ',"undone":[' || json_quote (OLD."undone") || ',' || json_quote (NEW."undone") || ']' END
      || CASE WHEN NEW."injected" IS OLD."injected" AND ctx.resolve IS NOT 'injected' THEN '' ELSE ',"injected":[' || json_quote (OLD."injected") || ',' || json_quote (NEW."injected") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply' AND (NEW.deleted, NEW."title", NEW."file", NEW."layout", NEW."source", NEW."compiled_by", NEW."compiled_on", NEW."rows", NEW."added", NEW."changed", NEW."undone", NEW."injected") IS NOT (OLD.deleted, OLD."title", OLD."file", OLD."layout", OLD."source", OLD."compiled_by", OLD."compiled_on", OLD."rows", OLD."added", OLD."changed", OLD."undone", OLD."injected");
END;
DROP TRIGGER IF EXISTS capture_batch_delete;
CREATE TRIGGER capture_batch_delete BEFORE DELETE ON batch BEGIN
  SELECT RAISE (ABORT, 'records are never deleted');
END;
DROP TRIGGER IF EXISTS capture_letter_insert;
CREATE TRIGGER capture_letter_insert AFTER INSERT ON letter BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'letter', NEW.uid, NEW.area, 'insert', NEW.version, '{' || substr (''
      || CASE WHEN NEW."type" IS NULL THEN '' ELSE ',"type":[null,' || json_quote (NEW."type") || ']' END
      || CASE WHEN NEW."title" IS NULL THEN '' ELSE ',"title":[null,' || json_quote (NEW."title") || ']' END
      || CASE WHEN NEW."type_hash" IS NULL THEN '' ELSE ',"type_hash":[null,' || json_quote (NEW."type_hash") || ']' END
      || CASE WHEN NEW."series" IS NULL THEN '' ELSE ',"series":[null,' || json_quote (NEW."series") || ']' END
      || ifnull (',"year":[null,' || NEW."year" || ']', '')
      || CASE WHEN NEW."mark" IS NULL THEN '' ELSE ',"mark":[null,' || json_quote (NEW."mark") || ']' END
      || ifnull (',"number":[null,' || NEW."number" || ']', '')
      || CASE WHEN NEW."number_text" IS NULL THEN '' ELSE ',"number_text":[null,' || json_quote (NEW."number_text") || ']' END
      || CASE WHEN NEW."classification" IS NULL THEN '' ELSE ',"classification":[null,' || json_quote (NEW."classification") || ']' END
      || ifnull (',"scheme":[null,' || NEW."scheme" || ']', '')
      || CASE WHEN NEW."date" IS NULL THEN '' ELSE ',"date":[null,' || json_quote (NEW."date") || ']' END
      || CASE WHEN NEW."subject_uid" IS NULL THEN '' ELSE ',"subject_uid":[null,' || json_quote (NEW."subject_uid") || ']' END
      || CASE WHEN NEW."subject_name" IS NULL THEN '' ELSE ',"subject_name":[null,' || json_quote (NEW."subject_name") || ']' END
      || CASE WHEN NEW."family_uid" IS NULL THEN '' ELSE ',"family_uid":[null,' || json_quote (NEW."family_uid") || ']' END
      || CASE WHEN NEW."applicant" IS NULL THEN '' ELSE ',"applicant":[null,' || json_quote (NEW."applicant") || ']' END
      || CASE WHEN NEW."addressed" IS NULL THEN '' ELSE ',"addressed":[null,' || json_quote (NEW."addressed") || ']' END
      || CASE WHEN NEW."purpose" IS NULL THEN '' ELSE ',"purpose":[null,' || json_quote (NEW."purpose") || ']' END
      || CASE WHEN NEW."signer_uid" IS NULL THEN '' ELSE ',"signer_uid":[null,' || json_quote (NEW."signer_uid") || ']' END
      || CASE WHEN NEW."signer_name" IS NULL THEN '' ELSE ',"signer_name":[null,' || json_quote (NEW."signer_name") || ']' END
      || CASE WHEN NEW."signer_title" IS NULL THEN '' ELSE ',"signer_title":[null,' || json_quote (NEW."signer_title") || ']' END
      || CASE WHEN NEW."valid_until" IS NULL THEN '' ELSE ',"valid_until":[null,' || json_quote (NEW."valid_until") || ']' END
      || CASE WHEN NEW."answers" IS NULL THEN '' ELSE ',"answers":[null,' || json_quote (NEW."answers") || ']' END
      || CASE WHEN NEW."facts" IS NULL THEN '' ELSE ',"facts":[null,' || json_quote (NEW."facts") || ']' END
      || CASE WHEN NEW."hash" IS NULL THEN '' ELSE ',"hash":[null,' || json_quote (NEW."hash") || ']' END
      || CASE WHEN NEW."signature" IS NULL THEN '' ELSE ',"signature":[null,' || json_quote (NEW."signature") || ']' END
      || CASE WHEN NEW."key" IS NULL THEN '' ELSE ',"key":[null,' || json_quote (NEW."key") || ']' END
      || CASE WHEN NEW."file_hash" IS NULL THEN '' ELSE ',"file_hash":[null,' || json_quote (NEW."file_hash") || ']' END
      || ifnull (',"state":[null,' || NEW."state" || ']', '')
      || CASE WHEN NEW."taken_by" IS NULL THEN '' ELSE ',"taken_by":[null,' || json_quote (NEW."taken_by") || ']' END
      || CASE WHEN NEW."taken_on" IS NULL THEN '' ELSE ',"taken_on":[null,' || json_quote (NEW."taken_on") || ']' END
      || CASE WHEN NEW."void_on" IS NULL THEN '' ELSE ',"void_on":[null,' || json_quote (NEW."void_on") || ']' END
      || CASE WHEN NEW."void_reason" IS NULL THEN '' ELSE ',"void_reason":[null,' || json_quote (NEW."void_reason") || ']' END
      || CASE WHEN NEW."event_uid" IS NULL THEN '' ELSE ',"event_uid":[null,' || json_quote (NEW."event_uid") || ']' END
      || ifnull (',"step":[null,' || NEW."step" || ']', '')
      || CASE WHEN NEW."approvals" IS NULL THEN '' ELSE ',"approvals":[null,' || json_quote (NEW."approvals") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local';
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'letter', NEW.uid, 'insert', '{' || substr (''
      || CASE WHEN NEW."type" IS NULL THEN '' ELSE ',"type":[null,' || json_quote (NEW."type") || ']' END
      || CASE WHEN NEW."title" IS NULL THEN '' ELSE ',"title":[null,' || json_quote (NEW."title") || ']' END
      || CASE WHEN NEW."type_hash" IS NULL THEN '' ELSE ',"type_hash":[null,' || json_quote (NEW."type_hash") || ']' END
      || CASE WHEN NEW."series" IS NULL THEN '' ELSE ',"series":[null,' || json_quote (NEW."series") || ']' END
      || ifnull (',"year":[null,' || NEW."year" || ']', '')
      || CASE WHEN NEW."mark" IS NULL THEN '' ELSE ',"mark":[null,' || json_quote (NEW."mark") || ']' END
      || ifnull (',"number":[null,' || NEW."number" || ']', '')
      || CASE WHEN NEW."number_text" IS NULL THEN '' ELSE ',"number_text":[null,' || json_quote (NEW."number_text") || ']' END
      || CASE WHEN NEW."classification" IS NULL THEN '' ELSE ',"classification":[null,' || json_quote (NEW."classification") || ']' END
      || ifnull (',"scheme":[null,' || NEW."scheme" || ']', '')
      || CASE WHEN NEW."date" IS NULL THEN '' ELSE ',"date":[null,' || json_quote (NEW."date") || ']' END
      || CASE WHEN NEW."subject_uid" IS NULL THEN '' ELSE ',"subject_uid":[null,' || json_quote (NEW."subject_uid") || ']' END
      || CASE WHEN NEW."subject_name" IS NULL THEN '' ELSE ',"subject_name":[null,' || json_quote (NEW."subject_name") || ']' END
      || CASE WHEN NEW."family_uid" IS NULL THEN '' ELSE ',"family_uid":[null,' || json_quote (NEW."family_uid") || ']' END
      || CASE WHEN NEW."applicant" IS NULL THEN '' ELSE ',"applicant":[null,' || json_quote (NEW."applicant") || ']' END
      || CASE WHEN NEW."addressed" IS NULL THEN '' ELSE ',"addressed":[null,' || json_quote (NEW."addressed") || ']' END
      || CASE WHEN NEW."purpose" IS NULL THEN '' ELSE ',"purpose":[null,' || json_quote (NEW."purpose") || ']' END
      || CASE WHEN NEW."signer_uid" IS NULL THEN '' ELSE ',"signer_uid":[null,' || json_quote (NEW."signer_uid") || ']' END
      || CASE WHEN NEW."signer_name" IS NULL THEN '' ELSE ',"signer_name":[null,' || json_quote (NEW."signer_name") || ']' END
      || CASE WHEN NEW."signer_title" IS NULL THEN '' ELSE ',"signer_title":[null,' || json_quote (NEW."signer_title") || ']' END
      || CASE WHEN NEW."valid_until" IS NULL THEN '' ELSE ',"valid_until":[null,' || json_quote (NEW."valid_until") || ']' END
      || CASE WHEN NEW."answers" IS NULL THEN '' ELSE ',"answers":[null,' || json_quote (NEW."answers") || ']' END
      || CASE WHEN NEW."facts" IS NULL THEN '' ELSE ',"facts":[null,' || json_quote (NEW."facts") || ']' END
      || CASE WHEN NEW."hash" IS NULL THEN '' ELSE ',"hash":[null,' || json_quote (NEW."hash") || ']' END
      || CASE WHEN NEW."signature" IS NULL THEN '' ELSE ',"signature":[null,' || json_quote (NEW."signature") || ']' END
      || CASE WHEN NEW."key" IS NULL THEN '' ELSE ',"key":[null,' || json_quote (NEW."key") || ']' END
      || CASE WHEN NEW."file_hash" IS NULL THEN '' ELSE ',"file_hash":[null,' || json_quote (NEW."file_hash") || ']' END
      || ifnull (',"state":[null,' || NEW."state" || ']', '')
      || CASE WHEN NEW."taken_by" IS NULL THEN '' ELSE ',"taken_by":[null,' || json_quote (NEW."taken_by") || ']' END
      || CASE WHEN NEW."taken_on" IS NULL THEN '' ELSE ',"taken_on":[null,' || json_quote (NEW."taken_on") || ']' END
      || CASE WHEN NEW."void_on" IS NULL THEN '' ELSE ',"void_on":[null,' || json_quote (NEW."void_on") || ']' END
      || CASE WHEN NEW."void_reason" IS NULL THEN '' ELSE ',"void_reason":[null,' || json_quote (NEW."void_reason") || ']' END
      || CASE WHEN NEW."event_uid" IS NULL THEN '' ELSE ',"event_uid":[null,' || json_quote (NEW."event_uid") || ']' END
      || ifnull (',"step":[null,' || NEW."step" || ']', '')
      || CASE WHEN NEW."approvals" IS NULL THEN '' ELSE ',"approvals":[null,' || json_quote (NEW."approvals") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply';
END;
DROP TRIGGER IF EXISTS capture_letter_update;
CREATE TRIGGER capture_letter_update AFTER UPDATE ON letter BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO base (kind, uid, version, data)
    SELECT 'letter', OLD.uid, OLD.version, '{' || substr (''
      || CASE WHEN OLD."type" IS NULL THEN '' ELSE ',"type":' || json_quote (OLD."type") END
      || CASE WHEN OLD."title" IS NULL THEN '' ELSE ',"title":' || json_quote (OLD."title") END
      || CASE WHEN OLD."type_hash" IS NULL THEN '' ELSE ',"type_hash":' || json_quote (OLD."type_hash") END
      || CASE WHEN OLD."series" IS NULL THEN '' ELSE ',"series":' || json_quote (OLD."series") END
      || CASE WHEN OLD."year" IS NULL THEN '' ELSE ',"year":' || json_quote (OLD."year") END
      || CASE WHEN OLD."mark" IS NULL THEN '' ELSE ',"mark":' || json_quote (OLD."mark") END
      || CASE WHEN OLD."number" IS NULL THEN '' ELSE ',"number":' || json_quote (OLD."number") END
      || CASE WHEN OLD."number_text" IS NULL THEN '' ELSE ',"number_text":' || json_quote (OLD."number_text") END
      || CASE WHEN OLD."classification" IS NULL THEN '' ELSE ',"classification":' || json_quote (OLD."classification") END
      || CASE WHEN OLD."scheme" IS NULL THEN '' ELSE ',"scheme":' || json_quote (OLD."scheme") END
      || CASE WHEN OLD."date" IS NULL THEN '' ELSE ',"date":' || json_quote (OLD."date") END
      || CASE WHEN OLD."subject_uid" IS NULL THEN '' ELSE ',"subject_uid":' || json_quote (OLD."subject_uid") END
      || CASE WHEN OLD."subject_name" IS NULL THEN '' ELSE ',"subject_name":' || json_quote (OLD."subject_name") END
      || CASE WHEN OLD."family_uid" IS NULL THEN '' ELSE ',"family_uid":' || json_quote (OLD."family_uid") END
      || CASE WHEN OLD."applicant" IS NULL THEN '' ELSE ',"applicant":' || json_quote (OLD."applicant") END
      || CASE WHEN OLD."addressed" IS NULL THEN '' ELSE ',"addressed":' || json_quote (OLD."addressed") END
      || CASE WHEN OLD."purpose" IS NULL THEN '' ELSE ',"purpose":' || json_quote (OLD."purpose") END
      || CASE WHEN OLD."signer_uid" IS NULL THEN '' ELSE ',"signer_uid":' || json_quote (OLD."signer_uid") END
      || CASE WHEN OLD."signer_name" IS NULL THEN '' ELSE ',"signer_name":' || json_quote (OLD."signer_name") END
      || CASE WHEN OLD."signer_title" IS NULL THEN '' ELSE ',"signer_title":' || json_quote (OLD."signer_title") END
      || CASE WHEN OLD."valid_until" IS NULL THEN '' ELSE ',"valid_until":' || json_quote (OLD."valid_until") END
      || CASE WHEN OLD."answers" IS NULL THEN '' ELSE ',"answers":' || json_quote (OLD."answers") END
      || CASE WHEN OLD."facts" IS NULL THEN '' ELSE ',"facts":' || json_quote (OLD."facts") END
      || CASE WHEN OLD."hash" IS NULL THEN '' ELSE ',"hash":' || json_quote (OLD."hash") END
      || CASE WHEN OLD."signature" IS NULL THEN '' ELSE ',"signature":' || json_quote (OLD."signature") END
      || CASE WHEN OLD."key" IS NULL THEN '' ELSE ',"key":' || json_quote (OLD."key") END
      || CASE WHEN OLD."file_hash" IS NULL THEN '' ELSE ',"file_hash":' || json_quote (OLD."file_hash") END
      || CASE WHEN OLD."state" IS NULL THEN '' ELSE ',"state":' || json_quote (OLD."state") END
      || CASE WHEN OLD."taken_by" IS NULL THEN '' ELSE ',"taken_by":' || json_quote (OLD."taken_by") END
      || CASE WHEN OLD."taken_on" IS NULL THEN '' ELSE ',"taken_on":' || json_quote (OLD."taken_on") END
      || CASE WHEN OLD."void_on" IS NULL THEN '' ELSE ',"void_on":' || json_quote (OLD."void_on") END
      || CASE WHEN OLD."void_reason" IS NULL THEN '' ELSE ',"void_reason":' || json_quote (OLD."void_reason") END
      || CASE WHEN OLD."event_uid" IS NULL THEN '' ELSE ',"event_uid":' || json_quote (OLD."event_uid") END
      || CASE WHEN OLD."step" IS NULL THEN '' ELSE ',"step":' || json_quote (OLD."step") END
      || CASE WHEN OLD."approvals" IS NULL THEN '' ELSE ',"approvals":' || json_quote (OLD."approvals") END
      || CASE WHEN OLD.extra IS NULL OR OLD.extra = '{}' THEN '' ELSE ',' || substr (OLD.extra, 2, length (OLD.extra) - 2) END, 2) || '}'
    FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND OLD.version > 0 AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."type", NEW."title", NEW."type_hash", NEW."series", NEW."year", NEW."mark", NEW."number", NEW."number_text", NEW."classification", NEW."scheme", NEW."date", NEW."subject_uid", NEW."subject_name", NEW."family_uid", NEW."applicant", NEW."addressed", NEW."purpose", NEW."signer_uid", NEW."signer_name", NEW."signer_title", NEW."valid_until", NEW."answers", NEW."facts", NEW."hash", NEW."signature", NEW."key", NEW."file_hash", NEW."state", NEW."taken_by", NEW."taken_on", NEW."void_on", NEW."void_reason", NEW."event_uid", NEW."step", NEW."approvals") IS NOT (OLD.deleted, OLD."type", OLD."title", OLD."type_hash", OLD."series", OLD."year", OLD."mark", OLD."number", OLD."number_text", OLD."classification", OLD."scheme", OLD."date", OLD."subject_uid", OLD."subject_name", OLD."family_uid", OLD."applicant", OLD."addressed", OLD."purpose", OLD."signer_uid", OLD."signer_name", OLD."signer_title", OLD."valid_until", OLD."answers", OLD."facts", OLD."hash", OLD."signature", OLD."key", OLD."file_hash", OLD."state", OLD."taken_by", OLD."taken_on", OLD."void_on", OLD."void_reason", OLD."event_uid", OLD."step", OLD."approvals"))
      AND NOT EXISTS (SELECT 1 FROM base WHERE kind = 'letter' AND uid = OLD.uid);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'letter', NEW.uid, NEW.area, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, OLD.version, '{' || substr (''
      || CASE WHEN NEW."type" IS OLD."type" AND NEW."title" IS OLD."title" AND NEW."type_hash" IS OLD."type_hash" AND ctx.resolve IS NOT 'type' THEN '' ELSE ',"type":[' || json_quote (OLD."type") || ',' || json_quote (NEW."type") || ']' END
      || CASE WHEN NEW."type" IS OLD."type" AND NEW."title" IS OLD."title" AND NEW."type_hash" IS OLD."type_hash" AND ctx.resolve IS NOT 'type' THEN '' ELSE ',"title":[' || json_quote (OLD."title") || ',' || json_quote (NEW."title") || ']' END
      || CASE WHEN NEW."type" IS OLD."type" AND NEW."title" IS OLD."title" AND NEW."type_hash" IS OLD."type_hash" AND ctx.resolve IS NOT 'type' THEN '' ELSE ',"type_hash":[' || json_quote (OLD."type_hash") || ',' || json_quote (NEW."type_hash") || ']' END
      || CASE WHEN NEW."series" IS OLD."series" AND NEW."year" IS OLD."year" AND NEW."mark" IS OLD."mark" AND NEW."number" IS OLD."number" AND NEW."number_text" IS OLD."number_text" AND NEW."classification" IS OLD."classification" AND NEW."scheme" IS OLD."scheme" AND NEW."date" IS OLD."date" AND ctx.resolve IS NOT 'series' THEN '' ELSE ',"series":[' || json_quote (OLD."series") || ',' || json_quote (NEW."series") || ']' END
      || CASE WHEN NEW."series" IS OLD."series" AND NEW."year" IS OLD."year" AND NEW."mark" IS OLD."mark" AND NEW."number" IS OLD."number" AND NEW."number_text" IS OLD."number_text" AND NEW."classification" IS OLD."classification" AND NEW."scheme" IS OLD."scheme" AND NEW."date" IS OLD."date" AND ctx.resolve IS NOT 'series' THEN '' ELSE ',"year":[' || json_quote (OLD."year") || ',' || json_quote (NEW."year") || ']' END
      || CASE WHEN NEW."series" IS OLD."series" AND NEW."year" IS OLD."year" AND NEW."mark" IS OLD."mark" AND NEW."number" IS OLD."number" AND NEW."number_text" IS OLD."number_text" AND NEW."classification" IS OLD."classification" AND NEW."scheme" IS OLD."scheme" AND NEW."date" IS OLD."date" AND ctx.resolve IS NOT 'series' THEN '' ELSE ',"mark":[' || json_quote (OLD."mark") || ',' || json_quote (NEW."mark") || ']' END
      || CASE WHEN NEW."series" IS OLD."series" AND NEW."year" IS OLD."year" AND NEW."mark" IS OLD."mark" AND NEW."number" IS OLD."number" AND NEW."number_text" IS OLD."number_text" AND NEW."classification" IS OLD."classification" AND NEW."scheme" IS OLD."scheme" AND NEW."date" IS OLD."date" AND ctx.resolve IS NOT 'series' THEN '' ELSE ',"number":[' || json_quote (OLD."number") || ',' || json_quote (NEW."number") || ']' END
      || CASE WHEN NEW."series" IS OLD."series" AND NEW."year" IS OLD."year" AND NEW."mark" IS OLD."mark" AND NEW."number" IS OLD."number" AND NEW."number_text" IS OLD."number_text" AND NEW."classification" IS OLD."classification" AND NEW."scheme" IS OLD."scheme" AND NEW."date" IS OLD."date" AND ctx.resolve IS NOT 'series' THEN '' ELSE ',"number_text":[' || json_quote (OLD."number_text") || ',' || json_quote (NEW."number_text") || ']' END
      || CASE WHEN NEW."series" IS OLD."series" AND NEW."year" IS OLD."year" AND NEW."mark" IS OLD."mark" AND NEW."number" IS OLD."number" AND NEW."number_text" IS OLD."number_text" AND NEW."classification" IS OLD."classification" AND NEW."scheme" IS OLD."scheme" AND NEW."date" IS OLD."date" AND ctx.resolve IS NOT 'series' THEN '' ELSE ',"classification":[' || json_quote (OLD."classification") || ',' || json_quote (NEW."classification") || ']' END
      || CASE WHEN NEW."series" IS OLD."series" AND NEW."year" IS OLD."year" AND NEW."mark" IS OLD."mark" AND NEW."number" IS OLD."number" AND NEW."number_text" IS OLD."number_text" AND NEW."classification" IS OLD."classification" AND NEW."scheme" IS OLD."scheme" AND NEW."date" IS OLD."date" AND ctx.resolve IS NOT 'series' THEN '' ELSE ',"scheme":[' || json_quote (OLD."scheme") || ',' || json_quote (NEW."scheme") || ']' END
      || CASE WHEN NEW."series" IS OLD."series" AND NEW."year" IS OLD."year" AND NEW."mark" IS OLD."mark" AND NEW."number" IS OLD."number" AND NEW."number_text" IS OLD."number_text" AND NEW."classification" IS OLD."classification" AND NEW."scheme" IS OLD."scheme" AND NEW."date" IS OLD."date" AND ctx.resolve IS NOT 'series' THEN '' ELSE ',"date":[' || json_quote (OLD."date") || ',' || json_quote (NEW."date") || ']' END
      || CASE WHEN NEW."subject_uid" IS OLD."subject_uid" AND NEW."subject_name" IS OLD."subject_name" AND NEW."family_uid" IS OLD."family_uid" AND NEW."applicant" IS OLD."applicant" AND ctx.resolve IS NOT 'subject_uid' THEN '' ELSE ',"subject_uid":[' || json_quote (OLD."subject_uid") || ',' || json_quote (NEW."subject_uid") || ']' END
      || CASE WHEN NEW."subject_uid" IS OLD."subject_uid" AND NEW."subject_name" IS OLD."subject_name" AND NEW."family_uid" IS OLD."family_uid" AND NEW."applicant" IS OLD."applicant" AND ctx.resolve IS NOT 'subject_uid' THEN '' ELSE ',"subject_name":[' || json_quote (OLD."subject_name") || ',' || json_quote (NEW."subject_name") || ']' END
      || CASE WHEN NEW."subject_uid" IS OLD."subject_uid" AND NEW."subject_name" IS OLD."subject_name" AND NEW."family_uid" IS OLD."family_uid" AND NEW."applicant" IS OLD."applicant" AND ctx.resolve IS NOT 'subject_uid' THEN '' ELSE ',"family_uid":[' || json_quote (OLD."family_uid") || ',' || json_quote (NEW."family_uid") || ']' END
      || CASE WHEN NEW."subject_uid" IS OLD."subject_uid" AND NEW."subject_name" IS OLD."subject_name" AND NEW."family_uid" IS OLD."family_uid" AND NEW."applicant" IS OLD."applicant" AND ctx.resolve IS NOT 'subject_uid' THEN '' ELSE ',"applicant":[' || json_quote (OLD."applicant") || ',' || json_quote (NEW."applicant") || ']' END
      || CASE WHEN NEW."addressed" IS OLD."addressed" AND ctx.resolve IS NOT 'addressed' THEN '' ELSE ',"addressed":[' || json_quote (OLD."addressed") || ',' || json_quote (NEW."addressed") || ']' END
      || CASE WHEN NEW."purpose" IS OLD."purpose" AND ctx.resolve IS NOT 'purpose' THEN '' ELSE ',"purpose":[' || json_quote (OLD."purpose") || ',' || json_quote (NEW."purpose") || ']' END
      || CASE WHEN NEW."signer_uid" IS OLD."signer_uid" AND NEW."signer_name" IS OLD."signer_name" AND NEW."signer_title" IS OLD."signer_title" AND ctx.resolve IS NOT 'signer_uid' THEN '' ELSE ',"signer_uid":[' || json_quote (OLD."signer_uid") || ',' || json_quote (NEW."signer_uid") || ']' END
      || CASE WHEN NEW."signer_uid" IS OLD."signer_uid" AND NEW."signer_name" IS OLD."signer_name" AND NEW."signer_title" IS OLD."signer_title" AND ctx.resolve IS NOT 'signer_uid' THEN '' ELSE ',"signer_name":[' || json_quote (OLD."signer_name") || ',' || json_quote (NEW."signer_name") || ']' END
      || CASE WHEN NEW."signer_uid" IS OLD."signer_uid" AND NEW."signer_name" IS OLD."signer_name" AND NEW."signer_title" IS OLD."signer_title" AND ctx.resolve IS NOT 'signer_uid' THEN '' ELSE ',"signer_title":[' || json_quote (OLD."signer_title") || ',' || json_quote (NEW."signer_title") || ']' END
      || CASE WHEN NEW."valid_until" IS OLD."valid_until" AND ctx.resolve IS NOT 'valid_until' THEN '' ELSE ',"valid_until":[' || json_quote (OLD."valid_until") || ',' || json_quote (NEW."valid_until") || ']' END
      || CASE WHEN NEW."answers" IS OLD."answers" AND NEW."facts" IS OLD."facts" AND NEW."hash" IS OLD."hash" AND NEW."signature" IS OLD."signature" AND NEW."key" IS OLD."key" AND NEW."file_hash" IS OLD."file_hash" AND ctx.resolve IS NOT 'answers' THEN '' ELSE ',"answers":[' || json_quote (OLD."answers") || ',' || json_quote (NEW."answers") || ']' END
      || CASE WHEN NEW."answers" IS OLD."answers" AND NEW."facts" IS OLD."facts" AND NEW."hash" IS OLD."hash" AND NEW."signature" IS OLD."signature" AND NEW."key" IS OLD."key" AND NEW."file_hash" IS OLD."file_hash" AND ctx.resolve IS NOT 'answers' THEN '' ELSE ',"facts":[' || json_quote (OLD."facts") || ',' || json_quote (NEW."facts") || ']' END
      || CASE WHEN NEW."answers" IS OLD."answers" AND NEW."facts" IS OLD."facts" AND NEW."hash" IS OLD."hash" AND NEW."signature" IS OLD."signature" AND NEW."key" IS OLD."key" AND NEW."file_hash" IS OLD."file_hash" AND ctx.resolve IS NOT 'answers' THEN '' ELSE ',"hash":[' || json_quote (OLD."hash") || ',' || json_quote (NEW."hash") || ']' END
      || CASE WHEN NEW."answers" IS OLD."answers" AND NEW."facts" IS OLD."facts" AND NEW."hash" IS OLD."hash" AND NEW."signature" IS OLD."signature" AND NEW."key" IS OLD."key" AND NEW."file_hash" IS OLD."file_hash" AND ctx.resolve IS NOT 'answers' THEN '' ELSE ',"signature":[' || json_quote (OLD."signature") || ',' || json_quote (NEW."signature") || ']' END
      || CASE WHEN NEW."answers" IS OLD."answers" AND NEW."facts" IS OLD."facts" AND NEW."hash" IS OLD."hash" AND NEW."signature" IS OLD."signature" AND NEW."key" IS OLD."key" AND NEW."file_hash" IS OLD."file_hash" AND ctx.resolve IS NOT 'answers' THEN '' ELSE ',"key":[' || json_quote (OLD."key") || ',' || json_quote (NEW."key") || ']' END
      || CASE WHEN NEW."answers" IS OLD."answers" AND NEW."facts" IS OLD."facts" AND NEW."hash" IS OLD."hash" AND NEW."signature" IS OLD."signature" AND NEW."key" IS OLD."key" AND NEW."file_hash" IS OLD."file_hash" AND ctx.resolve IS NOT 'answers' THEN '' ELSE ',"file_hash":[' || json_quote (OLD."file_hash") || ',' || json_quote (NEW."file_hash") || ']' END
      || CASE WHEN NEW."state" IS OLD."state" AND NEW."taken_by" IS OLD."taken_by" AND NEW."taken_on" IS OLD."taken_on" AND ctx.resolve IS NOT 'state' THEN '' ELSE ',"state":[' || json_quote (OLD."state") || ',' || json_quote (NEW."state") || ']' END
      || CASE WHEN NEW."state" IS OLD."state" AND NEW."taken_by" IS OLD."taken_by" AND NEW."taken_on" IS OLD."taken_on" AND ctx.resolve IS NOT 'state' THEN '' ELSE ',"taken_by":[' || json_quote (OLD."taken_by") || ',' || json_quote (NEW."taken_by") || ']' END
      || CASE WHEN NEW."state" IS OLD."state" AND NEW."taken_by" IS OLD."taken_by" AND NEW."taken_on" IS OLD."taken_on" AND ctx.resolve IS NOT 'state' THEN '' ELSE ',"taken_on":[' || json_quote (OLD."taken_on") || ',' || json_quote (NEW."taken_on") || ']' END
      || CASE WHEN NEW."void_on" IS OLD."void_on" AND NEW."void_reason" IS OLD."void_reason" AND ctx.resolve IS NOT 'void_on' THEN '' ELSE ',"void_on":[' || json_quote (OLD."void_on") || ',' || json_quote (NEW."void_on") || ']' END
      || CASE WHEN NEW."void_on" IS OLD."void_on" AND NEW."void_reason" IS OLD."void_reason" AND ctx.resolve IS NOT 'void_on' THEN '' ELSE ',"void_reason":[' || json_quote (OLD."void_reason") || ',' || json_quote (NEW."void_reason") || ']' END
      || CASE WHEN NEW."event_uid" IS OLD."event_uid" AND ctx.resolve IS NOT 'event_uid' THEN '' ELSE ',"event_uid":[' || json_quote (OLD."event_uid") || ',' || json_quote (NEW."event_uid") || ']' END
      || CASE WHEN NEW."step" IS OLD."step" AND NEW."approvals" IS OLD."approvals" AND ctx.resolve IS NOT 'step' THEN '' ELSE ',"step":[' || json_quote (OLD."step") || ',' || json_quote (NEW."step") || ']' END
      || CASE WHEN NEW."step" IS OLD."step" AND NEW."approvals" IS OLD."approvals" AND ctx.resolve IS NOT 'step' THEN '' ELSE ',"approvals":[' || json_quote (OLD."approvals") || ',' || json_quote (NEW."approvals") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."type", NEW."title", NEW."type_hash", NEW."series", NEW."year", NEW."mark", NEW."number", NEW."number_text", NEW."classification", NEW."scheme", NEW."date", NEW."subject_uid", NEW."subject_name", NEW."family_uid", NEW."applicant", NEW."addressed", NEW."purpose", NEW."signer_uid", NEW."signer_name", NEW."signer_title", NEW."valid_until", NEW."answers", NEW."facts", NEW."hash", NEW."signature", NEW."key", NEW."file_hash", NEW."state", NEW."taken_by", NEW."taken_on", NEW."void_on", NEW."void_reason", NEW."event_uid", NEW."step", NEW."approvals") IS NOT (OLD.deleted, OLD."type", OLD."title", OLD."type_hash", OLD."series", OLD."year", OLD."mark", OLD."number", OLD."number_text", OLD."classification", OLD."scheme", OLD."date", OLD."subject_uid", OLD."subject_name", OLD."family_uid", OLD."applicant", OLD."addressed", OLD."purpose", OLD."signer_uid", OLD."signer_name", OLD."signer_title", OLD."valid_until", OLD."answers", OLD."facts", OLD."hash", OLD."signature", OLD."key", OLD."file_hash", OLD."state", OLD."taken_by", OLD."taken_on", OLD."void_on", OLD."void_reason", OLD."event_uid", OLD."step", OLD."approvals"));
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'letter', NEW.uid, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, '{' || substr (''
      || CASE WHEN NEW."type" IS OLD."type" AND NEW."title" IS OLD."title" AND NEW."type_hash" IS OLD."type_hash" AND ctx.resolve IS NOT 'type' THEN '' ELSE ',"type":[' || json_quote (OLD."type") || ',' || json_quote (NEW."type") || ']' END
      || CASE WHEN NEW."type" IS OLD."type" AND NEW."title" IS OLD."title" AND NEW."type_hash" IS OLD."type_hash" AND ctx.resolve IS NOT 'type' THEN '' ELSE ',"title":[' || json_quote (OLD."title") || ',' || json_quote (NEW."title") || ']' END
      || CASE WHEN NEW."type" IS OLD."type" AND NEW."title" IS OLD."title" AND NEW."type_hash" IS OLD."type_hash" AND ctx.resolve IS NOT 'type' THEN '' ELSE ',"type_hash":[' || json_quote (OLD."type_hash") || ',' || json_quote (NEW."type_hash") || ']' END
      || CASE WHEN NEW."series" IS OLD."series" AND NEW."year" IS OLD."year" AND NEW."mark" IS OLD."mark" AND NEW."number" IS OLD."number" AND NEW."number_text" IS OLD."number_text" AND NEW."classification" IS OLD."classification" AND NEW."scheme" IS OLD."scheme" AND NEW."date" IS OLD."date" AND ctx.resolve IS NOT 'series' THEN '' ELSE ',"series":[' || json_quote (OLD."series") || ',' || json_quote (NEW."series") || ']' END
      || CASE WHEN NEW."series" IS OLD."series" AND NEW."year" IS OLD."year" AND NEW."mark" IS OLD."mark" AND NEW."number" IS OLD."number" AND NEW."number_text" IS OLD."number_text" AND NEW."classification" IS OLD."classification" AND NEW."scheme" IS OLD."scheme" AND NEW."date" IS OLD."date" AND ctx.resolve IS NOT 'series' THEN '' ELSE ',"year":[' || json_quote (OLD."year") || ',' || json_quote (NEW."year") || ']' END
      || CASE WHEN NEW."series" IS OLD."series" AND NEW."year" IS OLD."year" AND NEW."mark" IS OLD."mark" AND NEW."number" IS OLD."number" AND NEW."number_text" IS OLD."number_text" AND NEW."classification" IS OLD."classification" AND NEW."scheme" IS OLD."scheme" AND NEW."date" IS OLD."date" AND ctx.resolve IS NOT 'series' THEN '' ELSE ',"mark":[' || json_quote (OLD."mark") || ',' || json_quote (NEW."mark") || ']' END
      || CASE WHEN NEW."series" IS OLD."series" AND NEW."year" IS OLD."year" AND NEW."mark" IS OLD."mark" AND NEW."number" IS OLD."number" AND NEW."number_text" IS OLD."number_text" AND NEW."classification" IS OLD."classification" AND NEW."scheme" IS OLD."scheme" AND NEW."date" IS OLD."date" AND ctx.resolve IS NOT 'series' THEN '' ELSE ',"number":[' || json_quote (OLD."number") || ',' || json_quote (NEW."number") || ']' END
      || CASE WHEN NEW."series" IS OLD."series" AND NEW."year" IS OLD."year" AND NEW."mark" IS OLD."mark" AND NEW."number" IS OLD."number" AND NEW."number_text" IS OLD."number_text" AND NEW."classification" IS OLD."classification" AND NEW."scheme" IS OLD."scheme" AND NEW."date" IS OLD."date" AND ctx.resolve IS NOT 'series' THEN '' ELSE ',"number_text":[' || json_quote (OLD."number_text") || ',' || json_quote (NEW."number_text") || ']' END
      || CASE WHEN NEW."series" IS OLD."series" AND NEW."year" IS OLD."year" AND NEW."mark" IS OLD."mark" AND NEW."number" IS OLD."number" AND NEW."number_text" IS OLD."number_text" AND NEW."classification" IS OLD."classification" AND NEW."scheme" IS OLD."scheme" AND NEW."date" IS OLD."date" AND ctx.resolve IS NOT 'series' THEN '' ELSE ',"classification":[' || json_quote (OLD."classification") || ',' || json_quote (NEW."classification") || ']' END
      || CASE WHEN NEW."series" IS OLD."series" AND NEW."year" IS OLD."year" AND NEW."mark" IS OLD."mark" AND NEW."number" IS OLD."number" AND NEW."number_text" IS OLD."number_text" AND NEW."classification" IS OLD."classification" AND NEW."scheme" IS OLD."scheme" AND NEW."date" IS OLD."date" AND ctx.resolve IS NOT 'series' THEN '' ELSE ',"scheme":[' || json_quote (OLD."scheme") || ',' || json_quote (NEW."scheme") || ']' END
      || CASE WHEN NEW."series" IS OLD."series" AND NEW."year" IS OLD."year" AND NEW."mark" IS OLD."mark" AND NEW."number" IS OLD."number" AND NEW."number_text" IS OLD."number_text" AND NEW."classification" IS OLD."classification" AND NEW."scheme" IS OLD."scheme" AND NEW."date" IS OLD."date" AND ctx.resolve IS NOT 'series' THEN '' ELSE ',"date":[' || json_quote (OLD."date") || ',' || json_quote (NEW."date") || ']' END
      || CASE WHEN NEW."subject_uid" IS OLD."subject_uid" AND NEW."subject_name" IS OLD."subject_name" AND NEW."family_uid" IS OLD."family_uid" AND NEW."applicant" IS OLD."applicant" AND ctx.resolve IS NOT 'subject_uid' THEN '' ELSE ',"subject_uid":[' || json_quote (OLD."subject_uid") || ',' || json_quote (NEW."subject_uid") || ']' END
      || CASE WHEN NEW."subject_uid" IS OLD."subject_uid" AND NEW."subject_name" IS OLD."subject_name" AND NEW."family_uid" IS OLD."family_uid" AND NEW."applicant" IS OLD."applicant" AND ctx.resolve IS NOT 'subject_uid' THEN '' ELSE ',"subject_name":[' || json_quote (OLD."subject_name") || ',' || json_quote (NEW."subject_name") || ']' END
      || CASE WHEN NEW."subject_uid" IS OLD."subject_uid" AND NEW."subject_name" IS OLD."subject_name" AND NEW."family_uid" IS OLD."family_uid" AND NEW."applicant" IS OLD."applicant" AND ctx.resolve IS NOT 'subject_uid' THEN '' ELSE ',"family_uid":[' || json_quote (OLD."family_uid") || ',' || json_quote (NEW."family_uid") || ']' END
      || CASE WHEN NEW."subject_uid" IS OLD."subject_uid" AND NEW."subject_name" IS OLD."subject_name" AND NEW."family_uid" IS OLD."family_uid" AND NEW."applicant" IS OLD."applicant" AND ctx.resolve IS NOT 'subject_uid' THEN '' ELSE ',"applicant":[' || json_quote (OLD."applicant") || ',' || json_quote (NEW."applicant") || ']' END
      || CASE WHEN NEW."addressed" IS OLD."addressed" AND ctx.resolve IS NOT 'addressed' THEN '' ELSE ',"addressed":[' || json_quote (OLD."addressed") || ',' || json_quote (NEW."addressed") || ']' END
      || CASE WHEN NEW."purpose" IS OLD."purpose" AND ctx.resolve IS NOT 'purpose' THEN '' ELSE ',"purpose":[' || json_quote (OLD."purpose") || ',' || json_quote (NEW."purpose") || ']' END
      || CASE WHEN NEW."signer_uid" IS OLD."signer_uid" AND NEW."signer_name" IS OLD."signer_name" AND NEW."signer_title" IS OLD."signer_title" AND ctx.resolve IS NOT 'signer_uid' THEN '' ELSE ',"signer_uid":[' || json_quote (OLD."signer_uid") || ',' || json_quote (NEW."signer_uid") || ']' END
      || CASE WHEN NEW."signer_uid" IS OLD."signer_uid" AND NEW."signer_name" IS OLD."signer_name" AND NEW."signer_title" IS OLD."signer_title" AND ctx.resolve IS NOT 'signer_uid' THEN '' ELSE ',"signer_name":[' || json_quote (OLD."signer_name") || ',' || json_quote (NEW."signer_name") || ']' END
      || CASE WHEN NEW."signer_uid" IS OLD."signer_uid" AND NEW."signer_name" IS OLD."signer_name" AND NEW."signer_title" IS OLD."signer_title" AND ctx.resolve IS NOT 'signer_uid' THEN '' ELSE ',"signer_title":[' || json_quote (OLD."signer_title") || ',' || json_quote (NEW."signer_title") || ']' END
      || CASE WHEN NEW."valid_until" IS OLD."valid_until" AND ctx.resolve IS NOT 'valid_until' THEN '' ELSE ',"valid_until":[' || json_quote (OLD."valid_until") || ',' || json_quote (NEW."valid_until") || ']' END
      || CASE WHEN NEW."answers" IS OLD."answers" AND NEW."facts" IS OLD."facts" AND NEW."hash" IS OLD."hash" AND NEW."signature" IS OLD."signature" AND NEW."key" IS OLD."key" AND NEW."file_hash" IS OLD."file_hash" AND ctx.resolve IS NOT 'answers' THEN '' ELSE ',"answers":[' || json_quote (OLD."answers") || ',' || json_quote (NEW."answers") || ']' END
      || CASE WHEN NEW."answers" IS OLD."answers" AND NEW."facts" IS OLD."facts" AND NEW."hash" IS OLD."hash" AND NEW."signature" IS OLD."signature" AND NEW."key" IS OLD."key" AND NEW."file_hash" IS OLD."file_hash" AND ctx.resolve IS NOT 'answers' THEN '' ELSE ',"facts":[' || json_quote (OLD."facts") || ',' || json_quote (NEW."facts") || ']' END
      || CASE WHEN NEW."answers" IS OLD."answers" AND NEW."facts" IS OLD."facts" AND NEW."hash" IS OLD."hash" AND NEW."signature" IS OLD."signature" AND NEW."key" IS OLD."key" AND NEW."file_hash" IS OLD."file_hash" AND ctx.resolve IS NOT 'answers' THEN '' ELSE ',"hash":[' || json_quote (OLD."hash") || ',' || json_quote (NEW."hash") || ']' END
      || CASE WHEN NEW."answers" IS OLD."answers" AND NEW."facts" IS OLD."facts" AND NEW."hash" IS OLD."hash" AND NEW."signature" IS OLD."signature" AND NEW."key" IS OLD."key" AND NEW."file_hash" IS OLD."file_hash" AND ctx.resolve IS NOT 'answers' THEN '' ELSE ',"signature":[' || json_quote (OLD."signature") || ',' || json_quote (NEW."signature") || ']' END
      || CASE WHEN NEW."answers" IS OLD."answers" AND NEW."facts" IS OLD."facts" AND NEW."hash" IS OLD."hash" AND NEW."signature" IS OLD."signature" AND NEW."key" IS OLD."key" AND NEW."file_hash" IS OLD."file_hash" AND ctx.resolve IS NOT 'answers' THEN '' ELSE ',"key":[' || json_quote (OLD."key") || ',' || json_quote (NEW."key") || ']' END
      || CASE WHEN NEW."answers" IS OLD."answers" AND NEW."facts" IS OLD."facts" AND NEW."hash" IS OLD."hash" AND NEW."signature" IS OLD."signature" AND NEW."key" IS OLD."key" AND NEW."file_hash" IS OLD."file_hash" AND ctx.resolve IS NOT 'answers' THEN '' ELSE ',"file_hash":[' || json_quote (OLD."file_hash") || ',' || json_quote (NEW."file_hash") || ']' END
      || CASE WHEN NEW."state" IS OLD."state" AND NEW."taken_by" IS OLD."taken_by" AND NEW."taken_on" IS OLD."taken_on" AND ctx.resolve IS NOT 'state' THEN '' ELSE ',"state":[' || json_quote (OLD."state") || ',' || json_quote (NEW."state") || ']' END
      || CASE WHEN NEW."state" IS OLD."state" AND NEW."taken_by" IS OLD."taken_by" AND NEW."taken_on" IS OLD."taken_on" AND ctx.resolve IS NOT 'state' THEN '' ELSE ',"taken_by":[' || json_quote (OLD."taken_by") || ',' || json_quote (NEW."taken_by") || ']' END
      || CASE WHEN NEW."state" IS OLD."state" AND NEW."taken_by" IS OLD."taken_by" AND NEW."taken_on" IS OLD."taken_on" AND ctx.resolve IS NOT 'state' THEN '' ELSE ',"taken_on":[' || json_quote (OLD."taken_on") || ',' || json_quote (NEW."taken_on") || ']' END
      || CASE WHEN NEW."void_on" IS OLD."void_on" AND NEW."void_reason" IS OLD."void_reason" AND ctx.resolve IS NOT 'void_on' THEN '' ELSE ',"void_on":[' || json_quote (OLD."void_on") || ',' || json_quote (NEW."void_on") || ']' END
      || CASE WHEN NEW."void_on" IS OLD."void_on" AND NEW."void_reason" IS OLD."void_reason" AND ctx.resolve IS NOT 'void_on' THEN '' ELSE ',"void_reason":[' || json_quote (OLD."void_reason") || ',' || json_quote (NEW."void_reason") || ']' END
      || CASE WHEN NEW."event_uid" IS OLD."event_uid" AND ctx.resolve IS NOT 'event_uid' THEN '' ELSE ',"event_uid":[' || json_quote (OLD."event_uid") || ',' || json_quote (NEW."event_uid") || ']' END
      || CASE WHEN NEW."step" IS OLD."step" AND NEW."approvals" IS OLD."approvals" AND ctx.resolve IS NOT 'step' THEN '' ELSE ',"step":[' || json_quote (OLD."step") || ',' || json_quote (NEW."step") || ']' END
      || CASE WHEN NEW."step" IS OLD."step" AND NEW."approvals" IS OLD."approvals" AND ctx.resolve IS NOT 'step' THEN '' ELSE ',"approvals":[' || json_quote (OLD."approvals") || ',' || json_quote (NEW."approvals") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply' AND (NEW.deleted, NEW."type", NEW."title", NEW."type_hash", NEW."series", NEW."year", NEW."mark", NEW."number", NEW."number_text", NEW."classification", NEW."scheme", NEW."date", NEW."subject_uid", NEW."subject_name", NEW."family_uid", NEW."applicant", NEW."addressed", NEW."purpose", NEW."signer_uid", NEW."signer_name", NEW."signer_title", NEW."valid_until", NEW."answers", NEW."facts", NEW."hash", NEW."signature", NEW."key", NEW."file_hash", NEW."state", NEW."taken_by", NEW."taken_on", NEW."void_on", NEW."void_reason", NEW."event_uid", NEW."step", NEW."approvals") IS NOT (OLD.deleted, OLD."type", OLD."title", OLD."type_hash", OLD."series", OLD."year", OLD."mark", OLD."number", OLD."number_text", OLD."classification", OLD."scheme", OLD."date", OLD."subject_uid", OLD."subject_name", OLD."family_uid", OLD."applicant", OLD."addressed", OLD."purpose", OLD."signer_uid", OLD."signer_name", OLD."signer_title", OLD."valid_until", OLD."answers", OLD."facts", OLD."hash", OLD."signature", OLD."key", OLD."file_hash", OLD."state", OLD."taken_by", OLD."taken_on", OLD."void_on", OLD."void_reason", OLD."event_uid", OLD."step", OLD."approvals");
END;
DROP TRIGGER IF EXISTS capture_letter_delete;
CREATE TRIGGER capture_letter_delete BEFORE DELETE ON letter BEGIN
  SELECT RAISE (ABORT, 'records are never deleted');
END;
DROP TRIGGER IF EXISTS capture_letter_type_insert;
CREATE TRIGGER capture_letter_type_insert AFTER INSERT ON letter_type BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'letter_type', NEW.uid, NEW.area, 'insert', NEW.version, '{' || substr (''
      || CASE WHEN NEW."key" IS NULL THEN '' ELSE ',"key":[null,' || json_quote (NEW."key") || ']' END
      || CASE WHEN NEW."ini" IS NULL THEN '' ELSE ',"ini":[null,' || json_quote (NEW."ini") || ']' END
      || CASE WHEN NEW."body" IS NULL THEN '' ELSE ',"body":[null,' || json_quote (NEW."body") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local';
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'letter_type', NEW.uid, 'insert', '{' || substr (''
      || CASE WHEN NEW."key" IS NULL THEN '' ELSE ',"key":[null,' || json_quote (NEW."key") || ']' END
      || CASE WHEN NEW."ini" IS NULL THEN '' ELSE ',"ini":[null,' || json_quote (NEW."ini") || ']' END
      || CASE WHEN NEW."body" IS NULL THEN '' ELSE ',"body":[null,' || json_quote (NEW."body") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply';
END;
DROP TRIGGER IF EXISTS capture_letter_type_update;
CREATE TRIGGER capture_letter_type_update AFTER UPDATE ON letter_type BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO base (kind, uid, version, data)
    SELECT 'letter_type', OLD.uid, OLD.version, '{' || substr (''
      || CASE WHEN OLD."key" IS NULL THEN '' ELSE ',"key":' || json_quote (OLD."key") END
      || CASE WHEN OLD."ini" IS NULL THEN '' ELSE ',"ini":' || json_quote (OLD."ini") END
      || CASE WHEN OLD."body" IS NULL THEN '' ELSE ',"body":' || json_quote (OLD."body") END
      || CASE WHEN OLD.extra IS NULL OR OLD.extra = '{}' THEN '' ELSE ',' || substr (OLD.extra, 2, length (OLD.extra) - 2) END, 2) || '}'
    FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND OLD.version > 0 AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."key", NEW."ini", NEW."body") IS NOT (OLD.deleted, OLD."key", OLD."ini", OLD."body"))
      AND NOT EXISTS (SELECT 1 FROM base WHERE kind = 'letter_type' AND uid = OLD.uid);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'letter_type', NEW.uid, NEW.area, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, OLD.version, '{' || substr (''
      || CASE WHEN NEW."key" IS OLD."key" AND ctx.resolve IS NOT 'key' THEN '' ELSE ',"key":[' || json_quote (OLD."key") || ',' || json_quote (NEW."key") || ']' END
      || CASE WHEN NEW."ini" IS OLD."ini" AND NEW."body" IS OLD."body" AND ctx.resolve IS NOT 'ini' THEN '' ELSE ',"ini":[' || json_quote (OLD."ini") || ',' || json_quote (NEW."ini") || ']' END
      || CASE WHEN NEW."ini" IS OLD."ini" AND NEW."body" IS OLD."body" AND ctx.resolve IS NOT 'ini' THEN '' ELSE ',"body":[' || json_quote (OLD."body") || ',' || json_quote (NEW."body") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."key", NEW."ini", NEW."body") IS NOT (OLD.deleted, OLD."key", OLD."ini", OLD."body"));
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'letter_type', NEW.uid, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, '{' || substr (''
      || CASE WHEN NEW."key" IS OLD."key" AND ctx.resolve IS NOT 'key' THEN '' ELSE ',"key":[' || json_quote (OLD."key") || ',' || json_quote (NEW."key") || ']' END
      || CASE WHEN NEW."ini" IS OLD."ini" AND NEW."body" IS OLD."body" AND ctx.resolve IS NOT 'ini' THEN '' ELSE ',"ini":[' || json_quote (OLD."ini") || ',' || json_quote (NEW."ini") || ']' END
      || CASE WHEN NEW."ini" IS OLD."ini" AND NEW."body" IS OLD."body" AND ctx.resolve IS NOT 'ini' THEN '' ELSE ',"body":[' || json_quote (OLD."body") || ',' || json_quote (NEW."body") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply' AND (NEW.deleted, NEW."key", NEW."ini", NEW."body") IS NOT (OLD.deleted, OLD."key", OLD."ini", OLD."body");
END;
DROP TRIGGER IF EXISTS capture_letter_type_delete;
CREATE TRIGGER capture_letter_type_delete BEFORE DELETE ON letter_type BEGIN
  SELECT RAISE (ABORT, 'records are never deleted');
END;
DROP TRIGGER IF EXISTS capture_numbering_insert;
CREATE TRIGGER capture_numbering_insert AFTER INSERT ON numbering BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'numbering', NEW.uid, NEW.area, 'insert', NEW.version, '{' || substr (''
      || CASE WHEN NEW."pattern" IS NULL THEN '' ELSE ',"pattern":[null,' || json_quote (NEW."pattern") || ']' END
      || ifnull (',"padding":[null,' || NEW."padding" || ']', '')
      || ifnull (',"scope":[null,' || NEW."scope" || ']', '')
      || CASE WHEN NEW."unit" IS NULL THEN '' ELSE ',"unit":[null,' || json_quote (NEW."unit") || ']' END
      || ifnull (',"scheme":[null,' || NEW."scheme" || ']', '')
      || CASE WHEN NEW."firsts" IS NULL THEN '' ELSE ',"firsts":[null,' || json_quote (NEW."firsts") || ']' END
      || CASE WHEN NEW."paper" IS NULL THEN '' ELSE ',"paper":[null,' || json_quote (NEW."paper") || ']' END
      || CASE WHEN NEW."font" IS NULL THEN '' ELSE ',"font":[null,' || json_quote (NEW."font") || ']' END
      || CASE WHEN NEW."margins" IS NULL THEN '' ELSE ',"margins":[null,' || json_quote (NEW."margins") || ']' END
      || ifnull (',"plain":[null,' || NEW."plain" || ']', '')
      || ifnull (',"poll":[null,' || NEW."poll" || ']', '')
      || CASE WHEN NEW."consents" IS NULL THEN '' ELSE ',"consents":[null,' || json_quote (NEW."consents") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local';
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'numbering', NEW.uid, 'insert', '{' || substr (''
      || CASE WHEN NEW."pattern" IS NULL THEN '' ELSE ',"pattern":[null,' || json_quote (NEW."pattern") || ']' END
      || ifnull (',"padding":[null,' || NEW."padding" || ']', '')
      || ifnull (',"scope":[null,' || NEW."scope" || ']', '')
      || CASE WHEN NEW."unit" IS NULL THEN '' ELSE ',"unit":[null,' || json_quote (NEW."unit") || ']' END
      || ifnull (',"scheme":[null,' || NEW."scheme" || ']', '')
      || CASE WHEN NEW."firsts" IS NULL THEN '' ELSE ',"firsts":[null,' || json_quote (NEW."firsts") || ']' END
      || CASE WHEN NEW."paper" IS NULL THEN '' ELSE ',"paper":[null,' || json_quote (NEW."paper") || ']' END
      || CASE WHEN NEW."font" IS NULL THEN '' ELSE ',"font":[null,' || json_quote (NEW."font") || ']' END
      || CASE WHEN NEW."margins" IS NULL THEN '' ELSE ',"margins":[null,' || json_quote (NEW."margins") || ']' END
      || ifnull (',"plain":[null,' || NEW."plain" || ']', '')
      || ifnull (',"poll":[null,' || NEW."poll" || ']', '')
      || CASE WHEN NEW."consents" IS NULL THEN '' ELSE ',"consents":[null,' || json_quote (NEW."consents") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply';
END;
DROP TRIGGER IF EXISTS capture_numbering_update;
CREATE TRIGGER capture_numbering_update AFTER UPDATE ON numbering BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO base (kind, uid, version, data)
    SELECT 'numbering', OLD.uid, OLD.version, '{' || substr (''
      || CASE WHEN OLD."pattern" IS NULL THEN '' ELSE ',"pattern":' || json_quote (OLD."pattern") END
      || CASE WHEN OLD."padding" IS NULL THEN '' ELSE ',"padding":' || json_quote (OLD."padding") END
      || CASE WHEN OLD."scope" IS NULL THEN '' ELSE ',"scope":' || json_quote (OLD."scope") END
      || CASE WHEN OLD."unit" IS NULL THEN '' ELSE ',"unit":' || json_quote (OLD."unit") END
      || CASE WHEN OLD."scheme" IS NULL THEN '' ELSE ',"scheme":' || json_quote (OLD."scheme") END
      || CASE WHEN OLD."firsts" IS NULL THEN '' ELSE ',"firsts":' || json_quote (OLD."firsts") END
      || CASE WHEN OLD."paper" IS NULL THEN '' ELSE ',"paper":' || json_quote (OLD."paper") END
      || CASE WHEN OLD."font" IS NULL THEN '' ELSE ',"font":' || json_quote (OLD."font") END
      || CASE WHEN OLD."margins" IS NULL THEN '' ELSE ',"margins":' || json_quote (OLD."margins") END
      || CASE WHEN OLD."plain" IS NULL THEN '' ELSE ',"plain":' || json_quote (OLD."plain") END
      || CASE WHEN OLD."poll" IS NULL THEN '' ELSE ',"poll":' || json_quote (OLD."poll") END
      || CASE WHEN OLD."consents" IS NULL THEN '' ELSE ',"consents":' || json_quote (OLD."consents") END
      || CASE WHEN OLD.extra IS NULL OR OLD.extra = '{}' THEN '' ELSE ',' || substr (OLD.extra, 2, length (OLD.extra) - 2) END, 2) || '}'
    FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND OLD.version > 0 AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."pattern", NEW."padding", NEW."scope", NEW."unit", NEW."scheme", NEW."firsts", NEW."paper", NEW."font", NEW."margins", NEW."plain", NEW."poll", NEW."consents") IS NOT (OLD.deleted, OLD."pattern", OLD."padding", OLD."scope", OLD."unit", OLD."scheme", OLD."firsts", OLD."paper", OLD."font", OLD."margins", OLD."plain", OLD."poll", OLD."consents"))
      AND NOT EXISTS (SELECT 1 FROM base WHERE kind = 'numbering' AND uid = OLD.uid);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'numbering', NEW.uid, NEW.area, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, OLD.version, '{' || substr (''
      || CASE WHEN NEW."pattern" IS OLD."pattern" AND ctx.resolve IS NOT 'pattern' THEN '' ELSE ',"pattern":[' || json_quote (OLD."pattern") || ',' || json_quote (NEW."pattern") || ']' END
      || CASE WHEN NEW."padding" IS OLD."padding" AND ctx.resolve IS NOT 'padding' THEN '' ELSE ',"padding":[' || json_quote (OLD."padding") || ',' || json_quote (NEW."padding") || ']' END
      || CASE WHEN NEW."scope" IS OLD."scope" AND ctx.resolve IS NOT 'scope' THEN '' ELSE ',"scope":[' || json_quote (OLD."scope") || ',' || json_quote (NEW."scope") || ']' END
      || CASE WHEN NEW."unit" IS OLD."unit" AND ctx.resolve IS NOT 'unit' THEN '' ELSE ',"unit":[' || json_quote (OLD."unit") || ',' || json_quote (NEW."unit") || ']' END
      || CASE WHEN NEW."scheme" IS OLD."scheme" AND ctx.resolve IS NOT 'scheme' THEN '' ELSE ',"scheme":[' || json_quote (OLD."scheme") || ',' || json_quote (NEW."scheme") || ']' END
      || CASE WHEN NEW."firsts" IS OLD."firsts" AND ctx.resolve IS NOT 'firsts' THEN '' ELSE ',"firsts":[' || json_quote (OLD."firsts") || ',' || json_quote (NEW."firsts") || ']' END
      || CASE WHEN NEW."paper" IS OLD."paper" AND ctx.resolve IS NOT 'paper' THEN '' ELSE ',"paper":[' || json_quote (OLD."paper") || ',' || json_quote (NEW."paper") || ']' END
      || CASE WHEN NEW."font" IS OLD."font" AND ctx.resolve IS NOT 'font' THEN '' ELSE ',"font":[' || json_quote (OLD."font") || ',' || json_quote (NEW."font") || ']' END
      || CASE WHEN NEW."margins" IS OLD."margins" AND ctx.resolve IS NOT 'margins' THEN '' ELSE ',"margins":[' || json_quote (OLD."margins") || ',' || json_quote (NEW."margins") || ']' END
      || CASE WHEN NEW."plain" IS OLD."plain" AND ctx.resolve IS NOT 'plain' THEN '' ELSE ',"plain":[' || json_quote (OLD."plain") || ',' || json_quote (NEW."plain") || ']' END
      || CASE WHEN NEW."poll" IS OLD."poll" AND ctx.resolve IS NOT 'poll' THEN '' ELSE ',"poll":[' || json_quote (OLD."poll") || ',' || json_quote (NEW."poll") || ']' END
      || CASE WHEN NEW."consents" IS OLD."consents" AND ctx.resolve IS NOT 'consents' THEN '' ELSE ',"consents":[' || json_quote (OLD."consents") || ',' || json_quote (NEW."consents") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."pattern", NEW."padding", NEW."scope", NEW."unit", NEW."scheme", NEW."firsts", NEW."paper", NEW."font", NEW."margins", NEW."plain", NEW."poll", NEW."consents") IS NOT (OLD.deleted, OLD."pattern", OLD."padding", OLD."scope", OLD."unit", OLD."scheme", OLD."firsts", OLD."paper", OLD."font", OLD."margins", OLD."plain", OLD."poll", OLD."consents"));
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'numbering', NEW.uid, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, '{' || substr (''
      || CASE WHEN NEW."pattern" IS OLD."pattern" AND ctx.resolve IS NOT 'pattern' THEN '' ELSE ',"pattern":[' || json_quote (OLD."pattern") || ',' || json_quote (NEW."pattern") || ']' END
      || CASE WHEN NEW."padding" IS OLD."padding" AND ctx.resolve IS NOT 'padding' THEN '' ELSE ',"padding":[' || json_quote (OLD."padding") || ',' || json_quote (NEW."padding") || ']' END
      || CASE WHEN NEW."scope" IS OLD."scope" AND ctx.resolve IS NOT 'scope' THEN '' ELSE ',"scope":[' || json_quote (OLD."scope") || ',' || json_quote (NEW."scope") || ']' END
      || CASE WHEN NEW."unit" IS OLD."unit" AND ctx.resolve IS NOT 'unit' THEN '' ELSE ',"unit":[' || json_quote (OLD."unit") || ',' || json_quote (NEW."unit") || ']' END
      || CASE WHEN NEW."scheme" IS OLD."scheme" AND ctx.resolve IS NOT 'scheme' THEN '' ELSE ',"scheme":[' || json_quote (OLD."scheme") || ',' || json_quote (NEW."scheme") || ']' END
      || CASE WHEN NEW."firsts" IS OLD."firsts" AND ctx.resolve IS NOT 'firsts' THEN '' ELSE ',"firsts":[' || json_quote (OLD."firsts") || ',' || json_quote (NEW."firsts") || ']' END
      || CASE WHEN NEW."paper" IS OLD."paper" AND ctx.resolve IS NOT 'paper' THEN '' ELSE ',"paper":[' || json_quote (OLD."paper") || ',' || json_quote (NEW."paper") || ']' END
      || CASE WHEN NEW."font" IS OLD."font" AND ctx.resolve IS NOT 'font' THEN '' ELSE ',"font":[' || json_quote (OLD."font") || ',' || json_quote (NEW."font") || ']' END
      || CASE WHEN NEW."margins" IS OLD."margins" AND ctx.resolve IS NOT 'margins' THEN '' ELSE ',"margins":[' || json_quote (OLD."margins") || ',' || json_quote (NEW."margins") || ']' END
      || CASE WHEN NEW."plain" IS OLD."plain" AND ctx.resolve IS NOT 'plain' THEN '' ELSE ',"plain":[' || json_quote (OLD."plain") || ',' || json_quote (NEW."plain") || ']' END
      || CASE WHEN NEW."poll" IS OLD."poll" AND ctx.resolve IS NOT 'poll' THEN '' ELSE ',"poll":[' || json_quote (OLD."poll") || ',' || json_quote (NEW."poll") || ']' END
      || CASE WHEN NEW."consents" IS OLD."consents" AND ctx.resolve IS NOT 'consents' THEN '' ELSE ',"consents":[' || json_quote (OLD."consents") || ',' || json_quote (NEW."consents") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply' AND (NEW.deleted, NEW."pattern", NEW."padding", NEW."scope", NEW."unit", NEW."scheme", NEW."firsts", NEW."paper", NEW."font", NEW."margins", NEW."plain", NEW."poll", NEW."consents") IS NOT (OLD.deleted, OLD."pattern", OLD."padding", OLD."scope", OLD."unit", OLD."scheme", OLD."firsts", OLD."paper", OLD."font", OLD."margins", OLD."plain", OLD."poll", OLD."consents");
END;
DROP TRIGGER IF EXISTS capture_numbering_delete;
CREATE TRIGGER capture_numbering_delete BEFORE DELETE ON numbering BEGIN
  SELECT RAISE (ABORT, 'records are never deleted');
END;
DROP TRIGGER IF EXISTS capture_incoming_insert;
CREATE TRIGGER capture_incoming_insert AFTER INSERT ON incoming BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'incoming', NEW.uid, NEW.area, 'insert', NEW.version, '{' || substr (''
      || ifnull (',"year":[null,' || NEW."year" || ']', '')
      || CASE WHEN NEW."mark" IS NULL THEN '' ELSE ',"mark":[null,' || json_quote (NEW."mark") || ']' END
      || ifnull (',"number":[null,' || NEW."number" || ']', '')
      || CASE WHEN NEW."received" IS NULL THEN '' ELSE ',"received":[null,' || json_quote (NEW."received") || ']' END
      || CASE WHEN NEW."letter_no" IS NULL THEN '' ELSE ',"letter_no":[null,' || json_quote (NEW."letter_no") || ']' END
      || CASE WHEN NEW."letter_date" IS NULL THEN '' ELSE ',"letter_date":[null,' || json_quote (NEW."letter_date") || ']' END
      || CASE WHEN NEW."sender" IS NULL THEN '' ELSE ',"sender":[null,' || json_quote (NEW."sender") || ']' END
      || CASE WHEN NEW."subject" IS NULL THEN '' ELSE ',"subject":[null,' || json_quote (NEW."subject") || ']' END
      || CASE WHEN NEW."disposition" IS NULL THEN '' ELSE ',"disposition":[null,' || json_quote (NEW."disposition") || ']' END
      || CASE WHEN NEW."note" IS NULL THEN '' ELSE ',"note":[null,' || json_quote (NEW."note") || ']' END
      || CASE WHEN NEW."void_on" IS NULL THEN '' ELSE ',"void_on":[null,' || json_quote (NEW."void_on") || ']' END
      || CASE WHEN NEW."void_reason" IS NULL THEN '' ELSE ',"void_reason":[null,' || json_quote (NEW."void_reason") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local';
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'incoming', NEW.uid, 'insert', '{' || substr (''
      || ifnull (',"year":[null,' || NEW."year" || ']', '')
      || CASE WHEN NEW."mark" IS NULL THEN '' ELSE ',"mark":[null,' || json_quote (NEW."mark") || ']' END
      || ifnull (',"number":[null,' || NEW."number" || ']', '')
      || CASE WHEN NEW."received" IS NULL THEN '' ELSE ',"received":[null,' || json_quote (NEW."received") || ']' END
      || CASE WHEN NEW."letter_no" IS NULL THEN '' ELSE ',"letter_no":[null,' || json_quote (NEW."letter_no") || ']' END
      || CASE WHEN NEW."letter_date" IS NULL THEN '' ELSE ',"letter_date":[null,' || json_quote (NEW."letter_date") || ']' END
      || CASE WHEN NEW."sender" IS NULL THEN '' ELSE ',"sender":[null,' || json_quote (NEW."sender") || ']' END
      || CASE WHEN NEW."subject" IS NULL THEN '' ELSE ',"subject":[null,' || json_quote (NEW."subject") || ']' END
      || CASE WHEN NEW."disposition" IS NULL THEN '' ELSE ',"disposition":[null,' || json_quote (NEW."disposition") || ']' END
      || CASE WHEN NEW."note" IS NULL THEN '' ELSE ',"note":[null,' || json_quote (NEW."note") || ']' END
      || CASE WHEN NEW."void_on" IS NULL THEN '' ELSE ',"void_on":[null,' || json_quote (NEW."void_on") || ']' END
      || CASE WHEN NEW."void_reason" IS NULL THEN '' ELSE ',"void_reason":[null,' || json_quote (NEW."void_reason") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply';
END;
DROP TRIGGER IF EXISTS capture_incoming_update;
CREATE TRIGGER capture_incoming_update AFTER UPDATE ON incoming BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO base (kind, uid, version, data)
    SELECT 'incoming', OLD.uid, OLD.version, '{' || substr (''
      || CASE WHEN OLD."year" IS NULL THEN '' ELSE ',"year":' || json_quote (OLD."year") END
      || CASE WHEN OLD."mark" IS NULL THEN '' ELSE ',"mark":' || json_quote (OLD."mark") END
      || CASE WHEN OLD."number" IS NULL THEN '' ELSE ',"number":' || json_quote (OLD."number") END
      || CASE WHEN OLD."received" IS NULL THEN '' ELSE ',"received":' || json_quote (OLD."received") END
      || CASE WHEN OLD."letter_no" IS NULL THEN '' ELSE ',"letter_no":' || json_quote (OLD."letter_no") END
      || CASE WHEN OLD."letter_date" IS NULL THEN '' ELSE ',"letter_date":' || json_quote (OLD."letter_date") END
      || CASE WHEN OLD."sender" IS NULL THEN '' ELSE ',"sender":' || json_quote (OLD."sender") END
      || CASE WHEN OLD."subject" IS NULL THEN '' ELSE ',"subject":' || json_quote (OLD."subject") END
      || CASE WHEN OLD."disposition" IS NULL THEN '' ELSE ',"disposition":' || json_quote (OLD."disposition") END
      || CASE WHEN OLD."note" IS NULL THEN '' ELSE ',"note":' || json_quote (OLD."note") END
      || CASE WHEN OLD."void_on" IS NULL THEN '' ELSE ',"void_on":' || json_quote (OLD."void_on") END
      || CASE WHEN OLD."void_reason" IS NULL THEN '' ELSE ',"void_reason":' || json_quote (OLD."void_reason") END
      || CASE WHEN OLD.extra IS NULL OR OLD.extra = '{}' THEN '' ELSE ',' || substr (OLD.extra, 2, length (OLD.extra) - 2) END, 2) || '}'
    FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND OLD.version > 0 AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."year", NEW."mark", NEW."number", NEW."received", NEW."letter_no", NEW."letter_date", NEW."sender", NEW."subject", NEW."disposition", NEW."note", NEW."void_on", NEW."void_reason") IS NOT (OLD.deleted, OLD."year", OLD."mark", OLD."number", OLD."received", OLD."letter_no", OLD."letter_date", OLD."sender", OLD."subject", OLD."disposition", OLD."note", OLD."void_on", OLD."void_reason"))
      AND NOT EXISTS (SELECT 1 FROM base WHERE kind = 'incoming' AND uid = OLD.uid);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'incoming', NEW.uid, NEW.area, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, OLD.version, '{' || substr (''
      || CASE WHEN NEW."year" IS OLD."year" AND NEW."mark" IS OLD."mark" AND NEW."number" IS OLD."number" AND ctx.resolve IS NOT 'year' THEN '' ELSE ',"year":[' || json_quote (OLD."year") || ',' || json_quote (NEW."year") || ']' END
      || CASE WHEN NEW."year" IS OLD."year" AND NEW."mark" IS OLD."mark" AND NEW."number" IS OLD."number" AND ctx.resolve IS NOT 'year' THEN '' ELSE ',"mark":[' || json_quote (OLD."mark") || ',' || json_quote (NEW."mark") || ']' END
      || CASE WHEN NEW."year" IS OLD."year" AND NEW."mark" IS OLD."mark" AND NEW."number" IS OLD."number" AND ctx.resolve IS NOT 'year' THEN '' ELSE ',"number":[' || json_quote (OLD."number") || ',' || json_quote (NEW."number") || ']' END
      || CASE WHEN NEW."received" IS OLD."received" AND ctx.resolve IS NOT 'received' THEN '' ELSE ',"received":[' || json_quote (OLD."received") || ',' || json_quote (NEW."received") || ']' END
      || CASE WHEN NEW."letter_no" IS OLD."letter_no" AND ctx.resolve IS NOT 'letter_no' THEN '' ELSE ',"letter_no":[' || json_quote (OLD."letter_no") || ',' || json_quote (NEW."letter_no") || ']' END
      || CASE WHEN NEW."letter_date" IS OLD."letter_date" AND ctx.resolve IS NOT 'letter_date' THEN '' ELSE ',"letter_date":[' || json_quote (OLD."letter_date") || ',' || json_quote (NEW."letter_date") || ']' END
      || CASE WHEN NEW."sender" IS OLD."sender" AND ctx.resolve IS NOT 'sender' THEN '' ELSE ',"sender":[' || json_quote (OLD."sender") || ',' || json_quote (NEW."sender") || ']' END
      || CASE WHEN NEW."subject" IS OLD."subject" AND ctx.resolve IS NOT 'subject' THEN '' ELSE ',"subject":[' || json_quote (OLD."subject") || ',' || json_quote (NEW."subject") || ']' END
      || CASE WHEN NEW."disposition" IS OLD."disposition" AND ctx.resolve IS NOT 'disposition' THEN '' ELSE ',"disposition":[' || json_quote (OLD."disposition") || ',' || json_quote (NEW."disposition") || ']' END
      || CASE WHEN NEW."note" IS OLD."note" AND ctx.resolve IS NOT 'note' THEN '' ELSE ',"note":[' || json_quote (OLD."note") || ',' || json_quote (NEW."note") || ']' END
      || CASE WHEN NEW."void_on" IS OLD."void_on" AND NEW."void_reason" IS OLD."void_reason" AND ctx.resolve IS NOT 'void_on' THEN '' ELSE ',"void_on":[' || json_quote (OLD."void_on") || ',' || json_quote (NEW."void_on") || ']' END
      || CASE WHEN NEW."void_on" IS OLD."void_on" AND NEW."void_reason" IS OLD."void_reason" AND ctx.resolve IS NOT 'void_on' THEN '' ELSE ',"void_reason":[' || json_quote (OLD."void_reason") || ',' || json_quote (NEW."void_reason") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."year", NEW."mark", NEW."number", NEW."received", NEW."letter_no", NEW."letter_date", NEW."sender", NEW."subject", NEW."disposition", NEW."note", NEW."void_on", NEW."void_reason") IS NOT (OLD.deleted, OLD."year", OLD."mark", OLD."number", OLD."received", OLD."letter_no", OLD."letter_date", OLD."sender", OLD."subject", OLD."disposition", OLD."note", OLD."void_on", OLD."void_reason"));
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'incoming', NEW.uid, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, '{' || substr (''
      || CASE WHEN NEW."year" IS OLD."year" AND NEW."mark" IS OLD."mark" AND NEW."number" IS OLD."number" AND ctx.resolve IS NOT 'year' THEN '' ELSE ',"year":[' || json_quote (OLD."year") || ',' || json_quote (NEW."year") || ']' END
      || CASE WHEN NEW."year" IS OLD."year" AND NEW."mark" IS OLD."mark" AND NEW."number" IS OLD."number" AND ctx.resolve IS NOT 'year' THEN '' ELSE ',"mark":[' || json_quote (OLD."mark") || ',' || json_quote (NEW."mark") || ']' END
      || CASE WHEN NEW."year" IS OLD."year" AND NEW."mark" IS OLD."mark" AND NEW."number" IS OLD."number" AND ctx.resolve IS NOT 'year' THEN '' ELSE ',"number":[' || json_quote (OLD."number") || ',' || json_quote (NEW."number") || ']' END
      || CASE WHEN NEW."received" IS OLD."received" AND ctx.resolve IS NOT 'received' THEN '' ELSE ',"received":[' || json_quote (OLD."received") || ',' || json_quote (NEW."received") || ']' END
      || CASE WHEN NEW."letter_no" IS OLD."letter_no" AND ctx.resolve IS NOT 'letter_no' THEN '' ELSE ',"letter_no":[' || json_quote (OLD."letter_no") || ',' || json_quote (NEW."letter_no") || ']' END
      || CASE WHEN NEW."letter_date" IS OLD."letter_date" AND ctx.resolve IS NOT 'letter_date' THEN '' ELSE ',"letter_date":[' || json_quote (OLD."letter_date") || ',' || json_quote (NEW."letter_date") || ']' END
      || CASE WHEN NEW."sender" IS OLD."sender" AND ctx.resolve IS NOT 'sender' THEN '' ELSE ',"sender":[' || json_quote (OLD."sender") || ',' || json_quote (NEW."sender") || ']' END
      || CASE WHEN NEW."subject" IS OLD."subject" AND ctx.resolve IS NOT 'subject' THEN '' ELSE ',"subject":[' || json_quote (OLD."subject") || ',' || json_quote (NEW."subject") || ']' END
      || CASE WHEN NEW."disposition" IS OLD."disposition" AND ctx.resolve IS NOT 'disposition' THEN '' ELSE ',"disposition":[' || json_quote (OLD."disposition") || ',' || json_quote (NEW."disposition") || ']' END
      || CASE WHEN NEW."note" IS OLD."note" AND ctx.resolve IS NOT 'note' THEN '' ELSE ',"note":[' || json_quote (OLD."note") || ',' || json_quote (NEW."note") || ']' END
      || CASE WHEN NEW."void_on" IS OLD."void_on" AND NEW."void_reason" IS OLD."void_reason" AND ctx.resolve IS NOT 'void_on' THEN '' ELSE ',"void_on":[' || json_quote (OLD."void_on") || ',' || json_quote (NEW."void_on") || ']' END
      || CASE WHEN NEW."void_on" IS OLD."void_on" AND NEW."void_reason" IS OLD."void_reason" AND ctx.resolve IS NOT 'void_on' THEN '' ELSE ',"void_reason":[' || json_quote (OLD."void_reason") || ',' || json_quote (NEW."void_reason") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply' AND (NEW.deleted, NEW."year", NEW."mark", NEW."number", NEW."received", NEW."letter_no", NEW."letter_date", NEW."sender", NEW."subject", NEW."disposition", NEW."note", NEW."void_on", NEW."void_reason") IS NOT (OLD.deleted, OLD."year", OLD."mark", OLD."number", OLD."received", OLD."letter_no", OLD."letter_date", OLD."sender", OLD."subject", OLD."disposition", OLD."note", OLD."void_on", OLD."void_reason");
END;
DROP TRIGGER IF EXISTS capture_incoming_delete;
CREATE TRIGGER capture_incoming_delete BEFORE DELETE ON incoming BEGIN
  SELECT RAISE (ABORT, 'records are never deleted');
END;
DROP TRIGGER IF EXISTS capture_desk_insert;
CREATE TRIGGER capture_desk_insert AFTER INSERT ON desk BEGIN
  SELECT RAISE (ABORT, 'owned by the server') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx WHERE mode = 'apply');
END;
DROP TRIGGER IF EXISTS capture_desk_update;
CREATE TRIGGER capture_desk_update AFTER UPDATE ON desk BEGIN
  SELECT RAISE (ABORT, 'owned by the server') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx WHERE mode = 'apply');
END;
DROP TRIGGER IF EXISTS capture_desk_delete;
CREATE TRIGGER capture_desk_delete BEFORE DELETE ON desk BEGIN
  SELECT RAISE (ABORT, 'records are never deleted');
END;
DROP TRIGGER IF EXISTS capture_opinion_insert;
CREATE TRIGGER capture_opinion_insert AFTER INSERT ON opinion BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'opinion', NEW.uid, NEW.area, 'insert', NEW.version, '{' || substr (''
      || CASE WHEN NEW."month" IS NULL THEN '' ELSE ',"month":[null,' || json_quote (NEW."month") || ']' END
      || CASE WHEN NEW."type" IS NULL THEN '' ELSE ',"type":[null,' || json_quote (NEW."type") || ']' END
      || ifnull (',"answer":[null,' || NEW."answer" || ']', ''), 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local';
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'opinion', NEW.uid, 'insert', '{' || substr (''
      || CASE WHEN NEW."month" IS NULL THEN '' ELSE ',"month":[null,' || json_quote (NEW."month") || ']' END
      || CASE WHEN NEW."type" IS NULL THEN '' ELSE ',"type":[null,' || json_quote (NEW."type") || ']' END
      || ifnull (',"answer":[null,' || NEW."answer" || ']', ''), 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply';
END;
DROP TRIGGER IF EXISTS capture_opinion_update;
CREATE TRIGGER capture_opinion_update AFTER UPDATE ON opinion BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO base (kind, uid, version, data)
    SELECT 'opinion', OLD.uid, OLD.version, '{' || substr (''
      || CASE WHEN OLD."month" IS NULL THEN '' ELSE ',"month":' || json_quote (OLD."month") END
      || CASE WHEN OLD."type" IS NULL THEN '' ELSE ',"type":' || json_quote (OLD."type") END
      || CASE WHEN OLD."answer" IS NULL THEN '' ELSE ',"answer":' || json_quote (OLD."answer") END
      || CASE WHEN OLD.extra IS NULL OR OLD.extra = '{}' THEN '' ELSE ',' || substr (OLD.extra, 2, length (OLD.extra) - 2) END, 2) || '}'
    FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND OLD.version > 0 AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."month", NEW."type", NEW."answer") IS NOT (OLD.deleted, OLD."month", OLD."type", OLD."answer"))
      AND NOT EXISTS (SELECT 1 FROM base WHERE kind = 'opinion' AND uid = OLD.uid);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'opinion', NEW.uid, NEW.area, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, OLD.version, '{' || substr (''
      || CASE WHEN NEW."month" IS OLD."month" AND ctx.resolve IS NOT 'month' THEN '' ELSE ',"month":[' || json_quote (OLD."month") || ',' || json_quote (NEW."month") || ']' END
      || CASE WHEN NEW."type" IS OLD."type" AND ctx.resolve IS NOT 'type' THEN '' ELSE ',"type":[' || json_quote (OLD."type") || ',' || json_quote (NEW."type") || ']' END
      || CASE WHEN NEW."answer" IS OLD."answer" AND ctx.resolve IS NOT 'answer' THEN '' ELSE ',"answer":[' || json_quote (OLD."answer") || ',' || json_quote (NEW."answer") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."month", NEW."type", NEW."answer") IS NOT (OLD.deleted, OLD."month", OLD."type", OLD."answer"));
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'opinion', NEW.uid, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, '{' || substr (''
      || CASE WHEN NEW."month" IS OLD."month" AND ctx.resolve IS NOT 'month' THEN '' ELSE ',"month":[' || json_quote (OLD."month") || ',' || json_quote (NEW."month") || ']' END
      || CASE WHEN NEW."type" IS OLD."type" AND ctx.resolve IS NOT 'type' THEN '' ELSE ',"type":[' || json_quote (OLD."type") || ',' || json_quote (NEW."type") || ']' END
      || CASE WHEN NEW."answer" IS OLD."answer" AND ctx.resolve IS NOT 'answer' THEN '' ELSE ',"answer":[' || json_quote (OLD."answer") || ',' || json_quote (NEW."answer") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply' AND (NEW.deleted, NEW."month", NEW."type", NEW."answer") IS NOT (OLD.deleted, OLD."month", OLD."type", OLD."answer");
END;
DROP TRIGGER IF EXISTS capture_opinion_delete;
CREATE TRIGGER capture_opinion_delete BEFORE DELETE ON opinion BEGIN
  SELECT RAISE (ABORT, 'records are never deleted');
END;
