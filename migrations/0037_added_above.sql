-- a superior's amended plan may hold items that no plan below answers yet: those plans say so until they are submitted anew, or kept as they are
alter table plan add added_above text;
comment on column plan.added_above is 'In Vietnamese: which items the superior''s plan has got since this one was begun; until it is submitted, or kept as it is.';
