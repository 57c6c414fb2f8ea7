BEGIN TRANSACTION;
CREATE TABLE answer (
  device TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, uid TEXT NOT NULL, hash TEXT NOT NULL, result TEXT NOT NULL, payload TEXT,
  PRIMARY KEY (device, epoch, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO "answer" VALUES('lpKSFKjKTQKays9d0L6nlw',1,1,'772CAvVzT4iEG4vU8pTeqQ','YWo8N-bqUmA_lKHhsDiUeLmWCUFsKSVIOjPOHTE1fIY','{"seq":1,"o":"applied"}',NULL);
INSERT INTO "answer" VALUES('lpKSFKjKTQKays9d0L6nlw',1,2,'Nv0P672ZShmWonYfyxiHtw','oYAw77DARe70cr23khYpwtj9BAEiKoj0-9NwiJF_LLY','{"seq":2,"o":"applied"}',NULL);
INSERT INTO "answer" VALUES('mb_4VllQQB-Hn0OchO8q6w',1,1,'MLcvmCzISTO6Mlul04x7_A','VIQb_sqowEha_8TIAUYVhSCA1XfZeU0MKtJH6RzmCY8','{"seq":1,"o":"applied"}',NULL);
INSERT INTO "answer" VALUES('mb_4VllQQB-Hn0OchO8q6w',1,2,'4-tGuSu-ixOzwRhCa9ZH2A','E5J96u7ubTGdVlGSUadcP7h8Wr5Mno2sXfyze9-25Xs','{"seq":2,"o":"applied"}',NULL);
INSERT INTO "answer" VALUES('mb_4VllQQB-Hn0OchO8q6w',1,3,'4WvOma4ATfCvHQMXsSMcGg','oMgBeXpTTfSESjKGGFz3MhjrvK0YWlMjrqonfKTZfio','{"seq":3,"o":"applied"}',NULL);
INSERT INTO "answer" VALUES('mb_4VllQQB-Hn0OchO8q6w',1,4,'Nv0P672ZShmWonYfyxiHtw','bmb8aRfrHrPPFa5o66_4V-Q72-xxqXqsc7fn0I3zFiQ','{"seq":4,"o":"applied"}',NULL);
INSERT INTO "answer" VALUES('mb_4VllQQB-Hn0OchO8q6w',1,5,'DRYp0dwaQc6Kc_NPi297NA','t-2cmwum5WYFU3wyFezZ0ECCpNW078q43uDGrNb3ys0','{"seq":5,"o":"applied"}',NULL);
INSERT INTO "answer" VALUES('mb_4VllQQB-Hn0OchO8q6w',1,6,'b-TxlvzhQ-aWEnpSRzWFxQ','M4DiAD55aVEEqvaETnP17PxaS11B4BuVfeoGD8m2O7E','{"seq":6,"o":"applied"}',NULL);
INSERT INTO "answer" VALUES('mb_4VllQQB-Hn0OchO8q6w',1,7,'5gWNuR_kT56Hsd4zoTMJJg','6VvhDscs0sVgasdY-JQRN07pSt4WzOD4n-0USozOF88','{"seq":7,"o":"applied"}',NULL);
INSERT INTO "answer" VALUES('mb_4VllQQB-Hn0OchO8q6w',1,8,'uhC39_s4RSWWvnjXAn4d3g','QepH-a5lY1gy8HZ6DT6isQxhc98E-9nrPSa9hjJmDvE','{"seq":8,"o":"applied"}',NULL);
INSERT INTO "answer" VALUES('mb_4VllQQB-Hn0OchO8q6w',1,9,'oVCecHmjQZeyQorL5XxSoQ','wRyTXfHBJbjD7Odi73Pn4bzkb1cQuTG_HacjeJwHFrc','{"seq":9,"o":"applied"}',NULL);
INSERT INTO "answer" VALUES('mb_4VllQQB-Hn0OchO8q6w',1,10,'DHNoSKUoSUy2H1CizjIAyQ','2uv1Fw9Wdgg7H-6vKoxFKOtWBxU7tpNyegqrLy-ON14','{"seq":10,"o":"applied"}',NULL);
INSERT INTO "answer" VALUES('mb_4VllQQB-Hn0OchO8q6w',1,11,'meFQV8V6THijBmHwoercxA','iI0RIMhTlVGwIsyg8pVyeItwPvNQYX4TjVUJwdDXUUU','{"seq":11,"o":"applied"}',NULL);
INSERT INTO "answer" VALUES('mb_4VllQQB-Hn0OchO8q6w',1,12,'wmtDYjuiTCSMJ2nm95Ci3Q','-T7qmfMt27dM2ftvcSKQWK0mqdI0EowUWB7D__CPF1o','{"seq":12,"o":"applied"}',NULL);
INSERT INTO "answer" VALUES('mb_4VllQQB-Hn0OchO8q6w',1,13,'Hh3F2RFqTfqtuoJNxZudmA','P79A0ueHqlx0LMS05qJYdxGBSOyNEHbvBiQYY2xjtXY','{"seq":13,"o":"applied"}',NULL);
INSERT INTO "answer" VALUES('mb_4VllQQB-Hn0OchO8q6w',1,14,'4Deqml7JTH2DJC4JnQV5vA','n6Ixpwigoik_S2g999hd-YMrm5U31gWgWFcm0q9oCqY','{"seq":14,"o":"applied"}',NULL);
INSERT INTO "answer" VALUES('mb_4VllQQB-Hn0OchO8q6w',1,15,'Qn6OMPnoTrinl2LuyaefDg','XHWebTFx-BYmC3phAusJ3QkL7ADrMlX-AojZIHGCYqA','{"seq":15,"o":"applied"}',NULL);
INSERT INTO "answer" VALUES('mb_4VllQQB-Hn0OchO8q6w',1,16,'j03ZiDo1TLaecy9Fv_xCHA','FF281FdaWyFW6KWFyJJcM6d720f72l38MRSXRydk4gU','{"seq":16,"o":"applied"}',NULL);
INSERT INTO "answer" VALUES('mb_4VllQQB-Hn0OchO8q6w',1,17,'Nv0P672ZShmWonYfyxiHtw','i5kVUZS3j_KS25C0_90gFMUvxwvPTW2mXPdbfbvJo24','{"seq":17,"o":"conflict","v":3,"conflicts":[{"uid":"eUhrSkSwg6a-ULLac6Nxiw","area":"35.22.28.2004","v":1,"data":{"subject_kind":"resident","subject_uid":"Nv0P672ZShmWonYfyxiHtw","field":"occupation","base":"{\"occupation\":9}","current":"{\"occupation\":8}","current_by":"Operator dua","current_t":1793000000,"other":"[{\"values\":{\"occupation\":15},\"by\":\"Operator satu\",\"t\":1793000000}]"}}]}',NULL);
CREATE TABLE code (hash TEXT PRIMARY KEY, level TEXT NOT NULL, area TEXT NOT NULL, made INTEGER NOT NULL, device TEXT) STRICT, WITHOUT ROWID;
INSERT INTO "code" VALUES('Le-XkQWA72NXoSH6_7YOQd2lqWiMA-CIjj0CuhX6_gk','village','35.22.28.2004',1793000000,'mb_4VllQQB-Hn0OchO8q6w');
INSERT INTO "code" VALUES('eVKFaGU68-xcsAqF_vcGsV_NSuS6OPejzvGwVj_9gYk','village','35.22.28.2004',1793000000,'lpKSFKjKTQKays9d0L6nlw');
CREATE TABLE device (
  id TEXT PRIMARY KEY, public_key TEXT NOT NULL UNIQUE, level TEXT NOT NULL, area TEXT NOT NULL, epoch INTEGER NOT NULL DEFAULT 1, high INTEGER NOT NULL DEFAULT 0,
  made INTEGER NOT NULL, last_contact INTEGER NOT NULL DEFAULT 0, waiting INTEGER NOT NULL DEFAULT 0, held INTEGER NOT NULL DEFAULT 0,
  app_version TEXT, revoked INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
INSERT INTO "device" VALUES('lpKSFKjKTQKays9d0L6nlw','Y25jRrrNkpt6Lqg5224qpGPQKg3hFieGeWgsDXziTFA','village','35.22.28.2004',1,2,1793000000,1793000000,0,0,'0.1.0',0);
INSERT INTO "device" VALUES('mb_4VllQQB-Hn0OchO8q6w','27I-2-HJI-90fQGcKt1xdIEDQ7XFuJb9cpTrgVNrOfc','village','35.22.28.2004',1,17,1793000000,1793000000,0,0,'0.1.0',0);
CREATE TABLE feed_head (one INTEGER PRIMARY KEY CHECK (one = 1), head INTEGER NOT NULL) STRICT;
INSERT INTO "feed_head" VALUES(1,28);
CREATE TABLE finding (uid TEXT NOT NULL, rule TEXT NOT NULL, PRIMARY KEY (uid, rule)) STRICT, WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('epoch','1');
INSERT INTO "meta" VALUES('regency','35.22');
INSERT INTO "meta" VALUES('server_id','Pu_oKXIEQXqtLQnzK6in8A');
CREATE TABLE record (
  uid TEXT PRIMARY KEY, kind TEXT NOT NULL, area TEXT NOT NULL, version INTEGER NOT NULL, num INTEGER NOT NULL,
  last_device TEXT NOT NULL, other_num INTEGER NOT NULL, other_version INTEGER NOT NULL,
  by TEXT NOT NULL, act TEXT NOT NULL, t INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0, data TEXT NOT NULL, number TEXT, link TEXT, groups TEXT
) STRICT;
INSERT INTO "record" VALUES('ADpYC49Eg2iTHzwmFEjR8Q','place','35.22.28.2004',8,28,'',0,0,'','',1793000000,0,'{"last_contact":1793000000,"waiting":0,"held":0,"app_version":"0.1.0"}',NULL,NULL,NULL);
INSERT INTO "record" VALUES('MLcvmCzISTO6Mlul04x7_A','account','35.22.28.2004',1,2,'mb_4VllQQB-Hn0OchO8q6w',0,0,'','account.init',1793000000,0,'{"name":"Operator satu","duty":1}',NULL,NULL,NULL);
INSERT INTO "record" VALUES('4-tGuSu-ixOzwRhCa9ZH2A','area','35.22.28.2004',1,3,'mb_4VllQQB-Hn0OchO8q6w',0,0,'Operator satu','family.register',1793000000,0,'{"dusun":"CLEBUNG","rw":"001","rt":"003"}',NULL,NULL,NULL);
INSERT INTO "record" VALUES('4WvOma4ATfCvHQMXsSMcGg','family','35.22.28.2004',1,4,'mb_4VllQQB-Hn0OchO8q6w',0,0,'Operator satu','family.register',1793000000,0,'{"kk_number":"3522281404190118","address":"JL. RAYA MOJODELIK NO. 14","dusun":"CLEBUNG","rw":"001","rt":"003","postcode":"62154"}','3522281404190118',NULL,NULL);
INSERT INTO "record" VALUES('Nv0P672ZShmWonYfyxiHtw','resident','35.22.28.2004',3,27,'mb_4VllQQB-Hn0OchO8q6w',23,2,'Operator dua','resident.correct',1793000000,0,'{"nik":"3522041208760001","name":"SUTRISNO","sex":1,"birth_place":"BOJONEGORO","birth_date":"1976-08-12","religion":1,"education":5,"occupation":8,"marital_status":2,"nationality":1,"blood_type":4,"father_name":"KASMIN","mother_name":"SUKINEM","family_uid":"4WvOma4ATfCvHQMXsSMcGg","shdk":1,"marriage_date":"2001-05-04"}','3522041208760001',NULL,'{"*":{"v":1,"d":"mb_4VllQQB-Hn0OchO8q6w","by":"Operator satu","t":1793000000},"occupation":{"v":2,"d":"lpKSFKjKTQKays9d0L6nlw","by":"Operator dua","t":1793000000},"?occupation/mb_4VllQQB-Hn0OchO8q6w":{"v":3,"d":"mb_4VllQQB-Hn0OchO8q6w","t":0}}');
INSERT INTO "record" VALUES('DRYp0dwaQc6Kc_NPi297NA','resident','35.22.28.2004',1,6,'mb_4VllQQB-Hn0OchO8q6w',0,0,'Operator satu','family.register',1793000000,0,'{"nik":"3522045709780002","name":"SITI AMINAH","sex":2,"birth_place":"BOJONEGORO","birth_date":"1978-09-17","religion":1,"education":4,"occupation":2,"marital_status":2,"nationality":1,"blood_type":4,"father_name":"KASMURI","mother_name":"SITI MARYAM","family_uid":"4WvOma4ATfCvHQMXsSMcGg","shdk":3,"marriage_date":"2001-05-04"}','3522045709780002',NULL,NULL);
INSERT INTO "record" VALUES('b-TxlvzhQ-aWEnpSRzWFxQ','resident','35.22.28.2004',1,7,'mb_4VllQQB-Hn0OchO8q6w',0,0,'Operator satu','family.register',1793000000,0,'{"nik":"3522040303080001","name":"DIMAS ADI PRATAMA","sex":1,"birth_place":"BOJONEGORO","birth_date":"2008-03-03","religion":1,"education":4,"occupation":3,"marital_status":1,"nationality":1,"father_name":"SUTRISNO","mother_name":"SITI AMINAH","family_uid":"4WvOma4ATfCvHQMXsSMcGg","shdk":4}','3522040303080001',NULL,NULL);
INSERT INTO "record" VALUES('5gWNuR_kT56Hsd4zoTMJJg','resident','35.22.28.2004',1,8,'mb_4VllQQB-Hn0OchO8q6w',0,0,'Operator satu','family.register',1793000000,0,'{"nik":"3522282105110003","name":"RIZKY MAULANA","sex":1,"birth_place":"BOJONEGORO","birth_date":"2011-05-21","religion":1,"education":3,"occupation":3,"marital_status":1,"nationality":1,"blood_type":2,"father_name":"SUTRISNO","mother_name":"SITI AMINAH","family_uid":"4WvOma4ATfCvHQMXsSMcGg","shdk":4}','3522282105110003',NULL,NULL);
INSERT INTO "record" VALUES('uhC39_s4RSWWvnjXAn4d3g','event','35.22.28.2004',1,9,'mb_4VllQQB-Hn0OchO8q6w',0,0,'Operator satu','family.register',1793000000,0,'{"type":20,"family_uid":"4WvOma4ATfCvHQMXsSMcGg","date":"2026-10-26"}',NULL,NULL,NULL);
INSERT INTO "record" VALUES('oVCecHmjQZeyQorL5XxSoQ','event','35.22.28.2004',1,10,'mb_4VllQQB-Hn0OchO8q6w',0,0,'Operator satu','family.register',1793000000,0,'{"type":1,"resident_uid":"Nv0P672ZShmWonYfyxiHtw","date":"2026-10-26"}',NULL,NULL,NULL);
INSERT INTO "record" VALUES('DHNoSKUoSUy2H1CizjIAyQ','event','35.22.28.2004',1,11,'mb_4VllQQB-Hn0OchO8q6w',0,0,'Operator satu','family.register',1793000000,0,'{"type":1,"resident_uid":"DRYp0dwaQc6Kc_NPi297NA","date":"2026-10-26"}',NULL,NULL,NULL);
INSERT INTO "record" VALUES('meFQV8V6THijBmHwoercxA','event','35.22.28.2004',1,12,'mb_4VllQQB-Hn0OchO8q6w',0,0,'Operator satu','family.register',1793000000,0,'{"type":1,"resident_uid":"b-TxlvzhQ-aWEnpSRzWFxQ","date":"2026-10-26"}',NULL,NULL,NULL);
INSERT INTO "record" VALUES('wmtDYjuiTCSMJ2nm95Ci3Q','event','35.22.28.2004',1,13,'mb_4VllQQB-Hn0OchO8q6w',0,0,'Operator satu','family.register',1793000000,0,'{"type":1,"resident_uid":"5gWNuR_kT56Hsd4zoTMJJg","date":"2026-10-26"}',NULL,NULL,NULL);
INSERT INTO "record" VALUES('Hh3F2RFqTfqtuoJNxZudmA','family','35.22.28.2004',1,14,'mb_4VllQQB-Hn0OchO8q6w',0,0,'Operator satu','family.register',1793000000,0,'{"kk_number":"3522280203150021","address":"JL. MASJID NO. 3","dusun":"CLEBUNG","rw":"001","rt":"003","postcode":"62154"}','3522280203150021',NULL,NULL);
INSERT INTO "record" VALUES('4Deqml7JTH2DJC4JnQV5vA','resident','35.22.28.2004',1,15,'mb_4VllQQB-Hn0OchO8q6w',0,0,'Operator satu','family.register',1793000000,0,'{"nik":"3522044101510004","name":"PONIYEM","sex":2,"birth_place":"BOJONEGORO","birth_date":"1951-01-01","religion":1,"education":2,"occupation":20,"marital_status":4,"nationality":1,"father_name":"WAGIMAN","mother_name":"LEGINEM","family_uid":"Hh3F2RFqTfqtuoJNxZudmA","shdk":1}','3522044101510004',NULL,NULL);
INSERT INTO "record" VALUES('Qn6OMPnoTrinl2LuyaefDg','event','35.22.28.2004',1,16,'mb_4VllQQB-Hn0OchO8q6w',0,0,'Operator satu','family.register',1793000000,0,'{"type":20,"family_uid":"Hh3F2RFqTfqtuoJNxZudmA","date":"2026-10-26"}',NULL,NULL,NULL);
INSERT INTO "record" VALUES('j03ZiDo1TLaecy9Fv_xCHA','event','35.22.28.2004',1,17,'mb_4VllQQB-Hn0OchO8q6w',0,0,'Operator satu','family.register',1793000000,0,'{"type":1,"resident_uid":"4Deqml7JTH2DJC4JnQV5vA","date":"2026-10-26"}',NULL,NULL,NULL);
INSERT INTO "record" VALUES('772CAvVzT4iEG4vU8pTeqQ','account','35.22.28.2004',1,20,'lpKSFKjKTQKays9d0L6nlw',0,0,'','account.init',1793000000,0,'{"name":"Operator dua","duty":1}',NULL,NULL,NULL);
INSERT INTO "record" VALUES('eUhrSkSwg6a-ULLac6Nxiw','conflict','35.22.28.2004',1,26,'',0,0,'','',1793000000,0,'{"subject_kind":"resident","subject_uid":"Nv0P672ZShmWonYfyxiHtw","field":"occupation","base":"{\"occupation\":9}","current":"{\"occupation\":8}","current_by":"Operator dua","current_t":1793000000,"other":"[{\"values\":{\"occupation\":15},\"by\":\"Operator satu\",\"t\":1793000000}]"}',NULL,NULL,NULL);
CREATE INDEX device_area ON device (area);
CREATE INDEX record_feed ON record (area, num);
CREATE INDEX record_number ON record (number) WHERE number IS NOT NULL;
CREATE INDEX record_link ON record (link) WHERE link IS NOT NULL;
CREATE INDEX record_conflict ON record (area) WHERE kind = 'conflict';
CREATE INDEX answer_held ON answer (device, epoch, uid) WHERE payload IS NOT NULL;
COMMIT;
PRAGMA user_version = 1;
