BEGIN TRANSACTION;
CREATE TABLE articles (
	id INTEGER NOT NULL, 
	record INTEGER NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	source TEXT NOT NULL, 
	language VARCHAR, 
	text TEXT NOT NULL, 
	blocks TEXT NOT NULL, 
	marks TEXT NOT NULL, 
	pages TEXT NOT NULL, 
	declared TEXT NOT NULL, 
	problems TEXT NOT NULL, 
	added VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(record) REFERENCES records (id) ON DELETE CASCADE
);
INSERT INTO "articles" VALUES(1,1,'0000000000000000000000000000000000000000000000000000000000000000','{"is":"Source","name":"a.txt","media_type":"text/plain","sha256":"0000000000000000000000000000000000000000000000000000000000000000","size":5,"encoding":{"is":"Encoding","name":"big5","sure":false},"accessed":{"is":"PartialDate","year":2026,"month":1,"day":2}}','zh-Hant','渡輪

The clock 𠮷 stands.

Tr. by Ann Ó Briain','[{"is":"Block","kind":"heading","span":[0,2]},{"is":"Block","kind":"paragraph","span":[4,23],"image":"ab"}]','[{"is":"Mark","kind":"link","span":[4,7],"target":"https://example.org/"}]','[{"is":"Page","span":[0,20],"label":"iv","width":595.0,"height":842.0,"boxes":[{"is":"Box","span":[0,2],"left":1.5,"top":2.0,"right":3.0,"bottom":4.25}]}]','[{"is":"Claim","field":"title","value":{"is":"Title","text":"D"},"certainty":"declared","evidence":[{"is":"FilePlace","where":"head","words":"D"}]}]','[{"is":"Problem","kind":"encoding-guessed","place":[1,2],"detail":"big5"}]','2026-11-22T18:39:56.530633+00:00');
INSERT INTO "articles" VALUES(2,2,'620d8fdb2f85e1507b37fbf51b3a6bc2b450f02590a9d327468bd02f1bfbcb99','{"is":"Source","name":"light.txt","media_type":"text/plain","sha256":"620d8fdb2f85e1507b37fbf51b3a6bc2b450f02590a9d327468bd02f1bfbcb99","size":133,"encoding":{"is":"Encoding","name":"utf-8"}}',NULL,'The Lighthouse

By Ines Faro
Translated by Tom Wick

It was dark on the Élan quay.

First published in Diário da Costa, 3 May 2014.','[{"is":"Block","kind":"heading","span":[0,14]},{"is":"Block","kind":"credit","span":[16,28]},{"is":"Block","kind":"credit","span":[29,51]},{"is":"Block","kind":"paragraph","span":[53,82]},{"is":"Block","kind":"credit","span":[84,131]}]','[]','[]','[]','[]','2026-11-22T18:39:56.671092+00:00');
INSERT INTO "articles" VALUES(3,3,'0000000000000000000000000000000000000000000000000000000000000001','{"is":"Source","name":"a.txt","media_type":"text/plain","sha256":"0000000000000000000000000000000000000000000000000000000000000001","size":5,"encoding":{"is":"Encoding","name":"big5","sure":false},"accessed":{"is":"PartialDate","year":2026,"month":1,"day":2}}','zh-Hant','Binned 100% salt                    ','[{"is":"Block","kind":"heading","span":[0,2]},{"is":"Block","kind":"paragraph","span":[4,23],"image":"ab"}]','[{"is":"Mark","kind":"link","span":[4,7],"target":"https://example.org/"}]','[{"is":"Page","span":[0,20],"label":"iv","width":595.0,"height":842.0,"boxes":[{"is":"Box","span":[0,2],"left":1.5,"top":2.0,"right":3.0,"bottom":4.25}]}]','[{"is":"Claim","field":"title","value":{"is":"Title","text":"D"},"certainty":"declared","evidence":[{"is":"FilePlace","where":"head","words":"D"}]}]','[{"is":"Problem","kind":"encoding-guessed","place":[1,2],"detail":"big5"}]','2026-11-22T18:39:56.679106+00:00');
INSERT INTO "articles" VALUES(4,4,'0000000000000000000000000000000000000000000000000000000000000002','{"is":"Source","name":"a.txt","media_type":"text/plain","sha256":"0000000000000000000000000000000000000000000000000000000000000002","size":5,"encoding":{"is":"Encoding","name":"big5","sure":false},"accessed":{"is":"PartialDate","year":2026,"month":1,"day":2}}','zh-Hant','渡輪與碼頭，香港。。。。。。。。。。。。。。。。。。。。。','[{"is":"Block","kind":"heading","span":[0,2]},{"is":"Block","kind":"paragraph","span":[4,23],"image":"ab"}]','[{"is":"Mark","kind":"link","span":[4,7],"target":"https://example.org/"}]','[{"is":"Page","span":[0,20],"label":"iv","width":595.0,"height":842.0,"boxes":[{"is":"Box","span":[0,2],"left":1.5,"top":2.0,"right":3.0,"bottom":4.25}]}]','[{"is":"Claim","field":"title","value":{"is":"Title","text":"D"},"certainty":"declared","evidence":[{"is":"FilePlace","where":"head","words":"D"}]}]','[{"is":"Problem","kind":"encoding-guessed","place":[1,2],"detail":"big5"}]','2026-11-22T18:39:56.682499+00:00');
CREATE TABLE claims (
	id INTEGER NOT NULL, 
	record INTEGER NOT NULL, 
	field VARCHAR NOT NULL, 
	item INTEGER NOT NULL, 
	value TEXT NOT NULL, 
	certainty VARCHAR NOT NULL, 
	evidence TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(record) REFERENCES records (id) ON DELETE CASCADE
);
INSERT INTO "claims" VALUES(1,1,'title',0,'{"is":"Title","text":"渡輪","tag":"zh-Hant","forms":[{"is":"TaggedText","text":"Dulun","tag":"zh-Latn"}]}','stated','[[0,2]]');
INSERT INTO "claims" VALUES(2,1,'translator',0,'{"is":"Contributor","role":"trl","name":{"is":"Name","literal":"Ann Ó Briain","forms":[{"is":"NameForm","text":"Ann Ó Briain","tag":"ga","family":"Ó Briain","given":"Ann"}],"honorific":"Dr","guessed":true},"qualifier":"adp","title":"Editor"}','inferred','[[25,43]]');
INSERT INTO "claims" VALUES(3,1,'appearance.date',1,'{"is":"DateRange","start":{"is":"PartialDate","year":2015},"end":null}','user','[]');
INSERT INTO "claims" VALUES(4,1,'appearance.relation',1,'"translation"','user','[]');
INSERT INTO "claims" VALUES(5,1,'license',0,'null','user','[]');
INSERT INTO "claims" VALUES(6,2,'title',0,'{"is":"Title","text":"The Lighthouse"}','stated','[[0,14]]');
INSERT INTO "claims" VALUES(7,2,'author',0,'{"is":"Contributor","role":"aut","name":{"is":"Name","literal":"Ines Faro","forms":[{"is":"NameForm","text":"Ines Faro","family":"Faro","given":"Ines"}]}}','stated','[[16,28]]');
INSERT INTO "claims" VALUES(8,2,'translator',0,'{"is":"Contributor","role":"trl","name":{"is":"Name","literal":"Tom Wick","forms":[{"is":"NameForm","text":"Tom Wick","family":"Wick","given":"Tom"}]}}','stated','[[29,51]]');
INSERT INTO "claims" VALUES(9,2,'appearance.publication',0,'"Diário da Costa"','stated','[[103,118]]');
INSERT INTO "claims" VALUES(10,2,'appearance.date',0,'{"is":"PartialDate","year":2014,"month":5,"day":3,"printed":"3 May 2014"}','stated','[[120,130]]');
INSERT INTO "claims" VALUES(11,2,'appearance.relation',0,'"original"','stated','[[84,130]]');
INSERT INTO "claims" VALUES(12,2,'original.title',0,'{"is":"Title","text":"O farol","tag":"pt"}','user','[]');
INSERT INTO "claims" VALUES(13,2,'original.language',0,'"pt"','user','[]');
INSERT INTO "claims" VALUES(14,2,'variable.DOI',0,'"10.1000/xyz"','user','[]');
INSERT INTO "claims" VALUES(15,2,'original.author',0,'{"is":"Contributor","role":"aut","name":{"is":"Name","literal":"Inês Faro","forms":[{"is":"NameForm","text":"Inês Faro","tag":"pt","family":"Faro","given":"Inês"}]}}','user','[]');
INSERT INTO "claims" VALUES(16,4,'language',0,'"zh-Hant"','user','[]');
CREATE TABLE highlights (
	id INTEGER NOT NULL, 
	article INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	colour VARCHAR NOT NULL, 
	note TEXT NOT NULL, 
	tags TEXT NOT NULL, 
	state VARCHAR NOT NULL, 
	created VARCHAR NOT NULL, 
	modified VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);
INSERT INTO "highlights" VALUES(1,1,'{"is":"Quote","exact":"clock 𠮷","prefix":"The ","suffix":" stands","position":[8,15]}','rose','the thesis, ñ','["time","鐘"]','anchored','2026-11-22T18:39:56.533744+00:00','2026-11-22T18:39:56.533744+00:00');
INSERT INTO "highlights" VALUES(2,1,'{"is":"Quote","exact":"gone"}','yellow','','[]','lost','2026-11-22T18:39:56.536083+00:00','2026-11-22T18:39:56.536083+00:00');
CREATE TABLE library_info (
	name VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "library_info" VALUES('schema','1');
CREATE TABLE records (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	work VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	key_folded VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	authors VARCHAR NOT NULL, 
	translators VARCHAR NOT NULL, 
	language VARCHAR, 
	original_language VARCHAR, 
	year INTEGER, 
	title_sort VARCHAR NOT NULL, 
	authors_sort VARCHAR NOT NULL, 
	found_by TEXT NOT NULL, 
	added VARCHAR NOT NULL, 
	changed VARCHAR NOT NULL, 
	opened VARCHAR, 
	place INTEGER NOT NULL, 
	progress FLOAT NOT NULL, 
	binned VARCHAR, 
	PRIMARY KEY (id), 
	UNIQUE (uid), 
	UNIQUE (key_folded)
);
INSERT INTO "records" VALUES(1,'eeeaf4ba2ef74afb89ab123417a00af5','1d959f89f8494c66a5c3c7590c64f164','obriain2015','obriain2015','渡輪','','Ó Briain',NULL,NULL,2015,'渡輪','','渡輪
dulun
ann o briain
ann o briain','2026-11-22T18:39:56.526755+00:00','2026-11-22T18:39:56.526755+00:00','2026-11-22T18:39:56.537173+00:00',12,0.5,NULL);
INSERT INTO "records" VALUES(2,'2e216953e3be407d8e7d634f8ad95b9b','2de2a980825c424c970657d29d947522','farondlighthouse','farondlighthouse','The Lighthouse','Faro','Wick',NULL,'pt',2014,'the lighthouse','faro','the lighthouse
o farol
ines faro
tom wick
ines faro
ines faro
tom wick
ines faro
diario da costa','2026-11-22T18:39:56.670313+00:00','2026-11-22T18:39:56.675799+00:00',NULL,0,0.0,NULL);
INSERT INTO "records" VALUES(3,'58a0f621c3544c58a0c72984afa6ddee','a4bdd136fecd473dad717124f3795fbd','binned','binned','','','',NULL,NULL,NULL,'','','','2026-11-22T18:39:56.678546+00:00','2026-11-22T18:39:56.678546+00:00',NULL,0,0.0,'2026-11-22T18:39:56.679955+00:00');
INSERT INTO "records" VALUES(4,'c7c6964a94da41839a8df286ab0b1fcb','d282926c2a8b43f98c9c6c92c82cf25c','anon','anon','','','','zh-Hant',NULL,NULL,'','','','2026-11-22T18:39:56.681711+00:00','2026-11-22T18:39:56.681711+00:00',NULL,0,0.0,NULL);
CREATE TABLE tags (
	record INTEGER NOT NULL, 
	tag VARCHAR NOT NULL, 
	PRIMARY KEY (record, tag), 
	FOREIGN KEY(record) REFERENCES records (id) ON DELETE CASCADE
);
INSERT INTO "tags" VALUES(1,'harbour');
INSERT INTO "tags" VALUES(1,'海');
CREATE INDEX ix_records_opened ON records (opened);
CREATE INDEX ix_records_title_sort ON records (title_sort);
CREATE INDEX ix_records_authors_sort ON records (authors_sort);
CREATE INDEX ix_records_added ON records (added);
CREATE INDEX ix_records_binned ON records (binned);
CREATE INDEX ix_records_work ON records (work);
CREATE INDEX ix_articles_sha256 ON articles (sha256);
CREATE INDEX ix_articles_record ON articles (record);
CREATE INDEX ix_claims_record ON claims (record);
CREATE INDEX ix_highlights_article ON highlights (article);
COMMIT;
