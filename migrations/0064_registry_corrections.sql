alter table body_version add column recorded_on date;
comment on column body_version.recorded_on is 'The day on which it was entered: while it is that day, or it is not in force yet, it may be corrected or taken back. Unknown of what was entered before.';
