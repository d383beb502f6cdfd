-- what nobody has to do any more was not done: an urging over it ends, and says so
alter table urging add is_lapsed boolean not null default false;
comment on column urging.is_lapsed is 'With done_on: something it lists need not be done any more (its directive was recalled or replaced, its task or plan withdrawn), so that the urging ended without being followed.';
