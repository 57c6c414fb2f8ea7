BEGIN TRANSACTION;
CREATE TABLE access_log (id INTEGER PRIMARY KEY, t INTEGER NOT NULL, actor TEXT NOT NULL, what TEXT NOT NULL, uid TEXT) STRICT;
CREATE TABLE account (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, area TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, extra TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  name TEXT, duty INTEGER, closed TEXT
) STRICT;
INSERT INTO "account" VALUES(1,'MLcvmCzISTO6Mlul04x7_A','35.22.28.2004',1,NULL,0,'Operator satu',1,NULL);
INSERT INTO "account" VALUES(2,'772CAvVzT4iEG4vU8pTeqQ','35.22.28.2004',1,NULL,0,'Operator dua',1,NULL);
CREATE TABLE account_secret (account_uid TEXT PRIMARY KEY, verifier TEXT NOT NULL, recovery TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "account_secret" VALUES('MLcvmCzISTO6Mlul04x7_A','$argon2id$v=19$m=32768,t=3,p=1$DmmWvW4a5eogk+pK+hKyag$NkbQ4blzg5Zru7u4okaZ4fsRF3urRtK9WGv7ZWvPcDs','$argon2id$v=19$m=32768,t=3,p=1$EhvyS3pLBZGlS1714fGWag$2HMLtiYm2ZCKonndcPFoXFb00N1f4fkhklKONYwB+Pc');
CREATE TABLE area (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, area TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, extra TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  dusun TEXT, rw TEXT, rt TEXT
) STRICT;
INSERT INTO "area" VALUES(1,'4-tGuSu-ixOzwRhCa9ZH2A','35.22.28.2004',1,NULL,0,'CLEBUNG','001','003');
INSERT INTO "area" VALUES(2,'W8EtHQduiS61GeXOa5Uzwg','35.22.28.2004',0,NULL,0,'SAMBIROTO','003','007');
CREATE TABLE base (kind TEXT NOT NULL, uid TEXT NOT NULL, version INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (kind, uid)) STRICT, WITHOUT ROWID;
INSERT INTO "base" VALUES('resident','DRYp0dwaQc6Kc_NPi297NA',1,'{"nik":"3522045709780002","name":"SITI AMINAH","sex":2,"birth_place":"BOJONEGORO","birth_date":"1978-09-17","religion":1,"education":4,"occupation":2,"marital_status":2,"nationality":1,"blood_type":4,"father_name":"KASMURI","mother_name":"SITI MARYAM","family_uid":"4WvOma4ATfCvHQMXsSMcGg","shdk":3,"marriage_date":"2001-05-04"}');
CREATE TABLE change (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, tx INTEGER NOT NULL, n INTEGER NOT NULL DEFAULT 0,
  kind TEXT NOT NULL, uid TEXT NOT NULL, area TEXT NOT NULL, op TEXT NOT NULL, base INTEGER NOT NULL, "set" TEXT NOT NULL,
  actor TEXT NOT NULL, act TEXT NOT NULL, reason TEXT, t INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'held', 'acked')), result TEXT
) STRICT;
INSERT INTO "change" VALUES(1,1,1,'account','MLcvmCzISTO6Mlul04x7_A','35.22.28.2004','insert',0,'{"name":[null,"Operator satu"],"duty":[null,1]}','MLcvmCzISTO6Mlul04x7_A','account.init',NULL,1793000000,'acked','{"o":"applied"}');
INSERT INTO "change" VALUES(2,2,11,'area','4-tGuSu-ixOzwRhCa9ZH2A','35.22.28.2004','insert',0,'{"dusun":[null,"CLEBUNG"],"rw":[null,"001"],"rt":[null,"003"]}','MLcvmCzISTO6Mlul04x7_A','family.register',NULL,1793000000,'acked','{"o":"applied"}');
INSERT INTO "change" VALUES(3,2,11,'family','4WvOma4ATfCvHQMXsSMcGg','35.22.28.2004','insert',0,'{"kk_number":[null,"3522281404190118"],"address":[null,"JL. RAYA MOJODELIK NO. 14"],"dusun":[null,"CLEBUNG"],"rw":[null,"001"],"rt":[null,"003"],"postcode":[null,"62154"]}','MLcvmCzISTO6Mlul04x7_A','family.register',NULL,1793000000,'acked','{"o":"applied"}');
INSERT INTO "change" VALUES(4,2,11,'resident','Nv0P672ZShmWonYfyxiHtw','35.22.28.2004','insert',0,'{"nik":[null,"3522041208760001"],"name":[null,"SUTRISNO"],"sex":[null,1],"birth_place":[null,"BOJONEGORO"],"birth_date":[null,"1976-08-12"],"religion":[null,1],"education":[null,5],"occupation":[null,9],"marital_status":[null,2],"nationality":[null,1],"blood_type":[null,4],"father_name":[null,"KASMIN"],"mother_name":[null,"SUKINEM"],"family_uid":[null,"4WvOma4ATfCvHQMXsSMcGg"],"shdk":[null,1],"marriage_date":[null,"2001-05-04"]}','MLcvmCzISTO6Mlul04x7_A','family.register',NULL,1793000000,'acked','{"o":"applied"}');
INSERT INTO "change" VALUES(5,2,11,'resident','DRYp0dwaQc6Kc_NPi297NA','35.22.28.2004','insert',0,'{"nik":[null,"3522045709780002"],"name":[null,"SITI AMINAH"],"sex":[null,2],"birth_place":[null,"BOJONEGORO"],"birth_date":[null,"1978-09-17"],"religion":[null,1],"education":[null,4],"occupation":[null,2],"marital_status":[null,2],"nationality":[null,1],"blood_type":[null,4],"father_name":[null,"KASMURI"],"mother_name":[null,"SITI MARYAM"],"family_uid":[null,"4WvOma4ATfCvHQMXsSMcGg"],"shdk":[null,3],"marriage_date":[null,"2001-05-04"]}','MLcvmCzISTO6Mlul04x7_A','family.register',NULL,1793000000,'acked','{"o":"applied"}');
INSERT INTO "change" VALUES(6,2,11,'resident','b-TxlvzhQ-aWEnpSRzWFxQ','35.22.28.2004','insert',0,'{"nik":[null,"3522040303080001"],"name":[null,"DIMAS ADI PRATAMA"],"sex":[null,1],"birth_place":[null,"BOJONEGORO"],"birth_date":[null,"2008-03-03"],"religion":[null,1],"education":[null,4],"occupation":[null,3],"marital_status":[null,1],"nationality":[null,1],"father_name":[null,"SUTRISNO"],"mother_name":[null,"SITI AMINAH"],"family_uid":[null,"4WvOma4ATfCvHQMXsSMcGg"],"shdk":[null,4]}','MLcvmCzISTO6Mlul04x7_A','family.register',NULL,1793000000,'acked','{"o":"applied"}');
INSERT INTO "change" VALUES(7,2,11,'resident','5gWNuR_kT56Hsd4zoTMJJg','35.22.28.2004','insert',0,'{"nik":[null,"3522282105110003"],"name":[null,"RIZKY MAULANA"],"sex":[null,1],"birth_place":[null,"BOJONEGORO"],"birth_date":[null,"2011-05-21"],"religion":[null,1],"education":[null,3],"occupation":[null,3],"marital_status":[null,1],"nationality":[null,1],"blood_type":[null,2],"father_name":[null,"SUTRISNO"],"mother_name":[null,"SITI AMINAH"],"family_uid":[null,"4WvOma4ATfCvHQMXsSMcGg"],"shdk":[null,4]}','MLcvmCzISTO6Mlul04x7_A','family.register',NULL,1793000000,'acked','{"o":"applied"}');
INSERT INTO "change" VALUES(8,2,11,'event','uhC39_s4RSWWvnjXAn4d3g','35.22.28.2004','insert',0,'{"type":[null,20],"family_uid":[null,"4WvOma4ATfCvHQMXsSMcGg"],"date":[null,"2026-10-26"]}','MLcvmCzISTO6Mlul04x7_A','family.register',NULL,1793000000,'acked','{"o":"applied"}');
INSERT INTO "change" VALUES(9,2,11,'event','oVCecHmjQZeyQorL5XxSoQ','35.22.28.2004','insert',0,'{"type":[null,1],"resident_uid":[null,"Nv0P672ZShmWonYfyxiHtw"],"date":[null,"2026-10-26"]}','MLcvmCzISTO6Mlul04x7_A','family.register',NULL,1793000000,'acked','{"o":"applied"}');
INSERT INTO "change" VALUES(10,2,11,'event','DHNoSKUoSUy2H1CizjIAyQ','35.22.28.2004','insert',0,'{"type":[null,1],"resident_uid":[null,"DRYp0dwaQc6Kc_NPi297NA"],"date":[null,"2026-10-26"]}','MLcvmCzISTO6Mlul04x7_A','family.register',NULL,1793000000,'acked','{"o":"applied"}');
INSERT INTO "change" VALUES(11,2,11,'event','meFQV8V6THijBmHwoercxA','35.22.28.2004','insert',0,'{"type":[null,1],"resident_uid":[null,"b-TxlvzhQ-aWEnpSRzWFxQ"],"date":[null,"2026-10-26"]}','MLcvmCzISTO6Mlul04x7_A','family.register',NULL,1793000000,'acked','{"o":"applied"}');
INSERT INTO "change" VALUES(12,2,11,'event','wmtDYjuiTCSMJ2nm95Ci3Q','35.22.28.2004','insert',0,'{"type":[null,1],"resident_uid":[null,"5gWNuR_kT56Hsd4zoTMJJg"],"date":[null,"2026-10-26"]}','MLcvmCzISTO6Mlul04x7_A','family.register',NULL,1793000000,'acked','{"o":"applied"}');
INSERT INTO "change" VALUES(13,13,4,'family','Hh3F2RFqTfqtuoJNxZudmA','35.22.28.2004','insert',0,'{"kk_number":[null,"3522280203150021"],"address":[null,"JL. MASJID NO. 3"],"dusun":[null,"CLEBUNG"],"rw":[null,"001"],"rt":[null,"003"],"postcode":[null,"62154"]}','MLcvmCzISTO6Mlul04x7_A','family.register',NULL,1793000000,'acked','{"o":"applied"}');
INSERT INTO "change" VALUES(14,13,4,'resident','4Deqml7JTH2DJC4JnQV5vA','35.22.28.2004','insert',0,'{"nik":[null,"3522044101510004"],"name":[null,"PONIYEM"],"sex":[null,2],"birth_place":[null,"BOJONEGORO"],"birth_date":[null,"1951-01-01"],"religion":[null,1],"education":[null,2],"occupation":[null,20],"marital_status":[null,4],"nationality":[null,1],"father_name":[null,"WAGIMAN"],"mother_name":[null,"LEGINEM"],"family_uid":[null,"Hh3F2RFqTfqtuoJNxZudmA"],"shdk":[null,1]}','MLcvmCzISTO6Mlul04x7_A','family.register',NULL,1793000000,'acked','{"o":"applied"}');
INSERT INTO "change" VALUES(15,13,4,'event','Qn6OMPnoTrinl2LuyaefDg','35.22.28.2004','insert',0,'{"type":[null,20],"family_uid":[null,"Hh3F2RFqTfqtuoJNxZudmA"],"date":[null,"2026-10-26"]}','MLcvmCzISTO6Mlul04x7_A','family.register',NULL,1793000000,'acked','{"o":"applied"}');
INSERT INTO "change" VALUES(16,13,4,'event','j03ZiDo1TLaecy9Fv_xCHA','35.22.28.2004','insert',0,'{"type":[null,1],"resident_uid":[null,"4Deqml7JTH2DJC4JnQV5vA"],"date":[null,"2026-10-26"]}','MLcvmCzISTO6Mlul04x7_A','family.register',NULL,1793000000,'acked','{"o":"applied"}');
INSERT INTO "change" VALUES(17,17,1,'resident','Nv0P672ZShmWonYfyxiHtw','35.22.28.2004','update',1,'{"occupation":[9,15]}','MLcvmCzISTO6Mlul04x7_A','resident.correct',NULL,1793000000,'acked','{"o":"conflict","v":3}');
INSERT INTO "change" VALUES(18,18,9,'area','W8EtHQduiS61GeXOa5Uzwg','35.22.28.2004','insert',0,'{"dusun":[null,"SAMBIROTO"],"rw":[null,"003"],"rt":[null,"007"]}','MLcvmCzISTO6Mlul04x7_A','family.register',NULL,1793000000,'pending',NULL);
INSERT INTO "change" VALUES(19,18,9,'family','PvBJXTmlTtWJx4nvQJJjWg','35.22.28.2004','insert',0,'{"kk_number":[null,"3522281107220045"],"address":[null,"DUSUN SAMBIROTO"],"dusun":[null,"SAMBIROTO"],"rw":[null,"003"],"rt":[null,"007"],"postcode":[null,"62154"]}','MLcvmCzISTO6Mlul04x7_A','family.register',NULL,1793000000,'pending',NULL);
INSERT INTO "change" VALUES(20,18,9,'resident','qukeWhVoQMCJ3AMwHPoRSw','35.22.28.2004','insert',0,'{"nik":[null,"3524153011940002"],"name":[null,"EKO PRASETYO"],"sex":[null,1],"birth_place":[null,"LAMONGAN"],"birth_date":[null,"1994-11-30"],"religion":[null,1],"education":[null,8],"occupation":[null,15],"marital_status":[null,2],"nationality":[null,1],"father_name":[null,"MARDI"],"mother_name":[null,"SUMIATI"],"family_uid":[null,"PvBJXTmlTtWJx4nvQJJjWg"],"shdk":[null,1],"marriage_date":[null,"2021-02-14"]}','MLcvmCzISTO6Mlul04x7_A','family.register',NULL,1793000000,'pending',NULL);
INSERT INTO "change" VALUES(21,18,9,'resident','m85mWMd9SqG-i26I_tBxYg','35.22.28.2004','insert',0,'{"nik":[null,"3522044806960001"],"name":[null,"TRI HANDAYANI"],"sex":[null,2],"birth_place":[null,"BOJONEGORO"],"birth_date":[null,"1996-06-08"],"religion":[null,1],"education":[null,8],"occupation":[null,5],"marital_status":[null,2],"nationality":[null,1],"father_name":[null,"PARMIN"],"mother_name":[null,"LASMI"],"family_uid":[null,"PvBJXTmlTtWJx4nvQJJjWg"],"shdk":[null,3],"marriage_date":[null,"2021-02-14"]}','MLcvmCzISTO6Mlul04x7_A','family.register',NULL,1793000000,'pending',NULL);
INSERT INTO "change" VALUES(22,18,9,'resident','qLJ4wSdxSMWZrcsz1LlRgA','35.22.28.2004','insert',0,'{"name":[null,"KENZO ALFARIZI PRASETYO"],"sex":[null,1],"birth_place":[null,"BOJONEGORO"],"birth_date":[null,"2026-09-02"],"religion":[null,1],"education":[null,1],"occupation":[null,1],"marital_status":[null,1],"nationality":[null,1],"father_name":[null,"EKO PRASETYO"],"mother_name":[null,"TRI HANDAYANI"],"family_uid":[null,"PvBJXTmlTtWJx4nvQJJjWg"],"shdk":[null,4]}','MLcvmCzISTO6Mlul04x7_A','family.register',NULL,1793000000,'pending',NULL);
INSERT INTO "change" VALUES(23,18,9,'event','wbQA8nTZT_usfuKI3a9OPg','35.22.28.2004','insert',0,'{"type":[null,20],"family_uid":[null,"PvBJXTmlTtWJx4nvQJJjWg"],"date":[null,"2026-10-26"]}','MLcvmCzISTO6Mlul04x7_A','family.register',NULL,1793000000,'pending',NULL);
INSERT INTO "change" VALUES(24,18,9,'event','oUn5UhX8SfqcHRfKwnO84A','35.22.28.2004','insert',0,'{"type":[null,1],"resident_uid":[null,"qukeWhVoQMCJ3AMwHPoRSw"],"date":[null,"2026-10-26"]}','MLcvmCzISTO6Mlul04x7_A','family.register',NULL,1793000000,'pending',NULL);
INSERT INTO "change" VALUES(25,18,9,'event','O6lKO7pWSESuQbEDiJjhxQ','35.22.28.2004','insert',0,'{"type":[null,1],"resident_uid":[null,"m85mWMd9SqG-i26I_tBxYg"],"date":[null,"2026-10-26"]}','MLcvmCzISTO6Mlul04x7_A','family.register',NULL,1793000000,'pending',NULL);
INSERT INTO "change" VALUES(26,18,9,'event','kL8BjHaqS221uiR5pt0w8A','35.22.28.2004','insert',0,'{"type":[null,1],"resident_uid":[null,"qLJ4wSdxSMWZrcsz1LlRgA"],"date":[null,"2026-10-26"]}','MLcvmCzISTO6Mlul04x7_A','family.register',NULL,1793000000,'pending',NULL);
INSERT INTO "change" VALUES(27,27,1,'resident','DRYp0dwaQc6Kc_NPi297NA','35.22.28.2004','update',1,'{"phone":[null,"0812-0000-1147"]}','MLcvmCzISTO6Mlul04x7_A','resident.correct',NULL,1793000000,'pending',NULL);
INSERT INTO "change" VALUES(28,28,1,'resident','DRYp0dwaQc6Kc_NPi297NA','35.22.28.2004','update',1,'{"occupation":[2,9]}','MLcvmCzISTO6Mlul04x7_A','resident.correct',NULL,1793000000,'pending',NULL);
INSERT INTO "change" VALUES(29,29,3,'family','JtUN6ZxZTPO3sxef6B3hQw','35.22.28.2004','insert',0,'{"address":[null,"JL. RAYA MOJODELIK NO. 14"],"dusun":[null,"SAMBIROTO"],"rw":[null,"003"],"rt":[null,"007"],"postcode":[null,"62154"]}','MLcvmCzISTO6Mlul04x7_A','family.split','pisah',1793000000,'pending',NULL);
INSERT INTO "change" VALUES(30,29,3,'resident','DRYp0dwaQc6Kc_NPi297NA','35.22.28.2004','update',1,'{"family_uid":["4WvOma4ATfCvHQMXsSMcGg","JtUN6ZxZTPO3sxef6B3hQw"],"shdk":[3,1]}','MLcvmCzISTO6Mlul04x7_A','family.split','pisah',1793000000,'pending',NULL);
INSERT INTO "change" VALUES(31,29,3,'event','yt7C-FkyT9q_pngzYBo5Tg','35.22.28.2004','insert',0,'{"type":[null,21],"resident_uid":[null,"DRYp0dwaQc6Kc_NPi297NA"],"family_uid":[null,"JtUN6ZxZTPO3sxef6B3hQw"],"from_family_uid":[null,"4WvOma4ATfCvHQMXsSMcGg"],"date":[null,"2026-10-20"],"reason":[null,"pisah"],"form":[null,"F-1.16"],"filed":[null,"2026-10-20"]}','MLcvmCzISTO6Mlul04x7_A','family.split','pisah',1793000000,'pending',NULL);
INSERT INTO "change" VALUES(32,32,1,'event','I_MqGH5hTGyMSTp1LXlgzQ','35.22.28.2004','insert',0,'{"type":[null,9],"resident_uid":[null,"m85mWMd9SqG-i26I_tBxYg"],"family_uid":[null,"PvBJXTmlTtWJx4nvQJJjWg"],"date":[null,"2026-10-26"],"reason":[null,"tercatat dua kali"]}','MLcvmCzISTO6Mlul04x7_A','resident.remove','tercatat dua kali',1793000000,'pending',NULL);
CREATE TABLE conflict (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, area TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, extra TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  subject_kind TEXT, subject_uid TEXT, field TEXT, base TEXT, current TEXT, current_by TEXT, current_t INTEGER, other TEXT, closed INTEGER
) STRICT;
INSERT INTO "conflict" VALUES(1,'eUhrSkSwg6a-ULLac6Nxiw','35.22.28.2004',1,NULL,0,'resident','Nv0P672ZShmWonYfyxiHtw','occupation','{"occupation":9}','{"occupation":8}','Operator dua',1793000000,'[{"values":{"occupation":15},"by":"Operator satu","t":1793000000}]',NULL);
CREATE TABLE cursor (area TEXT PRIMARY KEY, position TEXT NOT NULL, complete INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
INSERT INTO "cursor" VALUES('35.22','1.28',1);
INSERT INTO "cursor" VALUES('35.22.28','1.28',1);
INSERT INTO "cursor" VALUES('35.22.28.2004','1.28',1);
CREATE TABLE device (
  one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL, epoch INTEGER NOT NULL, public_key TEXT NOT NULL, private_key TEXT NOT NULL,
  server_url TEXT NOT NULL, server_id TEXT NOT NULL, server_epoch INTEGER NOT NULL DEFAULT 0, areas TEXT NOT NULL
) STRICT;
INSERT INTO "device" VALUES(1,'mb_4VllQQB-Hn0OchO8q6w',1,'27I-2-HJI-90fQGcKt1xdIEDQ7XFuJb9cpTrgVNrOfc','H2R1BNPmySqGpTmRWiSe0MiIPJBsUvCxUcEj8t2o8E3bsj7b4ckj73R9AZwq3XF0gQNDtcW4lv1ylOuBU2s59w','http://127.0.0.1:33321','Pu_oKXIEQXqtLQnzK6in8A',1,'35.22.28.2004 35.22.28 35.22');
CREATE TABLE draft (key TEXT PRIMARY KEY, data TEXT NOT NULL, t INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "draft" VALUES('family.new','{"address":"JL. RAYA NO. 3","uid":"31XAMrqaQF6edU_tyRPOpg","members":[{"name":"WAGIYEM","sex":2,"shdk":1,"uid":"oZW8fpTcRbiW4uMVYdnc3A"}]}',1793000000);
CREATE TABLE event (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, area TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, extra TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  type INTEGER, resident_uid TEXT, family_uid TEXT, from_family_uid TEXT, date TEXT, reported TEXT, cancels TEXT, reason TEXT,
  form TEXT, filed TEXT, issued TEXT, issued_no TEXT
) STRICT;
INSERT INTO "event" VALUES(1,'uhC39_s4RSWWvnjXAn4d3g','35.22.28.2004',1,NULL,0,20,NULL,'4WvOma4ATfCvHQMXsSMcGg',NULL,'2026-10-26',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "event" VALUES(2,'oVCecHmjQZeyQorL5XxSoQ','35.22.28.2004',1,NULL,0,1,'Nv0P672ZShmWonYfyxiHtw',NULL,NULL,'2026-10-26',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "event" VALUES(3,'DHNoSKUoSUy2H1CizjIAyQ','35.22.28.2004',1,NULL,0,1,'DRYp0dwaQc6Kc_NPi297NA',NULL,NULL,'2026-10-26',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "event" VALUES(4,'meFQV8V6THijBmHwoercxA','35.22.28.2004',1,NULL,0,1,'b-TxlvzhQ-aWEnpSRzWFxQ',NULL,NULL,'2026-10-26',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "event" VALUES(5,'wmtDYjuiTCSMJ2nm95Ci3Q','35.22.28.2004',1,NULL,0,1,'5gWNuR_kT56Hsd4zoTMJJg',NULL,NULL,'2026-10-26',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "event" VALUES(6,'Qn6OMPnoTrinl2LuyaefDg','35.22.28.2004',1,NULL,0,20,NULL,'Hh3F2RFqTfqtuoJNxZudmA',NULL,'2026-10-26',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "event" VALUES(7,'j03ZiDo1TLaecy9Fv_xCHA','35.22.28.2004',1,NULL,0,1,'4Deqml7JTH2DJC4JnQV5vA',NULL,NULL,'2026-10-26',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "event" VALUES(8,'wbQA8nTZT_usfuKI3a9OPg','35.22.28.2004',0,NULL,0,20,NULL,'PvBJXTmlTtWJx4nvQJJjWg',NULL,'2026-10-26',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "event" VALUES(9,'oUn5UhX8SfqcHRfKwnO84A','35.22.28.2004',0,NULL,0,1,'qukeWhVoQMCJ3AMwHPoRSw',NULL,NULL,'2026-10-26',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "event" VALUES(10,'O6lKO7pWSESuQbEDiJjhxQ','35.22.28.2004',0,NULL,0,1,'m85mWMd9SqG-i26I_tBxYg',NULL,NULL,'2026-10-26',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "event" VALUES(11,'kL8BjHaqS221uiR5pt0w8A','35.22.28.2004',0,NULL,0,1,'qLJ4wSdxSMWZrcsz1LlRgA',NULL,NULL,'2026-10-26',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "event" VALUES(12,'yt7C-FkyT9q_pngzYBo5Tg','35.22.28.2004',0,NULL,0,21,'DRYp0dwaQc6Kc_NPi297NA','JtUN6ZxZTPO3sxef6B3hQw','4WvOma4ATfCvHQMXsSMcGg','2026-10-20',NULL,NULL,'pisah','F-1.16','2026-10-20',NULL,NULL);
INSERT INTO "event" VALUES(13,'I_MqGH5hTGyMSTp1LXlgzQ','35.22.28.2004',0,NULL,0,9,'m85mWMd9SqG-i26I_tBxYg','PvBJXTmlTtWJx4nvQJJjWg',NULL,'2026-10-26',NULL,NULL,'tercatat dua kali',NULL,NULL,NULL,NULL);
CREATE TABLE family (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, area TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, extra TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  kk_number TEXT, address TEXT, dusun TEXT, rw TEXT, rt TEXT, postcode TEXT
) STRICT;
INSERT INTO "family" VALUES(1,'4WvOma4ATfCvHQMXsSMcGg','35.22.28.2004',1,NULL,0,'3522281404190118','JL. RAYA MOJODELIK NO. 14','CLEBUNG','001','003','62154');
INSERT INTO "family" VALUES(2,'Hh3F2RFqTfqtuoJNxZudmA','35.22.28.2004',1,NULL,0,'3522280203150021','JL. MASJID NO. 3','CLEBUNG','001','003','62154');
INSERT INTO "family" VALUES(3,'PvBJXTmlTtWJx4nvQJJjWg','35.22.28.2004',0,NULL,0,'3522281107220045','DUSUN SAMBIROTO','SAMBIROTO','003','007','62154');
INSERT INTO "family" VALUES(4,'JtUN6ZxZTPO3sxef6B3hQw','35.22.28.2004',0,NULL,0,NULL,'JL. RAYA MOJODELIK NO. 14','SAMBIROTO','003','007','62154');
CREATE TABLE history (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, uid TEXT NOT NULL, op TEXT NOT NULL, "set" TEXT NOT NULL, actor_name TEXT, act TEXT, t INTEGER NOT NULL
) STRICT;
INSERT INTO "history" VALUES(1,'resident','Nv0P672ZShmWonYfyxiHtw','update','{"occupation":[15,8]}','Operator dua','',1793000000);
INSERT INTO "history" VALUES(2,'account','772CAvVzT4iEG4vU8pTeqQ','insert','{"name":[null,"Operator dua"],"duty":[null,1]}','','account.init',1793000000);
CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('area','35.22.28.2004');
INSERT INTO "meta" VALUES('capture','a958741cd8ecf0d7752cb3aa4c4d19079bc339758a8accb271c90c089745fb42');
INSERT INTO "meta" VALUES('clock.offset','0');
INSERT INTO "meta" VALUES('created','2026-10-26');
INSERT INTO "meta" VALUES('derived','898a9ae8672e816fb5d738cc05ff75c6f834edcc61e838ddb77d9a99ae564e04');
INSERT INTO "meta" VALUES('device.private_key','H2R1BNPmySqGpTmRWiSe0MiIPJBsUvCxUcEj8t2o8E3bsj7b4ckj73R9AZwq3XF0gQNDtcW4lv1ylOuBU2s59w');
INSERT INTO "meta" VALUES('device.public_key','27I-2-HJI-90fQGcKt1xdIEDQ7XFuJb9cpTrgVNrOfc');
INSERT INTO "meta" VALUES('level','village');
CREATE TABLE place (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, area TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, extra TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  last_contact INTEGER, waiting INTEGER, held INTEGER, app_version TEXT, target INTEGER
) STRICT;
CREATE TABLE resident (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, area TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, extra TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  nik TEXT, name TEXT, sex INTEGER, birth_place TEXT, birth_date TEXT, religion INTEGER, education INTEGER, education_now INTEGER,
  occupation INTEGER, marital_status INTEGER, nationality INTEGER, blood_type INTEGER, father_name TEXT, mother_name TEXT,
  father_nik TEXT, mother_nik TEXT, family_uid TEXT, shdk INTEGER, current_address TEXT, birth_cert TEXT, passport TEXT,
  passport_until TEXT, kitas TEXT, marriage_cert TEXT, marriage_date TEXT, divorce_cert TEXT, divorce_date TEXT, disability INTEGER,
  contraception INTEGER, pregnant INTEGER, ektp INTEGER, ektp_status INTEGER, ektp_place TEXT, ektp_date TEXT, ethnicity TEXT,
  card_tag TEXT, insurance INTEGER, insurance_no TEXT, lat REAL, lng REAL, literacy INTEGER, residency INTEGER, since TEXT, phone TEXT
) STRICT;
INSERT INTO "resident" VALUES(1,'Nv0P672ZShmWonYfyxiHtw','35.22.28.2004',3,NULL,0,'3522041208760001','SUTRISNO',1,'BOJONEGORO','1976-08-12',1,5,NULL,8,2,1,4,'KASMIN','SUKINEM',NULL,NULL,'4WvOma4ATfCvHQMXsSMcGg',1,NULL,NULL,NULL,NULL,NULL,NULL,'2001-05-04',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "resident" VALUES(2,'DRYp0dwaQc6Kc_NPi297NA','35.22.28.2004',1,NULL,0,'3522045709780002','SITI AMINAH',2,'BOJONEGORO','1978-09-17',1,4,NULL,9,2,1,4,'KASMURI','SITI MARYAM',NULL,NULL,'JtUN6ZxZTPO3sxef6B3hQw',1,NULL,NULL,NULL,NULL,NULL,NULL,'2001-05-04',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'0812-0000-1147');
INSERT INTO "resident" VALUES(3,'b-TxlvzhQ-aWEnpSRzWFxQ','35.22.28.2004',1,NULL,0,'3522040303080001','DIMAS ADI PRATAMA',1,'BOJONEGORO','2008-03-03',1,4,NULL,3,1,1,NULL,'SUTRISNO','SITI AMINAH',NULL,NULL,'4WvOma4ATfCvHQMXsSMcGg',4,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "resident" VALUES(4,'5gWNuR_kT56Hsd4zoTMJJg','35.22.28.2004',1,NULL,0,'3522282105110003','RIZKY MAULANA',1,'BOJONEGORO','2011-05-21',1,3,NULL,3,1,1,2,'SUTRISNO','SITI AMINAH',NULL,NULL,'4WvOma4ATfCvHQMXsSMcGg',4,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "resident" VALUES(5,'4Deqml7JTH2DJC4JnQV5vA','35.22.28.2004',1,NULL,0,'3522044101510004','PONIYEM',2,'BOJONEGORO','1951-01-01',1,2,NULL,20,4,1,NULL,'WAGIMAN','LEGINEM',NULL,NULL,'Hh3F2RFqTfqtuoJNxZudmA',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "resident" VALUES(6,'qukeWhVoQMCJ3AMwHPoRSw','35.22.28.2004',0,NULL,0,'3524153011940002','EKO PRASETYO',1,'LAMONGAN','1994-11-30',1,8,NULL,15,2,1,NULL,'MARDI','SUMIATI',NULL,NULL,'PvBJXTmlTtWJx4nvQJJjWg',1,NULL,NULL,NULL,NULL,NULL,NULL,'2021-02-14',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "resident" VALUES(7,'m85mWMd9SqG-i26I_tBxYg','35.22.28.2004',0,NULL,0,'3522044806960001','TRI HANDAYANI',2,'BOJONEGORO','1996-06-08',1,8,NULL,5,2,1,NULL,'PARMIN','LASMI',NULL,NULL,'PvBJXTmlTtWJx4nvQJJjWg',3,NULL,NULL,NULL,NULL,NULL,NULL,'2021-02-14',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "resident" VALUES(8,'qLJ4wSdxSMWZrcsz1LlRgA','35.22.28.2004',0,NULL,0,NULL,'KENZO ALFARIZI PRASETYO',1,'BOJONEGORO','2026-09-02',1,1,NULL,1,1,1,NULL,'EKO PRASETYO','TRI HANDAYANI',NULL,NULL,'PvBJXTmlTtWJx4nvQJJjWg',4,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE resident_list (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL, area TEXT NOT NULL, status INTEGER NOT NULL, name_key TEXT NOT NULL, sex INTEGER, birth_date TEXT, shdk INTEGER,
  nik TEXT, kk_number TEXT, dusun TEXT, rw TEXT, rt TEXT, address_key TEXT, marks INTEGER NOT NULL, filled INTEGER NOT NULL
) STRICT;
INSERT INTO "resident_list" VALUES(1,'Nv0P672ZShmWonYfyxiHtw','35.22.28.2004',1,'sutrisno',1,'1976-08-12',1,'3522041208760001','3522281404190118','CLEBUNG','001','003','jl raya mojodelik no 14 clebung',2,12);
INSERT INTO "resident_list" VALUES(2,'DRYp0dwaQc6Kc_NPi297NA','35.22.28.2004',1,'siti aminah',2,'1978-09-17',1,'3522045709780002',NULL,'SAMBIROTO','003','007','jl raya mojodelik no 14 sambiroto',4,12);
INSERT INTO "resident_list" VALUES(3,'b-TxlvzhQ-aWEnpSRzWFxQ','35.22.28.2004',1,'dimas adi pratama',1,'2008-03-03',4,'3522040303080001','3522281404190118','CLEBUNG','001','003','jl raya mojodelik no 14 clebung',0,12);
INSERT INTO "resident_list" VALUES(4,'5gWNuR_kT56Hsd4zoTMJJg','35.22.28.2004',1,'rizky maulana',1,'2011-05-21',4,'3522282105110003','3522281404190118','CLEBUNG','001','003','jl raya mojodelik no 14 clebung',0,12);
INSERT INTO "resident_list" VALUES(5,'4Deqml7JTH2DJC4JnQV5vA','35.22.28.2004',1,'poniyem',2,'1951-01-01',1,'3522044101510004','3522280203150021','CLEBUNG','001','003','jl masjid no 3 clebung',0,12);
INSERT INTO "resident_list" VALUES(6,'qukeWhVoQMCJ3AMwHPoRSw','35.22.28.2004',1,'eko prasetyo',1,'1994-11-30',1,'3524153011940002','3522281107220045','SAMBIROTO','003','007','dusun sambiroto sambiroto',0,12);
INSERT INTO "resident_list" VALUES(7,'m85mWMd9SqG-i26I_tBxYg','35.22.28.2004',9,'tri handayani',2,'1996-06-08',3,'3522044806960001','3522281107220045','SAMBIROTO','003','007','dusun sambiroto sambiroto',0,12);
INSERT INTO "resident_list" VALUES(8,'qLJ4wSdxSMWZrcsz1LlRgA','35.22.28.2004',1,'kenzo alfarizi prasetyo',1,'2026-09-02',4,NULL,'3522281107220045','SAMBIROTO','003','007','dusun sambiroto sambiroto',8,12);
CREATE TABLE round (
  id INTEGER PRIMARY KEY, t INTEGER NOT NULL, pushed INTEGER NOT NULL, applied INTEGER NOT NULL, merged INTEGER NOT NULL, conflicts INTEGER NOT NULL,
  rejected INTEGER NOT NULL, pulled INTEGER NOT NULL, bytes_out INTEGER NOT NULL, bytes_in INTEGER NOT NULL, outcome TEXT NOT NULL
) STRICT;
INSERT INTO "round" VALUES(1,1793000000,16,16,0,0,0,0,1240,334,'ok');
INSERT INTO "round" VALUES(2,1793000000,1,0,0,1,0,3,381,1005,'ok');
CREATE TABLE sync_ctx (
  one INTEGER PRIMARY KEY CHECK (one = 1), mode TEXT NOT NULL CHECK (mode IN ('local', 'apply')),
  actor TEXT NOT NULL, act TEXT NOT NULL, reason TEXT, tx INTEGER NOT NULL, t INTEGER NOT NULL,
  resolve TEXT -- first field of the merge group being settled: captured whole, as op resolve, even where nothing differs
) STRICT;
CREATE TABLE waiver (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, area TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, extra TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  subject_uid TEXT, rule TEXT, reason TEXT, value TEXT
) STRICT;
CREATE INDEX resident_nik ON resident (nik) WHERE nik IS NOT NULL;
CREATE INDEX resident_family ON resident (family_uid) WHERE family_uid IS NOT NULL;
CREATE INDEX family_kk ON family (kk_number) WHERE kk_number IS NOT NULL;
CREATE INDEX event_resident ON event (resident_uid) WHERE resident_uid IS NOT NULL;
CREATE INDEX event_family ON event (family_uid) WHERE family_uid IS NOT NULL;
CREATE INDEX event_cancels ON event (cancels) WHERE cancels IS NOT NULL;
CREATE INDEX event_waiting ON event (filed) WHERE filed IS NOT NULL AND issued IS NULL;
CREATE INDEX waiver_subject ON waiver (subject_uid);
CREATE INDEX conflict_subject ON conflict (subject_uid);
CREATE INDEX change_pending ON change (seq) WHERE state <> 'acked';
CREATE INDEX change_record ON change (uid);
CREATE INDEX history_record ON history (uid);
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
      || CASE WHEN NEW."phone" IS NULL THEN '' ELSE ',"phone":[null,' || json_quote (NEW."phone") || ']' END, 2) || '}',
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
      || CASE WHEN NEW."phone" IS NULL THEN '' ELSE ',"phone":[null,' || json_quote (NEW."phone") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply';
END;
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
      || CASE WHEN OLD.extra IS NULL OR OLD.extra = '{}' THEN '' ELSE ',' || substr (OLD.extra, 2, length (OLD.extra) - 2) END, 2) || '}'
    FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND OLD.version > 0 AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."nik", NEW."name", NEW."sex", NEW."birth_place", NEW."birth_date", NEW."religion", NEW."education", NEW."education_now", NEW."occupation", NEW."marital_status", NEW."nationality", NEW."blood_type", NEW."father_name", NEW."mother_name", NEW."father_nik", NEW."mother_nik", NEW."family_uid", NEW."shdk", NEW."current_address", NEW."birth_cert", NEW."passport", NEW."passport_until", NEW."kitas", NEW."marriage_cert", NEW."marriage_date", NEW."divorce_cert", NEW."divorce_date", NEW."disability", NEW."contraception", NEW."pregnant", NEW."ektp", NEW."ektp_status", NEW."ektp_place", NEW."ektp_date", NEW."ethnicity", NEW."card_tag", NEW."insurance", NEW."insurance_no", NEW."lat", NEW."lng", NEW."literacy", NEW."residency", NEW."since", NEW."phone") IS NOT (OLD.deleted, OLD."nik", OLD."name", OLD."sex", OLD."birth_place", OLD."birth_date", OLD."religion", OLD."education", OLD."education_now", OLD."occupation", OLD."marital_status", OLD."nationality", OLD."blood_type", OLD."father_name", OLD."mother_name", OLD."father_nik", OLD."mother_nik", OLD."family_uid", OLD."shdk", OLD."current_address", OLD."birth_cert", OLD."passport", OLD."passport_until", OLD."kitas", OLD."marriage_cert", OLD."marriage_date", OLD."divorce_cert", OLD."divorce_date", OLD."disability", OLD."contraception", OLD."pregnant", OLD."ektp", OLD."ektp_status", OLD."ektp_place", OLD."ektp_date", OLD."ethnicity", OLD."card_tag", OLD."insurance", OLD."insurance_no", OLD."lat", OLD."lng", OLD."literacy", OLD."residency", OLD."since", OLD."phone"))
      AND NOT EXISTS (SELECT 1 FROM base WHERE kind = 'resident' AND uid = OLD.uid);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'resident', NEW.uid, NEW.area, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, OLD.version, '{' || substr (''
      || CASE WHEN NEW."nik" IS OLD."nik" AND ctx.resolve IS NOT 'nik' THEN '' ELSE ',"nik":[' || json_quote (OLD."nik") || ',' || json_quote (NEW."nik") || ']' END
      || CASE WHEN NEW."name" IS OLD."name" AND ctx.resolve IS NOT 'name' THEN '' ELSE ',"name":[' || json_quote (OLD."name") || ',' || json_quote (NEW."name") || ']' END
      || CASE WHEN NEW."sex" IS OLD."sex" AND ctx.resolve IS NOT 'sex' THEN '' ELSE ',"sex":[' || json_quote (OLD."sex") || ',' || json_quote (NEW."sex") || ']' END
      || CASE WHEN NEW."birth_place" IS OLD."birth_place" AND ctx.resolve IS NOT 'birth_place' THEN '' ELSE ',"birth_place":[' || json_quote (OLD."birth_place") || ',' || json_quote (NEW."birth_place") || ']' END
      || CASE WHEN NEW."birth_date" IS OLD."birth_date" AND ctx.resolve IS NOT 'birth_place' THEN '' ELSE ',"birth_date":[' || json_quote (OLD."birth_date") || ',' || json_quote (NEW."birth_date") || ']' END
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
      || CASE WHEN NEW."family_uid" IS OLD."family_uid" AND ctx.resolve IS NOT 'family_uid' THEN '' ELSE ',"family_uid":[' || json_quote (OLD."family_uid") || ',' || json_quote (NEW."family_uid") || ']' END
      || CASE WHEN NEW."shdk" IS OLD."shdk" AND ctx.resolve IS NOT 'family_uid' THEN '' ELSE ',"shdk":[' || json_quote (OLD."shdk") || ',' || json_quote (NEW."shdk") || ']' END
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
      || CASE WHEN NEW."lat" IS OLD."lat" AND ctx.resolve IS NOT 'lat' THEN '' ELSE ',"lat":[' || json_quote (OLD."lat") || ',' || json_quote (NEW."lat") || ']' END
      || CASE WHEN NEW."lng" IS OLD."lng" AND ctx.resolve IS NOT 'lat' THEN '' ELSE ',"lng":[' || json_quote (OLD."lng") || ',' || json_quote (NEW."lng") || ']' END
      || CASE WHEN NEW."literacy" IS OLD."literacy" AND ctx.resolve IS NOT 'literacy' THEN '' ELSE ',"literacy":[' || json_quote (OLD."literacy") || ',' || json_quote (NEW."literacy") || ']' END
      || CASE WHEN NEW."residency" IS OLD."residency" AND ctx.resolve IS NOT 'residency' THEN '' ELSE ',"residency":[' || json_quote (OLD."residency") || ',' || json_quote (NEW."residency") || ']' END
      || CASE WHEN NEW."since" IS OLD."since" AND ctx.resolve IS NOT 'since' THEN '' ELSE ',"since":[' || json_quote (OLD."since") || ',' || json_quote (NEW."since") || ']' END
      || CASE WHEN NEW."phone" IS OLD."phone" AND ctx.resolve IS NOT 'phone' THEN '' ELSE ',"phone":[' || json_quote (OLD."phone") || ',' || json_quote (NEW."phone") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."nik", NEW."name", NEW."sex", NEW."birth_place", NEW."birth_date", NEW."religion", NEW."education", NEW."education_now", NEW."occupation", NEW."marital_status", NEW."nationality", NEW."blood_type", NEW."father_name", NEW."mother_name", NEW."father_nik", NEW."mother_nik", NEW."family_uid", NEW."shdk", NEW."current_address", NEW."birth_cert", NEW."passport", NEW."passport_until", NEW."kitas", NEW."marriage_cert", NEW."marriage_date", NEW."divorce_cert", NEW."divorce_date", NEW."disability", NEW."contraception", NEW."pregnant", NEW."ektp", NEW."ektp_status", NEW."ektp_place", NEW."ektp_date", NEW."ethnicity", NEW."card_tag", NEW."insurance", NEW."insurance_no", NEW."lat", NEW."lng", NEW."literacy", NEW."residency", NEW."since", NEW."phone") IS NOT (OLD.deleted, OLD."nik", OLD."name", OLD."sex", OLD."birth_place", OLD."birth_date", OLD."religion", OLD."education", OLD."education_now", OLD."occupation", OLD."marital_status", OLD."nationality", OLD."blood_type", OLD."father_name", OLD."mother_name", OLD."father_nik", OLD."mother_nik", OLD."family_uid", OLD."shdk", OLD."current_address", OLD."birth_cert", OLD."passport", OLD."passport_until", OLD."kitas", OLD."marriage_cert", OLD."marriage_date", OLD."divorce_cert", OLD."divorce_date", OLD."disability", OLD."contraception", OLD."pregnant", OLD."ektp", OLD."ektp_status", OLD."ektp_place", OLD."ektp_date", OLD."ethnicity", OLD."card_tag", OLD."insurance", OLD."insurance_no", OLD."lat", OLD."lng", OLD."literacy", OLD."residency", OLD."since", OLD."phone"));
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'resident', NEW.uid, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, '{' || substr (''
      || CASE WHEN NEW."nik" IS OLD."nik" AND ctx.resolve IS NOT 'nik' THEN '' ELSE ',"nik":[' || json_quote (OLD."nik") || ',' || json_quote (NEW."nik") || ']' END
      || CASE WHEN NEW."name" IS OLD."name" AND ctx.resolve IS NOT 'name' THEN '' ELSE ',"name":[' || json_quote (OLD."name") || ',' || json_quote (NEW."name") || ']' END
      || CASE WHEN NEW."sex" IS OLD."sex" AND ctx.resolve IS NOT 'sex' THEN '' ELSE ',"sex":[' || json_quote (OLD."sex") || ',' || json_quote (NEW."sex") || ']' END
      || CASE WHEN NEW."birth_place" IS OLD."birth_place" AND ctx.resolve IS NOT 'birth_place' THEN '' ELSE ',"birth_place":[' || json_quote (OLD."birth_place") || ',' || json_quote (NEW."birth_place") || ']' END
      || CASE WHEN NEW."birth_date" IS OLD."birth_date" AND ctx.resolve IS NOT 'birth_place' THEN '' ELSE ',"birth_date":[' || json_quote (OLD."birth_date") || ',' || json_quote (NEW."birth_date") || ']' END
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
      || CASE WHEN NEW."family_uid" IS OLD."family_uid" AND ctx.resolve IS NOT 'family_uid' THEN '' ELSE ',"family_uid":[' || json_quote (OLD."family_uid") || ',' || json_quote (NEW."family_uid") || ']' END
      || CASE WHEN NEW."shdk" IS OLD."shdk" AND ctx.resolve IS NOT 'family_uid' THEN '' ELSE ',"shdk":[' || json_quote (OLD."shdk") || ',' || json_quote (NEW."shdk") || ']' END
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
      || CASE WHEN NEW."lat" IS OLD."lat" AND ctx.resolve IS NOT 'lat' THEN '' ELSE ',"lat":[' || json_quote (OLD."lat") || ',' || json_quote (NEW."lat") || ']' END
      || CASE WHEN NEW."lng" IS OLD."lng" AND ctx.resolve IS NOT 'lat' THEN '' ELSE ',"lng":[' || json_quote (OLD."lng") || ',' || json_quote (NEW."lng") || ']' END
      || CASE WHEN NEW."literacy" IS OLD."literacy" AND ctx.resolve IS NOT 'literacy' THEN '' ELSE ',"literacy":[' || json_quote (OLD."literacy") || ',' || json_quote (NEW."literacy") || ']' END
      || CASE WHEN NEW."residency" IS OLD."residency" AND ctx.resolve IS NOT 'residency' THEN '' ELSE ',"residency":[' || json_quote (OLD."residency") || ',' || json_quote (NEW."residency") || ']' END
      || CASE WHEN NEW."since" IS OLD."since" AND ctx.resolve IS NOT 'since' THEN '' ELSE ',"since":[' || json_quote (OLD."since") || ',' || json_quote (NEW."since") || ']' END
      || CASE WHEN NEW."phone" IS OLD."phone" AND ctx.resolve IS NOT 'phone' THEN '' ELSE ',"phone":[' || json_quote (OLD."phone") || ',' || json_quote (NEW."phone") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply' AND (NEW.deleted, NEW."nik", NEW."name", NEW."sex", NEW."birth_place", NEW."birth_date", NEW."religion", NEW."education", NEW."education_now", NEW."occupation", NEW."marital_status", NEW."nationality", NEW."blood_type", NEW."father_name", NEW."mother_name", NEW."father_nik", NEW."mother_nik", NEW."family_uid", NEW."shdk", NEW."current_address", NEW."birth_cert", NEW."passport", NEW."passport_until", NEW."kitas", NEW."marriage_cert", NEW."marriage_date", NEW."divorce_cert", NEW."divorce_date", NEW."disability", NEW."contraception", NEW."pregnant", NEW."ektp", NEW."ektp_status", NEW."ektp_place", NEW."ektp_date", NEW."ethnicity", NEW."card_tag", NEW."insurance", NEW."insurance_no", NEW."lat", NEW."lng", NEW."literacy", NEW."residency", NEW."since", NEW."phone") IS NOT (OLD.deleted, OLD."nik", OLD."name", OLD."sex", OLD."birth_place", OLD."birth_date", OLD."religion", OLD."education", OLD."education_now", OLD."occupation", OLD."marital_status", OLD."nationality", OLD."blood_type", OLD."father_name", OLD."mother_name", OLD."father_nik", OLD."mother_nik", OLD."family_uid", OLD."shdk", OLD."current_address", OLD."birth_cert", OLD."passport", OLD."passport_until", OLD."kitas", OLD."marriage_cert", OLD."marriage_date", OLD."divorce_cert", OLD."divorce_date", OLD."disability", OLD."contraception", OLD."pregnant", OLD."ektp", OLD."ektp_status", OLD."ektp_place", OLD."ektp_date", OLD."ethnicity", OLD."card_tag", OLD."insurance", OLD."insurance_no", OLD."lat", OLD."lng", OLD."literacy", OLD."residency", OLD."since", OLD."phone");
END;
CREATE TRIGGER capture_resident_delete BEFORE DELETE ON resident BEGIN
  SELECT RAISE (ABORT, 'records are never deleted');
END;
CREATE TRIGGER capture_family_insert AFTER INSERT ON family BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'family', NEW.uid, NEW.area, 'insert', NEW.version, '{' || substr (''
      || CASE WHEN NEW."kk_number" IS NULL THEN '' ELSE ',"kk_number":[null,' || json_quote (NEW."kk_number") || ']' END
      || CASE WHEN NEW."address" IS NULL THEN '' ELSE ',"address":[null,' || json_quote (NEW."address") || ']' END
      || CASE WHEN NEW."dusun" IS NULL THEN '' ELSE ',"dusun":[null,' || json_quote (NEW."dusun") || ']' END
      || CASE WHEN NEW."rw" IS NULL THEN '' ELSE ',"rw":[null,' || json_quote (NEW."rw") || ']' END
      || CASE WHEN NEW."rt" IS NULL THEN '' ELSE ',"rt":[null,' || json_quote (NEW."rt") || ']' END
      || CASE WHEN NEW."postcode" IS NULL THEN '' ELSE ',"postcode":[null,' || json_quote (NEW."postcode") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local';
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'family', NEW.uid, 'insert', '{' || substr (''
      || CASE WHEN NEW."kk_number" IS NULL THEN '' ELSE ',"kk_number":[null,' || json_quote (NEW."kk_number") || ']' END
      || CASE WHEN NEW."address" IS NULL THEN '' ELSE ',"address":[null,' || json_quote (NEW."address") || ']' END
      || CASE WHEN NEW."dusun" IS NULL THEN '' ELSE ',"dusun":[null,' || json_quote (NEW."dusun") || ']' END
      || CASE WHEN NEW."rw" IS NULL THEN '' ELSE ',"rw":[null,' || json_quote (NEW."rw") || ']' END
      || CASE WHEN NEW."rt" IS NULL THEN '' ELSE ',"rt":[null,' || json_quote (NEW."rt") || ']' END
      || CASE WHEN NEW."postcode" IS NULL THEN '' ELSE ',"postcode":[null,' || json_quote (NEW."postcode") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply';
END;
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
      || CASE WHEN OLD.extra IS NULL OR OLD.extra = '{}' THEN '' ELSE ',' || substr (OLD.extra, 2, length (OLD.extra) - 2) END, 2) || '}'
    FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND OLD.version > 0 AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."kk_number", NEW."address", NEW."dusun", NEW."rw", NEW."rt", NEW."postcode") IS NOT (OLD.deleted, OLD."kk_number", OLD."address", OLD."dusun", OLD."rw", OLD."rt", OLD."postcode"))
      AND NOT EXISTS (SELECT 1 FROM base WHERE kind = 'family' AND uid = OLD.uid);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'family', NEW.uid, NEW.area, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, OLD.version, '{' || substr (''
      || CASE WHEN NEW."kk_number" IS OLD."kk_number" AND ctx.resolve IS NOT 'kk_number' THEN '' ELSE ',"kk_number":[' || json_quote (OLD."kk_number") || ',' || json_quote (NEW."kk_number") || ']' END
      || CASE WHEN NEW."address" IS OLD."address" AND ctx.resolve IS NOT 'address' THEN '' ELSE ',"address":[' || json_quote (OLD."address") || ',' || json_quote (NEW."address") || ']' END
      || CASE WHEN NEW."dusun" IS OLD."dusun" AND ctx.resolve IS NOT 'address' THEN '' ELSE ',"dusun":[' || json_quote (OLD."dusun") || ',' || json_quote (NEW."dusun") || ']' END
      || CASE WHEN NEW."rw" IS OLD."rw" AND ctx.resolve IS NOT 'address' THEN '' ELSE ',"rw":[' || json_quote (OLD."rw") || ',' || json_quote (NEW."rw") || ']' END
      || CASE WHEN NEW."rt" IS OLD."rt" AND ctx.resolve IS NOT 'address' THEN '' ELSE ',"rt":[' || json_quote (OLD."rt") || ',' || json_quote (NEW."rt") || ']' END
      || CASE WHEN NEW."postcode" IS OLD."postcode" AND ctx.resolve IS NOT 'postcode' THEN '' ELSE ',"postcode":[' || json_quote (OLD."postcode") || ',' || json_quote (NEW."postcode") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."kk_number", NEW."address", NEW."dusun", NEW."rw", NEW."rt", NEW."postcode") IS NOT (OLD.deleted, OLD."kk_number", OLD."address", OLD."dusun", OLD."rw", OLD."rt", OLD."postcode"));
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'family', NEW.uid, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, '{' || substr (''
      || CASE WHEN NEW."kk_number" IS OLD."kk_number" AND ctx.resolve IS NOT 'kk_number' THEN '' ELSE ',"kk_number":[' || json_quote (OLD."kk_number") || ',' || json_quote (NEW."kk_number") || ']' END
      || CASE WHEN NEW."address" IS OLD."address" AND ctx.resolve IS NOT 'address' THEN '' ELSE ',"address":[' || json_quote (OLD."address") || ',' || json_quote (NEW."address") || ']' END
      || CASE WHEN NEW."dusun" IS OLD."dusun" AND ctx.resolve IS NOT 'address' THEN '' ELSE ',"dusun":[' || json_quote (OLD."dusun") || ',' || json_quote (NEW."dusun") || ']' END
      || CASE WHEN NEW."rw" IS OLD."rw" AND ctx.resolve IS NOT 'address' THEN '' ELSE ',"rw":[' || json_quote (OLD."rw") || ',' || json_quote (NEW."rw") || ']' END
      || CASE WHEN NEW."rt" IS OLD."rt" AND ctx.resolve IS NOT 'address' THEN '' ELSE ',"rt":[' || json_quote (OLD."rt") || ',' || json_quote (NEW."rt") || ']' END
      || CASE WHEN NEW."postcode" IS OLD."postcode" AND ctx.resolve IS NOT 'postcode' THEN '' ELSE ',"postcode":[' || json_quote (OLD."postcode") || ',' || json_quote (NEW."postcode") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply' AND (NEW.deleted, NEW."kk_number", NEW."address", NEW."dusun", NEW."rw", NEW."rt", NEW."postcode") IS NOT (OLD.deleted, OLD."kk_number", OLD."address", OLD."dusun", OLD."rw", OLD."rt", OLD."postcode");
END;
CREATE TRIGGER capture_family_delete BEFORE DELETE ON family BEGIN
  SELECT RAISE (ABORT, 'records are never deleted');
END;
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
CREATE TRIGGER capture_area_delete BEFORE DELETE ON area BEGIN
  SELECT RAISE (ABORT, 'records are never deleted');
END;
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
      || CASE WHEN NEW."issued_no" IS NULL THEN '' ELSE ',"issued_no":[null,' || json_quote (NEW."issued_no") || ']' END, 2) || '}',
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
      || CASE WHEN NEW."issued_no" IS NULL THEN '' ELSE ',"issued_no":[null,' || json_quote (NEW."issued_no") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply';
END;
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
      || CASE WHEN OLD.extra IS NULL OR OLD.extra = '{}' THEN '' ELSE ',' || substr (OLD.extra, 2, length (OLD.extra) - 2) END, 2) || '}'
    FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND OLD.version > 0 AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."type", NEW."resident_uid", NEW."family_uid", NEW."from_family_uid", NEW."date", NEW."reported", NEW."cancels", NEW."reason", NEW."form", NEW."filed", NEW."issued", NEW."issued_no") IS NOT (OLD.deleted, OLD."type", OLD."resident_uid", OLD."family_uid", OLD."from_family_uid", OLD."date", OLD."reported", OLD."cancels", OLD."reason", OLD."form", OLD."filed", OLD."issued", OLD."issued_no"))
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
      || CASE WHEN NEW."issued" IS OLD."issued" AND ctx.resolve IS NOT 'issued' THEN '' ELSE ',"issued":[' || json_quote (OLD."issued") || ',' || json_quote (NEW."issued") || ']' END
      || CASE WHEN NEW."issued_no" IS OLD."issued_no" AND ctx.resolve IS NOT 'issued' THEN '' ELSE ',"issued_no":[' || json_quote (OLD."issued_no") || ',' || json_quote (NEW."issued_no") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."type", NEW."resident_uid", NEW."family_uid", NEW."from_family_uid", NEW."date", NEW."reported", NEW."cancels", NEW."reason", NEW."form", NEW."filed", NEW."issued", NEW."issued_no") IS NOT (OLD.deleted, OLD."type", OLD."resident_uid", OLD."family_uid", OLD."from_family_uid", OLD."date", OLD."reported", OLD."cancels", OLD."reason", OLD."form", OLD."filed", OLD."issued", OLD."issued_no"));
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
      || CASE WHEN NEW."issued" IS OLD."issued" AND ctx.resolve IS NOT 'issued' THEN '' ELSE ',"issued":[' || json_quote (OLD."issued") || ',' || json_quote (NEW."issued") || ']' END
      || CASE WHEN NEW."issued_no" IS OLD."issued_no" AND ctx.resolve IS NOT 'issued' THEN '' ELSE ',"issued_no":[' || json_quote (OLD."issued_no") || ',' || json_quote (NEW."issued_no") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply' AND (NEW.deleted, NEW."type", NEW."resident_uid", NEW."family_uid", NEW."from_family_uid", NEW."date", NEW."reported", NEW."cancels", NEW."reason", NEW."form", NEW."filed", NEW."issued", NEW."issued_no") IS NOT (OLD.deleted, OLD."type", OLD."resident_uid", OLD."family_uid", OLD."from_family_uid", OLD."date", OLD."reported", OLD."cancels", OLD."reason", OLD."form", OLD."filed", OLD."issued", OLD."issued_no");
END;
CREATE TRIGGER capture_event_delete BEFORE DELETE ON event BEGIN
  SELECT RAISE (ABORT, 'records are never deleted');
END;
CREATE TRIGGER capture_account_insert AFTER INSERT ON account BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'account', NEW.uid, NEW.area, 'insert', NEW.version, '{' || substr (''
      || CASE WHEN NEW."name" IS NULL THEN '' ELSE ',"name":[null,' || json_quote (NEW."name") || ']' END
      || ifnull (',"duty":[null,' || NEW."duty" || ']', '')
      || CASE WHEN NEW."closed" IS NULL THEN '' ELSE ',"closed":[null,' || json_quote (NEW."closed") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local';
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'account', NEW.uid, 'insert', '{' || substr (''
      || CASE WHEN NEW."name" IS NULL THEN '' ELSE ',"name":[null,' || json_quote (NEW."name") || ']' END
      || ifnull (',"duty":[null,' || NEW."duty" || ']', '')
      || CASE WHEN NEW."closed" IS NULL THEN '' ELSE ',"closed":[null,' || json_quote (NEW."closed") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply';
END;
CREATE TRIGGER capture_account_update AFTER UPDATE ON account BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO base (kind, uid, version, data)
    SELECT 'account', OLD.uid, OLD.version, '{' || substr (''
      || CASE WHEN OLD."name" IS NULL THEN '' ELSE ',"name":' || json_quote (OLD."name") END
      || CASE WHEN OLD."duty" IS NULL THEN '' ELSE ',"duty":' || json_quote (OLD."duty") END
      || CASE WHEN OLD."closed" IS NULL THEN '' ELSE ',"closed":' || json_quote (OLD."closed") END
      || CASE WHEN OLD.extra IS NULL OR OLD.extra = '{}' THEN '' ELSE ',' || substr (OLD.extra, 2, length (OLD.extra) - 2) END, 2) || '}'
    FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND OLD.version > 0 AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."name", NEW."duty", NEW."closed") IS NOT (OLD.deleted, OLD."name", OLD."duty", OLD."closed"))
      AND NOT EXISTS (SELECT 1 FROM base WHERE kind = 'account' AND uid = OLD.uid);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'account', NEW.uid, NEW.area, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, OLD.version, '{' || substr (''
      || CASE WHEN NEW."name" IS OLD."name" AND ctx.resolve IS NOT 'name' THEN '' ELSE ',"name":[' || json_quote (OLD."name") || ',' || json_quote (NEW."name") || ']' END
      || CASE WHEN NEW."duty" IS OLD."duty" AND ctx.resolve IS NOT 'duty' THEN '' ELSE ',"duty":[' || json_quote (OLD."duty") || ',' || json_quote (NEW."duty") || ']' END
      || CASE WHEN NEW."closed" IS OLD."closed" AND ctx.resolve IS NOT 'closed' THEN '' ELSE ',"closed":[' || json_quote (OLD."closed") || ',' || json_quote (NEW."closed") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."name", NEW."duty", NEW."closed") IS NOT (OLD.deleted, OLD."name", OLD."duty", OLD."closed"));
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'account', NEW.uid, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, '{' || substr (''
      || CASE WHEN NEW."name" IS OLD."name" AND ctx.resolve IS NOT 'name' THEN '' ELSE ',"name":[' || json_quote (OLD."name") || ',' || json_quote (NEW."name") || ']' END
      || CASE WHEN NEW."duty" IS OLD."duty" AND ctx.resolve IS NOT 'duty' THEN '' ELSE ',"duty":[' || json_quote (OLD."duty") || ',' || json_quote (NEW."duty") || ']' END
      || CASE WHEN NEW."closed" IS OLD."closed" AND ctx.resolve IS NOT 'closed' THEN '' ELSE ',"closed":[' || json_quote (OLD."closed") || ',' || json_quote (NEW."closed") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply' AND (NEW.deleted, NEW."name", NEW."duty", NEW."closed") IS NOT (OLD.deleted, OLD."name", OLD."duty", OLD."closed");
END;
CREATE TRIGGER capture_account_delete BEFORE DELETE ON account BEGIN
  SELECT RAISE (ABORT, 'records are never deleted');
END;
CREATE TRIGGER capture_place_insert AFTER INSERT ON place BEGIN
  SELECT RAISE (ABORT, 'owned by the server') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx WHERE mode = 'apply');
END;
CREATE TRIGGER capture_place_update AFTER UPDATE ON place BEGIN
  SELECT RAISE (ABORT, 'owned by the server') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx WHERE mode = 'apply');
END;
CREATE TRIGGER capture_place_delete BEFORE DELETE ON place BEGIN
  SELECT RAISE (ABORT, 'records are never deleted');
END;
CREATE TRIGGER capture_waiver_insert AFTER INSERT ON waiver BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'waiver', NEW.uid, NEW.area, 'insert', NEW.version, '{' || substr (''
      || CASE WHEN NEW."subject_uid" IS NULL THEN '' ELSE ',"subject_uid":[null,' || json_quote (NEW."subject_uid") || ']' END
      || CASE WHEN NEW."rule" IS NULL THEN '' ELSE ',"rule":[null,' || json_quote (NEW."rule") || ']' END
      || CASE WHEN NEW."reason" IS NULL THEN '' ELSE ',"reason":[null,' || json_quote (NEW."reason") || ']' END
      || CASE WHEN NEW."value" IS NULL THEN '' ELSE ',"value":[null,' || json_quote (NEW."value") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local';
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'waiver', NEW.uid, 'insert', '{' || substr (''
      || CASE WHEN NEW."subject_uid" IS NULL THEN '' ELSE ',"subject_uid":[null,' || json_quote (NEW."subject_uid") || ']' END
      || CASE WHEN NEW."rule" IS NULL THEN '' ELSE ',"rule":[null,' || json_quote (NEW."rule") || ']' END
      || CASE WHEN NEW."reason" IS NULL THEN '' ELSE ',"reason":[null,' || json_quote (NEW."reason") || ']' END
      || CASE WHEN NEW."value" IS NULL THEN '' ELSE ',"value":[null,' || json_quote (NEW."value") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply';
END;
CREATE TRIGGER capture_waiver_update AFTER UPDATE ON waiver BEGIN
  SELECT RAISE (ABORT, 'no act is open') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx);
  INSERT INTO base (kind, uid, version, data)
    SELECT 'waiver', OLD.uid, OLD.version, '{' || substr (''
      || CASE WHEN OLD."subject_uid" IS NULL THEN '' ELSE ',"subject_uid":' || json_quote (OLD."subject_uid") END
      || CASE WHEN OLD."rule" IS NULL THEN '' ELSE ',"rule":' || json_quote (OLD."rule") END
      || CASE WHEN OLD."reason" IS NULL THEN '' ELSE ',"reason":' || json_quote (OLD."reason") END
      || CASE WHEN OLD."value" IS NULL THEN '' ELSE ',"value":' || json_quote (OLD."value") END
      || CASE WHEN OLD.extra IS NULL OR OLD.extra = '{}' THEN '' ELSE ',' || substr (OLD.extra, 2, length (OLD.extra) - 2) END, 2) || '}'
    FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND OLD.version > 0 AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."subject_uid", NEW."rule", NEW."reason", NEW."value") IS NOT (OLD.deleted, OLD."subject_uid", OLD."rule", OLD."reason", OLD."value"))
      AND NOT EXISTS (SELECT 1 FROM base WHERE kind = 'waiver' AND uid = OLD.uid);
  INSERT INTO change (tx, kind, uid, area, op, base, "set", actor, act, reason, t)
    SELECT ctx.tx, 'waiver', NEW.uid, NEW.area, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, OLD.version, '{' || substr (''
      || CASE WHEN NEW."subject_uid" IS OLD."subject_uid" AND ctx.resolve IS NOT 'subject_uid' THEN '' ELSE ',"subject_uid":[' || json_quote (OLD."subject_uid") || ',' || json_quote (NEW."subject_uid") || ']' END
      || CASE WHEN NEW."rule" IS OLD."rule" AND ctx.resolve IS NOT 'rule' THEN '' ELSE ',"rule":[' || json_quote (OLD."rule") || ',' || json_quote (NEW."rule") || ']' END
      || CASE WHEN NEW."reason" IS OLD."reason" AND ctx.resolve IS NOT 'reason' THEN '' ELSE ',"reason":[' || json_quote (OLD."reason") || ',' || json_quote (NEW."reason") || ']' END
      || CASE WHEN NEW."value" IS OLD."value" AND ctx.resolve IS NOT 'value' THEN '' ELSE ',"value":[' || json_quote (OLD."value") || ',' || json_quote (NEW."value") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.reason, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'local' AND (ctx.resolve IS NOT NULL OR (NEW.deleted, NEW."subject_uid", NEW."rule", NEW."reason", NEW."value") IS NOT (OLD.deleted, OLD."subject_uid", OLD."rule", OLD."reason", OLD."value"));
  INSERT INTO history (kind, uid, op, "set", actor_name, act, t)
    SELECT 'waiver', NEW.uid, CASE WHEN ctx.resolve IS NOT NULL THEN 'resolve' WHEN NEW.deleted > OLD.deleted THEN 'delete' WHEN NEW.deleted < OLD.deleted THEN 'restore' ELSE 'update' END, '{' || substr (''
      || CASE WHEN NEW."subject_uid" IS OLD."subject_uid" AND ctx.resolve IS NOT 'subject_uid' THEN '' ELSE ',"subject_uid":[' || json_quote (OLD."subject_uid") || ',' || json_quote (NEW."subject_uid") || ']' END
      || CASE WHEN NEW."rule" IS OLD."rule" AND ctx.resolve IS NOT 'rule' THEN '' ELSE ',"rule":[' || json_quote (OLD."rule") || ',' || json_quote (NEW."rule") || ']' END
      || CASE WHEN NEW."reason" IS OLD."reason" AND ctx.resolve IS NOT 'reason' THEN '' ELSE ',"reason":[' || json_quote (OLD."reason") || ',' || json_quote (NEW."reason") || ']' END
      || CASE WHEN NEW."value" IS OLD."value" AND ctx.resolve IS NOT 'value' THEN '' ELSE ',"value":[' || json_quote (OLD."value") || ',' || json_quote (NEW."value") || ']' END, 2) || '}',
      ctx.actor, ctx.act, ctx.t FROM sync_ctx AS ctx WHERE ctx.mode = 'apply' AND (NEW.deleted, NEW."subject_uid", NEW."rule", NEW."reason", NEW."value") IS NOT (OLD.deleted, OLD."subject_uid", OLD."rule", OLD."reason", OLD."value");
END;
CREATE TRIGGER capture_waiver_delete BEFORE DELETE ON waiver BEGIN
  SELECT RAISE (ABORT, 'records are never deleted');
END;
CREATE TRIGGER capture_conflict_insert AFTER INSERT ON conflict BEGIN
  SELECT RAISE (ABORT, 'owned by the server') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx WHERE mode = 'apply');
END;
CREATE TRIGGER capture_conflict_update AFTER UPDATE ON conflict BEGIN
  SELECT RAISE (ABORT, 'owned by the server') WHERE NOT EXISTS (SELECT 1 FROM sync_ctx WHERE mode = 'apply');
END;
CREATE TRIGGER capture_conflict_delete BEFORE DELETE ON conflict BEGIN
  SELECT RAISE (ABORT, 'records are never deleted');
END;
CREATE INDEX resident_list_name ON resident_list (status, name_key, rid);
CREATE INDEX resident_list_area ON resident_list (area, status, name_key);
CREATE VIEW event_standing AS
SELECT * FROM event AS e
WHERE e.deleted = 0 AND e.type <> 90
  AND NOT EXISTS (SELECT 1 FROM event AS c WHERE c.cancels = e.uid AND c.type = 90 AND c.deleted = 0);
CREATE VIEW resident_list_now AS
SELECT rid, uid, area, status, name_key, sex, birth_date, shdk, nik, kk_number, dusun, rw, rt, address_key,
  (filled < 12) + 2 * clashes + 4 * waits + 8 * (nik IS NULL) AS marks, filled
FROM (
  SELECT r.rid, r.uid, r.area,
    coalesce ((
      SELECT CASE e.type WHEN 3 THEN 2 WHEN 4 THEN 3 WHEN 6 THEN 4 WHEN 7 THEN 6 WHEN 9 THEN 9 ELSE 1 END
      FROM event_standing AS e
      WHERE e.resident_uid = r.uid AND e.type BETWEEN 1 AND 9
      ORDER BY e.type = 9 DESC, e.type = 3 DESC, e.type IN (1, 2), e.date DESC, e.type DESC, e.uid DESC
      LIMIT 1), 1) AS status,
    coalesce (pamong_name_key (r.name), '') AS name_key,
    r.sex, r.birth_date, r.shdk, r.nik, f.kk_number, f.dusun, f.rw, f.rt,
    pamong_fold (nullif (trim (coalesce (f.address, '') || ' ' || coalesce (f.dusun, '')), '')) AS address_key,
    (r.name IS NOT NULL) + (r.sex IS NOT NULL) + (r.birth_place IS NOT NULL) + (r.birth_date IS NOT NULL) + (r.religion IS NOT NULL)
      + (r.education IS NOT NULL) + (r.occupation IS NOT NULL) + (r.marital_status IS NOT NULL) + (r.nationality IS NOT NULL)
      + (r.father_name IS NOT NULL) + (r.mother_name IS NOT NULL) + (r.shdk IS NOT NULL) AS filled,
    EXISTS (SELECT 1 FROM conflict AS c WHERE c.subject_uid IN (r.uid, r.family_uid) AND c.closed IS NOT 1 AND c.deleted = 0) AS clashes,
    (f.uid IS NOT NULL AND f.kk_number IS NULL)
      OR EXISTS (SELECT 1 FROM event_standing AS e WHERE e.resident_uid = r.uid AND e.filed IS NOT NULL AND e.issued IS NULL)
      OR EXISTS (SELECT 1 FROM event_standing AS e WHERE e.family_uid = r.family_uid AND e.filed IS NOT NULL AND e.issued IS NULL) AS waits
  FROM resident AS r LEFT JOIN family AS f ON f.uid = r.family_uid AND f.deleted = 0
  WHERE r.deleted = 0
);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('change',32);
COMMIT;
PRAGMA user_version = 1;
