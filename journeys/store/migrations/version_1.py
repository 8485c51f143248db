"""The tables of file format version 1, as they lie in files that people have; never changed again."""

from __future__ import annotations

from typing import Final

SCHEMA: Final = """
CREATE TABLE "study" ( "id" TEXT NOT NULL, "title" TEXT NOT NULL, "life_event" TEXT NOT NULL, "country" TEXT
    NOT NULL, "language" TEXT NOT NULL, "organisation" TEXT NOT NULL, "scope" TEXT, "end_day" INTEGER NOT
    NULL, "person_word" TEXT NOT NULL, "edition" INTEGER NOT NULL, "review_on" TEXT, "expires_on" TEXT,
    "day0_date" TEXT, "row_hash" BLOB NOT NULL, PRIMARY KEY ("id") ) WITHOUT ROWID, STRICT;
CREATE TABLE "moment" ( "id" TEXT NOT NULL, "name" TEXT NOT NULL, "day" INTEGER NOT NULL, "is_day0" INTEGER
    NOT NULL, "row_hash" BLOB NOT NULL, PRIMARY KEY ("id") ) WITHOUT ROWID, STRICT;
CREATE TABLE "phase" ( "id" TEXT NOT NULL, "name" TEXT NOT NULL, "start_day" INTEGER NOT NULL, "dated"
    INTEGER NOT NULL, "facilitator_note" TEXT NOT NULL, "row_hash" BLOB NOT NULL, PRIMARY KEY ("id") )
    WITHOUT ROWID, STRICT;
CREATE TABLE "party" ( "id" TEXT NOT NULL, "name" TEXT NOT NULL, "kind" TEXT NOT NULL, "parent" TEXT,
    "acts_for" TEXT, "colour" INTEGER NOT NULL, "row_hash" BLOB NOT NULL, PRIMARY KEY ("id") ) WITHOUT
    ROWID, STRICT;
CREATE TABLE "channel" ( "id" TEXT NOT NULL, "name" TEXT NOT NULL, "icon" TEXT NOT NULL, "order" INTEGER NOT
    NULL, "row_hash" BLOB NOT NULL, PRIMARY KEY ("id") ) WITHOUT ROWID, STRICT;
CREATE TABLE "persona" ( "id" TEXT NOT NULL, "name" TEXT NOT NULL, "tagline" TEXT NOT NULL, "group" TEXT NOT
    NULL, "quote" TEXT NOT NULL, "context" TEXT NOT NULL, "portrait" TEXT, "colour" INTEGER NOT NULL,
    "digital_skill" INTEGER, "channels" TEXT NOT NULL, "order" INTEGER NOT NULL, "privacy" TEXT NOT NULL,
    "consent_until" TEXT, "evidence" TEXT NOT NULL, "row_hash" BLOB NOT NULL, PRIMARY KEY ("id") ) WITHOUT
    ROWID, STRICT;
CREATE TABLE "journey" ( "id" TEXT NOT NULL, "persona" TEXT NOT NULL, "title" TEXT NOT NULL, "question" TEXT
    NOT NULL, "variant" TEXT NOT NULL, "based_on" TEXT, "parent_step" TEXT, "order" INTEGER NOT NULL,
    "row_hash" BLOB NOT NULL, PRIMARY KEY ("id") ) WITHOUT ROWID, STRICT;
CREATE TABLE "step" ( "id" TEXT NOT NULL, "journey" TEXT NOT NULL, "phase" TEXT NOT NULL, "stage" TEXT NOT
    NULL, "column" INTEGER NOT NULL, "track" INTEGER NOT NULL, "title" TEXT NOT NULL, "body" TEXT NOT NULL,
    "day" INTEGER, "lasts" TEXT, "place" TEXT NOT NULL, "contacts" TEXT NOT NULL, "nobody" INTEGER NOT NULL,
    "emotion" INTEGER, "moment_of_truth" INTEGER NOT NULL, "image" TEXT, "based_on" TEXT, "judgement" TEXT
    NOT NULL, "evidence" TEXT NOT NULL, "row_hash" BLOB NOT NULL, PRIMARY KEY ("id") ) WITHOUT ROWID,
    STRICT;
CREATE TABLE "link" ( "id" TEXT NOT NULL, "source" TEXT NOT NULL, "target" TEXT NOT NULL, "label" TEXT NOT
    NULL, "kind" TEXT NOT NULL, "row_hash" BLOB NOT NULL, PRIMARY KEY ("id") ) WITHOUT ROWID, STRICT;
CREATE TABLE "note" ( "id" TEXT NOT NULL, "kind" TEXT NOT NULL, "text" TEXT NOT NULL, "step" TEXT, "journey"
    TEXT, "phase" TEXT, "persona" TEXT, "status" TEXT NOT NULL, "answered_by" TEXT, "addresses" TEXT NOT
    NULL, "via" TEXT NOT NULL, "small_gesture" INTEGER NOT NULL, "proactive" INTEGER NOT NULL, "owner" TEXT
    NOT NULL, "due" TEXT, "votes" INTEGER NOT NULL, "order" INTEGER NOT NULL, "evidence" TEXT NOT NULL,
    "row_hash" BLOB NOT NULL, PRIMARY KEY ("id") ) WITHOUT ROWID, STRICT;
CREATE TABLE "stance" ( "id" TEXT NOT NULL, "journey" TEXT NOT NULL, "phase" TEXT NOT NULL, "scope" TEXT NOT
    NULL, "reason" TEXT NOT NULL, "by" TEXT NOT NULL, "on" TEXT, "row_hash" BLOB NOT NULL, PRIMARY KEY
    ("id") ) WITHOUT ROWID, STRICT;
CREATE TABLE "mute" ( "id" TEXT NOT NULL, "code" TEXT NOT NULL, "subjects" TEXT NOT NULL, "reason" TEXT NOT
    NULL, "row_hash" BLOB NOT NULL, PRIMARY KEY ("id") ) WITHOUT ROWID, STRICT;
CREATE TABLE "fact" ( "id" TEXT NOT NULL, "text" TEXT NOT NULL, "status" TEXT NOT NULL, "source_title" TEXT
    NOT NULL, "source_url" TEXT NOT NULL, "checked_on" TEXT, "party" TEXT, "from_day" INTEGER, "to_day"
    INTEGER, "due" TEXT, "row_hash" BLOB NOT NULL, PRIMARY KEY ("id") ) WITHOUT ROWID, STRICT;
CREATE TABLE "source" ( "id" TEXT NOT NULL, "kind" TEXT NOT NULL, "title" TEXT NOT NULL, "on" TEXT, "people"
    INTEGER NOT NULL, "row_hash" BLOB NOT NULL, PRIMARY KEY ("id") ) WITHOUT ROWID, STRICT;
CREATE TABLE "lane" ( "id" TEXT NOT NULL, "kind" TEXT NOT NULL, "title" TEXT NOT NULL, "order" INTEGER NOT
    NULL, "shown" INTEGER NOT NULL, "row_hash" BLOB NOT NULL, PRIMARY KEY ("id") ) WITHOUT ROWID, STRICT;
CREATE TABLE "cell" ( "id" TEXT NOT NULL, "lane" TEXT NOT NULL, "journey" TEXT NOT NULL, "phase" TEXT NOT
    NULL, "step" TEXT, "text" TEXT NOT NULL, "row_hash" BLOB NOT NULL, PRIMARY KEY ("id") ) WITHOUT ROWID,
    STRICT;
CREATE TABLE "view" ( "id" TEXT NOT NULL, "name" TEXT NOT NULL, "journeys" TEXT NOT NULL, "lanes" TEXT NOT
    NULL, "lens" TEXT, "axis" TEXT NOT NULL, "order" INTEGER NOT NULL, "row_hash" BLOB NOT NULL, PRIMARY KEY
    ("id") ) WITHOUT ROWID, STRICT;
CREATE TABLE "image" ( "id" TEXT NOT NULL, "media" TEXT NOT NULL, "width_px" INTEGER NOT NULL, "height_px"
    INTEGER NOT NULL, "sha256" TEXT NOT NULL, "alt" TEXT NOT NULL, "caption" TEXT NOT NULL, "row_hash" BLOB
    NOT NULL, PRIMARY KEY ("id") ) WITHOUT ROWID, STRICT;
CREATE TABLE "snapshot" ( "id" TEXT NOT NULL, "name" TEXT NOT NULL, "made_at" TEXT NOT NULL, "content" BLOB
    NOT NULL, "row_hash" BLOB NOT NULL, PRIMARY KEY ("id") ) WITHOUT ROWID, STRICT;
CREATE TABLE "image_bytes" ( "sha256" TEXT NOT NULL, "data" BLOB NOT NULL, PRIMARY KEY ("sha256") ) WITHOUT
    ROWID, STRICT;
CREATE TABLE "meta" ( "key" TEXT NOT NULL, "value" TEXT NOT NULL, PRIMARY KEY ("key") ) WITHOUT ROWID,
    STRICT;
"""
