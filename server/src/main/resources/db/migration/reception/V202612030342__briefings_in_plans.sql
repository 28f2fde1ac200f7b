-- A plan says whether the meeting only hands things down: such meetings may take a day.
alter table reception.meeting_plan add column briefing boolean not null default false;
