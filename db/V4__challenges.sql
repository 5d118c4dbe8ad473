-- How far a learner has come with a challenge of the schedule lab, one row for each. Demos are named
-- by their address, chapter/lesson/name: content lives in files, not here.
-- broken_with: the order of steps that went wrong, as the lab writes it.
create table challenge (
  learner bigint not null references learner (id) on delete cascade,
  demo varchar(200) not null,
  break_tries integer not null,
  fix_tries integer not null,
  broken_at timestamp with time zone,
  broken_with varchar(4000),
  fixed_at timestamp with time zone,
  primary key (learner, demo),
  check (break_tries >= 0 and fix_tries >= 0),
  check ((broken_at is null) = (broken_with is null))
);
