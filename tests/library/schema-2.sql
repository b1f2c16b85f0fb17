BEGIN TRANSACTION;
CREATE TABLE alignments ( first INTEGER NOT NULL, second INTEGER NOT NULL, rows TEXT NOT NULL, edited
      INTEGER DEFAULT '0' NOT NULL, changed VARCHAR NOT NULL, PRIMARY KEY (first, second), FOREIGN KEY(first)
      REFERENCES records (id) ON DELETE CASCADE, FOREIGN KEY(second) REFERENCES records (id) ON DELETE CASCADE
      );
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
	added VARCHAR NOT NULL, reader INTEGER DEFAULT '0' NOT NULL, origin VARCHAR, 
	PRIMARY KEY (id), 
	FOREIGN KEY(record) REFERENCES records (id) ON DELETE CASCADE
);
INSERT INTO "articles" VALUES(1,1,'0000000000000000000000000000000000000000000000000000000000000000','{"is":"Source","name":"a.txt","media_type":"text/plain","sha256":"0000000000000000000000000000000000000000000000000000000000000000","size":5,"encoding":{"is":"Encoding","name":"big5","sure":false},"accessed":{"is":"PartialDate","year":2026,"month":1,"day":2}}','zh-Hant','渡輪

The clock 𠮷 stands.

Tr. by Ann Ó Briain','[{"is":"Block","kind":"heading","span":[0,2]},{"is":"Block","kind":"paragraph","span":[4,23],"image":"ab"}]','[{"is":"Mark","kind":"link","span":[4,7],"target":"https://example.org/"}]','[{"is":"Page","span":[0,20],"label":"iv","width":595.0,"height":842.0,"boxes":[{"is":"Box","span":[0,2],"left":1.5,"top":2.0,"right":3.0,"bottom":4.25}]}]','[{"is":"Claim","field":"title","value":{"is":"Title","text":"D"},"certainty":"declared","evidence":[{"is":"FilePlace","where":"head","words":"D"}]}]','[{"is":"Problem","kind":"encoding-guessed","place":[1,2],"detail":"big5"}]','2026-11-22T18:39:56.530633+00:00',0,NULL);
INSERT INTO "articles" VALUES(2,2,'620d8fdb2f85e1507b37fbf51b3a6bc2b450f02590a9d327468bd02f1bfbcb99','{"is":"Source","name":"light.txt","media_type":"text/plain","sha256":"620d8fdb2f85e1507b37fbf51b3a6bc2b450f02590a9d327468bd02f1bfbcb99","size":133,"encoding":{"is":"Encoding","name":"utf-8"}}',NULL,'The Lighthouse

By Ines Faro
Translated by Tom Wick

It was dark on the Élan quay.

First published in Diário da Costa, 3 May 2014.','[{"is":"Block","kind":"heading","span":[0,14]},{"is":"Block","kind":"credit","span":[16,28]},{"is":"Block","kind":"credit","span":[29,51]},{"is":"Block","kind":"paragraph","span":[53,82]},{"is":"Block","kind":"credit","span":[84,131]}]','[]','[]','[]','[]','2026-11-22T18:39:56.671092+00:00',0,NULL);
INSERT INTO "articles" VALUES(3,3,'0000000000000000000000000000000000000000000000000000000000000001','{"is":"Source","name":"a.txt","media_type":"text/plain","sha256":"0000000000000000000000000000000000000000000000000000000000000001","size":5,"encoding":{"is":"Encoding","name":"big5","sure":false},"accessed":{"is":"PartialDate","year":2026,"month":1,"day":2}}','zh-Hant','Binned 100% salt                    ','[{"is":"Block","kind":"heading","span":[0,2]},{"is":"Block","kind":"paragraph","span":[4,23],"image":"ab"}]','[{"is":"Mark","kind":"link","span":[4,7],"target":"https://example.org/"}]','[{"is":"Page","span":[0,20],"label":"iv","width":595.0,"height":842.0,"boxes":[{"is":"Box","span":[0,2],"left":1.5,"top":2.0,"right":3.0,"bottom":4.25}]}]','[{"is":"Claim","field":"title","value":{"is":"Title","text":"D"},"certainty":"declared","evidence":[{"is":"FilePlace","where":"head","words":"D"}]}]','[{"is":"Problem","kind":"encoding-guessed","place":[1,2],"detail":"big5"}]','2026-11-22T18:39:56.679106+00:00',0,NULL);
INSERT INTO "articles" VALUES(4,4,'0000000000000000000000000000000000000000000000000000000000000002','{"is":"Source","name":"a.txt","media_type":"text/plain","sha256":"0000000000000000000000000000000000000000000000000000000000000002","size":5,"encoding":{"is":"Encoding","name":"big5","sure":false},"accessed":{"is":"PartialDate","year":2026,"month":1,"day":2}}','zh-Hant','渡輪與碼頭，香港。。。。。。。。。。。。。。。。。。。。。','[{"is":"Block","kind":"heading","span":[0,2]},{"is":"Block","kind":"paragraph","span":[4,23],"image":"ab"}]','[{"is":"Mark","kind":"link","span":[4,7],"target":"https://example.org/"}]','[{"is":"Page","span":[0,20],"label":"iv","width":595.0,"height":842.0,"boxes":[{"is":"Box","span":[0,2],"left":1.5,"top":2.0,"right":3.0,"bottom":4.25}]}]','[{"is":"Claim","field":"title","value":{"is":"Title","text":"D"},"certainty":"declared","evidence":[{"is":"FilePlace","where":"head","words":"D"}]}]','[{"is":"Problem","kind":"encoding-guessed","place":[1,2],"detail":"big5"}]','2026-11-22T18:39:56.682499+00:00',0,NULL);
CREATE TABLE collections ( id INTEGER NOT NULL, parent INTEGER, name VARCHAR NOT NULL, position INTEGER NOT
      NULL, PRIMARY KEY (id), FOREIGN KEY(parent) REFERENCES collections (id) ON DELETE CASCADE );
CREATE TABLE export_targets ( id INTEGER NOT NULL, path TEXT NOT NULL, format VARCHAR NOT NULL, options TEXT
      DEFAULT '{}' NOT NULL, selection TEXT DEFAULT '{}' NOT NULL, sha256 VARCHAR, written VARCHAR, paused
      INTEGER DEFAULT '0' NOT NULL, trouble TEXT, PRIMARY KEY (id), UNIQUE (path) );
CREATE TABLE facts ( record INTEGER NOT NULL, made TEXT NOT NULL, claims TEXT NOT NULL, PRIMARY KEY
      (record), FOREIGN KEY(record) REFERENCES records (id) ON DELETE CASCADE );
INSERT INTO "facts" VALUES(1,'[5,["article-newspaper",["渡輪","zh-Hant",[["Dulun","zh-Latn"]]],null,[["trl",["Ann Ó Briain",[["Ann Ó Briain","ga","Ó Briain","Ann"]],"Dr",false,true],"adp","Editor"]],[[null,["DateRange",[2015],null],null,null,null,null,"translation"]]]]','[{"is":"Claim","field":"title","value":{"is":"Title","text":"渡輪","tag":"zh-Hant","forms":[{"is":"TaggedText","text":"Dulun","tag":"zh-Latn"}]},"certainty":"stated","evidence":[[0,2]]},{"is":"Claim","field":"translator","value":{"is":"Contributor","role":"trl","name":{"is":"Name","literal":"Ann Ó Briain","forms":[{"is":"NameForm","text":"Ann Ó Briain","tag":"ga","family":"Ó Briain","given":"Ann"}],"honorific":"Dr","guessed":true},"qualifier":"adp","title":"Editor"},"certainty":"inferred","evidence":[[25,43]]},{"is":"Claim","field":"appearance.date","value":{"is":"DateRange","start":{"is":"PartialDate","year":2015},"end":null},"certainty":"user","item":1},{"is":"Claim","field":"appearance.relation","value":"translation","certainty":"user","item":1},{"is":"Claim","field":"license","value":null,"certainty":"user"}]');
INSERT INTO "facts" VALUES(2,'[5,["article-newspaper",["The Lighthouse"],null,[["aut",["Ines Faro",[["Ines Faro",null,"Faro","Ines"]]]],["trl",["Tom Wick",[["Tom Wick",null,"Wick","Tom"]]]]],[["Diário da Costa",["PartialDate",2014,5,3,null,false,false,false,"3 May 2014"],null,null,null,null,"original"]],[["translation-of",[["O farol","pt"],"pt",[["aut",["Inês Faro",[["Inês Faro","pt","Faro","Inês"]]]]]]]],[],null,{"DOI":"10.1000/xyz"}]]','[{"is":"Claim","field":"title","value":{"is":"Title","text":"The Lighthouse"},"certainty":"stated","evidence":[[0,14]]},{"is":"Claim","field":"author","value":{"is":"Contributor","role":"aut","name":{"is":"Name","literal":"Ines Faro","forms":[{"is":"NameForm","text":"Ines Faro","family":"Faro","given":"Ines"}]}},"certainty":"stated","evidence":[[16,28]]},{"is":"Claim","field":"translator","value":{"is":"Contributor","role":"trl","name":{"is":"Name","literal":"Tom Wick","forms":[{"is":"NameForm","text":"Tom Wick","family":"Wick","given":"Tom"}]}},"certainty":"stated","evidence":[[29,51]]},{"is":"Claim","field":"appearance.publication","value":"Diário da Costa","certainty":"stated","evidence":[[103,118]]},{"is":"Claim","field":"appearance.date","value":{"is":"PartialDate","year":2014,"month":5,"day":3,"printed":"3 May 2014"},"certainty":"stated","evidence":[[120,130]]},{"is":"Claim","field":"appearance.relation","value":"original","certainty":"stated","evidence":[[84,130]]},{"is":"Claim","field":"original.title","value":{"is":"Title","text":"O farol","tag":"pt"},"certainty":"user"},{"is":"Claim","field":"original.language","value":"pt","certainty":"user"},{"is":"Claim","field":"variable.DOI","value":"10.1000/xyz","certainty":"user"},{"is":"Claim","field":"original.author","value":{"is":"Contributor","role":"aut","name":{"is":"Name","literal":"Inês Faro","forms":[{"is":"NameForm","text":"Inês Faro","tag":"pt","family":"Faro","given":"Inês"}]}},"certainty":"user"}]');
INSERT INTO "facts" VALUES(3,'[5,[]]','[]');
INSERT INTO "facts" VALUES(4,'[5,["article-newspaper",null,"zh-Hant"]]','[{"is":"Claim","field":"language","value":"zh-Hant","certainty":"user"}]');
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
CREATE TABLE history ( id INTEGER NOT NULL, record INTEGER NOT NULL, at VARCHAR NOT NULL, "by" VARCHAR
      DEFAULT '' NOT NULL, what VARCHAR NOT NULL, "before" TEXT, "after" TEXT, PRIMARY KEY (id) );
CREATE TABLE images ( article INTEGER NOT NULL, sha256 VARCHAR NOT NULL, media_type VARCHAR NOT NULL,
      PRIMARY KEY (article, sha256), FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE );
CREATE TABLE library_info (
	name VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "library_info" VALUES('schema','2');
INSERT INTO "library_info" VALUES('made','5');
INSERT INTO "library_info" VALUES('index','1/14.0.0');
CREATE TABLE links ( record INTEGER NOT NULL, position INTEGER NOT NULL, kind VARCHAR NOT NULL, target
      INTEGER, inline TEXT, PRIMARY KEY (record, position), FOREIGN KEY(record) REFERENCES records (id) ON
      DELETE CASCADE, FOREIGN KEY(target) REFERENCES records (id) ON DELETE CASCADE );
CREATE TABLE members ( collection INTEGER NOT NULL, record INTEGER NOT NULL, PRIMARY KEY (collection,
      record), FOREIGN KEY(collection) REFERENCES collections (id) ON DELETE CASCADE, FOREIGN KEY(record)
      REFERENCES records (id) ON DELETE CASCADE );
CREATE TABLE no_duplicates ( first INTEGER NOT NULL, second INTEGER NOT NULL, PRIMARY KEY (first, second),
      FOREIGN KEY(first) REFERENCES records (id) ON DELETE CASCADE, FOREIGN KEY(second) REFERENCES records (id)
      ON DELETE CASCADE );
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
	binned VARCHAR, outlet VARCHAR DEFAULT '' NOT NULL, outlet_sort VARCHAR DEFAULT '' NOT NULL, original_title VARCHAR DEFAULT '' NOT NULL, year_sort INTEGER DEFAULT '1000000' NOT NULL, read_sort VARCHAR DEFAULT '' NOT NULL, starred INTEGER DEFAULT '0' NOT NULL, state VARCHAR, pinned INTEGER DEFAULT '0' NOT NULL, beside INTEGER REFERENCES records (id) ON DELETE SET NULL, 
	PRIMARY KEY (id), 
	UNIQUE (uid), 
	UNIQUE (key_folded)
);
INSERT INTO "records" VALUES(1,'eeeaf4ba2ef74afb89ab123417a00af5','1d959f89f8494c66a5c3c7590c64f164','obriain2015','obriain2015','渡輪','','Ó Briain',NULL,NULL,2015,'渡輪','􏿿','渡輪
dulun
ann o briain','2026-11-22T18:39:56.526755+00:00','2026-11-22T18:39:56.526755+00:00','2026-11-22T18:39:56.537173+00:00',12,0.5,NULL,'','􏿿','',-2015,'2026-11-22T18:39:56.537173+00:00',0,NULL,0,NULL);
INSERT INTO "records" VALUES(2,'2e216953e3be407d8e7d634f8ad95b9b','2de2a980825c424c970657d29d947522','farondlighthouse','farondlighthouse','The Lighthouse','Faro','Wick',NULL,'pt',2014,'the lighthouse','faro','the lighthouse
o farol
ines faro
tom wick
ines faro
diario da costa','2026-11-22T18:39:56.670313+00:00','2026-11-22T18:39:56.675799+00:00',NULL,0,0.0,NULL,'Diário da Costa','diario da costa','O farol',-2014,'2026-11-22T18:39:56.670313+00:00',0,NULL,0,NULL);
INSERT INTO "records" VALUES(3,'58a0f621c3544c58a0c72984afa6ddee','a4bdd136fecd473dad717124f3795fbd','binned','binned','','','',NULL,NULL,NULL,'􏿿','􏿿','','2026-11-22T18:39:56.678546+00:00','2026-11-22T18:39:56.678546+00:00',NULL,0,0.0,'2026-11-22T18:39:56.679955+00:00','','􏿿','',1000000,'2026-11-22T18:39:56.678546+00:00',0,NULL,0,NULL);
INSERT INTO "records" VALUES(4,'c7c6964a94da41839a8df286ab0b1fcb','d282926c2a8b43f98c9c6c92c82cf25c','anon','anon','','','','zh-Hant',NULL,NULL,'􏿿','􏿿','','2026-11-22T18:39:56.681711+00:00','2026-11-22T18:39:56.681711+00:00',NULL,0,0.0,NULL,'','􏿿','',1000000,'2026-11-22T18:39:56.681711+00:00',0,NULL,0,NULL);
CREATE TABLE repairs ( id INTEGER NOT NULL, source TEXT NOT NULL, line INTEGER, reason TEXT NOT NULL, text
      TEXT NOT NULL, added VARCHAR NOT NULL, PRIMARY KEY (id) );
CREATE TABLE searches ( id INTEGER NOT NULL, name VARCHAR NOT NULL, "query" TEXT NOT NULL, position INTEGER
      NOT NULL, PRIMARY KEY (id), UNIQUE (name) );
CREATE TABLE settings ( name VARCHAR NOT NULL, value TEXT NOT NULL, PRIMARY KEY (name) );
CREATE TABLE tag_colours ( tag VARCHAR NOT NULL, colour VARCHAR NOT NULL, PRIMARY KEY (tag) );
CREATE TABLE tags (
	record INTEGER NOT NULL, 
	tag VARCHAR NOT NULL, 
	PRIMARY KEY (record, tag), 
	FOREIGN KEY(record) REFERENCES records (id) ON DELETE CASCADE
);
INSERT INTO "tags" VALUES(1,'harbour');
INSERT INTO "tags" VALUES(1,'海');
CREATE TABLE undo ( id INTEGER NOT NULL, at VARCHAR NOT NULL, what VARCHAR NOT NULL, facts TEXT NOT NULL,
      born TEXT NOT NULL, rows TEXT NOT NULL, PRIMARY KEY (id) );
CREATE INDEX ix_records_work ON records (work);
CREATE INDEX ix_articles_sha256 ON articles (sha256);
CREATE INDEX ix_articles_record ON articles (record);
CREATE INDEX ix_highlights_article ON highlights (article);
CREATE INDEX ix_articles_origin ON articles (origin);
CREATE INDEX ix_collections_parent ON collections (parent);
CREATE INDEX ix_history_record ON history (record);
CREATE INDEX ix_records_beside ON records (beside);
CREATE INDEX shelf_by_added ON records (binned, added, id);
CREATE INDEX shelf_by_author ON records (binned, authors_sort, title_sort, id);
CREATE INDEX shelf_by_language ON records (binned, language, title_sort, id);
CREATE INDEX shelf_by_outlet ON records (binned, outlet_sort, title_sort, id);
CREATE INDEX shelf_by_read ON records (binned, read_sort, id);
CREATE INDEX shelf_by_title ON records (binned, title_sort, id);
CREATE INDEX shelf_by_year ON records (binned, year_sort, title_sort, id);
CREATE INDEX ix_alignments_second ON alignments (second);
CREATE INDEX ix_links_target ON links (target);
CREATE INDEX ix_members_record ON members (record);
CREATE INDEX ix_no_duplicates_second ON no_duplicates (second);
CREATE INDEX ix_tags_tag ON tags (tag);
COMMIT;
